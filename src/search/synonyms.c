/* Lay words and clinical words. Each group is one thing, so that articles
 * that use either name are found by both; what is merely related is none. */
#include "search/synonyms.h"

#include <string.h>

#include "base/buf.h"
#include "index/terms.h"

static const struct synonym_group groups[] = {
    /* heart, vessels, blood */
    {{"heart attack", "myocardial infarction"}},
    {{"high blood pressure", "hypertension"}},
    {{"low blood pressure", "hypotension"}},
    {{"stroke", "cerebrovascular accident"}},
    {{"mini stroke", "transient ischemic attack"}},
    {{"irregular heartbeat", "arrhythmia"}},
    {{"fast heartbeat", "tachycardia"}},
    {{"slow heartbeat", "bradycardia"}},
    {{"blood clot", "thrombosis"}},
    {{"deep vein thrombosis", "dvt"}},
    {{"hardening of the arteries", "atherosclerosis"}},
    {{"chest pain", "angina"}},
    {{"high cholesterol", "hypercholesterolemia"}},
    {{"blood thinner", "anticoagulant"}, {"blood thinning"}},
    {{"water pill", "diuretic", "water tablet"}},
    {{"blood pressure"}, {"bp"}},
    {{"blood sugar", "blood glucose"}},
    {{"low blood count", "anemia", "anaemia"}},
    {{"bruise", "contusion"}},
    {{"nosebleed", "epistaxis"}},
    /* lungs, ear, nose, throat */
    {{"shortness of breath", "dyspnea", "dyspnoea"}},
    {{"copd", "chronic obstructive pulmonary disease"}},
    {{"whooping cough", "pertussis"}},
    {{"collapsed lung", "pneumothorax"}},
    {{"hay fever", "allergic rhinitis"}},
    {{"stuffy nose", "nasal congestion"}},
    {{"runny nose", "rhinorrhea"}},
    {{"sore throat", "pharyngitis"}},
    {{"middle ear infection", "otitis media"}},
    {{"swimmer's ear", "otitis externa"}},
    {{"ringing in the ears", "tinnitus"}},
    {{"ear wax", "earwax", "cerumen"}},
    {{"flu", "influenza"}},
    {{"tb", "tuberculosis"}},
    /* stomach, bowel, liver */
    {{"heartburn", "acid reflux", "gastroesophageal reflux", "gerd"}},
    {{"stomach flu", "gastroenteritis"}},
    {{"throwing up", "vomiting"}, {"being sick", "puking"}},
    {{"nausea"}, {"feeling sick"}},
    {{"diarrhea", "diarrhoea"}},
    {{"abdomen", "belly"}, {"tummy"}},
    {{"abdominal pain", "belly pain"}, {"tummy ache", "stomach ache"}},
    {{"stool", "feces", "faeces", "poo"}, {"poop"}},
    {{"rectum", "back passage"}},
    {{"gullet", "food pipe", "esophagus", "oesophagus"}},
    {{"indigestion", "dyspepsia"}},
    {{"piles", "hemorrhoids", "haemorrhoids"}},
    {{"gallstones", "cholelithiasis"}},
    {{"trouble swallowing", "difficulty swallowing", "dysphagia"}},
    {{"yellow skin", "jaundice"}},
    {{"ibs", "irritable bowel syndrome"}},
    {{"celiac disease", "coeliac disease"}},
    {{"bowel cancer", "colorectal cancer"}},
    /* kidney, bladder, sex */
    {{"uti", "urinary tract infection"}},
    {{"bladder infection", "cystitis"}},
    {{"kidney stones", "nephrolithiasis", "renal calculi"}},
    {{"kidney failure", "renal failure"}},
    {{"urine", "pee"}, {"wee", "piss"}},
    {{"blood in urine", "hematuria", "haematuria"}},
    {{"bed wetting", "bedwetting", "enuresis"}},
    {{"enlarged prostate", "benign prostatic hyperplasia", "bph"}},
    {{"impotence", "erectile dysfunction"}},
    {{"std", "sti", "sexually transmitted diseases"}},
    {{"period pain", "menstrual cramps", "dysmenorrhea"}},
    {{"heavy periods", "heavy menstrual bleeding", "menorrhagia"}},
    {{"menstruation"}, {"my period", "her period", "monthly period"}},
    {{"contraceptive pill", "birth control pill", "oral contraceptive"},
     {"the pill"}},
    {{"emergency contraception", "morning after pill"}},
    {{"cervical screening", "pap smear", "pap test", "smear test"}},
    {{"thrush", "candidiasis", "yeast infection"}},
    {{"gonorrhea", "gonorrhoea"}, {"the clap"}},
    {{"miscarriage", "spontaneous abortion"}},
    {{"womb", "uterus"}},
    {{"pcos", "polycystic ovary syndrome"}},
    /* skin */
    {{"itching", "pruritus"}},
    {{"hives", "urticaria"}},
    {{"eczema", "atopic dermatitis"}},
    {{"athlete's foot", "tinea pedis"}},
    {{"jock itch", "tinea cruris"}},
    {{"ringworm", "tinea corporis"}},
    {{"shingles", "herpes zoster"}},
    {{"chickenpox", "varicella", "chicken pox"}},
    {{"acne"}, {"zits", "pimples"}},
    {{"nappy rash", "diaper rash"}},
    {{"stitches", "sutures"}},
    {{"cold sore", "herpes labialis"}},
    {{"hair loss", "alopecia"}},
    {{"excessive sweating", "hyperhidrosis"}},
    {{"birthmark", "nevus"}},
    {{"head lice", "pediculosis"}, {"nits"}},
    {{"skin needling", "microneedling"}},
    /* nerves, mind */
    {{"fit", "seizure", "convulsion"}},
    {{"fainting", "syncope"}, {"passing out"}},
    {{"pins and needles", "paresthesia", "paraesthesia"}},
    {{"lou gehrig's disease", "amyotrophic lateral sclerosis", "als"}},
    {{"ms", "multiple sclerosis"}},
    {{"add", "adhd", "attention deficit hyperactivity disorder"}},
    {{"odd", "oppositional defiant disorder"}},
    {{"ocd", "obsessive compulsive disorder"}},
    {{"ptsd", "post traumatic stress disorder"}},
    {{"mad cow disease", "bovine spongiform encephalopathy"}},
    {{"trouble sleeping", "insomnia"}},
    {{"concussion", "mild traumatic brain injury"}},
    {{"shaking palsy", "parkinson's disease"}},
    /* bones, eyes, teeth, metabolism, cancer, infections */
    {{"broken bone", "fracture"}},
    {{"brittle bones", "osteoporosis"}},
    {{"joint pain", "arthralgia"}},
    {{"muscle pain", "myalgia"}},
    {{"slipped disc", "herniated disk"}},
    {{"bunion", "hallux valgus"}},
    {{"pink eye", "pinkeye", "conjunctivitis"}},
    {{"nearsightedness", "short sight", "myopia"}},
    {{"farsightedness", "long sight", "hyperopia"}},
    {{"lazy eye", "amblyopia"}},
    {{"gum disease", "periodontitis"}},
    {{"tooth decay", "dental caries"}},
    {{"low blood sugar", "hypoglycemia", "hypoglycaemia"}},
    {{"high blood sugar", "hyperglycemia", "hyperglycaemia"}},
    {{"underactive thyroid", "hypothyroidism"}},
    {{"overactive thyroid", "hyperthyroidism"}},
    {{"swelling", "edema", "oedema"}},
    {{"cancer of the blood", "leukemia", "leukaemia"}},
    {{"glandular fever", "mononucleosis"}},
    {{"german measles", "rubella"}},
    {{"lockjaw", "tetanus"}},
    {{"blood poisoning", "sepsis"}},
    {{"mrsa", "methicillin resistant staphylococcus aureus"}},
    {{"painkiller", "analgesic", "pain reliever"}},
    {{"x ray", "radiography"}},
    {{"injection", "vaccine"}, {"jab"}, .are_apart = true},
    {{"mri", "magnetic resonance imaging"}},
    {{"ct scan", "computed tomography"}},
    {{NULL}},
};

/* How many terms from start on the stems are; 0: others stand there. */
static size_t stands_at(const struct query *query, size_t start,
                        const char *stems)
{
    size_t n = 0;
    while (*stems) {
        size_t n_bytes = strcspn(stems, " ");
        const struct query_term *term = &query->terms[start + n];
        if (start + n >= query->n_terms || term->type == QUERY_NOT ||
            strncmp(term->stems, stems, n_bytes) != 0 || term->stems[n_bytes])
            return 0;
        n++;
        stems += n_bytes + (stems[n_bytes] == ' ');
    }
    return n;
}

bool synonyms_is_said(const struct query *query, size_t start, size_t n,
                      const char *stems)
{
    return n > 0 && stands_at(query, start, stems) == n;
}

/* The longest name of a list at a place. */
static size_t longest_at(const struct query *query, size_t start,
                         const char *const *names, size_t n_names)
{
    size_t longest = 0;
    for (size_t i = 0; i < n_names && names[i]; i++) {
        struct buf stems;
        if (*names[i] != *query->terms[start].stems)
            continue; /* most end here, without their stems */
        buf_init(&stems);
        terms_add_stems(names[i], strlen(names[i]), STEM_ENGLISH, &stems);
        size_t n = stands_at(query, start, stems.data);
        longest = n > longest ? n : longest;
        buf_finish(&stems);
    }
    return longest;
}

static size_t group_at(const struct query *query, size_t start,
                       const struct synonym_group *group)
{
    size_t name = group->are_apart ? 0
                                   : longest_at(query, start, group->names,
                                                SYNONYM_NAMES_MAX);
    size_t brands = longest_at(query, start, group->brands, SYNONYM_BRANDS_MAX);
    return name > brands ? name : brands;
}

/* The group with the longest name at a place, if that is longer than *n: then
 * that is its length. */
static const struct synonym_group *find_in(const struct synonym_group *table,
                                           const struct query *query,
                                           size_t start, size_t *n)
{
    const struct synonym_group *found = NULL;
    for (const struct synonym_group *group = table; *group->names; group++) {
        size_t here = group_at(query, start, group);
        if (here > *n) {
            *n = here;
            found = group;
        }
    }
    return found;
}

static const struct synonym_group *find_at(const struct query *query,
                                           size_t start, size_t *n)
{
    *n = 0;
    const struct synonym_group *group = find_in(groups, query, start, n);
    const struct synonym_group *medicine =
        find_in(synonyms_medicines, query, start, n);
    return medicine ? medicine : group;
}

const struct synonym_group *synonyms_medicine(const struct query *query,
                                              size_t term, size_t *n)
{
    *n = 0;
    return find_in(synonyms_medicines, query, term, n);
}

const struct synonym_group *synonyms_find(const struct query *query, size_t at,
                                          size_t *start, size_t *n)
{
    const struct synonym_group *found = NULL;
    for (*start = at; *start < query->n_terms && !found; ++*start)
        found = find_at(query, *start, n);
    *start -= found != NULL;
    return found;
}

bool synonyms_know(const struct query *query, size_t term)
{
    size_t n;
    return find_at(query, term, &n);
}

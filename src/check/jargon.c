/* A rule about words that a reader may not know. English only. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "check/abbreviation.h"
#include "check/rule.h"
#include "library/glossary.h"

#define TERM_MIN 6 /* shorter words have no ending that tells */

/* Words of the trade without a tell-tale ending, in the order of their
 * bytes. */
static const char terms[][24] = {
    "adenoma",
    "adhesion",
    "adjuvant",
    "aetiology",
    "ambulatory",
    "anaesthesia",
    "anaesthetic",
    "analgesic",
    "anaphylaxis",
    "anesthesia",
    "anesthetic",
    "aneurysm",
    "angina",
    "antibody",
    "anticoagulant",
    "antigen",
    "antiplatelet",
    "antipyretic",
    "arrhythmia",
    "asymptomatic",
    "atrophic",
    "benign",
    "bilateral",
    "biopsy",
    "bradycardia",
    "carcinoma",
    "cardiac",
    "cardiovascular",
    "catheter",
    "cerebral",
    "cohort",
    "collagen",
    "colposcope",
    "comedone",
    "contraindicated",
    "contraindication",
    "cornea",
    "corticosteroid",
    "cutaneous",
    "cyanosis",
    "dehydration",
    "diuretic",
    "dysphagia",
    "dyspnea",
    "dyspnoea",
    "edema",
    "efficacy",
    "elastin",
    "embolism",
    "endoscope",
    "epidermis",
    "erythema",
    "etiology",
    "febrile",
    "gadolinium",
    "gastrointestinal",
    "granuloma",
    "haematoma",
    "haemorrhage",
    "hematoma",
    "hemorrhage",
    "hepatic",
    "hyperpigmentation",
    "hypertension",
    "hypotension",
    "hypoxia",
    "idiopathic",
    "immunocompromised",
    "immunosuppressant",
    "immunosuppressed",
    "incidence",
    "infarction",
    "intramuscular",
    "intraocular",
    "intravenous",
    "invasive",
    "ischaemia",
    "ischemia",
    "keloid",
    "lesion",
    "malaise",
    "malignant",
    "melanoma",
    "metastasis",
    "morbidity",
    "mortality",
    "myalgia",
    "nephropathy",
    "neuropathy",
    "ocular",
    "oedema",
    "osteoporosis",
    "palpitations",
    "pathogen",
    "perforation",
    "perinatal",
    "phototype",
    "placebo",
    "platelet",
    "polyp",
    "prevalence",
    "prognosis",
    "prophylactic",
    "prophylaxis",
    "pruritus",
    "pulmonary",
    "purine",
    "radiofrequency",
    "renal",
    "retina",
    "retinoid",
    "sebum",
    "sedation",
    "sepsis",
    "stenosis",
    "subcutaneous",
    "syncope",
    "systemic",
    "tachycardia",
    "teratogenic",
    "thrombosis",
    "tophi",
    "tophus",
    "topical",
    "urate",
    "vascular",
    "venous",
    "vertigo",
};

static const char *const endings[] = {
    "aemia",   "algia",   "ectomy",  "emia",   "itis",     "ography",
    "omegaly", "opathy",  "oplasty", "oscopy", "ostomy",   "otomy",
    "plegia",  "rrhagia", "uria",    "penia",  "toxicity", NULL};

/* Words that end so and that everybody knows. */
static const char *const plain[] = {"photography", "biography", "geography",
                                    "anatomy",     "toxicity",  "arthritis",
                                    NULL};

#define N_TERMS (sizeof terms / sizeof *terms)

/* Where the terms of each first letter begin, and past the last, with a bit for
 * each second letter that they have. */
struct term_index {
    size_t first[27];
    uint32_t seconds[26];
};

static struct term_index index_terms(void)
{
    struct term_index index = {.first = {0}};
    size_t row = 0;
    for (size_t letter = 0; letter < 27; letter++) {
        while (row < N_TERMS && (size_t)(terms[row][0] - 'a') < letter)
            row++;
        index.first[letter] = row;
    }
    for (row = 0; row < N_TERMS; row++)
        index.seconds[terms[row][0] - 'a'] |= 1u << (terms[row][1] - 'a');
    return index;
}

static bool is_listed(const struct term_index *index, const char *word)
{
    if (!ascii_is_lower(*word) || !ascii_is_lower(word[1]))
        return false;
    size_t letter = (size_t)(*word - 'a');
    if (!(index->seconds[letter] >> (word[1] - 'a') & 1))
        return false;
    for (size_t row = index->first[letter]; row < index->first[letter + 1];
         row++)
        if (terms[row][1] == word[1] && !strcmp(terms[row], word))
            return true;
    return false;
}

static bool ends_so(const char *word, size_t n_bytes)
{
    char last = word[n_bytes - 1];
    if (last != 'a' && last != 's' && last != 'y') /* as all of them do */
        return false;
    for (const char *const *ending = endings; *ending; ending++) {
        size_t n = strlen(*ending);
        if (n_bytes > n + 1 && word[n_bytes - 1] == (*ending)[n - 1] &&
            !memcmp(word + n_bytes - n, *ending, n))
            return true;
    }
    return false;
}

static bool is_any(const char *word, const char *const *list)
{
    while (*list && strcmp(*list, word))
        list++;
    return *list;
}

static bool is_term(const struct term_index *index, const struct prose *prose,
                    const struct prose_word *at)
{
    char word[40];
    size_t n_bytes = at->end - at->start;
    if (n_bytes < 5 || n_bytes >= sizeof word)
        return false;
    memcpy(word, prose->text + at->start, n_bytes);
    word[n_bytes] = '\0';
    if (is_listed(index, word) ||
        (n_bytes >= TERM_MIN && ends_so(word, n_bytes) && !is_any(word, plain)))
        return true;
    if (word[n_bytes - 1] != 's')
        return false;
    word[n_bytes - 1] = '\0';
    return is_listed(index, word);
}

/* What the front matter names is what the article is about. */
static bool holds_word(const char *text, const char *word, size_t n_bytes)
{
    for (; *text; text++)
        if (!ascii_ncasecmp(text, word, n_bytes))
            return true;
    return false;
}

bool check_is_topic(const struct article *article, const char *word,
                    size_t n_bytes)
{
    if (holds_word(article->title, word, n_bytes))
        return true;
    for (size_t i = 0; i < article->meta.n_synonyms; i++)
        if (holds_word(article->meta.synonyms[i], word, n_bytes))
            return true;
    return false;
}

/* Does an author explain the word where it stands: "oedema (swelling)",
 * "swelling (oedema)", "called oedema", "oedema, or swelling", "oedema means",
 * "oedema is a", "the cornea, the clear front of the eye"? */
static bool is_explained(const struct prose *prose, size_t i,
                         const struct sentence *sentence)
{
    static const char *const before[] = {"called", "or",    "as",   "means",
                                         "name",   "named", "term", NULL};
    static const char *const after[] = {"means", "or",  "that", "which",
                                        "is",    "are", NULL};
    const struct prose_word *word = &prose->words[i];
    const char *text = prose->text;
    if (word->start &&
        (text[word->start - 1] == '(' || text[word->start - 1] == '"'))
        return true;
    for (uint32_t at = word->end; at < sentence->end && at < word->end + 24;
         at++)
        if (text[at] == '(' ||
            (text[at] == ':' && ascii_is_space(text[at + 1])))
            return true;
    if (!strncmp(text + word->end, ", the ", 6) ||
        !strncmp(text + word->end, ", which ", 8))
        return true;
    for (size_t back = 1; back <= 4 && i >= sentence->first_word + back; back++)
        if (prose_is_any(prose, i - back, before))
            return true;
    return i + 1 < sentence->end_word && prose_is_any(prose, i + 1, after);
}

static bool is_in_glossary(const struct check *check,
                           const struct prose_word *word)
{
    size_t n_name;
    return check->context->glossary &&
           glossary_at(check->context->glossary,
                       check->article->text + word->start,
                       check->article->n_text_bytes - word->start, &n_name);
}

/* A word that was reported or explained once is not looked at again: those
 * seen are kept in the order of the text. */
struct seen_words {
    struct term_index index;
    const struct prose_word *items[200];
    size_t n;
};

static bool is_seen(const struct prose *prose, const struct seen_words *seen,
                    const struct prose_word *word)
{
    size_t n_bytes = word->end - word->start;
    for (size_t i = 0; i < seen->n; i++)
        if (seen->items[i]->end - seen->items[i]->start == n_bytes &&
            !memcmp(prose->text + seen->items[i]->start,
                    prose->text + word->start, n_bytes))
            return true;
    return false;
}

static void look_at(struct check *check, size_t i,
                    const struct sentence *sentence, struct seen_words *seen)
{
    const struct prose *prose = &check->prose;
    const struct prose_word *word = &prose->words[i];
    const char *text = check->article->text + word->start;
    size_t n_latin = abbreviation_latin_bytes(prose, i);
    int n_bytes = (int)(n_latin ? n_latin : word->end - word->start);
    if ((!is_term(&seen->index, prose, word) &&
         !abbreviation_stands_at(prose, i) && !n_latin) ||
        is_seen(prose, seen, word))
        return;
    if (seen->n < sizeof seen->items / sizeof *seen->items)
        seen->items[seen->n++] = word;
    if (!is_in_glossary(check, word) &&
        (n_latin || (!check_is_topic(check->article, text, (size_t)n_bytes) &&
                     !is_explained(prose, i, sentence))))
        report_word(
            check, i,
            _("\"%.*s\" is not explained. Use a plain word, or explain it "
              "here or in glossary.yaml"),
            n_bytes, text);
}

void rule_jargon(struct check *check)
{
    struct seen_words seen = {.index = index_terms()};
    const struct prose *prose = &check->prose;
    for (size_t i = 0; check->english && i < prose->n_sentences; i++)
        for (size_t word = prose->sentences[i].first_word;
             word < prose->sentences[i].end_word; word++)
            look_at(check, word, &prose->sentences[i], &seen);
}

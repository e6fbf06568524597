/* The table of section kinds, and finding one by name, by letter, or by a code
 * of another standard. */
#include "kind/kind.h"

#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"

/* A code in two rows belongs to the first. */
static const struct kind_row rows[KIND_COUNT] = {
    [KIND_NONE] = {.id = "",
                   .label = "",
                   .definition = "",
                   .schema_org = "",
                   .loinc = "",
                   .medquad = ""},
    [KIND_OVERVIEW] =
        {.id = "overview",
         .key = 'o',
         .label = "What it is",
         .definition = N_("Plain-language definition and summary of the topic"),
         .schema_org = "Overview",
         .loinc = "34089-3;42229-5",
         .medquad = "information"},
    [KIND_HOW_IT_WORKS] = {.id = "how-it-works",
                           .key = 'h',
                           .label = "How it works",
                           .definition = N_(
                               "Mechanism of the treatment, drug or disease"),
                           .schema_org = "HowItWorks",
                           .loinc = "43679-0;34090-1;43681-6;43682-4",
                           .medquad = "how does it work"},
    [KIND_USES] = {.id = "uses",
                   .key = 'u',
                   .label = "What it is used for",
                   .definition = N_("Indications: conditions or purposes it is "
                                    "meant for, and who is offered it"),
                   .schema_org = "MayTreat;(NHS)Suitability",
                   .loinc = "34067-9;55105-1;60560-0",
                   .medquad = "indication"},
    [KIND_BENEFITS] = {.id = "benefits",
                       .key = 'b',
                       .label = "Benefits",
                       .definition = N_("Good outcomes a person may get"),
                       .schema_org = "Benefits",
                       .loinc = "69719-3(claim)",
                       .medquad = "why get vaccinated"},
    [KIND_EFFECTIVENESS] = {.id = "effectiveness",
                            .key = 'w',
                            .label = "How well it works",
                            .definition = N_(
                                "Size and certainty of the effect; evidence"),
                            .schema_org = "Effectiveness",
                            .loinc = "34092-7",
                            .medquad = "how effective is it"},
    [KIND_TYPES] = {.id = "types",
                    .key = 'T',
                    .label = "Types and stages",
                    .definition = N_("Kinds, grades, stages, variants"),
                    .schema_org = "Types;Stages",
                    .loinc = "43678-2(forms)",
                    .medquad = "stages"},
    [KIND_CAUSES] = {.id = "causes",
                     .key = 'C',
                     .label = "Causes and spread",
                     .definition = N_("What causes it; how it is passed on"),
                     .schema_org = "Causes;Contagiousness",
                     .loinc = "",
                     .medquad = "causes;genetic changes"},
    [KIND_RISK_FACTORS] = {.id = "risk-factors",
                           .key = 'k',
                           .label = "Who is at risk",
                           .definition = N_("Factors that raise the chance of "
                                            "having it, including inheritance"),
                           .schema_org = "RisksOrComplications(part)",
                           .loinc = "66106-6",
                           .medquad = "susceptibility;inheritance"},
    [KIND_PREVALENCE] = {.id = "prevalence",
                         .key = 'f',
                         .label = "How common it is",
                         .definition = N_("Frequency in a population"),
                         .schema_org = "",
                         .loinc = "",
                         .medquad = "frequency"},
    [KIND_SYMPTOMS] = {.id = "symptoms",
                       .key = 'y',
                       .label = "Symptoms",
                       .definition = N_("What a person feels or sees"),
                       .schema_org = "Symptoms",
                       .loinc = "",
                       .medquad = "symptoms"},
    [KIND_DIAGNOSIS] = {.id = "diagnosis",
                        .key = 'x',
                        .label = "Tests and diagnosis",
                        .definition = N_("How it is found or screened for"),
                        .schema_org = "Screening",
                        .loinc = "34075-2",
                        .medquad = "exams and tests"},
    [KIND_OUTLOOK] = {.id = "outlook",
                      .key = 'l',
                      .label = "Outlook",
                      .definition = N_("Usual course, prognosis, duration"),
                      .schema_org = "Prognosis",
                      .loinc = "",
                      .medquad = "outlook"},
    [KIND_TREATMENT] = {.id = "treatment",
                        .key = 't',
                        .label = "Treatment",
                        .definition =
                            N_("What can be done about the condition, options"),
                        .schema_org = "Treatments",
                        .loinc = "",
                        .medquad = "treatment;considerations"},
    [KIND_PROCEDURE] =
        {.id = "procedure",
         .key = 'p',
         .label = "What happens",
         .definition = N_("Preparation for a test or procedure, and its steps"),
         .schema_org = "UsageOrSchedule(part)",
         .loinc = "59845-8;60562-6;60556-8",
         .medquad = ""},
    [KIND_DOSAGE] = {.id = "dosage",
                     .key = 'd',
                     .label = "How to take or use it",
                     .definition = N_("Dose, schedule, missed dose, stopping"),
                     .schema_org = "UsageOrSchedule",
                     .loinc = "34068-7",
                     .medquad = "usage;dose;forget a dose"},
    [KIND_CONTRAINDICATIONS] =
        {.id = "contraindications",
         .key = 'c',
         .safety = true,
         .label = "Who should not have it",
         .definition = N_("People or conditions for whom it must not be used"),
         .schema_org = "(NHS)Contraindications",
         .loinc = "34070-3;50570-1",
         .medquad = "contraindication"},
    [KIND_WARNINGS] =
        {.id = "warnings",
         .key = 'W',
         .safety = true,
         .label = "Warnings and precautions",
         .definition =
             N_("Cautions, boxed warnings, what to tell the clinician first"),
         .schema_org = "Safety;Allergies",
         .loinc = "34066-1;34071-1;43685-7;42232-9;34072-9;50569-3;50567-7;"
                  "50566-9;54433-8;50565-1",
         .medquad = "precautions;important warning"},
    [KIND_INTERACTIONS] =
        {.id = "interactions",
         .key = 'i',
         .safety = true,
         .label = "Interactions",
         .definition =
             N_("Medicines, herbs, food, alcohol and tests that interact"),
         .schema_org = "-(NHS proposed Interactions, 2020)",
         .loinc = "34073-7;34074-5;50568-5",
         .medquad = "interactions with medications;interactions with herbs and "
                    "supplements;interactions with foods;dietary"},
    [KIND_PREGNANCY] =
        {.id = "pregnancy",
         .key = 'n',
         .safety = true,
         .label = "Pregnancy, breastfeeding, fertility",
         .definition = N_("Effect on pregnancy, milk, fertility"),
         .schema_org = "Pregnancy",
         .loinc =
             "42228-7;77290-5;34080-2;34079-4;34077-8;34078-6;77291-3;53414-9",
         .medquad = ""},
    [KIND_POPULATIONS] = {.id = "populations",
                          .key = 'P',
                          .label = "Children, older people, organ disease",
                          .definition = N_("Use in specific groups"),
                          .schema_org = "",
                          .loinc = "43684-0;34081-0;34082-8;88828-9;88829-7",
                          .medquad = ""},
    [KIND_SIDE_EFFECTS] = {.id = "side-effects",
                           .key = 's',
                           .safety = true,
                           .label = "Side effects",
                           .definition = N_(
                               "Unwanted effects of a treatment and how often"),
                           .schema_org = "SideEffects",
                           .loinc = "34084-4;90374-0;90375-7;69759-9",
                           .medquad = "side effects"},
    [KIND_RISKS] = {.id = "risks",
                    .key = 'r',
                    .safety = true,
                    .label = "Risks and complications",
                    .definition =
                        N_("Harm that the condition or procedure may do"),
                    .schema_org = "RisksOrComplications",
                    .loinc = "69759-9",
                    .medquad = "complications"},
    [KIND_EMERGENCY] =
        {.id = "emergency",
         .key = 'e',
         .safety = true,
         .label = "Emergency and overdose",
         .definition =
             N_("What to do now: overdose, severe reaction, red flags"),
         .schema_org = "",
         .loinc = "34088-5",
         .medquad = "emergency or overdose;severe reaction"},
    [KIND_SEE_DOCTOR] =
        {.id = "see-doctor",
         .key = 'g',
         .safety = true,
         .label = "When to get help",
         .definition =
             N_("When and whom to ask if it is no emergency; questions to ask"),
         .schema_org = "SeeDoctor",
         .loinc = "50569-3;53413-1",
         .medquad = "when to contact a medical professional"},
    [KIND_AFTERCARE] =
        {.id = "aftercare",
         .key = 'a',
         .label = "Self-care, recovery, living with",
         .definition =
             N_("What people can do themselves; recovery; daily life"),
         .schema_org = "SelfCare;LivingWith;PatientExperience",
         .loinc = "",
         .medquad = ""},
    [KIND_PREVENTION] = {.id = "prevention",
                         .key = 'v',
                         .label = "Prevention",
                         .definition = N_(
                             "How to prevent it or keep it from coming back"),
                         .schema_org = "Prevention",
                         .loinc = "",
                         .medquad = "prevention"},
    [KIND_ACCESS] = {.id = "access",
                     .key = 'A',
                     .label = "Getting it, cost",
                     .definition = N_(
                         "Where to get it, who can have it, price, insurance"),
                     .schema_org = "GettingAccess;HowOrWhere",
                     .loinc = "",
                     .medquad = ""},
    [KIND_COMPOSITION] =
        {.id = "composition",
         .key = 'I',
         .label = "Ingredients, forms, names",
         .definition =
             N_("What it contains, looks like, brand and other names"),
         .schema_org = "Ingredients",
         .loinc = "51727-6;55106-9;34069-5;51945-4;88437-9",
         .medquad = "brand names;brand names of combination products"},
    [KIND_STORAGE] = {.id = "storage",
                      .key = 'S',
                      .label = "Storage and disposal",
                      .definition = N_("How to store it and dispose of it"),
                      .schema_org = "",
                      .loinc = "44425-7;69763-1",
                      .medquad = "storage and disposal"},
    [KIND_MORE_INFO] =
        {.id = "more-info",
         .key = 'm',
         .label = "More information, research, support",
         .definition =
             N_("Trials, support groups, sources, related topics, myths"),
         .schema_org = "RelatedTopics;Misconceptions",
         .loinc = "34093-5;34076-0;88436-1;42231-1;42230-3;68498-5;43683-2",
         .medquad =
             "other information;research;support groups;how can i learn more"},
};

const struct kind_row *kind_get(enum kind kind)
{
    return &rows[kind];
}

/* Other names that authors write in {kind=...}. Labels need no alias. */
static const struct {
    const char *name;
    enum kind kind;
} aliases[] = {
    {"about", KIND_OVERVIEW},
    {"definition", KIND_OVERVIEW},
    {"summary", KIND_OVERVIEW},
    {"mechanism", KIND_HOW_IT_WORKS},
    {"indication", KIND_USES},
    {"indications", KIND_USES},
    {"benefit", KIND_BENEFITS},
    {"efficacy", KIND_EFFECTIVENESS},
    {"type", KIND_TYPES},
    {"stages", KIND_TYPES},
    {"cause", KIND_CAUSES},
    {"risk factor", KIND_RISK_FACTORS},
    {"frequency", KIND_PREVALENCE},
    {"symptom", KIND_SYMPTOMS},
    {"signs", KIND_SYMPTOMS},
    {"tests", KIND_DIAGNOSIS},
    {"prognosis", KIND_OUTLOOK},
    {"treatments", KIND_TREATMENT},
    {"dose", KIND_DOSAGE},
    {"contraindication", KIND_CONTRAINDICATIONS},
    {"warning", KIND_WARNINGS},
    {"precautions", KIND_WARNINGS},
    {"interaction", KIND_INTERACTIONS},
    {"breastfeeding", KIND_PREGNANCY},
    {"fertility", KIND_PREGNANCY},
    {"children", KIND_POPULATIONS},
    {"side effect", KIND_SIDE_EFFECTS},
    {"adverse reactions", KIND_SIDE_EFFECTS},
    {"risk", KIND_RISKS},
    {"complications", KIND_RISKS},
    {"overdose", KIND_EMERGENCY},
    {"when to see a doctor", KIND_SEE_DOCTOR},
    {"doctor", KIND_SEE_DOCTOR},
    {"recovery", KIND_AFTERCARE},
    {"self care", KIND_AFTERCARE},
    {"cost", KIND_ACCESS},
    {"ingredients", KIND_COMPOSITION},
    {"references", KIND_MORE_INFO},
    {"research", KIND_MORE_INFO},
};

/* Returns the rest of a name after a prefix, or NULL if it does not begin with
 * it. Ignores case; "-" and "_" equal a space. */
static const char *skip_prefix(const char *name, const char *beginning)
{
    for (; *name && *beginning; name++, beginning++) {
        char x = *name == '-' || *name == '_' ? ' ' : *name;
        char y = *beginning == '-' || *beginning == '_' ? ' ' : *beginning;
        if (ascii_ncasecmp(&x, &y, 1) != 0)
            return NULL;
    }
    return *beginning ? NULL : name;
}

static bool same_name(const char *a, const char *b)
{
    const char *rest = skip_prefix(a, b);
    return rest && !*rest;
}

enum kind kind_find(const char *name)
{
    if (!*name)
        return KIND_NONE;
    for (enum kind kind = 1; kind < KIND_COUNT; kind++) {
        if (same_name(name, kind_get(kind)->id) ||
            same_name(name, kind_get(kind)->label))
            return kind;
    }
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (same_name(name, aliases[i].name))
            return aliases[i].kind;
    }
    return KIND_NONE;
}

size_t kind_find_beginning(const char *beginning,
                           enum kind kinds[static KIND_COUNT])
{
    size_t n = 0;
    for (enum kind kind = 1; *beginning && kind < KIND_COUNT; kind++)
        if (skip_prefix(kind_get(kind)->id, beginning) ||
            skip_prefix(kind_get(kind)->label, beginning))
            kinds[n++] = kind;
    return n;
}

enum kind kind_by_key(char key)
{
    for (enum kind kind = 1; kind < KIND_COUNT; kind++) {
        if (kind_get(kind)->key == key)
            return kind;
    }
    return KIND_NONE;
}

/* Tells whether a code is in a list separated by ";". A remark in parentheses
 * may follow a code. */
static bool is_listed(const char *code, const char *list)
{
    size_t n = strlen(code);
    while (*list) {
        size_t n_item = strcspn(list, "(;");
        if (n == n_item && !ascii_ncasecmp(list, code, n))
            return true;
        list += strcspn(list, ";");
        list += *list == ';';
    }
    return false;
}

#define LOINC_UNCLASSIFIED "42229-5"

enum kind kind_by_loinc(const char *code)
{
    /* Any section may have this code; its title says more. */
    if (!strcmp(code, LOINC_UNCLASSIFIED))
        return KIND_NONE;
    for (enum kind kind = 1; kind < KIND_COUNT; kind++) {
        if (is_listed(code, kind_get(kind)->loinc))
            return kind;
    }
    return KIND_NONE;
}

enum kind kind_by_medquad(const char *question_type)
{
    for (enum kind kind = 1; kind < KIND_COUNT; kind++) {
        if (is_listed(question_type, kind_get(kind)->medquad))
            return kind;
    }
    return KIND_NONE;
}

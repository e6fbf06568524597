/* What schema.org's JSON says of a page. [jansson] */
#include "import/schema_facts.h"

#include <string.h>

#include "base/ascii.h"
#include "base/strs.h"
#include "import/date_text.h"
#include "import/schema_part.h"

static const struct {
    const char *type;
    enum article_type is;
} types[] = {
    {"MedicalCondition", TYPE_CONDITION},
    {"Disease", TYPE_CONDITION},
    {"InfectiousDisease", TYPE_CONDITION},
    {"condition", TYPE_CONDITION},
    {"Drug", TYPE_MEDICINE},
    {"medicine", TYPE_MEDICINE},
    {"DietarySupplement", TYPE_MEDICINE},
    {"MedicalProcedure", TYPE_PROCEDURE},
    {"SurgicalProcedure", TYPE_PROCEDURE},
    {"MedicalTherapy", TYPE_PROCEDURE},
    {"TherapeuticProcedure", TYPE_PROCEDURE},
    {"MedicalTest", TYPE_TEST},
    {"BloodTest", TYPE_TEST},
    {"ImagingTest", TYPE_TEST},
    {"Vaccine", TYPE_VACCINE},
};

static const struct {
    const char *name, *system;
} systems[] = {
    {"MeSH", "mesh"},        {"ICD-10", "icd10"},     {"ICD10", "icd10"},
    {"ICD-11", "icd11"},     {"ICD11", "icd11"},      {"SNOMED", "snomed"},
    {"SNOMED CT", "snomed"}, {"SNOMED-CT", "snomed"}, {"RxNorm", "rxnorm"},
    {"UMLS", "umls"},        {"ATC", "atc"},          {"LOINC", "loinc"},
};

const char *schema_text(const json_t *node, const char *property)
{
    const json_t *value = json_object_get(node, property);
    if (json_is_array(value))
        value = json_array_get(value, 0);
    if (json_is_object(value))
        value = json_object_get(value, "name");
    const char *text = json_string_value(value);
    return text && text[strspn(text, " \t\r\n")] ? text : NULL;
}

/* Calls take with each text of a property: one, or an array of them. */
static void for_each(const json_t *node, const char *property,
                     void (*take)(struct draft *draft, const json_t *value),
                     struct draft *draft)
{
    json_t *value = json_object_get(node, property);
    if (json_is_array(value))
        for (size_t i = 0; i < json_array_size(value); i++)
            take(draft, json_array_get(value, i));
    else if (value)
        take(draft, value);
}

bool schema_is(const json_t *node, const char *type)
{
    const json_t *types_of = json_object_get(node, "@type");
    size_t n = json_is_array(types_of) ? json_array_size(types_of) : 1;
    for (size_t i = 0; i < n; i++) {
        const char *name = json_string_value(
            json_is_array(types_of) ? json_array_get(types_of, i) : types_of);
        const char *slash = name ? strrchr(name, '/') : NULL;
        if (name && ascii_casecmp(slash ? slash + 1 : name, type) == 0)
            return true;
    }
    return false;
}

static void take_synonym(struct draft *draft, const json_t *value)
{
    draft_add_synonym(draft, json_string_value(value));
}

static void take_code(struct draft *draft, const json_t *value)
{
    const char *name = schema_text(value, "codingSystem");
    const char *code = schema_text(value, "code");
    if (!code)
        code = schema_text(value, "codeValue");
    for (size_t i = 0; name && i < sizeof systems / sizeof *systems; i++)
        if (ascii_casecmp(systems[i].name, name) == 0)
            draft_add_code(draft, systems[i].system, code);
}

static void take_type(struct draft *draft, const json_t *value)
{
    const char *genre = json_string_value(value);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (draft->type == TYPE_NONE &&
            (genre ? ascii_casecmp(genre, types[i].type) == 0
                   : schema_is(value, types[i].type)))
            draft->type = types[i].is;
}

static void take_subject(struct draft *draft, const json_t *subject)
{
    take_type(draft, subject);
    for_each(subject, "alternateName", take_synonym, draft);
    for_each(subject, "code", take_code, draft);
    draft_add_synonym(draft, schema_text(subject, "name"));
}

static void set(struct draft *draft, const char **field, const char *text)
{
    if (!*field && text)
        *field = arena_strdup(&draft->arena, text);
}

static void set_date(struct date *date, const char *text)
{
    struct date read;
    if (date->year == 0 && text && date_text_parse(text, &read))
        *date = read;
}

/* One date, or when it was reviewed and when it will be again. */
static void set_reviewed(struct draft *draft, const json_t *page)
{
    const json_t *dates = json_object_get(page, "lastReviewed");
    set_date(&draft->reviewed, schema_text(page, "lastReviewed"));
    set_date(&draft->review_due, json_string_value(json_array_get(dates, 1)));
}

/* A person; organisations are publishers. */
static void set_reviewer(struct draft *draft, const json_t *page)
{
    if (schema_is(json_object_get(page, "reviewedBy"), "Person"))
        set(draft, &draft->reviewer, schema_text(page, "reviewedBy"));
}

/* The address for people, where a service has one of its own. */
static void set_url(struct draft *draft, const json_t *page)
{
    set(draft, &draft->origin.url, schema_text(page, "webpage"));
    set(draft, &draft->origin.url,
        schema_public_url(&draft->arena, schema_text(page, "url")));
    if (draft->origin.url &&
        str_starts(draft->origin.url, "https://www.nhs.uk/"))
        set(draft, &draft->lang, "en");
}

void schema_read_facts(struct draft *draft, const json_t *page)
{
    static const char *const publishers[] = {"publisher", "author",
                                             "copyrightHolder"};
    for_each(page, "about", take_subject, draft);
    for_each(page, "genre", take_type, draft);
    for_each(page, "alternateName", take_synonym, draft);
    take_type(draft, page);
    set(draft, &draft->lang, schema_text(page, "inLanguage"));
    set(draft, &draft->summary, schema_text(page, "description"));
    set(draft, &draft->licence, schema_text(page, "license"));
    set_date(&draft->updated, schema_text(page, "dateModified"));
    set_date(&draft->updated, schema_text(page, "datePublished"));
    set_reviewed(draft, page);
    set_reviewer(draft, page);
    for (size_t i = 0; i < 3; i++)
        set(draft, &draft->origin.publisher, schema_text(page, publishers[i]));
    set_url(draft, page);
}

/* "Types;Stages", "(NHS)Suitability", "UsageOrSchedule(part)": is the name
 * among them? */
static bool is_among(const char *names, const char *name, size_t n_bytes)
{
    for (const char *at = names; *at;) {
        size_t n = strcspn(at, ";");
        const char *start = at;
        if (str_starts(start, "(NHS)"))
            start += strlen("(NHS)");
        if ((size_t)(at + n - start) == n_bytes &&
            ascii_ncasecmp(start, name, n_bytes) == 0)
            return true;
        at += n + (at[n] == ';');
    }
    return false;
}

enum kind schema_kind(const char *aspect)
{
    const char *slash = aspect ? strrchr(aspect, '/') : NULL;
    const char *name = slash ? slash + 1 : aspect;
    if (!name)
        return KIND_NONE;
    size_t n = strlen(name);
    const char *suffix = ascii_casestr(name, "HealthAspect");
    if (suffix)
        n = (size_t)(suffix - name);
    for (int kind = KIND_NONE + 1; n > 0 && kind < KIND_COUNT; kind++)
        if (is_among(kind_get((enum kind)kind)->schema_org, name, n))
            return (enum kind)kind;
    return KIND_NONE;
}

/* Which kind is meant: by name, letter or the codes of others. */
#include "article/kind.h"

#include <string.h>

#include "base/ascii.h"

/* What else people write in {kind=...}; labels are found by themselves. */
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

/* What follows the beginning in a name; NULL if it begins otherwise. Case does
 * not count, and "-" and "_" are as good as a space. */
static const char *after(const char *name, const char *beginning)
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
    const char *rest = after(a, b);
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
        if (after(kind_get(kind)->id, beginning) ||
            after(kind_get(kind)->label, beginning))
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

/* Is code in a list separated by ";"? A remark may follow in brackets. */
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
    /* Says nothing: the section's title does. */
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

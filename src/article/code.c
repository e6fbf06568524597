/* The terminologies, and the form of their codes. */
#include "article/code.h"

#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"

const char *const code_systems[] = {
    "umls", "mesh", "icd10", "icd11", "snomed", "rxnorm", "atc", "loinc", NULL};

/* alias is another name of the system, without hyphens. pattern is an extended
 * regular expression for a whole code in capitals. */
static const struct code_form {
    const char *system, *alias;
    const char *pattern, *example;
} forms[] = {
    {"umls", "cui", "^C[0-9]{7}$", "C0004238"},
    {"mesh", NULL, "^[CDQ][0-9]{6,9}$", "D001281"},
    {"icd10", "icd10cm", "^[A-Z][0-9][0-9A-Z]([.]?[0-9A-Z]{1,4})?$", "I48.9"},
    {"icd11", NULL, "^[0-9A-Z]{4}([.]?[0-9A-Z]{1,3})?([&/][0-9A-Z.]+)*$",
     "BC81.3"},
    {"icd11", NULL, "^X[0-9A-Z]{3,6}$", "XM8TF3"},
    {"snomed", "snomedct", "^[0-9]{6,18}$", "49436004"},
    {"rxnorm", "rxcui", "^[0-9]{1,8}$", "11289"},
    {"atc", NULL, "^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$", "B01AA03"},
    {"loinc", NULL, "^(L[AP])?[0-9]{1,7}-[0-9]$", "34714-6"},
};

#define N_FORMS (sizeof forms / sizeof *forms)

static void add_letters(const char *text, size_t n_bytes, struct buf *out)
{
    for (size_t i = 0; i < n_bytes; i++)
        if (ascii_is_alnum(text[i]))
            buf_add_char(out, ascii_lower(text[i]));
}

void code_add_key(const char *system, const char *value, struct buf *out)
{
    buf_printf(out, "%s:", system);
    add_letters(value, strlen(value), out);
}

/* Returns the system that a name means ("ICD-10", too), or NULL. */
static const char *find_system(const char *name, size_t n_bytes)
{
    const char *system = NULL;
    struct buf key;
    buf_init(&key);
    add_letters(name, n_bytes, &key);
    for (size_t i = 0; i < N_FORMS && !system; i++)
        if (str_equal(key.data, forms[i].system) ||
            str_equal(key.data, forms[i].alias))
            system = forms[i].system;
    buf_finish(&key);
    return system;
}

static bool matches_form(const struct code_form *form, const char *upper)
{
    regex_t regex;
    if (regcomp(&regex, form->pattern, REG_EXTENDED | REG_NOSUB) != 0)
        mem_exhausted(); /* out of memory: the patterns are valid */
    int result = regexec(&regex, upper, 0, NULL, 0);
    regfree(&regex);
    if (result == REG_ESPACE)
        mem_exhausted();
    return result == 0;
}

/* Tells whether a value has the form of the system's codes. *example is set to
 * a code of the system. */
static bool is_code(const char *system, const char *value, const char **example)
{
    bool matches = false;
    struct buf upper;
    buf_init(&upper);
    for (const char *at = value; *at; at++)
        buf_add_char(&upper, ascii_upper(*at));
    for (size_t i = N_FORMS; i > 0; i--)
        if (str_equal(forms[i - 1].system, system)) {
            matches = matches || matches_form(&forms[i - 1], upper.data);
            *example = forms[i - 1].example;
        }
    buf_finish(&upper);
    return matches;
}

static bool fail_with_systems(const char *typed, struct error *err)
{
    struct buf names;
    buf_init(&names);
    for (const char *const *name = code_systems; *name; name++)
        buf_printf(&names, "%s%s", names.n_bytes ? ", " : "", *name);
    error_set(err,
              strchr(typed, ':')
                  ? _("\"%s\" is not a known system of codes. Systems are %s")
                  : _("\"%s\": write SYSTEM:CODE, such as rxnorm:11289. "
                      "Systems are %s"),
              typed, names.data);
    buf_finish(&names);
    return false;
}

bool code_parse(const char *typed, struct buf *out, struct error *err)
{
    size_t n = strcspn(typed, ":");
    const char *example = "", *system = typed[n] ? find_system(typed, n) : NULL;
    if (!system)
        return fail_with_systems(typed, err);
    const char *value = typed + n + 1;
    if (!is_code(system, value, &example))
        return error_set(err, _("\"%s\": codes of %s look like %s:%s"), typed,
                         system, system, example);
    code_add_key(system, value, out);
    return true;
}

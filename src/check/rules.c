/* The table of rules: codes, names, and the pages that explain them. */
#include "check/rule.h"

#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"

#define ERROR SEVERITY_ERROR
#define WARNING SEVERITY_WARNING

const struct rule check_rules[] = {
#include "check/rules_front_matter.inc"
#include "check/rules_text.inc"
#include "check/rules_library.inc"
    {
        .code = "M090",
        .name = "hostile",
        .severity = WARNING,
        .summary = N_("The Markdown is too deeply nested or too unusual to "
                      "be formatted."),
        .why = N_("A parser would take minutes to read it, so it is shown "
                  "as plain text. Remove the deep nesting or the runs of "
                  "brackets."),
        .wrong = "> > > > > > ... (a hundred deep)",
        .right = "> A quote.",
    },
    {
        .code = "M091",
        .name = "utf8",
        .severity = ERROR,
        .summary = N_("Some bytes are not UTF-8."),
        .why = N_("Readers see a question mark instead of a letter. The file "
                  "may be in Windows-1252 or another encoding. To convert it "
                  "to UTF-8: iconv -f WINDOWS-1252 -t UTF-8"),
        .wrong = "caf<E9>",
        .right = "caf<C3><A9>",
        .run = rule_bytes,
    },
    {
        .code = "M092",
        .name = "control-character",
        .severity = ERROR,
        .summary = N_("The text contains a control character."),
        .why = N_("NUL, escape and similar characters get in by copying, or "
                  "are put in to do harm: terminals obey them. The reader "
                  "shows them as ^@ or ^[. An entity (&#27;) or an escape (\\e "
                  "in quotes) makes one as well."),
        .wrong = "dose: 5 mg^[[31m",
        .right = "dose: 5 mg",
        .run = rule_controls,
    },
    {
        .code = "M093",
        .name = "bidi-control",
        .severity = WARNING,
        .summary = N_("An invisible character changes the direction of text."),
        .why = N_("With U+202E and similar characters, text looks different "
                  "from how it is written: \"5.0\" can look like \"0.5\". "
                  "The reader does not obey them and shows <U+202E>. Hebrew "
                  "and Arabic do not need them."),
        .wrong = "take <U+202E>0.5 mg",
        .right = "take 5.0 mg",
        .run = rule_bidi,
    },
    {0},
};

const struct rule *check_rule_find(const char *word)
{
    const struct rule *rule = check_rules;
    while (rule->code && ascii_casecmp(rule->code, word) &&
           ascii_casecmp(rule->name, word))
        rule++;
    return rule->code ? rule : NULL;
}

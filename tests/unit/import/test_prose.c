#include "import/prose.h"

#include <string.h>

#include "../unit.h"

static void assert_becomes(const char *text, const char *expected)
{
    struct kind_context context = {.lang = "en", .title = "Gout"};
    struct markdown_heading heading = {.level = 3, .context = &context};
    struct buf out;
    buf_init(&out);
    prose_write(text, strlen(text), &heading, &out);
    assert_string_equal(out.data, expected);
    buf_finish(&out);
}

static void gives_structure_back(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"One sentence. Another.", "One sentence. Another.\n\n"},
        {"One.\n                \nTwo.", "One.\n\nTwo.\n\n"},
        {"They are:         - Fat.    - Muscles.     Then more.",
         "They are:\n\n- Fat.\n- Muscles.\n\nThen more.\n\n"},
        {"including\n\n- one  - two", "including\n\n- one\n- two\n\n"},
        {"- one  - two", "- one\n- two\n\n"},
        /* nested, by the width of the gap */
        {"- Types:          - A.     - B.        - Last.",
         "- Types:\n  - A.\n  - B.\n- Last.\n\n"},
        /* terms that stood in bold type */
        {"-   Liposarcoma . A rare cancer.      -   Other . Text.",
         "- **Liposarcoma.** A rare cancer.\n- **Other.** Text.\n\n"},
        /* single dashes are items only where there are several */
        {"Risks. - Age. It rises. - Sex. Men more.",
         "Risks.\n\n- Age. It rises.\n- Sex. Men more.\n\n"},
        {"A range of 5 - 10 days, or so - perhaps.",
         "A range of 5 - 10 days, or so - perhaps.\n\n"},
        {"prolactin --- too much", "prolactin --- too much\n\n"},
        /* headings */
        {"First text.\n\nUnderstanding the Heart\n\nText of it.",
         "First text.\n\n### Understanding the Heart\n\nText of it.\n\n"},
        {"Key Points    - Gout hurts.    - Diet helps.     Gout hurts.     "
         "Text.     Diet helps.     More.",
         "### Key Points\n\n- Gout hurts.\n- Diet helps.\n\n"
         "### Gout hurts\n\nText.\n\n### Diet helps\n\nMore.\n\n"},
        /* two spaces: GHR's paragraphs, NINDS's sentences */
        {"One. Two. Three. Four. Five.  Six.",
         "One. Two. Three. Four. Five.\n\nSix.\n\n"},
        {"One.  Two.  Three. Four.", "One. Two. Three. Four.\n\n"},
        {"See below. Signs and Symptoms Approximate number of patients (when "
         "available) Short stature 90% Ataxia - Seizures 3/4 The Human "
         "Phenotype Ontology (HPO) has more.",
         "See below.\n\n"
         "| Signs and Symptoms | Approximate number of patients (when "
         "available) |\n|---|---|\n| Short stature | 90% |\n| Ataxia | - "
         "|\n| Seizures | 3/4 |\n\nThe Human Phenotype Ontology (HPO) has "
         "more.\n\n"},
        {"", ""},
        {"   \n ", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_becomes(cases[i].text, cases[i].expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_structure_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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
        /* a list that has lost its dashes, and the heading after it */
        {"It will:\n\nPrevent symptoms, such as a cough\n\nHelp you "
         "sleep\n\nPrevent an emergency that would need a stay in a hospital "
         "for some days\n\nAsk your doctor.",
         "It will:\n\n- Prevent symptoms, such as a cough\n- Help you sleep\n"
         "- Prevent an emergency that would need a stay in a hospital for some "
         "days\n\nAsk your doctor.\n\n"},
        {"Causes are:\n\nAge\n\nSmoking\n\nTypes of Surgery\n\nThere are two.",
         "Causes are:\n\n- Age\n- Smoking\n\n### Types of Surgery\n\nThere are "
         "two.\n\n"},
        {"Ask:\n\nDoes it hurt?\n\nDoes it itch?\n\nHe asks.",
         "Ask:\n\n- Does it hurt?\n- Does it itch?\n\nHe asks.\n\n"},
        {"Ways are:\n\nA walk\n\nExercise\n\nExercise helps.",
         "Ways are:\n\n- A walk\n\n### Exercise\n\nExercise helps.\n\n"},
        {"Text.\n\nSigns\n\nFever\n\nA cough\n\nChills\n\nSee a doctor.",
         "Text.\n\n### Signs\n\n- Fever\n- A cough\n- Chills\n\nSee a "
         "doctor.\n\n"},
        {"It may be:\n\nSurgery\n\nIt takes an hour.",
         "It may be:\n\n### Surgery\n\nIt takes an hour.\n\n"},
        {"Text.\n\nTests\n\nSleep Studies\n\nYou sleep there.",
         "Text.\n\n### Tests\n\n### Sleep Studies\n\nYou sleep there.\n\n"},
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

/* A query may ask for a kind of section alone or with other words: by its name,
 * a prefix of it, other words or abbreviations, in six languages. */
#include "shelf.h"

static const struct shelved articles[] = {
    {"warfarin.md", "title: Warfarin\nlang: en\ntype: medicine",
     "Thins blood.\n\n## Who should not take warfarin?\n\nSome people.\n\n"
     "## Side effects\n\nBruises.\n\n## How to take warfarin\n\nOnce a "
     "day.\n\n## Overdose\n\nCall at once.\n\n## Pregnancy\n\nAsk first.\n\n"
     "## Alcohol and other medicines\n\nLittle.\n\n## Cost\n\nCheap.\n"},
    {"gout.md", "title: Gout\nlang: en\ntype: condition",
     "A sore toe.\n\n## Outlook\n\nGood.\n\n## Storage of crystals\n\nIn "
     "joints.\n"},
    {"prevacid.md", "title: Preventex\nlang: en\ntype: medicine",
     "Acid.\n\n## Side effects\n\nFew.\n"},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, sizeof articles / sizeof *articles);
}

static void finds_the_kind_beside_a_name(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *first;
    } cases[] = {
        {"warfarin contra", "warfarin/1"},
        {"contra warfarin", "warfarin/1"},
        {"warf contra", "warfarin/1"},
        {"warfarin CI", "warfarin/1"},
        {"who cant take warfarin", "warfarin/1"},
        {"SE warfarin", "warfarin/2"},
        {"warfarin adr", "warfarin/2"},
        {"warfarin max dose", "warfarin/3"},
        {"warfarin preg", "warfarin/5"},
        {"warfarin BF", "warfarin/5"},
        {"warfarin while expecting", "warfarin/5"},
        {"can I drink on warfarin", "warfarin/6"},
        {"warfarin DDI", "warfarin/6"},
        {"how much is warfarin", "warfarin/7"},
        {"how long until gout goes away", "gout/1"},
        {"warfarin embarazo", "warfarin/5"},
        {"warfarin nebenwirkungen", "warfarin/2"},
        {"warfarin chống chỉ định", "warfarin/1"},
        {"warfarin 禁忌", "warfarin/1"},
        {"warfarin surdosage", "warfarin/4"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_string_equal(shelf_first(cases[i].typed), cases[i].first);
}

/* Finds all sections of the kind, unless a name begins with the text. */
static void lists_a_kind_alone(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum kind kind; /* of all results; KIND_NONE if it is not a kind */
        size_t n;
    } cases[] = {
        {"contraindications", KIND_CONTRAINDICATIONS, 1},
        {"contra", KIND_CONTRAINDICATIONS, 1},
        {"prognosis", KIND_OUTLOOK, 1},
        {"side effects", KIND_SIDE_EFFECTS, 2},
        {"nebenwirkungen", KIND_SIDE_EFFECTS, 2},
        {"contraindicaciones", KIND_CONTRAINDICATIONS, 1},
        {"prevent", KIND_NONE, 0},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const struct search_options options = {.whole = true, .lang = "en"};
        struct search_results *results =
            search_run(the_index, cases[i].typed, &options);
        if (cases[i].kind != KIND_NONE) {
            assert_int_equal(results->n, cases[i].n);
            assert_int_equal(results->n_notes, 1);
            assert_int_equal(results->notes[0].type, NOTE_KIND);
        }
        for (size_t k = 0; k < results->n; k++)
            assert_true(cases[i].kind == KIND_NONE ||
                        results->items[k].kind == cases[i].kind);
        search_results_free(results);
    }
}

static void offers_both_meanings(void **state)
{
    (void)state;
    struct search_results *results =
        search_run(the_index, "warfarin OD", &(struct search_options){0});
    assert_true(results->n >= 2);
    enum kind first = results->items[0].kind, second = results->items[1].kind;
    assert_true((first == KIND_EMERGENCY && second == KIND_DOSAGE) ||
                (first == KIND_DOSAGE && second == KIND_EMERGENCY));
    assert_non_null(results->notes[0].others);
    search_results_free(results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_kind_beside_a_name),
        cmocka_unit_test(lists_a_kind_alone),
        cmocka_unit_test(offers_both_meanings),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}

/* Emergencies come first: the row with advice, and the sections that say what
 * to do. */
#include "shelf.h"

#include "base/file.h"
#include "search/red_flags.h"

static const struct shelved articles[] = {
    {"angina.md", "title: Angina\nlang: en\ntype: condition",
     "Chest pain on effort. Chest pain comes and goes; chest pain.\n\n"
     "## Symptoms\n\nPain in the chest, chest pain, chest pain.\n\n"
     "## Emergency\n\nCall an ambulance for chest pain that does not "
     "stop.\n\n## When to get help\n\nSee a doctor about chest pain.\n"},
    {"xray.md", "title: Chest X-ray\nlang: en\ntype: test",
     "A picture of the chest.\n\n## Emergency\n\nNone.\n"},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, sizeof articles / sizeof *articles);
}

static void tells_red_flags(void **state)
{
    (void)state;
    struct error err;
    struct buf rows;
    size_t n[2] = {0}, n_wrong = 0;
    buf_init(&rows);
    assert_true(file_read(EMERGENCY_ROWS, 0, &rows, NULL, &err));
    for (char *rest = rows.data, *row; (row = strsep(&rest, "\n"));) {
        char *question = strchr(row, '\t');
        if (*row == '#' || !question)
            continue;
        bool wanted = !strncmp(row, "yes", 3);
        n[wanted]++;
        if (red_flags_has(question + 1) == wanted)
            continue;
        print_message("# %s\n", row);
        n_wrong++;
    }
    assert_true(n[0] >= 200 && n[1] >= 200);
    assert_int_equal(n_wrong, 0);
    buf_finish(&rows);
}

static void puts_what_to_do_first(void **state)
{
    (void)state;
    const struct search_options options = {.lang = "en", .whole = true};
    struct search_results *results =
        search_run(the_index, "my chest hurts, chest pain", &options);
    assert_true(results->is_emergency);
    assert_true(results->n >= 4);
    assert_int_equal(results->items[0].kind, KIND_EMERGENCY);
    assert_string_equal(results->items[0].id, "angina");
    assert_int_equal(results->items[1].kind, KIND_SEE_DOCTOR);
    search_results_free(results);
    /* From the article that is named, whatever else is typed. */
    results =
        search_run(the_index, "swallowed too much angina bleach", &options);
    assert_true(results->is_emergency);
    assert_int_equal(results->items[0].kind, KIND_EMERGENCY);
    search_results_free(results);
    results = search_run(the_index, "chest x-ray", &options);
    assert_false(results->is_emergency);
    assert_string_equal(results->items[0].id, "xray");
    assert_int_not_equal(results->items[0].kind, KIND_EMERGENCY);
    search_results_free(results);
    /* The row is shown even if nothing is found. */
    results = search_run(the_index, "overdosed on zyxwv", &options);
    assert_true(results->is_emergency);
    search_results_free(results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_red_flags),
        cmocka_unit_test(puts_what_to_do_first),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}

#include "library/glossary.h"

#include "folder.h"

static const char one[] = "- term: keloid\n"
                          "  forms: [keloids, keloid scar]\n"
                          "  means: A raised scar.\n"
                          "- term: MRI\n"
                          "  means: A scan.\n";

static struct glossary *sample_glossary(void)
{
    static const char *const folders[] = {"a", "absent", "b"};
    put("a/glossary.yaml", one);
    put("b/glossary.yaml", "- {term: Keloids, means: Another.}\n"
                           "- {term: key, means: A key.}\n"
                           "- {term: lost}\n");
    return glossary_open(folders, 3, NULL);
}

static void finds_names_and_forms(void **state)
{
    (void)state;
    static const struct {
        const char *name, *meaning;
    } rows[] = {
        {"keloid", "A raised scar."},
        {"KELOID SCAR", "A raised scar."},
        {"keloids", "A raised scar."},
        {"mri", "A scan."},
        {"key", "A key."},
        {"keloid scars", "A raised scar."},
        {"kelo", NULL},
        {"", NULL},
        {"lost", NULL},
    };
    struct glossary *glossary = sample_glossary();
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        const struct glossary_term *term =
            glossary_find(glossary, rows[i].name);
        if (rows[i].meaning)
            assert_string_equal(term->meaning, rows[i].meaning);
        else
            assert_null(term);
    }
    assert_int_equal(glossary->n_terms, 3);
    glossary_free(glossary);
}

static void finds_the_longest_in_text(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t n_name;
    } rows[] = {
        {"Keloid scar, old", 11}, {"keloid scars", 12}, {"keloids", 7},
        {"keloidal", 0},          {"keloid", 6},        {"a keloid", 0},
        {"keloid\u00E9", 0},      {"keloid\u2019s", 6},
    };
    struct glossary *glossary = sample_glossary();
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        size_t n_name = 0;
        const struct glossary_term *term =
            glossary_at(glossary, rows[i].text, strlen(rows[i].text), &n_name);
        assert_int_equal(n_name, rows[i].n_name);
        assert_int_equal(term != NULL, rows[i].n_name > 0);
    }
    glossary_free(glossary);
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    struct glossary *glossary = sample_glossary();
    assert_int_equal(glossary->diagnostics.n, 1);
    assert_int_equal(glossary->diagnostics.items[0].line, 3);
    glossary_free(glossary);
    put("c/glossary.yaml", "term: x\n");
    glossary = glossary_open((const char *const[]){"c"}, 1, "en");
    assert_int_equal(glossary->n_terms, 0);
    assert_int_equal(glossary->diagnostics.n, 1);
    glossary_free(glossary);
    glossary_free(NULL);
}

/* One thing that is wrong costs itself alone. */
static void names_what_is_wrong(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text);
    buf_add(&text, "- {term: One, means: First.}\n"
                   "- {term: two, forms: [one], means: Second.}\n"
                   "- {term: one, means: Again.}\n- {term: long, means: ");
    buf_add_repeat(&text, "x", 1000000);
    buf_add(&text, "}\n- {term: rest, means: Works.}\n");
    put("a/glossary.yaml", text.data);
    put("b/glossary.yaml", "- {term: rest, means: Of another folder.}\n");
    struct glossary *glossary =
        glossary_open((const char *const[]){"a", "b"}, 2, NULL);
    assert_int_equal(glossary->diagnostics.n, 2);
    assert_int_equal(glossary->diagnostics.items[0].line, 4);
    assert_string_equal(glossary->diagnostics.items[0].text,
                        "long: the meaning has more than 2000 bytes, and is "
                        "left out");
    assert_int_equal(glossary->diagnostics.items[1].line, 3);
    assert_string_equal(glossary->diagnostics.items[1].text,
                        "one is explained in line 1 already");
    assert_int_equal(glossary->n_terms, 3);
    assert_string_equal(glossary_find(glossary, "one")->meaning, "First.");
    assert_string_equal(glossary_find(glossary, "rest")->meaning, "Works.");
    glossary_free(glossary);
    buf_finish(&text);
}

static void finds_plurals_and_any_case(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t n_name;
    } rows[] = {
        {"biopsies", 8},
        {"abscesses were", 9},
        {"ulcers", 6},
        {"ĐỘT BIẾN gen", sizeof "ĐỘT BIẾN" - 1},
        {"ulcer  of the\nskin", 18},
        {"class", 0},
        {"gas", 0},
        {"ulcerss", 0},
        {"iesx", 0},
        {"s", 0},
    };
    put("a/glossary.yaml", "- {term: biopsy, means: A.}\n"
                           "- {term: abscess, means: B.}\n"
                           "- {term: ulcer, means: C.}\n"
                           "- {term: ulcer of the skin, means: D.}\n"
                           "- {term: clas, means: E.}\n"
                           "- {term: ga, means: F.}\n"
                           "- {term: đột biến, means: G.}\n");
    struct glossary *glossary =
        glossary_open((const char *const[]){"a"}, 1, NULL);
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        size_t n_name = 0;
        glossary_at(glossary, rows[i].text, strlen(rows[i].text), &n_name);
        assert_int_equal(n_name, rows[i].n_name);
    }
    glossary_free(glossary);
}

static void assert_means(const char *lang, const char *name,
                         const char *meaning)
{
    static const char *const folders[] = {"a", "b"};
    struct glossary *glossary = glossary_open(folders, 2, lang);
    const struct glossary_term *term = glossary_find(glossary, name);
    if (meaning)
        assert_string_equal(term->meaning, meaning);
    else
        assert_null(term);
    glossary_free(glossary);
}

static void speaks_the_language(void **state)
{
    (void)state;
    glossary_free(sample_glossary());
    put("b/glossary.vi.yaml", "- {term: sẹo lồi, means: Sẹo nhô cao.}\n");
    assert_means("vi", "sẹo lồi", "Sẹo nhô cao.");
    assert_means("vi-VN", "sẹo lồi", "Sẹo nhô cao.");
    assert_means("vi", "keloid", NULL);
    assert_means("en-GB", "keloid", "A raised scar.");
    assert_means("en", "sẹo lồi", NULL);
    assert_means("fr", "keloid", "A raised scar.");
    assert_means("../b/x", "keloid", "A raised scar.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_names_and_forms, enter_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(finds_the_longest_in_text, enter_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(says_what_is_wrong, enter_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(names_what_is_wrong, enter_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(finds_plurals_and_any_case,
                                        enter_folder, leave_folder),
        cmocka_unit_test_setup_teardown(speaks_the_language, enter_folder,
                                        leave_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

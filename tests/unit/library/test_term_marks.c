/* Finds the terms in an article and those that are marked. */
#include "library/term_marks.h"

#include "base/buf.h"
#include "folder.h"

static const char terms[] = "- {term: keloid, means: A raised scar.}\n"
                            "- {term: keloid scar, means: The same.}\n"
                            "- {term: acne, means: Spots.}\n"
                            "- {term: biopsy, means: A small piece.}\n";

static struct glossary *open_terms(void)
{
    static const char *const folders[] = {"a"};
    put("a/glossary.yaml", terms);
    return glossary_open(folders, 1, NULL);
}

/* Asserts which terms an article has, in brackets if they are marked. */
static void assert_marks(const char *source, const char *expected)
{
    struct glossary *glossary = open_terms();
    struct article *article = article_parse(source, strlen(source), NULL);
    struct term_marks *marks = term_marks_new(article, glossary);
    struct term_mark_list list = {0};
    struct buf found;
    buf_init(&found);
    term_marks_find(marks, 0, (uint32_t)article->n_text_bytes, &list);
    for (size_t i = 0; i < list.n; i++) {
        const struct term_mark *mark = &list.items[i];
        buf_add(&found, i ? " " : "");
        buf_add(&found, mark->is_marked ? "[" : "");
        buf_add_n(&found, article->text + mark->text_start,
                  mark->text_end - mark->text_start);
        buf_add(&found, mark->is_marked ? "]" : "");
    }
    assert_string_equal(found.data, expected);
    buf_finish(&found);
    free(list.items);
    term_marks_free(marks);
    article_free(article);
    glossary_free(glossary);
}

static void marks_a_term_once_a_section(void **state)
{
    (void)state;
    assert_marks("Keloid, keloid.\n\n## One\n\nKeloids. A keloid scar, a "
                 "keloid.\n\nAcne.\n\n## Two\n\nAcne, acne.\n\n### Three\n\n"
                 "Acne.\n",
                 "[Keloid] keloid [Keloids] [keloid scar] keloid [Acne] "
                 "[Acne] acne Acne");
}

static void marks_in_lists_tables_and_quotes(void **state)
{
    (void)state;
    assert_marks("- a keloid\n- acne\n\n| biopsy | x |\n|---|---|\n| acne | y "
                 "|\n",
                 "[keloid] [acne] [biopsy] acne");
    assert_marks("> [!WARNING]\n> A keloid.\n", "[keloid]");
    assert_marks("A *keloid* scar, **acne**.\n", "[keloid scar] [acne]");
}

/* The term is marked at the next place where it can be. */
static void marks_nothing_of_its_own_look(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"## Acne\n\nAcne.\n", "Acne [Acne]"},
        {"## One\n\n### Acne\n\nAcne.\n", "Acne [Acne]"},
        {"[acne](x.md) and acne.\n", "acne [acne]"},
        {"A keloid [scar](x.md), a keloid.\n", "keloid scar [keloid]"},
        {"![acne](x.png) and acne.\n", "acne [acne]"},
        {"`acne` and acne.\n", "acne [acne]"},
        {"> [!EMERGENCY]\n> Acne.\n>\n> - acne\n\nAcne.\n", "Acne acne [Acne]"},
        {"    acne in code\n\nAcne.\n", "[Acne]"},
        {"<b>acne</b>, acne.\n", "[acne] acne"},
    };
    for (size_t i = 0; i < N_ELEMENTS(rows); i++)
        assert_marks(rows[i][0], rows[i][1]);
}

static void finds_those_in_a_range(void **state)
{
    (void)state;
    static const char source[] = "## One\n\nAcne and a keloid.\n\n## Two\n\n"
                                 "A biopsy.\n";
    struct glossary *glossary = open_terms();
    struct article *article = article_parse(source, strlen(source), NULL);
    struct term_marks *marks = term_marks_new(article, glossary);
    struct term_mark_list list = {0};
    uint32_t keloid =
        (uint32_t)(strstr(article->text, "keloid") - article->text);
    term_marks_find(marks, keloid + 2, keloid + 3, &list);
    assert_int_equal(list.n, 1);
    assert_string_equal(list.items[0].term->name, "keloid");
    term_marks_find(marks, keloid + 6, UINT32_MAX, &list);
    assert_int_equal(list.n, 2);
    assert_string_equal(list.items[1].term->name, "biopsy");
    assert_true(list.items[1].is_marked);
    free(list.items);
    term_marks_free(marks);
    article_free(article);
    glossary_free(glossary);
    term_marks_free(NULL);
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(marks_a_term_once_a_section),
        IN_FOLDER(marks_in_lists_tables_and_quotes),
        IN_FOLDER(marks_nothing_of_its_own_look),
        IN_FOLDER(finds_those_in_a_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

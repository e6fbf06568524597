/* GitHub's tables: examples 198 to 205 of the GFM specification, and cases that
 * it does not cover. */
#include <string.h>

#include "../unit.h"
#include "tree.h"

static void reads_tables(void **state)
{
    (void)state;
    static const struct tree_case cases[] = {
        {"| foo | bar |\n| --- | --- |\n| baz | bim |",
         "(table-.. (row (cell foo)(cell bar))(row (cell baz)(cell bim)))"},
        {"| abc | defghi |\n:-: | -----------:\nbar | baz",
         "(table-cr (row (cell abc)(cell defghi))(row (cell bar)(cell baz)))"},
        {"| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
         "(table-. (row (cell f|oo))(row (cell b (code |) az))(row (cell b "
         "(strong |) im)))"},
        {"| abc | def |\n| --- | --- |\n| bar | baz |\n> bar",
         "(table-.. (row (cell abc)(cell def))(row (cell bar)(cell baz)))"
         "(quote (p bar))"},
        {"| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar",
         "(table-.. (row (cell abc)(cell def))(row (cell bar)(cell baz))(row "
         "(cell bar)))(p bar)"},
        {"| abc | def |\n| --- |\n| bar |",
         "(p | abc | def |(soft)| --- |(soft)| bar |)"},
        {"| abc | def |\n| :-- | --- |\n| bar |\n| bar | baz | boo |",
         "(table-l. (row (cell abc)(cell def))(row (cell bar))(row (cell "
         "bar)(cell baz | boo)))"},
        {"| abc | def |\n| --- | --- |",
         "(table-.. (row (cell abc)(cell def)))"},
        {"a\nb | c\n-|-\nd | e",
         "(p a)(table-.. (row (cell b)(cell c))(row (cell d)(cell e)))"},
        {"|a|\n|-|\n|b|\n---\nc",
         "(table-. (row (cell a))(row (cell b)))(rule)(p c)"},
        {"| a | |\n|---|---|\n| | b |",
         "(table-.. (row (cell a)(cell))(row (cell)(cell b)))"},
        {"|*a|b*|\n|-|-|\n|[x]|# c|\n|- d|1. e|\n\n[x]: y.md",
         "(table-.. (row (cell *a)(cell b*))(row (cell (a=y.md x))(cell # "
         "c))(row (cell - d)(cell 1. e)))"},
        {"|a[^b]|\n|-|\n|c<br>d|",
         "(table-. (row (cell a(cite=-1 [^b])))(row (cell c(hard)d)))"},
        {"> - |a|b|\n>   |-|-|\n>   |c|d|",
         "(quote (list-tight (item (table-.. (row (cell a)(cell b))(row (cell "
         "c)(cell d))))))"},
        {"> [!NOTE]\n> |a|\n> |-|\n> |b|",
         "(alert-NOTE (table-. (row (cell a))(row (cell b))))"},
        {"|a|b|\r\n|-|-|\r\n|c|d|\r\n",
         "(table-.. (row (cell a)(cell b))(row (cell c)(cell d)))"},
        {"    |a|\n    |-|", "(pre |a|\n|-|)"},
        {"a | b\n\n- | -", "(p a | b)(list-tight (item (p | -)))"},
    };
    check_trees(cases, N_ELEMENTS(cases));
}

static void knows_where_cells_are(void **state)
{
    (void)state;
    const char *markdown = "Text.\n\n| a | *b* |\n|---|---|\n| c | [d](e) |\n";
    struct article *article = article_parse(markdown, strlen(markdown), NULL);
    const struct node *table = article->root->last;
    assert_int_equal(table->source_start, 7);
    assert_int_equal(table->first->last->source_start,
                     strstr(markdown, "*b*") - markdown);
    assert_int_equal(article->links[0].node->source_start,
                     strstr(markdown, "[d]") - markdown);
    assert_int_equal(article->links[0].node->source_end,
                     strstr(markdown, "(e)") + 3 - markdown);
    article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_tables),
        cmocka_unit_test(knows_where_cells_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

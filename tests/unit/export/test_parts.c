#include "export/parts.h"

#include <string.h>

#include "../unit.h"

static const char source[] = "---\n"
                             "sources: [{id: a, title: A}, {id: b, title: B}]\n"
                             "---\n"
                             "Overview.[^a]\n"
                             "\n"
                             "## Risks\n"
                             "\n"
                             "First.[^note]\n"
                             "\n"
                             "### Deeper {kind=storage}\n"
                             "\n"
                             "Cool place.\n"
                             "\n"
                             "#### Deepest\n"
                             "\n"
                             "Very cool.\n"
                             "\n"
                             "### Other {kind=more-info}\n"
                             "\n"
                             "> [!EMERGENCY] Call.\n"
                             "\n"
                             "## Aftercare {kind=aftercare}\n"
                             "\n"
                             "- in a list\n"
                             "\n"
                             "  > [!EMERGENCY] Call again.\n"
                             "\n"
                             "## More risks {kind=risks}\n"
                             "\n"
                             "Second.\n"
                             "\n"
                             "[^note]: As in b.[^b]\n";

/* Checks the first words of each part, and what the parts cite. */
static void finds_parts_of_a_kind(void **state)
{
    (void)state;
    static const struct {
        enum kind kind;
        const char *starts; /* parts separated by "|" */
        const char *cited;
    } cases[] = {
        {KIND_NONE, "Overview.|Risks|Aftercare|More risks|", "a b note "},
        {KIND_OVERVIEW, "Overview.|", "a "},
        {KIND_RISKS, "Risks|More risks|", "b note "},
        {KIND_STORAGE, "Deeper|", ""},
        {KIND_EMERGENCY, "Call.|in a list|", ""},
        {KIND_AFTERCARE, "Aftercare|", ""},
        {KIND_DOSAGE, "", ""},
    };
    struct article *article = article_parse(source, strlen(source), "x.md");
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct export_parts parts;
        struct buf starts, cited;
        buf_init(&starts);
        buf_init(&cited);
        parts_init(&parts, article, cases[i].kind);
        for (size_t j = 0; j < parts.n; j++) {
            const struct node *block =
                article->blocks[parts.items[j].blocks.first];
            const char *text = article->text + block->text_start;
            buf_add_n(&starts, text, strcspn(text, "\n["));
            buf_add_char(&starts, '|');
        }
        for (size_t j = 0; j < article->n_references; j++)
            if (parts.cited.references[j])
                buf_printf(&cited, "%s ", article->references[j].id);
        assert_string_equal(starts.data, cases[i].starts);
        assert_string_equal(cited.data, cases[i].cited);
        parts_finish(&parts);
        buf_finish(&starts);
        buf_finish(&cited);
    }
    article_free(article);
}

static void a_subsection_ends_at_the_next(void **state)
{
    (void)state;
    struct export_parts parts;
    struct article *article = article_parse(source, strlen(source), "x.md");
    parts_init(&parts, article, KIND_STORAGE);
    assert_int_equal(parts.n, 1);
    /* Heading, paragraph, deeper heading, paragraph. */
    assert_int_equal(parts.items[0].blocks.end - parts.items[0].blocks.first,
                     4);
    assert_string_equal(article->headings[parts.items[0].heading].title,
                        "Deeper");
    parts_finish(&parts);
    article_free(article);
}

static void an_empty_article_has_none(void **state)
{
    (void)state;
    struct export_parts parts;
    struct article *article = article_parse("", 0, NULL);
    parts_init(&parts, article, KIND_NONE);
    assert_int_equal(parts.n, 0);
    parts_finish(&parts);
    parts_finish(NULL);
    article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_parts_of_a_kind),
        cmocka_unit_test(a_subsection_ends_at_the_next),
        cmocka_unit_test(an_empty_article_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "import/markdown_file.h"

#include <string.h>

#include "convert.h"

static void assert_file(const char *name, const char *text, const char *file)
{
    struct given given;
    struct document document = {
        .name = name, .data = text, .n_bytes = strlen(text)};
    given_init(&given);
    assert_ptr_equal(importer_recognise(&document), importer_find("markdown"));
    if (!convert_text(&given, "markdown", name, text))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(last_file(&given), file);
    given_finish(&given);
}

static void maps_front_matter(void **state)
{
    (void)state;
    assert_file(
        "a/masks.md",
        "---\nlayout: post\ntitle: Masks\ndate: 2021-03-02 10:00:00 "
        "+0000\ntags: [a]\nauthor: {name: Ann}\ndescription: About "
        "masks.\ncanonical_url: https://a.example/\nlicense: MIT\n"
        "---\nWear one.\n",
        "---\ntitle: Masks\nkeywords:\n  - a\nsummary: About masks.\nauthors:\n"
        "  - name: Ann\nupdated: 2021-03-02\nlicence: MIT\norigin:\n"
        "  url: \"https://a.example/\"\n  retrieved: 2026-11-22\n---\n\n"
        "Wear one.\n");
    assert_file("a/wax.md",
                "---\ntitle: Wax\ncategories: ears wax\ntags: [drops, ears]\n"
                "reviewed_by: Ann\n---\n\nText.\n",
                "---\ntitle: Wax\nkeywords:\n  - ears\n  - wax\n  - drops\n"
                "reviewers:\n  - name: Ann\norigin:\n  retrieved: "
                "2026-11-22\n---\n\nText.\n");
    assert_file("a/b.md",
                "+++\ntitle = \"Hugo\"\nlastmod = 2021-04-05T10:00:00Z\n"
                "[x]\n+++\n\n# Hugo\n\nText.\n",
                "---\ntitle: Hugo\nupdated: 2021-04-05\norigin:\n"
                "  retrieved: 2026-11-22\n---\n\n# Hugo\n\nText.\n");
    assert_file("2021-03-02-masks.md", "# Cloth masks\r\n\r\nWear one.\r\n",
                "---\ntitle: Cloth masks\nupdated: 2021-03-02\norigin:\n"
                "  retrieved: 2026-11-22\n---\n\n# Cloth masks\n\nWear one.\n");
}

/* README says nothing; its folder does. */
static void names_articles(void **state)
{
    (void)state;
    static const struct {
        const char *name, *title;
    } cases[] = {
        {"x/covid/README.md", "title: covid\n"},
        {"x/covid/flu.md", "title: flu\n"},
        {"a.zip: gout/index.md", "title: gout\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct given given;
        given_init(&given);
        assert_true(convert_text(&given, "markdown", cases[i].name, "Text.\n"));
        assert_non_null(strstr(last_file(&given), cases[i].title));
        given_finish(&given);
    }
}

static void keeps_own_front_matter(void **state)
{
    (void)state;
    static const char file[] =
        "---\ntitle: Gout\nsynonyms: [podagra]\nsources:\n  - {id: a, title: "
        "A}\n---\n\nIt hurts.[^a]\n";
    assert_file("gout.md", file, file);
}

static void takes_pictures_out(void **state)
{
    (void)state;
    assert_file("a.md",
                "See ![a cow](data:image/png;base64,AAAAAAAAAAAA) and "
                "![b](b.png).\n",
                "---\ntitle: a\norigin:\n  retrieved: 2026-11-22\n---\n\n"
                "See a cow (picture in the file, 1 KB) and ![b](b.png).\n");
}

/* What only a site's templates would show. */
static void keeps_sentences_of_front_matter(void **state)
{
    (void)state;
    assert_file("a.md",
                "---\ntitle: Gout\nlayout: post of the month\nparams:\n  "
                "warning: Do not take it with wine.\n---\n\nText.\n",
                "---\ntitle: Gout\norigin:\n  retrieved: 2026-11-22\n---\n\n"
                "Warning: Do not take it with wine.\n\nText.\n");
}

static void survives_broken_front_matter(void **state)
{
    (void)state;
    assert_file("a.md", "---\ntitle: [x\n---\nText.\n",
                "---\ntitle: a\norigin:\n  retrieved: 2026-11-22\n---\n\n"
                "Text.\n");
    assert_file("a.md", "---\nnever closed\n",
                "---\ntitle: a\norigin:\n  retrieved: 2026-11-22\n---\n\n"
                "---\nnever closed\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(maps_front_matter),
        cmocka_unit_test(names_articles),
        cmocka_unit_test(keeps_own_front_matter),
        cmocka_unit_test(takes_pictures_out),
        cmocka_unit_test(keeps_sentences_of_front_matter),
        cmocka_unit_test(survives_broken_front_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "article/article.h"

#include <stdio.h>
#include <string.h>

#include "../unit.h"
#include "tree.h"

static struct article *parse(const char *markdown)
{
    return article_parse(markdown, strlen(markdown), "a/x.md");
}

static void takes_notes_out(void **state)
{
    (void)state;
    const char *markdown = "---\n"
                           "title: T\n"
                           "sources:\n"
                           "  - {id: a, title: A}\n"
                           "  - {id: b, title: B}\n"
                           "---\n"
                           "One[^b] two[^n].[^n]\n"
                           "\n"
                           "[^n]: A *note*\n"
                           "  that goes on.\n"
                           "\n"
                           "    And has [two][x] paragraphs.[^a]\n"
                           "[^b]: shown with source b\n"
                           "\n"
                           "## Next\n"
                           "\n"
                           "More[^n][^none].\n"
                           "\n"
                           "```\n"
                           "[^c]: code\n"
                           "```\n"
                           "\n"
                           "[x]: y.md\n";
    struct article *article = parse(markdown);
    assert_int_equal(article->diagnostics.n, 0);
    assert_int_equal(article->n_references, 3);
    const struct reference *references = article->references;
    assert_string_equal(references[0].id, "a");
    assert_string_equal(references[1].id, "b");
    assert_string_equal(references[2].id, "n");
    assert_ptr_equal(references[1].source, &article->meta.sources[1]);
    assert_null(references[2].source);
    assert_null(references[0].note);
    assert_non_null(references[1].note);
    assert_int_equal(references[2].n_citations, 3);
    assert_int_equal(references[2].first_section, 0);
    assert_int_equal(references[0].n_citations, 1);
    assert_int_equal(references[0].first_section, NO_SECTION);

    struct buf tree;
    buf_init(&tree);
    tree_add(article, references[2].note, &tree);
    assert_string_equal(tree.data,
                        "(doc (p A (em note)(soft)that goes on.)(p And has "
                        "(a=y.md two) paragraphs.(cite=0 [^a])))");
    buf_clear(&tree);
    tree_add(article, article->root, &tree);
    assert_string_equal(tree.data,
                        "(doc (p One(cite=1 [^b]) two(cite=2 [^n]).(cite=2 "
                        "[^n]))(h2 Next)(p More(cite=2 [^n])(cite=-1 "
                        "[^none]).)(pre [^c]: code))");
    buf_finish(&tree);
    article_free(article);
}

/* The first footnote with an id belongs to the source; others are listed
 * separately. */
static void keeps_every_note_of_an_id(void **state)
{
    (void)state;
    static const char *const texts[] = {"(doc (p first))", "(doc (p second))",
                                        "(doc (p third))", "(doc (p alone))",
                                        "(doc (p beside))"};
    struct article *article = parse("---\n"
                                    "title: T\n"
                                    "sources:\n"
                                    "  - {id: a, title: A}\n"
                                    "---\n"
                                    "One[^a] two[^b].\n"
                                    "\n"
                                    "[^a]: first\n"
                                    "[^a]: second\n"
                                    "[^a]: third\n"
                                    "[^b]: alone\n"
                                    "[^b]: beside\n");
    struct buf tree;
    buf_init(&tree);
    assert_int_equal(article->n_references, N_ELEMENTS(texts));
    for (size_t i = 0; i < N_ELEMENTS(texts); i++) {
        buf_clear(&tree);
        assert_non_null(article->references[i].note);
        tree_add(article, article->references[i].note, &tree);
        assert_string_equal(tree.data, texts[i]);
    }
    assert_non_null(article->references[0].source);
    assert_null(article->references[1].source);
    assert_int_equal(article->references[0].n_citations, 1);
    buf_finish(&tree);
    article_free(article);
}

static void divides_into_sections(void **state)
{
    (void)state;
    static const struct {
        const char *markdown;
        const char *sections; /* titles, "-" for one before the first */
        const char *title;
    } cases[] = {
        {"", "", "x"},
        {"a", "- ", "x"},
        {"# T\n\na\n\n## B\n\n### C\n\n## D", "- B D ", "T"},
        {"# T\n## B", "B ", "T"},
        {"# T\n\na\n\n# U\n\n## V", "- U V ", "T"},
        {"# T\n\n# U\n\n# V", "U V ", "T"},
        {"a\n\n# T\n\nb\n\n## C", "- C ", "T"},
        /* a level-1 heading in the middle is no title, but divides */
        {"a\n\n## B\n\nb\n\n# U\n\nc\n\n## D", "- B U D ", "x"},
        {"## B\n\nb\n\n# U\n\nc", "B U ", "x"},
        {"### B\n\nb\n\nU\n=\n\nc", "- U ", "x"},
        {"---\ntitle: U\n---\na\n\n## B\n\nb\n\n# U\n\nc", "- B U ", "U"},
        {"---\ntitle: U\n---\n# U\n\n## B\n\n# U\n\nc", "B U ", "U"},
        {"### A\n\n#### B\n\n### C", "A C ", "x"},
        {"a\n\n> ## Quoted\n\n### B", "- B ", "x"},
        {"---\ntitle: T\n---\n# t\n## B", "B ", "T"},
        {"---\ntitle: T\n---\n# U\n## B\n## C", "- B C ", "T"},
        {"---\ntitle: T\n---\n# U\n# V", "U V ", "T"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct article *article = parse(cases[i].markdown);
        struct buf titles;
        buf_init(&titles);
        for (size_t j = 0; j < article->n_sections; j++) {
            const char *title = article->sections[j].title;
            buf_printf(&titles, "%s ", title ? title : "-");
        }
        assert_string_equal(titles.data, cases[i].sections);
        assert_string_equal(article->title, cases[i].title);
        buf_finish(&titles);
        article_free(article);
    }
}

static void assert_text(const char *text, const char *expected)
{
    assert_int_equal(!text, !expected);
    if (expected)
        assert_string_equal(text, expected);
}

static void names_headings(void **state)
{
    (void)state;
    static const struct {
        const char *markdown, *title, *slug, *anchor, *bad_kind;
        enum kind kind; /* by the author */
    } cases[] = {
        {"## Side effects?", "Side effects?", "side-effects", NULL, NULL, 0},
        {"## *A* `b_c`[^1]", "A b_c", "a-b_c", NULL, NULL, 0},
        {"## What? {kind=risks}", "What?", "what", NULL, NULL, KIND_RISKS},
        {"## X {#here kind=uses}", "X", "x", "here", NULL, KIND_USES},
        {"## X {#a_b} {kind=uses}", "X", "x", "a_b", NULL, KIND_USES},
        {"## X {kind=nothing}", "X", "x", NULL, "nothing", 0},
        {"## X {.class}", "X {.class}", "x-class", NULL, NULL, 0},
        {"## **X**{#y}", "X", "x", "y", NULL, 0},
        {"## Chống chỉ định", "Chống chỉ định", "chống-chỉ-định", NULL, NULL,
         0},
        {"## 什么是微针？", "什么是微针？", "什么是微针", NULL, NULL, 0},
        {"A\nB\n---\n", "A B", "a-b", NULL, NULL, 0},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct article *article = parse(cases[i].markdown);
        const struct heading *heading = &article->headings[0];
        assert_string_equal(heading->title, cases[i].title);
        assert_string_equal(heading->slug, cases[i].slug);
        assert_text(heading->anchor, cases[i].anchor);
        assert_text(heading->bad_kind, cases[i].bad_kind);
        assert_int_equal(heading->kind_by_author, cases[i].kind != KIND_NONE);
        if (cases[i].kind)
            assert_int_equal(heading->kind, cases[i].kind);
        article_free(article);
    }
}

/* A heading that repeats the title is left out, unless that would lose its
 * links. */
static void keeps_what_a_title_links_to(void **state)
{
    (void)state;
    static const struct {
        const char *heading;
        size_t n_headings;
    } cases[] = {
        {"# Ear wax\n", 0},
        {"# Ear [wax](https://a.org)\n", 1},
        {"# Ear wax[^1]\n\n[^1]: x\n", 1},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf source;
        buf_init(&source);
        buf_printf(&source, "---\ntitle: Ear wax\n---\n%s", cases[i].heading);
        struct article *article = parse(source.data);
        assert_int_equal(article->n_headings, cases[i].n_headings);
        article_free(article);
        buf_finish(&source);
    }
}

static void counts_citations_of_figures(void **state)
{
    (void)state;
    struct article *article = parse(
        "---\nsources: [{id: a}, {id: b}]\n---\n```risk\npopulation: x\n"
        "period: y\noutcome: harm\nper: 100\nrows:\n"
        "- {label: l, n: 1, source: a}\n- {label: m, n: 2, source: b}\n```\n"
        "c[^b]\n");
    assert_int_equal(article->references[0].n_citations, 1);
    assert_int_equal(article->references[1].n_citations, 2);
    article_free(article);
}

static void keeps_slugs_apart(void **state)
{
    (void)state;
    static const char *const slugs[] = {"a", "a-1", "a-1-1", "a-2"};
    struct article *article = parse("## A\n## A\n## A-1\n## A\n");
    assert_int_equal(article->n_headings, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(article->headings[i].slug, slugs[i]);
        assert_int_equal(article_find_fragment(article, slugs[i]),
                         article->headings[i].node->source_start);
    }
    assert_int_equal(article_find_fragment(article, "b"), SIZE_MAX);
    article_free(article);
}

static void tells_links_apart(void **state)
{
    (void)state;
    static const struct {
        const char *url;
        enum link_type type;
        const char *target, *fragment;
    } cases[] = {
        {"https://a.org/x.md", LINK_WEB, NULL, NULL},
        {"mailto:a@b.c", LINK_WEB, NULL, NULL},
        {"//a.org/x", LINK_WEB, NULL, NULL},
        {"pic.png", LINK_WEB, "pic.png", NULL},
        {"a%20leaf.pdf#page=2", LINK_WEB, "a leaf.pdf", NULL},
        {"", LINK_WEB, NULL, NULL},
        {"#risks", LINK_ANCHOR, NULL, "risks"},
        {"chemical-peel.md#risks", LINK_ARTICLE, "chemical-peel.md", "risks"},
        {"../a/b%20c.md", LINK_ARTICLE, "../a/b c.md", NULL},
        {"acne", LINK_ARTICLE, "acne", NULL},
        {"acne#%C3%A9", LINK_ARTICLE, "acne", "é"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf markdown;
        buf_init(&markdown);
        buf_printf(&markdown, "[a](%s)", cases[i].url);
        struct article *article = parse(markdown.data);
        assert_int_equal(article->n_links, 1);
        const struct link *link = &article->links[0];
        assert_string_equal(link->url, cases[i].url);
        assert_int_equal(link->type, cases[i].type);
        assert_text(link->target, cases[i].target);
        assert_text(link->fragment, cases[i].fragment);
        article_free(article);
        buf_finish(&markdown);
    }
}

/* The words of [[target]] and [[target|words]] are text, as in any link. */
static void reads_links_of_wikis(void **state)
{
    (void)state;
    static const struct {
        const char *markdown, *text, *url; /* NULL: no link */
    } cases[] = {
        {"[[warfarin]]", "warfarin", "warfarin"},
        {"See [[acne|the skin]].", "See the skin.", "acne"},
        {"[[Chemical peel]]", "Chemical peel", "chemical-peel"},
        {"[[warfarin#Side effects]]", "warfarin#Side effects",
         "warfarin#side-effects"},
        {"[[a.md|A]]", "A", "a.md"},
        {"*[[acne]]*", "acne", "acne"},
        {"[[1]]", "[[1]]", NULL},
        {"[[acne|]]", "[[acne|]]", NULL},
        {"[[ acne]]", "[[ acne]]", NULL},
        {"[[ac[ne]]", "[[ac[ne]]", NULL},
        {"\\[\\[acne\\]\\]", "[[acne]]", NULL},
        {"`[[acne]]`", "[[acne]]", NULL},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct article *article = parse(cases[i].markdown);
        size_t n_bytes = strlen(cases[i].text);
        assert_true(article->n_text_bytes >= n_bytes);
        assert_memory_equal(article->text, cases[i].text, n_bytes);
        assert_int_equal(article->n_links, cases[i].url ? 1 : 0);
        if (cases[i].url) {
            const struct node *node = article->links[0].node;
            assert_string_equal(article->links[0].url, cases[i].url);
            assert_int_equal(article->source[node->source_start], '[');
            assert_int_equal(article->source[node->source_end - 1], ']');
        }
        article_free(article);
    }
    struct article *article = parse("[see [[acne]] too](x.md)");
    assert_int_equal(article->n_links, 1);
    assert_string_equal(article->links[0].url, "x.md");
    article_free(article);
}

static void finds_emergencies_the_most_urgent_first(void **state)
{
    (void)state;
    const char *markdown = "> [!URGENT] The same day.\n\n"
                           "## What if I take too much? {kind=emergency}\n\n"
                           "Ask.\n\n"
                           "## Uses {kind=uses}\n\n"
                           "> [!EMERGENCY] Here.\n\n"
                           "## Emergency {kind=emergency}\n\n"
                           "> [!EMERGENCY] Call.\n\n"
                           "> [!EMERGENCY] Call again.\n";
    static const char *const wanted[] = {"> [!EMERGENCY] Here", "## Emergency",
                                         "## What if", "> [!URGENT]"};
    struct article *article = parse(markdown);
    size_t places[8];
    assert_int_equal(article_find_emergencies(article, places, 8), 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(places[i], strstr(markdown, wanted[i]) - markdown);
    assert_int_equal(article_find_emergencies(article, places, 2), 2);
    article_free(article);
}

static void speaks_the_language_of_the_article(void **state)
{
    (void)state;
    static const struct {
        const char *front, *review, *label;
    } cases[] = {
        {"", "not medically reviewed", "Treatment"},
        {"type: medicine", "not medically reviewed", "Alternatives"},
        {"type: condition\nlang: es", "sin revisión médica", "Tratamiento"},
        {"type: vaccine\nlang: vi\nreviewers: [{name: An}]\nreviewed: "
         "2026-11-01",
         "thẩm định: An", "Lựa chọn khác"},
        {"type: test\nlang: de\nreviewers: [{name: A}, {name: B}]\nreviewed: "
         "2026-11-01",
         "geprüft von A u. a.", "Alternativen"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, "---\ntitle: T\n%s\n---\nText.\n",
                 cases[i].front);
        struct article *article = parse(text);
        assert_string_equal(article_review_state(article), cases[i].review);
        assert_string_equal(article_kind_label(article, KIND_TREATMENT),
                            cases[i].label);
        article_free(article);
    }
}

static void knows_places(void **state)
{
    (void)state;
    const char *markdown = "---\ntitle: T\n---\n"
                           "Before.\n"
                           "\n"
                           "## Risks {kind=risks}\n"
                           "\n"
                           "> one **two\n"
                           "> [three](x.md)** four\n"
                           "\n"
                           "## Uses {kind=uses}\n"
                           "\n"
                           "> [!EMERGENCY] Call.\n";
    struct article *article = parse(markdown);
    size_t risks = (size_t)(strstr(markdown, "## Risks") - markdown);
    size_t uses = (size_t)(strstr(markdown, "## Uses") - markdown);
    assert_int_equal(article_section_at(article, 0), 0);
    assert_int_equal(article_section_at(article, risks - 1), 0);
    assert_int_equal(article_section_at(article, risks), 1);
    assert_int_equal(article_section_at(article, uses + 5), 2);
    assert_int_equal(article_section_of_kind(article, KIND_USES, NO_SECTION),
                     2);
    assert_int_equal(article_section_of_kind(article, KIND_RISKS, 1),
                     NO_SECTION);
    assert_int_equal(article_find_kind(article, KIND_RISKS, SIZE_MAX), risks);
    assert_int_equal(article_find_kind(article, KIND_RISKS, risks), SIZE_MAX);
    assert_int_equal(article_find_kind(article, KIND_EMERGENCY, SIZE_MAX),
                     strstr(markdown, "> [!EM") - markdown);
    assert_true(article_kinds(article) ==
                ((uint64_t)1 << KIND_RISKS | (uint64_t)1 << KIND_USES |
                 (uint64_t)1 << KIND_EMERGENCY));
    assert_int_equal(article_find_fragment(article, "risks"), risks);
    assert_int_equal(article_find_fragment(article, "t"), article->body_start);

    size_t text = (size_t)(strstr(article->text, "one") - article->text);
    size_t source = (size_t)(strstr(markdown, "> one") - markdown);
    assert_int_equal(article_text_at(article, source), text);
    assert_int_equal(article_text_at(article, source + 2), text);
    assert_int_equal(article_source_at(article, text), source + 2);
    const struct link *link = &article->links[0];
    assert_int_equal(link->node->source_start,
                     strstr(markdown, "[three]") - markdown);
    assert_int_equal(link->node->source_end,
                     strstr(markdown, "** four") - markdown);
    article_free(article);
}

static void splits_names(void **state)
{
    (void)state;
    static const struct {
        const char *path, *id, *lang;
    } cases[] = {
        {"microneedling.vi.md", "microneedling", "vi"},
        {"/a.b/x.md", "x", ""},
        {"a/covid.pt-BR.md", "covid", "pt-BR"},
        {"vitamin.b12.md", "vitamin.b12", ""},
        {".vi.md", ".vi", ""},
        {"README", "README", ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const char *id, *lang;
        article_name_split(&arena, cases[i].path, &id, &lang);
        assert_string_equal(id, cases[i].id);
        assert_string_equal(lang, cases[i].lang);
    }
    arena_finish(&arena);
}

static void parses_a_tree_without_kinds(void **state)
{
    (void)state;
    static const char text[] = "## Side effects\n\nA rash.\n\n"
                               "## Then what? {kind=emergency}\n\nRing.[^1]"
                               "\n\n[^1]: A book.\n";
    struct article *whole = article_parse(text, strlen(text), NULL);
    struct article *tree = article_parse_tree(text, strlen(text));
    assert_int_equal(whole->headings[0].kind, KIND_SIDE_EFFECTS);
    assert_int_equal(tree->n_headings, 2);
    assert_int_equal(tree->headings[0].kind, KIND_NONE);
    assert_int_equal(tree->headings[1].kind, KIND_EMERGENCY);
    assert_string_equal(tree->text, whole->text);
    assert_int_equal(tree->n_references, whole->n_references);
    article_free(whole);
    article_free(tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parses_a_tree_without_kinds),
        cmocka_unit_test(takes_notes_out),
        cmocka_unit_test(keeps_every_note_of_an_id),
        cmocka_unit_test(divides_into_sections),
        cmocka_unit_test(names_headings),
        cmocka_unit_test(keeps_what_a_title_links_to),
        cmocka_unit_test(counts_citations_of_figures),
        cmocka_unit_test(keeps_slugs_apart),
        cmocka_unit_test(tells_links_apart),
        cmocka_unit_test(reads_links_of_wikis),
        cmocka_unit_test(knows_places),
        cmocka_unit_test(finds_emergencies_the_most_urgent_first),
        cmocka_unit_test(speaks_the_language_of_the_article),
        cmocka_unit_test(splits_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

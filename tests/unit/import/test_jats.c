#include "import/jats.h"

#include <string.h>

#include "convert.h"
#include "import/xml.h"

static const char paper[] =
    "<?xml version=\"1.0\"?><!DOCTYPE article PUBLIC \"-//NLM//DTD JATS\" "
    "\"x.dtd\"><article xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
    "xml:lang=\"en\"><front><journal-meta><journal-title-group><journal-title>"
    "Ears</journal-title></journal-title-group></journal-meta><article-meta>"
    "<article-id pub-id-type=\"doi\">10.1/ear</article-id><title-group>"
    "<article-title>Wax <italic>in</italic> ears</article-title></title-group>"
    "<contrib-group><contrib><name><surname>Example</surname><given-names>A"
    "</given-names></name><xref ref-type=\"aff\" rid=\"a\">1</xref></contrib>"
    "</contrib-group><aff id=\"a\">Ward 7</aff><pub-date><year>2024</year>"
    "</pub-date><pub-date><day>3</day><month>2</month><year>2024</year>"
    "</pub-date><permissions><license xlink:href=\"https://"
    "creativecommons.org/licenses/by/4.0/\"><p>Open.</p></license>"
    "</permissions><abstract><p>Wax is common.</p></abstract>"
    "<abstract abstract-type=\"plain-language-summary\"><title>In plain words"
    "</title><p>Leave it.</p></abstract></article-meta></front><body><sec>"
    "<label>1</label><title>Risks</title><p>It may hurt [<xref "
    "ref-type=\"bibr\" rid=\"b 1\">1</xref>], see <xref ref-type=\"table\" "
    "rid=\"t\">Table 1</xref> and <ext-link xlink:href=\"https://a.example\">"
    "this</ext-link>.</p><table-wrap id=\"t\"><label>Table 1</label><caption>"
    "<p>Harm</p></caption><table><thead><tr><th>What</th><th>Of 100</th></tr>"
    "</thead><tbody><tr><td>Pain</td><td>7</td></tr></tbody></table>"
    "</table-wrap><sec><title>Rare</title><list list-type=\"order\"><list-item>"
    "<p>deaf</p></list-item><list-item><p>dizzy</p></list-item></list></sec>"
    "</sec></body><back><ack><p>Thanks.</p></ack><ref-list><title>References"
    "</title><ref id=\"b 1\"><label>1</label><element-citation><person-group>"
    "<name><surname>Other</surname><given-names>B</given-names></name>"
    "</person-group><article-title>On wax</article-title><source>Ears</source>"
    "<year>2001</year><volume>3</volume><fpage>4</fpage><pub-id "
    "pub-id-type=\"doi\">10.1/wax</pub-id></element-citation></ref></ref-list>"
    "</back></article>";

static void reads_papers(void **state)
{
    (void)state;
    struct given given;
    struct document document = {
        .name = "x.xml", .data = paper, .n_bytes = strlen(paper)};
    given_init(&given);
    assert_ptr_equal(importer_recognise(&document), importer_find("jats"));
    if (!convert_text(&given, "jats", "x.xml", paper))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(
        last_file(&given),
        "---\ntitle: Wax in ears\nlang: en\nauthors:\n  - name: A Example\n"
        "updated: 2024-02-03\naudience: clinician\nlicence: CC-BY-4.0\n"
        "origin:\n  publisher: Ears\n  url: \"https://doi.org/10.1/ear\"\n"
        "  id: \"10.1/ear\"\n  retrieved: 2026-11-22\nsources:\n"
        "  - id: b-1\n    title: \"1. Other B. On wax. Ears. 2001;3:4. "
        "10.1/wax\"\n    year: 2001\n    doi: \"10.1/wax\"\n---\n\n"
        "## Abstract {kind=overview}\n\nWax is common.\n\n"
        "## In plain words {kind=overview}\n\nLeave it.\n\n"
        "## 1 Risks\n\nIt may hurt \\[[^b-1]\\], see Table 1 and "
        "[this](https://a.example).\n\n**Table 1**\n\nHarm\n\n"
        "| What | Of 100 |\n|---|---|\n| Pain | 7 |\n\n"
        "### Rare\n\n1. deaf\n2. dizzy\n\n## Acknowledgements\n\nThanks.\n");
    given_finish(&given);
}

/* Figures behind the text, notes glued to numbers, numbers that cite nothing.
 */
static void keeps_what_stands_elsewhere(void **state)
{
    (void)state;
    static const char text[] =
        "<article><front><article-meta><title-group><article-title>T"
        "</article-title></title-group></article-meta></front><body><p>It is "
        "39.1<xref ref-type=\"table-fn\" rid=\"n\">c</xref> high<xref "
        "ref-type=\"bibr\" rid=\"gone\">12</xref>.</p></body><floats-group>"
        "<fig><label>Figure 1</label><caption><p>A cow</p></caption></fig>"
        "</floats-group></article>";
    struct given given;
    given_init(&given);
    if (!convert_text(&given, "jats", "x", text))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(last_body(&given),
                        "It is 39.1c high \\[12\\].\n\n"
                        "## Figures and tables\n\n**Figure 1**\n\nA cow\n");
    given_finish(&given);
}

/* A letter or an answer that comes with an article. */
static void reads_sub_articles(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    if (!convert_text(
            &given, "jats", "x.xml",
            "<article xml:lang=\"en\"><front><article-meta><title-group>"
            "<article-title>Wax</article-title></title-group></article-meta>"
            "</front><body><p>Leave it.</p></body><sub-article><front-stub>"
            "<article-id>7</article-id><title-group><article-title>Reply"
            "</article-title></title-group></front-stub><body><sec><title>Risks"
            "</title><p>Call 999 if you bleed.</p></sec></body></sub-article>"
            "</article>"))
        fail_msg("%s", given.err.message);
    assert_string_equal(last_body(&given),
                        "Leave it.\n\n## Reply\n\n### Risks\n\n"
                        "Call 999 if you bleed.\n");
    given_finish(&given);
}

static void refuses_what_has_no_title(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "jats", "x",
                              "<article><front><article-meta/></front>"
                              "</article>"));
    assert_non_null(strstr(given.err.message, "without a title"));
    given_finish(&given);
}

static void loses_no_word_of_the_corpus(void **state)
{
    (void)state;
    static const char *const names[] = {"jats/1472-6831-8-11.nxml",
                                        "jats/pone.0000217.nxml"};
    for (size_t i = 0; i < N_ELEMENTS(names); i++) {
        struct given given;
        given_init(&given);
        if (!convert_file(&given, "jats", corpus_path(names[i])))
            fail_msg("%s", given.err.message);
        assert_int_equal(given.n_articles, 1);
        given_finish(&given);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_papers),
        cmocka_unit_test(keeps_what_stands_elsewhere),
        cmocka_unit_test(reads_sub_articles),
        cmocka_unit_test(refuses_what_has_no_title),
        cmocka_unit_test(loses_no_word_of_the_corpus),
    };
    xml_init();
    size_t n = tests_with("jats", N_ELEMENTS(tests), 1);
    int n_failed = _cmocka_run_group_tests("jats", tests, n, NULL, NULL);
    xml_finish();
    return n_failed;
}

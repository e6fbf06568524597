#include "import/fhir.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "convert.h"
#include "import/schema.h"
#include "import/xml.h"

#define DIV(text)                                                              \
    "\"text\": {\"status\": \"additional\", \"div\": \"<div "                  \
    "xmlns='http://www.w3.org/1999/xhtml'>" text "</div>\"}"
#define CODE(code) "\"code\": {\"coding\": [{\"code\": \"" code "\"}]}"
#define COMPOSITION(more)                                                      \
    "{\"resourceType\": \"Composition\", \"language\": \"fi\", "               \
    "\"type\": {\"coding\": [{\"code\": \"100000155538\"}]}, "                 \
    "\"date\": \"2024-03-01T10:00:00Z\", " more "}"

static void convert(struct given *given, const char *text)
{
    struct document document = {
        .name = "x", .data = text, .n_bytes = strlen(text)};
    given_init(given);
    assert_true(fhir_recognise(&document));
    assert_ptr_equal(importer_recognise(&document), importer_find("fhir"));
    if (!convert_text(given, "fhir", "x", text))
        fail_msg("%s", given->err.message);
}

/* Codes and numbers give kinds in a language that medfaq has no words of; the
 * code of the document is no section's. */
static void reads_leaflet(void **state)
{
    (void)state;
    struct given given;
    convert(
        &given,
        "{\"resourceType\": \"Bundle\", \"type\": \"document\", "
        "\"entry\": [{\"resource\": " COMPOSITION(
            "\"title\": \"Pakkausseloste\", \"section\": [{\"title\": "
            "\"B. Pakkausseloste\", " CODE(
                "100000155538") ", "
                                "\"section\": [{\"title\": \"2. Ennen "
                                "kuin\", " CODE("100000155538") ", " DIV(
                                    "<h2>2. Ennen kuin</h2><p>Kysy."
                                    "</p>") "},"
                                            "{\"title\": \"Ei\", " CODE(
                                                "20"
                                                "00"
                                                "00"
                                                "02"
                                                "98"
                                                "9"
                                                "7") ", " DIV("<ul><li>"
                                                              "yskä</li></"
                                                              "ul>") "},"
                                                                     "{" CODE("34088-5") ", " DIV(
                                                                         "<"
                                                                         "p"
                                                                         ">"
                                                                         "S"
                                                                         "o"
                                                                         "i"
                                                                         "t"
                                                                         "a"
                                                                         "."
                                                                         "<"
                                                                         "/"
                                                                         "p"
                                                                         ">") "},"
                                                                              "{\"title\": \"Tyhjä\", " DIV(
                                                                                  "unavailable") ", "
                                                                                                 "\"emptyReason\": {\"text\": \"unavailable\"}}]}]") "}, {\"resource\": {\"resourceType\": "
                                                                                                                                                     "\"MedicinalProductDefinition\", \"name\": [{\"productName\": "
                                                                                                                                                     "\"Zorvex 5 mg\"}]}}, {\"resource\": {\"resourceType\": "
                                                                                                                                                     "\"Organization\", \"name\": \"Northbank\"}}]}");
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(
        last_file(&given),
        "---\ntitle: Zorvex 5 mg\nlang: fi\ntype: medicine\n"
        "updated: 2024-03-01\naudience: patient\norigin:\n"
        "  publisher: Northbank\n  retrieved: 2026-11-22\n"
        "---\n\n**B. Pakkausseloste**\n\n"
        "## 2. Ennen kuin {kind=warnings}\n\nKysy.\n\n"
        "## Ei {kind=contraindications}\n\n- yskä\n\n"
        "## Emergency and overdose {kind=emergency}\n\nSoita.\n\n"
        "## Tyhjä\n\n");
    given_finish(&given);
}

static const char bundles[] =
    "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>"
    "<entry><resource><Bundle><entry><resource><Composition>"
    "<language value=\"es\"/><type><coding><code value=\"100000155532\"/>"
    "</coding></type><title value=\"Ficha técnica\"/><section><title "
    "value=\"1. Nombre\"/><text><div xmlns=\"http://www.w3.org/1999/xhtml\">"
    "<p> </p><p>Zorvex 5 mg gotas</p></div></text></section><section><title "
    "value=\"4.3. Contra&lt;x\"/><text><div "
    "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Asma.</p></div></text>"
    "</section></Composition></resource></entry></Bundle></resource></entry>"
    "<entry><resource><Bundle><entry><resource><Composition>"
    "<language value=\"es\"/><title value=\"Prospecto\"/>"
    "<section><title value=\"1. Qué es Zorvex\"/></section>"
    "<section><title value=\"3. Cómo tomar Zorvex\"/></section>"
    "<section><title value=\"4. Possible side effects of this\"/><text><div "
    "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Tos.</p></div></text></section>"
    "<section><title value=\"5. Conservación de Zorvex\"/></section>"
    "<section><title value=\"Who should not take it and what are the "
    "risks\"/></section>"
    "</Composition></resource></entry></Bundle></resource></entry></Bundle>";

static void gives_an_article_for_each_composition(void **state)
{
    (void)state;
    struct given given;
    convert(&given, bundles);
    assert_int_equal(given.n_articles, 2);
    const char *summary = given.files.data, *leaflet = last_file(&given);
    assert_non_null(strstr(summary, "title: Zorvex 5 mg gotas\n"));
    assert_non_null(strstr(summary, "audience: clinician\n"));
    assert_non_null(
        strstr(summary, "## 4.3. Contra\\<x {kind=contraindications}\n"));
    assert_non_null(strstr(leaflet, "title: Zorvex\n"));
    assert_non_null(strstr(leaflet, "audience: patient\n"));
    assert_non_null(strstr(leaflet, "## 4. Possible side effects of this "
                                    "{kind=side-effects}\n"));
    assert_non_null(strstr(leaflet, "## Who should not take it"));
    given_finish(&given);
}

/* A single section that is about something holds no whole leaflet, and a
 * document may have text of its own. */
static void keeps_what_is_above_the_sections(void **state)
{
    (void)state;
    static const char composition[] =
        "{\"resourceType\": \"Composition\", \"language\": \"en\", "
        "\"title\": \"Abc\", \"text\": {\"status\": \"additional\", "
        "\"div\": \"<div><p>Call 999 if you bleed.</p></div>\"}, "
        "\"section\": [{\"title\": \"Do not take Abc\", \"text\": {\"div\": "
        "\"<div><p>Do not take Abc if you bleed.</p></div>\"}, "
        "\"section\": [{\"title\": \"Overdose\", \"text\": {\"div\": "
        "\"<div><p>Call at once.</p></div>\"}}]}]}";
    struct given given;
    convert(&given, composition);
    assert_string_equal(last_body(&given),
                        "Call 999 if you bleed.\n\n## Do not take Abc\n\n"
                        "Do not take Abc if you bleed.\n\n### Overdose\n\n"
                        "Call at once.\n");
    given_finish(&given);
}

static void refuses_what_is_no_leaflet(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"{\"resourceType\": \"Bundle\", \"entry\": "
         "[{\"resource\": " COMPOSITION("\"section\": [{\"title\": \"A\", " DIV(
             "b") "}]") "}, "
                        "{\"resource\": {\"resourceType\": \"Patient\"}}]}",
         "patient's record"},
        {COMPOSITION("\"subject\": [{\"reference\": \"Patient/1\"}], "
                     "\"section\": [{\"title\": \"A\", " DIV("b") "}]"),
         "patient's record"},
        {"{\"resourceType\": \"Questionnaire\"}", "Questionnaire"},
        {"{\"resourceType\":\n \"Bundle\"", "line 2"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct given given;
        given_init(&given);
        assert_false(convert_text(&given, "fhir", "x", cases[i].text));
        if (!strstr(given.err.message, cases[i].message))
            fail_msg("%s", given.err.message);
        assert_int_equal(given.n_articles, 0);
        given_finish(&given);
    }
}

/* ---- corpora ---- */

static bool is_in_section(const xmlNode *node)
{
    while (node && !xml_is(node, "text"))
        node = node->parent;
    return node && xml_is(node->parent, "section");
}

/* An attribute of a node, or of its child. */
static void add_attribute_words(const xmlNode *node, const char *name,
                                struct buf *out)
{
    char *text = xml_attribute(node, name);
    add_words(text ? text : "", out);
    xmlFree(text);
}

#define MAX_REPEATED_LETTERS 6000

/* A title that its text begins with stands there once. */
static bool says_title(const xmlNode *section)
{
    char *title = xml_attribute(xml_child(section, "title"), "value");
    char *words = xml_words(xml_child(xml_child(section, "text"), "div"));
    bool says = title && strncmp(words, title, strlen(title)) == 0;
    free(words);
    xmlFree(title);
    return says && xml_child(section, "section");
}

/* The words of the sections' titles and texts, in order. */
static void add_section_words(const xmlNode *root, struct buf *out)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node))
        if (xml_is(node, "section") && says_title(node))
            continue;
        else if (xml_is(node, "section"))
            add_attribute_words(xml_child(node, "title"), "value", out);
        else if (xml_is(node, "img") && is_in_section(node))
            add_attribute_words(node, "alt", out);
        else if (node->type == XML_TEXT_NODE && is_in_section(node))
            add_words((const char *)node->content, out);
}

static void drop_line_ends(struct buf *words)
{
    size_t n = 0;
    for (const char *at = words->data; *at; at++)
        if (*at != '\n')
            words->data[n++] = *at;
    buf_truncate(words, n);
}

/* Where words end is for tags to say: the letters are compared. Cells that span
 * others are repeated, which makes some more. */
static void assert_same_letters(struct buf *expected, struct buf *got,
                                const char *name)
{
    drop_line_ends(expected);
    drop_line_ends(got);
    const char *at = got->data;
    size_t n_more = 0;
    for (const char *letter = expected->data; *letter; letter++, at++) {
        for (; *at && *at != *letter; at++)
            n_more++;
        if (!*at || n_more > MAX_REPEATED_LETTERS)
            fail_msg("%s: %.60s is lost", name, letter);
    }
    if (n_more + strlen(at) > MAX_REPEATED_LETTERS)
        fail_msg("%s: %zu letters more", name, n_more + strlen(at));
}

static void loses_no_word(const char *name)
{
    struct given given;
    struct buf text, expected, got;
    buf_init(&text);
    buf_init(&expected);
    buf_init(&got);
    given_init(&given);
    if (!convert_file(&given, "fhir", corpus_path(name)) ||
        !file_read(corpus_path(name), 0, &text, NULL, &given.err))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 2);
    xmlDoc *xml = xml_parse(text.data, text.n_bytes, &given.err);
    add_section_words(xmlDocGetRootElement(xml), &expected);
    add_article_words(given.files.data, &got);
    add_article_words(last_file(&given), &got);
    assert_same_letters(&expected, &got, name);
    xmlFreeDoc(xml);
    buf_finish(&got);
    buf_finish(&expected);
    buf_finish(&text);
    given_finish(&given);
}

/* Names of elements may have prefixes, and a text may come after the sections
 * of its section. */
static void reads_any_form_of_names(void **state)
{
    (void)state;
    struct given given;
    convert(&given,
            "<?xml version=\"1.0\"?><f:Bundle xmlns:f='http://hl7.org/fhir' "
            "xmlns:h='http://www.w3.org/1999/xhtml'><f:entry><f:resource>"
            "<f:Composition><f:language value=\"en\"/><f:title value=\"Lux\"/>"
            "<f:section><f:title value=\"Uses\"/><f:section><f:title "
            "value=\"Deep\"/><f:text><h:div><h:div>Knees.</h:div></h:div>"
            "</f:text></f:section><f:text><h:div><h:p>Pain.</h:p></h:div>"
            "</f:text></f:section></f:Composition></f:resource></f:entry>"
            "</f:Bundle>");
    assert_string_equal(last_body(&given),
                        "## Uses\n\nPain.\n\n### Deep\n\nKnees.\n");
    given_finish(&given);
}

static void loses_no_word_of_the_corpus(void **state)
{
    (void)state;
    loses_no_word("epi/34565.xml");
    loses_no_word("epi/61863.xml");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_leaflet),
        cmocka_unit_test(gives_an_article_for_each_composition),
        cmocka_unit_test(keeps_what_is_above_the_sections),
        cmocka_unit_test(refuses_what_is_no_leaflet),
        cmocka_unit_test(reads_any_form_of_names),
        cmocka_unit_test(loses_no_word_of_the_corpus),
    };
    xml_init();
    schema_init();
    size_t n = tests_with("epi", N_ELEMENTS(tests), 1);
    int n_failed = _cmocka_run_group_tests("fhir", tests, n, NULL, NULL);
    xml_finish();
    return n_failed;
}

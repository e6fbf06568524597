#include "import/spl.h"

#include <stdlib.h>
#include <string.h>

#include "kind/kind.h"
#include "base/file.h"
#include "convert.h"
#include "import/xml.h"

#define HEAD                                                                   \
    "<document xmlns=\"urn:hl7-org:v3\"><code code=\"34391-3\"/>"              \
    "<effectiveTime value=\"20110426\"/><setId root=\"abcdef0123\"/>"          \
    "<author><assignedEntity><representedOrganization><name>Maker</name>"      \
    "</representedOrganization></assignedEntity></author>"                     \
    "<component><structuredBody><component><section>"                          \
    "<code code=\"48780-1\"/><subject><manufacturedProduct>"                   \
    "<manufacturedProduct><name>Painaway<suffix>Forte</suffix></name>"         \
    "<ingredient classCode=\"ACTIB\"><quantity><numerator value=\"5\" "        \
    "unit=\"mg\"/><denominator value=\"1\" unit=\"1\"/></quantity>"            \
    "<ingredientSubstance><name>PAINOLOL</name></ingredientSubstance>"         \
    "</ingredient></manufacturedProduct></manufacturedProduct></subject>"      \
    "</section></component>"
#define FOOT "</structuredBody></component></document>"
#define SECTION(code, title, text)                                             \
    "<component><section><code code=\"" code "\"/><title>" title               \
    "</title><text>" text "</text></section></component>"

static void assert_body(const char *xml, const char *expected)
{
    struct given given;
    given_init(&given);
    if (!convert_text(&given, "spl", "x.xml", xml))
        fail_msg("%s", given.err.message);
    char *body = strdup(last_body(&given));
    char *ingredients = strstr(body, "## Ingredients");
    assert_non_null(ingredients);
    *ingredients = '\0';
    assert_string_equal(body, expected);
    free(body);
    given_finish(&given);
}

static void writes_sections(void **state)
{
    (void)state;
    assert_body(HEAD SECTION("34070-3", "Never",
                             "<paragraph>Do "
                             "not.</paragraph>") FOOT,
                "## Never {kind=contraindications}\n\nDo not.\n\n");
    assert_body(HEAD SECTION("42229-5", "Keep it dry", "Dry.") FOOT,
                "## Keep it dry\n\nDry.\n\n");
    /* a boxed warning comes first */
    assert_body(HEAD SECTION("34067-9", "USES", "Pain.")
                    SECTION("34066-1", "DEATH",
                            "It <content styleCode=\"bold\""
                            ">kills</content>.") FOOT,
                "> [!WARNING]\n> **DEATH**\n>\n> It **kills**.\n\n"
                "## USES\n\nPain.\n\n");
    assert_body(
        HEAD SECTION(
            "34090-1", "A",
            "<table><caption>T</caption><thead><tr><th>a</th>"
            "<th colspan=\"2\">b</th></tr></thead><tbody><tr>"
            "<td rowspan=\"2\">c</td><td>H<sub>2</sub>O</td><td>10<sup>-3"
            "</sup></td></tr><tr><td>f|g</td><td>h<footnote ID=\"n\">Note."
            "</footnote></td></tr></tbody></table><paragraph>After"
            "<footnoteRef IDREF=\"n\"/></paragraph>") FOOT,
        "## A {kind=how-it-works}\n\n**T**\n\n| a | b | b |\n|---|---|---|\n"
        "| c | H₂O | 10⁻³ |\n| c | f\\|g | h[^1] |\n\nAfter[^1]\n\n");
    assert_body(
        HEAD SECTION("34068-7", "Dose",
                     "<list listType=\"ordered\"><item>One <list><item>deep"
                     "</item></list></item><item>Two • three</item></list>")
            FOOT,
        "## Dose\n\n1. One\n   - deep\n2. Two\n   - three\n\n");
    assert_body(
        HEAD "<component><section ID=\"s1\"><code code=\"34071-1\"/><title>1 "
             "Warnings</title><component><section ID=\"s2\"><title>1.1 Liver"
             "</title><text>See <linkHtml href=\"#s1\">1</linkHtml> and "
             "<linkHtml href=\"#none\">none</linkHtml>.</text></section>"
             "</component></section></component>" FOOT,
        "## 1 Warnings {#s1}\n\n### 1.1 Liver\n\nSee [1](#s1) and none.\n\n");
}

#define ITEMS(type, caption1, caption2)                                        \
    HEAD SECTION("34068-7", "Dose",                                            \
                 "<list listType=\"" type "\"><item><caption>" caption1        \
                 "</caption>Shake it</item><item><caption>" caption2           \
                 "</caption><paragraph>Drink it</paragraph></item></list>")    \
        FOOT

/* The caption of an item is its mark, whatever the list is said to be. */
static void reads_captions_as_marks(void **state)
{
    (void)state;
    static const char bullets[] = "## Dose\n\n- Shake it\n- Drink it\n\n";
    assert_body(ITEMS("unordered", "◦", "◦"), bullets);
    assert_body(ITEMS("unordered", "●", "\uF0B7"), bullets);
    assert_body(ITEMS("ordered", "-", "–"), bullets);
    assert_body(ITEMS("unordered", "n", "n"), bullets);
    assert_body(ITEMS("unordered", "a", "b"),
                "## Dose\n\n- a Shake it\n- b Drink it\n\n");
    assert_body(ITEMS("unordered", "1.", "2."),
                "## Dose\n\n1. Shake it\n2. Drink it\n\n");
    assert_body(ITEMS("ordered", "3.", "4."),
                "## Dose\n\n- 3\\. Shake it\n- 4\\. Drink it\n\n");
    assert_body(ITEMS("ordered", "a)", "b)"),
                "## Dose\n\n- a) Shake it\n- b) Drink it\n\n");
}

#define UNTITLED(code, display, text)                                          \
    "<component><section><code code=\"" code "\" displayName=\"" display       \
    "\"/><text><paragraph>" text "</paragraph></text></section></component>"

/* A code that gives a kind is a heading, too. */
static void heads_coded_sections(void **state)
{
    (void)state;
    assert_body(
        HEAD
        "<component><section><code "
        "code=\"34071-1\"/><title>Warnings</title>" UNTITLED(
            "50570-1", "OTC - DO NOT USE SECTION",
            "if you cough") UNTITLED("53414-9", "OTC", "ask first")
            UNTITLED("50565-1", "OTC", "If swallowed, get help.") UNTITLED(
                "42229-5", "SPL UNCLASSIFIED SECTION", "more")
                UNTITLED("34073-7", "DRUG INTERACTIONS SECTION",
                         "tea") "</section></component>" UNTITLED("51945-4",
                                                                  "X", "one")
                    UNTITLED("51945-4", "X", "two") FOOT,
        "## Warnings\n\n### Do not use\n\nif you cough\n\n"
        "### Pregnancy or breast-feeding\n\nask first\n\n"
        "### Keep out of reach of children {kind=emergency}\n\n"
        "If swallowed, get help.\n\n### Other information\n\nmore\n\n"
        "### Drug interactions\n\ntea\n\n"
        "## Package label\n\none\n\ntwo\n\n");
}

/* Lines in bold type are headings in a patient's guide, and nowhere else. */
static void reads_guides(void **state)
{
    (void)state;
    static const char bold[] = "<paragraph><content styleCode=\"bold\">Who "
                               "should not take it?</content></paragraph>"
                               "<paragraph>You.</paragraph>";
    struct buf xml;
    buf_init(&xml);
    buf_printf(&xml,
               "%s<component><section><code code=\"42231-1\"/><text>%s"
               "</text></section></component>%s",
               HEAD, bold, FOOT);
    assert_body(xml.data, "## Medication guide {kind=more-info}\n\n"
                          "### Who should not take it?\n\nYou.\n\n");
    buf_clear(&xml);
    buf_printf(&xml,
               "%s<component><section><code code=\"34067-9\"/><title>U"
               "</title><text>%s</text></section></component>%s",
               HEAD, bold, FOOT);
    assert_body(xml.data, "## U {kind=uses}\n\n**Who should not take it?**\n\n"
                          "You.\n\n");
    buf_finish(&xml);
}

static void writes_front_matter(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    assert_true(convert_text(&given, "spl", "x.xml",
                             HEAD SECTION("34067-9", "Uses", "Pain.") FOOT));
    static const char start[] = "---\n"
                                "title: Painaway Forte\n"
                                "lang: en\n"
                                "type: medicine\n"
                                "synonyms:\n"
                                "  - painolol\n"
                                "updated: 2011-04-26\n"
                                "audience: clinician\n"
                                "origin:\n"
                                "  publisher: Maker\n";
    assert_memory_equal(last_file(&given), start, strlen(start));
    assert_non_null(strstr(last_file(&given), "\n  id: abcdef0123\n"));
    assert_non_null(strstr(last_file(&given), "PAINOLOL 5 mg in 1"));
    assert_false(convert_text(&given, "spl", "x.xml",
                              "<document><setId root=\"x\"/></document>"));
    assert_non_null(strstr(given.err.message, "names no product"));
    given_finish(&given);
}

/* <v3:document>: what is no text of the label has a prefix, too. */
static void reads_names_with_prefixes(void **state)
{
    (void)state;
    static const char xml[] =
        HEAD SECTION("34067-9", "Uses", "<paragraph>Pain.</paragraph>") FOOT;
    struct buf prefixed;
    struct given given;
    buf_init(&prefixed);
    for (const char *at = xml; *at; at++) {
        buf_add_char(&prefixed, *at);
        if (*at == '<' && at[1] == '/')
            buf_add_char(&prefixed, *++at);
        if (*at == '<' || (*at == '/' && at[-1] == '<'))
            buf_add(&prefixed, "v3:");
        else if (strncmp(at, " xmlns=", 7) == 0)
            buf_add(&prefixed, "xmlns:v3"), at += 5;
    }
    given_init(&given);
    if (!convert_text(&given, "spl", "x.xml", prefixed.data))
        fail_msg("%s: %s", given.err.message, prefixed.data);
    assert_non_null(strstr(last_body(&given), "## Uses\n\nPain.\n"));
    given_finish(&given);
    buf_finish(&prefixed);
}

/* ---- nothing is lost ---- */

static bool joins(const xmlNode *node)
{
    return xml_is(node, "content") || xml_is(node, "sub") ||
           xml_is(node, "sup") || xml_is(node, "linkHtml");
}

/* A cell of a head's second row, which is joined to one above it, or of the
 * foot, which comes last? */
static bool moves(const xmlNode *cell)
{
    const xmlNode *row = cell->parent;
    return (xml_is(cell, "td") || xml_is(cell, "th")) &&
           (xml_is(row->parent, "tfoot") ||
            (xml_is(row->parent, "thead") &&
             xml_child(row->parent, "tr") != row));
}

/* The text below a node, elements apart; notes and what else moves go to
 * notes. */
static void add_text(const xmlNode *node, struct buf *out, struct buf *notes)
{
    for (const xmlNode *at = node->children; at; at = at->next) {
        if (at->type == XML_TEXT_NODE)
            buf_add(out, (const char *)at->content);
        if (at->type != XML_ELEMENT_NODE)
            continue;
        if ((xml_is(at, "footnote") || moves(at)) && notes) {
            struct buf note;
            buf_init(&note);
            add_text(at, &note, notes);
            buf_printf(notes, "%s\f", note.data);
            buf_finish(&note);
            continue;
        }
        const char *apart = joins(at) ? "" : " ";
        buf_add(out, apart);
        add_text(at, out, notes);
        buf_add(out, apart);
    }
}

static void add_section(const xmlNode *section, struct buf *out,
                        struct buf *notes)
{
    for (const xmlNode *at = section->children; at; at = at->next) {
        if (xml_is(at, "title") || xml_is(at, "text"))
            add_text(at, out, notes);
        buf_add(out, " ");
        if (xml_is(at, "component") && xml_child(at, "section"))
            add_section(xml_child(at, "section"), out, notes);
    }
}

static void add_highlights(const xmlNode *root, struct buf *out)
{
    for (const xmlNode *at = root; at; at = xml_walk(root, at))
        if (xml_is(at, "highlight") && xml_child(at, "text")) {
            add_text(xml_child(at, "text"), out, NULL);
            buf_add(out, " ");
        }
}

static bool is_boxed(const xmlNode *section)
{
    char *code = xml_attribute(xml_child(section, "code"), "code");
    bool boxed = code && strcmp(code, "34066-1") == 0;
    xmlFree(code);
    return boxed;
}

static void assert_notes(const struct buf *notes, const char *article)
{
    for (const char *note = notes->data; *note;) {
        size_t n = strcspn(note, "\f");
        char *text = strndup(note, n);
        struct buf words;
        buf_init(&words);
        add_words(text, &words);
        if (!strstr(article, words.data))
            fail_msg("the note %s is lost", text);
        buf_finish(&words);
        free(text);
        note += n + (note[n] == '\f');
    }
}

static void assert_nothing_lost(const char *name)
{
    struct given given;
    given_init(&given);
    const char *path = corpus_path(name);
    if (!convert_file(&given, "spl", path))
        fail_msg("%s: %s", name, given.err.message);
    struct buf file, text, notes, expected, got;
    buf_init(&file), buf_init(&text), buf_init(&notes);
    buf_init(&expected), buf_init(&got);
    assert_true(file_read(path, 0, &file, NULL, NULL));
    xmlDoc *xml = xml_parse(file.data, file.n_bytes, NULL);
    const xmlNode *root = xmlDocGetRootElement(xml);
    const xmlNode *body =
        xml_child(xml_child(root, "component"), "structuredBody");
    for (int boxed = 1; boxed >= 0; boxed--) {
        for (const xmlNode *at = xml_child(body, "component"); at;
             at = xml_next(at, "component"))
            if (is_boxed(xml_child(at, "section")) == boxed)
                add_section(xml_child(at, "section"), &text, &notes);
        if (boxed)
            add_highlights(root, &text);
    }
    add_words(text.data, &expected);
    add_article_words(last_file(&given), &got);
    /* besides: notes, ingredients, titles of highlights */
    assert_holds_words(&expected, &got, 600, name);
    assert_notes(&notes, got.data);
    xmlFreeDoc(xml);
    buf_finish(&file), buf_finish(&text), buf_finish(&notes);
    buf_finish(&expected), buf_finish(&got);
    given_finish(&given);
}

static void loses_no_word_of_the_corpus(void **state)
{
    (void)state;
    assert_nothing_lost("spl/cough.xml");
    assert_nothing_lost("spl/no-title.xml");
    assert_nothing_lost("spl/lipitor-repack.xml");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_sections),
        cmocka_unit_test(reads_captions_as_marks),
        cmocka_unit_test(heads_coded_sections),
        cmocka_unit_test(reads_guides),
        cmocka_unit_test(writes_front_matter),
        cmocka_unit_test(reads_names_with_prefixes),
        cmocka_unit_test(loses_no_word_of_the_corpus),
    };
    xml_init();
    size_t n = tests_with("spl", N_ELEMENTS(tests), 1);
    int n_failed = _cmocka_run_group_tests("spl", tests, n, NULL, NULL);
    xml_finish();
    return n_failed;
}

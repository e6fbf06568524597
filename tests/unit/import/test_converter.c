#include "import/converter.h"

#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/platform.h"
#include "convert.h"
#include "import/xml.h"

/* ---- limits ---- */

/* Runs a row on a document of some bytes. */
static bool run_row(const struct converter *row, const char *text,
                    struct buf *out, struct error *err)
{
    struct document document = {
        .name = "a", .data = text, .n_bytes = strlen(text)};
    *err = (struct error){0};
    buf_clear(out);
    return converter_run(row, &document, out, err);
}

static void gives_what_the_program_prints(void **state)
{
    (void)state;
    static const struct converter cat = {.what = "a text",
                                         .arguments = {"cat", "/dev/stdin"}};
    static const char hostile[] = "$(touch x); `id` \x1B[2J";
    struct buf out;
    struct error err;
    buf_init(&out);
    assert_true(run_row(&cat, hostile, &out, &err));
    assert_string_equal(out.data, hostile);
    buf_finish(&out);
}

static void says_what_went_wrong(void **state)
{
    (void)state;
    static const struct {
        struct converter row;
        const char *reason;
    } cases[] = {
        {{.what = "a leaf",
          .package = "leaf-utils",
          .arguments = {"medfaq-no-such-program"}},
         "a leaf; to have medfaq-no-such-program read it, install the "
         "package leaf-utils"},
        {{.what = "a leaf",
          .arguments = {"sh", "-c", "echo one >&2; echo two >&2; exit 3"}},
         "sh cannot read it: two"},
        {{.what = "a leaf", .arguments = {"sh", "-c", "kill -9 $$"}},
         "killed by signal 9"},
        {{.what = "a leaf", .arguments = {"yes"}, .max_bytes = 1 << 20},
         "yes was stopped because its output was larger than 1 MB"},
        {{.what = "a leaf", .arguments = {"sleep", "60"}, .seconds = 1},
         "sleep was stopped because it took longer than 1 seconds"},
        {{.what = "a leaf",
          .arguments = {"sh", "-c", "exec >&- 2>&-; sleep 60"},
          .seconds = 1},
         "it took longer than 1 seconds"},
        {{.what = "a leaf",
          .arguments = {"sh", "-c", "while :; do :; done"},
          .seconds = 1},
         "sh was"},
        {{.what = "a leaf",
          .arguments = {"sh", "-c", "echo x > /tmp/medfaq-converter-test"}},
         "killed by signal"},
    };
    struct buf out;
    buf_init(&out);
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct error err;
        int64_t start_ms = platform_now_ms();
        assert_false(run_row(&cases[i].row, "text", &out, &err));
        if (!strstr(err.message, cases[i].reason))
            fail_msg("\"%s\" is not in \"%s\"", cases[i].reason, err.message);
        assert_true(platform_now_ms() - start_ms < 30000);
    }
    buf_finish(&out);
    unlink("/tmp/medfaq-converter-test");
}

static void warnings_are_no_errors(void **state)
{
    (void)state;
    static const struct converter row = {
        .what = "a leaf", .arguments = {"sh", "-c", "echo w >&2; echo good"}};
    struct buf out;
    struct error err;
    buf_init(&out);
    assert_true(run_row(&row, "", &out, &err));
    assert_string_equal(out.data, "good\n");
    buf_finish(&out);
}

static void nothing_runs_in_a_kiosk(void **state)
{
    (void)state;
    struct buf out;
    struct error err;
    buf_init(&out);
    setenv("MEDFAQ_SECURE", "1", 1);
    bool good = run_row(&converters[0], "%PDF-1.4", &out, &err);
    unsetenv("MEDFAQ_SECURE");
    assert_false(good);
    assert_non_null(strstr(err.message, "MEDFAQ_SECURE"));
    assert_int_equal(out.n_bytes, 0);
    buf_finish(&out);
}

/* ---- the table ---- */

static void recognises_by_evidence(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *what; /* NULL: none */
    } cases[] = {
        {"a", "%PDF-1.4", "a PDF file"},
        {"a", "{\\rtf1 x}", "rich text (RTF)"},
        {"a.org", "* Wax", "an Org file"},
        {"a.rst", "Wax\n===", "a reStructuredText file"},
        {"a", "PK\003\004 word/document.xml", "a Word document"},
        {"a", "PK\003\004 application/epub+zip", "an EPUB file"},
        {"a", "PK\003\004 application/vnd.oasis.opendocument.text",
         "an OpenDocument text"},
        {"a", "<article xmlns='http://docbook.org/ns/docbook'>",
         "a DocBook file"},
        {"a", "<?xml version='1.0'?><book><title>", "a DocBook file"},
        {"a", "<article><p>a web page's</p>", NULL},
        {"a", "PK\003\004 a/b.html", NULL},
        {"a.txt", "word/document.xml", NULL},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct document document = {.name = cases[i].name,
                                    .data = cases[i].text,
                                    .n_bytes = strlen(cases[i].text)};
        const struct converter *row = converter_find(&document);
        if (!row != !cases[i].what || (row && strcmp(row->what, cases[i].what)))
            fail_msg("%s: %s", cases[i].text, row ? row->what : "none");
    }
}

/* ---- pandoc ---- */

static bool has_pandoc(void)
{
    return system("pandoc --version >/dev/null 2>&1") == 0;
}

static const char org[] = "#+TITLE: Ear wax\n\n* What are the risks?\n\n"
                          "- pain\n- deafness, 1 in 1000\n\n* Dose\n\n"
                          "| Drug | Dose |\n|------+------|\n| A    | 5 mg |\n";

static void reads_by_pandoc(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    if (!convert_text(&given, "pandoc", "wax.org", org))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    assert_non_null(strstr(last_file(&given), "title: Ear wax\n"));
    assert_string_equal(last_body(&given),
                        "## What are the risks?\n\n- pain\n- deafness, 1 in "
                        "1000\n\n## Dose\n\n| Drug | Dose |\n|---|---|\n"
                        "| A | 5 mg |\n");
    given_finish(&given);
}

/* Org without the rule below the head of the table. */
static const char org_rows[] =
    "#+TITLE: Ear wax\n\n* What are the risks?\n\n- pain\n- deafness, 1 in "
    "1000\n\n* Dose\n\nTake it.[fn:1]\n\n| Drug | Dose |\n| A    | 5 mg |\n\n"
    "[fn:1] With water.\n";

/* Sections of one level are sections, all of them, and the file's name is the
 * title. */
static void a_first_section_is_no_title(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    assert_true(convert_text(&given, "pandoc", "wax.rst",
                             "Risks\n=====\n\nPain.\n\nUses\n====\n\nEars.\n"));
    assert_non_null(strstr(last_file(&given), "title: wax\n"));
    assert_string_equal(last_body(&given),
                        "## Risks\n\nPain.\n\n## Uses\n\nEars.\n");
    given_finish(&given);
}

/* Pandoc makes a file of a text in a new folder, which is returned. */
static void write_by_pandoc(const char *text, const char *to, char *folder,
                            char path[128])
{
    char command[600];
    assert_non_null(mkdtemp(folder));
    snprintf(path, 128, "%s/wax.%s", folder, to);
    snprintf(command, sizeof command,
             "printf '%%s' '%s' | pandoc -s -f org -t %s -o %s", text, to,
             path);
    assert_int_equal(system(command), 0);
}

/* Some versions of pandoc lose the head of a table in an OpenDocument text:
 * then there is no article, and else the head is in it. */
static void loses_nothing_that_pandoc_loses(void **state)
{
    (void)state;
    const char *const texts[] = {org, org_rows};
    for (size_t i = 0; i < 2; i++) {
        char folder[] = "/tmp/medfaq-converter-XXXXXX", path[128];
        struct given given;
        given_init(&given);
        write_by_pandoc(texts[i], "odt", folder, path);
        if (convert_file(&given, "pandoc", path)) {
            assert_int_equal(given.n_articles, 1);
            assert_non_null(strstr(last_body(&given), "Drug"));
            assert_non_null(strstr(last_body(&given), "5 mg"));
        } else {
            assert_int_equal(i, 0);
            assert_non_null(strstr(given.err.message, "would be lost: \"Drug"));
            assert_int_equal(given.n_articles, 0);
        }
        given_finish(&given);
        unlink(path);
        rmdir(folder);
    }
}

/* Each format is made by pandoc of the same text. */
static void reads_every_format(void **state)
{
    (void)state;
    static const struct {
        const char *to, *name;
    } formats[] = {{"docx", "wax.docx"},
                   {"epub", "wax.epub"},
                   {"rtf", "wax.rtf"},
                   {"docbook5", "wax.xml"},
                   {"docbook4", "wax.xml"}};
    char folder[] = "/tmp/medfaq-converter-XXXXXX";
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < N_ELEMENTS(formats); i++) {
        char path[128], command[400];
        snprintf(path, sizeof path, "%s/%s", folder, formats[i].name);
        snprintf(command, sizeof command,
                 "printf '%%s' '%s' | pandoc -s -f org -t %s -o %s", org,
                 formats[i].to, path);
        assert_int_equal(system(command), 0);
        struct given given;
        given_init(&given);
        if (!convert_file(&given, "pandoc", path))
            fail_msg("%s: %s", formats[i].to, given.err.message);
        assert_int_equal(given.n_articles, 1);
        static const char *const pieces[] = {"# What are the risks?",
                                             "- pain\n", "deafness, 1 in 1000",
                                             "# Dose", "| A | 5 mg |"};
        for (size_t j = 0; j < N_ELEMENTS(pieces); j++)
            if (!strstr(last_body(&given), pieces[j]))
                fail_msg("%s: no \"%s\" in\n%s", formats[i].to, pieces[j],
                         last_body(&given));
        given_finish(&given);
        unlink(path);
    }
    rmdir(folder);
}

#define SHAPE_START                                                            \
    "<w:p><w:r><w:pict><v:shape "                                              \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>"
#define SHAPE_END "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
#define REVISION "w:id=\"1\" w:author=\"a\" w:date=\"2024-01-01T00:00:00Z\""

/* Word's text boxes, which pandoc leaves out, are a section; what somebody has
 * deleted is no text any more. */
static void keeps_text_boxes(void **state)
{
    (void)state;
    static const char text[] =
        "# Uses\n\nPain.\n\n```{=openxml}\n" SHAPE_START
        "<w:p><w:r><w:t>Never with beer &amp;</w:t><w:tab/><w:t>milk.</w:t>"
        "</w:r></w:p><w:p><w:r><w:t>Ring 999.</w:t></w:r></w:p>" SHAPE_END
        "<w:p><w:ins " REVISION
        "><w:r><w:t>It helps.</w:t></w:r></w:ins><w:del " REVISION
        "><w:r><w:delText>It kills.</w:delText></w:r></w:del></w:p>"
        "\n```\n\n# Dose\n\nOne.\n";
    char folder[] = "/tmp/medfaq-converter-XXXXXX", path[128], command[2000];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/box.docx", folder);
    snprintf(command, sizeof command,
             "printf '%%s' '%s' | pandoc -s -f markdown -o %s", text, path);
    assert_int_equal(system(command), 0);
    struct given given;
    given_init(&given);
    if (!convert_file(&given, "pandoc", path))
        fail_msg("%s", given.err.message);
    assert_string_equal(last_body(&given),
                        "## Uses\n\nPain.\n\nIt helps.\n\n## Dose\n\nOne.\n\n"
                        "## Text boxes\n\nNever with beer & milk.\n\n"
                        "Ring 999.\n");
    given_finish(&given);
    unlink(path);
    rmdir(folder);
}

/* Notes of all formats are notes. */
static void keeps_notes(void **state)
{
    (void)state;
    static const char *const names[] = {"wax.docx", "wax.odt", "wax.xml",
                                        "wax.rst", "wax.rtf"};
    char folder[] = "/tmp/medfaq-converter-XXXXXX";
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < N_ELEMENTS(names); i++) {
        char path[128], command[400];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        snprintf(command, sizeof command,
                 "printf '%%s' '* Wax\nIt is harmless[fn:1].\n* Risks\n"
                 "None[fn:2].\n\n[fn:1] Ear J.\n\n[fn:2] Wax J.\n' | "
                 "pandoc -s -M title=Ears -f org -t %s -o %s",
                 str_ends(path, ".xml") ? "docbook4"
                                        : strrchr(names[i], '.') + 1,
                 path);
        assert_int_equal(system(command), 0);
        struct given given;
        given_init(&given);
        if (!convert_file(&given, "pandoc", path))
            fail_msg("%s: %s", names[i], given.err.message);
        static const char *const pieces[] = {"It is harmless[^1].", "None[^2].",
                                             "[^1]: Ear J.\n",
                                             "[^2]: Wax J.\n"};
        for (size_t j = 0; j < N_ELEMENTS(pieces); j++)
            if (!strstr(last_body(&given), pieces[j]))
                fail_msg("%s: no \"%s\" in\n%s", names[i], pieces[j],
                         last_body(&given));
        given_finish(&given);
        unlink(path);
    }
    rmdir(folder);
}

/* What pandoc leaves out of DocBook, or runs together, is in the article. */
static void keeps_all_of_docbook(void **state)
{
    (void)state;
    static const char article[] =
        "<?xml version='1.0'?><!DOCTYPE article PUBLIC "
        "'-//OASIS//DTD DocBook XML V4.5//EN' 'docbookx.dtd'>"
        "<article><articleinfo><title>Grommets</title>"
        "<legalnotice><para>Not for babies.</para></legalnotice>"
        "<abstract><title>In short</title><para>They help.</para></abstract>"
        "</articleinfo><section><title>Risks</title><para>A runny ear.</para>"
        "<sidebar><title>Call us</title><para>If there is blood.</para>"
        "</sidebar><procedure><step><para>Wet.</para></step><step><para>Soap."
        "</para></step></procedure><simplelist><member>pain</member><member>"
        "fever</member></simplelist><qandaset><qandaentry><question><para>Can "
        "we fly?</para></question><answer><para>Yes.</para></answer>"
        "</qandaentry></qandaset></section></article>";
    struct given given;
    given_init(&given);
    if (!convert_text(&given, "pandoc", "grommets.xml", article))
        fail_msg("%s", given.err.message);
    assert_string_equal(
        last_body(&given),
        "## In short\n\nThey help.\n\nNot for babies.\n\n## Risks\n\nA runny "
        "ear.\n\n> **Call "
        "us**\n>\n> If there is blood.\n\n1. Wet.\n2. Soap.\n\n- pain\n- "
        "fever\n\n### Can we fly?\n\nYes.\n");
    given_finish(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_what_the_program_prints),
        cmocka_unit_test(says_what_went_wrong),
        cmocka_unit_test(warnings_are_no_errors),
        cmocka_unit_test(nothing_runs_in_a_kiosk),
        cmocka_unit_test(recognises_by_evidence),
        cmocka_unit_test(reads_by_pandoc),
        cmocka_unit_test(a_first_section_is_no_title),
        cmocka_unit_test(reads_every_format),
        cmocka_unit_test(loses_nothing_that_pandoc_loses),
        cmocka_unit_test(keeps_text_boxes),
        cmocka_unit_test(keeps_notes),
        cmocka_unit_test(keeps_all_of_docbook),
    };
    xml_init();
    size_t n = N_ELEMENTS(tests);
    if (!has_pandoc()) {
        printf("# 6 skipped: pandoc is not installed\n");
        n -= 6;
    }
    int n_failed = _cmocka_run_group_tests("converter", tests, n, NULL, NULL);
    xml_finish();
    return n_failed;
}

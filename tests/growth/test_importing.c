/* Importing: the work grows as the document. */
#include "growth.h"

#include <stdlib.h>

#include "import/conversion.h"
#include "import/schema.h"
#include "import/xml.h"

#include "../unit/unit.h"

static void write_rows(struct buf *out, size_t n)
{
    buf_add(out, "question,answer\n");
    buf_add_repeat(out, "What is it?,A thing.\n", n);
}

static void write_words(struct buf *out, size_t n)
{
    buf_add(out, "<!DOCTYPE html><title>T</title><h1>T</h1>"
                 "<h2>Risks</h2><p>");
    buf_add_repeat(out, "words <b>words</b>&nbsp;", n);
}

static void write_lines(struct buf *out, size_t n)
{
    buf_add_repeat(out, "What is it?\n\nA thing.\n- one\n- two\n\n", n);
}

static void write_pairs(struct buf *out, size_t n)
{
    buf_add(out,
            "<Document id=\"1\" source=\"GARD\"><Focus>T</Focus><QAPairs>");
    for (size_t i = 0; i < n; i++)
        buf_printf(out,
                   "<QAPair><Question>What is %zu ?</Question><Answer>It is "
                   "number %zu.</Answer></QAPair>",
                   i, i);
    buf_add(out, "</QAPairs></Document>");
}

static void write_questions(struct buf *out, size_t n)
{
    buf_add(out, "{\"@context\": \"https://schema.org\", \"@type\": "
                 "\"FAQPage\", \"name\": \"T\", \"mainEntity\": [");
    for (size_t i = 0; i < n; i++)
        buf_printf(out,
                   "%s{\"@type\": \"Question\", \"name\": \"What is %zu?\", "
                   "\"acceptedAnswer\": {\"text\": \"<p>It is %zu.</p>\"}}",
                   i ? "," : "", i, i);
    buf_add(out, "]}");
}

static void write_sections(struct buf *out, size_t n)
{
    buf_add(out, "{\"resourceType\": \"Composition\", \"title\": \"T\", "
                 "\"section\": [");
    for (size_t i = 0; i < n; i++)
        buf_printf(out,
                   "%s{\"title\": \"Section %zu\", \"text\": {\"div\": "
                   "\"<div><p>It is %zu.</p></div>\"}}",
                   i ? "," : "", i, i);
    buf_add(out, "]}");
}

static void write_labels(struct buf *out, size_t n)
{
    buf_add(out, "<document xmlns=\"urn:hl7-org:v3\"><setId root=\"a\"/>"
                 "<component><structuredBody><component><section><code "
                 "code=\"48780-1\"/><subject><manufacturedProduct><name>T"
                 "</name></manufacturedProduct></subject></section>"
                 "</component>");
    for (size_t i = 0; i < n; i++)
        buf_printf(out,
                   "<component><section ID=\"s%zu\"><title>Part %zu</title>"
                   "<text><list><item><caption>a)</caption>It is %zu"
                   "</item></list></text></section></component>",
                   i, i, i);
    buf_add(out, "</structuredBody></component></document>");
}

static void write_references(struct buf *out, size_t n)
{
    buf_add(out, "<article><front><article-meta><title-group><article-title>T"
                 "</article-title></title-group></article-meta></front><body>");
    for (size_t i = 0; i < n; i++)
        buf_printf(out,
                   "<sec><title>Part %zu</title><p>It is %zu <xref "
                   "ref-type=\"bibr\" rid=\"b%zu\">%zu</xref>.</p></sec>",
                   i, i, i, i);
    buf_add(out, "</body><back><ref-list>");
    for (size_t i = 0; i < n; i++)
        buf_printf(out,
                   "<ref id=\"b%zu\"><mixed-citation>Title %zu.</"
                   "mixed-citation></ref>",
                   i, i);
    buf_add(out, "</ref-list></back></article>");
}

static void write_objects(struct buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        buf_printf(out,
                   "{\"question\": \"What is %zu?\", \"answer\": \"A thing.\", "
                   "\"source\": \"North %zu\", \"title\": \"T\"}\n",
                   i, i);
}

/* A page of a PDF, of a heading and lines; pdftohtml finds the objects without
 * a table of their places. */
static void write_page(struct buf *out, size_t page)
{
    struct buf lines;
    buf_init(&lines);
    buf_printf(&lines, "BT /F 14 Tf 60 780 Td (%zu. What is it?) Tj ET\n",
               page + 1);
    for (int y = 750; y > 60; y -= 14)
        buf_printf(&lines,
                   "BT /F 11 Tf 60 %d Td (%s line %d of the page, %zu) Tj ET\n",
                   y, y % 4 ? "Text, the" : "- an item, the", y, page);
    buf_printf(out,
               "%zu 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
               "/Resources << /Font << /F 3 0 R >> >> /Contents %zu 0 R >> "
               "endobj\n%zu 0 obj << /Length %zu >>\nstream\n%sendstream "
               "endobj\n",
               4 + 2 * page, 5 + 2 * page, 5 + 2 * page, lines.n_bytes,
               lines.data);
    buf_finish(&lines);
}

static void write_pages(struct buf *out, size_t n)
{
    buf_printf(out,
               "%%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
               "2 0 obj << /Type /Pages /Count %zu /Kids [",
               n);
    for (size_t i = 0; i < n; i++)
        buf_printf(out, "%zu 0 R ", 4 + 2 * i);
    buf_add(out, "] >> endobj\n3 0 obj << /Type /Font /Subtype /Type1 "
                 "/BaseFont /Helvetica >> endobj\n");
    for (size_t i = 0; i < n; i++)
        write_page(out, i);
    buf_add(out, "trailer << /Root 1 0 R >>\n");
}

static void take(void *user, const struct draft *draft)
{
    struct buf file;
    (void)user;
    buf_init(&file);
    draft_write(draft, &file);
    buf_finish(&file);
}

static void leave_out(void *user, const struct document *document,
                      const char *reason)
{
    (void)user;
    (void)document;
    fail_msg("%s", reason);
}

/* With the comparison of words. */
static void import(const struct subject *subject)
{
    static const struct import_options options = {0};
    const struct document document = {
        .name = "growth.txt",
        .data = subject->text.data,
        .n_bytes = subject->text.n_bytes,
        .retrieved = {2026, 11, 22},
    };
    const struct conversion_sink sink = {
        .take = take, .skip = leave_out, .fail = leave_out};
    const struct importer *importer = importer_recognise(&document);
    struct error err;
    assert_non_null(importer);
    if (!conversion_run(importer, &document, &options, &sink, &err))
        fail_msg("%s", err.message);
}

static const struct growth all[] = {
    {"importing labels", write_labels, import, 1500},
    {"importing lines", write_lines, import, 2000},
    {"importing objects", write_objects, import, 3000},
    {"importing pairs", write_pairs, import, 3000},
    {"importing questions", write_questions, import, 2000},
    {"importing references", write_references, import, 1500},
    {"importing rows", write_rows, import, 10000},
    {"importing sections", write_sections, import, 2000},
    {"importing words", write_words, import, 10000},
    /* The last one is left out where there is no pdftohtml. */
    {"importing pages", write_pages, import, 300},
};

int main(void)
{
    xml_init();
    schema_init();
    size_t n = N_ELEMENTS(all);
    if (system("pdftohtml -v >/dev/null 2>&1") != 0) {
        print_message("# PDFs are skipped: poppler-utils is not installed\n");
        n--;
    }
    int n_failed = check_all_growth(all, n);
    xml_finish();
    return n_failed;
}

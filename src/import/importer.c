/* The table of importers. */
#include "import/importer.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "import/fhir.h"
#include "import/html_page.h"
#include "import/jats.h"
#include "import/json_list.h"
#include "import/markdown_file.h"
#include "import/medquad.h"
#include "import/made_page.h"
#include "import/openfda.h"
#include "import/pdf.h"
#include "import/mhtml.h"
#include "import/schema.h"
#include "import/spl.h"
#include "import/table_file.h"
#include "import/text.h"
#include "import/topics.h"

/* One file may be a collection of leaflets, or an article with its tables. The
 * trees of XML and JSON take 14 to 18 times their size: up to 600 MB. */
#define TREE_MAX_BYTES ((size_t)32 << 20)

const struct importer importers[] = {
    {
        .name = "medquad",
        .usage = N_("MedQuAD XML: questions and answers from NIH pages"),
        .recognise = medquad_recognise,
        .convert = medquad_convert,
        .read_words = medquad_read_words,
    },
    {
        .name = "spl",
        .usage = N_("FDA drug labels (Structured Product Labeling XML)"),
        .recognise = spl_recognise,
        .convert = spl_convert,
        .max_bytes = TREE_MAX_BYTES,
        .read_words = spl_read_words,
    },
    {
        .name = "fhir",
        .usage = N_("FHIR documents: electronic leaflets (XML, JSON)"),
        .recognise = fhir_recognise,
        .convert = fhir_convert,
        .max_bytes = TREE_MAX_BYTES,
        .read_words = fhir_read_words,
    },
    {
        .name = "jats",
        .usage = N_("journal articles (JATS XML)"),
        .recognise = jats_recognise,
        .convert = jats_convert,
        .max_bytes = TREE_MAX_BYTES,
        .read_words = jats_read_words,
    },
    {
        .name = "pdf",
        .usage = N_("PDF files, mainly leaflets (needs pdftohtml)"),
        .recognise = pdf_recognise,
        .convert = pdf_convert,
        .streams = true,
        .read_words = html_page_read_words,
    },
    {
        .name = "pandoc",
        .usage = N_(
            "Word, OpenDocument, RTF, EPUB, DocBook, Org, rst (needs pandoc)"),
        .recognise = made_page_recognise,
        .convert = made_page_by_pandoc,
        .streams = true,
        .read_words = html_page_read_words,
    },
    {
        .name = "topics",
        .usage = N_("MedlinePlus health topics XML, English and Spanish"),
        .recognise = topics_recognise,
        .convert = topics_convert,
        .streams = true,
        .read_words = topics_read_words,
    },
    {
        .name = "schema",
        .usage = N_("schema.org JSON: FAQPage, MedicalWebPage, NHS content"),
        .recognise = schema_recognise,
        .convert = schema_convert,
        .max_bytes = TREE_MAX_BYTES,
        .read_words = schema_read_words,
    },
    {
        .name = "openfda",
        .usage = N_("drug labels from openFDA (JSON)"),
        .recognise = openfda_recognise,
        .convert = openfda_convert,
        .streams = true,
        .read_words = openfda_read_words,
    },
    {
        .name = "json",
        .usage = N_("questions and answers, SQuAD, chats (JSON, JSONL)"),
        .recognise = json_list_recognise,
        .convert = json_list_convert,
        .streams = true,
        .read_words = json_list_read_words,
    },
    {
        .name = "mhtml",
        .usage = N_("web pages saved as one file (MHTML)"),
        .recognise = mhtml_recognise,
        .convert = mhtml_convert,
        .read_words = mhtml_read_words,
    },
    {
        .name = "html",
        .usage = N_("saved web pages"),
        .recognise = html_page_recognise,
        .convert = html_page_convert,
        .read_words = html_page_read_words,
    },
    {
        .name = "markdown",
        .usage = N_("Markdown with other programs' front matter"),
        .recognise = markdown_file_recognise,
        .convert = markdown_file_convert,
        .read_words = markdown_file_read_words,
    },
    {
        .name = "table",
        .usage = N_("CSV or TSV with columns such as title, question, answer"),
        .recognise = table_file_recognise,
        .convert = table_file_convert,
        .streams = true,
        .read_words = table_file_read_words,
    },
    {
        .name = "text",
        .usage = N_("plain text, and posts copied from a board (.txt)"),
        .recognise = text_recognise,
        .convert = text_convert,
        .read_words = text_read_words,
    },
    {.name = NULL},
};

bool document_is_markup(const struct document *document)
{
    const char *at = document->data, *end = at + document->n_bytes;
    while (at < end && (ascii_is_space(*at) || (unsigned char)*at >= 0xBB))
        at++;
    return at < end && *at == '<';
}

static char *copy_text(const char *text)
{
    return text ? mem_strdup(text) : NULL;
}

struct document *document_copy(const struct document *document)
{
    struct document *copy = mem_alloc(sizeof *copy);
    *copy = *document;
    copy->name = mem_strdup(document->name);
    copy->path = copy_text(document->path);
    copy->data = mem_strndup(document->data, document->n_bytes);
    copy->charset = copy_text(document->charset);
    copy->url = copy_text(document->url);
    copy->lang = copy_text(document->lang);
    copy->publisher = copy_text(document->publisher);
    copy->licence = copy_text(document->licence);
    return copy;
}

void document_free(struct document *document)
{
    const char *strings[] = {
        document->name, document->path, document->data,      document->charset,
        document->url,  document->lang, document->publisher, document->licence};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        free((char *)strings[i]);
    free(document);
}

char *document_stem(const struct document *document)
{
    const char *slash = strrchr(document->name, '/');
    const char *colon = strstr(document->name, ": ");
    const char *start = document->name;
    if (colon)
        start = colon + 2;
    if (slash && slash >= start)
        start = slash + 1;
    size_t n = strcspn(start, ".");
    return mem_strndup(start, n > 0 ? n : strlen(start));
}

const struct importer *importer_find(const char *name)
{
    for (const struct importer *row = importers; row->name; row++)
        if (strcmp(row->name, name) == 0)
            return row;
    return NULL;
}

const struct importer *importer_recognise(const struct document *document)
{
    for (const struct importer *row = importers; row->name; row++)
        if (row->recognise(document))
            return row;
    return NULL;
}

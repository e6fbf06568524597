/* Other programs that read what this one does not. */
#include "import/converter.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/strs.h"
#include "import/format.h"

/* No template or filter of the user's: the same file gives the same text.
 */
#define PANDOC_TO(reader, writer)                                              \
    {                                                                          \
        "pandoc", "--sandbox", "--standalone", "--data-dir=/dev/null",         \
            "--quiet", "--to=" writer, "--from=" reader                        \
    }
#define PANDOC(reader) PANDOC_TO(reader, "html")

/* About 150 bytes for each entry: some files have millions. */
#define ZIM_LIST_BYTES ((size_t)1 << 30)

const struct converter converters[] = {
    {.what = N_("a PDF file"),
     .package = "poppler-utils",
     .arguments = {"pdftohtml", "-xml", "-i", "-stdout", "/dev/stdin"},
     .gives = CONVERTER_PDF2XML,
     .magic = "%PDF-"},
    {.what = N_("a PDF file"),
     .package = "poppler-utils",
     .arguments = {"pdftotext", "-raw", "-enc", "UTF-8", "/dev/stdin", "-"},
     .gives = CONVERTER_WORDS,
     .magic = "%PDF-"},
    {.what = N_("a Word document"),
     .package = "pandoc",
     .arguments = PANDOC("docx"),
     .gives = CONVERTER_HTML,
     .member = "word/document"},
    {.what = N_("an OpenDocument text"),
     .package = "pandoc",
     .arguments = PANDOC("odt"),
     .gives = CONVERTER_HTML,
     .member = "application/vnd.oasis.opendocument.text"},
    {.what = N_("an EPUB file"),
     .package = "pandoc",
     .arguments = PANDOC("epub"),
     .gives = CONVERTER_HTML,
     .member = "application/epub+zip"},
    {.what = N_("rich text (RTF)"),
     .package = "pandoc",
     .arguments = PANDOC("rtf"),
     .gives = CONVERTER_HTML,
     .magic = "{\\rtf"},
    {.what = N_("rich text (RTF)"),
     .package = "pandoc",
     .arguments = PANDOC_TO("rtf", "plain"),
     .gives = CONVERTER_PLAIN,
     .magic = "{\\rtf"},
    {.what = N_("a DocBook file"),
     .package = "pandoc",
     .arguments = PANDOC("docbook"),
     .gives = CONVERTER_HTML,
     .root = "article"},
    {.what = N_("a DocBook file"),
     .package = "pandoc",
     .arguments = PANDOC("docbook"),
     .gives = CONVERTER_HTML,
     .root = "book"},
    {.what = N_("a DocBook file"),
     .package = "pandoc",
     .arguments = PANDOC("docbook"),
     .gives = CONVERTER_HTML,
     .root = "chapter"},
    {.what = N_("an Org file"),
     .package = "pandoc",
     .arguments = PANDOC("org"),
     .gives = CONVERTER_HTML,
     .suffix = ".org"},
    {.what = N_("a reStructuredText file"),
     .package = "pandoc",
     .arguments = PANDOC("rst"),
     .gives = CONVERTER_HTML,
     .suffix = ".rst"},
    {.what = N_("a ZIM file"),
     .package = "zim-tools",
     .arguments = {"zimdump", "list", "--details", "--", "/dev/stdin"},
     .gives = CONVERTER_ZIM_LIST,
     .magic = "ZIM\x04",
     .max_bytes = ZIM_LIST_BYTES},
    {.what = N_("a ZIM file"),
     .package = "zim-tools",
     .arguments = {"zimdump", "list", "--details", "--idx=", "--",
                   "/dev/stdin"},
     .gives = CONVERTER_ZIM_DETAILS,
     .magic = "ZIM\x04",
     .seconds = 30},
    {.what = N_("a ZIM file"),
     .package = "zim-tools",
     .arguments = {"zimdump", "show", "--idx=", "--", "/dev/stdin"},
     .gives = CONVERTER_ZIM_ENTRY,
     .magic = "ZIM\x04",
     .seconds = 30,
     .max_bytes = DOCUMENT_WHOLE_BYTES},
    {.what = NULL},
};

/* ---- which one ---- */

static bool holds(const char *text, size_t n_bytes, const char *word)
{
    return memmem(text, n_bytes, word, strlen(word)) != NULL;
}

const struct converter *converter_find_zip(const char *start, size_t n_start,
                                           const char *end, size_t n_end)
{
    if (n_start < 4 || memcmp(start, "PK\003\004", 4) != 0)
        return NULL;
    for (const struct converter *row = converters; row->what; row++)
        if (row->member && (holds(start, n_start, row->member) ||
                            holds(end, n_end, row->member)))
            return row;
    return NULL;
}

/* Much other XML is called article. */
static bool is_docbook(const struct document *document,
                       const struct format_root *root, const char *name)
{
    size_t n = document->n_bytes < 4096 ? document->n_bytes : 4096;
    return strcmp(root->name, name) == 0 &&
           (strcmp(name, "article") != 0 ||
            holds(document->data, n, "docbook") ||
            holds(document->data, n, "DocBook"));
}

const struct converter *converter_find(const struct document *document)
{
    const char *data = document->data;
    size_t n_bytes = document->n_bytes;
    const struct converter *zip = converter_find_zip(data, n_bytes, "", 0);
    if (zip)
        return zip;
    struct format_root root = {0};
    if (document_is_markup(document))
        format_find_root(document, &root);
    for (const struct converter *row = converters; row->what; row++) {
        size_t n_magic = row->magic ? strlen(row->magic) : 0;
        if ((n_magic > 0 && n_bytes >= n_magic &&
             memcmp(data, row->magic, n_magic) == 0) ||
            (row->root && is_docbook(document, &root, row->root)) ||
            (row->suffix && str_ends(document->name, row->suffix)))
            return row;
    }
    return NULL;
}

/* ---- running it ---- */

/* All of the document, into a file without a name. */
static bool copy_document(const struct document *document, int fd,
                          struct error *err)
{
    if (!file_write_fd(fd, document->data, document->n_bytes) ||
        lseek(fd, 0, SEEK_SET) != 0)
        return error_set(err, _("cannot write a temporary file: %s"),
                         strerror(errno));
    return true;
}

bool converter_run(const struct converter *converter,
                   const struct document *document, struct buf *out,
                   struct error *err)
{
    FILE *copy = file_open_temporary();
    if (!copy)
        return error_set(err, _("cannot make a temporary file: %s"),
                         strerror(errno));
    bool good = copy_document(document, fileno(copy), err) &&
                converter_run_file(converter, fileno(copy), out, err);
    fclose(copy);
    return good;
}

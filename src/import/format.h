/* What a document is by its first bytes: the root of HTML and XML, and the name
 * of formats that are not read, with what to do about them. */
#ifndef MEDFAQ_IMPORT_FORMAT_H
#define MEDFAQ_IMPORT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "import/importer.h"

/* How markup begins. */
struct format_root {
    bool xml;      /* there is an XML declaration */
    bool doctype;  /* there is a document type, of this name: */
    char type[64]; /* "html" */
    char name[64]; /* of the first element, without a prefix; "" for none */
};

void format_find_root(const struct document *document,
                      struct format_root *root);

/* Is it a web page? XML whose root is not <html> is not one. */
bool format_is_html(const struct document *document);

/* Names the format of a document that no importer reads, and what to do: "is
 * a Word document: install pandoc, or save it as HTML". Always returns
 * false. */
bool format_set_advice(const struct document *document, struct error *err);

/* The same for a file that an archive is read of: an office document is one,
 * too. n_bytes of its start and its end are looked at. False with err if it
 * is such a one; true if it may be read. */
bool format_may_be_archive(const char *start, size_t n_start, const char *end,
                           size_t n_end, struct error *err);

#endif

/* Pages of HTML that another program has made of a document. */
#ifndef MEDFAQ_IMPORT_MADE_PAGE_H
#define MEDFAQ_IMPORT_MADE_PAGE_H

#include "base/buf.h"
#include "import/importer.h"

/* What a page is made of, and where its article goes. */
struct made_page {
    const struct document *document;
    const struct import_options *options;
    const struct sink *sink;
    bool well_formed; /* the page is XML as well */
};

/* Converts a page, which must live until the sink has taken the article: it is
 * what the article's words are compared with. */
bool made_page_convert(const struct made_page *made, const struct buf *html,
                       struct error *err);

/* What pandoc reads, and --from pandoc. */
bool made_page_recognise(const struct document *document);
bool made_page_by_pandoc(const struct document *document,
                         const struct import_options *options,
                         const struct sink *sink, struct error *err);

#endif

/* Is all text of a document in the page of HTML that a converter made of it?
 *
 * Pieces of the source, which stand together in the page, are looked for one
 * after another, each from where the last one was found on, else anywhere; what
 * was found once is not found again. */
#ifndef MEDFAQ_IMPORT_MADE_WORDS_H
#define MEDFAQ_IMPORT_MADE_WORDS_H

#include "base/buf.h"
#include "base/error.h"
#include "import/converter.h"

/* False with err: the first words of the document that are not in what the
 * converter made of it, or that it cannot be compared. Zipped documents are
 * read by their members, DocBook by its character data, Org and
 * reStructuredText by their lines, RTF by what pandoc writes as plain text. */
bool made_words_compare(const struct converter *converter,
                        const struct document *document, struct buf *html,
                        struct error *err);

#endif

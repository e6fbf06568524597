/* The words of Word and OpenDocument texts and of EPUBs, by their members. */
#ifndef MEDFAQ_IMPORT_OFFICE_WORDS_H
#define MEDFAQ_IMPORT_OFFICE_WORDS_H

#include "base/buf.h"
#include "import/importer.h"

/* Is every paragraph of a zipped document in the HTML that a converter made of
 * it? False with err: the first words that are not. True for what is no zip. */
bool office_words_compare(const struct document *document, struct buf *html,
                          struct error *err);

#endif

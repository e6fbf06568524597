/* Compares an article with its source, so that no word is lost on the way. */
#ifndef MEDFAQ_IMPORT_CONSERVE_H
#define MEDFAQ_IMPORT_CONSERVE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"
#include "import/draft.h"
#include "import/ledger.h"
#include "import/letters.h"

/* Appends the words that a reader of a Markdown body sees. */
void conserve_read_body(const char *markdown, size_t n_bytes,
                        struct letters *letters);

/* Notes the text of a part of a Markdown body in the ledger, as one piece. */
void conserve_note(struct ledger *ledger, enum ledger_act act, const char *what,
                   const char *markdown, size_t n_bytes);

/* Compares the words of the articles with those of the source: both must
 * have the same words in the same order and under the same headings, except
 * for what the ledger declares. stated holds the words of the front matter.
 * Returns false with the first difference in err, by line and words. */
bool conserve_compare(const struct letters *source,
                      const struct letters *articles,
                      const struct letters *stated, const struct ledger *ledger,
                      struct error *err);

#endif

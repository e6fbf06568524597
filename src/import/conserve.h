/* No word is lost on the way: an article compared with its source. */
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

/* Notes the text of a piece of a Markdown body, in one piece. */
void conserve_note(struct ledger *ledger, enum ledger_act act, const char *what,
                   const char *markdown, size_t n_bytes);

/* Are the words of the articles those of the source, in the same order, under
 * the same headings, but for what the ledger says? stated holds the words of
 * their front matter. False with the first fault in err: line and words. */
bool conserve_compare(const struct letters *source,
                      const struct letters *articles,
                      const struct letters *stated, const struct ledger *ledger,
                      struct error *err);

#endif

/* Answers of a page's JSON-LD that say more than the page itself. */
#ifndef MEDFAQ_IMPORT_SCHEMA_ANSWER_H
#define MEDFAQ_IMPORT_SCHEMA_ANSWER_H

#include "base/buf.h"
#include "import/ledger.h"

/* Puts the paragraphs of an answer that the page does not have at the end of
 * the question's section of the body, or, where the question is no heading of
 * it, below one at the end. Both are Markdown; the ledger is told. */
void schema_answer_complete(struct buf *body, const char *question,
                            const char *answer, struct ledger *ledger);

#endif

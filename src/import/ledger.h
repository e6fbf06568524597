/* What an importer did to its source on purpose.
 *
 * The words of an article are those of its source, in the same order, but for
 * what is written down here; importer_convert refuses an article of which
 * that is not true (import/conserve.h). Each function takes one piece of text,
 * as the source or the article has it: a piece begins and ends where a word
 * does, and stands in one go in the source (left out, stated, moved) or in the
 * article (added, repeated, moved). A piece without letters or digits is
 * passed over, and so is everything where ledger is NULL.
 *
 * what names the rule, for "-v": "navigation", "list mark". It is not copied.
 */
#ifndef MEDFAQ_IMPORT_LEDGER_H
#define MEDFAQ_IMPORT_LEDGER_H

#include <stdbool.h>
#include <stddef.h>

#include "import/letters.h"

enum ledger_act {
    LEDGER_LEFT_OUT, /* stands in the source alone */
    LEDGER_STATED,   /* stands in the front matter instead: a title, a date */
    LEDGER_MOVED,    /* stands in both, in another place: a note, a foot row */
    LEDGER_ADDED,    /* stands in the article alone: a label, a heading */
    LEDGER_REPEATED, /* once in the source, and once more in the article */
    LEDGER_COUNT
};

struct ledger_entry {
    enum ledger_act act;
    const char *what;
    char *text;    /* as it was given */
    char *letters; /* of it; see import/letters.h */
    size_t n_letters;
    struct letters_signs signs; /* of its numbers */
};

struct ledger {
    struct ledger_entry *entries;
    size_t n, capacity;
};

void ledger_init(struct ledger *ledger);
void ledger_finish(struct ledger *ledger);
void ledger_clear(struct ledger *ledger);

/* Takes off all entries but the first n: for what is tried and given up. */
void ledger_truncate(struct ledger *ledger, size_t n);

void ledger_note(struct ledger *ledger, enum ledger_act act, const char *what,
                 const char *text, size_t n_bytes);

/* The same for a text whose letters are known. */
void ledger_note_letters(struct ledger *ledger, enum ledger_act act,
                         const char *what, struct letters *letters);

/* "left out", "stated" ... */
const char *ledger_act_name(enum ledger_act act);

/* Takes what was done to a document by one rule: "left out (navigation)", and
 * the text. */
struct ledger_listener {
    void (*tell)(void *user, const char *name, const char *done,
                 const char *text);
    void *user;
    const char *name; /* of the document */
};
void ledger_tell(const struct ledger *ledger,
                 const struct ledger_listener *listener);

#endif

/* The pieces of text that a ledger speaks of, to be found by their letters. */
#ifndef MEDFAQ_IMPORT_PIECES_H
#define MEDFAQ_IMPORT_PIECES_H

#include <stdbool.h>
#include <stddef.h>

#include "import/ledger.h"

/* All pieces of the same letters and signs. */
struct piece {
    const char *letters; /* the ledger's */
    size_t n_letters;
    const struct letters_signs *signs; /* the ledger's */
    const char *what;
    size_t n_left;  /* how many are to be found yet */
    size_t n_moved; /* of all: these may also stay where they are */
    size_t n;       /* of all */
    size_t order;   /* of the first of them in pieces.orders */
    size_t shorter; /* the longest other that begins it; SIZE_MAX: none */
};

struct pieces {
    struct piece *items; /* sorted by their letters */
    size_t n;
    size_t *orders; /* of each, where it stands in the ledger */
    size_t *n_due; /* before a place in the ledger: pieces that must be found */
};

/* The pieces of the acts in a set of 1 << LEDGER_MOVED ...; the ledger must
 * live as long. */
void pieces_init(struct pieces *pieces, const struct ledger *ledger,
                 unsigned acts);
void pieces_finish(struct pieces *pieces);

/* Where in the ledger the next one of a piece stands. */
size_t pieces_order(const struct pieces *pieces, const struct piece *piece);

/* May a piece be the next one, if they come in the order of the ledger and the
 * one before stands at last (SIZE_MAX: none)? What was moved may be missing. */
bool pieces_may_follow(const struct pieces *pieces, const struct piece *piece,
                       size_t last);

/* Has all been found, but for what was moved and stays in both? */
bool pieces_are_found(const struct pieces *pieces, const struct pieces *others);

/* The longest piece whose letters a text begins with; NULL for none.
 * pieces_shorter: the next one, of the same or of fewer letters. */
struct piece *pieces_find(const struct pieces *pieces, const char *letters,
                          size_t n_letters);
struct piece *pieces_shorter(const struct pieces *pieces,
                             const struct piece *piece);

#endif

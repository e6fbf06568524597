/* How an article and its source are read in step; shared by the files that
 * compare them. */
#ifndef MEDFAQ_IMPORT_CONSERVE_STEP_H
#define MEDFAQ_IMPORT_CONSERVE_STEP_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"
#include "import/letters.h"
#include "import/pieces.h"

enum side { SIDE_SOURCE, SIDE_ARTICLE, N_SIDES };

/* A stretch that is the same on both sides. */
struct conserve_match {
    size_t start[N_SIDES];
    size_t n_letters;
};

/* A choice: to skip a piece on one side at a place in both texts. */
struct conserve_choice {
    size_t at[N_SIDES];
    enum side side;
    struct piece *piece;
    size_t n_taken, n_matches; /* how many there were before this choice */
    size_t order;              /* the piece's place in the ledger */
};

/* A piece that was skipped. */
struct conserve_taken {
    enum side side;
    struct piece *piece;
    size_t order; /* in the ledger of the article's last piece so far, or
                     SIZE_MAX */
};

struct conserve_state {
    const struct letters *texts[N_SIDES];
    struct pieces pieces[N_SIDES];
    struct conserve_taken *taken; /* what has been skipped so far */
    size_t n_taken, taken_capacity;
    struct conserve_match *matches;
    size_t n_matches, matches_capacity;
    struct conserve_choice *choices; /* not tried yet; the last comes next */
    size_t n_choices, choices_capacity;
    size_t best[N_SIDES]; /* where the comparison came farthest */
    bool best_at_sign;    /* the letters there are the same, but not a sign */
    bool in_order; /* the article's pieces must come in the ledger's order */
    uint64_t left; /* a digest of the pieces that are left */
    struct arena arena; /* for the keys of tried */
    struct map tried;   /* places, with the pieces that were left there */
};

static inline size_t conserve_n_letters(const struct conserve_state *comparison,
                                        enum side side)
{
    return comparison->texts[side]->text.n_bytes;
}

static inline const char *
conserve_letters_of(const struct conserve_state *comparison, enum side side)
{
    return comparison->texts[side]->text.data;
}

/* Reads both texts to their ends, skipping the pieces of the ledger.
 * Importers write the ledger while they write the article, except for a few
 * rules, so the order of the ledger is tried first: it leaves few choices.
 * Returns false if the texts differ. */
bool conserve_step_through(struct conserve_state *comparison);

/* Frees all but the texts. */
void conserve_step_finish(struct conserve_state *comparison);

#endif

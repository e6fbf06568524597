/* Shared by the files that find passages. */
#ifndef MEDFAQ_STATE_ANCHOR_DATA_H
#define MEDFAQ_STATE_ANCHOR_DATA_H

#include <stdbool.h>
#include <stddef.h>

#include "state/anchor.h"
#include "state/token.h"

#define CONTEXT_TOKENS 40

/* Shares of the words on one side of a passage that still match. */
#define SIDE_SURE 0.5 /* of the nearest words: the same place */
#define SIDE_ALL 0.9
#define CONTEXT_MARGIN 0.1 /* by which the best match must beat the next */

struct anchor_text {
    const struct article *article;
    struct tokens tokens;
};

/* The passage looked for and its surroundings, as tokens. */
struct anchor_wanted {
    struct tokens exact, prefix, suffix;
};

/* How much of the text on one side of a passage still matches. */
struct anchor_side {
    /* share of the NEAR_TOKENS nearest words, up to the first that differs */
    double near;
    double all; /* share of all words, in the same order */
};

/* A candidate for the passage. */
struct anchor_passage {
    /* tokens; past is one after the last; 0: no candidate */
    size_t first, past;
    struct anchor_side before, behind;
    double like; /* similarity to the words looked for; 1: equal */
};

/* Returns the title of the section at an offset in article->text, or "" before
 * the first heading. */
const char *anchor_section_title(const struct anchor_text *text,
                                 uint32_t offset);

/* Returns whether the tokens from index at on are those of run. */
bool anchor_is_run(const struct tokens *tokens, size_t at,
                   const struct tokens *run);

/* Returns the length of the longest common subsequence of a and b, of which at
 * most the first CONTEXT_TOKENS are compared. */
size_t anchor_common_words(const struct token *a, size_t n_a,
                           const struct token *b, size_t n_b);

/* Compares the surroundings of a passage: sets before and behind. */
void anchor_look_around(const struct anchor_text *text,
                        const struct anchor_wanted *wanted,
                        struct anchor_passage *found);

/* Returns how much of the surroundings is unchanged, from 0 to 1. */
double anchor_context_score(const struct anchor_passage *found);
/* Returns whether the passage has the neighbours that it had. */
bool anchor_is_in_place(const struct anchor_passage *found);
/* Return whether one side, or both sides, still have at least this share of the
 * nearest words. */
bool anchor_is_beside(const struct anchor_passage *found, double min_share);
bool anchor_is_between(const struct anchor_passage *found, double min_share);
/* Returns whether the passage is in a section with the title that it had. */
bool anchor_has_title(const struct anchor_text *text,
                      const struct anchor *anchor,
                      const struct anchor_passage *found);

struct anchor_changed {
    struct anchor_passage best;
    double best_score, second_score;
};

/* Finds the passage most similar to the one looked for, between its
 * neighbours. */
struct anchor_changed anchor_find_changed(const struct anchor_text *text,
                                          const struct anchor_wanted *wanted);
/* Returns whether that passage may be taken for the one looked for. */
bool anchor_is_changed(const struct anchor_text *text,
                       const struct anchor *anchor,
                       const struct anchor_wanted *wanted,
                       const struct anchor_changed *search);

#endif

/* Finding a passage again: shared by the files that do it. */
#ifndef MEDFAQ_STATE_ANCHOR_DATA_H
#define MEDFAQ_STATE_ANCHOR_DATA_H

#include <stdbool.h>
#include <stddef.h>

#include "state/anchor.h"
#include "state/token.h"

#define CONTEXT_TOKENS 40

/* Shares of what could match. */
#define SIDE_SURE 0.5 /* of the nearest words on one side: the same place */
#define SIDE_ALL 0.9
#define CONTEXT_MARGIN 0.1 /* better than the next */

struct anchor_text {
    const struct article *article;
    struct tokens tokens;
};

/* What is looked for, in tokens. */
struct anchor_wanted {
    struct tokens exact, prefix, suffix;
};

/* What is still there on one side of a passage. */
struct anchor_side {
    double near; /* share of the NEAR_TOKENS nearest words, up to the first
                    that is another */
    double all;  /* share of all words, in order */
};

/* A passage that may be the one. */
struct anchor_passage {
    size_t first, past; /* tokens; past 0: none */
    struct anchor_side before, behind;
    double like; /* share of the words; 1: all */
};

/* The title of the section at an offset in article->text; "" before the first
 * heading. */
const char *anchor_section_title(const struct anchor_text *text,
                                 uint32_t offset);

/* Whether the words of run stand at index at of tokens. */
bool anchor_is_run(const struct tokens *tokens, size_t at,
                   const struct tokens *run);

/* The length of the longest common subsequence of the first CONTEXT_TOKENS, at
 * most, of each. */
size_t anchor_common_words(const struct token *a, size_t n_a,
                           const struct token *b, size_t n_b);

/* Sets before and behind of a passage from its first and past. */
void anchor_look_around(const struct anchor_text *text,
                        const struct anchor_wanted *wanted,
                        struct anchor_passage *found);

/* How much of the surroundings is still there, from 0 to 1. */
double anchor_context_score(const struct anchor_passage *found);
/* Whether the neighbours of the passage are those that it had. */
bool anchor_is_in_place(const struct anchor_passage *found);
/* Whether one side, or both, still have this share of the nearest words. */
bool anchor_is_beside(const struct anchor_passage *found, double least);
bool anchor_is_between(const struct anchor_passage *found, double least);
/* Whether the section still has its title. */
bool anchor_has_title(const struct anchor_text *text,
                      const struct anchor *anchor,
                      const struct anchor_passage *found);

struct anchor_changed {
    struct anchor_passage best;
    double best_score, second_score;
};

/* The passage that is most like the one looked for, in its place. */
struct anchor_changed anchor_find_changed(const struct anchor_text *text,
                                          const struct anchor_wanted *wanted);
/* Whether that passage may be taken for the one looked for. */
bool anchor_is_changed(const struct anchor_text *text,
                       const struct anchor *anchor,
                       const struct anchor_wanted *wanted,
                       const struct anchor_changed *search);

#endif

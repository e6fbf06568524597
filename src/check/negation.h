/* Words that deny, in the languages that medfaq knows. */
#ifndef MEDFAQ_CHECK_NEGATION_H
#define MEDFAQ_CHECK_NEGATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct negations {
    unsigned n;       /* "not", "never", "without" */
    unsigned n_like;  /* "avoid", "unknown", "only": may stand for one */
    unsigned n_weak;  /* "stop": another language may say it with a negation */
    unsigned n_firm;  /* "unlicensed": of n_like, what others say with one */
    unsigned n_verb;  /* of n: "not" and "never", but not "without" */
    unsigned n_avoid; /* of n_like: "avoid", what a prohibition may become */
    bool forbids;     /* "do not take", "never take": told in English only */
};

/* Counts the negations of a text. What belongs to one negation ("ne ... pas",
 * "no ... nunca") counts once. */
struct negations negation_count(enum lang lang, const char *text,
                                size_t n_bytes);

/* Is an English word, in lower case, a negation? */
bool negation_is_word(const char *word, size_t n_bytes);

#endif

/* How the languages write frequencies. */
#ifndef MEDFAQ_TEXT_FREQUENCY_WORDS_H
#define MEDFAQ_TEXT_FREQUENCY_WORDS_H

#include "base/lang.h"

/* What stands before a figure that is a bound. */
enum frequency_bound {
    FREQUENCY_EXACT,
    FREQUENCY_BELOW,    /* "less than" */
    FREQUENCY_ABOVE,    /* "more than" */
    FREQUENCY_AT_MOST,  /* "up to" */
    FREQUENCY_AT_LEAST, /* "at least" */
    FREQUENCY_BOUND_COUNT
};

/* A word of the EU's guideline on the summary of product characteristics. */
struct frequency_term {
    const char *words; /* in small letters; NULL ends a list */
    long low, high, per;
    enum frequency_bound bound;
};

/* Lists end with NULL. Those of words have whole words, and beginnings of words
 * as "reduc*"; those of phrases have what is looked for byte by byte. In
 * fields: {l} and {n} the ends of a range, {p} the people it is out of, {a}
 * "about". */
struct frequency_language {
    const struct frequency_term *terms; /* longer ones before their parts */
    /* Phrases of "1 in 200", "one woman in 200": the one, and what stands
     * before the number. */
    const char *const *ones, *const *ins;
    /* Phrases around the number of "of every 200 people 1 has it". */
    const char *const *each_before, *const *each_after;
    /* Phrases between the numbers of "14 of 100", or before "100 people". */
    const char *const *out_of, *const *each;
    const char *const *bounds[FREQUENCY_BOUND_COUNT]; /* phrases */
    const char *const *percent; /* phrases behind "5", but for the sign */
    const char *const *to;      /* phrases between the numbers of "2 to 5%" */
    const char *const *between; /* phrases before those of "2% and 5%" */
    const char *const *and_;    /* phrases between those */

    /* Words that tell what a percentage is of. */
    const char *const *of;     /* right behind it: "of" */
    const char *const *links;  /* that end what is behind "of" */
    const char *const *people; /* those who are counted */
    const char *const *happens_after, *const *happens_before;
    /* Words of changes and measurements, and of things that have a strength:
     * next to them it counts nobody. */
    const char *const *changes, *const *substances;
    const char *const *by; /* right before it: a change, but "reported by" */
    /* Words of "phase 1 in 20 people", and of "1 in 12 hours". */
    const char *const *labels, *const *units;
    /* Words around one of the terms that means something else there. */
    const char *const *other_before, *const *other_after;
    char decimal, thousands;
    const char *one, *range, *about;            /* with their fields */
    const char *bounded[FREQUENCY_BOUND_COUNT]; /* {n}, {p}, {a} */
    const char *sentence, *term_sentence;       /* {f}: one of those */
};

extern const struct frequency_language frequency_languages[LANG_COUNT];

#endif

/* How the languages write frequencies. */
#ifndef MEDFAQ_TEXT_FREQUENCY_WORDS_H
#define MEDFAQ_TEXT_FREQUENCY_WORDS_H

#include "base/lang.h"

/* A word of the EU's guideline on the summary of product characteristics. */
struct frequency_term {
    const char *words; /* in small letters; NULL ends a list */
    long low, high, per;
};

/* In fields: {l} and {n} the ends of a range, {p} the people it is out of. */
struct frequency_language {
    const struct frequency_term *terms; /* longer ones before their parts */
    const char *const *one_in;          /* before the number of "1 in 200" */
    const char *const *percent; /* behind that of "5%", but for the sign */
    const char *const *to;      /* between the numbers of "2 to 5%" */
    /* Beginnings of words around a percentage that is not of people. */
    const char *const *not_before, *const *not_after;
    /* Around a word of terms that means something else there. */
    const char *const *other_before, *const *other_after;
    char decimal, thousands;
    const char *one, *range, *less, *more, *about; /* with their fields */
    const char *sentence, *term_sentence;          /* {f}: one of those */
};

extern const struct frequency_language frequency_languages[LANG_COUNT];

#endif

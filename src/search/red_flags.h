/* Red flags: recognizes questions that may be about an emergency. */
#ifndef MEDFAQ_SEARCH_RED_FLAGS_H
#define MEDFAQ_SEARCH_RED_FLAGS_H

#include <stdbool.h>

struct red_flag {
    const char *words;
    const char *unless; /* NULL: no exception */
};

/* The tables, which end with a row without words and with NULL. */
extern const struct red_flag red_flags[];
extern const char *const red_flag_exceptions[];

/* Returns whether a question, given as typed, contains a red flag. */
bool red_flags_has(const char *text);

#endif

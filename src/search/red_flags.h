/* Questions that may be an emergency. */
#ifndef MEDFAQ_SEARCH_RED_FLAGS_H
#define MEDFAQ_SEARCH_RED_FLAGS_H

#include <stdbool.h>

struct red_flag {
    const char *words;
    const char *unless; /* NULL: nothing */
};

/* The table: a row without words ends it, NULL the exceptions. */
extern const struct red_flag red_flags[];
extern const char *const red_flag_exceptions[];

/* Whether a question, as it was typed, has a red flag. */
bool red_flags_has(const char *text);

#endif

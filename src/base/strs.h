/* Small helpers for C strings and lists of them. */
#ifndef MEDFAQ_BASE_STRS_H
#define MEDFAQ_BASE_STRS_H

#include <stdbool.h>
#include <stddef.h>

/* A growing list that owns its strings. */
struct strs {
    char **items;
    size_t n;
    size_t capacity;
};

void strs_init(struct strs *strs);
void strs_finish(struct strs *strs);
/* Appends a copy of text and returns the copy. */
const char *strs_add(struct strs *strs, const char *text);

bool str_starts(const char *text, const char *prefix);
bool str_ends(const char *text, const char *suffix);
bool str_equal(const char *a, const char *b); /* NULL only equals NULL */

/* Returns the edit distance in code points (insertion, deletion, substitution,
 * transposition of neighbours), or limit + 1 if it is larger than limit. */
unsigned str_distance(const char *a, const char *b, unsigned limit);

#endif

/* POSIX extended regular expressions without back-references. The matcher never
 * backtracks, and its steps are limited. */
#ifndef MEDFAQ_TEXT_REGEX_H
#define MEDFAQ_TEXT_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define REGEX_MAX_BYTES 1024

struct regex;

/* Compiles a pattern in UTF-8. "." and [^...] do not match a line ending; "^"
 * and "$" match at the ends of lines; \d, \w and \s are classes. Returns NULL
 * and sets err if the pattern is invalid or too long. */
struct regex *regex_new(const char *pattern, size_t n_bytes, struct error *err);
void regex_free(struct regex *regex);

/* A range of a text: where to search, or where a match was found. */
struct regex_range {
    size_t start, end;
};

/* Finds the leftmost longest match in a range of the text and sets the range to
 * it. Matches are never empty. Returns false if there is none or the steps are
 * used up. */
bool regex_find(struct regex *regex, const char *text,
                struct regex_range *range);

/* Tells whether the search stopped because its steps are used up, which takes
 * about a fifth of a second in all calls together. */
bool regex_is_exhausted(const struct regex *regex);

#endif

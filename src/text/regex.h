/* Regular expressions as POSIX extends them, without back-references: an
 * automaton that never goes back, with a limit on its steps. */
#ifndef MEDFAQ_TEXT_REGEX_H
#define MEDFAQ_TEXT_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define REGEX_MAX_BYTES 1024

struct regex;

/* Compiles a pattern in UTF-8. "." and [^...] match no line end; "^" and "$"
 * are the ends of a line; \d, \w and \s are classes. NULL with err if it is
 * none, or is too long. */
struct regex *regex_new(const char *pattern, size_t n_bytes, struct error *err);
void regex_free(struct regex *regex);

/* The part of a text where a match was found, or where to look for one. */
struct regex_range {
    size_t start, end;
};

/* Finds the first match in the range of a text, of those that begin there the
 * longest, and sets the range to it; never an empty one. False if there is
 * none, or no steps are left. */
bool regex_find(struct regex *regex, const char *text,
                struct regex_range *range);

/* Whether it stopped because it has used up its steps: about a fifth of a
 * second in all calls together. */
bool regex_is_exhausted(const struct regex *regex);

#endif

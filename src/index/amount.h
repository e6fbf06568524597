/* Reads amounts in a text ("25 mg", "2,5 ml") and normalizes their spelling, so
 * that the index has one term for each amount. */
#ifndef MEDFAQ_INDEX_AMOUNT_H
#define MEDFAQ_INDEX_AMOUNT_H

#include <stdbool.h>
#include <stddef.h>

#define AMOUNT_BYTES 24
#define TERM_POINT                                                             \
    "\xC2\xB7" /* decimal point of terms: FTS5 would split at "." */

/* Reads a number in a folded text: "1,000" is a thousand, "2,5" and "2.5" are
 * decimals. Returns the end of the number, or at if there is none. Writes its
 * digits to number, with TERM_POINT as the decimal point, or "" if it is too
 * long. *has_separator tells whether it contains a comma or a point. */
const char *amount_read_number(const char *at, const char *end,
                               char number[static AMOUNT_BYTES],
                               bool *has_separator);

/* Returns the unit that a word of n_bytes stands for ("mg" for "milligrams"),
 * or NULL. */
const char *amount_unit(const char *word, size_t n_bytes);

#endif

/* Amounts in a text, "25 mg" and "2,5 ml", in the one spelling that the index
 * has for each. */
#ifndef MEDFAQ_INDEX_AMOUNT_H
#define MEDFAQ_INDEX_AMOUNT_H

#include <stdbool.h>
#include <stddef.h>

#define AMOUNT_BYTES 24
#define TERM_POINT "\xC2\xB7" /* of decimals: FTS5 splits at a full stop */

/* Reads a number of a folded text: "1,000" is a thousand, "2,5" and "2.5" are
 * decimals. Returns where it ends: at itself if there is no number. number gets
 * its digits with TERM_POINT; "" if it is too long. *has_sign: it is written
 * with a comma or a point. */
const char *amount_read_number(const char *at, const char *end,
                               char number[static AMOUNT_BYTES],
                               bool *has_sign);

/* The unit that a word of n_bytes means, "mg" for "milligrams"; NULL if it is
 * none. */
const char *amount_unit(const char *word, size_t n_bytes);

#endif

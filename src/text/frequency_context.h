/* The words around a figure, which tell what it counts. */
#ifndef MEDFAQ_TEXT_FREQUENCY_CONTEXT_H
#define MEDFAQ_TEXT_FREQUENCY_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/frequency_read.h"

/* Is a percentage one of people? Only if its clause says so ("5% of women", "a
 * risk of 5%"), or if it stands alone where side effects are listed ("rash
 * (5%)"); not if it is a change, a strength or a measurement. */
bool frequency_context_is_share(const struct frequency_scan *scan,
                                uint32_t start, uint32_t end);

/* Is "1 in 200" one of people, and not a dilution, an interval of time, or the
 * end of "phase 1 in 200 people"? number is where its 1 stands. */
bool frequency_context_is_one_in(const struct frequency_scan *scan,
                                 uint32_t number, uint32_t end);

/* Does a word of the EU's mean something else here: "common cold"? */
bool frequency_context_is_other(const struct frequency_scan *scan,
                                uint32_t start, uint32_t end);

/* Bytes of a phrase at a place, its case aside; 0 if it is not there. */
size_t frequency_phrase_at(const struct frequency_scan *scan, uint32_t at,
                           const char *phrase);
/* The same of the first of several that is there; NULL for none. */
size_t frequency_any_at(const struct frequency_scan *scan, uint32_t at,
                        const char *const *phrases);
/* Behind spaces of all kinds. */
uint32_t frequency_skip_spaces(const struct frequency_scan *scan, uint32_t at);
/* Does a space end here? */
bool frequency_space_ends(const struct frequency_scan *scan, uint32_t at);
bool frequency_is_letter(char byte);
/* Does a word that the people lists have begin here? Its end; else at. */
uint32_t frequency_people_at(const struct frequency_scan *scan, uint32_t at);

#endif

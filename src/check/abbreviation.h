/* Abbreviations in prose: "eGFR", "CYP2C9", "b.d.". */
#ifndef MEDFAQ_CHECK_ABBREVIATION_H
#define MEDFAQ_CHECK_ABBREVIATION_H

#include "check/prose.h"

/* Is a word one that everybody does not know, and no name of a gene? */
bool abbreviation_stands_at(const struct prose *prose, size_t word);

/* Bytes of Latin for how often and where, with points: "b.d.", "p.r.n."; 0 if
 * a word begins none. */
size_t abbreviation_latin_bytes(const struct prose *prose, size_t word);

#endif

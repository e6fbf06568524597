/* How many years of school a text asks for. English only: the syllables are
 * those of English spelling. */
#ifndef MEDFAQ_CHECK_READING_H
#define MEDFAQ_CHECK_READING_H

#include "check/prose.h"

/* A word whose syllables were counted; borrowed from the prose. */
struct known_word {
    const char *word; /* NULL: none yet */
    size_t n_bytes;
    unsigned n_syllables;
};

#define READING_KNOWN 1024

/* Zeroed: nothing is counted. All prose that is added must live as long. */
struct reading {
    unsigned n_sentences, n_words, n_syllables;
    unsigned n_polysyllables; /* words of three and more syllables */
    struct known_word known[READING_KNOWN];
};

/* Syllables of a word in lower case; at least 1. */
unsigned reading_syllables(const char *word, size_t n_bytes);

/* Adds a sentence of prose to the counts. A number counts as a word of one
 * syllable, a hyphenated word as one word. */
void reading_add(struct reading *reading, const struct prose *prose,
                 const struct sentence *sentence);

/* Flesch-Kincaid grade: Kincaid, Fishburne, Rogers, Chissom: Derivation of
 * new readability formulas for Navy enlisted personnel. Research Branch Report
 * 8-75, 1975. Of no sentences: 0. */
double reading_flesch_kincaid(const struct reading *reading);

/* SMOG grade, by the precise formula, in proportion for fewer or more than 30
 * sentences: McLaughlin: SMOG grading, a new readability formula. Journal of
 * Reading 12 (8), 1969, pages 639 to 646. Of no sentences: 0. */
double reading_smog(const struct reading *reading);

#endif

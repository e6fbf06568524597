/* Reading one frequency at a place of a block's text. */
#ifndef MEDFAQ_TEXT_FREQUENCY_READ_H
#define MEDFAQ_TEXT_FREQUENCY_READ_H

#include "text/frequency.h"
#include "text/frequency_words.h"

/* A block of text that is searched. */
struct frequency_scan {
    const struct frequency_language *language;
    enum lang lang;
    const char *text; /* of the article */
    uint32_t start, end;
    bool with_terms; /* the words of the EU mean what they say here */
};

/* Reads the frequency that begins at an offset. Returns its end, with per 0
 * where it is not of people; the offset if there is none. */
uint32_t frequency_read(const struct frequency_scan *scan, uint32_t at,
                        struct frequency *frequency);

/* Whether a number out of 100, 1,000, ... begins at an offset: "14 of 100". */
bool frequency_is_count(const struct frequency_scan *scan, uint32_t at);

/* Turns low to high of frequency->per into numbers out of the smallest of 100,
 * 1,000, ... that serves both. Rounding may change a number by 1/share; 0: not
 * at all. Returns false if there is none. */
bool frequency_make_natural(struct frequency *frequency, long share);

#endif

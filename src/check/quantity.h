/* Numbers and their units in a text of one of the languages that medfaq knows,
 * so that a translation can be held against its original. */
#ifndef MEDFAQ_CHECK_QUANTITY_H
#define MEDFAQ_CHECK_QUANTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/lang.h"

enum unit {
    UNIT_NONE, /* or one that is not known */
    UNIT_PERCENT,
    UNIT_MICROGRAM,
    UNIT_MILLIGRAM,
    UNIT_GRAM,
    UNIT_KILOGRAM,
    UNIT_MILLILITRE,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_YEAR,
    UNIT_TIMES, /* "3 times a day", "twice" */
    UNIT_COUNT
};

struct quantity {
    double value;
    enum unit unit;
    uint32_t start, end; /* of the number, in the text */
    bool in_words;       /* "three days" */
};

/* Is it one of the languages whose numbers and units are known? */
bool quantity_knows(const char *lang);

/* Reads the first quantity that begins at or after an offset; false if there
 * is none before end. Words from two to twelve are numbers where a unit follows
 * them. */
bool quantity_find(enum lang lang, const char *text, uint32_t at, uint32_t end,
                   struct quantity *quantity);

/* Does the word for a small number stand in a text? False for numbers that
 * are written in digits in every language. */
bool quantity_in_words(enum lang lang, double value, const char *text,
                       size_t n_bytes);

#endif

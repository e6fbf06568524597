/* What a sentence advises: do it, ask first, or do not; and with what. English
 * only. */
#ifndef MEDFAQ_CHECK_ADVICE_H
#define MEDFAQ_CHECK_ADVICE_H

#include <stdbool.h>
#include <stddef.h>

#include "check/prose.h"

/* Levels are bits: a sentence, or an article, may have several. */
enum advice {
    ADVICE_NONE = 0,
    ADVICE_ALLOW = 1,
    ADVICE_ASK = 2,
    ADVICE_FORBID = 4,
};

/* The levels of a sentence; none of a question. */
unsigned advice_of(const struct prose *prose, size_t sentence);

/* "can be taken", "ask first", "do not take": the strongest of some levels. */
const char *advice_words(unsigned levels);

/* What advice may be about besides medicines: pregnancy, breastfeeding,
 * alcohol, ... */
enum topic {
    TOPIC_PREGNANCY,
    TOPIC_BREASTFEEDING,
    TOPIC_ALCOHOL,
    TOPIC_DRIVING,
    TOPIC_FOOD,
    TOPIC_CHILDREN,
    TOPIC_ASTHMA,
    TOPIC_ULCER,
    TOPIC_KIDNEY,
    TOPIC_LIVER,
    TOPIC_GRAPEFRUIT,
    TOPIC_SUN,
    TOPIC_COUNT
};

const char *topic_name(enum topic topic);

/* Does a sentence speak of a topic? */
bool topic_stands_in(const struct prose *prose, size_t sentence,
                     enum topic topic);

/* Does a sentence speak of a time or a condition ("after 20 weeks", "in the
 * last trimester", "if"), so that another may say something else? */
bool advice_is_limited(const struct prose *prose, size_t sentence);

#endif

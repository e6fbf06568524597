/* The verb phrase of a risk block, in agreement with a count of people and
 * hedged as GRADE has it: "probably has a stroke", "may be admitted". */
#ifndef MEDFAQ_ARTICLE_RISK_EVENT_H
#define MEDFAQ_ARTICLE_RISK_EVENT_H

#include "article/risk.h"
#include "base/lang.h"

/* Of n people: what happens to them ("have a stroke", in the plural), how
 * surely, and in which language it is said. */
struct risk_event {
    const char *phrase;
    enum lang lang;
    enum risk_certainty certainty;
    long n;
};

/* Appends "have a stroke", "probably has a stroke", "may have a stroke". */
void risk_event_add(const struct risk_event *event, struct buf *out);

/* Appends what stands for the contrary: "do not", "probably does not". */
void risk_event_add_not(const struct risk_event *event, struct buf *out);

#endif

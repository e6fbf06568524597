/* Writes the verb phrase of a risk block, in agreement with a count of people
 * and hedged as GRADE recommends: "probably has a stroke", "may be
 * admitted". */
#ifndef MEDFAQ_ARTICLE_RISK_EVENT_H
#define MEDFAQ_ARTICLE_RISK_EVENT_H

#include "article/risk.h"
#include "base/lang.h"

/* An event ("have a stroke", in the plural) that happens to n people, its
 * certainty, and the language in which it is expressed. */
struct risk_event {
    const char *phrase;
    enum lang lang;
    enum risk_certainty certainty;
    long n;
};

/* Whether a phrase can be told with its contrary: not if it is a negation ("do
 * not sleep": nobody could tell what "955 do not" means), in the past, or
 * begins with an auxiliary such as "can". In any language. */
bool risk_event_can_be_told(const char *phrase);

/* Appends "have a stroke", "probably has a stroke", "may have a stroke". */
void risk_event_add(const struct risk_event *event, struct buf *out);

/* Appends the short form of the contrary: "do not", "probably does not". */
void risk_event_add_not(const struct risk_event *event, struct buf *out);

#endif

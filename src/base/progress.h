/* A progress bar on standard error, if that is a terminal. */
#ifndef MEDFAQ_BASE_PROGRESS_H
#define MEDFAQ_BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool terminal; /* standard error is a terminal */
    bool drawn;
    int64_t start_ns, last_ns; /* when it started and was last shown */
};

void progress_init(struct progress *progress);

double progress_seconds(const struct progress *progress);

/* Tells whether it is time to show progress: not in the first moments, then
 * every tenth of a second on a terminal and every ten seconds elsewhere. */
bool progress_is_due(struct progress *progress);

/* Draws the bar over the previous one: the share done, from 0 to 1, and a text.
 * If share is negative, the total is unknown, and only the text is shown. Does
 * nothing if standard error is not a terminal. */
void progress_draw(struct progress *progress, double share, const char *text);

/* Removes the bar, before something else is printed and at the end. */
void progress_clear(struct progress *progress);

#endif

/* A progress bar on standard error, in place, as far as that is a terminal. */
#ifndef MEDFAQ_BASE_PROGRESS_H
#define MEDFAQ_BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool terminal; /* standard error is one */
    bool drawn;
    int64_t start_ns, last_ns; /* of the start, of what was last shown */
};

void progress_init(struct progress *progress);

double progress_seconds(const struct progress *progress);

/* Whether it is time to show something: not in the first moments, then every
 * tenth of a second on a terminal and every ten seconds elsewhere. */
bool progress_is_due(struct progress *progress);

/* Draws the bar in place of the one before: the part done, from 0 to 1, and a
 * text. Without a bar where share is negative: nobody knows the whole. Nothing
 * where standard error is no terminal. */
void progress_draw(struct progress *progress, double share, const char *text);

/* Takes it away, before something else is printed and at the end. */
void progress_clear(struct progress *progress);

#endif

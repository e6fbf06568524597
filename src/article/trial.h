/* Work that may never end, tried in a child process first. */
#ifndef MEDFAQ_ARTICLE_TRIAL_H
#define MEDFAQ_ARTICLE_TRIAL_H

#include <stdbool.h>

/* Runs work in a forked child that may use so much CPU time; returns whether it
 * came to its end. False too where no child can be made, or it crashes. What
 * work changes in memory is lost with the child. */
bool trial_passes(void (*work)(void *context), void *context,
                  unsigned milliseconds);

#endif

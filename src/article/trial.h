/* Tries work that may never end in a child process first. */
#ifndef MEDFAQ_ARTICLE_TRIAL_H
#define MEDFAQ_ARTICLE_TRIAL_H

enum trial {
    TRIAL_PASSED,
    TRIAL_FAILED,  /* the work took too long or crashed */
    TRIAL_REFUSED, /* no child process could be started */
};

/* Runs work in a forked child with a limit of CPU time. What work changes in
 * memory is lost with the child. */
enum trial trial_run(void (*work)(void *context), void *context,
                     unsigned milliseconds);

#endif

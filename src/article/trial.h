/* Work that may never end, tried in a child process first. */
#ifndef MEDFAQ_ARTICLE_TRIAL_H
#define MEDFAQ_ARTICLE_TRIAL_H

enum trial {
    TRIAL_PASSED,
    TRIAL_FAILED,  /* it took too long, or crashed */
    TRIAL_REFUSED, /* the system gave no process to try it in */
};

/* Runs work in a forked child that may use so much CPU time. What work changes
 * in memory is lost with the child. */
enum trial trial_run(void (*work)(void *context), void *context,
                     unsigned milliseconds);

#endif

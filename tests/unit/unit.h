/* Included by every unit test. */
#ifndef MEDFAQ_TESTS_UNIT_H
#define MEDFAQ_TESTS_UNIT_H

/* cmocka.h requires these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define N_ELEMENTS(array) (sizeof(array) / sizeof *(array))

/* Returns how many of n tests can run: all of them or, if a file or folder of
 * the corpora is missing, all but the last n_last, with a message. (cmocka's
 * skip() is "not ok" in TAP.) */
static inline size_t tests_with(const char *corpus, size_t n, size_t n_last)
{
    char path[512];
    const char *shared = getenv("MEDFAQ_SHARED");
    snprintf(path, sizeof path, "%s/corpus/%s", shared ? shared : "", corpus);
    if (access(path, R_OK) == 0)
        return n;
    printf("# %zu skipped: %s is not there\n", n_last, path);
    return n - n_last;
}

#endif

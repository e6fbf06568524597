/* What every unit test includes. */
#ifndef MEDFAQ_TESTS_UNIT_H
#define MEDFAQ_TESTS_UNIT_H

/* cmocka wants these before itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define N_ELEMENTS(array) (sizeof(array) / sizeof *(array))

/* How many of n tests can run: all, or, where a file or folder of the corpora
 * is not there, all but the last n_last, and it says so. (cmocka's skip() is
 * "not ok" in TAP.) */
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

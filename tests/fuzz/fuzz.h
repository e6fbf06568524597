/* A fuzz target is one function; libFuzzer calls it, or driver.c does. */
#ifndef MEDFAQ_TESTS_FUZZ_H
#define MEDFAQ_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* One input; always 0. Ends the program when something does not hold. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes);

/* What must be there before the first input: a target may have it. Always 0. */
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* assert() that no build leaves out. */
#define REQUIRE(condition) require(condition, #condition, __FILE__, __LINE__)

static inline void require(bool holds, const char *condition, const char *file,
                           int line)
{
    if (holds)
        return;
    fprintf(stderr, "%s:%d: %s\n", file, line, condition);
    abort();
}

#endif

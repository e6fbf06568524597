/* A fuzz target is one function, which libFuzzer or driver.c calls. */
#ifndef MEDFAQ_TESTS_FUZZ_H
#define MEDFAQ_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Runs one input and returns 0. Aborts if something does not hold. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes);

/* Optional: prepares for the first input and returns 0. */
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* Like assert, but never disabled. */
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

/* Monotonic time. */
#include "base/clock.h"

#include <time.h>

int64_t clock_ns(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (int64_t)at.tv_sec * 1000000000 + at.tv_nsec;
}

int64_t clock_ms(void)
{
    return clock_ns() / 1000000;
}

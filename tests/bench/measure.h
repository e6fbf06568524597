/* Time and memory. */
#ifndef MEDFAQ_BENCH_MEASURE_H
#define MEDFAQ_BENCH_MEASURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Returns the time since some moment in the past. */
static inline double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Returns a field of /proc/self/status, such as "VmHWM:", or 0. */
static inline long memory_kb(const char *field)
{
    char line[200];
    long kb = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        if (!strncmp(line, field, strlen(field)))
            kb = atol(line + strlen(field) + 1);
    if (status)
        fclose(status);
    return kb;
}

#endif

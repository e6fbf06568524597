/* Minimum and maximum of integers, and reading an integer. */
#ifndef MEDFAQ_BASE_NUMBER_H
#define MEDFAQ_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

static inline size_t number_min(size_t a, size_t b)
{
    return a < b ? a : b;
}

static inline size_t number_max(size_t a, size_t b)
{
    return a > b ? a : b;
}

static inline int number_min_int(int a, int b)
{
    return a < b ? a : b;
}

static inline int number_max_int(int a, int b)
{
    return a > b ? a : b;
}

static inline unsigned number_min_unsigned(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Limits n to the range from low to high. Returns low if high is less than
 * low. */
static inline int number_clamp(int n, int low, int high)
{
    return number_max_int(low, number_min_int(n, high));
}

/* Reads a decimal integer from low to high, with an optional sign and nothing
 * before or after it. For anything else returns false and leaves *number
 * unchanged. */
bool number_read(const char *text, long low, long high, long *number);

#endif

/* Whole numbers: the smaller, the larger, and reading one. */
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

/* n, or the nearer end of low..high; low where high is below it. */
static inline int number_clamp(int n, int low, int high)
{
    return number_max_int(low, number_min_int(n, high));
}

/* Reads a whole decimal number of low..high, with an optional sign and
 * nothing before or after it. False, and *number as it was, for all else. */
bool number_read(const char *text, long low, long high, long *number);

#endif

/* Small helpers for C strings and lists of them. */
#include "base/number.h"
#include "base/strs.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

void strs_init(struct strs *strs)
{
    *strs = (struct strs){0};
}

void strs_finish(struct strs *strs)
{
    if (!strs)
        return;
    for (size_t i = 0; i < strs->n; i++)
        free(strs->items[i]);
    free(strs->items);
    strs_init(strs);
}

const char *strs_add(struct strs *strs, const char *text)
{
    strs->items =
        mem_grow(strs->items, strs->n, &strs->capacity, sizeof *strs->items);
    return strs->items[strs->n++] = mem_strdup(text);
}

bool str_starts(const char *text, const char *prefix)
{
    return !strncmp(text, prefix, strlen(prefix));
}

bool str_ends(const char *text, const char *suffix)
{
    size_t n = strlen(text), n_suffix = strlen(suffix);
    return n >= n_suffix && !memcmp(text + n - n_suffix, suffix, n_suffix);
}

bool str_equal(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

/* Decodes at most max code points of a C string; returns their number. */
static size_t code_points(const char *text, uint32_t *out, size_t max)
{
    size_t n = 0;
    for (size_t left = strlen(text); left > 0 && n < max; n++) {
        size_t step = utf8_decode(text, left, &out[n]);
        text += step;
        left -= step;
    }
    return n;
}

#define DISTANCE_MAX 128 /* code points; longer strings are truncated */

unsigned str_distance(const char *a, const char *b, unsigned limit)
{
    uint32_t x[DISTANCE_MAX], y[DISTANCE_MAX];
    size_t n = code_points(a, x, DISTANCE_MAX);
    size_t m = code_points(b, y, DISTANCE_MAX);
    if ((n > m ? n - m : m - n) > limit)
        return limit + 1;

    /* Optimal string alignment, for which three rows suffice. */
    unsigned rows[3][DISTANCE_MAX + 1];
    unsigned *before_last = rows[0], *last = rows[1], *row = rows[2];
    for (size_t j = 0; j <= m; j++)
        last[j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        row[0] = (unsigned)i;
        unsigned row_min = row[0];
        for (size_t j = 1; j <= m; j++) {
            row[j] = number_min_unsigned(
                number_min_unsigned(last[j], row[j - 1]) + 1,
                last[j - 1] + (x[i - 1] != y[j - 1]));
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                row[j] = number_min_unsigned(row[j], before_last[j - 2] + 1);
            row_min = number_min_unsigned(row_min, row[j]);
        }
        if (row_min > limit)
            return limit + 1;
        unsigned *spare = before_last;
        before_last = last;
        last = row;
        row = spare;
    }
    return number_min_unsigned(last[m], limit + 1);
}

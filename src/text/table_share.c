/* Shares the width of a table among its columns. */
#include "text/table.h"

#include "base/number.h"

/* A column that wraps reads badly when it is narrower than this. */
#define READABLE_CELLS 12
/* A longer word (an address) may be broken. */
#define LONGEST_WORD_CELLS 24

/* The cells a column needs: enough to be read and for whole words, but no
 * more than it can use. */
static unsigned needed(const struct table_width *column)
{
    unsigned word = number_min_unsigned(column->least, LONGEST_WORD_CELLS);
    return number_min_unsigned(column->most,
                               word > READABLE_CELLS ? word : READABLE_CELLS);
}

/* The cells a column could use beyond that. A very long cell takes many lines
 * in any case and should not starve the others. */
static unsigned wanted(const struct table_width *column, unsigned cells)
{
    unsigned most = number_min_unsigned(column->most, 2 * cells);
    return most - number_min_unsigned(needed(column), most);
}

bool table_share(struct table_width *columns, size_t n_columns, unsigned cells)
{
    size_t gaps = n_columns ? (n_columns - 1) * COLUMN_GAP_CELLS : 0;
    if (gaps >= cells)
        return false;
    cells -= (unsigned)gaps;
    size_t sum_needed = 0, sum_wanted = 0;
    for (size_t i = 0; i < n_columns; i++) {
        sum_needed += needed(&columns[i]);
        sum_wanted += wanted(&columns[i], cells);
    }
    if (sum_needed > cells)
        return false;
    /* Shares are rounded so that they add up: each takes its part of what the
     * columns before it left. */
    size_t left = cells - sum_needed;
    if (left > sum_wanted)
        left = sum_wanted;
    for (size_t i = 0; i < n_columns; i++) {
        unsigned want = wanted(&columns[i], cells);
        size_t share = want ? (left * want + sum_wanted / 2) / sum_wanted : 0;
        columns[i].cells = needed(&columns[i]) + (unsigned)share;
        left -= share;
        sum_wanted -= want;
    }
    return true;
}

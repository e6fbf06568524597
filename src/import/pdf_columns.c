/* Columns of running text on a page, which are read one after another. */
#include "import/pdf_columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/number.h"

#define COLUMN_ROWS 10       /* at least, on each side ... */
#define COLUMN_HEADED_ROWS 5 /* ... or with headings among them */
#define COLUMN_BYTES 18 /* of a row, on average: cells of tables have less */
#define COLUMN_MAX_RUNS 5000
#define ALIGNED_PIXELS 3 /* lefts that are the same */

enum run_side { SIDE_LEFT, SIDE_RIGHT, SIDE_BOTH };

static enum run_side side_of(const struct pdf_run *run, int gutter)
{
    if (run->left >= gutter - ALIGNED_PIXELS)
        return SIDE_RIGHT;
    return run->right <= gutter + ALIGNED_PIXELS ? SIDE_LEFT : SIDE_BOTH;
}

/* What stands on a side of an x. */
struct pdf_side {
    size_t n_runs, n_bytes;
    size_t n_bold, n_bold_bytes; /* of these */
};

/* Few rows are columns if there are headings among them, and not at the top
 * alone as in tables. */
static bool is_column(const struct pdf_side *side, bool headed)
{
    if (!headed)
        return side->n_runs >= COLUMN_ROWS &&
               side->n_bytes >= side->n_runs * COLUMN_BYTES;
    return side->n_runs >= COLUMN_HEADED_ROWS &&
           side->n_bytes - side->n_bold_bytes >=
               (side->n_runs - side->n_bold) * COLUMN_BYTES;
}

static bool has_headings(const struct pdf_side *side)
{
    return side->n_bold > 1 && side->n_bold < side->n_runs;
}

/* Does running text stand on both sides of an x, and little across it? */
static bool divides(const struct pdf_run *runs, size_t n, int gutter)
{
    struct pdf_side sides[SIDE_BOTH + 1] = {{0}};
    for (size_t i = 0; i < n; i++) {
        struct pdf_side *side = &sides[side_of(&runs[i], gutter)];
        side->n_runs++;
        side->n_bytes += runs[i].n_bytes;
        side->n_bold += runs[i].bold;
        side->n_bold_bytes += runs[i].bold ? runs[i].n_bytes : 0;
    }
    bool headed =
        has_headings(&sides[SIDE_LEFT]) && has_headings(&sides[SIDE_RIGHT]);
    return is_column(&sides[SIDE_LEFT], headed) &&
           is_column(&sides[SIDE_RIGHT], headed) &&
           sides[SIDE_BOTH].n_runs * 6 < n;
}

static int compare_ints(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The leftmost x at which many runs begin that divides them; -1 for none. A
 * page that no one could read is not searched. */
static int find_gutter(const struct pdf_run *runs, size_t n)
{
    int *lefts = mem_alloc((n + 1) * sizeof *lefts), gutter = -1;
    for (size_t i = 0; i < n; i++)
        lefts[i] = runs[i].left;
    if (n > 0)
        qsort(lefts, n, sizeof *lefts, compare_ints);
    for (size_t i = 0, end; i < n && n < COLUMN_MAX_RUNS && gutter < 0;
         i = end) {
        for (end = i + 1; end < n && lefts[end] - lefts[i] <= ALIGNED_PIXELS;)
            end++;
        if (i > 0 && end - i >= COLUMN_ROWS / 2 && divides(runs, n, lefts[i]))
            gutter = lefts[i];
    }
    free(lefts);
    return gutter;
}

/* Puts the runs of one side first, in their order; how many they are. */
static size_t partition(struct pdf_run *runs, size_t n, int gutter)
{
    struct pdf_run *other = mem_alloc((n + 1) * sizeof *other);
    size_t n_left = 0, n_other = 0;
    for (size_t i = 0; i < n; i++)
        if (side_of(&runs[i], gutter) == SIDE_LEFT)
            runs[n_left++] = runs[i];
        else
            other[n_other++] = runs[i];
    memcpy(runs + n_left, other, n_other * sizeof *other);
    free(other);
    return n_left;
}

/* Between what stands across them, the columns are read one after another. */
static void add_bands(struct pdf_rows *rows, unsigned page, size_t first,
                      size_t n, int gutter)
{
    struct pdf_run *runs = rows->runs;
    size_t end = first + n;
    while (first < end) {
        size_t band = first;
        while (band < end && side_of(&runs[band], gutter) != SIDE_BOTH)
            band++;
        size_t n_left = partition(runs + first, band - first, gutter);
        pdf_columns_add(rows, page, first, n_left);
        pdf_columns_add(rows, page, first + n_left, band - first - n_left);
        for (first = band;
             first < end && side_of(&runs[first], gutter) == SIDE_BOTH;)
            first++;
        pdf_rows_add(rows, page, band, first - band);
    }
}

void pdf_columns_measure(struct pdf_rows *rows, size_t first)
{
    int left = 0, right = 0;
    for (size_t i = first; i < rows->n; i++) {
        const struct pdf_row *row = &rows->items[i];
        left = i > first ? number_min_int(left, row->left) : row->left;
        right = i > first ? number_max_int(right, row->right) : row->right;
    }
    for (size_t i = first; i < rows->n; i++) {
        rows->items[i].column_left = left;
        rows->items[i].column_right = right;
    }
}

void pdf_columns_add(struct pdf_rows *rows, unsigned page, size_t first,
                     size_t n)
{
    int gutter = find_gutter(rows->runs + first, n);
    size_t first_row = rows->n;
    if (n > 0)
        qsort(rows->runs + first, n, sizeof *rows->runs, pdf_run_compare_tops);
    if (gutter >= 0) {
        add_bands(rows, page, first, n, gutter);
    } else {
        pdf_rows_add(rows, page, first, n);
        pdf_columns_measure(rows, first_row);
    }
}

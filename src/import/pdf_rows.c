/* The rows of a PDF's pages in the order in which they are read.
 *
 * Runs that overlap from top to bottom are a row: raised and lowered digits
 * have runs of their own. Where two columns of running text stand side by side,
 * the left one is read first. */
#include "import/pdf_rows.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/number.h"
#include "import/pdf_furniture.h"
#include "import/pdf_read.h"

#define COLUMN_ROWS 10       /* at least, on each side ... */
#define COLUMN_HEADED_ROWS 5 /* ... or with headings among them */
#define COLUMN_BYTES 18 /* of a row, on average: cells of tables have less */
#define COLUMN_MAX_RUNS 5000
#define ALIGNED_PIXELS 3 /* lefts that are the same */

/* ---- rows of runs ---- */

static int compare_tops(const void *a, const void *b)
{
    const struct pdf_run *one = a, *other = b;
    int middle = one->top + one->height / 2,
        other_middle = other->top + other->height / 2;
    if (middle != other_middle)
        return middle - other_middle;
    return one->left - other->left;
}

static int compare_lefts(const void *a, const void *b)
{
    const struct pdf_run *one = a, *other = b;
    if (one->left != other->left)
        return one->left - other->left;
    return one->right - other->right;
}

/* A small run belongs to a row that it only touches. */
static bool is_of_row(const struct pdf_row *row, const struct pdf_run *run)
{
    int top = number_max_int(row->top, run->top);
    int bottom = number_min_int(row->top + row->height, run->top + run->height);
    int small = number_min_int(row->height, run->height);
    int large = number_max_int(row->height, run->height);
    bool raised = small * 4 < large * 3;
    return (bottom - top) * (raised ? 4 : 2) >= small;
}

static struct pdf_row *add_row(struct pdf_rows *rows, unsigned page,
                               const struct pdf_run *run)
{
    rows->items =
        mem_grow(rows->items, rows->n, &rows->capacity, sizeof *rows->items);
    struct pdf_row *row = &rows->items[rows->n++];
    *row = (struct pdf_row){.page = page,
                            .top = run->top,
                            .height = run->height,
                            .left = run->left,
                            .right = run->right,
                            .first = (size_t)(run - rows->runs)};
    return row;
}

/* A row is as high as its widest run. */
static void take_run(struct pdf_row *row, const struct pdf_run *run,
                     int *widest)
{
    int width = run->right - run->left;
    if (width > *widest) {
        *widest = width;
        row->top = run->top;
        row->height = run->height;
    }
    row->left = number_min_int(row->left, run->left);
    row->right = number_max_int(row->right, run->right);
    row->n++;
}

void pdf_rows_add(struct pdf_rows *rows, unsigned page, size_t first, size_t n)
{
    struct pdf_run *runs = rows->runs + first;
    size_t start = rows->n;
    int widest = 0;
    struct pdf_row *row = NULL;
    if (n > 0)
        qsort(runs, n, sizeof *runs, compare_tops);
    for (size_t i = 0; i < n; i++) {
        if (!row || !is_of_row(row, &runs[i])) {
            row = add_row(rows, page, &runs[i]);
            widest = 0;
        }
        take_run(row, &runs[i], &widest);
    }
    for (size_t i = start; i < rows->n; i++) {
        row = &rows->items[i];
        row->begins_column = i == start;
        qsort(rows->runs + row->first, row->n, sizeof *runs, compare_lefts);
    }
}

/* ---- columns ---- */

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

static void add_columns(struct pdf_rows *rows, unsigned page, size_t first,
                        size_t n);

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
        add_columns(rows, page, first, n_left);
        add_columns(rows, page, first + n_left, band - first - n_left);
        for (first = band;
             first < end && side_of(&runs[first], gutter) == SIDE_BOTH;)
            first++;
        pdf_rows_add(rows, page, band, first - band);
    }
}

static void set_column(struct pdf_rows *rows, size_t first)
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

static void add_columns(struct pdf_rows *rows, unsigned page, size_t first,
                        size_t n)
{
    int gutter = find_gutter(rows->runs + first, n);
    size_t first_row = rows->n;
    if (n > 0)
        qsort(rows->runs + first, n, sizeof *rows->runs, compare_tops);
    if (gutter >= 0) {
        add_bands(rows, page, first, n, gutter);
    } else {
        pdf_rows_add(rows, page, first, n);
        set_column(rows, first_row);
    }
}

/* ---- pages ---- */

static int compare_roles(const void *a, const void *b)
{
    const struct pdf_run *one = a, *other = b;
    if (one->role != other->role)
        return one->role > other->role ? -1 : 1;
    return one->left != other->left ? one->left - other->left
                                    : one->top - other->top;
}

static void sort_roles(struct pdf_rows *rows, const struct pdf_page *page)
{
    struct pdf_run *runs = rows->runs + page->first;
    for (size_t i = 0; i < page->n; i++)
        if (runs[i].role != PDF_TEXT) {
            qsort(runs, page->n, sizeof *runs, compare_roles);
            return;
        }
}

/* How many of a page's runs have a role; it is sorted by them. */
static size_t count_role(const struct pdf_rows *rows,
                         const struct pdf_page *page, enum pdf_role role)
{
    const struct pdf_run *runs = rows->runs + page->first;
    size_t count = 0;
    for (size_t i = 0; i < page->n && runs[i].role >= role; i++)
        count += runs[i].role == role;
    return count;
}

/* What is turned and stands beside all other text is in a margin. */
static void find_margins(struct pdf_rows *rows, struct pdf_page *page)
{
    struct pdf_run *runs = rows->runs + page->first;
    int left = INT_MAX, right = INT_MIN;
    for (size_t i = 0; i < page->n; i++)
        if (runs[i].role == PDF_TEXT) {
            left = number_min_int(left, runs[i].left);
            right = number_max_int(right, runs[i].right);
        }
    for (size_t i = 0; i < page->n; i++)
        if (runs[i].role == PDF_TURNED &&
            (runs[i].left < left || runs[i].left >= right))
            runs[i].role = PDF_MARGIN;
    sort_roles(rows, page);
    page->n_margin = count_role(rows, page, PDF_MARGIN);
    page->n_turned = count_role(rows, page, PDF_TURNED);
}

/* Each is a row of its own. */
static void add_turned(struct pdf_rows *rows, unsigned page, size_t first,
                       size_t n)
{
    for (size_t i = first; i < first + n; i++) {
        size_t row = rows->n;
        pdf_rows_add(rows, page, i, 1);
        rows->items[row].role = rows->runs[i].role;
        set_column(rows, row);
    }
}

/* The rows of a page's text; what is turned comes after the rest. Furniture and
 * margins are put first, and left. */
static void read_rows(struct pdf_rows *rows, const struct pdf_page *page,
                      unsigned number)
{
    sort_roles(rows, page);
    size_t n_left = count_role(rows, page, PDF_FURNITURE) +
                    count_role(rows, page, PDF_MARGIN);
    size_t n_turned = count_role(rows, page, PDF_TURNED);
    size_t n_other = n_left + n_turned;
    add_columns(rows, number, page->first + n_other, page->n - n_other);
    add_turned(rows, number, page->first + n_left, n_turned);
}

static void read_others(struct pdf_rows *rows, const struct pdf_page *page,
                        unsigned number)
{
    size_t n = count_role(rows, page, PDF_FURNITURE), first = rows->n;
    pdf_rows_add(rows, number, page->first, n);
    for (size_t i = first; i < rows->n; i++)
        rows->items[i].role = PDF_FURNITURE;
    add_turned(rows, number, page->first + n,
               count_role(rows, page, PDF_MARGIN));
}

void pdf_rows_read(struct pdf_rows *rows, const char *xml, size_t n_bytes)
{
    *rows = (struct pdf_rows){.runs = NULL};
    buf_init(&rows->texts);
    struct pdf_page *pages = pdf_read(rows, xml, n_bytes);
    for (unsigned i = 0; i < rows->n_pages; i++)
        find_margins(rows, &pages[i]);
    pdf_furniture_mark(rows, pages);
    for (unsigned i = 0; i < rows->n_pages; i++)
        read_rows(rows, &pages[i], i + 1);
    rows->n_text = rows->n;
    for (unsigned i = 0; i < rows->n_pages; i++)
        read_others(rows, &pages[i], i + 1);
    free(pages);
}

void pdf_rows_finish(struct pdf_rows *rows)
{
    buf_finish(&rows->texts);
    free(rows->runs);
    free(rows->items);
}

bool pdf_run_is_small(const struct pdf_row *row, const struct pdf_run *run)
{
    return row->n > 1 && run->height * 4 < row->height * 3;
}

/* What is raised or lowered, or a mark behind it, belongs to what is before. */
static bool belongs(const struct pdf_row *row, const struct pdf_run *run,
                    const struct pdf_run *next)
{
    static const char *const raised[] = {"²", "³", "¹", "⁰", "⁴", "⁵",
                                         "⁶", "⁷", "⁸", "⁹", "⁻"};
    for (size_t i = 0; i < sizeof raised / sizeof *raised; i++)
        if (next->n_bytes >= strlen(raised[i]) &&
            memcmp(next->text, raised[i], strlen(raised[i])) == 0)
            return true;
    if (pdf_run_is_small(row, next))
        return next->n_bytes <= 5;
    return pdf_run_is_small(row, run) && memchr(",.;:)/%", next->text[0], 7);
}

bool pdf_run_gap(const struct pdf_row *row, const struct pdf_run *run)
{
    const struct pdf_run *next = run + 1;
    int gap = next->left - run->right;
    int height = number_min_int(run->height, next->height);
    return gap > height / 6 &&
           (gap * 3 > row->height * 2 || !belongs(row, run, next));
}

void pdf_rows_add_text(const struct pdf_rows *rows, const struct pdf_row *row,
                       struct buf *out)
{
    const struct pdf_run *runs = rows->runs + row->first;
    size_t start = out->n_bytes;
    for (size_t i = 0; i < row->n; i++) {
        if (i > 0 && pdf_run_gap(row, &runs[i - 1]))
            buf_add_char(out, ' ');
        buf_add_n(out, runs[i].text, runs[i].n_bytes);
    }
    while (out->n_bytes > start && ascii_is_space(out->data[out->n_bytes - 1]))
        buf_truncate(out, out->n_bytes - 1);
}

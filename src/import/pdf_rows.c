/* The rows of a PDF's pages in the order in which they are read.
 *
 * Runs that overlap from top to bottom are a row: raised and lowered digits
 * have runs of their own. */
#include "import/pdf_rows.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/number.h"
#include "import/pdf_columns.h"
#include "import/pdf_furniture.h"
#include "import/pdf_read.h"

/* ---- rows of runs ---- */

int pdf_run_compare_tops(const void *a, const void *b)
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
        qsort(runs, n, sizeof *runs, pdf_run_compare_tops);
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
        pdf_columns_measure(rows, row);
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
    pdf_columns_add(rows, number, page->first + n_other, page->n - n_other);
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

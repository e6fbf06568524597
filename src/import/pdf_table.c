/* Tables of a PDF: rows whose cells stand below each other.
 *
 * A gap wider than any between words divides cells. A cell may stand anywhere
 * in its column, but not in two of them: what crosses columns ends the table.
 */
#include "import/pdf_table.h"

#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "import/pdf_blocks.h"

#define MAX_STEP_ROWS 4 /* heights of a row */

struct pdf_cells {
    int lefts[PDF_TABLE_COLUMNS], rights[PDF_TABLE_COLUMNS];
    size_t n; /* 0: too many */
};

static void find_cells(const struct pdf_rows *rows, const struct pdf_row *row,
                       struct pdf_cells *cells)
{
    const struct pdf_run *runs = rows->runs + row->first;
    int gap = row->height * 5 / 4;
    cells->n = 0;
    for (size_t i = 0; i < row->n; i++) {
        size_t last = cells->n - 1;
        if (i > 0 && runs[i].left - cells->rights[last] <= gap) {
            cells->rights[last] =
                number_max_int(cells->rights[last], runs[i].right);
        } else if (cells->n == PDF_TABLE_COLUMNS) {
            cells->n = 0;
            return;
        } else {
            cells->lefts[cells->n] = runs[i].left;
            cells->rights[cells->n++] = runs[i].right;
        }
    }
}

/* "1." before a heading or a paragraph is no cell. */
static bool begins_with_number(const struct pdf_rows *rows,
                               const struct pdf_row *row)
{
    const struct pdf_run *run = &rows->runs[row->first];
    size_t n = run->n_bytes, n_points = 0;
    while (n > 0 && ascii_is_space(run->text[n - 1]))
        n--;
    for (size_t i = 0; i < n; i++) {
        if (!ascii_is_digit(run->text[i]) && !strchr(".)", run->text[i]))
            return false;
        n_points += !ascii_is_digit(run->text[i]);
    }
    return n_points > 0;
}

/* The column that a cell overlaps; SIZE_MAX for none or several. */
static size_t column_of(const struct pdf_table *table, int left, int right)
{
    size_t column = SIZE_MAX;
    for (size_t i = 0; i < table->n_columns; i++) {
        if (right <= table->lefts[i] || left >= table->rights[i])
            continue;
        if (column != SIZE_MAX)
            return SIZE_MAX;
        column = i;
    }
    return column;
}

/* Widens the columns by a row's cells; false if one is in none of them. */
static bool take_cells(struct pdf_table *table, const struct pdf_cells *cells)
{
    struct pdf_table wider = *table;
    for (size_t i = 0; i < cells->n; i++) {
        size_t at = column_of(table, cells->lefts[i], cells->rights[i]);
        if (at == SIZE_MAX)
            return false;
        wider.lefts[at] = number_min_int(wider.lefts[at], cells->lefts[i]);
        wider.rights[at] = number_max_int(wider.rights[at], cells->rights[i]);
    }
    *table = wider;
    return cells->n > 0;
}

static bool may_hold(const struct pdf_rows *rows, size_t row)
{
    const struct pdf_row *at = &rows->items[row];
    return pdf_row_mark(rows, at) == 0 && !begins_with_number(rows, at);
}

/* Text below a table stands in its first column, too. */
static bool is_below(const struct pdf_table *table,
                     const struct pdf_cells *cells, int step)
{
    return cells->n == 1 && table->step > 0 && step * 4 > table->step * 5;
}

static void note_step(struct pdf_table *table, int step)
{
    int before = table->step > 0 ? table->step : step;
    int low = number_min_int(before, step), high = number_max_int(before, step);
    table->spaced |= high * 4 > low * 5;
    table->step = low;
}

bool pdf_table_find(const struct pdf_rows *rows, size_t first, size_t end,
                    struct pdf_table *table)
{
    struct pdf_cells cells;
    find_cells(rows, &rows->items[first], &cells);
    *table = (struct pdf_table){.first = first, .n = 1};
    if (cells.n < 2 || !may_hold(rows, first))
        return false;
    memcpy(table->lefts, cells.lefts, sizeof cells.lefts);
    memcpy(table->rights, cells.rights, sizeof cells.rights);
    table->n_columns = cells.n;
    size_t n_full = 1;
    for (size_t row = first + 1; row < end; row++, table->n++) {
        const struct pdf_row *at = &rows->items[row];
        int step = at->top - at[-1].top;
        find_cells(rows, at, &cells);
        if (at->begins_column || step > MAX_STEP_ROWS * at->height ||
            !may_hold(rows, row) || is_below(table, &cells, step) ||
            !take_cells(table, &cells))
            break;
        note_step(table, step);
        n_full += cells.n > 1;
    }
    return n_full > 1;
}

size_t pdf_table_column(const struct pdf_table *table,
                        const struct pdf_run *run)
{
    size_t column = 0;
    while (column + 1 < table->n_columns &&
           run->left >= table->lefts[column + 1])
        column++;
    return column;
}

/* Does the first cell of a row reach so far that its text goes on below? */
static bool is_wrapped(const struct pdf_table *table,
                       const struct pdf_cells *cells)
{
    int width = table->lefts[1] - table->lefts[0];
    return cells->n > 0 && cells->lefts[0] < table->rights[0] &&
           cells->rights[0] >= table->lefts[0] + width * 6 / 10;
}

bool pdf_table_begins_row(const struct pdf_rows *rows,
                          const struct pdf_table *table, size_t row)
{
    const struct pdf_row *at = &rows->items[row];
    struct pdf_cells cells, before;
    if (row == table->first)
        return true;
    if (table->spaced && (at->top - at[-1].top) * 4 > table->step * 5)
        return true;
    find_cells(rows, at, &cells);
    find_cells(rows, at - 1, &before);
    if (table->spaced)
        return cells.n == table->n_columns && !is_wrapped(table, &before);
    return cells.n > 1 && pdf_table_column(table, &rows->runs[at->first]) == 0;
}

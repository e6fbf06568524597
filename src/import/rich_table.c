/* Tables of HTML and SPL, as pipe tables. [libxml2] */
#include "import/rich_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/conserve.h"
#include "import/rich_paragraph.h"
#include "import/xml.h"

#define MAX_COLUMNS 100
#define MAX_HEAD_ROWS 4
#define MAX_SPAN 65534

/* Spans repeat what they hold up to so much; bombs are made of more. */
#define MAX_REPEATED_BYTES ((size_t)256 << 10)
#define MAX_REPEATED 5000

/* One <td> or <th>, in all places that it spans. */
struct grid_cell {
    const xmlNode *node;
    char *text;             /* Markdown, once it is written; else NULL */
    struct grid_cell *more; /* cells past the last column stand in it, too */
    struct grid_cell *tail; /* the last of them */
};

struct grid_row {
    struct grid_cell **cells; /* NULL: empty */
    size_t n;
    const xmlNode *node; /* its <tr> */
    const xmlNode *only; /* the one cell, if it is as wide as the table */
    bool moved;          /* it stands before others in the source */
};

struct grid {
    struct grid_row *rows;
    size_t n_rows, capacity;
    size_t n_columns;
    size_t below[MAX_COLUMNS]; /* rows that a cell above still takes */
    struct grid_cell **cells;  /* all, to be freed */
    size_t n_cells, cells_capacity;
    size_t n_repeated_bytes, n_repeated;
};

static bool is_cell(const xmlNode *node)
{
    return xml_is(node, "td") || xml_is(node, "th");
}

/* rowspan="0" means all rows that come. */
static size_t span_of(const xmlNode *cell, const char *name)
{
    char *text = xml_attribute(cell, name);
    long span = text ? strtol(text, NULL, 10) : 1;
    bool rest = text && span == 0 && strcmp(name, "rowspan") == 0;
    xmlFree(text);
    return rest || span > MAX_SPAN ? MAX_SPAN : span < 1 ? 1 : (size_t)span;
}

/* The next row of a table, but not of one inside it. */
static const xmlNode *next_row(const xmlNode *table, const xmlNode *row)
{
    const xmlNode *node = row ? xml_skip(table, row) : xml_walk(table, table);
    while (node && !xml_is(node, "tr"))
        node = xml_is(node, "table") || xml_is(node, "caption")
                   ? xml_skip(table, node)
                   : xml_walk(table, node);
    return node;
}

static bool is_in(const xmlNode *row, const char *group)
{
    return xml_is(row->parent, group);
}

/* ---- reading ---- */

static struct grid_cell *new_cell(struct grid *grid, const xmlNode *node)
{
    grid->cells = mem_grow(grid->cells, grid->n_cells, &grid->cells_capacity,
                           sizeof *grid->cells);
    struct grid_cell *cell = mem_calloc(1, sizeof *cell);
    cell->node = node;
    grid->cells[grid->n_cells++] = cell;
    return cell;
}

/* Fills in what cells of the row above span down to, until their group of rows
 * ends. */
static void take_from_above(struct grid *grid, const xmlNode *node,
                            struct grid_cell *cells[MAX_COLUMNS])
{
    const struct grid_row *above =
        grid->n_rows > 0 ? &grid->rows[grid->n_rows - 1] : NULL;
    bool same_group = above && above->node->parent == node->parent;
    for (size_t i = 0; i < MAX_COLUMNS; i++) {
        if (!same_group)
            grid->below[i] = 0;
        if (grid->below[i] == 0)
            continue;
        grid->below[i]--;
        cells[i] = i < above->n ? above->cells[i] : NULL;
    }
}

/* Puts a cell into a column and those that it spans. Returns the next one. */
static size_t put_cell(struct grid *grid, struct grid_cell *cells[MAX_COLUMNS],
                       struct grid_cell *cell, size_t column)
{
    size_t n_columns = span_of(cell->node, "colspan");
    size_t n_rows = span_of(cell->node, "rowspan");
    if (column == MAX_COLUMNS) {
        struct grid_cell *last = cells[MAX_COLUMNS - 1];
        *(last->more ? &last->tail->more : &last->more) = cell;
        last->tail = cell;
        return column;
    }
    for (size_t i = 0; i < n_columns && column < MAX_COLUMNS; i++, column++) {
        if (cells[column])
            continue;
        cells[column] = cell;
        grid->below[column] = n_rows - 1;
    }
    return column;
}

static void read_row(struct grid *grid, const xmlNode *node, bool moved)
{
    struct grid_cell *cells[MAX_COLUMNS] = {NULL};
    take_from_above(grid, node, cells);
    size_t column = 0, n_own = 0, n = MAX_COLUMNS;
    const xmlNode *first = NULL;
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (!is_cell(child))
            continue;
        while (column < MAX_COLUMNS && cells[column])
            column++;
        column = put_cell(grid, cells, new_cell(grid, child), column);
        first = n_own++ == 0 && span_of(child, "colspan") > 1 ? child : NULL;
    }
    while (n > 0 && !cells[n - 1])
        n--;
    grid->rows =
        mem_grow(grid->rows, grid->n_rows, &grid->capacity, sizeof *grid->rows);
    struct grid_row *row = &grid->rows[grid->n_rows++];
    *row = (struct grid_row){.cells = mem_alloc(n * sizeof *cells),
                             .n = n,
                             .node = node,
                             .only = first,
                             .moved = moved};
    memcpy(row->cells, cells, n * sizeof *cells);
    if (n > grid->n_columns)
        grid->n_columns = n;
}

/* A cell as wide as the table, alone in its row. */
static void find_wide_cells(struct grid *grid)
{
    for (size_t i = 0; i < grid->n_rows; i++) {
        struct grid_row *row = &grid->rows[i];
        const struct grid_cell *first = row->n > 0 ? row->cells[0] : NULL;
        if (!first || row->n < grid->n_columns || first->node != row->only ||
            row->cells[row->n - 1] != first)
            row->only = NULL;
    }
}

/* Rows of the foot come last, wherever they stand in the source. */
static void read_rows(struct grid *grid, const xmlNode *table)
{
    const xmlNode *last = NULL;
    for (const xmlNode *row = next_row(table, NULL); row;
         row = next_row(table, row))
        if (!is_in(row, "tfoot")) {
            read_row(grid, row, false);
            last = row;
        }
    bool before = last != NULL;
    for (const xmlNode *row = next_row(table, NULL); row;
         row = next_row(table, row)) {
        before &= row != last;
        if (is_in(row, "tfoot"))
            read_row(grid, row, before);
    }
    find_wide_cells(grid);
}

/* ---- writing ---- */

static const char *text_of(struct rich *rich, struct grid_cell *cell)
{
    if (cell->text)
        return cell->text;
    struct buf text;
    buf_init(&text);
    for (const struct grid_cell *at = cell; at; at = at->more) {
        if (at != cell)
            buf_add_char(&text, ' ');
        rich_cell(rich, at->node, &text);
    }
    cell->text = buf_steal(&text);
    return cell->text;
}

static void note_cell(const struct rich *rich, enum ledger_act act,
                      const char *what, const struct grid_cell *cell)
{
    /* In a table "2. Rinse" is no list. */
    struct buf table;
    buf_init(&table);
    buf_printf(&table, "| %s |\n|---|\n", cell->text);
    conserve_note(rich->options->ledger, act, what, table.data, table.n_bytes);
    buf_finish(&table);
}

static void begin_row(struct rich *rich)
{
    blocks_line(&rich->blocks);
    buf_add_char(rich->blocks.out, '|');
}

/* Has the cell been written before, in a column or a row that it spans? */
static bool is_repeated(const struct grid *grid, const struct grid_row *row,
                        size_t column)
{
    const struct grid_cell *cell = row->cells[column];
    const struct grid_row *above = row > grid->rows ? row - 1 : NULL;
    return (column > 0 && row->cells[column - 1] == cell) ||
           (above && column < above->n && above->cells[column] == cell);
}

static void write_cell(struct rich *rich, struct grid *grid,
                       const struct grid_row *row, size_t column,
                       size_t *n_empty)
{
    struct grid_cell *cell = row->cells[column];
    const char *text = cell ? text_of(rich, cell) : "";
    if (cell && is_repeated(grid, row, column)) {
        grid->n_repeated_bytes += strlen(text);
        if (grid->n_repeated_bytes > MAX_REPEATED_BYTES ||
            ++grid->n_repeated > MAX_REPEATED)
            text = "";
        else
            note_cell(rich, LEDGER_REPEATED, "cell that spans others", cell);
    } else if (cell && row->moved) {
        note_cell(rich, LEDGER_MOVED, "foot of a table", cell);
    }
    if (text[0]) {
        buf_add_repeat(rich->blocks.out, "  |", *n_empty);
        buf_printf(rich->blocks.out, " %s |", text);
    }
    *n_empty = text[0] ? 0 : *n_empty + 1;
}

/* Empty cells at its end are not written, but for the first. */
static void write_row(struct rich *rich, struct grid *grid,
                      const struct grid_row *row)
{
    size_t n = row->only ? 1 : row->n, n_empty = 0;
    begin_row(rich);
    for (size_t i = 0; i < n; i++)
        write_cell(rich, grid, row, i, &n_empty);
    if (n_empty == n)
        buf_add(rich->blocks.out, "  |");
    buf_add_char(rich->blocks.out, '\n');
}

static bool names_columns(const struct grid_row *row, bool has_head)
{
    bool names = has_head ? is_in(row->node, "thead") : !row->only;
    for (size_t i = 0; !has_head && i < row->n; i++)
        names &= !row->cells[i] || xml_is(row->cells[i]->node, "th");
    return names;
}

/* How many rows name the columns: those of <thead>, or, without one, those of
 * <th> alone; at least the first, and not all. */
static size_t count_head_rows(const struct grid *grid, size_t first, size_t end)
{
    bool has_head = is_in(grid->rows[first].node, "thead");
    size_t n = 0;
    while (first + n < end && n < MAX_HEAD_ROWS &&
           names_columns(&grid->rows[first + n], has_head))
        n++;
    return n == 0 || (!has_head && first + n == end) ? 1 : n;
}

/* "Dose" over "Morning" and "Night": "Dose, Morning" and "Dose, Night". */
static void write_name(struct rich *rich, const struct grid *grid,
                       const struct grid_row *rows, size_t n_rows,
                       size_t column)
{
    const char *between = " ";
    for (size_t i = 0; i < n_rows; i++) {
        const struct grid_row *row = &rows[i];
        struct grid_cell *cell = column < row->n ? row->cells[column] : NULL;
        bool again = i > 0 && cell && column < row[-1].n &&
                     cell == row[-1].cells[column];
        if (!cell || again || !text_of(rich, cell)[0])
            continue;
        if (is_repeated(grid, row, column))
            note_cell(rich, LEDGER_REPEATED, "cell that spans others", cell);
        else if (i > 0)
            note_cell(rich, LEDGER_MOVED, "lower row of a head", cell);
        buf_printf(rich->blocks.out, "%s%s", between, cell->text);
        between = ", ";
    }
    buf_add(rich->blocks.out, " |");
}

static void write_head(struct rich *rich, const struct grid *grid, size_t first,
                       size_t n_rows)
{
    begin_row(rich);
    for (size_t i = 0; i < grid->n_columns; i++)
        write_name(rich, grid, &grid->rows[first], n_rows, i);
    buf_add_char(rich->blocks.out, '\n');
    blocks_line(&rich->blocks);
    buf_add_repeat(rich->blocks.out, "|---", grid->n_columns);
    buf_add(rich->blocks.out, "|\n");
}

/* A wide cell above or below all others. */
static void write_paragraph(struct rich *rich, const struct grid_row *row)
{
    size_t n_before = rich->blocks.out->n_bytes;
    rich_write(rich, row->only);
    if (row->moved)
        conserve_note(rich->options->ledger, LEDGER_MOVED, "foot of a table",
                      rich->blocks.out->data + n_before,
                      rich->blocks.out->n_bytes - n_before);
}

static void write_grid(struct rich *rich, struct grid *grid)
{
    size_t first = 0, end = grid->n_rows;
    while (first < end && grid->rows[first].only)
        write_paragraph(rich, &grid->rows[first++]);
    while (end > first && grid->rows[end - 1].only)
        end--;
    if (first < end) {
        rich_resume(rich);
        /* The blank line, then lines that begin themselves. */
        size_t opened = blocks_open(&rich->blocks, "", "");
        size_t n_head = count_head_rows(grid, first, end);
        write_head(rich, grid, first, n_head);
        for (size_t i = first + n_head; i < end; i++)
            write_row(rich, grid, &grid->rows[i]);
        buf_truncate(rich->blocks.out, rich->blocks.out->n_bytes - 1);
        blocks_end(&rich->blocks);
        blocks_close(&rich->blocks, opened);
    }
    for (; end < grid->n_rows; end++)
        write_paragraph(rich, &grid->rows[end]);
}

/* Does a table lay out a page, and not data? */
static bool is_layout(const xmlNode *table)
{
    size_t n_widest = 0;
    for (const xmlNode *row = next_row(table, NULL); row;
         row = next_row(table, row)) {
        size_t n = 0;
        for (const xmlNode *cell = row->children; cell; cell = cell->next)
            n += is_cell(cell) ? span_of(cell, "colspan") : 0;
        n_widest = n > n_widest ? n : n_widest;
    }
    if (n_widest < 2)
        return true;
    for (const xmlNode *node = xml_walk(table, table); node;
         node = xml_walk(table, node))
        if (xml_is(node, "table"))
            return true;
    return false;
}

static void grid_free(struct grid *grid)
{
    for (size_t i = 0; i < grid->n_cells; i++) {
        free(grid->cells[i]->text);
        free(grid->cells[i]);
    }
    for (size_t i = 0; i < grid->n_rows; i++)
        free(grid->rows[i].cells);
    free(grid->cells);
    free(grid->rows);
    free(grid);
}

static void write_caption(struct rich *rich, const xmlNode *table)
{
    const xmlNode *caption = xml_child(table, "caption");
    enum style style = rich->inlines.style;
    rich->inlines.style = STYLE_STRONG;
    if (caption)
        rich_write(rich, caption);
    rich->inlines.style = style;
}

void rich_table(struct rich *rich, const xmlNode *table)
{
    if (rich->one_line || is_layout(table)) {
        rich_write(rich, table);
        return;
    }
    write_caption(rich, table);
    struct grid *grid = mem_calloc(1, sizeof *grid);
    read_rows(grid, table);
    write_grid(rich, grid);
    grid_free(grid);
}

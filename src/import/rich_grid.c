/* Reads the rows of a table, with what cells above and beside span. */
#include "import/rich_grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/xml.h"

#define MAX_SPAN 65534

bool rich_grid_is_cell(const xmlNode *node)
{
    return xml_is(node, "td") || xml_is(node, "th");
}

/* rowspan="0" means all rows that come. */
size_t rich_grid_span(const xmlNode *cell, const char *name)
{
    char *text = xml_attribute(cell, name);
    long span = text ? strtol(text, NULL, 10) : 1;
    bool rest = text && span == 0 && strcmp(name, "rowspan") == 0;
    xmlFree(text);
    return rest || span > MAX_SPAN ? MAX_SPAN : span < 1 ? 1 : (size_t)span;
}

const xmlNode *rich_grid_next_row(const xmlNode *table, const xmlNode *row)
{
    const xmlNode *node = row ? xml_skip(table, row) : xml_walk(table, table);
    while (node && !xml_is(node, "tr"))
        node = xml_is(node, "table") || xml_is(node, "caption")
                   ? xml_skip(table, node)
                   : xml_walk(table, node);
    return node;
}

bool rich_grid_is_in(const xmlNode *row, const char *group)
{
    return xml_is(row->parent, group);
}

static struct grid_cell *new_cell(struct rich_grid *grid, const xmlNode *node)
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
static void take_from_above(struct rich_grid *grid, const xmlNode *node,
                            struct grid_cell *cells[RICH_GRID_COLUMNS])
{
    const struct grid_row *above =
        grid->n_rows > 0 ? &grid->rows[grid->n_rows - 1] : NULL;
    bool same_group = above && above->node->parent == node->parent;
    for (size_t i = 0; i < RICH_GRID_COLUMNS; i++) {
        if (!same_group)
            grid->below[i] = 0;
        if (grid->below[i] == 0)
            continue;
        grid->below[i]--;
        cells[i] = i < above->n ? above->cells[i] : NULL;
    }
}

/* Puts a cell into a column and those that it spans. Returns the next one. */
static size_t put_cell(struct rich_grid *grid,
                       struct grid_cell *cells[RICH_GRID_COLUMNS],
                       struct grid_cell *cell, size_t column)
{
    size_t n_columns = rich_grid_span(cell->node, "colspan");
    size_t n_rows = rich_grid_span(cell->node, "rowspan");
    if (column == RICH_GRID_COLUMNS) {
        struct grid_cell *last = cells[RICH_GRID_COLUMNS - 1];
        *(last->more ? &last->tail->more : &last->more) = cell;
        last->tail = cell;
        return column;
    }
    for (size_t i = 0; i < n_columns && column < RICH_GRID_COLUMNS;
         i++, column++) {
        if (cells[column])
            continue;
        cells[column] = cell;
        grid->below[column] = n_rows - 1;
    }
    return column;
}

static void read_row(struct rich_grid *grid, const xmlNode *node, bool moved)
{
    struct grid_cell *cells[RICH_GRID_COLUMNS] = {NULL};
    take_from_above(grid, node, cells);
    size_t column = 0, n_own = 0, n = RICH_GRID_COLUMNS;
    const xmlNode *first = NULL;
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (!rich_grid_is_cell(child))
            continue;
        while (column < RICH_GRID_COLUMNS && cells[column])
            column++;
        column = put_cell(grid, cells, new_cell(grid, child), column);
        first =
            n_own++ == 0 && rich_grid_span(child, "colspan") > 1 ? child : NULL;
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
static void find_wide_cells(struct rich_grid *grid)
{
    for (size_t i = 0; i < grid->n_rows; i++) {
        struct grid_row *row = &grid->rows[i];
        const struct grid_cell *first = row->n > 0 ? row->cells[0] : NULL;
        if (!first || row->n < grid->n_columns || first->node != row->only ||
            row->cells[row->n - 1] != first)
            row->only = NULL;
    }
}

void rich_grid_read(struct rich_grid *grid, const xmlNode *table)
{
    const xmlNode *last = NULL;
    for (const xmlNode *row = rich_grid_next_row(table, NULL); row;
         row = rich_grid_next_row(table, row))
        if (!rich_grid_is_in(row, "tfoot")) {
            read_row(grid, row, false);
            last = row;
        }
    bool before = last != NULL;
    for (const xmlNode *row = rich_grid_next_row(table, NULL); row;
         row = rich_grid_next_row(table, row)) {
        before &= row != last;
        if (rich_grid_is_in(row, "tfoot"))
            read_row(grid, row, before);
    }
    find_wide_cells(grid);
}

void rich_grid_finish(struct rich_grid *grid)
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

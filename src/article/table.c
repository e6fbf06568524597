/* Builds GitHub's pipe tables from the lines of the source, since the parsed
 * text has lost "\|" and lets emphasis run across cells. */
#include "article/table.h"

#include <stdlib.h>
#include <string.h>

#include "article/pipe_row.h"
#include "base/mem.h"

/* A line of a passage, without the white space and quote markers that begin
 * it. */
struct text_line {
    const char *text;
    size_t n_bytes;
    uint32_t source;
};

static struct text_line line_of(const struct passage *passage, size_t i)
{
    size_t start = passage->lines[i].start;
    size_t end = i + 1 < passage->n_lines ? passage->lines[i + 1].start
                                          : passage->text.n_bytes;
    const char *text = passage->text.data + start;
    size_t n_prefix = strspn(text, " \t>");
    if (start + n_prefix > end)
        n_prefix = end - start;
    return (struct text_line){text + n_prefix, end - start - n_prefix,
                              passage->lines[i].source + (uint32_t)n_prefix};
}

/* Like line_of for the first line of a block, which list markers may
 * precede. */
static struct text_line first_line_of(const struct passage *passage, size_t i,
                                      int column)
{
    struct text_line line = line_of(passage, i);
    uint32_t source = passage->lines[i].source + (uint32_t)column - 1;
    uint32_t n_markers = source > line.source ? source - line.source : 0;
    if (n_markers > line.n_bytes)
        n_markers = (uint32_t)line.n_bytes;
    return (struct text_line){line.text + n_markers, line.n_bytes - n_markers,
                              line.source + n_markers};
}

static struct text_line line_of_table(const struct tables *tables,
                                      const struct table_extent *table,
                                      size_t i)
{
    if (i > table->first_line)
        return line_of(tables->passage, i);
    return first_line_of(tables->passage, i,
                         cmark_node_get_start_column(table->block));
}

static struct pipe_row row_of_line(const struct text_line *line)
{
    return pipe_row_of(line->text, line->n_bytes);
}

/* Tells whether a line is a delimiter row of n columns. */
static bool is_delimiter(struct pipe_row row, size_t n_columns)
{
    size_t n = 0;
    enum align align;
    for (; pipe_row_next(&row); n++)
        if (!pipe_row_align(&row, &align))
            return false;
    return n && n == n_columns;
}

/* Finds the header row and the delimiter row in the lines of a paragraph. */
static bool find_header(const struct tables *tables, struct table_extent *table)
{
    struct text_line above = line_of_table(tables, table, table->first_line);
    for (size_t i = table->first_line + 1; i < table->end_line; i++) {
        struct text_line line = line_of(tables->passage, i);
        bool bar = memchr(line.text, '|', line.n_bytes) ||
                   memchr(line.text, ':', line.n_bytes);
        if (bar && line.n_bytes && memchr("|:-", line.text[0], 3) &&
            is_delimiter(row_of_line(&line),
                         pipe_row_count(row_of_line(&above)))) {
            table->header_line = i - 1;
            return true;
        }
        above = line;
    }
    return false;
}

/* Adds a cell to be parsed, with a bar for each "\|" in it. */
static void add_cell(struct passage *cells, const char *text, size_t n_bytes,
                     uint32_t source)
{
    const char *escape = memmem(text, n_bytes, "\\|", 2);
    if (!escape) {
        passage_add_line(cells, "|", text, n_bytes, source);
        return;
    }
    struct buf plain;
    buf_init(&plain);
    const char *end = text + n_bytes;
    for (const char *at = text; at < end;) {
        escape = memmem(at, (size_t)(end - at), "\\|", 2);
        buf_add_n(&plain, at, (size_t)((escape ? escape : end) - at));
        at = escape ? escape + 1 : end;
    }
    passage_add_line(cells, "|", plain.data, plain.n_bytes, source);
    buf_finish(&plain);
}

/* Moves to the next cell of a row. The last column takes all excess cells. */
static bool next_cell(struct pipe_row *row, size_t column, size_t n_columns)
{
    return column + 1 == n_columns ? pipe_row_rest(row)
                                   : column < n_columns && pipe_row_next(row);
}

static void collect_cells(struct tables *tables,
                          const struct table_extent *table)
{
    struct passage *cells = &tables->cells;
    for (size_t i = table->first_line; i < table->header_line; i++) {
        struct text_line line = line_of_table(tables, table, i);
        size_t n = line.n_bytes - (line.n_bytes > 0);
        /* Indented this far, a line can only continue the paragraph. */
        passage_add_line(cells, i == table->first_line ? "|" : "    ",
                         line.text, n, line.source);
    }
    if (table->first_line < table->header_line)
        passage_add_line(cells, "", "", 0, 0);
    struct text_line header = line_of_table(tables, table, table->header_line);
    size_t n_columns = pipe_row_count(row_of_line(&header));
    for (size_t i = table->header_line; i < table->end_line; i++) {
        if (i == table->header_line + 1)
            continue;
        struct text_line line = line_of_table(tables, table, i);
        struct pipe_row row = row_of_line(&line);
        for (size_t j = 0; next_cell(&row, j, n_columns); j++) {
            if (inline_is_plain(row.cell, row.n_bytes))
                continue;
            uint32_t source = line.source + (uint32_t)(row.cell - line.text);
            add_cell(cells, row.cell, row.n_bytes, source);
            passage_add_line(cells, "", "", 0, 0);
        }
    }
}

/* Finds the setext underline of the heading that begins at a line; libcmark may
 * report that the heading ends later. */
static size_t find_setext_underline(const struct passage *passage, size_t first)
{
    for (size_t i = first + 1; i < passage->n_lines; i++) {
        struct text_line line = line_of(passage, i);
        size_t n = strspn(line.text, *line.text == '=' ? "=" : "-");
        n += strspn(line.text + n, " \t\r\n");
        if (n >= line.n_bytes)
            return i;
    }
    return passage->n_lines;
}

static void collect(struct tables *tables, cmark_node *block)
{
    const struct passage *passage = tables->passage;
    struct table_extent table = {
        .block = block,
        .first_line = (size_t)cmark_node_get_start_line(block) - 1,
        .end_line = (size_t)cmark_node_get_end_line(block),
        .underlined = cmark_node_get_type(block) == CMARK_NODE_HEADING,
    };
    if (table.first_line + 1 >= table.end_line)
        return;
    if (table.underlined)
        table.end_line = find_setext_underline(passage, table.first_line);
    if (table.end_line > passage->n_lines)
        table.end_line = passage->n_lines;
    if (!find_header(tables, &table))
        return;
    tables->items = mem_grow(tables->items, tables->n, &tables->capacity,
                             sizeof *tables->items);
    tables->items[tables->n++] = table;
    collect_cells(tables, &table);
}

static void collect_below(struct tables *tables, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (event != CMARK_EVENT_ENTER ||
            (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING))
            continue;
        collect(tables, node);
        cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
    }
    cmark_iter_free(iter);
}

/* Tells whether a source range has a line that looks like a delimiter row. */
static bool has_delimiter(const struct prescan *scan, uint32_t start,
                          uint32_t end)
{
    size_t low = 0, high = scan->n_delimiters;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (scan->delimiters[middle] < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < scan->n_delimiters && scan->delimiters[low] < end;
}

static uint32_t source_of(const struct passage *passage, cmark_node *node)
{
    return passage_offset(passage, cmark_node_get_start_line(node), 1);
}

void tables_init(struct tables *tables, const struct builder *builder,
                 const struct passage *passage, cmark_node *root)
{
    *tables = (struct tables){.passage = passage};
    passage_init(&tables->cells);
    if (!builder->scan->n_delimiters)
        return;
    cmark_node *node = cmark_node_first_child(root);
    while (node) {
        cmark_node *next = cmark_node_next(node);
        uint32_t end = next ? source_of(passage, next) : UINT32_MAX;
        if (has_delimiter(builder->scan, source_of(passage, node), end))
            collect_below(tables, node);
        node = next;
    }
    if (!tables->cells.n_lines)
        return;
    definitions_add(builder->scan, builder->article->source, &tables->cells);
    tables->next_cell = cmark_node_first_child(passage_parse(&tables->cells));
}

void tables_finish(struct tables *tables)
{
    passage_finish(&tables->cells);
    free(tables->items);
    *tables = (struct tables){0};
}

/* Builds the inlines of the next parsed cell under node. */
static void build_cell(struct builder *builder, struct node *node)
{
    struct tables *tables = builder->tables;
    cmark_node *cell = tables->next_cell;
    if (!cell) /* cannot happen: each cell is one paragraph */
        return;
    tables->next_cell = cmark_node_next(cell);
    const struct passage *passage = builder->passage;
    builder->passage = &tables->cells;
    builder->parent = node;
    inline_begin(builder, cell, node);
    builder->drop_bar = true;
    build_blocks(builder, cell);
    builder->passage = passage;
    builder->parent = node->parent;
}

/* Builds the lines of the paragraph that precede the table. */
static void build_lines_above(struct builder *builder,
                              const struct table_extent *table)
{
    const struct tables *tables = builder->tables;
    struct node *before = builder->parent->last;
    struct node *node = build_node(builder, NODE_PARAGRAPH);
    struct text_line first = line_of_table(tables, table, table->first_line);
    struct text_line last =
        line_of_table(tables, table, table->header_line - 1);
    node->source_start = first.source;
    node->source_end = last.source + (uint32_t)last.n_bytes;
    build_cell(builder, node);
    if (node->first)
        build_end(builder, node);
    else
        build_drop(builder, node, before);
}

static void build_row(struct builder *builder, struct node *table,
                      struct text_line line)
{
    builder->parent = table;
    struct node *row_node = build_node(builder, NODE_ROW);
    row_node->source_start = line.source;
    row_node->source_end = line.source + (uint32_t)line.n_bytes;
    struct pipe_row row = row_of_line(&line);
    for (size_t i = 0; next_cell(&row, i, table->table.n_columns); i++) {
        builder->parent = row_node;
        struct node *cell = build_node(builder, NODE_CELL);
        cell->source_start = line.source + (uint32_t)(row.cell - line.text);
        cell->source_end = cell->source_start + (uint32_t)row.n_bytes;
        if (inline_is_plain(row.cell, row.n_bytes))
            inline_add_plain(builder, cell, row.cell, row.n_bytes);
        else
            build_cell(builder, cell);
        build_end(builder, cell);
    }
    if (row_node->last)
        row_node->text_end = row_node->last->text_end;
}

static void read_alignment(struct builder *builder, struct node *node,
                           struct text_line line)
{
    struct pipe_row row = row_of_line(&line);
    size_t n = pipe_row_count(row);
    enum align *align = arena_alloc(builder->arena, n * sizeof *align);
    for (size_t i = 0; pipe_row_next(&row); i++)
        pipe_row_align(&row, &align[i]);
    node->table.n_columns = (unsigned)n;
    node->table.align = align;
}

static void build_rule(struct builder *builder,
                       const struct table_extent *table)
{
    struct text_line line =
        line_of_table(builder->tables, table, table->end_line);
    struct node *rule = build_node(builder, NODE_RULE);
    rule->source_start = line.source;
    rule->source_end = line.source + (uint32_t)line.n_bytes;
}

bool table_build(struct builder *builder, cmark_node *block)
{
    struct tables *tables = builder->tables;
    if (tables->next == tables->n || tables->items[tables->next].block != block)
        return false;
    const struct table_extent *table = &tables->items[tables->next++];
    struct node *parent = builder->parent;
    if (table->first_line < table->header_line)
        build_lines_above(builder, table);
    struct node *node = build_node(builder, NODE_TABLE);
    read_alignment(builder, node,
                   line_of_table(tables, table, table->header_line + 1));
    for (size_t i = table->header_line; i < table->end_line; i++)
        if (i != table->header_line + 1)
            build_row(builder, node, line_of_table(tables, table, i));
    node->source_start = node->first->source_start;
    node->source_end = node->last->source_end;
    node->text_end = node->last->text_end;
    builder->parent = parent;
    if (table->underlined)
        build_rule(builder, table);
    return true;
}

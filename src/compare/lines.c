/* Lays out a comparison: a head, the rows, and the sources. */
#include "compare/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "compare/labels.h"
#include "text/flow.h"
#include "text/glyph.h"
#include "text/wrap.h"

#define COLUMNS_MIN_CELLS 100
#define COLUMN_MIN_CELLS 48 /* of an article's column */
#define GAP_CELLS 3         /* between columns */
#define INDENT_CELLS 2      /* indent of an article's text below its title */

struct compare_lines {
    const struct compare_table *comparison;
    struct layout_options options;
    struct arena arena;
    struct wrap_lines lines;
    size_t *rows; /* the line on which each begins */
};

static void add_blank(struct compare_lines *out)
{
    if (out->lines.n)
        wrap_lines_add(&out->lines,
                       (struct line){.type = LINE_BLANK, .text_at = NO_TEXT});
}

static void add_flow(struct compare_lines *out, struct wrap_lines *lines,
                     struct flow *flow, unsigned cells)
{
    wrap_flow(flow, cells, &out->arena, lines);
    flow_finish(flow);
}

/* Adds words, with a paragraph for each of their lines. */
static void add_words(struct compare_lines *out, struct wrap_lines *lines,
                      const char *words, enum role role, unsigned cells)
{
    while (*words) {
        size_t n = strcspn(words, "\n");
        struct flow flow;
        flow_init(&flow, "", out->options.charset);
        flow_add_words(&flow, arena_strndup(&out->arena, words, n),
                       flow_style(role));
        if (n)
            add_flow(out, lines, &flow, cells);
        else
            wrap_lines_add(lines, (struct line){.text_at = NO_TEXT});
        if (!n)
            flow_finish(&flow);
        words += n + (words[n] == '\n');
    }
}

/* Copies a line, so that its layout can be freed: a comparison may have
 * thousands of parts. */
static struct line copy_line(struct compare_lines *out, const struct line *line)
{
    struct line copy = *line;
    struct span *spans =
        arena_alloc(&out->arena, line->n_spans * sizeof *spans);
    for (uint32_t i = 0; i < line->n_spans; i++) {
        spans[i] = line->spans[i];
        spans[i].text =
            arena_strndup(&out->arena, spans[i].text, spans[i].n_bytes);
    }
    copy.spans = spans;
    return copy;
}

/* Adds the blocks of a layout from first on, without leading blank lines, and
 * frees it. */
static void add_layout(struct compare_lines *out, struct wrap_lines *lines,
                       struct layout *layout, size_t first)
{
    bool begun = false;
    for (size_t block = first; block < layout_n_blocks(layout); block++) {
        size_t n;
        const struct line *items = layout_lines(layout, block, &n);
        for (size_t i = 0; i < n; i++) {
            begun = begun || items[i].n_spans;
            if (begun)
                wrap_lines_add(lines, copy_line(out, &items[i]));
        }
    }
    layout_free(layout);
}

static struct layout_options part_options(const struct compare_lines *out,
                                          unsigned cells)
{
    return (struct layout_options){
        .cells = cells,
        .charset = out->options.charset,
        .linear = out->options.linear,
    };
}

/* Whether a cell has one heading only, at its start and of the kind that the
 * row is about: it says the same as the question. */
static bool has_needless_heading(const struct article *article,
                                 const struct compare_row *row,
                                 const struct compare_cell *cell)
{
    const struct node *first = article->blocks[cell->ranges[0].first];
    bool is_same = false;
    size_t n = 0;
    for (size_t h = 0; h < article->n_headings; h++) {
        const struct heading *heading = &article->headings[h];
        is_same |= heading->node == first && heading->kind == row->kind;
        for (size_t i = 0; i < cell->n_ranges; i++)
            for (size_t b = cell->ranges[i].first; b < cell->ranges[i].end; b++)
                n += article->blocks[b] == heading->node;
    }
    return n == 1 && is_same && cell->ranges[0].end > cell->ranges[0].first + 1;
}

/* Adds the lines of a cell at a width. */
static void lay_out_cell(struct compare_lines *out,
                         const struct compare_row *row, size_t i,
                         unsigned cells, struct wrap_lines *lines)
{
    const struct article *article = out->comparison->articles[i];
    const struct compare_cell *cell = &row->cells[i];
    const struct layout_options options = part_options(out, cells);
    if (cell->words)
        add_words(out, lines, cell->words,
                  cell->is_silent ? ROLE_DIM : ROLE_TEXT, cells);
    else if (cell->n_ranges)
        add_layout(
            out, lines,
            layout_new_part(article, &options, cell->ranges, cell->n_ranges),
            has_needless_heading(article, row, cell) ? 1 : 0);
}

static struct span *new_spans(struct compare_lines *out, size_t n)
{
    return arena_alloc(&out->arena, n * sizeof(struct span));
}

static struct span spaces(struct compare_lines *out, unsigned cells)
{
    return flow_span(arena_printf(&out->arena, "%*s", (int)cells, ""), cells,
                     ROLE_TEXT);
}

/* Adds indented lines. */
static void add_indented(struct compare_lines *out,
                         const struct wrap_lines *lines, unsigned cells)
{
    for (size_t i = 0; i < lines->n; i++) {
        struct line line = lines->items[i];
        struct span *spans = new_spans(out, line.n_spans + 1);
        spans[0] = spaces(out, cells);
        if (line.n_spans)
            memcpy(spans + 1, line.spans, line.n_spans * sizeof *spans);
        line.spans = spans;
        line.n_spans += line.n_spans > 0;
        line.cells = (uint16_t)(line.cells + (line.n_spans ? cells : 0));
        wrap_lines_add(&out->lines, line);
    }
}

/* Adds line i of all columns as one line, with spaces where a column has
 * none. */
static void add_columns_line(struct compare_lines *out,
                             const struct wrap_lines *columns, size_t i,
                             unsigned cells)
{
    size_t n = out->comparison->n, n_spans = 0;
    for (size_t k = 0; k < n; k++)
        n_spans += 2 + (i < columns[k].n ? columns[k].items[i].n_spans : 0);
    struct span *spans = new_spans(out, n_spans);
    struct line line = {.spans = spans, .type = LINE_TEXT, .text_at = NO_TEXT};
    for (size_t k = 0; k < n; k++) {
        const struct line *part =
            i < columns[k].n ? &columns[k].items[i] : &(struct line){0};
        if (k)
            spans[line.n_spans++] = flow_words_span(
                &out->arena, out->options.charset, " │ ", ROLE_BORDER);
        if (part->n_spans)
            memcpy(spans + line.n_spans, part->spans,
                   part->n_spans * sizeof *spans);
        line.n_spans += part->n_spans;
        if (k + 1 < n && part->cells < cells)
            spans[line.n_spans++] = spaces(out, cells - part->cells);
    }
    for (uint32_t s = 0; s < line.n_spans; s++)
        line.cells = (uint16_t)(line.cells + spans[s].cells);
    wrap_lines_add(&out->lines, line);
}

/* Returns the cells of a column if a row is shown side by side, otherwise 0. */
static unsigned column_cells(const struct compare_lines *out,
                             const struct compare_row *row)
{
    unsigned n = (unsigned)out->comparison->n;
    unsigned cells = (out->options.cells - GAP_CELLS * (n - 1)) / n;
    bool wide = out->options.cells >= COLUMNS_MIN_CELLS &&
                cells >= COLUMN_MIN_CELLS && !out->options.linear;
    return wide && !row->is_stacked ? cells : 0;
}

static size_t n_filled(const struct compare_table *comparison,
                       const struct compare_row *row)
{
    size_t n = 0;
    for (size_t i = 0; i < comparison->n; i++)
        n += row->cells[i].words || row->cells[i].n_ranges;
    return n;
}

static void add_columns(struct compare_lines *out,
                        const struct compare_row *row, unsigned cells)
{
    struct wrap_lines columns[COMPARE_MAX] = {0};
    size_t n_lines = 0;
    for (size_t i = 0; i < out->comparison->n; i++) {
        add_words(out, &columns[i], out->comparison->articles[i]->title,
                  ROLE_LABEL, cells);
        lay_out_cell(out, row, i, cells, &columns[i]);
        n_lines = columns[i].n > n_lines ? columns[i].n : n_lines;
    }
    for (size_t i = 0; i < n_lines; i++)
        add_columns_line(out, columns, i, cells);
    for (size_t i = 0; i < out->comparison->n; i++)
        wrap_lines_finish(&columns[i]);
}

/* Adds a row with one article below the other. Articles with an empty cell are
 * left out. */
static void add_stack(struct compare_lines *out, const struct compare_row *row)
{
    unsigned cells = out->options.cells;
    unsigned indent = cells > 20 ? INDENT_CELLS : 0;
    bool is_first = true;
    for (size_t i = 0; i < out->comparison->n; i++) {
        struct wrap_lines lines = {0};
        lay_out_cell(out, row, i, cells - indent, &lines);
        if (lines.n) {
            if (!is_first)
                add_blank(out);
            is_first = false;
            add_words(out, &out->lines, out->comparison->articles[i]->title,
                      ROLE_LABEL, cells);
            add_indented(out, &lines, indent);
        }
        wrap_lines_finish(&lines);
    }
}

static bool is_new_question(const struct compare_table *comparison, size_t i)
{
    return i == 0 || comparison->rows[i].type != COMPARE_NUMBERS ||
           comparison->rows[i - 1].type != COMPARE_NUMBERS;
}

/* Adds the question, with a mark if it is about safety. In linear mode, it also
 * says which row of how many it is. */
static void add_question(struct compare_lines *out, size_t i)
{
    const struct compare_table *comparison = out->comparison;
    const struct compare_row *row = &comparison->rows[i];
    const char *words = row->question;
    if (row->is_safety)
        words = arena_printf(&out->arena, "%s%s", words,
                             out->options.linear ? _(", safety") : " !");
    if (out->options.linear)
        words = arena_printf(&out->arena, _("Row %zu of %zu: %s"), i + 1,
                             comparison->n_rows, words);
    add_words(out, &out->lines, words, ROLE_HEADING, out->options.cells);
}

static void add_row(struct compare_lines *out, size_t i)
{
    const struct compare_row *row = &out->comparison->rows[i];
    unsigned cells = column_cells(out, row);
    add_blank(out);
    out->rows[i] = out->lines.n;
    if (is_new_question(out->comparison, i))
        add_question(out, i);
    if (row->note)
        add_words(out, &out->lines, row->note, ROLE_DIM, out->options.cells);
    if (cells && n_filled(out->comparison, row) > 1)
        add_columns(out, row, cells);
    else
        add_stack(out, row);
}

/* Titles and labels, and what the articles do not have in common. Where all
 * have the same label it is said once; a view that shows the titles above needs
 * no others then. */
static void add_head(struct compare_lines *out)
{
    const struct compare_table *comparison = out->comparison;
    unsigned cells = out->options.cells;
    bool once = labels_are_same(comparison);
    for (size_t i = 0; i < comparison->n; i++) {
        if (out->options.title || !once)
            add_words(out, &out->lines, comparison->articles[i]->title,
                      ROLE_TITLE, cells);
        if (!once || i + 1 == comparison->n)
            add_words(out, &out->lines, comparison->labels[i], ROLE_DIM, cells);
    }
    for (size_t i = 0; i < comparison->n_warnings; i++)
        add_words(out, &out->lines, comparison->warnings[i], ROLE_WARNING,
                  cells);
}

/* Collects the blocks of an article that any row shows as ranges, each once.
 * Returns their number. */
static size_t all_ranges(const struct compare_table *comparison, size_t i,
                         struct block_range *ranges)
{
    const struct article *article = comparison->articles[i];
    bool *marks = mem_calloc(article->n_blocks + 1, sizeof *marks);
    size_t n = 0;
    for (size_t r = 0; r < comparison->n_rows; r++) {
        const struct compare_cell *cell = &comparison->rows[r].cells[i];
        for (size_t k = 0; k < cell->n_ranges; k++)
            for (size_t b = cell->ranges[k].first; b < cell->ranges[k].end; b++)
                marks[b] = true;
    }
    for (size_t b = 0; b < article->n_blocks; b++)
        if (marks[b])
            ranges[n++] = (struct block_range){b, b + 1};
    free(marks);
    return n;
}

/* Adds the cited sources and footnotes of an article, with their numbers in
 * it. */
static void add_sources(struct compare_lines *out, size_t i)
{
    const struct article *article = out->comparison->articles[i];
    struct layout_options options = part_options(out, out->options.cells);
    struct block_range *ranges =
        mem_calloc(article->n_blocks + 1, sizeof *ranges);
    size_t n = all_ranges(out->comparison, i, ranges);
    options.ending = true;
    options.sources = true;
    struct layout *layout = layout_new_part(article, &options, ranges, n);
    if (layout_n_blocks(layout) > n) {
        add_blank(out);
        add_words(out, &out->lines, article->title, ROLE_TITLE,
                  out->options.cells);
        add_layout(out, &out->lines, layout, n);
    } else {
        layout_free(layout);
    }
    free(ranges);
}

struct compare_lines *compare_lines_new(const struct compare_table *comparison,
                                        const struct layout_options *options)
{
    struct compare_lines *out = mem_calloc(1, sizeof *out);
    out->comparison = comparison;
    out->options = *options;
    arena_init(&out->arena);
    out->rows = mem_calloc(comparison->n_rows + 1, sizeof *out->rows);
    add_head(out);
    for (size_t i = 0; i < comparison->n_rows; i++)
        add_row(out, i);
    out->rows[comparison->n_rows] = out->lines.n;
    for (size_t i = 0; i < comparison->n; i++)
        add_sources(out, i);
    return out;
}

void compare_lines_free(struct compare_lines *lines)
{
    if (!lines)
        return;
    free(lines->rows);
    wrap_lines_finish(&lines->lines);
    arena_finish(&lines->arena);
    free(lines);
}

const struct line *compare_lines_get(const struct compare_lines *lines,
                                     size_t *n)
{
    *n = lines->lines.n;
    return lines->lines.items;
}

size_t compare_lines_of_row(const struct compare_lines *lines, size_t i)
{
    return lines->rows[i];
}

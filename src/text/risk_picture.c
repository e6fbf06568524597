/* Pictures of figures. Shape carries the number, and colour only helps: an
 * icon of its own for those to whom it happens, a mark on a ruler. */
#include "text/risk_picture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/number.h"

#define GAP_CELLS 4 /* between pictures side by side */

/* How the icons of a row are laid out: a space stands between groups. */
struct shape {
    long per;
    unsigned per_line, per_group;
};

/* A group is ten people, or five where the line has room for no more. */
static const struct shape shapes[] = {
    {100, 20, 10}, {100, 10, 10},  {1000, 100, 10}, {1000, 50, 10},
    {1000, 25, 5}, {1000, 20, 10}, {1000, 10, 10},
};

/* Icon arrays, so many side by side. */
struct arrays {
    struct page *page;
    const struct risk *risk;
    const struct shape *shape;
    size_t n_beside;
};

static unsigned shape_cells(const struct shape *shape)
{
    return shape->per_line + shape->per_line / shape->per_group - 1;
}

static size_t shape_lines(const struct shape *shape)
{
    return (size_t)shape->per / shape->per_line;
}

/* How many icons are on in a line. */
static size_t n_on_in_line(const struct shape *shape, size_t line, size_t n)
{
    size_t before = line * shape->per_line;
    return n > before ? number_min(n - before, shape->per_line) : 0;
}

/* The lines that a number of pictures takes, each with a label and a blank
 * line; SIZE_MAX where they are too wide. */
static size_t lines_needed(const struct shape *shape, size_t n_rows,
                           size_t n_beside, unsigned cells)
{
    size_t width = n_beside * (shape_cells(shape) + GAP_CELLS) - GAP_CELLS;
    size_t n_bands = (n_rows + n_beside - 1) / n_beside;
    return width <= cells ? n_bands * (shape_lines(shape) + 2) : SIZE_MAX;
}

/* The fewest lines, and of equals the most side by side. False where not even
 * one picture has room, or one is too high. */
static bool choose(struct arrays *arrays)
{
    size_t fewest = SIZE_MAX, n_rows = arrays->risk->n_rows;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (size_t n = n_rows; n > 0 && shapes[i].per == arrays->risk->per;
             n--) {
            size_t lines =
                lines_needed(&shapes[i], n_rows, n, page_cells(arrays->page));
            if (lines >= fewest)
                continue;
            fewest = lines;
            arrays->shape = &shapes[i];
            arrays->n_beside = n;
        }
    size_t most = arrays->page->options->picture_lines;
    return fewest < SIZE_MAX && (!most || shape_lines(arrays->shape) <= most);
}

/* Adds spans to a line, padded to so many cells. */
static void put(const struct page *page, struct line *line, struct span *spans,
                const struct line *part, unsigned cells)
{
    for (uint32_t i = 0; i < part->n_spans; i++)
        wrap_line_add(line, spans, part->spans[i]);
    wrap_line_add(line, spans, page_spaces(page, cells - part->cells));
}

/* Adds a line of parts side by side. */
static void add_beside(const struct arrays *arrays, const struct line *parts,
                       size_t n_parts)
{
    struct page *page = arrays->page;
    size_t n_spans = 2 * n_parts;
    for (size_t i = 0; i < n_parts; i++)
        n_spans += parts[i].n_spans;
    struct span *spans = arena_alloc(page->arena, n_spans * sizeof *spans);
    struct line line = {.text_at = NO_TEXT, .type = (uint8_t)page->type};
    for (size_t i = 0; i < n_parts; i++) {
        if (i)
            wrap_line_add(&line, spans, page_spaces(page, GAP_CELLS));
        put(page, &line, spans, &parts[i], shape_cells(arrays->shape));
    }
    page_add(page, line);
}

static void wrap_label(struct page *page, const char *label, unsigned cells,
                       struct wrap_lines *lines)
{
    flow_clear(&page->flow);
    flow_add_words(&page->flow, label, flow_style(ROLE_LABEL));
    wrap_flow(&page->flow, cells, page->arena, lines);
}

/* "57 / 1,000", below the label. */
static char *count_of(const struct arrays *arrays, const struct risk_row *row)
{
    const char *lang = arrays->page->article->lang;
    struct buf text;
    buf_init(&text);
    risk_add_number(row->n, lang, &text);
    buf_add(&text, " / ");
    risk_add_number(arrays->risk->per, lang, &text);
    return buf_steal(&text);
}

/* The labels above the pictures of a band, all as high as the highest. */
static void add_labels(const struct arrays *arrays, size_t first, size_t n)
{
    struct wrap_lines labels[RISK_MAX_ROWS] = {0};
    size_t height = 0;
    for (size_t i = 0; i < n; i++) {
        const struct risk_row *row = &arrays->risk->rows[first + i];
        char *count = count_of(arrays, row);
        unsigned cells = shape_cells(arrays->shape);
        wrap_label(arrays->page, row->label, cells, &labels[i]);
        wrap_label(arrays->page, count, cells, &labels[i]);
        free(count);
        height = number_max(height, labels[i].n);
    }
    for (size_t row = 0; row < height; row++) {
        struct line parts[RISK_MAX_ROWS] = {0};
        for (size_t i = 0; i < n; i++) {
            size_t blank = height - labels[i].n;
            if (row >= blank)
                parts[i] = labels[i].items[row - blank];
        }
        add_beside(arrays, parts, n);
    }
    for (size_t i = 0; i < n; i++)
        wrap_lines_finish(&labels[i]);
}

/* A line of icons, of which the first n_on are on. */
static struct line line_of_icons(const struct arrays *arrays, size_t n_on)
{
    struct page *page = arrays->page;
    const struct shape *shape = arrays->shape;
    struct buf text;
    size_t n_on_bytes = 0;
    buf_init(&text);
    for (size_t i = 0; i < shape->per_line; i++) {
        if (i && i % shape->per_group == 0)
            buf_add_char(&text, ' ');
        buf_add(&text,
                page->glyphs[i < n_on ? GLYPH_FIGURE_ON : GLYPH_FIGURE_OFF]);
        if (i < n_on)
            n_on_bytes = text.n_bytes;
    }
    const char *icons = arena_strndup(page->arena, text.data, text.n_bytes);
    struct span *spans = arena_alloc(page->arena, 2 * sizeof *spans);
    struct line line = {.text_at = NO_TEXT};
    wrap_line_add(&line, spans, flow_span(icons, n_on_bytes, ROLE_FIGURE_ON));
    wrap_line_add(&line, spans,
                  flow_span(icons + n_on_bytes, text.n_bytes - n_on_bytes,
                            ROLE_FIGURE_OFF));
    buf_finish(&text);
    return line;
}

static void add_band(const struct arrays *arrays, size_t first, size_t n)
{
    const struct risk_row *rows = &arrays->risk->rows[first];
    add_labels(arrays, first, n);
    for (size_t line = 0; line < shape_lines(arrays->shape); line++) {
        struct line parts[RISK_MAX_ROWS];
        for (size_t i = 0; i < n; i++)
            parts[i] = line_of_icons(
                arrays, n_on_in_line(arrays->shape, line, (size_t)rows[i].n));
        add_beside(arrays, parts, n);
    }
}

static void add_key_part(const struct arrays *arrays, bool happens)
{
    struct page *page = arrays->page;
    struct buf words;
    buf_init(&words);
    buf_add_char(&words, ' ');
    risk_add_key(arrays->risk, page->article->lang, happens, &words);
    flow_add_words(&page->flow,
                   page->glyphs[happens ? GLYPH_FIGURE_ON : GLYPH_FIGURE_OFF],
                   flow_style(happens ? ROLE_FIGURE_ON : ROLE_FIGURE_OFF));
    flow_add_words(&page->flow, words.data, flow_style(ROLE_TEXT));
    buf_finish(&words);
}

/* What one icon of each sort stands for, on a line or on two. */
static void add_key(const struct arrays *arrays)
{
    struct page *page = arrays->page;
    struct buf both;
    buf_init(&both);
    risk_add_key(arrays->risk, page->article->lang, true, &both);
    risk_add_key(arrays->risk, page->article->lang, false, &both);
    bool fits = grapheme_text_cells(both.data, both.n_bytes) + 4 + GAP_CELLS <=
                page_cells(page);
    buf_finish(&both);
    page_begin_flow(page);
    add_key_part(arrays, true);
    if (fits) {
        flow_add_words(&page->flow, "    ", flow_style(ROLE_TEXT));
    } else {
        page_end_flow(page);
        page_begin_flow(page);
    }
    add_key_part(arrays, false);
    page_end_flow(page);
    page_add_blank(page);
}

static bool add_arrays(struct page *page, const struct risk *risk)
{
    struct arrays arrays = {.page = page, .risk = risk};
    if (!choose(&arrays))
        return false;
    add_key(&arrays);
    for (size_t row = 0; row < risk->n_rows; row += arrays.n_beside) {
        if (row)
            page_add_blank(page);
        add_band(&arrays, row, number_min(arrays.n_beside, risk->n_rows - row));
    }
    return true;
}

#define DECADE_CELLS_MIN 4
#define DECADE_CELLS_MAX 14

/* A logarithmic scale from 1 to per. */
struct ruler {
    struct page *page;
    const struct risk *risk;
    unsigned n_decades, decade_cells;
};

/* The cell of a number of people; a ruler has none for nobody. */
static unsigned ruler_cell(const struct ruler *ruler, long number)
{
    return (unsigned)lround(log10((double)number) * ruler->decade_cells);
}

static const char *ruler_glyph(const struct ruler *ruler, unsigned cell)
{
    return ruler->page
        ->glyphs[cell % ruler->decade_cells ? GLYPH_LIGHT : GLYPH_CROSS];
}

static struct span ruler_part(const struct ruler *ruler, unsigned start,
                              unsigned end)
{
    struct buf text;
    buf_init(&text);
    for (unsigned cell = start; cell < end; cell++)
        buf_add(&text, ruler_glyph(ruler, cell));
    const char *copy =
        arena_strndup(ruler->page->arena, text.data, text.n_bytes);
    struct span span = flow_span(copy, text.n_bytes, ROLE_FIGURE_OFF);
    buf_finish(&text);
    return span;
}

/* "┼───┼─━▮━┼───┼": the mark, and the interval around it. */
static void add_ruler_row(const struct ruler *ruler, const struct risk_row *row)
{
    struct page *page = ruler->page;
    unsigned end = ruler->n_decades * ruler->decade_cells + 1;
    struct span *spans = arena_alloc(page->arena, 5 * sizeof *spans);
    struct line line = {.text_at = NO_TEXT, .type = (uint8_t)page->type};
    unsigned low = row->low > 0 ? ruler_cell(ruler, row->low) : 0;
    unsigned high = row->high > 0 ? ruler_cell(ruler, row->high) : 0;
    unsigned mark = row->n ? ruler_cell(ruler, row->n) : 0;
    unsigned n_on = row->n ? 1 : 0; /* a ruler has no place for nobody */
    if (row->low < 0)
        low = high = mark;
    const char *on = page->glyphs[GLYPH_FIGURE_ON];
    wrap_line_add(&line, spans, ruler_part(ruler, 0, low));
    wrap_line_add(&line, spans,
                  page_repeat(page, GLYPH_HEAVY, mark - low, ROLE_FIGURE_ON));
    if (n_on)
        wrap_line_add(&line, spans, flow_span(on, strlen(on), ROLE_FIGURE_ON));
    wrap_line_add(&line, spans,
                  page_repeat(page, GLYPH_HEAVY, high - mark, ROLE_FIGURE_ON));
    wrap_line_add(&line, spans, ruler_part(ruler, high + n_on, end));
    page_add(page, line);
}

/* Writes a number below its mark, where it leaves room for the last one. */
static void add_scale_number(const struct ruler *ruler, unsigned decade,
                             long number, struct buf *out)
{
    struct buf text, last;
    buf_init(&text);
    buf_init(&last);
    risk_add_number(number, ruler->page->article->lang, &text);
    risk_add_number(ruler->risk->per, ruler->page->article->lang, &last);
    size_t end = ruler->n_decades * ruler->decade_cells + 1;
    size_t n = grapheme_text_cells(text.data, text.n_bytes);
    size_t cell = (size_t)decade * ruler->decade_cells;
    size_t start = cell > n / 2 ? cell - n / 2 : 0;
    bool is_last = decade == ruler->n_decades;
    size_t room =
        is_last ? end : end - grapheme_text_cells(last.data, last.n_bytes) - 1;
    start = is_last ? end - n : start;
    size_t used = grapheme_text_cells(out->data, out->n_bytes);
    if (start + n <= room && (!used || start > used)) {
        buf_add_repeat(out, " ", start - used);
        buf_add(out, text.data);
    }
    buf_finish(&last);
    buf_finish(&text);
}

static void add_scale(const struct ruler *ruler)
{
    struct page *page = ruler->page;
    struct buf numbers;
    long number = 1;
    buf_init(&numbers);
    for (unsigned i = 0; i <= ruler->n_decades; i++, number *= 10)
        add_scale_number(ruler, i, number, &numbers);
    page_add_span(page, page_words(page, numbers.data, ROLE_DIM), page->type);
    buf_finish(&numbers);
    flow_add_words(page_begin_flow(page), risk_scale_words(page->article->lang),
                   flow_style(ROLE_DIM));
    page_end_flow(page);
}

static bool add_ruler(struct page *page, const struct risk *risk)
{
    struct ruler ruler = {.page = page, .risk = risk};
    for (long per = risk->per; per > 1; per /= 10)
        ruler.n_decades++;
    ruler.decade_cells = (page_cells(page) - 1) / ruler.n_decades;
    if (ruler.decade_cells < DECADE_CELLS_MIN)
        return false;
    if (ruler.decade_cells > DECADE_CELLS_MAX)
        ruler.decade_cells = DECADE_CELLS_MAX;
    for (size_t i = 0; i < risk->n_rows; i++) {
        flow_add_words(page_begin_flow(page), risk->rows[i].label,
                       flow_style(ROLE_LABEL));
        page_end_flow(page);
        add_ruler_row(&ruler, &risk->rows[i]);
    }
    add_scale(&ruler);
    return true;
}

bool risk_picture_add(struct page *page, const struct risk *risk)
{
    return risk->per <= 1000 ? add_arrays(page, risk) : add_ruler(page, risk);
}

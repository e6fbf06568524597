/* Breaks text into lines, first fit: a line takes all that fits and ends at the
 * last good break, else at the last poor one, else anywhere. */
#include "text/wrap.h"

#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/breaks.h"

void wrap_lines_add(struct wrap_lines *lines, struct line line)
{
    lines->items =
        mem_grow(lines->items, lines->n, &lines->capacity, sizeof line);
    lines->items[lines->n++] = line;
}

void wrap_lines_finish(struct wrap_lines *lines)
{
    free(lines->items);
    *lines = (struct wrap_lines){0};
}

void wrap_line_add(struct line *line, struct span *spans, struct span span)
{
    if (!span.n_bytes)
        return;
    spans[line->n_spans++] = span;
    line->cells = (uint16_t)(line->cells + span.cells);
    line->spans = spans;
}

static bool is_ascii(char byte)
{
    return (unsigned char)byte < 0x80;
}

/* Returns the length of the grapheme cluster at an offset, and its cells. A
 * cluster ends where its run does, so that the cells of a line are the sum of
 * those of its spans. */
static size_t cluster_at(const struct flow *flow, size_t at, size_t end,
                         unsigned *cells)
{
    const char *text = flow->text.data + at;
    if (is_ascii(text[0]) && (at + 1 >= end || is_ascii(text[1]))) {
        *cells = 1;
        return 1;
    }
    size_t n_bytes = grapheme_next(text, end - at);
    *cells = grapheme_cells(text, n_bytes);
    return n_bytes;
}

/* One line of a flow: the bytes from start to end. The next line begins at
 * next. */
struct line_cut {
    size_t start, end, next;
    bool too_wide; /* one cluster that is wider than a line */
};

/* A place where a line may end: the end of what it shows, and where the next
 * line begins. Zeroed: none. */
struct wrap_stop {
    size_t end, next;
};

/* A line being filled. */
struct line_state {
    struct wrap_stop stops[BREAK_COUNT]; /* the last of each break value */
    struct wrap_stop any;                /* the last cluster boundary */
    size_t end;                          /* without trailing spaces */
    unsigned cells;
};

/* Returns where a line ends if the cluster at an offset no longer fits. */
static struct wrap_stop stop_before(const struct line_state *line,
                                    const char *text, size_t at)
{
    static const char best_first[] = {LINE_BREAK_MAY, BREAK_POOR, BREAK_BAD};
    for (size_t i = 0; i < sizeof best_first; i++)
        if (line->stops[(size_t)best_first[i]].next)
            return line->stops[(size_t)best_first[i]];
    bool closes = memchr(".,;:!?)]", text[at], 8);
    return closes && line->any.next ? line->any
                                    : (struct wrap_stop){line->end, at};
}

/* Breaks the line that begins at start, in the run with this index. */
static struct line_cut cut_line(const struct flow *flow, size_t start,
                                size_t run, unsigned limit)
{
    const char *text = flow->text.data;
    struct line_state line = {.end = start};
    for (size_t at = start, n; at < flow->text.n_bytes; at += n) {
        while (flow->runs[run].end <= at)
            run++;
        if (text[at] == '\n')
            return (struct line_cut){start, line.end, at + 1, false};
        if (line.end > start)
            line.stops[(size_t)flow->breaks.data[at]] =
                (struct wrap_stop){line.end, at};
        unsigned cells;
        n = cluster_at(flow, at, flow->runs[run].end, &cells);
        line.cells += cells;
        if (text[at] == ' ')
            continue;
        if (line.cells > limit && at == start)
            return (struct line_cut){start, at + n, at + n, true};
        if (line.cells > limit) {
            struct wrap_stop stop = stop_before(&line, text, at);
            return (struct line_cut){start, stop.end, stop.next, false};
        }
        if (line.end > start)
            line.any = (struct wrap_stop){line.end, at};
        line.end = at + n;
    }
    return (struct line_cut){start, line.end, flow->text.n_bytes, false};
}

static struct span span_of_run(const struct flow_run *run, const char *text,
                               const struct line_cut *line_cut)
{
    size_t start = run->start > line_cut->start ? run->start : line_cut->start;
    size_t end = run->end < line_cut->end ? run->end : line_cut->end;
    struct span span = {
        .text = text + start,
        .n_bytes = (uint32_t)(end - start),
        .cells = (uint16_t)grapheme_text_cells(text + start, end - start),
        .role = run->style.role,
        .attributes = run->style.attributes,
        .text_start = run->shows.start,
        .text_end = run->shows.end,
        .link = run->style.link,
        .reference = run->style.reference,
    };
    uint32_t n_shown = run->shows.end - run->shows.start;
    /* A glued run replaces text, even if it has the same length. */
    if (run->shows.start != NO_TEXT && !run->glued &&
        n_shown == run->end - run->start) {
        span.text_start += (uint32_t)start - run->start;
        span.text_end = span.text_start + span.n_bytes;
    }
    return span;
}

/* Replaces a wide character where there is room for only one cell. */
static void replace_wide(struct span *span)
{
    span->text = "\xEF\xBF\xBD";
    span->n_bytes = 3;
    span->cells = 1;
}

/* The state of wrapping one flow. */
struct wrapper {
    struct flow *flow;
    struct arena *arena;
    const char *text;    /* the flow's, copied to arena */
    size_t run;          /* the one in which the next line begins */
    struct span hanging; /* indent of all lines but the first */
};

static struct span span_of_spaces(struct arena *arena, unsigned cells)
{
    char *text = arena_alloc(arena, cells + 1);
    memset(text, ' ', cells);
    return flow_span(text, cells, ROLE_TEXT);
}

static struct line line_of(struct wrapper *wrapper,
                           const struct line_cut *line_cut)
{
    const struct flow *flow = wrapper->flow;
    while (flow->runs[wrapper->run].end <= line_cut->start)
        wrapper->run++;
    size_t end = wrapper->run;
    while (end < flow->n_runs && flow->runs[end].start < line_cut->end)
        end++;
    struct line line = {.text_at = NO_TEXT, .type = LINE_TEXT};
    size_t n = end - wrapper->run;
    struct span *spans = arena_alloc(wrapper->arena, (n + 1) * sizeof *spans);
    if (line_cut->start > 0)
        wrap_line_add(&line, spans, wrapper->hanging);
    for (size_t i = 0; i < n; i++) {
        const struct flow_run *run = &flow->runs[wrapper->run + i];
        struct span span = span_of_run(run, wrapper->text, line_cut);
        if (line_cut->too_wide)
            replace_wide(&span);
        if (line.text_at == NO_TEXT)
            line.text_at = span.text_start;
        wrap_line_add(&line, spans, span);
    }
    return line;
}

void wrap_flow(struct flow *flow, unsigned cells, struct arena *arena,
               struct wrap_lines *out)
{
    size_t n_bytes = flow->text.n_bytes;
    if (!n_bytes)
        return;
    breaks_find(flow, cells);
    unsigned hanging = flow->hanging < cells / 2 ? flow->hanging : cells / 2;
    struct wrapper wrapper = {
        .flow = flow,
        .arena = arena,
        .text = arena_strndup(arena, flow->text.data, n_bytes),
        .hanging = span_of_spaces(arena, hanging),
    };
    for (size_t at = 0; at < n_bytes;) {
        while (flow->runs[wrapper.run].end <= at)
            wrapper.run++;
        unsigned limit = cells - (at ? hanging : 0);
        struct line_cut line_cut = cut_line(flow, at, wrapper.run, limit);
        wrap_lines_add(out, line_of(&wrapper, &line_cut));
        at = line_cut.next;
        while (line_cut.too_wide && at < n_bytes && flow->text.data[at] == ' ')
            at++;
    }
}

struct flow_size wrap_measure(struct flow *flow)
{
    struct flow_size size = {0};
    breaks_find(flow, 0);
    const char *text = flow->text.data, *breaks = flow->breaks.data;
    unsigned line = 0, piece = 0, spaces = 0;
    size_t run = 0;
    for (size_t at = 0, n; at < flow->text.n_bytes; at += n) {
        while (flow->runs[run].end <= at)
            run++;
        if (text[at] == '\n')
            line = spaces = 0;
        if (text[at] == '\n' || breaks[at] == LINE_BREAK_MAY)
            piece = 0;
        unsigned cells;
        n = cluster_at(flow, at, flow->runs[run].end, &cells);
        if (text[at] == '\n')
            continue;
        if (text[at] == ' ') {
            spaces++;
            continue;
        }
        line += spaces + cells;
        piece += (piece ? spaces : 0) + cells;
        spaces = 0;
        size.max_content = line > size.max_content ? line : size.max_content;
        size.min_content = piece > size.min_content ? piece : size.min_content;
    }
    return size;
}

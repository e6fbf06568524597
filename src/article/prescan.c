/* Finds footnotes, link reference definitions and possible tables, line by
 * line, before libcmark parses. */
#include "article/prescan.h"

#include <stdlib.h>
#include <string.h>

#include "article/markdown_line.h"
#include "article/passage.h"
#include "base/ascii.h"
#include "base/mem.h"

struct prescan_state {
    struct prescan *scan;
    const char *source;
    char fence; /* '`' or '~' of the open fence, or 0 */
    size_t fence_length;
    unsigned fence_column; /* content column of the list item around it */
    unsigned fence_quotes;
    unsigned item_column; /* content column of the last list item */
    const char *html_end; /* what closes the open raw HTML, or NULL */
    bool in_note;         /* the last footnote may continue */
    bool in_paragraph;    /* the previous line is text that may continue */
    /* Lines that the open definition may still take. */
    unsigned definition_lines;
    size_t part_start, part_bytes;
    size_t cut; /* the last place for a cut; part_start if there is none yet */
};

static bool content_starts_with(const struct markdown_line *line,
                                const char *prefix)
{
    size_t n = strlen(prefix);
    return line->n_bytes - line->content >= n &&
           !ascii_ncasecmp(line->text + line->content, prefix, n);
}

static bool open_fence(struct prescan_state *state,
                       const struct markdown_line *line)
{
    char byte = line->text[line->content];
    size_t n = byte == '`' || byte == '~' ? markdown_line_run(line, byte) : 0;
    size_t after = line->content + n;
    if (n < 3 ||
        (byte == '`' && memchr(line->text + after, '`', line->n_bytes - after)))
        return false;
    state->fence = byte;
    state->fence_length = n;
    state->fence_quotes = line->n_quotes;
    state->fence_column = line->n_items || line->indent >= state->item_column
                              ? state->item_column
                              : 0;
    return true;
}

/* Handles a line in an open fence; returns false if the fence ended before
 * it. */
static bool in_fence(struct prescan_state *state,
                     const struct markdown_line *line)
{
    if (!state->fence)
        return false;
    bool inside = line->blank || (line->n_quotes >= state->fence_quotes &&
                                  line->indent >= state->fence_column);
    if (!inside) {
        state->fence = 0;
        return false;
    }
    if (!line->blank &&
        markdown_line_run(line, state->fence) >= state->fence_length) {
        unsigned column = 0;
        size_t after = line->content + markdown_line_run(line, state->fence);
        if (markdown_line_skip_white(line->text, line->n_bytes, after,
                                     &column) == line->n_bytes)
            state->fence = 0;
    }
    return true;
}

/* Raw HTML that blank lines do not end, and what ends it. */
static const struct {
    const char *start, *end;
} raw_html[] = {
    {"<!--", "-->"},
    {"<pre", "</pre>"},
    {"<script", "</script>"},
    {"<style", "</style>"},
    {"<textarea", "</textarea>"},
    {"<![CDATA[", "]]>"},
    {"<?", "?>"},
};

static const char *find_in_line(const struct markdown_line *line,
                                const char *needle)
{
    return memmem(line->text, line->n_bytes, needle, strlen(needle));
}

static bool open_html(struct prescan_state *state,
                      const struct markdown_line *line)
{
    if (line->text[line->content] != '<')
        return false;
    for (size_t i = 0; i < sizeof raw_html / sizeof *raw_html; i++)
        if (content_starts_with(line, raw_html[i].start)) {
            if (!find_in_line(line, raw_html[i].end))
                state->html_end = raw_html[i].end;
            return true;
        }
    return false;
}

static bool in_html(struct prescan_state *state,
                    const struct markdown_line *line)
{
    if (!state->html_end)
        return false;
    if (find_in_line(line, state->html_end))
        state->html_end = NULL;
    return true;
}

static bool is_note(const struct markdown_line *line, size_t label)
{
    size_t id = line->content + 2;
    return label > id + 2 && line->indent < 4 && !line->n_items &&
           !line->n_quotes && line->text[line->content + 1] == '^' &&
           !memchr(line->text + id, ' ', label - 2 - id);
}

static void add_note(struct prescan_state *state,
                     const struct markdown_line *line, size_t label)
{
    struct prescan *scan = state->scan;
    scan->notes = mem_grow(scan->notes, scan->n_notes, &scan->notes_capacity,
                           sizeof *scan->notes);
    uint32_t start = (uint32_t)(line->text - state->source);
    unsigned column = 0;
    scan->notes[scan->n_notes++] = (struct note){
        .start = start,
        .end = start + (uint32_t)line->n_bytes,
        .id_start = start + (uint32_t)line->content + 2,
        .id_end = start + (uint32_t)label - 2,
        .content = start + (uint32_t)markdown_line_skip_white(
                               line->text, line->n_bytes, label, &column),
    };
    state->in_note = true;
}

static void add_definition(struct prescan_state *state,
                           const struct markdown_line *line, size_t label)
{
    struct prescan *scan = state->scan;
    scan->definitions =
        mem_grow(scan->definitions, scan->n_definitions,
                 &scan->definitions_capacity, sizeof *scan->definitions);
    uint32_t start = (uint32_t)(line->text - state->source);
    scan->definitions[scan->n_definitions++] = (struct definition){
        .start = start + (uint32_t)line->content,
        .end = start + (uint32_t)line->n_bytes,
        .label_end = start + (uint32_t)label,
    };
    unsigned column = 0;
    bool address = markdown_line_skip_white(line->text, line->n_bytes, label,
                                            &column) < line->n_bytes;
    state->definition_lines = address ? 1 : 2;
}

/* Handles a line that may continue a definition, whose address and title may be
 * on separate lines. */
static bool in_definition(struct prescan_state *state,
                          const struct markdown_line *line)
{
    if (!state->definition_lines || line->blank || line->n_items ||
        memchr("`~#", line->text[line->content], 3)) {
        state->definition_lines = 0;
        return false;
    }
    bool title = memchr("\"'(", line->text[line->content], 3);
    if (--state->definition_lines == 0 && !title)
        return false;
    struct prescan *scan = state->scan;
    scan->definitions[scan->n_definitions - 1].end =
        (uint32_t)(line->text + line->n_bytes - state->source);
    return true;
}

/* Tells whether a line begins a block that closes all lists and block quotes
 * before it. */
static bool is_cut(const struct prescan_state *state,
                   const struct markdown_line *line)
{
    unsigned char byte = (unsigned char)line->text[line->content];
    bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    return !line->indent && !line->n_items && !line->n_quotes &&
           (markdown_line_is_heading(line) ||
            (!state->in_paragraph && (letter || byte >= 0x80)));
}

static bool may_be_delimiter_row(const struct markdown_line *line)
{
    bool dash = false, bar = false;
    for (size_t at = line->content; at < line->n_bytes; at++) {
        char byte = line->text[at];
        switch (byte) {
        case '-': dash = true; break;
        case '|':
        case ':': bar = true; break;
        case ' ':
        case '\t': break;
        default: return false;
        }
    }
    return dash && bar;
}

static void record_delimiter_row(struct prescan_state *state,
                                 const struct markdown_line *line)
{
    struct prescan *scan = state->scan;
    if (!may_be_delimiter_row(line))
        return;
    scan->delimiters =
        mem_grow(scan->delimiters, scan->n_delimiters,
                 &scan->delimiters_capacity, sizeof *scan->delimiters);
    scan->delimiters[scan->n_delimiters++] =
        (uint32_t)(line->text - state->source);
}

static bool in_note(struct prescan_state *state,
                    const struct markdown_line *line)
{
    if (!state->in_note || line->blank)
        return state->in_note;
    bool lazy = state->in_paragraph && !line->n_items && !line->n_quotes &&
                !markdown_line_is_heading(line) &&
                !memchr("`~<[", line->text[line->content], 4);
    state->in_note = lazy || line->indent >= 4;
    if (state->in_note) {
        struct prescan *scan = state->scan;
        scan->notes[scan->n_notes - 1].end =
            (uint32_t)(line->text + line->n_bytes - state->source);
        record_delimiter_row(state, line);
        size_t label = markdown_line_label_end(line);
        if (label && !state->in_paragraph)
            add_definition(state, line, label);
        state->definition_lines = 0;
        state->in_paragraph = true;
    }
    return state->in_note;
}

static void update_item_column(struct prescan_state *state,
                               const struct markdown_line *line)
{
    if (line->n_items)
        state->item_column = line->column;
    else if (line->indent < state->item_column && !state->in_paragraph)
        state->item_column = line->indent < 2 ? 0 : line->indent;
}

static void scan_content(struct prescan_state *state,
                         const struct markdown_line *line)
{
    size_t label = markdown_line_label_end(line);
    state->in_paragraph &= !line->n_items;
    if (label && is_note(line, label)) {
        add_note(state, line, label);
        state->in_paragraph = true;
    } else if (open_fence(state, line) || open_html(state, line) ||
               markdown_line_is_heading(line)) {
        state->in_paragraph = false;
    } else if (label && !state->in_paragraph) {
        add_definition(state, line, label);
    } else {
        state->in_paragraph = true;
        record_delimiter_row(state, line);
    }
}

/* Records a place where the body may be cut. When the part grows too long, cuts
 * it at the last such place. */
static void update_cuts(struct prescan_state *state,
                        const struct markdown_line *line)
{
    struct prescan *scan = state->scan;
    size_t offset = (size_t)(line->text - state->source);
    if (!is_cut(state, line))
        return;
    if (offset - state->part_start > state->part_bytes &&
        state->cut > state->part_start) {
        scan->cuts = mem_grow(scan->cuts, scan->n_cuts, &scan->cuts_capacity,
                              sizeof *scan->cuts);
        scan->cuts[scan->n_cuts++] = (uint32_t)state->cut;
        state->part_start = state->cut;
    }
    state->cut = offset;
}

static void scan_line(struct prescan_state *state,
                      const struct markdown_line *line)
{
    if (in_html(state, line) || in_fence(state, line))
        return;
    if (in_note(state, line) || in_definition(state, line) || line->blank) {
        state->in_paragraph &= !line->blank;
        return;
    }
    update_cuts(state, line);
    update_item_column(state, line);
    scan_content(state, line);
}

static void count_definitions(struct prescan *scan)
{
    for (size_t i = 0; i < scan->n_definitions; i++)
        scan->n_definition_bytes +=
            scan->definitions[i].end - scan->definitions[i].start;
}

void prescan_run(struct prescan *scan, const char *source, size_t n_bytes,
                 size_t body_start, size_t part_bytes)
{
    *scan = (struct prescan){0};
    struct prescan_state state = {
        .scan = scan,
        .source = source,
        .part_start = body_start,
        .part_bytes = part_bytes,
        .cut = body_start,
    };
    for (size_t at = body_start; at < n_bytes;) {
        size_t n = passage_line_length(source + at, n_bytes - at);
        size_t n_text = n;
        while (n_text && (source[at + n_text - 1] == '\n' ||
                          source[at + n_text - 1] == '\r'))
            n_text--;
        struct markdown_line line;
        markdown_line_read(&line, source + at, n_text);
        scan_line(&state, &line);
        at += n;
    }
    count_definitions(scan);
}

void prescan_finish(struct prescan *scan)
{
    free(scan->notes);
    free(scan->definitions);
    free(scan->cuts);
    free(scan->delimiters);
    *scan = (struct prescan){0};
}

/* The text of one block with its styles and links, until it is written. */
#include "import/inline.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/number.h"
#include "import/markdown.h"

#define NBSP "\xC2\xA0"

void inlines_init(struct inlines *inlines)
{
    *inlines = (struct inlines){0};
    buf_init(&inlines->text);
}

void inlines_finish(struct inlines *inlines)
{
    buf_finish(&inlines->text);
    free(inlines->runs);
}

void inlines_clear(struct inlines *inlines)
{
    buf_clear(&inlines->text);
    inlines->n_runs = 0;
}

static void begin_run(struct inlines *inlines, bool is_markdown)
{
    const struct run_of_text *last =
        inlines->n_runs ? &inlines->runs[inlines->n_runs - 1] : NULL;
    if (last && last->style == inlines->style && last->url == inlines->url &&
        last->is_markdown == is_markdown)
        return;
    inlines->runs = mem_grow(inlines->runs, inlines->n_runs, &inlines->capacity,
                             sizeof *inlines->runs);
    inlines->runs[inlines->n_runs++] =
        (struct run_of_text){.start = inlines->text.n_bytes,
                             .style = inlines->style,
                             .url = inlines->url,
                             .is_markdown = is_markdown};
}

/* A no-break space counts where it joins words, and nowhere else. */
void inlines_space(struct inlines *inlines)
{
    struct buf *text = &inlines->text;
    if (buf_ends(text, NBSP))
        buf_truncate(text, text->n_bytes - strlen(NBSP));
    if (text->n_bytes > 0 && !ascii_is_space(text->data[text->n_bytes - 1]))
        buf_add_char(text, ' ');
}

/* Appends text up to the next byte that may be of white space; its length, at
 * least 1. */
static size_t add_word(struct buf *out, const char *text, size_t n_bytes)
{
    size_t n = 1;
    while (n < n_bytes && (unsigned char)text[n] > ' ' && text[n] != NBSP[0])
        n++;
    buf_add_n(out, text, n);
    return n;
}

void inlines_add(struct inlines *inlines, const char *text, size_t n_bytes)
{
    begin_run(inlines, false);
    struct buf *out = &inlines->text;
    for (size_t at = 0; at < n_bytes; at++) {
        bool nbsp = n_bytes - at > 1 && memcmp(text + at, NBSP, 2) == 0;
        if (nbsp && out->n_bytes > 0 &&
            !ascii_is_space(out->data[out->n_bytes - 1]))
            buf_add(out, NBSP);
        else if (ascii_is_space(text[at]))
            inlines_space(inlines);
        else if (!nbsp && text[at])
            at += add_word(out, text + at, n_bytes - at) - 1;
        at += nbsp;
    }
}

void inlines_add_markdown(struct inlines *inlines, const char *markdown)
{
    begin_run(inlines, true);
    buf_add(&inlines->text, markdown);
    begin_run(inlines, false);
}

bool inlines_trim(struct inlines *inlines)
{
    struct buf *text = &inlines->text;
    for (;;) {
        if (buf_ends(text, NBSP))
            buf_truncate(text, text->n_bytes - strlen(NBSP));
        else if (text->n_bytes > 0 &&
                 ascii_is_space(text->data[text->n_bytes - 1]))
            buf_truncate(text, text->n_bytes - 1);
        else
            return text->n_bytes > 0;
    }
}

void inlines_break(struct inlines *inlines)
{
    if (inlines_trim(inlines))
        buf_add_char(&inlines->text, '\n');
}

static size_t end_of(const struct inlines *inlines, size_t run)
{
    size_t end = run + 1 < inlines->n_runs ? inlines->runs[run + 1].start
                                           : inlines->text.n_bytes;
    return end < inlines->text.n_bytes ? end : inlines->text.n_bytes;
}

bool inlines_are_strong(const struct inlines *inlines, size_t start, size_t end)
{
    bool any = false;
    for (size_t i = 0; i < inlines->n_runs; i++) {
        const struct run_of_text *run = &inlines->runs[i];
        size_t from = number_max(run->start, start),
               to = number_min(end_of(inlines, i), end);
        for (size_t at = from; at < to; at++)
            if (!ascii_is_space(inlines->text.data[at])) {
                if (run->style != STYLE_STRONG)
                    return false;
                any = true;
            }
    }
    return any;
}

/* ---- writing ---- */

struct inline_writer {
    const struct inlines *inlines;
    size_t start, end; /* of what is written */
    const char *prefix;
    size_t escape; /* what would begin a block on this line */
    struct buf *out;
};

static void find_block_escape(struct inline_writer *writer, size_t at)
{
    const char *text = writer->inlines->text.data;
    size_t n = writer->end - at;
    size_t escape = markdown_block_escape(text + at, n);
    writer->escape = writer->prefix && escape < n ? at + escape : SIZE_MAX;
}

static void write_plain(struct inline_writer *writer, size_t start, size_t end)
{
    const char *text = writer->inlines->text.data;
    bool cell = !writer->prefix;
    size_t from = start; /* of what has not been written yet */
    for (size_t at = start; at < end; at++) {
        bool line = text[at] == '\n';
        if (!line && at != writer->escape && !(cell && text[at] == '|') &&
            !markdown_needs_escape(text, writer->end, at))
            continue;
        buf_add_n(writer->out, text + from, at - from);
        from = at + line;
        if (!line) {
            buf_add_char(writer->out, '\\');
        } else if (cell) {
            buf_add_char(writer->out, ' ');
        } else {
            buf_printf(writer->out, "\\\n%s", writer->prefix);
            find_block_escape(writer, at + 1);
        }
    }
    buf_add_n(writer->out, text + from, end - from);
}

/* CommonMark's flanking rules, on the safe side: marks go only where letters
 * are inside and none outside, or where space or punctuation is outside. */
static bool can_be_marked(const struct inline_writer *writer, size_t start,
                          size_t end)
{
    const char *text = writer->inlines->text.data;
    char before = start > writer->start ? text[start - 1] : ' ';
    char after = end < writer->end ? text[end] : ' ';
    const struct buf *out = writer->out;
    if (out->n_bytes > 0 && out->data[out->n_bytes - 1] == '*')
        return false;
    bool free_before = ascii_is_space(before) || ascii_is_punct(before);
    bool free_after = ascii_is_space(after) || ascii_is_punct(after);
    return (free_before || ascii_is_alnum(text[start])) &&
           (free_after || ascii_is_alnum(text[end - 1])) &&
           !memchr(text + start, '\n', end - start);
}

static void write_styled(struct inline_writer *writer, size_t start, size_t end,
                         enum style style)
{
    const char *text = writer->inlines->text.data;
    size_t first = start, last = end;
    while (first < last && ascii_is_space(text[first]))
        first++;
    while (last > first && ascii_is_space(text[last - 1]))
        last--;
    if (style == STYLE_NONE || first == last ||
        !can_be_marked(writer, first, last)) {
        write_plain(writer, start, end);
        return;
    }
    const char *mark = style == STYLE_STRONG ? "**" : "*";
    write_plain(writer, start, first);
    buf_add(writer->out, mark);
    write_plain(writer, first, last);
    buf_add(writer->out, mark);
    write_plain(writer, last, end);
}

static void open_link(struct buf *out)
{
    /* "!" before a link would make it an image. */
    if (out->n_bytes > 0 && out->data[out->n_bytes - 1] == '!') {
        buf_truncate(out, out->n_bytes - 1);
        buf_add(out, "\\!");
    }
    buf_add_char(out, '[');
}

static void close_link(const char *url, struct buf *out)
{
    buf_add(out, "](");
    for (const char *at = url; *at; at++)
        if ((unsigned char)*at <= ' ' || strchr("()<>\\|\"`", *at))
            buf_printf(out, "%%%02X", (unsigned char)*at);
        else if (*at == '&') /* it could begin an entity */
            buf_add(out, "\\&");
        else
            buf_add_char(out, *at);
    buf_add_char(out, ')');
}

void inlines_write(const struct inlines *inlines, size_t start, size_t end,
                   const char *prefix, struct buf *out)
{
    struct inline_writer writer = {.inlines = inlines,
                                   .start = start,
                                   .end = end,
                                   .prefix = prefix,
                                   .out = out};
    find_block_escape(&writer, start);
    const char *url = NULL;
    for (size_t i = 0; i < inlines->n_runs; i++) {
        const struct run_of_text *run = &inlines->runs[i];
        size_t from = number_max(run->start, start),
               to = number_min(end_of(inlines, i), end);
        if (from >= to)
            continue;
        if (url && run->url != url)
            close_link(url, out);
        if (run->url && run->url != url)
            open_link(out);
        url = run->url;
        if (run->is_markdown)
            buf_add_n(out, inlines->text.data + from, to - from);
        else
            write_styled(&writer, from, to, run->style);
    }
    if (url)
        close_link(url, out);
}

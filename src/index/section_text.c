/* Extracts the text of a section, for the index and on one line. */
#include "index/section_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "article/sentence.h"

void section_add_text(const struct article *article,
                      const struct section *section, struct buf *out)
{
    if (section->first_block >= section->end_block)
        return;
    const struct node *first = article->blocks[section->first_block];
    const struct node *last = article->blocks[section->end_block - 1];
    bool has_heading = section->title && first->type == NODE_HEADING;
    size_t start = has_heading ? first->text_end : first->text_start;
    const char *at = article->text + start;
    const char *end = article->text + last->text_end;
    while (at < end) {
        const char *note = memmem(at, (size_t)(end - at), "[^", 2);
        const char *close =
            note ? memchr(note, ']', (size_t)(end - note)) : NULL;
        if (!close) {
            buf_add_n(out, at, (size_t)(end - at));
            break;
        }
        buf_add_n(out, at, (size_t)(note - at));
        at = close + 1;
    }
}

/* Returns the length of the punctuation mark that the text ends with, or 0. */
static size_t length_of_final(const char *text, size_t n_bytes,
                              const char *const *signs)
{
    for (; *signs; signs++) {
        size_t n = strlen(*signs);
        if (n <= n_bytes && !memcmp(text + n_bytes - n, *signs, n))
            return n;
    }
    return 0;
}

/* Returns whether punctuation at the end of the text already separates it from
 * what follows: it ends a sentence and the next character is not lower case, or
 * it is a mark, such as a colon, after which a sentence continues. */
static bool is_separated(const struct buf *text, char next)
{
    static const char *const closing[] = {")", "\"", "”", "’", "»", NULL};
    static const char *const continuing[] = {":",  ";",  ",",  "：",
                                             "；", "，", "、", NULL};
    static const char *const ends[] = {".",  "?",  "!",  "…",
                                       "。", "！", "？", NULL};
    size_t n_bytes = text->n_bytes, n;
    while ((n = length_of_final(text->data, n_bytes, closing)))
        n_bytes -= n;
    return length_of_final(text->data, n_bytes, continuing) ||
           (length_of_final(text->data, n_bytes, ends) &&
            !(next >= 'a' && next <= 'z'));
}

static void add_start(struct section_line *line)
{
    line->starts = mem_grow(line->starts, line->n_starts, &line->capacity,
                            sizeof *line->starts);
    line->starts[line->n_starts++] = line->text.n_bytes;
}

static size_t n_blanks(const char *at, const char *end)
{
    size_t n = 0;
    while (at + n < end && (at[n] == ' ' || at[n] == '\n'))
        n++;
    return n;
}

/* Adds a line of a block, sentence by sentence. */
static void add_line(struct section_line *line, const char *at, const char *end,
                     const char *separator)
{
    if (line->text.n_bytes)
        buf_add(&line->text, is_separated(&line->text, *at) ? " " : separator);
    while (at < end) {
        bool asks;
        const char *stop = sentence_end(at, end, &asks);
        add_start(line);
        buf_add_n(&line->text, at, (size_t)(stop - at));
        at = stop + n_blanks(stop, end);
        buf_add(&line->text, at < end ? " " : "");
    }
}

void section_line_init(struct section_line *line, const struct article *article,
                       const struct section *section, const char *separator)
{
    struct buf text;
    *line = (struct section_line){0};
    buf_init(&line->text);
    buf_init(&text);
    section_add_text(article, section, &text);
    const char *at = text.data, *end = text.data + text.n_bytes;
    while ((at += n_blanks(at, end)) < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        const char *last = stop;
        while (last > at && last[-1] == ' ')
            last--;
        add_line(line, at, last, separator);
        at = stop;
    }
    buf_finish(&text);
}

void section_line_finish(struct section_line *line)
{
    free(line->starts);
    buf_finish(&line->text);
    *line = (struct section_line){0};
}

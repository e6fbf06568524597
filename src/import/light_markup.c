/* The text of a file with light markup by its lines.
 *
 * This is no parser. A line is left out only where a rule says so, and one that
 * is cut in pieces loses only the order of its words. */
#include "import/light_reader.h"

#include <string.h>

#include "base/ascii.h"

#define SPAN_MAX_BYTES 2000 /* or a line could take its square */

struct light_text light_trim(const char *at, const char *end)
{
    while (at < end && ascii_is_space(*at))
        at++;
    while (end > at && ascii_is_space(end[-1]))
        end--;
    return (struct light_text){at, end};
}

bool light_begins(const struct light_text *text, const char *start)
{
    size_t n = strlen(start);
    return (size_t)(text->end - text->at) >= n &&
           ascii_ncasecmp(text->at, start, n) == 0;
}

/* ---- within a line ---- */

static size_t span_length(const struct light_span *span,
                          const struct light_text *text)
{
    size_t n_open = strlen(span->open), n_close = strlen(span->close);
    if (!light_begins(text, span->open))
        return 0;
    const char *end = text->end - text->at > SPAN_MAX_BYTES
                          ? text->at + SPAN_MAX_BYTES
                          : text->end;
    for (const char *at = text->at + n_open; at + n_close <= end; at++) {
        if (memcmp(at, span->close, n_close) == 0)
            return (size_t)(at - text->at) + n_close;
        if (span->tight && ascii_is_space(*at))
            return 0;
    }
    return 0;
}

static size_t markup_length(const struct light_reader *reader,
                            const struct light_text *text)
{
    /* A command of TeX stands for a sign. */
    size_t n = *text->at == '\\';
    while (n > 0 && text->at + n < text->end && ascii_is_alpha(text->at[n]))
        n++;
    if (n > 1)
        return n;
    if (reader->other_markup && (n = reader->other_markup(text)) > 0)
        return n;
    for (const struct light_span *span = reader->spans; span->open; span++)
        if ((n = span_length(span, text)) > 0)
            return n;
    return 0;
}

/* Cells of tables are cut as well: "|", a tab or two spaces are between. */
static bool cuts(const struct light_text *text)
{
    return *text->at == '|' || *text->at == '\t' ||
           (text->end - text->at > 1 && text->at[0] == ' ' &&
            text->at[1] == ' ');
}

static bool give(struct light_reader *reader, const char *start,
                 const char *end)
{
    return start >= end ||
           reader->sink->piece(reader->sink->user, start, (size_t)(end - start),
                               reader->line);
}

bool light_take(struct light_reader *reader, struct light_text text)
{
    const char *start = text.at;
    bool good = true;
    reader->n_shown += text.at < text.end;
    while (good && text.at < text.end) {
        size_t n = markup_length(reader, &text);
        if (n == 0 && !cuts(&text)) {
            text.at++;
            continue;
        }
        good = give(reader, start, text.at);
        text.at += n > 0 ? n : 1;
        start = text.at;
    }
    return good && give(reader, start, text.end);
}

/* Behind "1.", "a)", "#.", "-" and the space after it. */
struct light_text light_without_mark(struct light_text text)
{
    const char *at = text.at;
    if (at < text.end && strchr("-+*#", *at))
        at++;
    else
        while (at < text.end && ascii_is_digit(*at))
            at++;
    if (at == text.at && ascii_is_alpha(*at))
        at++;
    bool marked = at > text.at && at < text.end &&
                  (strchr(".)", *at) || strchr("-+*", at[-1]));
    at += at < text.end && strchr(".)", *at);
    if (marked && at < text.end && ascii_is_space(*at))
        return light_trim(at, text.end);
    return text;
}

/* ---- plain text ---- */

static bool read_plain_line(struct light_reader *reader, struct light_text line)
{
    return light_take(reader,
                      light_without_mark(light_trim(line.at, line.end)));
}

/* ---- all lines ---- */

bool light_read_lines(struct light_reader *reader, const char *text,
                      size_t n_bytes,
                      bool (*read_line)(struct light_reader *reader,
                                        struct light_text line))
{
    const char *end = text + n_bytes;
    bool good = true;
    while (good && text < end) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *stop = newline ? newline : end;
        reader->line++;
        good = read_line(reader, (struct light_text){text, stop});
        text = newline ? newline + 1 : end;
    }
    return good;
}

bool light_markup_read_plain(const char *text, size_t n_bytes,
                             const struct light_markup_sink *sink)
{
    static const struct light_span notes[] = {{"[", "]", true}, {.open = NULL}};
    struct light_reader reader = {.sink = sink, .spans = notes};
    return light_read_lines(&reader, text, n_bytes, read_plain_line);
}

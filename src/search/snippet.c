/* Cuts a snippet out of a section and marks the words of the search in it. */
#include "search/snippet.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "index/section_text.h"
#include "search/excerpt.h"

#define MIDDLE_DOT 0xB7

/* Returns the start of the first word after a position. */
static size_t word_start(const struct buf *text, size_t at)
{
    if (at == 0)
        return 0;
    const char *space = memchr(text->data + at, ' ', text->n_bytes - at);
    return space ? (size_t)(space - text->data) + 1
                 : utf8_floor(text->data, text->n_bytes, at);
}

/* Returns the end of the last word that fits, without the separator after
 * it. */
static size_t word_end(const struct buf *text, size_t start, size_t n_max,
                       const char *separator)
{
    size_t end = start + n_max, n = strlen(separator) - 1;
    if (end >= text->n_bytes)
        return text->n_bytes;
    const char *space = memrchr(text->data + start, ' ', n_max);
    if (!space || space == text->data + start)
        return utf8_floor(text->data, text->n_bytes, end);
    end = (size_t)(space - text->data);
    if (end > start + n && !memcmp(text->data + end - n, separator, n))
        end -= n;
    return end;
}

static void add_mark(struct snippet *snippet, size_t start, size_t end)
{
    size_t n = snippet->n_marks;
    if (n &&
        snippet->marks[n - 1].end >= start) { /* pairs of characters overlap */
        snippet->marks[n - 1].end = end;
    } else if (n < SNIPPET_MARKS_MAX) {
        snippet->marks[n].start = start;
        snippet->marks[n].end = end;
        snippet->n_marks++;
    }
}

static bool ends_sentence(const char *text, size_t n_bytes)
{
    return n_bytes && memchr(".!?", text[n_bytes - 1], 3);
}

static void fill(struct snippet *snippet, const struct section_line *line,
                 const struct matches *hits, size_t n_bytes,
                 const char *separator)
{
    struct excerpt window = excerpt_choose(line, hits, n_bytes);
    size_t start =
        window.is_start ? window.start : word_start(&line->text, window.start);
    if (hits->n && start > window.hit)
        start = window.hit;
    size_t end = word_end(&line->text, start, n_bytes, separator);
    buf_add(&snippet->text, start > 0 ? "… " : "");
    size_t n_before = snippet->text.n_bytes;
    buf_add_n(&snippet->text, line->text.data + start, end - start);
    if (end < line->text.n_bytes)
        buf_add(&snippet->text,
                ends_sentence(line->text.data + start, end - start) ? " …"
                                                                    : "…");
    for (size_t i = 0; i < hits->n; i++) {
        const struct match *hit = &hits->items[i];
        if (hit->start >= start && hit->end <= end)
            add_mark(snippet, hit->start - start + n_before,
                     hit->end - start + n_before);
    }
}

void snippet_init(struct snippet *snippet, const struct article *article,
                  const struct search_result *result,
                  const struct search_results *results,
                  const struct snippet_options *options)
{
    const struct charset *charset = options->charset;
    const char *separator =
        !charset || charset_has(charset, MIDDLE_DOT) ? " · " : " - ";
    *snippet = (struct snippet){0};
    buf_init(&snippet->text);
    if (result->section >= article->n_sections)
        return;
    struct matches hits;
    struct section_line line;
    section_line_init(&line, article, &article->sections[result->section],
                      separator);
    matches_init(&hits, &line.text, article, results);
    fill(snippet, &line, &hits, options->n_bytes, separator);
    matches_finish(&hits);
    section_line_finish(&line);
}

void snippet_finish(struct snippet *snippet)
{
    buf_finish(&snippet->text);
    *snippet = (struct snippet){0};
}

/* Cuts a snippet out of a section and marks the words of the search in it. */
#include "search/snippet.h"

#include <stdlib.h>
#include <string.h>

#include "article/token_words.h"
#include "base/ascii.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/utf8.h"
#include "index/section_text.h"
#include "search/excerpt.h"

#define MIDDLE_DOT 0xB7
#define WORD_MAX_BYTES 31
#define CLAUSE_MAX_BYTES 60 /* in which a negation is looked for */
#define VERB_WORDS 2        /* before "not", such as "probably do" */

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

static bool ends_clause(const char *text, size_t n_bytes)
{
    return n_bytes && memchr(".;:,!?", text[n_bytes - 1], 6);
}

/* Whether the rest of the clause, from at on, has a negation: "not", "without",
 * "unless". */
static bool is_negated(const struct section_line *line, size_t at,
                       enum lang lang)
{
    const struct buf *text = &line->text;
    char word[WORD_MAX_BYTES + 1];
    size_t n = 0, limit = number_min(text->n_bytes, at + CLAUSE_MAX_BYTES);
    for (size_t i = 0; i < line->n_starts; i++)
        if (line->starts[i] > at)
            limit = number_min(limit, line->starts[i]);
    for (; at <= limit; at++) {
        char byte = at < text->n_bytes ? text->data[at] : ' ';
        bool is_letter = (byte & 0x80) || ascii_is_alnum(byte) || byte == '\'';
        if (is_letter && n < WORD_MAX_BYTES)
            word[n++] = ascii_lower(byte);
        if (is_letter)
            continue;
        word[n] = '\0';
        if (n && token_word_flags(word, lang) & TOKEN_NEGATION)
            return true;
        n = 0;
        if (memchr(".;!?", byte, 4))
            return false;
    }
    return false;
}

/* Returns the end of the last clause that ends between first and end; 0 if none
 * does. */
static size_t last_clause_end(const struct buf *text, size_t first, size_t end)
{
    for (size_t at = end; at > first + 1; at--)
        if (text->data[at - 1] == ' ' && ends_clause(text->data, at - 1))
            return at - 1;
    return 0;
}

/* Returns where a snippet that would end at end may end: "955 do not have one"
 * must not be cut to "955 do". It ends with the clause before or, where there
 * is none behind the last match, before the verb. */
static size_t end_before_negation(const struct section_line *line,
                                  const struct matches *hits, size_t start,
                                  size_t end, enum lang lang)
{
    const struct buf *text = &line->text;
    size_t first = start;
    if (end >= text->n_bytes || !is_negated(line, end, lang))
        return end;
    for (size_t i = 0; i < hits->n && hits->items[i].end <= end; i++)
        first = number_max(first, hits->items[i].end);
    size_t clause = last_clause_end(text, first, end);
    if (clause)
        return clause;
    for (int i = 0; i < VERB_WORDS && end > first; i++) {
        const char *space = memrchr(text->data + first, ' ', end - first);
        if (!space)
            break;
        end = (size_t)(space - text->data);
    }
    return end;
}

static void fill(struct snippet *snippet, const struct section_line *line,
                 const struct matches *hits, size_t n_bytes,
                 const char *separator, enum lang lang)
{
    struct excerpt window = excerpt_choose(line, hits, n_bytes);
    size_t start =
        window.is_start ? window.start : word_start(&line->text, window.start);
    if (hits->n && start > window.hit)
        start = window.hit;
    size_t end = word_end(&line->text, start, n_bytes, separator);
    end = end_before_negation(line, hits, start, end, lang);
    buf_add(&snippet->text, start > 0 ? "… " : "");
    size_t n_before = snippet->text.n_bytes;
    buf_add_n(&snippet->text, line->text.data + start, end - start);
    if (end < line->text.n_bytes)
        buf_add(&snippet->text,
                ends_clause(line->text.data + start, end - start) ? " …" : "…");
    for (size_t i = 0; i < hits->n; i++) {
        const struct match *hit = &hits->items[i];
        if (hit->start >= start && hit->end <= end)
            add_mark(snippet, hit->start - start + n_before,
                     hit->end - start + n_before);
    }
}

void snippet_init(struct snippet *snippet, const struct article *article,
                  const struct section *section,
                  const struct search_results *results,
                  const struct snippet_options *options)
{
    const struct charset *charset = options->charset;
    const char *separator =
        !charset || charset_has(charset, MIDDLE_DOT) ? " · " : " - ";
    *snippet = (struct snippet){0};
    buf_init(&snippet->text);
    struct matches hits;
    struct section_line line;
    section_line_init(&line, article, section, separator);
    matches_init(&hits, &line.text, article, results);
    fill(snippet, &line, &hits, options->n_bytes, separator,
         lang_find(article->lang));
    matches_finish(&hits);
    section_line_finish(&line);
}

void snippet_open(struct snippet *snippet, const struct search_result *result,
                  const struct search_results *results,
                  const struct snippet_options *options)
{
    struct article *article = article_open_section(
        result->path,
        (struct source_range){(uint32_t)result->place, (uint32_t)result->end});
    if (article) {
        if (!article->meta.title)
            article->title = result->title;
        snippet_init(snippet, article, article->sections, results, options);
    } else {
        *snippet = (struct snippet){0};
        buf_init(&snippet->text);
    }
    article_free(article);
}

void snippet_finish(struct snippet *snippet)
{
    buf_finish(&snippet->text);
    *snippet = (struct snippet){0};
}

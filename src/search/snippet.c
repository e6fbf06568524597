/* The few words of a section that show why it was found. */
#include "search/snippet.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "search/terms.h"

/* A word of the text that was searched for. */
struct hit {
    size_t start, end; /* in the section's text */
    size_t word;       /* in the results */
};

struct hits {
    struct hit *items;
    size_t n, capacity;
};

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

/* Which of the words, alone or in a phrase; n_words: none. */
static size_t find_word(const struct search_results *results, const char *stem)
{
    size_t n = strlen(stem), i = 0;
    for (; i < results->n_words; i++)
        for (const char *at = results->words[i]; *at;) {
            size_t n_word = strcspn(at, " ");
            if (n_word == n && !memcmp(at, stem, n))
                return i;
            at += n_word + (at[n_word] == ' ');
        }
    return i;
}

static void find_hits(struct hits *hits, const char *text, size_t n_bytes,
                      const struct search_results *results)
{
    struct buf folded;
    struct fold_map map;
    struct term_reader reader;
    struct term term;
    buf_init(&folded);
    fold_text_mapped(text, n_bytes, FOLD_ALL, &folded, &map);
    term_reader_init(&reader, folded.data, folded.n_bytes);
    while (term_next(&reader, &term)) {
        char stem[TERM_MAX_BYTES + 1];
        uint32_t start = (uint32_t)(term.text - folded.data);
        term_stem(&term, stem);
        size_t word = find_word(results, stem);
        if (word == results->n_words)
            continue;
        hits->items =
            mem_grow(hits->items, hits->n, &hits->capacity, sizeof(struct hit));
        hits->items[hits->n++] = (struct hit){
            .start = fold_map_start(&map, start),
            .end = fold_map_end(&map, start + (uint32_t)term.n_bytes),
            .word = word,
        };
    }
    fold_map_finish(&map);
    buf_finish(&folded);
}

/* The hit from which on, within n_bytes, most different words stand. */
static size_t best_hit(const struct hits *hits, size_t n_bytes)
{
    size_t best = 0;
    int most = 0;
    for (size_t i = 0; i < hits->n; i++) {
        uint64_t words = 0;
        for (size_t k = i;
             k < hits->n && hits->items[k].end < hits->items[i].start + n_bytes;
             k++)
            words |= (uint64_t)1 << hits->items[k].word % 64;
        int n = __builtin_popcountll(words);
        if (n > most) {
            most = n;
            best = i;
        }
    }
    return best;
}

/* The first word that begins at or after a place. */
static size_t word_start(const char *text, size_t n_bytes, size_t at)
{
    if (at == 0)
        return 0;
    const char *space = memchr(text + at, ' ', n_bytes - at);
    return space ? (size_t)(space - text) + 1 : utf8_floor(text, n_bytes, at);
}

static size_t word_end(const char *text, size_t start, size_t n_bytes,
                       size_t n_most)
{
    size_t end = start + n_most;
    if (end >= n_bytes)
        return n_bytes;
    const char *space = memrchr(text + start, ' ', n_most);
    return space ? (size_t)(space - text) : utf8_floor(text, n_bytes, end);
}

static void add_marks(struct snippet *snippet, const struct hits *hits,
                      size_t start, size_t end, size_t n_before)
{
    for (size_t i = 0; i < hits->n && snippet->n_marks < SNIPPET_MARKS_MAX;
         i++) {
        const struct hit *hit = &hits->items[i];
        size_t mark = snippet->n_marks;
        if (hit->start < start || hit->end > end)
            continue;
        /* Pairs of characters overlap. */
        if (mark &&
            snippet->marks[mark - 1].end >= hit->start - start + n_before) {
            snippet->marks[mark - 1].end = hit->end - start + n_before;
            continue;
        }
        snippet->marks[mark].start = hit->start - start + n_before;
        snippet->marks[mark].end = hit->end - start + n_before;
        snippet->n_marks++;
    }
}

static void cut(struct snippet *snippet, const char *text, size_t n_text,
                const struct hits *hits, size_t n_bytes)
{
    size_t start = 0;
    if (hits->n) {
        const struct hit *first = &hits->items[best_hit(hits, n_bytes)];
        size_t n_lead = n_bytes / 4; /* before the first marked word */
        if (first->start > n_lead)
            start = word_start(text, n_text, first->start - n_lead);
        if (start > first->start)
            start = first->start;
    }
    size_t end = word_end(text, start, n_text, n_bytes);
    buf_add(&snippet->text, start > 0 ? "… " : "");
    size_t n_before = snippet->text.n_bytes;
    buf_add_n(&snippet->text, text + start, end - start);
    for (size_t i = n_before; i < snippet->text.n_bytes; i++)
        if (snippet->text.data[i] == '\n')
            snippet->text.data[i] = ' ';
    buf_add(&snippet->text, end < n_text ? " …" : "");
    add_marks(snippet, hits, start, end, n_before);
}

void snippet_init(struct snippet *snippet, const struct article *article,
                  const struct search_result *result,
                  const struct search_results *results, size_t n_bytes)
{
    *snippet = (struct snippet){0};
    buf_init(&snippet->text);
    if (result->section >= article->n_sections)
        return;
    struct hits hits = {0};
    struct buf text;
    buf_init(&text);
    section_add_text(article, &article->sections[result->section], &text);
    size_t start = strspn(text.data, " \n");
    find_hits(&hits, text.data + start, text.n_bytes - start, results);
    cut(snippet, text.data + start, text.n_bytes - start, &hits, n_bytes);
    free(hits.items);
    buf_finish(&text);
}

void snippet_finish(struct snippet *snippet)
{
    buf_finish(&snippet->text);
    *snippet = (struct snippet){0};
}

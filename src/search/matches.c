/* Finds the words of a search in a text. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/strs.h"
#include "index/terms.h"
#include "search/excerpt.h"

#define NAME_WEIGHT 0.1

/* A word of the text and its stem; "" if it cannot be one looked for. */
struct match_place {
    size_t start, end;
    const char *stem;
};

struct places {
    struct arena arena; /* owns the stems */
    struct match_place *items;
    size_t n, capacity;
};

/* The bytes that the stems looked for begin with: only words that begin with
 * them need to be stemmed. */
struct first_bytes {
    bool has[UCHAR_MAX + 1];
};

static void find_first_bytes(const struct strs *stems,
                             struct first_bytes *firsts)
{
    *firsts = (struct first_bytes){0};
    for (size_t i = 0; i < stems->n; i++)
        for (const char *at = stems->items[i]; *at;
             at += strcspn(at, " "), at += *at == ' ')
            firsts->has[(unsigned char)*at] = true;
}

static size_t find_stem(const struct term *term, unsigned language,
                        const struct first_bytes *firsts,
                        char out[static TERM_MAX_BYTES + 1])
{
    size_t n;
    const char *word = term_word(term, &n);
    if (n && !firsts->has[(unsigned char)*word] &&
        !stem_may_drop_prefix(language, *word)) {
        *out = '\0';
        return 0;
    }
    return term_stem(term, language, out);
}

static void find_places(struct places *places, const struct buf *text,
                        unsigned language, const struct first_bytes *firsts)
{
    struct buf folded;
    struct fold_map map;
    struct term_reader reader;
    struct term term;
    buf_init(&folded);
    fold_text_mapped(text->data, text->n_bytes, FOLD_ALL, &folded, &map);
    term_reader_init(&reader, folded.data, folded.n_bytes);
    while (term_next(&reader, &term)) {
        char stem[TERM_MAX_BYTES + 1];
        uint32_t start = (uint32_t)(term.text - folded.data);
        size_t n = find_stem(&term, language, firsts, stem);
        places->items = mem_grow(places->items, places->n, &places->capacity,
                                 sizeof *places->items);
        places->items[places->n++] = (struct match_place){
            .start = fold_map_start(&map, start),
            .end = fold_map_end(&map, start + (uint32_t)term.n_bytes),
            .stem = arena_strndup(&places->arena, stem, n),
        };
    }
    fold_map_finish(&map);
    buf_finish(&folded);
}

/* Returns the number of words of a phrase if it occurs at place i, else 0. */
static size_t phrase_length_at(const struct places *places, size_t i,
                               const char *stems)
{
    size_t n = 0;
    while (*stems) {
        size_t n_bytes = strcspn(stems, " ");
        if (i + n == places->n ||
            strncmp(places->items[i + n].stem, stems, n_bytes) != 0 ||
            places->items[i + n].stem[n_bytes])
            return 0;
        n++;
        stems += n_bytes + (stems[n_bytes] == ' ');
    }
    return n;
}

/* Finds the longest word or phrase at place i. Returns its number of words, or
 * 0 if none occurs there. */
static size_t find_word(const struct places *places, size_t i,
                        const struct strs *stems, size_t *word)
{
    size_t longest = 0;
    for (size_t k = 0; k < stems->n; k++) {
        size_t n = phrase_length_at(places, i, stems->items[k]);
        if (n > longest) {
            longest = n;
            *word = k;
        }
    }
    return longest;
}

static void find_matches(struct matches *matches, const struct places *places,
                         const struct strs *stems)
{
    for (size_t i = 0, n; i < places->n; i += n ? n : 1) {
        struct match match = {.start = places->items[i].start};
        n = find_word(places, i, stems, &match.word);
        if (!n)
            continue;
        match.end = places->items[i + n - 1].end;
        matches->items = mem_grow(matches->items, matches->n,
                                  &matches->capacity, sizeof match);
        matches->items[matches->n++] = match;
    }
}

static bool is_in(const struct places *names, const char *stems)
{
    for (size_t i = 0; i < names->n; i++)
        if (phrase_length_at(names, i, stems))
            return true;
    return false;
}

static void find_weights(struct matches *matches, const struct article *article,
                         const struct strs *stems,
                         const struct first_bytes *firsts,
                         const double *weights)
{
    struct buf text;
    struct places names = {0};
    buf_init(&text);
    buf_printf(&text, "%s\n", article->title);
    for (size_t i = 0; i < article->meta.n_synonyms; i++)
        buf_printf(&text, "%s\n", article->meta.synonyms[i]);
    find_places(&names, &text, stem_language(article->lang), firsts);
    matches->weights = mem_calloc(stems->n + 1, sizeof *matches->weights);
    matches->are_names = mem_calloc(stems->n + 1, sizeof(bool));
    for (size_t i = 0; i < stems->n; i++) {
        matches->are_names[i] = is_in(&names, stems->items[i]);
        matches->weights[i] =
            weights[i] * (matches->are_names[i] ? NAME_WEIGHT : 1);
    }
    free(names.items);
    arena_finish(&names.arena);
    buf_finish(&text);
}

/* Stems the words of the results as in the article's language. */
static void find_stems(const struct search_results *results, unsigned language,
                       struct strs *stems)
{
    struct buf text;
    buf_init(&text);
    for (size_t i = 0; i < results->n_words; i++) {
        buf_clear(&text);
        terms_add_stems(results->words[i], strlen(results->words[i]), language,
                        &text);
        strs_add(stems, text.data);
    }
    buf_finish(&text);
}

void matches_init(struct matches *matches, const struct buf *text,
                  const struct article *article,
                  const struct search_results *results)
{
    unsigned language = stem_language(article->lang);
    struct places places = {0};
    struct strs stems;
    *matches = (struct matches){0};
    strs_init(&stems);
    find_stems(results, language, &stems);
    struct first_bytes firsts;
    find_first_bytes(&stems, &firsts);
    find_places(&places, text, language, &firsts);
    find_matches(matches, &places, &stems);
    find_weights(matches, article, &stems, &firsts, results->weights);
    strs_finish(&stems);
    free(places.items);
    arena_finish(&places.arena);
}

void matches_finish(struct matches *matches)
{
    free(matches->items);
    free(matches->weights);
    free(matches->are_names);
    *matches = (struct matches){0};
}

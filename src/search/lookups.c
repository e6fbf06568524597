/* Adding look-ups, and how often the index has their words. */
#include "search/lookups.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "index/terms.h"

/* Earlier terms weigh more, since people name the subject of a question
 * first. */
#define POSITION_DISCOUNT 0.05

static int64_t count_stem(const struct search_context *context,
                          const char *stem, size_t n_bytes)
{
    int64_t n = 0;
    db_bind_text_n(context->count_stem, 1, stem, n_bytes);
    if (db_step(context->count_stem) == DB_ROW) {
        n = db_long(context->count_stem, 0);
        db_reset(context->count_stem);
    }
    return n;
}

/* Returns the document frequency of the rarest stem. */
static int64_t count_stems(const struct search_context *context,
                           const char *stems)
{
    int64_t least = INT64_MAX;
    while (*stems) {
        size_t n = strcspn(stems, " ");
        int64_t here = count_stem(context, stems, n);
        least = here < least ? here : least;
        stems += n + (stems[n] == ' ');
    }
    return least == INT64_MAX ? 0 : least;
}

/* Several languages may give the same stems, for instance of numbers, character
 * pairs or Arabic words. */
static bool is_known(char *const *variants, size_t n, const char *stems)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(variants[i], stems))
            return true;
    return false;
}

/* Fills variants with the stems in each language that has them, for the caller
 * to free, and sets *n to the sum of their document frequencies. */
static size_t find_variants(const struct lookups *lookups, const char *words,
                            char *variants[static VARIANTS_MAX], int64_t *n)
{
    const struct search_context *context = lookups->context;
    size_t n_variants = 0;
    *n = 0;
    for (size_t i = 0; i < context->n_languages; i++) {
        struct buf stems;
        buf_init(&stems);
        terms_add_stems(words, strlen(words), context->languages[i], &stems);
        int64_t here = count_stems(context, stems.data);
        if (here > 0 && n_variants < VARIANTS_MAX &&
            !is_known(variants, n_variants, stems.data)) {
            *n += here;
            variants[n_variants++] = buf_steal(&stems);
        }
        buf_finish(&stems);
    }
    return n_variants;
}

static void free_variants(char **variants, size_t n)
{
    for (size_t i = 0; i < n; i++)
        free(variants[i]);
}

int64_t lookups_count(const struct lookups *lookups, const char *words)
{
    char *variants[VARIANTS_MAX];
    int64_t n;
    free_variants(variants, find_variants(lookups, words, variants, &n));
    return n;
}

size_t lookups_variants(const struct lookups *lookups, const char *words,
                        char *variants[static VARIANTS_MAX])
{
    int64_t n_sections;
    return find_variants(lookups, words, variants, &n_sections);
}

struct lookup *lookups_add(struct lookups *lookups, size_t term,
                           const char *words, double factor)
{
    char *variants[VARIANTS_MAX];
    struct buf stems;
    int64_t n;
    if (lookups->n == LOOKUPS_MAX)
        return NULL;
    struct lookup *lookup = &lookups->items[lookups->n++];
    *lookup = (struct lookup){
        .term = term,
        .n_terms = 1,
        .words = arena_strdup(&lookups->arena, words),
        .n_variants = find_variants(lookups, words, variants, &n),
    };
    for (size_t i = 0; i < lookup->n_variants; i++)
        lookup->variants[i] = arena_strdup(&lookups->arena, variants[i]);
    free_variants(variants, lookup->n_variants);
    buf_init(&stems);
    terms_add_stems(words, strlen(words), STEM_ENGLISH, &stems);
    lookup->stems = arena_strdup(&lookups->arena, stems.data);
    buf_finish(&stems);
    double others = (double)(lookups->context->n_sections - n);
    lookup->n = n;
    lookup->weight = factor / (1 + POSITION_DISCOUNT * (double)term) *
                     log(1 + (fmax(others, 0) + 0.5) / ((double)n + 0.5));
    return lookup;
}

/* A fragment of one or two letters says nothing about the topic yet. */
static bool is_fragment(const struct lookups *lookups, size_t term)
{
    return lookups->is_last_fragment && term + 1 == lookups->query->n_terms;
}

/* Stop words and words for a kind are looked up only if there are no others. */
bool lookups_is_topic(const struct lookups *lookups, size_t i)
{
    bool any_topic = false, any_kind = false;
    for (size_t j = 0; j < lookups->query->n_terms; j++) {
        const struct query_term *other = &lookups->query->terms[j];
        if (other->type == QUERY_NOT || other->is_stop_word ||
            is_fragment(lookups, j))
            continue;
        any_topic = any_topic || !other->names_kind;
        any_kind = any_kind || other->names_kind;
    }
    const struct query_term *term = &lookups->query->terms[i];
    if (term->type == QUERY_NOT)
        return false;
    return is_fragment(lookups, i) || term->type == QUERY_PHRASE ||
           term->type == QUERY_TITLE ||
           (any_topic  ? !term->is_stop_word && !term->names_kind
            : any_kind ? term->names_kind
                       : true);
}

uint64_t lookup_terms(const struct lookup *lookup)
{
    _Static_assert(QUERY_TERMS_MAX <= 64, "a bit each");
    uint64_t all = UINT64_MAX >> (64 - lookup->n_terms);
    return all << lookup->term;
}

static bool has_phrase(struct db *db, const char *stems)
{
    struct buf phrase;
    buf_init(&phrase);
    buf_printf(&phrase, "\"%s\"", stems);
    struct db_query *query =
        db_query(db, "SELECT 1 FROM section_text WHERE section_text MATCH ?1"
                     " LIMIT 1");
    db_bind_text(query, 1, phrase.data);
    bool found = db_step(query) == DB_ROW;
    db_query_free(query);
    buf_finish(&phrase);
    return found;
}

/* The count of find_variants() is that of the rarest word alone, so several
 * words have to be looked up as a phrase. */
bool lookups_has_phrase(const struct lookups *lookups, const char *words)
{
    char *variants[VARIANTS_MAX];
    int64_t n_sections;
    size_t n = find_variants(lookups, words, variants, &n_sections);
    bool found = n > 0 && !strchr(words, ' ');
    for (size_t i = 0; i < n && !found; i++)
        found = has_phrase(lookups->context->db, variants[i]);
    free_variants(variants, n);
    return found;
}

void lookups_finish(struct lookups *lookups)
{
    arena_finish(&lookups->arena);
    buf_finish(&lookups->spaced);
}

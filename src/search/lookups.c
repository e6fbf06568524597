/* What is looked up in the index for the terms of a query. */
#include "search/lookups.h"

#include <math.h>
#include <string.h>

#include "index/terms.h"

/* What a question is about is said early. */
#define LATER_COUNTS_LESS 0.05

int64_t lookups_count(const struct lookups *lookups, const char *stem)
{
    db_bind_text(lookups->context->count_stem, 1, stem);
    int64_t n = 0;
    if (db_step(lookups->context->count_stem) == DB_ROW) {
        n = db_long(lookups->context->count_stem, 0);
        db_reset(lookups->context->count_stem);
    }
    return n;
}

struct lookup *lookups_add(struct lookups *lookups, size_t term,
                           const char *stems, int64_t n, double factor)
{
    if (lookups->n == LOOKUPS_MAX)
        return NULL;
    struct lookup *lookup = &lookups->items[lookups->n++];
    double others = (double)(lookups->context->n_sections - n);
    *lookup = (struct lookup){
        .term = term,
        .n_terms = 1,
        .stems = arena_strdup(&lookups->arena, stems),
        .n = n,
        .weight = factor / (1 + LATER_COUNTS_LESS * (double)term) *
                  log(1 + (fmax(others, 0) + 0.5) / ((double)n + 0.5)),
    };
    return lookup;
}

/* A letter or two that no text has as a word: nothing is known by them yet. */
static bool is_begun(const struct lookups *lookups, size_t term)
{
    return lookups->last_is_begun && term + 1 == lookups->query->n_terms;
}

/* Words of questions are looked for only where there are no others. */
bool lookups_is_topic(const struct lookups *lookups, size_t i)
{
    bool any_topic = false, any_kind = false;
    for (size_t j = 0; j < lookups->query->n_terms; j++) {
        const struct query_term *other = &lookups->query->terms[j];
        if (other->type == QUERY_NOT || other->is_common ||
            is_begun(lookups, j))
            continue;
        any_topic = any_topic || !other->names_kind;
        any_kind = any_kind || other->names_kind;
    }
    const struct query_term *term = &lookups->query->terms[i];
    if (term->type == QUERY_NOT)
        return false;
    return is_begun(lookups, i) || term->type == QUERY_PHRASE ||
           term->type == QUERY_TITLE ||
           (any_topic  ? !term->is_common && !term->names_kind
            : any_kind ? term->names_kind
                       : true);
}

uint64_t lookup_terms(const struct lookup *lookup)
{
    _Static_assert(QUERY_TERMS_MAX <= 64, "a bit each");
    uint64_t all = UINT64_MAX >> (64 - lookup->n_terms);
    return all << lookup->term;
}

int64_t lookups_count_phrase(const struct lookups *lookups, const char *stems)
{
    int64_t least = INT64_MAX;
    while (*stems) {
        char stem[TERM_MAX_BYTES + 1] = "";
        size_t n = strcspn(stems, " ");
        memcpy(stem, stems, n < TERM_MAX_BYTES ? n : TERM_MAX_BYTES);
        int64_t here = lookups_count(lookups, stem);
        least = here < least ? here : least;
        stems += n + (stems[n] == ' ');
    }
    return least == INT64_MAX ? 0 : least;
}

/* The rarest word may stand there without the others. */
bool lookups_has_phrase(const struct lookups *lookups, const char *stems)
{
    struct buf phrase;
    if (!strchr(stems, ' '))
        return true;
    buf_init(&phrase);
    buf_printf(&phrase, "\"%s\"", stems);
    struct db_query *query =
        db_query(lookups->context->db, "SELECT 1 FROM section_text"
                                       " WHERE section_text MATCH ?1 LIMIT 1");
    db_bind_text(query, 1, phrase.data);
    bool found = db_step(query) == DB_ROW;
    db_query_free(query);
    buf_finish(&phrase);
    return found;
}

void lookups_finish(struct lookups *lookups)
{
    arena_finish(&lookups->arena);
    buf_finish(&lookups->spaced);
}

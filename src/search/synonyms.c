/* Looks up the names in a query in the tables of synonyms. */
#include "search/synonyms.h"

#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "index/terms.h"

/* Returns the number of stems if they occur from term start on, else 0. */
static size_t phrase_length_at(const struct query *query, size_t start,
                               const char *stems)
{
    size_t n = 0;
    while (*stems) {
        size_t n_bytes = strcspn(stems, " ");
        const struct query_term *term = &query->terms[start + n];
        if (start + n >= query->n_terms || term->type == QUERY_NOT ||
            strncmp(term->stems, stems, n_bytes) != 0 || term->stems[n_bytes])
            return 0;
        n++;
        stems += n_bytes + (stems[n_bytes] == ' ');
    }
    return n;
}

bool synonyms_is_typed(const struct query *query, size_t start, size_t n,
                       const char *stems)
{
    return n > 0 && phrase_length_at(query, start, stems) == n;
}

/* Returns whether the stem of a name may begin like a stem; saves stemming most
 * names. The stemmer keeps the first two letters of English words, but for
 * "dy", "ly" and "ty": "dying" becomes "die". */
static bool may_begin_like(const char *name, const char *stem)
{
    return name[0] == stem[0] &&
           (!ascii_is_alpha(name[1]) || name[1] == 'y' || name[1] == stem[1]);
}

/* Returns the length in terms of the longest name that begins at a place. */
static size_t longest_at(const struct query *query, size_t start,
                         const char *names)
{
    size_t longest = 0, n_bytes;
    for (const char *at = names; *at; at += n_bytes + (at[n_bytes] == '|')) {
        struct buf stems;
        n_bytes = strcspn(at, "|");
        if (!may_begin_like(at, query->terms[start].stems))
            continue;
        buf_init(&stems);
        terms_add_stems(at, n_bytes, STEM_ENGLISH, &stems);
        size_t n = phrase_length_at(query, start, stems.data);
        longest = n > longest ? n : longest;
        buf_finish(&stems);
    }
    return longest;
}

static size_t group_at(const struct query *query, size_t start,
                       const struct synonym_group *group)
{
    size_t name = group->are_apart ? 0 : longest_at(query, start, group->names);
    size_t brands = longest_at(query, start, group->brands);
    return name > brands ? name : brands;
}

/* Finds the group with the longest name at a place, if that is longer than *n,
 * and sets *n to its length. */
static const struct synonym_group *find_in(const struct synonym_group *table,
                                           const struct query *query,
                                           size_t start, size_t *n)
{
    const struct synonym_group *found = NULL;
    for (const struct synonym_group *group = table; *group->names; group++) {
        size_t here = group_at(query, start, group);
        if (here > *n) {
            *n = here;
            found = group;
        }
    }
    return found;
}

static const struct synonym_group *find_at(const struct query *query,
                                           size_t start, size_t *n)
{
    *n = 0;
    static const struct synonym_group *const tables[] = {
        synonyms_lay, synonyms_medicines, synonyms_official,
        synonyms_abbreviations};
    const struct synonym_group *found = NULL;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct synonym_group *group = find_in(tables[i], query, start, n);
        found = group ? group : found;
    }
    return found;
}

const struct synonym_group *synonyms_medicine(const struct query *query,
                                              size_t term, size_t *n)
{
    *n = 0;
    const struct synonym_group *brand =
        find_in(synonyms_medicines, query, term, n);
    const struct synonym_group *official =
        find_in(synonyms_official, query, term, n);
    return official ? official : brand;
}

const struct synonym_group *synonyms_find(const struct query *query, size_t at,
                                          size_t *start, size_t *n)
{
    const struct synonym_group *found = NULL;
    for (*start = at; *start < query->n_terms && !found; ++*start)
        found = find_at(query, *start, n);
    *start -= found != NULL;
    return found;
}

bool synonyms_has(const struct query *query, size_t term)
{
    size_t n;
    return find_at(query, term, &n);
}

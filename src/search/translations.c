/* Chooses one of the translations of each article. */
#include "search/translations.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "library/name.h"

/* Sorts by article, then by language. */
static int by_translation(const void *a, const void *b)
{
    const struct search_result *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    return order ? order : strcmp(x->lang, y->lang);
}

static size_t group_end(const struct search_results *results, size_t i,
                        bool same_language)
{
    const struct search_result *items = results->items;
    size_t end = i + 1;
    while (end < results->n && !strcmp(items[end].id, items[i].id) &&
           (!same_language || !strcmp(items[end].lang, items[i].lang)))
        end++;
    return end;
}

struct translation {
    size_t start, end;
    double weight; /* of the query terms in its sections */
    int preference;
};

static struct translation read_translation(const struct lookups *lookups,
                                           const struct search_results *results,
                                           size_t start)
{
    const struct search_result *first = &results->items[start];
    struct translation translation = {
        .start = start,
        .end = group_end(results, start, true),
        .preference = !first->is_foreign                      ? 2
                      : name_same_language(first->lang, "en") ? 1
                                                              : 0,
    };
    uint64_t terms = 0;
    for (size_t i = start; i < translation.end; i++)
        terms |= results->items[i].terms;
    for (size_t i = 0; i < lookups->query->n_terms; i++)
        translation.weight += terms >> i & 1 ? lookups->weights[i] : 0;
    return translation;
}

static bool is_better(const struct translation *a, const struct translation *b)
{
    return a->weight > b->weight ||
           (a->weight == b->weight && a->preference > b->preference);
}

static bool any_foreign(const struct search_results *results)
{
    for (size_t i = 0; i < results->n; i++)
        if (results->items[i].is_foreign)
            return true;
    return false;
}

void translations_choose(const struct lookups *lookups,
                         struct search_results *results)
{
    size_t n = 0;
    if (!any_foreign(results))
        return;
    qsort(results->items, results->n, sizeof *results->items, by_translation);
    for (size_t i = 0, end; i < results->n; i = end) {
        struct translation best = read_translation(lookups, results, i);
        end = group_end(results, i, false);
        for (size_t at = best.end; at < end;) {
            struct translation other = read_translation(lookups, results, at);
            if (is_better(&other, &best))
                best = other;
            at = other.end;
        }
        size_t n_kept = best.end - best.start;
        memmove(results->items + n, results->items + best.start,
                n_kept * sizeof *results->items);
        n += n_kept;
    }
    results->n = n;
}

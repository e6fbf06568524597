/* The order in which results are shown: grouped by article, with articles of
 * the same title next to each other, each group at the place of its best
 * result. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "search/search.h"

bool search_is_group(const struct search_result *a,
                     const struct search_result *b)
{
    return a->is_urgent == b->is_urgent && a->is_asked == b->is_asked &&
           !strcmp(a->path, b->path);
}

/* Articles with the same title, from several publishers, are shown next to each
 * other. */
static bool are_adjacent(const struct search_result *a,
                         const struct search_result *b)
{
    return a->is_urgent == b->is_urgent && a->is_asked == b->is_asked &&
           !ascii_casecmp(a->title, b->title);
}

struct ordering {
    const struct search_result *items;
    size_t end;
    bool *is_placed; /* for each result */
    size_t *order, n;
};

/* Places all results of the group that result first belongs to. */
static void place_group(struct ordering *ordering, size_t first)
{
    for (size_t i = first; i < ordering->end; i++)
        if (!ordering->is_placed[i] &&
            search_is_group(&ordering->items[first], &ordering->items[i])) {
            ordering->is_placed[i] = true;
            ordering->order[ordering->n++] = i;
        }
}

void search_order(const struct search_results *results, size_t first,
                  size_t end, size_t *order)
{
    struct ordering ordering = {
        .items = results->items,
        .end = end,
        .is_placed = mem_calloc(end + 1, sizeof(bool)),
        .order = order,
    };
    for (size_t i = first; i < end; i++) {
        if (ordering.is_placed[i])
            continue;
        for (size_t k = i; k < end; k++)
            if (!ordering.is_placed[k] &&
                are_adjacent(&ordering.items[i], &ordering.items[k]))
                place_group(&ordering, k);
    }
    free(ordering.is_placed);
}

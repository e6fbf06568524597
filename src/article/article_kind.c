/* The places in an article that have a kind: headings and alerts. An article
 * may have one on every line, and the reader steps through all of one kind, so
 * they are kept in a sorted list. */
#include "article/build.h"

#include <assert.h>

#include "base/mem.h"

static void add_kind_place(struct article *article, size_t *capacity,
                           const struct node *node)
{
    article->kind_places =
        mem_grow(article->kind_places, article->n_kind_places, capacity,
                 sizeof *article->kind_places);
    article->kind_places[article->n_kind_places++] = (struct kind_place){
        .node = node,
        .kind = node->type == NODE_ALERT
                    ? alert_kind(node->alert)
                    : article->headings[node->heading.index].kind,
    };
}

static bool holds_places(enum node_type type)
{
    return type != NODE_TABLE && !node_holds_inlines(type);
}

void article_kinds_finish(struct article *article)
{
    const struct node *root = article->root;
    size_t capacity = 0;
    for (const struct node *node = root; node;) {
        if (node->type == NODE_HEADING || node->type == NODE_ALERT)
            add_kind_place(article, &capacity, node);
        node = holds_places(node->type) ? node_walk(root, node)
                                        : node_skip(root, node);
    }
}

/* Returns the index of the first place after a source offset. */
static size_t first_after(const struct article *article, size_t after)
{
    size_t low = 0, high = after == SIZE_MAX ? 0 : article->n_kind_places;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (article->kind_places[middle].node->source_start <= after)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t article_find_kind(const struct article *article, enum kind kind,
                         size_t after)
{
    for (size_t i = first_after(article, after); i < article->n_kind_places;
         i++)
        if (article->kind_places[i].kind == kind)
            return article->kind_places[i].node->source_start;
    return SIZE_MAX;
}

uint64_t article_kinds(const struct article *article)
{
    static_assert(KIND_COUNT <= 64, "a bit each");
    uint64_t kinds = 0;
    for (size_t i = 0; i < article->n_kind_places; i++)
        kinds |= (uint64_t)1 << article->kind_places[i].kind;
    return kinds & ~((uint64_t)1 << KIND_NONE);
}

/* Adds a place unless the list has it; returns the new length. */
static size_t add_place(size_t *places, size_t n, size_t place)
{
    for (size_t i = 0; i < n; i++)
        if (places[i] == place)
            return n;
    places[n] = place;
    return n + 1;
}

/* Adds the alerts of one type. An alert below a heading of kind emergency adds
 * that heading instead. */
static size_t add_alerts(const struct article *article, enum alert alert,
                         size_t *out, size_t n, size_t n_max)
{
    const struct kind_place *above = NULL;
    for (size_t i = 0; i < article->n_kind_places && n < n_max; i++) {
        const struct kind_place *place = &article->kind_places[i];
        if (place->node->type == NODE_HEADING)
            above = place;
        if (place->node->type != NODE_ALERT || place->node->alert != alert)
            continue;
        bool is_headed = above && above->kind == KIND_EMERGENCY;
        const struct kind_place *best = is_headed ? above : place;
        n = add_place(out, n, best->node->source_start);
    }
    return n;
}

static size_t add_headings(const struct article *article, size_t *out, size_t n,
                           size_t n_max)
{
    for (size_t i = 0; i < article->n_kind_places && n < n_max; i++) {
        const struct kind_place *place = &article->kind_places[i];
        if (place->node->type == NODE_HEADING && place->kind == KIND_EMERGENCY)
            n = add_place(out, n, place->node->source_start);
    }
    return n;
}

size_t article_find_emergencies(const struct article *article, size_t *out,
                                size_t n_max)
{
    size_t n = add_alerts(article, ALERT_EMERGENCY, out, 0, n_max);
    n = add_headings(article, out, n, n_max);
    return add_alerts(article, ALERT_URGENT, out, n, n_max);
}

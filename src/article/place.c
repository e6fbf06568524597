/* Places in an article: sections, kinds, fragments, offsets. */
#include "article/article.h"

#include <assert.h>
#include <strings.h>
#include <string.h>

#include "article/slug.h"

size_t article_section_at(const struct article *article, size_t source_offset)
{
    size_t low = 0, high = article->n_sections;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (article->sections[middle].source_start <= source_offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (!article->n_sections)
        return NO_SECTION;
    return low ? low - 1 : 0;
}

size_t article_section_of_kind(const struct article *article, enum kind kind,
                               size_t after)
{
    size_t i = after == NO_SECTION ? 0 : after + 1;
    for (; i < article->n_sections; i++)
        if (article->sections[i].kind == kind)
            return i;
    return NO_SECTION;
}

static bool is_after(const struct node *node, size_t after)
{
    return after == SIZE_MAX || node->source_start > after;
}

static size_t find_heading_of_kind(const struct article *article,
                                   enum kind kind, size_t after)
{
    for (size_t i = 0; i < article->n_headings; i++) {
        const struct heading *heading = &article->headings[i];
        if (heading->kind == kind && heading->section != NO_SECTION &&
            is_after(heading->node, after))
            return heading->node->source_start;
    }
    return SIZE_MAX;
}

/* alerts: a bit each. */
static size_t find_alert(const struct article *article, unsigned alerts,
                         size_t after)
{
    const struct node *root = article->root;
    for (const struct node *node = root; node;) {
        if (node->type == NODE_ALERT && alerts & 1u << node->alert &&
            is_after(node, after))
            return node->source_start;
        bool leaf = node_holds_inlines(node->type);
        node = leaf ? node_skip(root, node) : node_walk(root, node);
    }
    return SIZE_MAX;
}

static unsigned alerts_of_kind(enum kind kind)
{
    unsigned alerts = 0;
    for (int alert = 0; alert < ALERT_COUNT; alert++)
        if (alert_kind((enum alert)alert) == kind)
            alerts |= 1u << alert;
    return alerts;
}

size_t article_find_kind(const struct article *article, enum kind kind,
                         size_t after)
{
    size_t heading = find_heading_of_kind(article, kind, after);
    size_t alert = find_alert(article, alerts_of_kind(kind), after);
    return heading < alert ? heading : alert;
}

uint64_t article_kinds(const struct article *article)
{
    static_assert(KIND_COUNT <= 64, "a bit each");
    const struct node *root = article->root;
    uint64_t kinds = 0;
    for (size_t i = 0; i < article->n_headings; i++)
        if (article->headings[i].section != NO_SECTION)
            kinds |= (uint64_t)1 << article->headings[i].kind;
    for (const struct node *node = root; node;) {
        if (node->type == NODE_ALERT)
            kinds |= (uint64_t)1 << alert_kind(node->alert);
        bool leaf = node_holds_inlines(node->type);
        node = leaf ? node_skip(root, node) : node_walk(root, node);
    }
    return kinds & ~((uint64_t)1 << KIND_NONE);
}

/* The heading that a place stands under; NULL before the first. */
static const struct heading *heading_above(const struct article *article,
                                           size_t place)
{
    const struct heading *above = NULL;
    for (size_t i = 0; i < article->n_headings; i++)
        if (article->headings[i].section != NO_SECTION &&
            article->headings[i].node->source_start <= place)
            above = &article->headings[i];
    return above;
}

/* Adds a place, once. */
static size_t add_place(size_t *places, size_t n, size_t place)
{
    for (size_t i = 0; i < n; i++)
        if (places[i] == place)
            return n;
    places[n] = place;
    return n + 1;
}

/* The alerts of one sort, or the headings that say the same above them. */
static size_t add_alerts(const struct article *article, enum alert alert,
                         size_t *out, size_t n, size_t n_max)
{
    size_t at = SIZE_MAX;
    while (n < n_max &&
           (at = find_alert(article, 1u << alert, at)) != SIZE_MAX) {
        const struct heading *above = heading_above(article, at);
        bool is_headed = above && above->kind == KIND_EMERGENCY;
        n = add_place(out, n, is_headed ? above->node->source_start : at);
    }
    return n;
}

size_t article_find_emergencies(const struct article *article, size_t *out,
                                size_t n_max)
{
    size_t n = add_alerts(article, ALERT_EMERGENCY, out, 0, n_max);
    size_t at = SIZE_MAX;
    while (n < n_max &&
           (at = find_heading_of_kind(article, KIND_EMERGENCY, at)) != SIZE_MAX)
        n = add_place(out, n, at);
    return add_alerts(article, ALERT_URGENT, out, n, n_max);
}

static bool is_slug_of(const char *title, const char *fragment)
{
    struct buf slug;
    buf_init(&slug);
    slug_add(title, &slug);
    bool same = !strcasecmp(slug.data, fragment);
    buf_finish(&slug);
    return same;
}

size_t article_find_fragment(const struct article *article,
                             const char *fragment)
{
    for (size_t i = 0; i < article->n_headings; i++) {
        const struct heading *heading = &article->headings[i];
        if (heading->anchor && !strcmp(heading->anchor, fragment))
            return heading->node->source_start;
    }
    for (size_t i = 0; i < article->n_headings; i++)
        if (!strcasecmp(article->headings[i].slug, fragment))
            return article->headings[i].node->source_start;
    enum kind kind = kind_find(fragment);
    size_t place = kind == KIND_NONE
                       ? SIZE_MAX
                       : find_heading_of_kind(article, kind, SIZE_MAX);
    if (place == SIZE_MAX && is_slug_of(article->title, fragment))
        return article->body_start;
    return place;
}

/* Where value stands in the range from, in proportion, in the range to. */
static size_t in_proportion(size_t value, const uint32_t from[2],
                            const uint32_t to[2])
{
    if (value <= from[0] || from[1] <= from[0])
        return to[0];
    if (value >= from[1])
        return to[1];
    uint64_t part = (uint64_t)(value - from[0]) * (to[1] - to[0]);
    return to[0] + (size_t)(part / (from[1] - from[0]));
}

/* Leaves of the body: they lie in the source as in the text. */
static size_t n_body_leaves(const struct article *article)
{
    size_t low = 0, high = article->n_leaves;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (article->leaves[middle]->text_start < article->root->text_end)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t article_source_at(const struct article *article, size_t text_offset)
{
    size_t low = 0, high = article->n_leaves; /* first that begins after */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (article->leaves[middle]->text_start <= text_offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return article->body_start;
    const struct node *leaf = article->leaves[low - 1];
    return in_proportion(text_offset,
                         (uint32_t[]){leaf->text_start, leaf->text_end},
                         (uint32_t[]){leaf->source_start, leaf->source_end});
}

size_t article_text_at(const struct article *article, size_t source_offset)
{
    size_t n_leaves = n_body_leaves(article), low = 0, high = n_leaves;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (article->leaves[middle]->source_start <= source_offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return 0;
    const struct node *leaf = article->leaves[low - 1];
    /* Between leaves stand the marks of what comes: "> ", "- ". */
    if (source_offset >= leaf->source_end && low < n_leaves)
        return article->leaves[low]->text_start;
    return in_proportion(source_offset,
                         (uint32_t[]){leaf->source_start, leaf->source_end},
                         (uint32_t[]){leaf->text_start, leaf->text_end});
}

/* Finds places in an article by section, fragment or offset. */
#include "article/article.h"

#include <string.h>

#include "article/slug.h"
#include "base/ascii.h"

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

static bool is_slug_of(const char *title, const char *fragment)
{
    struct buf slug;
    buf_init(&slug);
    slug_add(title, &slug);
    bool same = !ascii_casecmp(slug.data, fragment);
    buf_finish(&slug);
    return same;
}

static size_t first_heading_of_kind(const struct article *article,
                                    enum kind kind)
{
    for (size_t i = 0; kind != KIND_NONE && i < article->n_headings; i++)
        if (article->headings[i].kind == kind &&
            article->headings[i].section != NO_SECTION)
            return article->headings[i].node->source_start;
    return SIZE_MAX;
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
        if (!ascii_casecmp(article->headings[i].slug, fragment))
            return article->headings[i].node->source_start;
    size_t place = first_heading_of_kind(article, kind_find(fragment));
    if (place == SIZE_MAX && is_slug_of(article->title, fragment))
        return article->body_start;
    return place;
}

/* Maps a value from one range to another by linear interpolation. */
static size_t interpolate(size_t value, const uint32_t from[2],
                          const uint32_t to[2])
{
    if (value <= from[0] || from[1] <= from[0])
        return to[0];
    if (value >= from[1])
        return to[1];
    uint64_t part = (uint64_t)(value - from[0]) * (to[1] - to[0]);
    return to[0] + (size_t)(part / (from[1] - from[0]));
}

/* Counts the leaves of the body. Those of footnotes follow them; only in the
 * body is the order of the source that of the text. */
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
    size_t low = 0, high = article->n_leaves;
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
    return interpolate(text_offset,
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
    /* What lies between two leaves in the source are the markers of the second:
       "> ", "- ". */
    if (source_offset >= leaf->source_end && low < n_leaves)
        return article->leaves[low]->text_start;
    return interpolate(source_offset,
                       (uint32_t[]){leaf->source_start, leaf->source_end},
                       (uint32_t[]){leaf->text_start, leaf->text_end});
}

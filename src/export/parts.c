/* Finds the parts of an article that are of a kind. */
#include "export/parts.h"

#include <stdlib.h>

#include "base/mem.h"

/* A single pass over blocks, headings and sections, all of which are sorted. */
struct parts_scan {
    const struct article *article;
    enum kind kind; /* the one to find; KIND_NONE: all sections */
    size_t heading; /* the first at or after the block */
    size_t section; /* the first at or after the block */
};

static bool is_wanted(const struct parts_scan *scan, enum kind kind)
{
    return scan->kind == KIND_NONE || scan->kind == kind;
}

static bool is_top_level(const struct article *article,
                         const struct heading *heading)
{
    return heading->node->parent == article->root;
}

/* Returns the block after the subsection that a heading begins. */
static size_t subsection_end(const struct article *article, size_t index)
{
    const struct heading *heading = &article->headings[index];
    if (!is_top_level(article, heading))
        return heading->block + 1;
    for (size_t i = index + 1; i < article->n_headings; i++)
        if (is_top_level(article, &article->headings[i]) &&
            article->headings[i].level <= heading->level)
            return article->headings[i].block;
    return article->n_blocks;
}

static bool has_alert(const struct node *block, enum kind kind)
{
    for (const struct node *node = block; node; node = node_walk(block, node))
        if (node->type == NODE_ALERT && alert_kind(node->alert) == kind)
            return true;
    return false;
}

/* Tells whether a section, subsection or alert of the kind begins with this
 * block. *part is set to it. */
static bool part_at(struct parts_scan *scan, size_t block,
                    struct export_part *part)
{
    const struct article *article = scan->article;
    while (scan->section < article->n_sections &&
           article->sections[scan->section].first_block < block)
        scan->section++;
    while (scan->heading < article->n_headings &&
           article->headings[scan->heading].block < block)
        scan->heading++;

    const struct section *section = &article->sections[scan->section];
    if (scan->section < article->n_sections && section->first_block == block &&
        is_wanted(scan, section->kind)) {
        *part = (struct export_part){
            {block, section->end_block}, section->heading, section->kind};
        return true;
    }
    for (size_t i = scan->heading;
         i < article->n_headings && article->headings[i].block == block; i++)
        if (is_wanted(scan, article->headings[i].kind)) {
            *part = (struct export_part){{block, subsection_end(article, i)},
                                         i,
                                         article->headings[i].kind};
            return true;
        }
    *part = (struct export_part){{block, block + 1}, SIZE_MAX, scan->kind};
    return scan->kind == KIND_NONE ||
           has_alert(article->blocks[block], scan->kind);
}

static void find_parts(struct export_parts *parts,
                       const struct article *article, enum kind kind)
{
    struct parts_scan scan = {.article = article, .kind = kind};
    size_t capacity = 0;
    for (size_t block = 0; block < article->n_blocks;) {
        struct export_part part;
        if (!part_at(&scan, block, &part)) {
            block++;
            continue;
        }
        parts->items = mem_grow(parts->items, parts->n, &capacity, sizeof part);
        parts->items[parts->n++] = part;
        block = part.blocks.end;
    }
}

void parts_init(struct export_parts *parts, const struct article *article,
                enum kind kind)
{
    *parts = (struct export_parts){0};
    find_parts(parts, article, kind);
    cited_init(&parts->cited, article);
    for (size_t i = 0; i < parts->n; i++)
        cited_add(&parts->cited, parts->items[i].blocks);
    parts->is_whole = kind == KIND_NONE;
    for (size_t i = 0; parts->is_whole && i < article->n_references; i++)
        parts->cited.references[i] = true;
}

void parts_finish(struct export_parts *parts)
{
    if (!parts)
        return;
    free(parts->items);
    cited_finish(&parts->cited);
    *parts = (struct export_parts){0};
}

/* Divides an article into sections by its headings, and classifies these. */
#include "article/build.h"

#include <string.h>

static bool is_top(const struct article *article, const struct heading *heading)
{
    return heading->node->parent == article->root;
}

/* Returns the level of the headings that begin sections: the highest one
 * outside containers. A single level-1 heading does not count if there are
 * level-2 headings; it still begins a section unless it stands first, as the
 * title of the whole. Returns 0 if there are no headings. */
static unsigned dividing_level(const struct article *article)
{
    size_t n[7] = {0};
    for (size_t i = 0; i < article->n_headings; i++)
        if (is_top(article, &article->headings[i]))
            n[article->headings[i].level]++;
    if (n[1] == 1 && n[2])
        return 2;
    for (unsigned level = 1; level <= 6; level++)
        if (n[level])
            return level;
    return 0;
}

/* Finds the top-level block of each heading. Both lists have the same order; a
 * heading in a footnote has no block. */
static void find_blocks_of_headings(struct article *article)
{
    size_t block = 0;
    for (size_t i = 0; i < article->n_headings; i++) {
        const struct node *node = article->headings[i].node;
        while (node->parent && node->parent != article->root)
            node = node->parent;
        article->headings[i].block = article->n_blocks;
        if (!node->parent)
            continue;
        while (article->blocks[block] != node)
            block++;
        article->headings[i].block = block;
    }
}

static void add_section(struct article *article, size_t heading, size_t block)
{
    struct section *section = &article->sections[article->n_sections++];
    *section =
        (struct section){.heading = heading,
                         .kind = KIND_OVERVIEW,
                         .first_block = block,
                         .end_block = article->n_blocks,
                         .source_start = (uint32_t)article->body_start,
                         .source_end = (uint32_t)article->n_source_bytes};
    if (heading != SIZE_MAX) {
        const struct heading *by = &article->headings[heading];
        section->title = by->title;
        section->kind = by->kind;
        section->source_start = by->node->source_start;
    }
    if (article->n_sections > 1) {
        section[-1].end_block = block;
        section[-1].source_end = section->source_start;
    }
}

static void divide(struct builder *builder)
{
    struct article *article = builder->article;
    unsigned level = dividing_level(article);
    article->sections = arena_alloc(
        builder->arena, (article->n_headings + 1) * sizeof *article->sections);
    size_t n_before = article->n_blocks;
    for (size_t i = 0; i < article->n_headings; i++) {
        struct heading *heading = &article->headings[i];
        bool is_first = i == 0 && !article->title_heading.end;
        bool divides =
            is_top(article, heading) &&
            (heading->level == level || (heading->level < level && !is_first));
        if (divides && !article->n_sections && heading->block > 0)
            add_section(article, SIZE_MAX, 0);
        if (divides)
            add_section(article, i, heading->block);
    }
    if (!article->n_sections && n_before)
        add_section(article, SIZE_MAX, 0);
}

/* Makes the one section that is needed of those blocks that lie in it. If no
 * block begins where it does, there is none. */
static void find_only(struct builder *builder)
{
    struct article *article = builder->article;
    struct source_range only = builder->only;
    size_t first = 0, end = article->n_blocks;
    while (first < end && article->blocks[first]->source_start < only.start)
        first++;
    while (end > first && article->blocks[end - 1]->source_start >= only.end)
        end--;
    bool is_start = only.start <= article->body_start;
    if (first == end ||
        (!is_start && article->blocks[first]->source_start != only.start))
        return;
    article->sections = arena_alloc(builder->arena, sizeof *article->sections);
    size_t heading = 0;
    while (heading < article->n_headings &&
           article->headings[heading].node != article->blocks[first])
        heading++;
    add_section(article, heading < article->n_headings ? heading : SIZE_MAX,
                first);
    article->sections[0].end_block = end;
    article->sections[0].source_end = only.end;
}

static void find_sections_of_headings(struct article *article)
{
    size_t section = 0;
    for (size_t i = 0; i < article->n_headings; i++) {
        struct heading *heading = &article->headings[i];
        while (section + 1 < article->n_sections &&
               article->sections[section].end_block <= heading->block)
            section++;
        if (heading->block < article->n_blocks)
            heading->section = section;
    }
}

/* Classifying a heading takes about 5 us, so each different title is classified
 * once, and no more than this many. */
#define MAX_CLASSIFIED 2000

static void classify(struct article *article)
{
    if (!article->n_headings || article->unclassified)
        return;
    const struct kind_context context = {
        .lang = article->lang_is_guessed ? NULL : article->lang,
        .title = article->title,
        .synonyms = article->meta.synonyms,
        .n_synonyms = article->meta.n_synonyms,
        .type = article_type_name(article->meta.type),
    };
    struct kind_classifier *classifier = kind_classifier_new(&context);
    struct map kinds = {0}; /* by title */
    for (size_t i = 0; i < article->n_headings; i++) {
        struct heading *heading = &article->headings[i];
        if (heading->kind_by_author)
            continue;
        size_t n_bytes = strlen(heading->title);
        const struct map_entry *known =
            map_find(&kinds, heading->title, n_bytes);
        if (known) {
            heading->kind = (enum kind)known->number;
        } else if (kinds.n < MAX_CLASSIFIED) {
            heading->kind = kind_classify(classifier, heading->title);
            map_put(&kinds, heading->title, n_bytes)->number = heading->kind;
        }
    }
    map_finish(&kinds);
    kind_classifier_free(classifier);
}

void sections_finish(struct builder *builder)
{
    struct article *article = builder->article;
    find_blocks_of_headings(article);
    classify(article);
    if (builder->only.end)
        find_only(builder);
    else
        divide(builder);
    find_sections_of_headings(article);
}

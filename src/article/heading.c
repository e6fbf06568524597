/* Finishes headings: removes their suffixes and finds their titles and
 * slugs. */
#include "article/build.h"

#include <string.h>

#include "article/slug.h"
#include "base/ascii.h"
#include "base/mem.h"

/* The content of {kind=... #anchor}. The strings live in the arena. */
struct suffix {
    const char *kind;
    const char *anchor;
};

/* Parses the text between the braces. Returns false if it is not a suffix but
 * part of the title. */
static bool parse_suffix(struct builder *builder, const char *text,
                         size_t n_bytes, struct suffix *suffix)
{
    struct suffix read = *suffix;
    char *words = arena_strndup(builder->arena, text, n_bytes);
    char *rest = NULL;
    size_t n_words = 0;
    for (char *word = strtok_r(words, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest), n_words++) {
        if (word[0] == '#' && word[1])
            read.anchor = word + 1;
        else if (!strncmp(word, "kind=", 5) && word[5])
            read.kind = word + 5;
        else
            return false;
    }
    *suffix = read;
    return n_words > 0;
}

static size_t trimmed_end(const char *text, size_t start, size_t end)
{
    while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t'))
        end--;
    return end;
}

/* Removes the suffixes from the end of a heading, which is also the end of
 * builder->text. */
static struct suffix remove_suffixes(struct builder *builder, struct node *node)
{
    struct suffix suffix = {0};
    struct node *last = node->last;
    if (!last || last->type != NODE_TEXT)
        return suffix;
    const char *text = builder->text.data;
    size_t end = last->text_end;
    for (;;) {
        end = trimmed_end(text, last->text_start, end);
        if (end == last->text_start || text[end - 1] != '}')
            break;
        const char *open =
            memrchr(text + last->text_start, '{', end - last->text_start);
        if (!open || !parse_suffix(builder, open + 1,
                                   (size_t)(text + end - open) - 2, &suffix))
            break;
        end = (size_t)(open - text);
    }
    if (suffix.kind || suffix.anchor) {
        last->text_end = (uint32_t)end;
        buf_truncate(&builder->text, end);
    }
    return suffix;
}

/* Returns the heading as plain text, without citations and with a space for
 * each line break. */
static const char *plain_title(struct builder *builder, const struct node *node)
{
    struct buf title;
    buf_init(&title);
    for (const struct node *at = node; at; at = node_walk(node, at)) {
        if (at->type == NODE_SOFT_BREAK || at->type == NODE_HARD_BREAK)
            buf_add_char(&title, ' ');
        else if (!at->first && at != node && at->type != NODE_CITATION)
            buf_add_n(&title, builder->text.data + at->text_start,
                      at->text_end - at->text_start);
    }
    const char *copy = arena_strndup(builder->arena, title.data,
                                     trimmed_end(title.data, 0, title.n_bytes));
    buf_finish(&title);
    return copy;
}

/* Returns the slug of a title, with -1, -2, ... appended if it is taken. */
static const char *unique_slug(struct builder *builder, const char *title)
{
    struct buf slug;
    buf_init(&slug);
    slug_add(title, &slug);
    size_t n_base = slug.n_bytes;
    const char *base = arena_strndup(builder->arena, slug.data, n_base);
    const char *unique = base;
    struct map_entry *taken = map_find(&builder->slugs, base, n_base);
    while (taken) {
        buf_truncate(&slug, n_base);
        buf_printf(&slug, "-%zu", ++taken->number);
        if (!map_find(&builder->slugs, slug.data, slug.n_bytes))
            break;
    }
    if (taken)
        unique = arena_strndup(builder->arena, slug.data, slug.n_bytes);
    map_put(&builder->slugs, unique, slug.n_bytes);
    buf_finish(&slug);
    return unique;
}

/* Tells whether a level-1 heading is the title, which stands before all other
 * headings. One with links or citations is kept as a heading, since dropping it
 * would lose them. */
static bool is_title(struct builder *builder, const struct node *node,
                     const char *title)
{
    const char *stated = builder->article->meta.title;
    if (node->heading.level != 1 || builder->title_done || !*title ||
        builder->article->n_headings || node->parent != builder->article->root)
        return false;
    for (const struct node *at = node; at; at = node_walk(node, at))
        if (at->type == NODE_LINK || at->type == NODE_IMAGE ||
            at->type == NODE_CITATION)
            return false;
    return !stated || !ascii_casecmp(stated, title);
}

static void add_heading(struct builder *builder, struct node *node,
                        const char *title, const struct suffix *suffix)
{
    struct article *article = builder->article;
    article->headings =
        mem_grow(article->headings, article->n_headings,
                 &builder->headings_capacity, sizeof *article->headings);
    node->heading.index = (uint32_t)article->n_headings;
    struct heading *heading = &article->headings[article->n_headings++];
    *heading = (struct heading){
        .node = node,
        .level = node->heading.level,
        .title = title,
        .slug = unique_slug(builder, title),
        .anchor = suffix->anchor,
        .kind = suffix->kind ? kind_find(suffix->kind) : KIND_NONE,
        .section = NO_SECTION,
    };
    heading->kind_by_author = heading->kind != KIND_NONE;
    if (suffix->kind && !heading->kind_by_author)
        heading->bad_kind = suffix->kind;
}

void heading_finish(struct builder *builder, struct node *node)
{
    struct article *article = builder->article;
    struct suffix suffix = remove_suffixes(builder, node);
    const char *title = plain_title(builder, node);
    bool top = node->heading.level == 1 && node->parent == article->root;
    if (top && !article->title && !article->n_headings && *title)
        article->title = title;
    if (is_title(builder, node, title)) {
        builder->title_done = true;
        article->title_heading =
            (struct source_range){node->source_start, node->source_end};
        unique_slug(builder, title);
        build_drop(builder, node, builder->before);
        return;
    }
    add_heading(builder, node, title, &suffix);
    build_end(builder, node);
}

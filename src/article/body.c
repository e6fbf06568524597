/* The body of an article, part by part: libcmark's tree of a part stays in
 * the processor's cache while it is turned into ours, and its memory is used
 * again for the next, which takes half the time. */
#include "article/build.h"

#include <string.h>

#include "article/table.h"

/* A part of the body without its notes, which become blank lines. */
static void add_part(struct passage *passage, const struct builder *builder,
                     uint32_t start, uint32_t end)
{
    const char *source = builder->article->source;
    const struct scan *scan = builder->scan;
    size_t base = passage->text.n_bytes;
    passage_add(passage, source + start, end - start, start);
    for (size_t i = 0; i < scan->n_notes; i++) {
        const struct note *note = &scan->notes[i];
        for (uint32_t at = note->start; at < note->end && at < end; at++)
            if (at >= start && !memchr("\r\n", source[at], 2))
                passage->text.data[base + at - start] = ' ';
    }
}

/* What stood before a part only for the sake of its definitions. */
static void drop_lines(cmark_node *root, size_t n_lines)
{
    cmark_node *node = cmark_node_first_child(root);
    while (node && (size_t)cmark_node_get_start_line(node) <= n_lines) {
        cmark_node *next = cmark_node_next(node);
        cmark_node_unlink(node);
        node = next;
    }
}

/* All definitions come before a part that is not the whole: of those with
 * the same label, the first in the article counts. */
static void build_part(struct builder *builder, uint32_t start, uint32_t end)
{
    const struct article *article = builder->article;
    struct passage passage;
    passage_init(&passage);
    if (end - start < article->n_source_bytes - article->body_start)
        definitions_add(builder->scan, article->source, &passage);
    size_t n_lines = passage.n_lines;
    add_part(&passage, builder, start, end);
    cmark_node *root = passage_parse(&passage);
    drop_lines(root, n_lines);
    struct tables tables;
    tables_init(&tables, builder, &passage, root);
    builder->passage = &passage;
    builder->tables = &tables;
    build_blocks(builder, root);
    tables_finish(&tables);
    tree_memory_clear(&builder->trees);
    passage_finish(&passage);
}

void build_formatted(struct builder *builder, size_t end)
{
    const struct scan *scan = builder->scan;
    uint32_t start = (uint32_t)builder->article->body_start;
    for (size_t i = 0; i < scan->n_cuts && scan->cuts[i] < end; i++) {
        build_part(builder, start, scan->cuts[i]);
        start = scan->cuts[i];
    }
    build_part(builder, start, (uint32_t)end);
}

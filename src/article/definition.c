/* Link reference definitions: appends them to what is parsed separately, and
 * lists those that no link uses. */
#include "article/build.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Copies the lines of each definition, without the white space and quote
 * markers that begin all lines but the first. */
void definitions_add(const struct prescan *scan, const char *source,
                     struct passage *passage)
{
    for (size_t i = 0; i < scan->n_definitions; i++) {
        uint32_t at = scan->definitions[i].start;
        uint32_t end = scan->definitions[i].end;
        while (at < end) {
            size_t n = passage_line_length(source + at, end - at);
            passage_add_line(passage, "", source + at, n, at);
            at += (uint32_t)n;
            while (at < end && memchr(" \t>", source[at], 3))
                at++;
        }
        passage_add_line(passage, "", "", 0, end);
    }
}

/* Appends a definition under a unique label and a paragraph that links to it,
 * so that libcmark tells what address the definition has, if it is one. */
static void add_probe(struct passage *passage, const char *source,
                      const struct definition *definition, size_t i)
{
    char label[32];
    snprintf(label, sizeof label, "[d%zu]", i);
    uint32_t at = definition->label_end - 1;
    size_t n = passage_line_length(source + at, definition->end - at);
    passage_add_line(passage, label, source + at, n, at);
    at += (uint32_t)n;
    if (at < definition->end)
        passage_add_line(passage, "", source + at, definition->end - at, at);
    passage_add_line(passage, "\n", label, strlen(label), at);
    passage_add_line(passage, "\n", "", 0, at);
}

/* Returns the index of the definition that a probe paragraph links to, or -1 if
 * libcmark made no link, so that it is not a definition. */
static long probe_index(cmark_node *paragraph)
{
    cmark_node *link = cmark_node_first_child(paragraph);
    cmark_node *text = link ? cmark_node_first_child(link) : NULL;
    const char *label = text ? cmark_node_get_literal(text) : NULL;
    if (!label || cmark_node_get_type(link) != CMARK_NODE_LINK ||
        label[0] != 'd' || cmark_node_next(link))
        return -1;
    return strtol(label + 1, NULL, 10);
}

void definitions_keep(struct builder *builder)
{
    const struct prescan *scan = builder->scan;
    struct source_range *ranges =
        arena_alloc(builder->arena, scan->n_definitions * sizeof *ranges);
    for (size_t i = 0; i < scan->n_definitions; i++)
        ranges[i] = (struct source_range){scan->definitions[i].start,
                                          scan->definitions[i].end};
    builder->article->definitions = ranges;
    builder->article->n_definitions = scan->n_definitions;
}

void definitions_list_unused(struct builder *builder)
{
    struct article *article = builder->article;
    const struct prescan *scan = builder->scan;
    if (!scan->n_definitions)
        return;
    struct map urls = {0};
    for (size_t i = 0; i < article->n_links; i++) {
        const char *url = article->links[i].url;
        map_put(&urls, url, strlen(url));
    }
    struct passage probes;
    passage_init(&probes);
    for (size_t i = 0; i < scan->n_definitions; i++)
        add_probe(&probes, article->source, &scan->definitions[i], i);
    cmark_node *root = passage_parse(&probes);
    const char **unused =
        arena_alloc(builder->arena, scan->n_definitions * sizeof *unused);
    for (cmark_node *node = cmark_node_first_child(root); node;
         node = cmark_node_next(node)) {
        long i = probe_index(node);
        if (i < 0 || (size_t)i >= scan->n_definitions)
            continue;
        const char *url = cmark_node_get_url(cmark_node_first_child(node));
        const struct definition *definition = &scan->definitions[i];
        if (!map_find(&urls, url, strlen(url)))
            unused[article->n_unused_definitions++] = arena_strndup(
                builder->arena, article->source + definition->start,
                definition->end - definition->start);
    }
    article->unused_definitions = unused;
    tree_memory_clear(&builder->trees);
    passage_finish(&probes);
    map_finish(&urls);
}

/* Builds the references: the sources of the front matter and the footnotes of
 * the body. */
#include "article/build.h"

#include <string.h>

#include "article/risk.h"
#include "article/table.h"
#include "base/mem.h"

static void add_reference(struct builder *builder, const char *id,
                          const struct source *source)
{
    struct article *article = builder->article;
    article->references =
        mem_grow(article->references, article->n_references,
                 &builder->references_capacity, sizeof *article->references);
    size_t index = article->n_references++;
    article->references[index] = (struct reference){
        .id = id, .source = source, .first_section = NO_SECTION};
    size_t n_bytes = strlen(id);
    if (n_bytes && !map_find(&builder->references, id, n_bytes))
        map_put(&builder->references, id, n_bytes)->number = index;
}

int32_t reference_find(const struct builder *builder, const char *id,
                       size_t n_bytes)
{
    const struct map_entry *entry = map_find(&builder->references, id, n_bytes);
    return entry ? (int32_t)entry->number : -1;
}

void references_find_rows(const struct builder *builder, struct risk *risk)
{
    for (size_t i = 0; i < risk->n_rows; i++) {
        struct risk_row *row = &risk->rows[i];
        if (row->source)
            row->reference =
                reference_find(builder, row->source, strlen(row->source));
    }
}

void reference_cite(struct builder *builder, const struct node *node)
{
    builder->citations =
        mem_grow(builder->citations, builder->n_citations,
                 &builder->citations_capacity, sizeof *builder->citations);
    builder->citations[builder->n_citations++] = node;
}

/* Returns the reference that a footnote belongs to: that of the source with its
 * id, or a new one. A second footnote with the same id gets a reference of its
 * own, so that it is not lost. */
static size_t reference_of_note(struct builder *builder, const char *id)
{
    struct article *article = builder->article;
    int32_t index = reference_find(builder, id, strlen(id));
    if (index < 0 || article->references[index].note) {
        add_reference(builder, id, NULL);
        return article->n_references - 1;
    }
    return (size_t)index;
}

void references_begin(struct builder *builder)
{
    struct article *article = builder->article;
    const struct prescan *scan = builder->scan;
    for (size_t i = 0; i < article->meta.n_sources; i++)
        add_reference(builder, article->meta.sources[i].id,
                      &article->meta.sources[i]);
    builder->notes =
        arena_alloc(builder->arena, scan->n_notes * sizeof *builder->notes);
    for (size_t i = 0; i < scan->n_notes; i++) {
        const struct note *note = &scan->notes[i];
        const char *id =
            arena_strndup(builder->arena, article->source + note->id_start,
                          note->id_end - note->id_start);
        struct node *node = build_node(builder, NODE_DOCUMENT);
        node->source_start = note->start;
        node->source_end = note->end;
        size_t index = reference_of_note(builder, id);
        article->references[index].note = node;
        builder->notes[i] = node;
    }
}

/* Returns the bytes of indentation, up to four columns, that a footnote's
 * continuation line has. */
static size_t indentation(const char *text, size_t n_bytes)
{
    size_t at = 0;
    while (at < n_bytes && at < 4 && text[at] == ' ')
        at++;
    return at < 4 && at < n_bytes && text[at] == '\t' ? at + 1 : at;
}

/* Adds a footnote as a block quote, so that each one is a block of its own. */
static void add_note(struct passage *passage, const char *source,
                     const struct note *note)
{
    uint32_t at = note->content;
    while (at < note->end) {
        size_t n = passage_line_length(source + at, note->end - at);
        size_t n_text = n;
        while (n_text && memchr("\r\n", source[at + n_text - 1], 2))
            n_text--;
        passage_add_line(passage, "> ", source + at, n_text, at);
        at += (uint32_t)n;
        at += (uint32_t)indentation(source + at, note->end - at);
    }
    if (note->content >= note->end)
        passage_add_line(passage, "> ", "", 0, note->end);
    passage_add_line(passage, "", "", 0, note->end);
}

void references_build_notes(struct builder *builder)
{
    const struct prescan *scan = builder->scan;
    const char *source = builder->article->source;
    if (!scan->n_notes)
        return;
    struct passage passage;
    passage_init(&passage);
    for (size_t i = 0; i < scan->n_notes; i++)
        add_note(&passage, source, &scan->notes[i]);
    definitions_add(scan, source, &passage);
    cmark_node *root = passage_parse(&passage);
    cmark_node *quote = cmark_node_first_child(root);
    struct tables tables;
    tables_init(&tables, builder, &passage, root);
    builder->passage = &passage;
    builder->tables = &tables;
    for (size_t i = 0; i < scan->n_notes && quote; i++) {
        struct node *node = builder->notes[i];
        builder->parent = node;
        node->text_start = node->text_end = (uint32_t)builder->text.n_bytes;
        build_blocks(builder, quote);
        if (node->last)
            node->text_end = node->last->text_end;
        quote = cmark_node_next(quote);
    }
    tables_finish(&tables);
    tree_memory_clear(&builder->trees);
    passage_finish(&passage);
}

static size_t section_of(const struct article *article, const struct node *node)
{
    while (node->parent)
        node = node->parent;
    return node == article->root ? 0 : NO_SECTION;
}

static void count_citation(struct article *article, const struct node *node,
                           int32_t index)
{
    if (index < 0)
        return;
    struct reference *reference = &article->references[index];
    if (!reference->n_citations++ && section_of(article, node) != NO_SECTION)
        reference->first_section =
            article_section_at(article, node->source_start);
}

void references_finish(struct builder *builder)
{
    struct article *article = builder->article;
    for (size_t i = 0; i < builder->n_citations; i++) {
        const struct node *node = builder->citations[i];
        if (node->type == NODE_CITATION)
            count_citation(article, node, node->index);
        else
            for (size_t row = 0; row < node->risk->n_rows; row++)
                count_citation(article, node, node->risk->rows[row].reference);
    }
}

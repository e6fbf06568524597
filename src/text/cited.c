/* Collects the references and links that some blocks of an article use. */
#include "text/cited.h"

#include <stdlib.h>

#include "article/risk.h"
#include "base/mem.h"

void cited_init(struct cited *cited, const struct article *article)
{
    *cited = (struct cited){
        .article = article,
        .references = mem_calloc(article->n_references, sizeof(bool)),
        .links = mem_calloc(article->n_links, sizeof(bool)),
        .notes = mem_calloc(article->n_references, sizeof(size_t)),
    };
}

void cited_finish(struct cited *cited)
{
    if (!cited)
        return;
    free(cited->references);
    free(cited->links);
    free(cited->notes);
    *cited = (struct cited){0};
}

static void add_reference(struct cited *cited, int32_t index)
{
    if (index < 0 || cited->references[index])
        return;
    cited->references[index] = true;
    if (cited->article->references[index].note)
        cited->notes[cited->n_notes++] = (size_t)index;
}

static void add_risk(struct cited *cited, const struct risk *risk)
{
    for (size_t i = 0; risk && i < risk->n_rows; i++)
        add_reference(cited, risk->rows[i].reference);
}

static void add_tree(struct cited *cited, const struct node *root)
{
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        if (node->type == NODE_CITATION)
            add_reference(cited, node->index);
        if (node->type == NODE_LINK)
            cited->links[node->index] = true;
        if (node->type == NODE_RISK)
            add_risk(cited, node->risk);
    }
}

void cited_add(struct cited *cited, struct block_range blocks)
{
    const struct article *article = cited->article;
    for (size_t i = blocks.first; i < blocks.end; i++)
        add_tree(cited, article->blocks[i]);
    while (cited->n_notes > 0)
        add_tree(cited,
                 article->references[cited->notes[--cited->n_notes]].note);
}

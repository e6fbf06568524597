/* What some blocks of an article refer to: the references and links to list
 * below a part of it. */
#ifndef MEDFAQ_TEXT_CITED_H
#define MEDFAQ_TEXT_CITED_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "text/layout.h"

struct cited {
    const struct article *article;
    bool *references, *links; /* by their index in the article */
    size_t *notes;            /* cited, their own text not yet looked at */
    size_t n_notes;
};

/* Nothing is cited yet. The article is borrowed; cited_finish frees the rest,
 * also of a zeroed struct. */
void cited_init(struct cited *cited, const struct article *article);
void cited_finish(struct cited *cited);

/* Adds what these blocks cite, and what the notes among that cite in turn. */
void cited_add(struct cited *cited, struct block_range blocks);

#endif

/* Collects the references and links that some blocks of an article use, to be
 * listed below a part of the article. */
#ifndef MEDFAQ_TEXT_CITED_H
#define MEDFAQ_TEXT_CITED_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "text/layout.h"

struct cited {
    const struct article *article;
    bool *references, *links; /* whether used, by index in the article */
    size_t *notes;            /* a stack: cited footnotes not yet searched */
    size_t n_notes;
};

/* Begins with nothing cited. The article is borrowed. cited_finish also accepts
 * a zeroed struct. */
void cited_init(struct cited *cited, const struct article *article);
void cited_finish(struct cited *cited);

/* Adds what these blocks cite, and what the footnotes they cite cite in
 * turn. */
void cited_add(struct cited *cited, struct block_range blocks);

#endif

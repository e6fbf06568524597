/* The nodes of an article as elements of HTML. */
#ifndef MEDFAQ_EXPORT_HTML_NODE_H
#define MEDFAQ_EXPORT_HTML_NODE_H

#include <stdbool.h>

#include "article/article.h"
#include "base/buf.h"

/* A page being written. */
struct html {
    const struct article *article;
    struct buf *out;
    struct buf safe;       /* scratch */
    unsigned heading_base; /* level of the sections in the source */
    unsigned column;       /* of the cell that comes next */
    unsigned level;        /* of the heading before */
    unsigned n_links;      /* that are open: a link cannot hold another */
    uint32_t struck_end;   /* of what is struck out, while it is; otherwise 0 */
};

/* Adds text, made safe, its markup escaped. */
void html_add_text(struct html *html, const char *text);

/* Adds a node and all that is in it. */
void html_add_node(struct html *html, const struct node *node);

/* Whether the address has no scheme, or one that cannot run code. */
bool html_is_harmless(const char *address);

#endif

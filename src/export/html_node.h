/* Writes the nodes of an article as HTML elements. */
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
    unsigned heading_base; /* level of section headings in the source */
    unsigned column;       /* of the next cell */
    unsigned level;        /* of the previous heading, in HTML */
    unsigned n_links;      /* open links: links cannot be nested */
    uint32_t struck_end;   /* where struck-out text that is open ends, or 0 */
};

/* Adds text, made safe and escaped. */
void html_add_text(struct html *html, const char *text);

/* Adds a node and its descendants. */
void html_add_node(struct html *html, const struct node *node);

/* Tells whether an address has no scheme or one that cannot run code. */
bool html_is_harmless(const char *address);

#endif

/* Lays out blocks on a page. */
#ifndef MEDFAQ_TEXT_BLOCK_H
#define MEDFAQ_TEXT_BLOCK_H

#include <stdbool.h>

#include "text/page.h"

/* Adds the lines of a block, without blank lines before and after. */
void block_add(struct page *page, const struct node *node);

/* Adds the blocks in a container, separated by blank lines unless tight. */
void block_add_children(struct page *page, const struct node *parent,
                        bool tight);

/* Adds lines of article->text unchanged. */
void block_add_verbatim(struct page *page, struct text_range shows);

/* Tells whether a block has anything to show. An HTML comment has not. */
bool block_shows(const struct node *node);

/* Tells whether a node is the heading of a section, not of a subsection. */
bool block_is_section(const struct article *article, const struct node *node);

/* The blocks that have files of their own. */
void quote_add(struct page *page, const struct node *node);
void quote_add_alert(struct page *page, const struct node *node);
void table_add(struct page *page, const struct node *node);
void risk_add(struct page *page, const struct node *node);

#endif

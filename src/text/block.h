/* Blocks laid out on a page: one function for each type of node. */
#ifndef MEDFAQ_TEXT_BLOCK_H
#define MEDFAQ_TEXT_BLOCK_H

#include <stdbool.h>

#include "text/page.h"

/* Adds the lines of a block, without blank lines around it. */
void block_add(struct page *page, const struct node *node);

/* Adds the blocks in a node, blank lines between them unless tight. */
void block_add_children(struct page *page, const struct node *parent,
                        bool tight);

/* Adds lines of article->text as they stand. */
void block_add_verbatim(struct page *page, struct text_range shows);

/* Does the block have anything to show? A comment in HTML has not. */
bool block_shows(const struct node *node);

/* Is it the heading of a section, and not of a subsection? */
bool block_is_section(const struct article *article, const struct node *node);

/* The types that have a file of their own. */
void quote_add(struct page *page, const struct node *node);
void quote_add_alert(struct page *page, const struct node *node);
void table_add(struct page *page, const struct node *node);
void risk_add(struct page *page, const struct node *node);

#endif

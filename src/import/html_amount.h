/* How much text an element of a page has, and how much of it is links.
 * [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_AMOUNT_H
#define MEDFAQ_IMPORT_HTML_AMOUNT_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Of a block's text, for one of links. */
#define HTML_AMOUNT_LINKED_PERCENT 50

/* Of an element, all below it included; in its _private, as it is asked for of
 * one in another. */
struct html_amount {
    size_t all, linked; /* bytes that are not white space */
    size_t n_links;
    bool sentence; /* outside links */
};

/* Measures all elements below body; arena owns what is found. */
void html_amount_measure(xmlNode *body, struct arena *arena);
/* To be called before the arena goes. */
void html_amount_forget(const xmlNode *body);

struct html_amount html_amount_of(const xmlNode *node);
/* Whether most of its text is links. */
bool html_amount_is_links(const xmlNode *node);
/* Whether it has some words and a full stop, outside links. */
bool html_amount_has_sentence(const xmlNode *node);

#endif

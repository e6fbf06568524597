/* Questions about an element of a page that several files ask. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_NODE_H
#define MEDFAQ_IMPORT_HTML_NODE_H

#include <stdbool.h>

#include <libxml/tree.h>

#define HTML_NODE_QUESTION_BYTES 250 /* a longer text is no question */

/* The value of an attribute, which the tree owns; NULL if there is none. */
const char *html_node_value(const xmlNode *node, const char *name);

bool html_node_has_role(const xmlNode *node, const char *role);

/* Hidden by an attribute or by its own style. */
bool html_node_is_hidden(const xmlNode *node);

/* Without text and pictures. */
bool html_node_is_blank(const xmlNode *root);

bool html_node_is_inline(const xmlNode *node);

/* Has it no more text than a question may have? It stops counting there, so
 * that long texts inside one another are not read again and again. */
bool html_node_is_short(const xmlNode *root);

/* A short text that ends with a question mark. */
bool html_node_asks(const xmlNode *node);

bool html_node_is_heading(const xmlNode *node);
bool html_node_is_in_heading(const xmlNode *node);

/* The heading that an element begins with; NULL if it begins otherwise. */
const xmlNode *html_node_first_heading(const xmlNode *root);

/* The next sibling that is an element; NULL if text comes first. */
xmlNode *html_node_next_element(const xmlNode *node);

#endif

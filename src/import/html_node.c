/* Questions about an element of a page that several files ask. [libxml2] */
#include "import/html_node.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/strs.h"
#include "import/html_shape.h"
#include "import/rich.h"
#include "import/rich_role.h"
#include "import/xml.h"

/* ---- attributes ---- */

const char *html_node_value(const xmlNode *node, const char *name)
{
    const xmlAttr *attribute = node->type == XML_ELEMENT_NODE
                                   ? xmlHasProp(node, (const xmlChar *)name)
                                   : NULL;
    return attribute && attribute->children
               ? (const char *)attribute->children->content
               : NULL;
}

bool html_node_has_role(const xmlNode *node, const char *role)
{
    const char *value = html_node_value(node, "role");
    return value && ascii_casecmp(value, role) == 0;
}

bool html_node_is_hidden(const xmlNode *node)
{
    const char *style = html_node_value(node, "style");
    const char *aria = html_node_value(node, "aria-hidden");
    return (node->type == XML_ELEMENT_NODE &&
            xmlHasProp(node, (const xmlChar *)"hidden")) ||
           (aria && ascii_casecmp(aria, "true") == 0) ||
           (style && (ascii_casestr(style, "display:none") ||
                      ascii_casestr(style, "display: none")));
}

/* ---- text ---- */

bool html_node_is_blank(const xmlNode *root)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node))
        if ((node->type == XML_TEXT_NODE && !xmlIsBlankNode(node)) ||
            xml_is(node, "img"))
            return false;
    return true;
}

bool html_node_is_inline(const xmlNode *node)
{
    enum role_type type = role_of(node).type;
    return type == ROLE_INLINE || type == ROLE_LINK || type == ROLE_STRONG ||
           type == ROLE_EMPHASIS || type == ROLE_IMAGE;
}

bool html_node_is_short(const xmlNode *root)
{
    size_t n = 0;
    for (const xmlNode *node = root; node && n <= HTML_NODE_QUESTION_BYTES;
         node = xml_walk(root, node))
        if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
            n += strlen((const char *)node->content);
    return n <= HTML_NODE_QUESTION_BYTES;
}

bool html_node_asks(const xmlNode *node)
{
    if (!html_node_is_short(node))
        return false;
    char *text = rich_plain(node);
    size_t n = strlen(text);
    bool asks = n > 2 && n <= HTML_NODE_QUESTION_BYTES &&
                (str_ends(text, "?") || str_ends(text, "？"));
    free(text);
    return asks;
}

bool html_node_is_heading(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE &&
           (role_of(node).type == ROLE_HEADING ||
            html_node_has_role(node, "heading"));
}

bool html_node_is_in_heading(const xmlNode *node)
{
    for (node = node->parent; node; node = node->parent)
        if (html_node_is_heading(node) || xml_is(node, "summary") ||
            xml_is(node, "dt") || xml_is(node, HTML_QUESTION))
            return true;
    return false;
}

const xmlNode *html_node_first_heading(const xmlNode *root)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node)) {
        if (html_node_is_heading(node) || xml_is(node, "summary"))
            return node;
        if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
            return NULL;
    }
    return NULL;
}

xmlNode *html_node_next_element(const xmlNode *node)
{
    xmlNode *next = node->next;
    while (next && next->type != XML_ELEMENT_NODE && xmlIsBlankNode(next))
        next = next->next;
    return next && next->type == XML_ELEMENT_NODE ? next : NULL;
}

/* What reads as a list, but is made of other elements: the options of a form,
 * the texts of a picture. [libxml2] */
#include "import/html_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "import/html_node.h"
#include "import/xml.h"

#define SENTENCE_WORDS 5

static void rename_to(xmlNode *node, const char *name)
{
    xmlNodeSetName(node, (const xmlChar *)name);
}

/* ---- options ---- */

/* "5 ml", "2 drops", and not "January 2024". */
static bool says_amount(const char *text)
{
    for (const char *at = text; *at; at++) {
        if (!ascii_is_digit(*at))
            continue;
        at += strspn(at, "0123456789.,");
        at += *at == ' ';
        if (ascii_is_alpha(*at) || *at & 0x80)
            return true;
        if (!*at)
            return false;
    }
    return false;
}

static bool is_sentence(const char *text)
{
    size_t n = strlen(text), n_words = n > 0;
    for (const char *at = text; *at; at++)
        n_words += *at == ' ';
    return n_words >= SENTENCE_WORDS && strchr(".!", text[n - 1]);
}

static bool tells_more_than_names(const xmlNode *select)
{
    bool more = false;
    for (const xmlNode *node = select; node && !more;
         node = xml_walk(select, node)) {
        if (!xml_is(node, "option"))
            continue;
        char *text = xml_words(node);
        more = says_amount(text) || is_sentence(text);
        free(text);
    }
    return more;
}

/* The label of a group is an attribute, which becomes text above its options.
 */
static void open_group(xmlNode *group, struct ledger *ledger)
{
    const char *label = html_node_value(group, "label");
    xmlNode *item =
        xmlNewDocNode(group->doc, NULL, (const xmlChar *)"li", NULL);
    if (label) {
        xmlAddChild(item, xmlNewDocText(group->doc, (const xmlChar *)label));
        ledger_note(ledger, LEDGER_ADDED, "label of options", label,
                    strlen(label));
    }
    xmlAddPrevSibling(group, item);
    xmlUnlinkNode(group);
    rename_to(group, "ul");
    xmlAddChild(item, group);
}

void html_list_options(xmlNode *select, struct ledger *ledger)
{
    if (!tells_more_than_names(select))
        return;
    rename_to(select, "ul");
    for (const xmlNode *node = select, *next; node; node = next) {
        next = xml_walk(select, node);
        if (xml_is(node, "option"))
            rename_to((xmlNode *)node, "li");
        else if (xml_is(node, "optgroup"))
            open_group((xmlNode *)node, ledger);
    }
}

/* ---- pictures ---- */

static bool is_in_control(const xmlNode *node)
{
    for (node = node->parent; node; node = node->parent)
        if (node->type == XML_ELEMENT_NODE &&
            (xml_is(node, "a") || xml_is(node, "button") ||
             html_node_is_heading(node)))
            return true;
    return false;
}

/* A part of a text that begins a line of its own. */
static void part_line(xmlNode *part)
{
    if (part->prev &&
        (html_node_value(part, "dy") || html_node_value(part, "y")))
        xmlAddPrevSibling(part, xmlNewDocText(part->doc, (const xmlChar *)" "));
}

/* The list comes right after the picture. */
void html_list_texts(xmlNode *svg)
{
    if (is_in_control(svg))
        return;
    xmlNode *list = NULL;
    for (const xmlNode *node = svg, *next; node; node = next) {
        bool text = xml_is(node, "text") || xml_is(node, "foreignobject");
        next = text ? xml_skip(svg, node) : xml_walk(svg, node);
        if (!text || html_node_is_blank(node))
            continue;
        if (!list)
            list = xmlAddNextSibling(
                svg,
                xmlNewDocNode(svg->doc, NULL, (const xmlChar *)"ul", NULL));
        for (const xmlNode *part = node; part; part = xml_walk(node, part))
            if (xml_is(part, "tspan"))
                part_line((xmlNode *)part);
        xmlUnlinkNode((xmlNode *)node);
        rename_to((xmlNode *)node, "li");
        xmlAddChild(list, (xmlNode *)node);
    }
}

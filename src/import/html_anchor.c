/* Where the links within a page lead. [libxml2]
 *
 * An article has anchors at its headings alone, one each: what leads to a place
 * below one leads to it. */
#include "import/html_anchor.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/map.h"
#include "base/strs.h"
#include "import/rich_role.h"
#include "import/xml.h"

struct anchors {
    xmlNode *main;
    struct map targets; /* "x" of "#x" -> its heading, or NULL */
    struct strs keys;
    struct strs waiting; /* targets before the next heading or text */
};

static char *fragment_of(const xmlNode *node)
{
    char *href = xml_is(node, "a") ? xml_attribute(node, "href") : NULL;
    if (href && href[0] == '#' && href[1])
        return href;
    xmlFree(href);
    return NULL;
}

static void collect_links(struct anchors *anchors)
{
    for (const xmlNode *node = anchors->main; node;
         node = xml_walk(anchors->main, node)) {
        char *href = fragment_of(node);
        if (href && !map_find(&anchors->targets, href + 1, strlen(href + 1))) {
            const char *key = strs_add(&anchors->keys, href + 1);
            map_put(&anchors->targets, key, strlen(key));
        }
        xmlFree(href);
    }
}

/* What may stand in {#...}. */
static bool is_anchor(const char *text)
{
    for (const char *at = text; *at; at++)
        if (!ascii_is_alnum(*at) && !strchr("-_.:", *at))
            return false;
    return text[0];
}

static void settle(struct anchors *anchors, const char *id, xmlNode *heading)
{
    struct map_entry *entry = map_find(&anchors->targets, id, strlen(id));
    if (!entry || entry->pointer || !heading)
        return;
    entry->pointer = heading;
    if (is_anchor(id) && !xmlHasProp(heading, (const xmlChar *)"anchor"))
        xmlNewProp(heading, (const xmlChar *)"anchor", (const xmlChar *)id);
}

static void settle_waiting(struct anchors *anchors, xmlNode *heading)
{
    for (size_t i = 0; i < anchors->waiting.n; i++)
        settle(anchors, anchors->waiting.items[i], heading);
    strs_finish(&anchors->waiting);
    strs_init(&anchors->waiting);
}

static bool heads(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return false;
    enum role_type type = role_of(node).type;
    return type == ROLE_HEADING || type == ROLE_SUMMARY ||
           type == ROLE_QUESTION;
}

static void wait_for(struct anchors *anchors, const xmlNode *node,
                     const char *attribute)
{
    char *id = xml_attribute(node, attribute);
    if (id && map_find(&anchors->targets, id, strlen(id)))
        strs_add(&anchors->waiting, id);
    xmlFree(id);
}

static void find_targets(struct anchors *anchors)
{
    xmlNode *heading = NULL, *inside = NULL;
    const xmlNode *end = NULL;
    for (const xmlNode *node = anchors->main; node;
         node = xml_walk(anchors->main, node)) {
        if (node == end)
            inside = NULL;
        if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node) && !inside)
            settle_waiting(anchors, heading);
        if (node->type != XML_ELEMENT_NODE)
            continue;
        wait_for(anchors, node, "id");
        if (xml_is(node, "a"))
            wait_for(anchors, node, "name");
        if (heads(node)) {
            heading = inside = (xmlNode *)node;
            end = xml_skip(anchors->main, node);
        }
        if (inside)
            settle_waiting(anchors, inside);
    }
    settle_waiting(anchors, heading);
}

static void set_links(struct anchors *anchors)
{
    for (const xmlNode *node = anchors->main; node;
         node = xml_walk(anchors->main, node)) {
        char *href = fragment_of(node);
        if (!href)
            continue;
        const struct map_entry *entry =
            map_find(&anchors->targets, href + 1, strlen(href + 1));
        char *anchor =
            entry->pointer ? xml_attribute(entry->pointer, "anchor") : NULL;
        xmlUnsetProp((xmlNode *)node, (const xmlChar *)"href");
        if (anchor) {
            xmlChar *to = xmlStrcat(xmlStrdup((const xmlChar *)"#"),
                                    (const xmlChar *)anchor);
            xmlNewProp((xmlNode *)node, (const xmlChar *)"href", to);
            xmlFree(to);
        }
        xmlFree(anchor);
        xmlFree(href);
    }
}

void html_anchor(xmlNode *main)
{
    struct anchors anchors = {.main = main};
    strs_init(&anchors.keys);
    strs_init(&anchors.waiting);
    collect_links(&anchors);
    find_targets(&anchors);
    set_links(&anchors);
    strs_finish(&anchors.waiting);
    strs_finish(&anchors.keys);
    map_finish(&anchors.targets);
}

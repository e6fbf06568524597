/* Notes of web pages: marks that lead to the items of a list. [libxml2] */
#include "import/html_notes.h"

#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/strs.h"
#include "import/xml.h"

static void drop_children(xmlNode *node)
{
    while (node->children) {
        xmlNode *child = node->children;
        xmlUnlinkNode(child);
        xmlFreeNode(child);
    }
}

void html_notes_cite(xmlNode *node, const xmlNode *link, struct ledger *ledger)
{
    char *href = xml_attribute(link, "href");
    if (href && href[0] == '#') {
        xml_note(node, ledger, LEDGER_LEFT_OUT, "mark of a note");
        drop_children(node);
        xmlNodeSetName(node, (const xmlChar *)"footnoteRef");
        xmlSetProp(node, (const xmlChar *)"IDREF", (const xmlChar *)href + 1);
    }
    xmlFree(href);
}

void html_notes_keep(xmlNode *list)
{
    for (xmlNode *item = list->children; item; item = item->next) {
        char *id = xml_is(item, "li") ? xml_attribute(item, "id") : NULL;
        if (id) {
            xmlNodeSetName(item, (const xmlChar *)"noteText");
            xmlSetProp(item, (const xmlChar *)"ID", (const xmlChar *)id);
        }
        xmlFree(id);
    }
    xmlNodeSetName(list, (const xmlChar *)"div");
}

static bool has_role(const xmlNode *node, const char *role)
{
    char *value =
        node->type == XML_ELEMENT_NODE ? xml_attribute(node, "role") : NULL;
    bool has = value && strcmp(value, role) == 0;
    xmlFree(value);
    return has;
}

static xmlNode *find_role(const xmlNode *body, const char *role)
{
    for (const xmlNode *node = body; node; node = xml_walk(body, node))
        if (has_role(node, role))
            return (xmlNode *)node;
    return NULL;
}

/* Names of notes, each with a "#" before it. */
struct note_names {
    struct strs names;
    struct map map; /* of what names holds */
};

static void add_name(struct note_names *names, const char *name)
{
    const char *kept = strs_add(&names->names, name);
    map_put(&names->map, kept, strlen(kept));
}

static bool has_name(const struct note_names *names, const char *name)
{
    return name && map_find(&names->map, name, strlen(name));
}

static void finish_names(struct note_names *names)
{
    map_finish(&names->map);
    strs_finish(&names->names);
}

static void read_cited(const xmlNode *body, struct note_names *cited)
{
    for (const xmlNode *node = body; node; node = xml_walk(body, node)) {
        char *href =
            has_role(node, "doc-noteref") ? xml_attribute(node, "href") : NULL;
        if (href)
            add_name(cited, href);
        xmlFree(href);
    }
}

/* A note that nothing cites would be lost: every item has to be cited. */
static bool read_notes(const xmlNode *list, const struct note_names *cited,
                       struct note_names *notes)
{
    bool all = true;
    for (const xmlNode *item = list->children; item && all; item = item->next) {
        if (item->type != XML_ELEMENT_NODE)
            continue;
        char *id = xml_attribute(item, "id");
        struct buf href;
        buf_init(&href);
        buf_printf(&href, "#%s", id ? id : "");
        all = xml_is(item, "li") && has_name(cited, href.data);
        add_name(notes, href.data);
        buf_finish(&href);
        xmlFree(id);
    }
    return all;
}

static void set_notes(xmlNode *body, const struct note_names *notes,
                      struct ledger *ledger)
{
    const xmlNode *next;
    for (const xmlNode *node = body; node; node = next) {
        char *href = xml_is(node, "a") ? xml_attribute(node, "href") : NULL;
        next = xml_walk(body, node);
        if (href && has_role(node, "doc-backlink")) {
            next = xml_skip(body, node);
            xml_note(node, ledger, LEDGER_LEFT_OUT, "link back");
            xmlUnlinkNode((xmlNode *)node);
            xmlFreeNode((xmlNode *)node);
        } else if (has_name(notes, href) && has_role(node, "doc-noteref")) {
            next = xml_skip(body, node);
            html_notes_cite((xmlNode *)node, node, ledger);
        }
        xmlFree(href);
    }
}

void html_notes(xmlNode *body, struct ledger *ledger)
{
    struct note_names cited = {.map = {0}}, notes = {.map = {0}};
    const xmlNode *section = find_role(body, "doc-endnotes");
    xmlNode *list = section ? xml_find(section, "ol") : NULL;
    strs_init(&cited.names);
    strs_init(&notes.names);
    if (list)
        read_cited(body, &cited);
    if (list && read_notes(list, &cited, &notes)) {
        set_notes(body, &notes, ledger);
        html_notes_keep(list);
    }
    finish_names(&notes);
    finish_names(&cited);
}

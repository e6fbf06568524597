/* What refers to what within an FDA drug label. [libxml2] */
#include "import/spl_links.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "base/buf.h"
#include "import/rich.h"
#include "import/spl_name.h"
#include "import/xml.h"

#define SITE "https://dailymed.nlm.nih.gov/dailymed/"

/* Sections and pictures by their ID; the first of an ID counts. */
static xmlHashTable *index_of(const xmlNode *root)
{
    xmlHashTable *index = xmlHashCreate(0);
    for (const xmlNode *node = root; node; node = xml_walk(root, node)) {
        if (!xml_is(node, "section") && !xml_is(node, "observationMedia"))
            continue;
        char *id = xml_attribute(node, "ID");
        if (id)
            xmlHashAddEntry(index, (const xmlChar *)id, (void *)node);
        xmlFree(id);
    }
    return index;
}

static void set(xmlNode *node, const char *name, const char *value)
{
    xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

/* What a resolving walk knows. */
struct resolving {
    xmlHashTable *index;
    const char *set_id;
    struct ledger *ledger;
};

static void describe(xmlNode *picture, const xmlNode *media,
                     const struct resolving *resolving)
{
    const char *set_id = resolving->set_id;
    const xmlNode *text = xml_child(media, "text");
    const xmlNode *file = xml_child(xml_child(media, "value"), "reference");
    char *alt = text ? rich_plain(text) : NULL;
    char *name = xml_attribute(file, "value");
    xmlNode *image = xmlNewNode(NULL, (const xmlChar *)"img");
    if (alt) {
        set(image, "alt", alt);
        ledger_note(resolving->ledger, LEDGER_ADDED, "description of a picture",
                    alt, strlen(alt));
    }
    if (name && set_id) {
        struct buf url;
        buf_init(&url);
        buf_printf(&url, SITE "image.cfm?setid=%s&type=img&name=%s", set_id,
                   name);
        set(image, "src", url.data);
        buf_finish(&url);
    }
    xmlAddPrevSibling(picture, image);
    xmlFree(name);
    free(alt);
}

static void resolve_picture(xmlNode *node, const struct resolving *resolving)
{
    char *id = xml_attribute(node, "referencedObject");
    const xmlNode *media =
        id ? xmlHashLookup(resolving->index, (const xmlChar *)id) : NULL;
    if (media && xml_is(media, "observationMedia"))
        describe(node, media, resolving);
    xmlFree(id);
}

/* Will it have a heading that a link can lead to? */
static bool has_heading(const xmlNode *section)
{
    const xmlNode *title = xml_child(section, "title");
    char *text = title ? rich_plain(title) : NULL;
    char *code = xml_attribute(xml_child(section, "code"), "code");
    bool good = text && text[0] && !(code && !strcmp(code, SPL_BOXED_WARNING));
    xmlFree(code);
    free(text);
    return good;
}

static void resolve_link(xmlNode *node, xmlHashTable *index)
{
    char *href = xml_attribute(node, "href");
    if (href && href[0] == '#') {
        xmlNode *target = xmlHashLookup(index, (const xmlChar *)href + 1);
        if (target && xml_is(target, "section") && has_heading(target) &&
            !strpbrk(href, " \t{}"))
            set(target, "anchor", href + 1);
        else
            xmlUnsetProp(node, (const xmlChar *)"href");
    }
    xmlFree(href);
}

void spl_resolve(xmlNode *root, const char *set_id, struct ledger *ledger)
{
    struct resolving resolving = {
        .index = index_of(root), .set_id = set_id, .ledger = ledger};
    for (const xmlNode *at = root; at; at = xml_walk(root, at)) {
        xmlNode *node = (xmlNode *)at;
        if (xml_is(node, "renderMultiMedia"))
            resolve_picture(node, &resolving);
        else if (xml_is(node, "linkHtml"))
            resolve_link(node, resolving.index);
    }
    xmlHashFree(resolving.index, NULL);
}

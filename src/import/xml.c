/* XML that may be hostile. [libxml2] */
#include "import/xml.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"

/* Even with NONET libxml2 opens local files; with this it opens none. */
static xmlParserInputPtr load_nothing(const char *url, const char *id,
                                      xmlParserCtxtPtr context)
{
    (void)url, (void)id, (void)context;
    return NULL;
}

static void *reallocate(void *memory, size_t n_bytes)
{
    return mem_realloc(memory, 1, n_bytes);
}

/* What it makes of a document when memory runs out would lack a part. */
void xml_init(void)
{
    xmlMemSetup(free, mem_alloc, reallocate, mem_strdup);
    xmlInitParser();
    xmlSetExternalEntityLoader(load_nothing);
}

void xml_finish(void)
{
    xmlCleanupParser();
}

static void set_parse_error(xmlParserCtxt *context, struct error *err)
{
    const xmlError *last = xmlCtxtGetLastError(context);
    if (!last || !last->message) {
        error_set(err, _("not well-formed XML"));
        return;
    }
    size_t n = strcspn(last->message, "\n");
    error_set(err, _("line %d: not well-formed XML: %.*s"), last->line, (int)n,
              last->message);
}

bool xml_declares_entities(const xmlDoc *document)
{
    const xmlDtd *declared = document->intSubset;
    return declared && (declared->entities || declared->pentities);
}

static bool is_harmless(const xmlDoc *document, struct error *err)
{
    if (xml_declares_entities(document))
        return error_set(err, _("refused, because it declares entities of "
                                "its own"));
    return xml_is_shallow(xmlDocGetRootElement(document), err);
}

xmlDoc *xml_parse(const char *data, size_t n_bytes, struct error *err)
{
    if (n_bytes > INT_MAX) {
        error_set(err, _("too large to be parsed at once"));
        return NULL;
    }
    xmlParserCtxt *context = xmlNewParserCtxt();
    if (!context) {
        error_set(err, _("not enough memory to parse XML"));
        return NULL;
    }
    xmlDoc *document = xmlCtxtReadMemory(context, data, (int)n_bytes, NULL,
                                         NULL, XML_SAFE_OPTIONS);
    if (!document)
        set_parse_error(context, err);
    xmlFreeParserCtxt(context);
    if (document && !is_harmless(document, err)) {
        xmlFreeDoc(document);
        return NULL;
    }
    return document;
}

bool xml_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE &&
           ascii_casecmp((const char *)node->name, name) == 0;
}

static xmlNode *first_of(xmlNode *node, const char *name)
{
    while (node && !xml_is(node, name))
        node = node->next;
    return node;
}

const xmlNode *xml_skip(const xmlNode *root, const xmlNode *node)
{
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

const xmlNode *xml_walk(const xmlNode *root, const xmlNode *node)
{
    bool inside = node->type == XML_ELEMENT_NODE && node->children;
    return inside ? node->children : xml_skip(root, node);
}

bool xml_is_shallow(const xmlNode *root, struct error *err)
{
    const xmlNode *node = root;
    for (unsigned depth = 1; node;) {
        if (depth > XML_MAX_DEPTH)
            return error_set(err, _("nested more than %d levels deep"),
                             XML_MAX_DEPTH);
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            depth++;
            continue;
        }
        for (; node != root && !node->next; depth--)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
    return true;
}

xmlNode *xml_child(const xmlNode *parent, const char *name)
{
    return parent ? first_of(parent->children, name) : NULL;
}

xmlNode *xml_next(const xmlNode *node, const char *name)
{
    return node ? first_of(node->next, name) : NULL;
}

void xml_text(const xmlNode *node, struct buf *out)
{
    if (!node)
        return;
    xmlChar *text = xmlNodeGetContent(node);
    if (text)
        buf_add(out, (const char *)text);
    xmlFree(text);
}

char *xml_words(const xmlNode *node)
{
    struct buf text, one_line;
    buf_init(&text);
    buf_init(&one_line);
    xml_text(node, &text);
    const char *at = text.data;
    while (*(at += strspn(at, " \t\r\n"))) {
        size_t n = strcspn(at, " \t\r\n");
        if (one_line.n_bytes > 0)
            buf_add_char(&one_line, ' ');
        buf_add_n(&one_line, at, n);
        at += n;
    }
    buf_finish(&text);
    return buf_steal(&one_line);
}

xmlNode *xml_find(const xmlNode *root, const char *name)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node))
        if (xml_is(node, name))
            return (xmlNode *)node;
    return NULL;
}

void xml_note(const xmlNode *root, struct ledger *ledger, enum ledger_act act,
              const char *what)
{
    for (const xmlNode *node = root; node && ledger;
         node = xml_walk(root, node)) {
        char *alt = xml_is(node, "img") ? xml_attribute(node, "alt") : NULL;
        if (alt)
            ledger_note(ledger, act, what, alt, strlen(alt));
        xmlFree(alt);
        bool text =
            node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
        if (text && node->content)
            ledger_note(ledger, act, what, (const char *)node->content,
                        strlen((const char *)node->content));
    }
}

char *xml_attribute(const xmlNode *node, const char *name)
{
    return node ? (char *)xmlGetNoNsProp(node, (const xmlChar *)name) : NULL;
}

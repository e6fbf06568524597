/* HTML as a tree, by the HTML standard's rules. [gumbo, libxml2]
 *
 * Gumbo takes its memory from an arena that has a limit: some pages of a few
 * kilobytes make a tree of gigabytes, in browsers too. Nothing of gumbo's is
 * ever freed by itself; it would recurse. */
#include "import/html_tree.h"

#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <gumbo.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/i18n.h"

#define MEMORY_BASE ((size_t)16 << 20)
#define MEMORY_FACTOR 100 /* times the text */

/* In xmlNode's _private. */
#define MOVED ((void *)1)

struct memory {
    struct arena arena;
    size_t limit;
    jmp_buf exceeded;
};

static void *allocate(void *user, size_t n_bytes)
{
    struct memory *memory = user;
    if (memory->arena.n_bytes + n_bytes > memory->limit)
        longjmp(memory->exceeded, 1);
    return arena_alloc(&memory->arena, n_bytes);
}

static void deallocate(void *user, void *memory)
{
    (void)user, (void)memory;
}

/* ---- from gumbo's tree to libxml2's ---- */

static xmlNode *new_element(xmlDoc *document, const GumboElement *element)
{
    char name[64];
    GumboStringPiece piece = element->original_tag;
    const char *known = gumbo_normalized_tagname(element->tag);
    if (!known[0]) {
        gumbo_tag_from_original_text(&piece);
        size_t n =
            piece.length < sizeof name - 1 ? piece.length : sizeof name - 1;
        for (size_t i = 0; i < n; i++)
            name[i] = ascii_lower(piece.data[i]);
        name[n] = '\0';
        known = n > 0 ? name : "span";
    }
    xmlNode *node = xmlNewDocNode(document, NULL, (const xmlChar *)known, NULL);
    for (unsigned i = 0; i < element->attributes.length; i++) {
        const GumboAttribute *attribute = element->attributes.data[i];
        xmlNewProp(node, (const xmlChar *)attribute->name,
                   (const xmlChar *)attribute->value);
    }
    return node;
}

static const GumboVector *children_of(const GumboNode *node)
{
    bool element =
        node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    return element ? &node->v.element.children : NULL;
}

static bool is_text(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
           node->type == GUMBO_NODE_WHITESPACE;
}

/* Where a text began, from 1. */
static void *place_of(const GumboNode *node)
{
    return (void *)((uintptr_t)node->v.text.start_pos.offset + 1);
}

static xmlNode *new_node(xmlDoc *document, const GumboNode *node)
{
    if (!is_text(node))
        return children_of(node) ? new_element(document, &node->v.element)
                                 : NULL;
    xmlNode *text = xmlNewDocText(document, (const xmlChar *)node->v.text.text);
    text->_private = place_of(node);
    return text;
}

static const GumboNode *next_of(const GumboNode *root, const GumboNode *node,
                                xmlNode **parent)
{
    while (node != root) {
        const GumboVector *siblings = children_of(node->parent);
        if (node->index_within_parent + 1 < siblings->length)
            return siblings->data[node->index_within_parent + 1];
        node = node->parent;
        *parent = (*parent)->parent;
    }
    return NULL;
}

static xmlNode *build(xmlDoc *document, const GumboNode *root)
{
    xmlNode *top = new_element(document, &root->v.element), *parent = top;
    xmlDocSetRootElement(document, top);
    const GumboVector *children = children_of(root);
    const GumboNode *node = children->length > 0 ? children->data[0] : NULL;
    while (node) {
        xmlNode *made = new_node(document, node);
        if (made && is_text(node)) {
            /* xmlAddChild would join it with the text before. */
            made->parent = parent;
            made->prev = parent->last;
            *(parent->last ? &parent->last->next : &parent->children) = made;
            parent->last = made;
        } else if (made) {
            xmlAddChild(parent, made);
        }
        children = made && !is_text(node) ? children_of(node) : NULL;
        if (children && children->length > 0) {
            node = children->data[0];
            parent = made;
        } else {
            node = next_of(root, node, &parent);
        }
    }
    return top;
}

/* ---- what is not where it was ---- */

static xmlNode *last_in(xmlNode *node)
{
    while (node->type == XML_ELEMENT_NODE && node->last)
        node = node->last;
    return node;
}

static xmlNode *before(const xmlNode *root, xmlNode *node)
{
    if (node == root)
        return NULL;
    return node->prev ? last_in(node->prev) : node->parent;
}

/* From the end: a text after which one comes that began before it. */
static void mark_moved(xmlNode *root)
{
    uintptr_t earliest = UINTPTR_MAX;
    for (xmlNode *node = last_in(root); node; node = before(root, node)) {
        if (node->type != XML_TEXT_NODE)
            continue;
        uintptr_t place = (uintptr_t)node->_private;
        node->_private = place > earliest ? MOVED : NULL;
        if (place < earliest)
            earliest = place;
    }
}

bool html_tree_is_moved(const xmlNode *text)
{
    return text->type == XML_TEXT_NODE && text->_private == MOVED;
}

static xmlDoc *parse(const struct buf *text, struct memory *memory)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = memory;
    options.max_errors = 0;
    if (setjmp(memory->exceeded))
        return NULL;
    const GumboOutput *page =
        gumbo_parse_with_options(&options, text->data, text->n_bytes);
    xmlDoc *document = xmlNewDoc((const xmlChar *)"1.0");
    mark_moved(build(document, page->root));
    return document;
}

xmlDoc *html_tree_parse(const struct buf *text, struct error *err)
{
    struct memory memory = {.limit =
                                MEMORY_BASE + MEMORY_FACTOR * text->n_bytes};
    arena_init(&memory.arena);
    xmlDoc *document = parse(text, &memory);
    if (!document)
        error_set(err,
                  _("needs more than %zu MB of memory to be read as "
                    "HTML"),
                  memory.limit >> 20);
    arena_finish(&memory.arena);
    return document;
}

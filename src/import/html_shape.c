/* What pages make by scripts and classes, put as HTML's own elements have it.
 * [libxml2]
 *
 * Structure is taken from what an element does (roles, aria-*, microdata, where
 * it leads); of class names only those count that say "question", and they
 * never make text go. */
#include "import/html_shape.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/map.h"
#include "base/strs.h"
#include "import/html_list.h"
#include "import/html_node.h"
#include "import/html_panel.h"
#include "import/letters.h"
#include "import/rich.h"
#include "import/rich_role.h"
#include "import/xml.h"

#define MAX_FALLBACKS 20 /* each is looked for in the whole page */

static void collect_ids(struct html_shape_state *shape)
{
    for (const xmlNode *node = shape->body; node;
         node = xml_walk(shape->body, node)) {
        const char *id = html_node_value(node, "id");
        struct map_entry *entry =
            id ? map_put(&shape->ids, id, strlen(id)) : NULL;
        if (entry && !entry->pointer)
            entry->pointer = (void *)node;
    }
}

/* ---- questions ---- */

/* What it is in microdata or RDFa: "https://schema.org/Question", "Question",
 * "schema:Question". */
static const char *type_of(const xmlNode *node)
{
    const char *type = html_node_value(node, "itemtype");
    if (!type)
        type = html_node_value(node, "typeof");
    const char *last = type ? strpbrk(type, "/:") : NULL;
    for (; last; last = strpbrk(type, "/:"))
        type = last + 1;
    return type;
}

static bool has_type(const xmlNode *node, const char *type)
{
    const char *value = type_of(node);
    return value && ascii_casecmp(value, type) == 0;
}

static const char *property_of(const xmlNode *node)
{
    const char *property = html_node_value(node, "itemprop");
    return property ? property : html_node_value(node, "property");
}

/* The name of a Question. */
static bool is_question_name(const xmlNode *node)
{
    const char *property = property_of(node);
    const char *colon = property ? strchr(property, ':') : NULL;
    if (!property || ascii_casecmp(colon ? colon + 1 : property, "name") != 0)
        return false;
    for (node = node->parent; node; node = node->parent)
        if (node->type == XML_ELEMENT_NODE && type_of(node))
            return has_type(node, "Question");
    return false;
}

static bool is_of_class(const xmlNode *node, const char *const *words, size_t n)
{
    const char *class = html_node_value(node, "class");
    for (size_t i = 0; class && i < n; i++)
        if (ascii_casestr(class, words[i]))
            return true;
    return false;
}

/* Of such a class a text that asks something may head its answer. */
static bool may_ask(const xmlNode *node)
{
    static const char *const words[] = {"question", "accordion", "faq",
                                        "toggle",   "heading",   "title"};
    return is_of_class(node, words, sizeof words / sizeof *words);
}

/* class="faq-question", "question__title" of a short text with nothing but text
 * in it, and something after it. */
static bool is_question_class(const xmlNode *node)
{
    static const char *const question[] = {"question"}, *const faq[] = {"faq"};
    bool named = is_of_class(node, question, 1) && is_of_class(node, faq, 1);
    if (!named && !(may_ask(node) && html_node_asks(node)))
        return false;
    if (xml_is(node, "ul") || xml_is(node, "ol") || xml_is(node, "li") ||
        !html_node_is_short(node))
        return false;
    char *text = rich_plain(node);
    bool is = text[0] && strlen(text) <= HTML_NODE_QUESTION_BYTES;
    free(text);
    size_t n_blocks = 0;
    for (const xmlNode *at = node; at; at = xml_walk(node, at))
        n_blocks += at != node && at->type == XML_ELEMENT_NODE &&
                    !html_node_is_inline(at) && !xml_is(at, "button") &&
                    !xml_is(at, "svg");
    return is && n_blocks <= 1;
}

static void set_heading(xmlNode *node)
{
    const char *level = html_node_value(node, "aria-level");
    char name[3] = "h2";
    if (level && level[0] >= '1' && level[0] <= '6' && !level[1])
        name[1] = level[0];
    xmlNodeSetName(node, (const xmlChar *)name);
}

/* ---- what is there for browsers without scripts ---- */

static void read_text(const xmlNode *root, const xmlNode *without,
                      struct letters *letters)
{
    const xmlNode *next;
    for (const xmlNode *node = root; node; node = next) {
        bool passed = node == without;
        next = passed ? xml_skip(root, node) : xml_walk(root, node);
        if (!passed && node->type == XML_TEXT_NODE && node->content)
            letters_add(letters, (const char *)node->content,
                        strlen((const char *)node->content));
    }
}

/* Is the text of <noscript>, <template> or the like nowhere else, and more than
 * a word on scripts and browsers, or a form to fill in? */
static bool tells_more(const struct html_shape_state *shape,
                       const xmlNode *node)
{
    char *text = rich_plain(node);
    bool prose = strpbrk(text, ".!?") && !strstr(text, "{{") &&
                 !ascii_casestr(text, "javascript") &&
                 !ascii_casestr(text, "cookies") &&
                 !ascii_casestr(text, "browser");
    free(text);
    if (!prose)
        return false;
    struct letters own, others;
    letters_init(&own);
    letters_init(&others);
    read_text(node, NULL, &own);
    read_text(shape->body, node, &others);
    bool more = !strstr(others.text.data, own.text.data);
    letters_finish(&others);
    letters_finish(&own);
    return more;
}

/* What may head text: asked first, as it is asked of every element. */
static bool may_head(const xmlNode *node)
{
    const xmlNode *next = html_node_next_element(node);
    return html_panel_is_button(node) || property_of(node) ||
           xml_is(node, "label") || (next && html_node_is_hidden(next)) ||
           may_ask(node);
}

static void shape_heading(struct html_shape_state *shape, xmlNode *node)
{
    if (html_node_is_in_heading(node) || html_node_is_heading(node) ||
        xml_is(node, "summary") || html_node_first_heading(node))
        return;
    if (html_panel_is_headed_by(shape, node))
        html_panel_wrap(shape, node);
    else if (is_question_name(node) || is_question_class(node))
        xmlNodeSetName(node, (const xmlChar *)HTML_QUESTION);
}

/* ---- headings in other elements ---- */

/* <legend> on top of text, not of what is to be filled in. */
static bool heads_fieldset(const xmlNode *node)
{
    return xml_is(node, "legend") && xml_is(node->parent, "fieldset") &&
           !html_node_is_blank(node) && !html_node_first_heading(node) &&
           !xml_find(node->parent, "input") &&
           !xml_find(node->parent, "select") &&
           !xml_find(node->parent, "textarea");
}

/* "Q: Can I drink?" in a paragraph, and "A: No." in the next. */
static bool is_marked(const xmlNode *node, const char *marks)
{
    while (node && node->type == XML_ELEMENT_NODE) {
        node = node->children;
        while (node && node->type == XML_TEXT_NODE && xmlIsBlankNode(node))
            node = node->next;
    }
    if (!node || node->type != XML_TEXT_NODE)
        return false;
    const char *text = (const char *)node->content;
    text += strspn(text, " \t\r\n");
    if (!text[0] || !strchr(marks, text[0]))
        return false;
    text++;
    text += strspn(text, "0123456789");
    return *text == ':' || (*text == '.' && ascii_is_space(text[1]));
}

static bool asks_by_mark(const xmlNode *node)
{
    const xmlNode *next =
        xml_is(node, "p") ? html_node_next_element(node) : NULL;
    return next && is_marked(node, "Qq") && is_marked(next, "Aa") &&
           html_node_asks(node);
}

/* The element that another one begins with; NULL if text does. */
static const xmlNode *first_element(const xmlNode *node)
{
    const xmlNode *child = node->children;
    while (child && child->type != XML_ELEMENT_NODE && xmlIsBlankNode(child))
        child = child->next;
    return child && child->type == XML_ELEMENT_NODE ? child : NULL;
}

/* Does an item begin with a heading, or what opens the rest, and go on? */
static bool is_section(const struct html_shape_state *shape,
                       const xmlNode *item)
{
    const xmlNode *heading = html_node_first_heading(item);
    const xmlNode *label = heading ? NULL : xml_find(item, "label");
    const xmlNode *first = heading ? NULL : first_element(item);
    if (label && html_panel_is_toggle(shape, label))
        heading = label;
    else if (first && html_panel_is_button(first) &&
             html_panel_is_headed_by(shape, first))
        heading = first;
    const xmlNode *rest = heading ? xml_skip(item, heading) : NULL;
    for (; rest; rest = xml_walk(item, rest))
        if (rest->type == XML_TEXT_NODE && !xmlIsBlankNode(rest))
            return true;
    return false;
}

/* A list of sections, each under a heading, is no list. */
static bool is_list_of_sections(const struct html_shape_state *shape,
                                const xmlNode *list)
{
    bool is = false;
    if (!xml_is(list, "ul") && !xml_is(list, "ol"))
        return false;
    for (const xmlNode *item = list->children; item; item = item->next) {
        if (item->type != XML_ELEMENT_NODE)
            continue;
        if (!xml_is(item, "li") || !is_section(shape, item))
            return false;
        is = true;
    }
    return is;
}

static void unwrap_list(xmlNode *list)
{
    for (xmlNode *item = list->children; item; item = item->next)
        if (item->type == XML_ELEMENT_NODE)
            xmlNodeSetName(item, (const xmlChar *)"div");
    xmlNodeSetName(list, (const xmlChar *)"div");
}

/* <h2>Risks<p>Burns: a heading that nothing closes ends where a block begins.
 */
static void end_heading(xmlNode *heading)
{
    bool begun = false;
    xmlNode *child = heading->children, *after = heading;
    for (; child; child = child->next) {
        if (xml_is(child, "p") || xml_is(child, "ul") || xml_is(child, "ol") ||
            xml_is(child, "dl") || xml_is(child, "table"))
            break;
        begun |= child->type == XML_TEXT_NODE ? !xmlIsBlankNode(child)
                                              : !html_node_is_blank(child);
    }
    for (xmlNode *next; child && begun; child = next) {
        next = child->next;
        xmlUnlinkNode(child);
        child->parent = after->parent;
        child->prev = after;
        child->next = after->next;
        *(after->next ? &after->next->prev : &after->parent->last) = child;
        after->next = child;
        after = child;
    }
}

/* Is it shown where a browser cannot do something? */
static bool is_fallback(const xmlNode *node)
{
    static const char *const names[] = {"noscript", "template", "video",
                                        "audio",    "canvas",   "object"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xml_is(node, names[i]))
            return true;
    return false;
}

static void shape_node(struct html_shape_state *shape, xmlNode *node)
{
    if (role_of(node).type == ROLE_HEADING)
        end_heading(node);
    if (is_fallback(node)) {
        if (shape->n_fallbacks++ < MAX_FALLBACKS && tells_more(shape, node))
            xmlNodeSetName(node, (const xmlChar *)"div");
    } else if (xml_is(node, "select")) {
        html_list_options(node, shape->ledger);
    } else if (xml_is(node, "svg")) {
        html_list_texts(node);
    } else if (html_node_has_role(node, "heading") &&
               role_of(node).type != ROLE_HEADING) {
        set_heading(node);
    } else if (has_type(node, "Question") && !html_node_is_heading(node)) {
        xmlNodeSetName(node, (const xmlChar *)"details");
    } else if (html_node_has_role(node, "tablist") ||
               html_panel_is_list(shape, node)) {
        html_panel_name_all(shape, node);
    } else if (is_list_of_sections(shape, node)) {
        unwrap_list(node);
    } else if (heads_fieldset(node)) {
        xmlNodeSetName(node, (const xmlChar *)HTML_QUESTION);
        xmlNodeSetName(node->parent, (const xmlChar *)"details");
    } else if (asks_by_mark(node)) {
        xmlNodeSetName(node, (const xmlChar *)HTML_QUESTION);
    } else if (may_head(node)) {
        shape_heading(shape, node);
    }
}

void html_shape(xmlNode *body, struct ledger *ledger)
{
    struct html_shape_state shape = {.body = body, .ledger = ledger};
    collect_ids(&shape);
    for (const xmlNode *node = body; node; node = xml_walk(body, node))
        if (node->type == XML_ELEMENT_NODE && node != body)
            shape_node(&shape, (xmlNode *)node);
    map_finish(&shape.ids);
}

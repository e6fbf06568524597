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
#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/letters.h"
#include "import/rich.h"
#include "import/rich_role.h"
#include "import/xml.h"

#define QUESTION_MAX_BYTES 250
#define MAX_FALLBACKS 20 /* each is looked for in the whole page */

struct shape_state {
    xmlNode *body;
    struct ledger *ledger;
    struct map ids; /* of elements; keys are the tree's own */
    size_t n_fallbacks;
};

/* ---- attributes ---- */

static const char *value_of(const xmlNode *node, const char *name)
{
    const xmlAttr *attribute = node->type == XML_ELEMENT_NODE
                                   ? xmlHasProp(node, (const xmlChar *)name)
                                   : NULL;
    return attribute && attribute->children
               ? (const char *)attribute->children->content
               : NULL;
}

static bool has_role(const xmlNode *node, const char *role)
{
    const char *value = value_of(node, "role");
    return value && ascii_casecmp(value, role) == 0;
}

static bool is_hidden(const xmlNode *node)
{
    const char *style = value_of(node, "style");
    const char *aria = value_of(node, "aria-hidden");
    return (node->type == XML_ELEMENT_NODE &&
            xmlHasProp(node, (const xmlChar *)"hidden")) ||
           (aria && ascii_casecmp(aria, "true") == 0) ||
           (style && (ascii_casestr(style, "display:none") ||
                      ascii_casestr(style, "display: none")));
}

static xmlNode *by_id(const struct shape_state *shape, const char *id)
{
    const struct map_entry *entry =
        id ? map_find(&shape->ids, id, strlen(id)) : NULL;
    return entry ? entry->pointer : NULL;
}

static void collect_ids(struct shape_state *shape)
{
    for (const xmlNode *node = shape->body; node;
         node = xml_walk(shape->body, node)) {
        const char *id = value_of(node, "id");
        struct map_entry *entry =
            id ? map_put(&shape->ids, id, strlen(id)) : NULL;
        if (entry && !entry->pointer)
            entry->pointer = (void *)node;
    }
}

/* ---- text ---- */

static bool is_blank(const xmlNode *root)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node))
        if ((node->type == XML_TEXT_NODE && !xmlIsBlankNode(node)) ||
            xml_is(node, "img"))
            return false;
    return true;
}

static bool is_inline(const xmlNode *node)
{
    enum role_type type = role_of(node).type;
    return type == ROLE_INLINE || type == ROLE_LINK || type == ROLE_STRONG ||
           type == ROLE_EMPHASIS || type == ROLE_IMAGE;
}

/* Spares long texts, one in another, from being read again and again. */
static bool is_short(const xmlNode *root)
{
    size_t n = 0;
    for (const xmlNode *node = root; node && n <= QUESTION_MAX_BYTES;
         node = xml_walk(root, node))
        if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
            n += strlen((const char *)node->content);
    return n <= QUESTION_MAX_BYTES;
}

static bool ends_with_question(const xmlNode *node)
{
    if (!is_short(node))
        return false;
    char *text = rich_plain(node);
    size_t n = strlen(text);
    bool asks = n > 2 && n <= QUESTION_MAX_BYTES &&
                (str_ends(text, "?") || str_ends(text, "？"));
    free(text);
    return asks;
}

static bool is_heading(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE &&
           (role_of(node).type == ROLE_HEADING || has_role(node, "heading"));
}

static bool stands_in_heading(const xmlNode *node)
{
    for (node = node->parent; node; node = node->parent)
        if (is_heading(node) || xml_is(node, "summary") || xml_is(node, "dt") ||
            xml_is(node, HTML_QUESTION))
            return true;
    return false;
}

/* The heading that an element begins with; NULL if it begins otherwise. */
static const xmlNode *first_heading(const xmlNode *root)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node)) {
        if (is_heading(node) || xml_is(node, "summary"))
            return node;
        if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
            return NULL;
    }
    return NULL;
}

static xmlNode *next_element(const xmlNode *node)
{
    xmlNode *next = node->next;
    while (next && next->type != XML_ELEMENT_NODE && xmlIsBlankNode(next))
        next = next->next;
    return next && next->type == XML_ELEMENT_NODE ? next : NULL;
}

/* ---- buttons and what they open ---- */

/* What a button opens: what it says it controls, or what comes after it, or
 * after the element that holds it alone. */
static xmlNode *panel_of(const struct shape_state *shape, const xmlNode *button)
{
    xmlNode *panel = by_id(shape, value_of(button, "aria-controls"));
    const char *href = value_of(button, "href");
    if (!panel && href && href[0] == '#')
        panel = by_id(shape, href + 1);
    const xmlNode *at = button;
    while (!panel && at != shape->body) {
        panel = next_element(at);
        const xmlNode *parent = at->parent;
        if (panel || at->next || first_heading(parent))
            break;
        at = parent;
    }
    for (at = button; panel && at; at = at->parent)
        if (at == panel)
            return NULL; /* it holds the button */
    return panel && !is_blank(panel) && !first_heading(panel) ? panel : NULL;
}

/* <input type="checkbox" id="a"><label for="a">: a click on the label shows
 * what comes after it, by style sheets alone. */
static bool is_toggle(const struct shape_state *shape, const xmlNode *node)
{
    const xmlNode *before = node->prev;
    while (before && (xml_is(before, "input") || xmlIsBlankNode(before)))
        before = before->prev;
    if (before && xml_is(before, "label"))
        return false; /* one of several to choose from */
    const xmlNode *input =
        xml_is(node, "label") ? by_id(shape, value_of(node, "for")) : NULL;
    const char *type = input ? value_of(input, "type") : NULL;
    const xmlNode *panel = type ? next_element(node) : NULL;
    return panel &&
           (ascii_casecmp(type, "checkbox") == 0 ||
            ascii_casecmp(type, "radio") == 0) &&
           !is_inline(panel) && !xml_is(panel, "label") &&
           !xml_find(panel, "input") && !is_blank(panel);
}

static bool is_button(const xmlNode *node)
{
    return xml_is(node, "button") || has_role(node, "button") ||
           (xml_is(node, "a") &&
            (value_of(node, "aria-expanded") || value_of(node, "data-toggle") ||
             value_of(node, "data-bs-toggle")));
}

/* A line without an end, right above what is hidden: a button, whatever it is
 * made of. */
static bool is_above_hidden(const xmlNode *node)
{
    static const char *const names[] = {"div", "p", "span", "a", "label"};
    const xmlNode *next = next_element(node);
    bool may = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        may |= xml_is(node, names[i]);
    if (!may || !next || !is_hidden(next) || is_hidden(node) ||
        is_blank(next) || !is_short(node) || is_inline(next))
        return false;
    char *text = rich_plain(node);
    size_t n = strlen(text);
    bool open = n > 0 && !strchr(".,;!", text[n - 1]);
    free(text);
    return open;
}

/* A button is a heading where it asks a question, or opens a panel. */
static bool heads_panel(const struct shape_state *shape, const xmlNode *button)
{
    if (stands_in_heading(button) || is_blank(button))
        return false;
    if (is_toggle(shape, button))
        return panel_of(shape, button);
    if (!is_button(button))
        return is_above_hidden(button);
    const xmlNode *panel = panel_of(shape, button);
    bool opens = panel && (value_of(button, "aria-expanded") ||
                           value_of(button, "aria-controls") ||
                           value_of(button, "data-toggle") ||
                           value_of(button, "data-bs-toggle") ||
                           is_hidden(panel) || has_role(panel, "region"));
    return opens || ends_with_question(button);
}

/* Puts a button, as what heads it, and its panel into one element, which ends
 * with the panel. What stands between them goes along. */
static void wrap_panel(const struct shape_state *shape, xmlNode *button)
{
    xmlNode *panel = panel_of(shape, button);
    xmlNodeSetName(button, (const xmlChar *)HTML_QUESTION);
    xmlNode *first = button;
    while (panel && first->parent != panel->parent && first != shape->body &&
           !first->prev && !first->next)
        first = first->parent;
    if (!panel || first->parent != panel->parent)
        return;
    for (const xmlNode *at = first; at != panel; at = at->next)
        if (!at || (at != first && !is_blank(at)))
            return;
    xmlNode *whole = xmlNewNode(NULL, (const xmlChar *)"details");
    xmlAddPrevSibling(first, whole);
    for (xmlNode *at = first, *next; at; at = at == panel ? NULL : next) {
        next = at->next;
        xmlUnlinkNode(at);
        xmlAddChild(whole, at);
    }
}

/* ---- tabs ---- */

static bool says_the_same(const xmlNode *a, const xmlNode *b)
{
    char *left = rich_plain(a), *right = rich_plain(b);
    bool same = fold_compare(left, right) == 0;
    free(left);
    free(right);
    return same;
}

static bool is_panel(const xmlNode *node)
{
    const char *class = value_of(node, "class");
    return has_role(node, "tabpanel") ||
           (class && ascii_casestr(class, "tab-pane"));
}

/* A list of links to panels below it. */
static bool leads_to_panels(const struct shape_state *shape,
                            const xmlNode *list)
{
    if (!xml_is(list, "ul") && !xml_is(list, "ol"))
        return false;
    const xmlNode *link = xml_find(list, "a");
    const char *href = link ? value_of(link, "href") : NULL;
    const xmlNode *target =
        href && href[0] == '#' ? by_id(shape, href + 1) : NULL;
    return target && is_panel(target);
}

/* The panels below a list of tabs, in order. */
struct panels {
    xmlNode **items;
    size_t n, capacity;
};

static void collect_panels(const struct shape_state *shape, const xmlNode *list,
                           struct panels *panels)
{
    for (const xmlNode *node = list; node; node = xml_walk(shape->body, node))
        if (node->type == XML_ELEMENT_NODE && is_panel(node)) {
            panels->items = mem_grow(panels->items, panels->n,
                                     &panels->capacity, sizeof *panels->items);
            panels->items[panels->n++] = (xmlNode *)node;
        }
}

/* The panel of a tab: that of its id, or the one of its number. */
static xmlNode *tab_panel(const struct shape_state *shape, const xmlNode *tab,
                          const struct panels *panels, size_t number)
{
    const xmlNode *link = value_of(tab, "href") ? tab : xml_find(tab, "a");
    const char *href = link ? value_of(link, "href") : NULL;
    xmlNode *panel = by_id(shape, value_of(tab, "aria-controls"));
    if (!panel && href && href[0] == '#')
        panel = by_id(shape, href + 1);
    return panel ? panel : number < panels->n ? panels->items[number] : NULL;
}

/* Puts a tab's name on top of its panel, unless a heading there says it. */
static void name_panel(struct shape_state *shape, xmlNode *tab, xmlNode *panel)
{
    const xmlNode *heading = first_heading(panel);
    if (heading && says_the_same(heading, tab)) {
        xml_note(tab, shape->ledger, LEDGER_LEFT_OUT, "tab");
        xmlUnlinkNode(tab);
        xmlFreeNode(tab);
        return;
    }
    xml_note(tab, shape->ledger, LEDGER_MOVED, "tab");
    xmlUnlinkNode(tab);
    xmlNodeSetName(tab, (const xmlChar *)HTML_QUESTION);
    xmlUnsetProp(tab, (const xmlChar *)"role");
    if (panel->children)
        xmlAddPrevSibling(panel->children, tab);
    else
        xmlAddChild(panel, tab);
}

/* A tab that nothing closes holds its panel. */
static bool holds(const xmlNode *tab, const xmlNode *panel)
{
    while (panel && panel != tab)
        panel = panel->parent;
    return panel;
}

static void name_panels(struct shape_state *shape, xmlNode *list)
{
    struct panels panels = {0};
    collect_panels(shape, list, &panels);
    size_t n = 0;
    const xmlNode *next;
    for (const xmlNode *node = list; node; node = next) {
        const char *href = value_of(node, "href");
        const xmlNode *target =
            href && href[0] == '#' ? by_id(shape, href + 1) : NULL;
        bool tab = has_role(node, "tab") || (target && is_panel(target));
        next = tab ? xml_skip(list, node) : xml_walk(list, node);
        if (!tab)
            continue;
        xmlNode *panel = tab_panel(shape, node, &panels, n++);
        if (panel && !holds(node, panel))
            name_panel(shape, (xmlNode *)node, panel);
    }
    free(panels.items);
}

/* ---- questions ---- */

/* What it is in microdata or RDFa: "https://schema.org/Question", "Question",
 * "schema:Question". */
static const char *type_of(const xmlNode *node)
{
    const char *type = value_of(node, "itemtype");
    if (!type)
        type = value_of(node, "typeof");
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
    const char *property = value_of(node, "itemprop");
    return property ? property : value_of(node, "property");
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
    const char *class = value_of(node, "class");
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
    if (!named && !(may_ask(node) && ends_with_question(node)))
        return false;
    if (xml_is(node, "ul") || xml_is(node, "ol") || xml_is(node, "li") ||
        !is_short(node))
        return false;
    char *text = rich_plain(node);
    bool is = text[0] && strlen(text) <= QUESTION_MAX_BYTES;
    free(text);
    size_t n_blocks = 0;
    for (const xmlNode *at = node; at; at = xml_walk(node, at))
        n_blocks += at != node && at->type == XML_ELEMENT_NODE &&
                    !is_inline(at) && !xml_is(at, "button") &&
                    !xml_is(at, "svg");
    return is && n_blocks <= 1;
}

static void set_heading(xmlNode *node)
{
    const char *level = value_of(node, "aria-level");
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

/* Is the text of <noscript> or <template> nowhere else, and no more than a word
 * on scripts or a form for them to fill in? */
static bool tells_more(const struct shape_state *shape, const xmlNode *node)
{
    char *text = rich_plain(node);
    bool prose = strpbrk(text, ".!?") && !strstr(text, "{{") &&
                 !ascii_casestr(text, "javascript") &&
                 !ascii_casestr(text, "cookies");
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
    const xmlNode *next = next_element(node);
    return is_button(node) || property_of(node) || xml_is(node, "label") ||
           (next && is_hidden(next)) || may_ask(node);
}

static void shape_heading(struct shape_state *shape, xmlNode *node)
{
    if (stands_in_heading(node) || is_heading(node) ||
        xml_is(node, "summary") || first_heading(node))
        return;
    if (heads_panel(shape, node))
        wrap_panel(shape, node);
    else if (is_question_name(node) || is_question_class(node))
        xmlNodeSetName(node, (const xmlChar *)HTML_QUESTION);
}

/* ---- headings in other elements ---- */

/* <legend> on top of text, not of what is to be filled in. */
static bool heads_fieldset(const xmlNode *node)
{
    return xml_is(node, "legend") && xml_is(node->parent, "fieldset") &&
           !is_blank(node) && !first_heading(node) &&
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
    const xmlNode *next = xml_is(node, "p") ? next_element(node) : NULL;
    return next && is_marked(node, "Qq") && is_marked(next, "Aa") &&
           ends_with_question(node);
}

/* Does an item begin with a heading, or what opens the rest, and go on? */
static bool is_section(const struct shape_state *shape, const xmlNode *item)
{
    const xmlNode *heading = first_heading(item);
    const xmlNode *label = heading ? NULL : xml_find(item, "label");
    if (label && is_toggle(shape, label))
        heading = label;
    const xmlNode *rest = heading ? xml_skip(item, heading) : NULL;
    for (; rest; rest = xml_walk(item, rest))
        if (rest->type == XML_TEXT_NODE && !xmlIsBlankNode(rest))
            return true;
    return false;
}

/* A list of sections, each under a heading, is no list. */
static bool is_list_of_sections(const struct shape_state *shape,
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

static void shape_node(struct shape_state *shape, xmlNode *node)
{
    if (xml_is(node, "noscript") || xml_is(node, "template")) {
        if (shape->n_fallbacks++ < MAX_FALLBACKS && tells_more(shape, node))
            xmlNodeSetName(node, (const xmlChar *)"div");
    } else if (has_role(node, "heading") &&
               role_of(node).type != ROLE_HEADING) {
        set_heading(node);
    } else if (has_type(node, "Question") && !is_heading(node)) {
        xmlNodeSetName(node, (const xmlChar *)"details");
    } else if (has_role(node, "tablist") || leads_to_panels(shape, node)) {
        name_panels(shape, node);
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
    struct shape_state shape = {.body = body, .ledger = ledger};
    collect_ids(&shape);
    for (const xmlNode *node = body; node; node = xml_walk(body, node))
        if (node->type == XML_ELEMENT_NODE && node != body)
            shape_node(&shape, (xmlNode *)node);
    map_finish(&shape.ids);
}

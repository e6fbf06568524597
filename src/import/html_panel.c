/* Accordions and tabs. [libxml2] */
#include "import/html_panel.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/mem.h"
#include "import/html_node.h"
#include "import/html_shape.h"
#include "import/rich.h"
#include "import/xml.h"

#define FAR_NODES 100 /* between a button and what it controls */

static xmlNode *by_id(const struct html_shape_state *shape, const char *id)
{
    const struct map_entry *entry =
        id ? map_find(&shape->ids, id, strlen(id)) : NULL;
    return entry ? entry->pointer : NULL;
}

/* ---- buttons and what they open ---- */

/* What a button opens: what it says it controls, or what comes after it, or
 * after the element that holds it alone. */
static xmlNode *panel_of(const struct html_shape_state *shape,
                         const xmlNode *button)
{
    xmlNode *panel = by_id(shape, html_node_value(button, "aria-controls"));
    const char *href = html_node_value(button, "href");
    if (!panel && href && href[0] == '#')
        panel = by_id(shape, href + 1);
    const xmlNode *at = button;
    while (!panel && at != shape->body) {
        panel = html_node_next_element(at);
        const xmlNode *parent = at->parent;
        if (panel || at->next || html_node_first_heading(parent))
            break;
        at = parent;
    }
    for (at = button; panel && at; at = at->parent)
        if (at == panel)
            return NULL; /* it holds the button */
    return panel && !html_node_is_blank(panel) &&
                   !html_node_first_heading(panel)
               ? panel
               : NULL;
}

bool html_panel_is_toggle(const struct html_shape_state *shape,
                          const xmlNode *node)
{
    const xmlNode *before = node->prev;
    while (before && (xml_is(before, "input") || xmlIsBlankNode(before)))
        before = before->prev;
    if (before && xml_is(before, "label"))
        return false; /* one of several to choose from */
    const xmlNode *input = xml_is(node, "label")
                               ? by_id(shape, html_node_value(node, "for"))
                               : NULL;
    const char *type = input ? html_node_value(input, "type") : NULL;
    const xmlNode *panel = type ? html_node_next_element(node) : NULL;
    return panel &&
           (ascii_casecmp(type, "checkbox") == 0 ||
            ascii_casecmp(type, "radio") == 0) &&
           !html_node_is_inline(panel) && !xml_is(panel, "label") &&
           !xml_find(panel, "input") && !html_node_is_blank(panel);
}

/* <a href="#" class="accordion-title">: a link to nowhere that opens what comes
 * after it. */
static bool is_link_to_nowhere(const xmlNode *node)
{
    const char *href = html_node_value(node, "href");
    const char *class = html_node_value(node, "class");
    const xmlNode *next = html_node_next_element(node);
    return xml_is(node, "a") &&
           (!href || strcmp(href, "#") == 0 ||
            ascii_ncasecmp(href, "javascript:", 11) == 0) &&
           class &&
           (ascii_casestr(class, "accordion") ||
            ascii_casestr(class, "toggle") ||
            ascii_casestr(class, "collaps")) &&
           next && !html_node_is_inline(next) && !html_node_is_blank(next);
}

bool html_panel_is_button(const xmlNode *node)
{
    return xml_is(node, "button") || html_node_has_role(node, "button") ||
           is_link_to_nowhere(node) ||
           (xml_is(node, "a") && (html_node_value(node, "aria-expanded") ||
                                  html_node_value(node, "data-toggle") ||
                                  html_node_value(node, "data-bs-toggle")));
}

static bool holds_several_buttons(const xmlNode *root)
{
    unsigned n = 0;
    for (const xmlNode *node = root; node && n < 2; node = xml_walk(root, node))
        n += html_panel_is_button(node);
    return n > 1;
}

/* A line without an end, right above what is hidden: a button, whatever it is
 * made of. */
static bool is_above_hidden(const xmlNode *node)
{
    static const char *const names[] = {"div", "p", "span", "a", "label"};
    const xmlNode *next = html_node_next_element(node);
    bool may = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        may |= xml_is(node, names[i]);
    if (!may || !next || !html_node_is_hidden(next) ||
        html_node_is_hidden(node) || html_node_is_blank(next) ||
        !html_node_is_short(node) || html_node_is_inline(next) ||
        holds_several_buttons(node))
        return false;
    char *text = rich_plain(node);
    size_t n = strlen(text);
    bool open = n > 0 && !strchr(".,;!", text[n - 1]);
    free(text);
    return open;
}

/* What a button says of itself, and not of the text that it opens; folded. */
static bool is_called_more(const xmlNode *button)
{
    static const char *const names[] = {"more",
                                        "show more",
                                        "read more",
                                        "see more",
                                        "view more",
                                        "load more",
                                        "learn more",
                                        "show",
                                        "show all",
                                        "expand",
                                        "expand all",
                                        "open all",
                                        "collapse all",
                                        "close",
                                        "close all",
                                        "hide",
                                        "menu",
                                        "toggle",
                                        "continue reading",
                                        "see all",
                                        "mehr",
                                        "mehr anzeigen",
                                        "mehr lesen",
                                        "weiterlesen",
                                        "alle anzeigen",
                                        "alle offnen",
                                        "schliessen",
                                        "leer mas",
                                        "ver mas",
                                        "mostrar mas",
                                        "ver todo",
                                        "cerrar",
                                        "lire la suite",
                                        "voir plus",
                                        "afficher plus",
                                        "en savoir plus",
                                        "tout afficher",
                                        "fermer",
                                        "leggi tutto",
                                        "mostra altro",
                                        "ler mais",
                                        "ver mais",
                                        "lees meer",
                                        "visa mer",
                                        "xem them",
                                        "更多",
                                        "展开",
                                        "展開"};
    if (!html_node_is_short(button))
        return false;
    char *text = rich_plain(button);
    char *folded = fold_string(text, FOLD_ALL | FOLD_SPACES);
    bool more = false;
    size_t n = strcspn(folded, ".…:+>»");
    while (n > 0 && folded[n - 1] == ' ')
        n--;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        more |= strlen(names[i]) == n && strncmp(folded, names[i], n) == 0;
    free(folded);
    free(text);
    return more;
}

bool html_panel_is_headed_by(const struct html_shape_state *shape,
                             const xmlNode *button)
{
    if (html_node_is_in_heading(button) || html_node_is_blank(button) ||
        is_called_more(button))
        return false;
    if (html_panel_is_toggle(shape, button))
        return panel_of(shape, button);
    if (!html_panel_is_button(button))
        return is_above_hidden(button);
    const xmlNode *panel = panel_of(shape, button);
    bool opens =
        panel && (html_node_value(button, "aria-expanded") ||
                  html_node_value(button, "aria-controls") ||
                  html_node_value(button, "data-toggle") ||
                  html_node_value(button, "data-bs-toggle") ||
                  html_node_is_hidden(panel) || is_link_to_nowhere(button) ||
                  html_node_has_role(panel, "region"));
    return opens || html_node_asks(button);
}

static bool says_the_same(const xmlNode *a, const xmlNode *b)
{
    char *left = rich_plain(a), *right = rich_plain(b);
    bool same = fold_compare(left, right) == 0;
    free(left);
    free(right);
    return same;
}

/* Puts the name of a tab or a button on top of its panel, unless a heading
 * there says it. */
static void name_panel(const struct html_shape_state *shape, xmlNode *tab,
                       xmlNode *panel)
{
    const xmlNode *heading = html_node_first_heading(panel);
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

static xmlNode *child_with(const xmlNode *parent, const xmlNode *node)
{
    while (node && node->parent != parent)
        node = node->parent;
    return (xmlNode *)node;
}

/* Does a button stand above what it says it controls, if not right above? */
static bool is_far_above(const struct html_shape_state *shape,
                         const xmlNode *button, const xmlNode *panel)
{
    const char *id = html_node_value(button, "aria-controls");
    if (!panel || panel != by_id(shape, id))
        return false;
    const xmlNode *common = button->parent;
    while (common && !child_with(common, panel))
        common = common->parent;
    const xmlNode *above = child_with(common, button);
    const xmlNode *below = child_with(common, panel);
    for (unsigned n = 0; above && above != below && n < FAR_NODES; n++)
        above = above->next;
    return above == below;
}

/* Of several buttons in a row, each names its own panel. */
static void name_far_panel(const struct html_shape_state *shape,
                           xmlNode *button, xmlNode *panel)
{
    xmlNode *name =
        xmlNewDocNode(button->doc, NULL, (const xmlChar *)"span", NULL);
    for (xmlNode *child = button->children, *next; child; child = next) {
        next = child->next;
        xmlUnlinkNode(child);
        xmlAddChild(name, child);
    }
    name_panel(shape, name, panel);
}

void html_panel_wrap(const struct html_shape_state *shape, xmlNode *button)
{
    xmlNode *panel = panel_of(shape, button);
    xmlNodeSetName(button, (const xmlChar *)HTML_QUESTION);
    xmlNode *first = button;
    while (panel && first->parent != panel->parent && first != shape->body &&
           !first->prev && !first->next)
        first = first->parent;
    const xmlNode *below = first;
    while (panel && below && below != panel &&
           (below == first || html_node_is_blank(below)))
        below = below->next;
    if (!panel || below != panel) {
        if (is_far_above(shape, button, panel))
            name_far_panel(shape, button, panel);
        return;
    }
    xmlNode *whole = xmlNewNode(NULL, (const xmlChar *)"details");
    xmlAddPrevSibling(first, whole);
    for (xmlNode *at = first, *next; at; at = at == panel ? NULL : next) {
        next = at->next;
        xmlUnlinkNode(at);
        xmlAddChild(whole, at);
    }
}

/* ---- tabs ---- */

static bool is_panel(const xmlNode *node)
{
    const char *class = html_node_value(node, "class");
    return html_node_has_role(node, "tabpanel") ||
           (class && ascii_casestr(class, "tab-pane"));
}

bool html_panel_is_list(const struct html_shape_state *shape,
                        const xmlNode *list)
{
    if (!xml_is(list, "ul") && !xml_is(list, "ol"))
        return false;
    const xmlNode *link = xml_find(list, "a");
    const char *href = link ? html_node_value(link, "href") : NULL;
    const xmlNode *target =
        href && href[0] == '#' ? by_id(shape, href + 1) : NULL;
    return target && is_panel(target);
}

/* The panels below a list of tabs, in order. */
struct panels {
    xmlNode **items;
    size_t n, capacity;
};

static void collect_panels(const struct html_shape_state *shape,
                           const xmlNode *list, struct panels *panels)
{
    for (const xmlNode *node = list; node; node = xml_walk(shape->body, node))
        if (node->type == XML_ELEMENT_NODE && is_panel(node)) {
            panels->items = mem_grow(panels->items, panels->n,
                                     &panels->capacity, sizeof *panels->items);
            panels->items[panels->n++] = (xmlNode *)node;
        }
}

/* The panel of a tab: that of its id, or the one of its number. */
static xmlNode *tab_panel(const struct html_shape_state *shape,
                          const xmlNode *tab, const struct panels *panels,
                          size_t number)
{
    const xmlNode *link =
        html_node_value(tab, "href") ? tab : xml_find(tab, "a");
    const char *href = link ? html_node_value(link, "href") : NULL;
    xmlNode *panel = by_id(shape, html_node_value(tab, "aria-controls"));
    if (!panel && href && href[0] == '#')
        panel = by_id(shape, href + 1);
    return panel ? panel : number < panels->n ? panels->items[number] : NULL;
}

/* A tab that nothing closes holds its panel. */
static bool holds(const xmlNode *tab, const xmlNode *panel)
{
    while (panel && panel != tab)
        panel = panel->parent;
    return panel;
}

void html_panel_name_all(struct html_shape_state *shape, xmlNode *list)
{
    struct panels panels = {0};
    collect_panels(shape, list, &panels);
    size_t n = 0;
    const xmlNode *next;
    for (const xmlNode *node = list; node; node = next) {
        const char *href = html_node_value(node, "href");
        const xmlNode *target =
            href && href[0] == '#' ? by_id(shape, href + 1) : NULL;
        bool tab =
            html_node_has_role(node, "tab") || (target && is_panel(target));
        next = tab ? xml_skip(list, node) : xml_walk(list, node);
        if (!tab)
            continue;
        xmlNode *panel = tab_panel(shape, node, &panels, n++);
        if (panel && !holds(node, panel))
            name_panel(shape, (xmlNode *)node, panel);
    }
    free(panels.items);
}

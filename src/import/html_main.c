/* The part of a page that is its article. [libxml2]
 *
 * What a page says of itself goes first: <main>, role="main", one <article>.
 * Otherwise the narrowest element beside which there are only links.
 * Furniture is known by what it is: a landmark, a form to fill in, a block of
 * links. What is hidden until one opens it is text, and so is what only has a
 * suspicious name. */
#include "import/html_main.h"

#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "import/html_amount.h"
#include "import/html_clean.h"
#include "import/html_safety.h"
#include "import/rich_role.h"
#include "import/xml.h"

#define ENOUGH_PERCENT 30 /* of the page's text, for what calls itself main */
#define MIN_LINKS 3

static const char *const main_ids[] = {"main-content", "maincontent", "main",
                                       "content", "article"};

/* ---- what an element is ---- */

static bool has_value(const xmlNode *node, const char *attribute,
                      const char *wanted)
{
    char *value = xml_attribute(node, attribute);
    bool equal = value && ascii_casecmp(value, wanted) == 0;
    xmlFree(value);
    return equal;
}

static bool is_one_of(const xmlNode *node, const char *const *names,
                      size_t n_names)
{
    for (size_t i = 0; i < n_names; i++)
        if (xml_is(node, names[i]))
            return true;
    return false;
}

static bool has_role_of(const xmlNode *node, const char *const *roles,
                        size_t n_roles)
{
    for (size_t i = 0; i < n_roles; i++)
        if (has_value(node, "role", roles[i]))
            return true;
    return false;
}

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define IS_ONE_OF(node, names) is_one_of(node, names, COUNT(names))
#define HAS_ROLE_OF(node, roles) has_role_of(node, roles, COUNT(roles))

static bool is_main(const xmlNode *node)
{
    return xml_is(node, "main") ||
           (node->type == XML_ELEMENT_NODE && has_value(node, "role", "main"));
}

/* ---- furniture ---- */

/* A form that asks for something, and tells nothing. */
static bool is_form(const xmlNode *node)
{
    static const char *const fields[] = {"input", "select", "textarea"};
    if (!xml_is(node, "form") && !has_value(node, "role", "search"))
        return false;
    if (html_amount_has_sentence(node))
        return false;
    for (const xmlNode *at = node; at; at = xml_walk(node, at))
        if (IS_ONE_OF(at, fields))
            return true;
    return !node->children;
}

/* What leads to other places. */
static bool is_navigation(const xmlNode *node)
{
    static const char *const roles[] = {"navigation", "menu", "menubar",
                                        "toolbar"};
    return (xml_is(node, "nav") || HAS_ROLE_OF(node, roles)) &&
           (html_amount_is_links(node) || !html_amount_has_sentence(node));
}

static bool is_in_section(const xmlNode *node)
{
    while (node && !xml_is(node, "section"))
        node = node->parent;
    return node;
}

/* Landmarks around an article; inside one, or a section, they are its own. */
static bool is_around(const xmlNode *node)
{
    if ((xml_is(node, "header") || xml_is(node, "footer")) &&
        is_in_section(node))
        return false;
    static const char *const names[] = {"footer", "dialog"};
    static const char *const roles[] = {"banner", "contentinfo", "dialog",
                                        "alertdialog"};
    return IS_ONE_OF(node, names) || HAS_ROLE_OF(node, roles) ||
           (xml_is(node, "header") && !xml_find(node, "h1"));
}

/* What stands beside: text of its own belongs to the article. */
static bool is_aside(const xmlNode *node)
{
    static const char *const names[] = {"aside", "dialog"};
    static const char *const roles[] = {"complementary", "dialog"};
    return IS_ONE_OF(node, names) || HAS_ROLE_OF(node, roles);
}

/* A block of links where no element says what the article is. */
static bool is_link_block(const xmlNode *node)
{
    static const char *const names[] = {"div", "section", "ul", "ol", "header"};
    if (!IS_ONE_OF(node, names))
        return false;
    struct html_amount amount = html_amount_of(node);
    return amount.n_links >= MIN_LINKS &&
           amount.linked * 100 > amount.all * HTML_AMOUNT_LINKED_PERCENT &&
           !html_amount_has_sentence(node) && !xml_find(node, "h1");
}

/* Names the rule; NULL if the element is text. */
static const char *furniture(const xmlNode *node, bool in_article,
                             bool is_declared)
{
    if (node->type != XML_ELEMENT_NODE || xml_is(node, "body") || is_main(node))
        return NULL;
    if (is_form(node))
        return "form";
    if (is_navigation(node))
        return "navigation";
    if (is_aside(node) && html_amount_is_links(node))
        return "links beside";
    if (!in_article && is_around(node))
        return HTML_FRAME;
    if (!in_article && !is_declared && is_link_block(node))
        return "links";
    return NULL;
}

static bool has_main(const xmlNode *body)
{
    for (const xmlNode *node = body; node; node = xml_walk(body, node))
        if (is_main(node) || xml_is(node, "article"))
            return true;
    return false;
}

/* What it says of safety stays: in an article where it stands, unless it has a
 * heading of its own; else it goes to kept. */
static void take_out(xmlNode *node, bool in_article, xmlNode *kept,
                     struct ledger *ledger, const char *what)
{
    xmlNode *here =
        xmlNewDocNode(node->doc, NULL, (const xmlChar *)"div", NULL);
    html_safety_keep(node, NULL, in_article ? here : kept, ledger);
    html_safety_put(here, kept, node);
    xml_note(node, ledger, LEDGER_LEFT_OUT, what);
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

static void take_out_furniture(xmlNode *body, xmlNode *kept,
                               struct ledger *ledger)
{
    bool is_declared = has_main(body);
    const xmlNode *article_end = NULL, *next;
    bool in_article = false;
    for (const xmlNode *node = body; node; node = next) {
        if (node == article_end)
            in_article = false;
        if (!in_article && (is_main(node) || xml_is(node, "article"))) {
            in_article = true;
            article_end = xml_skip(body, node);
        }
        const char *what = furniture(node, in_article, is_declared);
        next = what ? xml_skip(body, node) : xml_walk(body, node);
        if (what)
            take_out((xmlNode *)node, in_article, kept, ledger, what);
    }
}

/* ---- the article ---- */

/* The innermost element that holds two nodes. */
static xmlNode *common_parent(xmlNode *body, xmlNode *a, const xmlNode *b)
{
    for (; a != body; a = a->parent)
        for (const xmlNode *at = b; at; at = at->parent)
            if (at == a)
                return a;
    return body;
}

static xmlNode *find_declared(xmlNode *body)
{
    xmlNode *mains = NULL, *articles = NULL;
    const xmlNode *next;
    for (const xmlNode *node = body; node; node = next) {
        bool found = is_main(node);
        if (found)
            mains = mains ? common_parent(body, mains, node) : (xmlNode *)node;
        if (xml_is(node, "article"))
            articles = articles ? common_parent(body, articles, node)
                                : (xmlNode *)node;
        next = found ? xml_skip(body, node) : xml_walk(body, node);
    }
    return mains ? mains : articles;
}

static xmlNode *find_by_id(xmlNode *body)
{
    for (size_t i = 0; i < COUNT(main_ids); i++)
        for (const xmlNode *node = body; node; node = xml_walk(body, node))
            if (node->type == XML_ELEMENT_NODE &&
                has_value(node, "id", main_ids[i]))
                return (xmlNode *)node;
    return NULL;
}

/* May the article be what is in this element, and not the element itself? */
static bool is_wrapper(const xmlNode *node)
{
    static const char *const names[] = {
        "div", "section", "article", "td", "table", "tbody", "tr", "center"};
    return node->type == XML_ELEMENT_NODE && IS_ONE_OF(node, names) &&
           role_of(node).type != ROLE_QUOTE;
}

/* The one child that is not a block of links and holds the text; NULL if there
 * is more than that. */
static xmlNode *only_child(const xmlNode *parent)
{
    xmlNode *only = NULL;
    for (xmlNode *child = parent->children; child; child = child->next) {
        struct html_amount amount = html_amount_of(child);
        if (amount.all == 0 ||
            (is_wrapper(child) &&
             amount.linked * 100 > amount.all * HTML_AMOUNT_LINKED_PERCENT))
            continue;
        if (only)
            return NULL;
        only = child;
    }
    return only && is_wrapper(only) ? only : NULL;
}

/* Through rows and tables, but never one of them: it is data then. */
static xmlNode *find_by_text(xmlNode *body)
{
    xmlNode *best = body;
    for (xmlNode *at = body; (at = only_child(at));)
        if (!xml_is(at, "table") && !xml_is(at, "tbody") && !xml_is(at, "tr"))
            best = at;
    return best;
}

static bool is_enough(const xmlNode *node, const xmlNode *body)
{
    return node && html_amount_of(node).all * 100 >
                       html_amount_of(body).all * ENOUGH_PERCENT;
}

static xmlNode *find_main(xmlNode *body)
{
    xmlNode *declared = find_declared(body);
    if (is_enough(declared, body))
        return declared;
    xmlNode *by_id = find_by_id(body);
    return is_enough(by_id, body) ? by_id : find_by_text(body);
}

static bool is_in(const xmlNode *node, const xmlNode *root)
{
    while (node && node != root)
        node = node->parent;
    return node;
}

/* What comes after the first </body> is text, too, wherever it got to. */
static void adopt_rest(xmlNode *body, xmlNode *main)
{
    const xmlNode *next;
    for (const xmlNode *node = body; node; node = next) {
        bool rest = xml_is(node, HTML_AFTER_BODY);
        next = rest ? xml_skip(body, node) : xml_walk(body, node);
        if (!rest || is_in(node, main) || is_in(main, node))
            continue;
        xmlUnlinkNode((xmlNode *)node);
        xmlAddChild(main, (xmlNode *)node);
    }
}

/* The next node outside of the article that is in no other one; the first one
 * after body. */
static const xmlNode *next_outside(const xmlNode *body, const xmlNode *main,
                                   const xmlNode *node)
{
    node = node == body ? xml_walk(body, node) : xml_skip(body, node);
    while (node && is_in(main, node))
        node = node == main ? xml_skip(body, node) : xml_walk(body, node);
    return node;
}

/* Puts a text into an element, of which it can be taken out. */
static xmlNode *wrap(xmlNode *text)
{
    xmlNode *span =
        xmlNewDocNode(text->doc, NULL, (const xmlChar *)"span", NULL);
    xmlReplaceNode(text, span);
    xmlAddChild(span, text);
    return span;
}

static void keep_outside(xmlNode *body, const xmlNode *main, xmlNode *kept,
                         struct ledger *ledger)
{
    xmlNode *heading = NULL;
    const xmlNode *next = main == body ? NULL : next_outside(body, main, body);
    while (next) {
        xmlNode *node = (xmlNode *)next;
        next = next_outside(body, main, node);
        if (node->type == XML_TEXT_NODE)
            node = wrap(node);
        html_safety_keep(node, heading, kept, ledger);
        if (html_safety_is_heading(node))
            heading = node;
    }
}

static void leave_outside(xmlNode *body, const xmlNode *main, xmlNode *kept,
                          struct ledger *ledger)
{
    keep_outside(body, main, kept, ledger);
    const xmlNode *node = main == body ? NULL : next_outside(body, main, body);
    for (; node; node = next_outside(body, main, node))
        xml_note(node, ledger, LEDGER_LEFT_OUT, HTML_OUTSIDE);
}

void html_main_leave_outside(xmlNode *body, xmlNode *main,
                             struct ledger *ledger)
{
    xmlNode *kept =
        xmlNewDocNode(body->doc, NULL, (const xmlChar *)"div", NULL);
    leave_outside(body, main, kept, ledger);
    html_safety_put(kept, main, main->children);
}

xmlNode *html_main(xmlNode *body, struct ledger *ledger)
{
    struct arena arena;
    arena_init(&arena);
    html_amount_measure(body, &arena);
    xmlNode *kept =
        xmlNewDocNode(body->doc, NULL, (const xmlChar *)"div", NULL);
    take_out_furniture(body, kept, ledger);
    html_amount_measure(body, &arena);
    xmlNode *main = find_main(body);
    adopt_rest(body, main);
    leave_outside(body, main, kept, ledger);
    html_amount_forget(body);
    html_safety_show(main, ledger);
    html_safety_put(kept, main, main->children);
    arena_finish(&arena);
    return main;
}

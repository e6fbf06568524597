/* The part of a page that is its article. [libxml2]
 *
 * What a page says of itself goes first: <main>, role="main", one <article>.
 * Otherwise the narrowest element that holds most of the text outside links. */
#include "import/html_main.h"

#include <string.h>

#include "base/ascii.h"
#include "import/html.h"
#include "import/rich_role.h"
#include "import/xml.h"

/* An element named like furniture that holds more than this share of the page
 * has got its name for another reason: <body class="has-sidebar">. */
#define FURNITURE_PERCENT 30
#define MAIN_PERCENT 85

static const char *const furniture_elements[] = {"nav", "footer", "form",
                                                 "dialog"};

static const char *const furniture_roles[] = {
    "navigation", "banner", "contentinfo", "search", "complementary",
    "dialog",     "menu",   "menubar",     "toolbar"};

/* Elements that a class or an id makes furniture: a heading is text. */
static const char *const named_elements[] = {"div", "section", "ul", "ol",
                                             "header"};

/* Words of class and id. */
static const char *const furniture_words[] = {
    "ad",         "ads",         "advert",     "advertisement", "banner",
    "breadcrumb", "breadcrumbs", "comments",   "cookie",        "cookies",
    "footer",     "masthead",    "menu",       "modal",         "nav",
    "navbar",     "navigation",  "newsletter", "pager",         "pagination",
    "popup",      "promo",       "share",      "sharing",       "sidebar",
    "skip",       "skiplink",    "social",     "subscribe",     "toolbar"};

static const char *const main_ids[] = {"main-content", "maincontent", "main",
                                       "content", "article"};

/* ---- how much text ---- */

struct amount {
    size_t all, linked; /* bytes that are not white space */
};

static size_t count(const xmlNode *text)
{
    size_t n = 0;
    for (const xmlChar *at = text->content; at && *at; at++)
        n += !ascii_is_space(*at);
    return n;
}

static struct amount amount_of(const xmlNode *root)
{
    struct amount amount = {0};
    bool linked = false;
    const xmlNode *link_end = NULL;
    for (const xmlNode *node = root; node; node = xml_walk(root, node)) {
        if (node == link_end)
            linked = false;
        if (!linked && xml_is(node, "a")) {
            linked = true;
            link_end = xml_skip(root, node);
        }
        if (node->type != XML_TEXT_NODE)
            continue;
        size_t n = count(node);
        amount.all += n;
        amount.linked += linked ? n : 0;
    }
    return amount;
}

/* ---- furniture ---- */

static bool is_one_of(const char *word, size_t n_bytes,
                      const char *const *words, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++)
        if (strlen(words[i]) == n_bytes &&
            ascii_ncasecmp(words[i], word, n_bytes) == 0)
            return true;
    return false;
}

#define IS_ONE_OF(word, n_bytes, words)                                        \
    is_one_of(word, n_bytes, words, sizeof(words) / sizeof *(words))

/* "site-nav", "nav_main": has the attribute a word of furniture? */
static bool is_named_so(const xmlNode *node, const char *attribute)
{
    char *names = xml_attribute(node, attribute);
    bool found = false;
    for (const char *at = names; at && *at && !found;) {
        size_t n = 0;
        while (ascii_is_alnum(at[n]))
            n++;
        found = IS_ONE_OF(at, n, furniture_words);
        at += n + (at[n] != '\0');
    }
    xmlFree(names);
    return found;
}

static bool is_hidden(const xmlNode *node)
{
    char *aria = xml_attribute(node, "aria-hidden");
    char *style = xml_attribute(node, "style");
    char *hidden = xml_attribute(node, "hidden");
    bool is = hidden || (aria && ascii_casecmp(aria, "true") == 0) ||
              (style && (ascii_casestr(style, "display:none") ||
                         ascii_casestr(style, "display: none")));
    /* "until-found" is how pages fold a section that one can open. */
    is &= !(hidden && ascii_casecmp(hidden, "until-found") == 0);
    xmlFree(aria);
    xmlFree(style);
    xmlFree(hidden);
    return is;
}

static bool has_furniture_role(const xmlNode *node)
{
    char *role = xml_attribute(node, "role");
    bool found = role && IS_ONE_OF(role, strlen(role), furniture_roles);
    xmlFree(role);
    return found;
}

static bool is_furniture(const xmlNode *node, size_t n_page)
{
    if (node->type != XML_ELEMENT_NODE || xml_is(node, "body") ||
        xml_is(node, "main"))
        return false;
    const char *name = (const char *)node->name;
    bool named = IS_ONE_OF(name, strlen(name), furniture_elements) ||
                 has_furniture_role(node) ||
                 (xml_is(node, "header") && !html_find(node, "h1"));
    bool hidden = is_hidden(node);
    bool perhaps = xml_is(node, "aside") ||
                   (IS_ONE_OF(name, strlen(name), named_elements) &&
                    (is_named_so(node, "class") || is_named_so(node, "id")));
    if (!named && !hidden && !perhaps)
        return false;
    struct amount amount = amount_of(node);
    if (amount.all * 100 > n_page * FURNITURE_PERCENT)
        return false;
    /* An aside with text of its own belongs to the article. */
    return named || hidden || !xml_is(node, "aside") ||
           amount.linked * 2 > amount.all;
}

static void take_out_furniture(xmlNode *body)
{
    size_t n_page = amount_of(body).all;
    const xmlNode *next;
    for (const xmlNode *node = body; node; node = next) {
        bool out = is_furniture(node, n_page);
        next = out ? xml_skip(body, node) : xml_walk(body, node);
        if (!out)
            continue;
        xmlUnlinkNode((xmlNode *)node);
        xmlFreeNode((xmlNode *)node);
    }
}

/* ---- the article ---- */

static bool has_value(const xmlNode *node, const char *attribute,
                      const char *wanted)
{
    char *value = xml_attribute(node, attribute);
    bool equal = value && ascii_casecmp(value, wanted) == 0;
    xmlFree(value);
    return equal;
}

static xmlNode *find_declared(xmlNode *body)
{
    xmlNode *article = NULL;
    size_t n_articles = 0;
    for (const xmlNode *node = body; node; node = xml_walk(body, node)) {
        if (xml_is(node, "main") ||
            (node->type == XML_ELEMENT_NODE && has_value(node, "role", "main")))
            return (xmlNode *)node;
        if (xml_is(node, "article")) {
            article = (xmlNode *)node;
            n_articles++;
        }
    }
    return n_articles == 1 ? article : NULL;
}

static xmlNode *find_by_id(xmlNode *body)
{
    for (size_t i = 0; i < sizeof main_ids / sizeof *main_ids; i++)
        for (const xmlNode *node = body; node; node = xml_walk(body, node))
            if (node->type == XML_ELEMENT_NODE &&
                has_value(node, "id", main_ids[i]))
                return (xmlNode *)node;
    return NULL;
}

static size_t running_text(const xmlNode *node)
{
    struct amount amount = amount_of(node);
    return amount.all - amount.linked;
}

/* May the article be what is in this element, and not the element itself? */
static bool is_wrapper(const xmlNode *node)
{
    static const char *const names[] = {
        "div", "section", "article", "td", "table", "tbody", "tr", "center"};
    return node->type == XML_ELEMENT_NODE &&
           IS_ONE_OF((const char *)node->name, strlen((const char *)node->name),
                     names) &&
           role_of(node).type != ROLE_QUOTE;
}

/* Through rows and tables, but never one of them: it is data then. */
static xmlNode *find_by_text(xmlNode *body)
{
    size_t n_wanted = running_text(body) * MAIN_PERCENT / 100;
    xmlNode *best = body;
    for (xmlNode *child = body->children; child;) {
        if (!is_wrapper(child) || running_text(child) <= n_wanted) {
            child = child->next;
            continue;
        }
        if (!xml_is(child, "table") && !xml_is(child, "tbody") &&
            !xml_is(child, "tr"))
            best = child;
        child = child->children;
    }
    return best;
}

static bool is_enough(const xmlNode *node, const xmlNode *body)
{
    return node &&
           amount_of(node).all * 100 > amount_of(body).all * FURNITURE_PERCENT;
}

xmlNode *html_main(xmlNode *body)
{
    take_out_furniture(body);
    xmlNode *declared = find_declared(body);
    if (is_enough(declared, body))
        return declared;
    xmlNode *by_id = find_by_id(body);
    if (is_enough(by_id, body))
        return by_id;
    return find_by_text(body);
}

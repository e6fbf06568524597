/* Measures text and links of elements, each once, however they are nested. */
#include "import/html_amount.h"

#include <string.h>

#include "base/ascii.h"
#include "import/xml.h"

#define SENTENCE_WORDS 5

static size_t count(const xmlNode *text)
{
    size_t n = 0;
    for (const xmlChar *at = text->content; at && *at; at++)
        n += !ascii_is_space((char)*at);
    return n;
}

/* Some words and a full stop, outside links. */
static bool is_sentence(const char *text)
{
    size_t n_words = 0;
    for (const char *at = text; *at; at++) {
        n_words +=
            !ascii_is_space(*at) && (at == text || ascii_is_space(at[-1]));
        if (n_words >= SENTENCE_WORDS && strchr(".!?", *at))
            return true;
    }
    return false;
}

static void add_amount(const xmlNode *node, const xmlNode *body,
                       const struct html_amount *more)
{
    for (; node; node = node->parent) {
        struct html_amount *amount = node->_private;
        if (amount) {
            amount->all += more->all;
            amount->linked += more->linked;
            amount->n_links += more->n_links;
            amount->sentence |= more->sentence;
        }
        if (node == body)
            return;
    }
}

void html_amount_measure(xmlNode *body, struct arena *arena)
{
    const xmlNode *link_end = NULL;
    bool linked = false;
    for (const xmlNode *node = body; node; node = xml_walk(body, node)) {
        if (node == link_end)
            linked = false;
        struct html_amount more = {0};
        if (node->type == XML_ELEMENT_NODE)
            ((xmlNode *)node)->_private =
                arena_alloc(arena, sizeof(struct html_amount));
        if (!linked && xml_is(node, "a")) {
            linked = true;
            link_end = xml_skip(body, node);
            more.n_links = 1;
        }
        if (node->type == XML_TEXT_NODE) {
            more.all = count(node);
            more.linked = linked ? more.all : 0;
            more.sentence = !linked && node->content &&
                            is_sentence((const char *)node->content);
        }
        if (more.all > 0 || more.n_links > 0)
            add_amount(node->type == XML_TEXT_NODE ? node->parent : node, body,
                       &more);
    }
}

struct html_amount html_amount_of(const xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->_private)
        return *(const struct html_amount *)node->_private;
    struct html_amount amount = {0};
    if (node->type == XML_TEXT_NODE)
        amount.all = count(node);
    return amount;
}

bool html_amount_is_links(const xmlNode *node)
{
    struct html_amount amount = html_amount_of(node);
    return amount.linked * 100 > amount.all * HTML_AMOUNT_LINKED_PERCENT;
}

bool html_amount_has_sentence(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE
               ? node->content && is_sentence((const char *)node->content)
               : html_amount_of(node).sentence;
}

void html_amount_forget(const xmlNode *body)
{
    for (const xmlNode *node = body; node; node = xml_walk(body, node))
        if (node->type == XML_ELEMENT_NODE)
            ((xmlNode *)node)->_private = NULL;
}

/* Pages of MediaWiki. [libxml2]
 *
 * Its classes are the program's own, the same in every language. */
#include "import/html_wiki.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/strs.h"
#include "import/date_text.h"
#include "import/html_notes.h"
#include "import/rich.h"
#include "import/rich_role.h"
#include "import/xml.h"

static const struct {
    const char *attribute, *word, *what;
} frames[] = {
    {"class", "mw-editsection", "link for editors"},
    {"class", "mw-jump-link", "navigation"},
    {"class", "mw-cite-backlink", "link back"},
    {"class", "mw-indicators", "notice to editors"},
    {"class", "ambox", "notice to editors"},
    {"class", "noprint", "notice to editors"},
    {"class", "navbox", "navigation"},
    {"class", "printfooter", "where it was retrieved"},
    {"class", "mw-hidden-catlinks", "categories"},
    {"class", "toc", "table of contents"},
    {"id", "toc", "table of contents"},
    {"id", "catlinks", "categories"},
    {"id", "siteSub", "name of the site"},
    {"id", "jump-to-nav", "navigation"},
    {"id", "mw-navigation", "navigation"},
};

static bool has_word(const xmlNode *node, const char *attribute,
                     const char *word)
{
    char *value = xml_attribute(node, attribute);
    size_t n = strlen(word);
    bool found = false;
    for (const char *at = value; at && !found && (at = strstr(at, word));
         at += n)
        found = (at == value || ascii_is_space(at[-1])) &&
                (!at[n] || ascii_is_space(at[n]));
    xmlFree(value);
    return found;
}

static const char *frame(const xmlNode *node)
{
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
        if (has_word(node, frames[i].attribute, frames[i].word))
            return frames[i].what;
    return NULL;
}

static void take_out(xmlNode *node, struct ledger *ledger, const char *what)
{
    xml_note(node, ledger, LEDGER_LEFT_OUT, what);
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

static void take_out_frame(xmlNode *body, struct ledger *ledger)
{
    const xmlNode *next;
    for (const xmlNode *node = body; node; node = next) {
        const char *what =
            node->type == XML_ELEMENT_NODE && node != body ? frame(node) : NULL;
        next = what ? xml_skip(body, node) : xml_walk(body, node);
        if (what)
            take_out((xmlNode *)node, ledger, what);
    }
}

/* ---- citations ---- */

static bool is_blank_or_notes(const xmlNode *root)
{
    const xmlNode *next;
    for (const xmlNode *node = root; node; node = next) {
        bool note = xml_is(node, "noteText");
        next = note ? xml_skip(root, node) : xml_walk(root, node);
        if (!note && node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
            return false;
    }
    return true;
}

static bool is_heading(const xmlNode *node)
{
    return node && node->type == XML_ELEMENT_NODE &&
           (role_of(node).type == ROLE_HEADING ||
            has_word(node, "class", "mw-heading"));
}

/* "References" above nothing but notes: they get a heading of their own. */
static void drop_heading(xmlNode *list, struct ledger *ledger)
{
    xmlNode *top = list;
    while (top->parent && !has_word(top->parent, "class", "mw-parser-output"))
        top = top->parent;
    xmlNode *heading = top->prev;
    while (heading && !is_heading(heading) && is_blank_or_notes(heading))
        heading = heading->prev;
    const xmlNode *after = top->next;
    while (after && !is_heading(after) && is_blank_or_notes(after))
        after = after->next;
    if (is_heading(heading) && is_blank_or_notes(top) &&
        (!after || is_heading(after)))
        take_out(heading, ledger, "heading of the notes");
}

static void set_citations(xmlNode *body, struct ledger *ledger)
{
    xmlNode *last = NULL;
    for (const xmlNode *node = body; node; node = xml_walk(body, node)) {
        if (xml_is(node, "sup") && has_word(node, "class", "reference"))
            html_notes_cite((xmlNode *)node, xml_find(node, "a"), ledger);
        if (xml_is(node, "ol") && has_word(node, "class", "references")) {
            html_notes_keep((xmlNode *)node);
            last = (xmlNode *)node;
        }
    }
    if (last)
        drop_heading(last, ledger);
}

/* "This page was last edited on 5 May 2024, at 10:00." */
static void read_date(const xmlNode *body, struct draft *draft)
{
    for (const xmlNode *node = body; node; node = xml_walk(body, node)) {
        char *id = xml_attribute(node, "id");
        if (id && strcmp(id, "footer-info-lastmod") == 0) {
            char *text = rich_plain(node);
            struct date date;
            for (const char *at = text; *at && draft->updated.year == 0; at++)
                if (ascii_is_digit(*at) && date_text_parse(at, &date) &&
                    date.month > 0)
                    draft->updated = date;
            free(text);
        }
        xmlFree(id);
    }
}

bool html_wiki(xmlNode *body, struct draft *draft, struct ledger *ledger)
{
    const xmlNode *node = body;
    while (node && !has_word(node, "class", "mw-parser-output"))
        node = xml_walk(body, node);
    if (!node)
        return false;
    read_date(body, draft);
    take_out_frame(body, ledger);
    set_citations(body, ledger);
    return true;
}

/* Lists of FDA drug labels whose items carry their marks as text. [libxml2] */
#include "import/spl_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "import/rich.h"
#include "import/xml.h"

static char *caption_text(const xmlNode *item)
{
    const xmlNode *caption = xml_child(item, "caption");
    return caption ? rich_plain(caption) : NULL;
}

/* "3.", "3)", "(3)"; 0 for anything else. */
static unsigned number_of(const char *text)
{
    text += *text == '(';
    size_t n = strspn(text, "0123456789");
    bool number = n > 0 && n < 4 && strspn(text + n, ".)") == strlen(text + n);
    return number ? (unsigned)atoi(text) : 0;
}

/* Are the captions 1, 2, 3 ...? */
static bool is_numbered(const xmlNode *list)
{
    unsigned next = 1;
    for (const xmlNode *item = xml_child(list, "item"); item;
         item = xml_next(item, "item")) {
        char *text = caption_text(item);
        bool right = text && number_of(text) == next++;
        free(text);
        if (!right)
            return false;
    }
    return next > 1;
}

/* Is one letter the mark of all items, as "n" is of a black square in a font of
 * signs? */
static bool is_marked_alike(const xmlNode *list)
{
    size_t n_items = 0;
    char first = '\0';
    for (const xmlNode *item = xml_child(list, "item"); item;
         item = xml_next(item, "item")) {
        char *text = caption_text(item);
        bool right = text && ascii_is_alpha(text[0]) && !text[1] &&
                     (n_items == 0 || text[0] == first);
        first = right ? text[0] : '\0';
        free(text);
        if (!right)
            return false;
        n_items++;
    }
    return n_items > 1;
}

static bool has_letters(const char *text)
{
    for (; *text; text++)
        if (ascii_is_alnum(*text))
            return true;
    return false;
}

/* Puts a mark before the item's first words, within their paragraph. */
static void write_before(xmlNode *item, const char *mark)
{
    struct buf text;
    buf_init(&text);
    buf_printf(&text, "%s ", mark);
    xmlNode *words = xmlNewDocText(item->doc, (const xmlChar *)text.data);
    xmlNode *first = item->children;
    while (first && xmlIsBlankNode(first))
        first = first->next;
    xmlNode *parent = first && xml_is(first, "paragraph") ? first : item;
    if (parent->children)
        xmlAddPrevSibling(parent->children, words);
    else
        xmlAddChild(parent, words);
    buf_finish(&text);
}

/* dropped: what the captions are where the list says as much; else NULL. */
static void resolve_item(xmlNode *item, const char *dropped,
                         struct ledger *ledger)
{
    xmlNode *caption = xml_child(item, "caption");
    char *text = caption_text(item);
    if (!caption)
        return;
    xmlUnlinkNode(caption);
    xmlFreeNode(caption);
    if (dropped)
        ledger_note(ledger, LEDGER_LEFT_OUT, dropped, text, strlen(text));
    else if (has_letters(text))
        write_before(item, text);
    free(text);
}

static bool has_captions(const xmlNode *list)
{
    for (const xmlNode *item = xml_child(list, "item"); item;
         item = xml_next(item, "item"))
        if (xml_child(item, "caption"))
            return true;
    return false;
}

static void resolve_list(xmlNode *list, struct ledger *ledger)
{
    if (!has_captions(list))
        return;
    bool numbered = is_numbered(list);
    const char *dropped = numbered                ? "number of a list's item"
                          : is_marked_alike(list) ? "mark of a list's item"
                                                  : NULL;
    xmlSetProp(list, (const xmlChar *)"listType",
               (const xmlChar *)(numbered ? "ordered" : "unordered"));
    for (xmlNode *item = xml_child(list, "item"); item;
         item = xml_next(item, "item"))
        resolve_item(item, dropped, ledger);
}

void spl_resolve_captions(xmlNode *root, struct ledger *ledger)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node))
        if (xml_is(node, "list"))
            resolve_list((xmlNode *)node, ledger);
}

/* What the pages of a site repeat. [libxml2] */
#include "import/html_repeat.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "import/encoding.h"
#include "import/html.h"
#include "import/rich.h"
#include "import/rich_role.h"
#include "import/xml.h"
#include "kind/kind.h"

#define MAX_BLOCK_BYTES 1000

struct html_repeats {
    struct arena arena; /* keys */
    struct map blocks;  /* hash of a block -> struct repeat_count */
    size_t n_pages;
};

struct repeat_count {
    size_t n_pages;
    size_t last_page; /* that it was counted for */
};

struct html_repeats *html_repeats_new(void)
{
    struct html_repeats *repeats = mem_calloc(1, sizeof *repeats);
    arena_init(&repeats->arena);
    return repeats;
}

void html_repeats_free(struct html_repeats *repeats)
{
    if (!repeats)
        return;
    map_finish(&repeats->blocks);
    arena_finish(&repeats->arena);
    free(repeats);
}

/* ---- what may be furniture ---- */

static bool is_one_of(const xmlNode *node, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (xml_is(node, names[i]))
            return true;
    return false;
}

#define IS_ONE_OF(node, names)                                                 \
    is_one_of(node, names, sizeof(names) / sizeof *(names))

static bool is_article(const xmlNode *node)
{
    char *role = xml_attribute(node, "role");
    bool is = xml_is(node, "main") || xml_is(node, "article") ||
              (role && (ascii_casecmp(role, "main") == 0 ||
                        ascii_casecmp(role, "alert") == 0));
    xmlFree(role);
    return is;
}

/* A link to another place, and not what opens a part of this one. */
static bool is_link(const xmlNode *node)
{
    static const char *const opening[] = {"aria-expanded", "aria-controls",
                                          "role"};
    char *href = xml_is(node, "a") ? xml_attribute(node, "href") : NULL;
    bool link = href != NULL;
    xmlFree(href);
    for (size_t i = 0; link && i < sizeof opening / sizeof *opening; i++) {
        char *value = xml_attribute(node, opening[i]);
        link = !value;
        xmlFree(value);
    }
    return link;
}

/* Does all text below a block stand in links? */
static bool is_of_links(const xmlNode *block)
{
    const xmlNode *next;
    for (const xmlNode *node = block; node; node = next) {
        bool link = is_link(node);
        next = link ? xml_skip(block, node) : xml_walk(block, node);
        if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
            return false;
    }
    return true;
}

/* A year is the only number in it. */
static bool has_number(const char *text)
{
    for (; *text; text++) {
        size_t n = strspn(text, "0123456789");
        if (n > 0 && (n != 4 || (text[0] != '1' && text[0] != '2')))
            return true;
        text += n > 0 ? n - 1 : 0;
    }
    return false;
}

static bool has_button(const xmlNode *block)
{
    return xml_find(block, "a") || xml_find(block, "button");
}

/* Cookies with nothing to press may be biscuits. */
static bool is_about_site(const xmlNode *block, const char *text)
{
    return (strstr(text, "cookie") && has_button(block)) ||
           strstr(text, "copyright") || strstr(text, "\u00A9");
}

static bool has_heading_or_article(const xmlNode *block)
{
    for (const xmlNode *node = block; node; node = xml_walk(block, node))
        if (node->type == XML_ELEMENT_NODE &&
            (is_article(node) || role_of(node).type == ROLE_HEADING))
            return true;
    return false;
}

/* A block's text, folded, if it may be furniture; else NULL. Below a heading
 * links may be what the text speaks of: medicines not to take, say. */
static char *text_of(const xmlNode *block, bool below_heading)
{
    static const char *const blocks[] = {
        "div", "section", "p", "ul", "ol", "header", "footer", "aside", "form"};
    if (!IS_ONE_OF(block, blocks))
        return NULL;
    struct buf text;
    buf_init(&text);
    xml_text(block, &text);
    char *folded = text.n_bytes > 0 && text.n_bytes <= MAX_BLOCK_BYTES
                       ? fold_string(text.data, FOLD_ALL | FOLD_SPACES)
                       : mem_strdup("");
    bool may = folded[0] && !has_number(folded) &&
               !has_heading_or_article(block) &&
               (is_about_site(block, folded) ||
                (!below_heading && is_of_links(block)));
    buf_finish(&text);
    if (may)
        return folded;
    free(folded);
    return NULL;
}

/* ---- walking ---- */

/* A walk over the blocks of a page that may be furniture. */
struct block_walk {
    const xmlNode *body, *next;
    bool below_heading;
};

/* The next block, and its text, which the caller frees; NULL at the end. A
 * block in another one comes after it, unless the caller sets next. */
static xmlNode *next_block(struct block_walk *walk, char **text)
{
    while (walk->next) {
        const xmlNode *node = walk->next;
        bool heading = node->type == XML_ELEMENT_NODE &&
                       role_of(node).type == ROLE_HEADING;
        bool skip =
            heading || (node->type == XML_ELEMENT_NODE && is_article(node));
        walk->below_heading |= heading;
        walk->next =
            skip ? xml_skip(walk->body, node) : xml_walk(walk->body, node);
        *text = skip ? NULL : text_of(node, walk->below_heading);
        if (*text)
            return (xmlNode *)node;
    }
    return NULL;
}

/* ---- counting ---- */

static void count_block(struct html_repeats *repeats, const char *text)
{
    uint64_t hash = map_hash(text, strlen(text));
    struct map_entry *entry =
        map_put(&repeats->blocks, (const char *)&hash, sizeof hash);
    if (!entry->pointer) {
        entry->key =
            arena_strndup(&repeats->arena, (const char *)&hash, sizeof hash);
        entry->pointer =
            arena_alloc(&repeats->arena, sizeof(struct repeat_count));
        *(struct repeat_count *)entry->pointer = (struct repeat_count){0};
    }
    struct repeat_count *count = entry->pointer;
    count->n_pages += count->last_page != repeats->n_pages;
    count->last_page = repeats->n_pages;
}

static void count_blocks(struct html_repeats *repeats, const xmlNode *body)
{
    struct block_walk walk = {.body = body, .next = body};
    char *text;
    while (next_block(&walk, &text)) {
        count_block(repeats, text);
        free(text);
    }
}

void html_repeats_add(struct html_repeats *repeats, const struct document *page)
{
    struct buf text;
    struct strs data;
    struct error err;
    char *charset = html_charset(page->data, page->n_bytes);
    buf_init(&text);
    strs_init(&data);
    xmlDoc *html =
        encoding_to_utf8(page->data, page->n_bytes, charset, &text, &err)
            ? html_parse(text.data, text.n_bytes, &data, &err)
            : NULL;
    xmlNode *body = html ? xml_find(xmlDocGetRootElement(html), "body") : NULL;
    repeats->n_pages += body != NULL;
    if (body)
        count_blocks(repeats, body);
    xmlFreeDoc(html);
    strs_finish(&data);
    buf_finish(&text);
    free(charset);
}

/* ---- taking out ---- */

static bool is_repeated(const struct html_repeats *repeats, const char *text)
{
    uint64_t hash = map_hash(text, strlen(text));
    const struct map_entry *entry =
        map_find(&repeats->blocks, (const char *)&hash, sizeof hash);
    const struct repeat_count *count = entry ? entry->pointer : NULL;
    return count && count->n_pages >= HTML_REPEAT_PAGES &&
           count->n_pages * 2 >= repeats->n_pages;
}

/* "Emergency", "Side effects": a link to what the reader must find. */
static bool is_safety(const xmlNode *block, const struct kind_context *context)
{
    for (const xmlNode *node = block; node; node = xml_walk(block, node)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        char *text = rich_plain(node);
        enum kind kind = kind_of_heading(text, context);
        free(text);
        if (kind != KIND_NONE && kind_get(kind)->safety)
            return true;
    }
    return false;
}

void html_repeats_take_out(const struct html_repeats *repeats, xmlNode *body,
                           const char *lang, struct ledger *ledger)
{
    const struct kind_context context = {.lang = lang};
    struct block_walk walk = {.body = body, .next = repeats ? body : NULL};
    char *text;
    for (xmlNode *block; (block = next_block(&walk, &text)); free(text)) {
        if (!is_repeated(repeats, text) || is_safety(block, &context))
            continue;
        walk.next = xml_skip(body, block);
        xml_note(block, ledger, LEDGER_LEFT_OUT, "repeated on the site");
        xmlUnlinkNode(block);
        xmlFreeNode(block);
    }
}

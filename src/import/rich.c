/* Rich text as a tree of elements, HTML's or SPL's, written as Markdown.
 * [libxml2] */
#include "import/rich.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/rich_note.h"
#include "import/rich_paragraph.h"
#include "import/rich_role.h"
#include "import/rich_table.h"
#include "import/url.h"
#include "import/xml.h"

static void walk(struct rich *rich, const xmlNode *node);

void rich_init(struct rich *rich, const struct rich_options *options,
               struct buf *out)
{
    *rich = (struct rich){.options = options};
    rich->level = options->target_level > 1 ? options->target_level - 1 : 1;
    blocks_init(&rich->blocks, out);
    inlines_init(&rich->inlines);
}

void rich_finish(struct rich *rich)
{
    rich_write_notes(rich);
    inlines_finish(&rich->inlines);
    blocks_finish(&rich->blocks);
    arena_finish(&rich->arena);
}

void rich_strong_line(struct rich *rich, const char *text)
{
    enum style style = rich->inlines.style;
    rich->inlines.style = STYLE_STRONG;
    inlines_add(&rich->inlines, text, strlen(text));
    rich_flush(rich, NULL);
    rich->inlines.style = style;
}

/* ---- one function a role ---- */

static void walk_styled(struct rich *rich, const xmlNode *node,
                        enum style style)
{
    enum style before = rich->inlines.style;
    if (before != STYLE_STRONG)
        rich->inlines.style = style;
    walk(rich, node);
    rich->inlines.style = before;
}

static void walk_block(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line) {
        inlines_space(&rich->inlines);
        walk(rich, node);
        inlines_space(&rich->inlines);
        return;
    }
    rich_flush(rich, NULL);
    walk(rich, node);
    rich_flush(rich, node);
}

static void add_list_break(struct rich *rich)
{
    struct inlines *inlines = &rich->inlines;
    if (inlines_trim(inlines) &&
        ascii_is_alnum(inlines->text.data[inlines->text.n_bytes - 1]))
        inlines_add(inlines, ";", 1);
    inlines_space(inlines);
}

static void walk_item(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line) {
        add_list_break(rich);
        walk(rich, node);
        return;
    }
    rich_flush(rich, NULL);
    struct rich_list alone = {0}, *outer = rich->list;
    struct rich_list *list = outer ? outer : &alone;
    char marker[16] = "- ";
    if (list->ordered)
        snprintf(marker, sizeof marker, "%u. ", list->next++);
    if (list->begun)
        rich->blocks.apart = false;
    list->begun = true;
    list->written = false;
    list->opened = blocks_open(&rich->blocks, marker,
                               &"                "[16 - strlen(marker)]);
    rich->list = list;
    walk(rich, node);
    rich_flush(rich, NULL);
    rich->list = outer;
    blocks_close(&rich->blocks, list->opened);
}

static void walk_list(struct rich *rich, const xmlNode *node, bool ordered)
{
    struct rich_list list = {.ordered = ordered, .next = 1};
    struct rich_list *outer = rich->list;
    rich_flush(rich, NULL);
    if (outer)
        rich->blocks.apart = false;
    rich->list = &list;
    walk(rich, node);
    rich_flush(rich, NULL);
    rich->list = outer;
}

static bool says_title(const struct rich *rich, const char *text)
{
    if (!rich->options->title)
        return false;
    return fold_compare(text, rich->options->title) == 0;
}

static void walk_heading(struct rich *rich, const xmlNode *node,
                         unsigned source_level)
{
    if (rich->one_line) {
        walk_block(rich, node);
        return;
    }
    rich_flush(rich, NULL);
    if (blocks_are_nested(&rich->blocks)) {
        walk_styled(rich, node, STYLE_STRONG);
        rich_flush(rich, NULL);
        return;
    }
    rich->one_line = rich->in_heading = true;
    walk(rich, node);
    rich->one_line = rich->in_heading = false;
    const struct rich_options *options = rich->options;
    unsigned level =
        source_level < options->top_level
            ? options->target_level
            : source_level - options->top_level + options->target_level;
    if (inlines_trim(&rich->inlines) &&
        !(source_level == 1 && says_title(rich, rich->inlines.text.data)))
        rich_end_heading(rich, level);
    inlines_clear(&rich->inlines);
}

static void walk_quote(struct rich *rich, const xmlNode *node,
                       const char *alert)
{
    if (rich->one_line) {
        walk_block(rich, node);
        return;
    }
    rich_flush(rich, NULL);
    size_t opened = blocks_open(&rich->blocks, "> ", "> ");
    if (alert) {
        blocks_begin(&rich->blocks);
        buf_printf(rich->blocks.out, "[!%s]\n", alert);
    }
    walk(rich, node);
    rich_flush(rich, NULL);
    blocks_close(&rich->blocks, opened);
}

/* A question with a long answer is a heading, any other term stands in bold
 * type before its definition. */
static void walk_term(struct rich *rich, const xmlNode *node)
{
    char *text = rich_plain(node);
    bool question = str_ends(text, "?");
    free(text);
    if (question && !rich->one_line && !blocks_are_nested(&rich->blocks)) {
        unsigned level = rich->level;
        walk_heading(rich, node,
                     rich->options->top_level + level + 1 -
                         rich->options->target_level);
        rich->level = level;
        return;
    }
    if (!rich->one_line)
        rich_flush(rich, NULL);
    walk_styled(rich, node, STYLE_STRONG);
    if (!rich->one_line)
        rich_flush(rich, NULL);
}

/* What comes after stands on the level of what came before. */
static void walk_details(struct rich *rich, const xmlNode *node)
{
    unsigned level = rich->level;
    walk_block(rich, node);
    rich->level = level;
}

static void walk_preformatted(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line) {
        walk_block(rich, node);
        return;
    }
    rich_flush(rich, NULL);
    struct buf text;
    buf_init(&text);
    xml_text(node, &text);
    blocks_begin(&rich->blocks);
    buf_add(rich->blocks.out, "~~~~~~~~\n");
    for (const char *line = text.data; *line;) {
        size_t n = strcspn(line, "\n");
        blocks_line(&rich->blocks);
        buf_add_n(rich->blocks.out, line, n);
        buf_add_char(rich->blocks.out, '\n');
        line += n + (line[n] == '\n');
    }
    blocks_line(&rich->blocks);
    buf_add(rich->blocks.out, "~~~~~~~~");
    blocks_end(&rich->blocks);
    buf_finish(&text);
}

static void walk_link(struct rich *rich, const xmlNode *node)
{
    char *href = xml_attribute(node, "href");
    const char *outer = rich->inlines.url;
    char *url = outer ? NULL : url_resolve(rich->options->base_url, href);
    if (url)
        rich->inlines.url = arena_strdup(&rich->arena, url);
    walk(rich, node);
    rich->inlines.url = outer;
    free(url);
    xmlFree(href);
}

/* An image without alternative text is an ornament. */
static void add_image(struct rich *rich, const xmlNode *node)
{
    char *alt = xml_attribute(node, "alt"), *src = xml_attribute(node, "src");
    char *url = url_resolve(rich->options->base_url, src);
    const char *outer = rich->inlines.url;
    bool has_alt = alt && alt[strspn(alt, " \t\r\n")];
    if (has_alt && url && !outer && !rich->in_heading) {
        struct inlines image;
        struct buf markdown;
        inlines_init(&image);
        buf_init(&markdown);
        image.url = url;
        inlines_add(&image, alt, strlen(alt));
        inlines_write(&image, 0, image.text.n_bytes, NULL, &markdown);
        inlines_add_markdown(&rich->inlines, "!");
        inlines_add_markdown(&rich->inlines, markdown.data);
        buf_finish(&markdown);
        inlines_finish(&image);
    } else if (has_alt) {
        inlines_add(&rich->inlines, alt, strlen(alt));
    }
    free(url);
    xmlFree(alt);
    xmlFree(src);
}

/* H₂O, m²: digits and signs have forms of their own in Unicode; letters do not
 * all, and stay as they are. */
static void add_raised(struct rich *rich, const xmlNode *node, bool below)
{
    static const char *const digits[2][14] = {
        {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁺", "⁻", "⁽", "⁾"},
        {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉", "₊", "₋", "₍", "₎"}};
    static const char plain[] = "0123456789+-()";
    char *text = rich_plain(node);
    if (text[strspn(text, plain)] || !text[0]) {
        walk(rich, node);
    } else {
        for (const char *at = text; *at; at++) {
            const char *raised = digits[below][strchr(plain, *at) - plain];
            inlines_add(&rich->inlines, raised, strlen(raised));
        }
        const xmlNode *last = node->last;
        if (last && last->type == XML_TEXT_NODE &&
            str_ends((const char *)last->content, " "))
            inlines_space(&rich->inlines);
    }
    free(text);
}

/* ---- the walk ---- */

static void walk_element(struct rich *rich, const xmlNode *node)
{
    struct role role = role_of(node);
    switch (role.type) {
    case ROLE_INLINE: walk(rich, node); break;
    case ROLE_BLOCK: walk_block(rich, node); break;
    case ROLE_HEADING: walk_heading(rich, node, role.level); break;
    case ROLE_DETAILS: walk_details(rich, node); break;
    case ROLE_SUMMARY:
        walk_heading(rich, node,
                     rich->level + 1 + rich->options->top_level -
                         rich->options->target_level);
        break;
    case ROLE_LIST: walk_list(rich, node, false); break;
    case ROLE_ORDERED: walk_list(rich, node, true); break;
    case ROLE_ITEM: walk_item(rich, node); break;
    case ROLE_TERM: walk_term(rich, node); break;
    case ROLE_QUOTE: walk_quote(rich, node, role.alert); break;
    case ROLE_PREFORMATTED: walk_preformatted(rich, node); break;
    case ROLE_TABLE:
        rich_flush(rich, NULL);
        rich_table(rich, node);
        break;
    case ROLE_EMPHASIS: walk_styled(rich, node, STYLE_EMPHASIS); break;
    case ROLE_STRONG: walk_styled(rich, node, STYLE_STRONG); break;
    case ROLE_SUBSCRIPT: add_raised(rich, node, true); break;
    case ROLE_SUPERSCRIPT: add_raised(rich, node, false); break;
    case ROLE_LINK: walk_link(rich, node); break;
    case ROLE_IMAGE: add_image(rich, node); break;
    case ROLE_NOTE:
        if (!rich_note(rich, node))
            walk_block(rich, node);
        break;
    case ROLE_NOTE_REFERENCE: rich_refer(rich, node); break;
    case ROLE_BREAK:
        if (rich->one_line)
            inlines_space(&rich->inlines);
        else if (buf_ends(&rich->inlines.text, "\n"))
            rich_flush(rich, NULL);
        else
            inlines_break(&rich->inlines);
        break;
    case ROLE_NOTHING: break;
    }
}

static void walk(struct rich *rich, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next)
        if (child->type == XML_TEXT_NODE ||
            child->type == XML_CDATA_SECTION_NODE)
            inlines_add(&rich->inlines, (const char *)child->content,
                        strlen((const char *)child->content));
        else if (child->type == XML_ELEMENT_NODE)
            walk_element(rich, child);
}

void rich_write(struct rich *rich, const xmlNode *node)
{
    walk(rich, node);
    rich_flush(rich, NULL);
}

void rich_cell(struct rich *rich, const xmlNode *cell, struct buf *out)
{
    struct inlines outer = rich->inlines;
    bool one_line = rich->one_line;
    inlines_init(&rich->inlines);
    rich->one_line = true;
    walk(rich, cell);
    if (inlines_trim(&rich->inlines))
        inlines_write(&rich->inlines, 0, rich->inlines.text.n_bytes, NULL, out);
    inlines_finish(&rich->inlines);
    rich->inlines = outer;
    rich->one_line = one_line;
}

char *rich_plain(const xmlNode *node)
{
    static const struct rich_options plain = {.top_level = 1};
    struct buf none;
    struct rich rich;
    buf_init(&none);
    rich_init(&rich, &plain, &none);
    rich.one_line = rich.in_heading = true;
    if (node->type == XML_ELEMENT_NODE)
        walk(&rich, node);
    else if (node->content && node->type == XML_TEXT_NODE)
        inlines_add(&rich.inlines, (const char *)node->content,
                    strlen((const char *)node->content));
    inlines_trim(&rich.inlines);
    char *text = mem_strdup(rich.inlines.text.data);
    rich_finish(&rich);
    buf_finish(&none);
    return text;
}

/* Elements of rich text that stand on lines of their own. [libxml2] */
#include "import/rich_block.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/slug.h"
#include "base/ascii.h"
#include "base/fold.h"
#include "base/strs.h"
#include "import/rich_inline.h"
#include "import/rich_paragraph.h"
#include "import/rich_role.h"
#include "import/xml.h"

void rich_block(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line) {
        inlines_space(&rich->inlines);
        rich_walk(rich, node);
        inlines_space(&rich->inlines);
        return;
    }
    rich_flush(rich, node->prev);
    rich_walk(rich, node);
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

/* <li value="9">: Markdown counts on by itself, so another number begins
 * another list, with the other sign. True if one does. */
static bool set_number(struct rich_list *list, const xmlNode *item)
{
    char *value = xml_attribute(item, "value");
    unsigned long number = value && value[0] &&
                                   !value[strspn(value, "0123456789")] &&
                                   strlen(value) < 9
                               ? strtoul(value, NULL, 10)
                               : list->next;
    xmlFree(value);
    bool jumps = number != list->next;
    list->next = (unsigned)number;
    if (jumps && list->begun)
        list->other_sign = !list->other_sign;
    return jumps;
}

/* An item that strayed from its list counts by itself. */
static bool stands_in_list(const xmlNode *item)
{
    const xmlNode *parent = item->parent;
    enum role_type type = parent && parent->type == XML_ELEMENT_NODE
                              ? role_of(parent).type
                              : ROLE_INLINE;
    return type == ROLE_LIST || type == ROLE_ORDERED;
}

void rich_item(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line) {
        add_list_break(rich);
        rich_walk(rich, node);
        return;
    }
    rich_flush(rich, NULL);
    rich_resume(rich);
    struct rich_list alone = {0}, *outer = rich->list;
    struct rich_list *list = outer && stands_in_list(node) ? outer : &alone;
    char marker[16] = "- ";
    bool jumps = list->ordered && set_number(list, node);
    if (list->ordered)
        snprintf(marker, sizeof marker, "%u%c ", list->next++,
                 list->other_sign ? ')' : '.');
    if (list->begun && !jumps && list->end == rich->blocks.out->n_bytes)
        rich->blocks.apart = false;
    list->begun = true;
    list->written = false;
    list->opened = blocks_open(&rich->blocks, marker,
                               &"                "[16 - strlen(marker)]);
    rich->list = list;
    rich_walk(rich, node);
    rich_flush(rich, NULL);
    rich->list = outer;
    list->end = rich->blocks.out->n_bytes;
    blocks_close(&rich->blocks, list->opened);
}

/* Of <ol start="4">; CommonMark has at most nine digits. */
static unsigned first_number(const xmlNode *list)
{
    char *start = xml_attribute(list, "start");
    long number = start ? strtol(start, NULL, 10) : 1;
    xmlFree(start);
    return number >= 0 && number < 99999999 ? (unsigned)number : 1;
}

void rich_list(struct rich *rich, const xmlNode *node, bool ordered)
{
    struct rich_list list = {.ordered = ordered, .next = first_number(node)};
    struct rich_list *outer = rich->list;
    rich_flush(rich, NULL);
    /* A list that begins with another number cannot follow text at once. */
    if (outer && list.next == 1)
        rich->blocks.apart = false;
    rich->list = &list;
    rich_walk(rich, node);
    rich_flush(rich, NULL);
    rich->list = outer;
}

static bool says_title(const struct rich *rich, const char *text)
{
    if (!rich->options->title)
        return false;
    return fold_compare(text, rich->options->title) == 0;
}

/* A heading that a link leads to has an anchor, unless it gets the same one by
 * its text. */
static void end_heading(struct rich *rich, const xmlNode *node, unsigned level)
{
    char *anchor = xml_attribute(node, "anchor");
    struct buf slug;
    buf_init(&slug);
    slug_add(rich->inlines.text.data, &slug);
    bool same = anchor && strcmp(anchor, slug.data) == 0;
    rich_end_heading(rich, level, same ? NULL : anchor);
    buf_finish(&slug);
    xmlFree(anchor);
}

void rich_element_heading(struct rich *rich, const xmlNode *node,
                          unsigned source_level)
{
    if (rich->one_line) {
        rich_block(rich, node);
        return;
    }
    rich_flush(rich, NULL);
    if (blocks_are_nested(&rich->blocks)) {
        rich_styled(rich, node, STYLE_STRONG);
        rich_flush(rich, NULL);
        return;
    }
    rich->one_line = rich->in_heading = true;
    rich_walk(rich, node);
    rich->one_line = rich->in_heading = false;
    const struct rich_options *options = rich->options;
    unsigned level =
        source_level < options->top_level
            ? options->target_level
            : source_level - options->top_level + options->target_level;
    bool trimmed = inlines_trim(&rich->inlines);
    const struct buf *text = &rich->inlines.text;
    if (trimmed && source_level == 1 && says_title(rich, text->data))
        xml_note(node, options->ledger, LEDGER_STATED, "title");
    else if (trimmed)
        end_heading(rich, node, level);
    inlines_clear(&rich->inlines);
}

void rich_quote(struct rich *rich, const xmlNode *node, const char *alert)
{
    if (rich->one_line) {
        rich_block(rich, node);
        return;
    }
    rich_flush(rich, NULL);
    rich_resume(rich);
    size_t opened = blocks_open(&rich->blocks, "> ", "> ");
    if (alert) {
        blocks_begin(&rich->blocks);
        buf_printf(rich->blocks.out, "[!%s]\n", alert);
    }
    rich_walk(rich, node);
    rich_flush(rich, NULL);
    blocks_close(&rich->blocks, opened);
}

/* In bold type on a line of its own; buttons in it are text. */
static void write_term(struct rich *rich, const xmlNode *node)
{
    bool in_heading = rich->in_heading;
    if (!rich->one_line)
        rich_flush(rich, NULL);
    rich->in_heading = true;
    rich_styled(rich, node, STYLE_STRONG);
    rich->in_heading = in_heading;
    if (!rich->one_line)
        rich_flush(rich, NULL);
}

/* A heading a level below the last one, which what comes after stands below,
 * too; in bold type where there can be none. */
void rich_question(struct rich *rich, const xmlNode *node)
{
    if (!rich->one_line && !blocks_are_nested(&rich->blocks)) {
        unsigned level = rich->level;
        rich_element_heading(rich, node,
                             rich->options->top_level + level + 1 -
                                 rich->options->target_level);
        rich->level = level;
        return;
    }
    write_term(rich, node);
}

/* A question, or what has a kind, is a heading; any other term stands in bold
 * type before its definition. */
void rich_term(struct rich *rich, const xmlNode *node)
{
    char *text = rich_plain(node);
    bool heads = str_ends(text, "?") || rich_has_kind(rich, text);
    free(text);
    if (heads) {
        rich_question(rich, node);
        return;
    }
    write_term(rich, node);
}

/* What comes after stands below the heading of what came before. */
void rich_details(struct rich *rich, const xmlNode *node)
{
    unsigned level = rich->level < 6 ? rich->level : 5;
    const char *before[sizeof rich->headings / sizeof *rich->headings];
    memcpy(before, rich->headings, sizeof before);
    rich_block(rich, node);
    bool headed = memcmp(before, rich->headings, sizeof before) != 0;
    memcpy(rich->headings, before, sizeof before);
    rich->level = level;
    if (headed)
        rich->resumed = level;
}

void rich_preformatted(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line) {
        rich_block(rich, node);
        return;
    }
    rich_flush(rich, NULL);
    struct buf text;
    buf_init(&text);
    xml_text(node, &text);
    rich_resume(rich);
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

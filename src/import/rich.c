/* Rich text as a tree of elements, HTML's or SPL's, written as Markdown: the
 * walk, which leaves each element to what writes it. [libxml2] */
#include "import/rich.h"

#include <string.h>

#include "base/mem.h"
#include "import/html_tree.h"
#include "import/rich_block.h"
#include "import/rich_formula.h"
#include "import/rich_inline.h"
#include "import/rich_note.h"
#include "import/rich_paragraph.h"
#include "import/rich_role.h"
#include "import/rich_table.h"
#include "import/xml.h"

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

static void leave_out(const struct rich *rich, const xmlNode *node,
                      const char *what)
{
    xml_note(node, rich->options->ledger, LEDGER_LEFT_OUT, what);
}

/* A button that is a heading opens what stands below it. */
static void walk_button(struct rich *rich, const xmlNode *node,
                        const char *what)
{
    if (rich->in_heading)
        rich_walk(rich, node);
    else
        leave_out(rich, node, what);
}

/* The second of two line breaks ends the paragraph. */
static void walk_break(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line)
        inlines_space(&rich->inlines);
    else if (buf_ends(&rich->inlines.text, "\n"))
        rich_flush(rich, node);
    else
        inlines_break(&rich->inlines);
}

void rich_walk_element(struct rich *rich, const xmlNode *node)
{
    struct role role = role_of(node);
    switch (role.type) {
    case ROLE_INLINE: rich_walk(rich, node); break;
    case ROLE_BLOCK: rich_block(rich, node); break;
    case ROLE_HEADING: rich_element_heading(rich, node, role.level); break;
    case ROLE_DETAILS: rich_details(rich, node); break;
    case ROLE_SUMMARY:
        rich_element_heading(rich, node,
                             rich->level + 1 + rich->options->top_level -
                                 rich->options->target_level);
        break;
    case ROLE_LIST: rich_list(rich, node, false); break;
    case ROLE_ORDERED: rich_list(rich, node, true); break;
    case ROLE_ITEM: rich_item(rich, node); break;
    case ROLE_TERM: rich_term(rich, node); break;
    case ROLE_QUESTION: rich_question(rich, node); break;
    case ROLE_BUTTON: walk_button(rich, node, role.what); break;
    case ROLE_QUOTE: rich_quote(rich, node, role.alert); break;
    case ROLE_PREFORMATTED: rich_preformatted(rich, node); break;
    case ROLE_TABLE:
        rich_flush(rich, NULL);
        rich_table(rich, node);
        break;
    case ROLE_EMPHASIS: rich_styled(rich, node, STYLE_EMPHASIS); break;
    case ROLE_STRONG: rich_styled(rich, node, STYLE_STRONG); break;
    case ROLE_SUBSCRIPT: rich_raised(rich, node, true); break;
    case ROLE_SUPERSCRIPT: rich_raised(rich, node, false); break;
    case ROLE_FORMULA: rich_formula(rich, node); break;
    case ROLE_LINK: rich_link(rich, node); break;
    case ROLE_IMAGE: rich_image(rich, node); break;
    case ROLE_NOTE:
        if (!rich_note(rich, node))
            rich_block(rich, node);
        break;
    case ROLE_NOTE_REFERENCE: rich_refer(rich, node); break;
    case ROLE_NOTE_TEXT:
        if (!rich_note_text(rich, node))
            rich_block(rich, node);
        break;
    case ROLE_BREAK: walk_break(rich, node); break;
    case ROLE_NOTHING: leave_out(rich, node, role.what); break;
    }
}

static void add_text(struct rich *rich, const xmlNode *node)
{
    const char *text = (const char *)node->content;
    bool moved = html_tree_is_moved(node);
    if (moved)
        inlines_space(&rich->inlines);
    inlines_add(&rich->inlines, text, strlen(text));
    if (moved)
        ledger_note(rich->options->ledger, LEDGER_MOVED, "text in a table",
                    text, strlen(text));
}

void rich_walk(struct rich *rich, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next)
        if (child->type == XML_TEXT_NODE ||
            child->type == XML_CDATA_SECTION_NODE)
            add_text(rich, child);
        else if (child->type == XML_ELEMENT_NODE)
            rich_walk_element(rich, child);
}

void rich_write_element(struct rich *rich, const xmlNode *node)
{
    rich_walk_element(rich, node);
    rich_flush(rich, NULL);
}

void rich_write(struct rich *rich, const xmlNode *node)
{
    rich_walk(rich, node);
    rich_flush(rich, NULL);
}

void rich_cell(struct rich *rich, const xmlNode *cell, struct buf *out)
{
    struct inlines outer = rich->inlines;
    bool one_line = rich->one_line;
    inlines_init(&rich->inlines);
    rich->one_line = true;
    rich_walk(rich, cell);
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
        rich_walk(&rich, node);
    else if (node->content && node->type == XML_TEXT_NODE)
        inlines_add(&rich.inlines, (const char *)node->content,
                    strlen((const char *)node->content));
    inlines_trim(&rich.inlines);
    char *text = mem_strdup(rich.inlines.text.data);
    rich_finish(&rich);
    buf_finish(&none);
    return text;
}

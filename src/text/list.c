/* Lists: markers in the margin, text in line behind them. */
#include <stdio.h>
#include <string.h>

#include "text/block.h"

/* Narrower than this, markers stand at the very left. */
#define INDENT_FROM_CELLS 30

/* How many bullet lists stand around this one. */
static unsigned bullet_depth(const struct node *list)
{
    unsigned depth = 0;
    for (const struct node *node = list->parent; node; node = node->parent)
        depth += node->type == NODE_LIST && !node->list.ordered;
    return depth;
}

static const char *bullet_of(const struct page *page, const struct node *list)
{
    unsigned depth = bullet_depth(list);
    return page->glyphs[GLYPH_BULLET + (depth < 2 ? depth : 2)];
}

static unsigned long last_number(const struct node *list)
{
    unsigned long number = list->list.start;
    for (const struct node *item = list->first; item && item != list->last;
         item = item->next)
        number++;
    return number;
}

/* Cells of the widest marker of the list, with the space behind it. */
static unsigned marker_cells(const struct node *list)
{
    if (!list->list.ordered)
        return 2;
    return (unsigned)snprintf(NULL, 0, "%lu. ", last_number(list));
}

/* The marker of the item of that number, numbers aligned at their end. */
static struct span marker_of(const struct page *page, const struct node *list,
                             unsigned long number, unsigned cells)
{
    int indent = page_cells(page) >= INDENT_FROM_CELLS;
    const char *text;
    if (list->list.ordered)
        text = arena_printf(page->arena, "%*s%*lu%c ", indent, "",
                            (int)cells - 2, number, list->list.delimiter);
    else
        text = arena_printf(page->arena, "%*s%s ", indent, "",
                            bullet_of(page, list));
    return span_of(text, strlen(text), ROLE_MARKER);
}

static void add_item(struct page *page, const struct node *item,
                     struct span marker)
{
    struct frame frame = {.first = marker,
                          .rest = page_spaces(page, marker.cells)};
    page_open(page, frame);
    block_add_children(page, item, item->parent->list.tight);
    page_close(page);
}

void list_add(struct page *page, const struct node *list)
{
    unsigned cells = marker_cells(list);
    unsigned long number = list->list.start;
    for (const struct node *item = list->first; item; item = item->next) {
        if (item != list->first && !list->list.tight)
            page_add_blank(page);
        add_item(page, item, marker_of(page, list, number++, cells));
    }
}

/* Markup that CommonMark does not have but authors use: ~~struck out~~, task
 * list items, <kbd>, definition lists. It only changes how the text looks;
 * nothing is left out. */
#ifndef MEDFAQ_TEXT_MARKUP_H
#define MEDFAQ_TEXT_MARKUP_H

#include <stdbool.h>

#include "article/node.h"
#include "text/flow.h"

struct page;

/* A part of a paragraph that looks different. */
struct markup {
    struct text_range range;
    enum role role;
    uint8_t attributes;      /* enum span_attribute, or'ed */
    const char *replacement; /* shown instead of the text; NULL: the text */
};

/* The limit for one paragraph. Further markup is shown as plain text. */
#define MARKUPS_MAX 64

struct markups {
    struct markup items[MARKUPS_MAX]; /* in order, without overlaps */
    size_t n;
};

/* Finds the markup in a paragraph, heading or cell and stores it in
 * page->markups. */
void markup_find(struct page *page, const struct node *parent);

/* Returns the attributes that markup gives to a whole range. */
uint8_t markup_attributes(const struct page *page, struct text_range shows);

/* Adds text of that paragraph to the flow, with its markup applied. */
void markup_add(struct page *page, struct text_range shows,
                struct flow_style style);

/* Tells whether markup_add would show an HTML tag as something else. */
bool markup_covers(const struct page *page, struct text_range shows);

/* Tells whether a definition, which begins with ": ", follows a soft break. */
bool markup_is_definition(const struct page *page, const struct node *line_end);

#endif

/* Markup that CommonMark has not, but authors use: ~~struck out~~, boxes of
 * tasks, <kbd>, definition lists. The text is that of the article; only its
 * look changes, and nothing is left out. */
#ifndef MEDFAQ_TEXT_MARKUP_H
#define MEDFAQ_TEXT_MARKUP_H

#include <stdbool.h>

#include "article/node.h"
#include "text/flow.h"

struct page;

/* Part of a paragraph that looks different. */
struct markup {
    struct text_range range;
    enum role role;
    uint8_t attributes;  /* enum span_attribute, or'ed */
    const char *instead; /* shown in its place; NULL: the text itself */
};

/* Of one paragraph; what is more than fits is left as it is. */
#define MARKUPS_MAX 64

struct markups {
    struct markup items[MARKUPS_MAX]; /* in order, without overlaps */
    size_t n;
};

/* Finds what there is in a paragraph, heading or cell; puts it into
 * page->markups. */
void markup_find(struct page *page, const struct node *parent);

/* The attributes that markup gives to all of a range. */
uint8_t markup_attributes(const struct page *page, struct text_range shows);

/* Adds text of that paragraph to the flow. */
void markup_add(struct page *page, struct text_range shows,
                struct flow_style style);

/* Whether a tag is shown as something else, by markup_add. */
bool markup_covers(const struct page *page, struct text_range shows);

/* Whether a definition begins behind a line break: ": " at the start of its
 * line. */
bool markup_is_definition(const struct page *page, const struct node *line_end);

#endif

/* What stands before and after the text: the title; notes, links, unused link
 * definitions, sources. */
#ifndef MEDFAQ_TEXT_ENDING_H
#define MEDFAQ_TEXT_ENDING_H

#include "text/layout_data.h"

/* The title, with review state and date below it. */
void title_add(struct page *page, const struct layout *layout);

struct ending {
    /* Is it asked for, and is there anything in it? */
    bool (*is_wanted)(const struct layout *layout);
    void (*add)(struct page *page, const struct layout *layout);
    bool has_notes; /* shows text of article->text */
};

/* In their order; the last has add NULL. */
extern const struct ending endings[];

/* The text that the notes show; start NO_TEXT for none. */
struct range notes_range(const struct layout *layout);

#endif

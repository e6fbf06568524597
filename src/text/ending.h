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
    /* Of sources there are many, of which few are seen at a time: each is a
     * block of its own. NULL for endings that are one block. */
    bool (*has_entry)(const struct layout *layout, size_t reference);
    void (*add_entry)(struct page *page, const struct layout *layout,
                      size_t reference);
};

#define N_ENDINGS 4

/* In their order. */
extern const struct ending endings[N_ENDINGS];

/* Where the notes begin in article->text; NO_TEXT if there are none. */
uint32_t notes_start(const struct layout *layout);

#endif

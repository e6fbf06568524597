/* What follows the text: notes, links, unused link definitions, sources. */
#ifndef MEDFAQ_TEXT_BACK_MATTER_H
#define MEDFAQ_TEXT_BACK_MATTER_H

#include "text/layout_data.h"

struct back_matter {
    /* Whether it is asked for and not empty. */
    bool (*is_wanted)(const struct layout *layout);
    void (*add)(struct page *page, const struct layout *layout);
    bool has_notes; /* shows text of article->text */
    /* There may be many sources, of which few are on the screen: each is a
     * block of its own. NULL for what is one block. */
    bool (*has_entry)(const struct layout *layout, size_t reference);
    void (*add_entry)(struct page *page, const struct layout *layout,
                      size_t reference);
};

#define BACK_MATTER_COUNT 4

/* In their order. */
extern const struct back_matter back_matter[BACK_MATTER_COUNT];

/* Where the notes begin in article->text; NO_TEXT if there are none. */
uint32_t back_matter_notes_start(const struct layout *layout);

#endif

/* The back matter, which follows the text: footnotes, links, unused link
 * reference definitions and sources. */
#ifndef MEDFAQ_TEXT_BACK_MATTER_H
#define MEDFAQ_TEXT_BACK_MATTER_H

#include "text/layout_data.h"

struct back_matter {
    /* Tells whether the options ask for it and it is not empty. */
    bool (*is_wanted)(const struct layout *layout);
    void (*add)(struct page *page, const struct layout *layout);
    bool has_notes; /* shows footnotes, which are in article->text */
    /* For lists that may be long, of which few entries are on the screen: each
       entry is a block of its own. NULL if all of it is one block. */
    bool (*has_entry)(const struct layout *layout, size_t reference);
    void (*add_entry)(struct page *page, const struct layout *layout,
                      size_t reference);
};

#define BACK_MATTER_COUNT 4

/* In the order in which they are shown. */
extern const struct back_matter back_matter[BACK_MATTER_COUNT];

/* Returns where the footnotes begin in article->text; NO_TEXT if there are
 * none. */
uint32_t back_matter_notes_start(const struct layout *layout);

#endif

/* An article's text as it is shown: citations by their number, "[2]". */
#ifndef MEDFAQ_TEXT_READABLE_H
#define MEDFAQ_TEXT_READABLE_H

#include "article/article.h"
#include "base/buf.h"

/* Where a citation is in readable.text and in article->text. */
struct readable_number {
    uint32_t start, end;
    uint32_t text_start, text_end;
};

struct readable {
    struct buf text;
    struct readable_number *numbers; /* ascending */
    size_t n, capacity;
};

void readable_init(struct readable *readable, const struct article *article);
/* Like readable_init, but without the citations. A range does not include
 * citations at its ends. */
void readable_init_plain(struct readable *readable,
                         const struct article *article);
void readable_finish(struct readable *readable);

/* Map the start and the end of a range to offsets in article->text. A range
 * that includes part of a number maps to all of the citation. */
uint32_t readable_start(const struct readable *readable, uint32_t start);
uint32_t readable_end(const struct readable *readable, uint32_t end);

#endif

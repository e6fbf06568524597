/* An article's text as it is read: citations by their number, "[2]". */
#ifndef MEDFAQ_TEXT_READABLE_H
#define MEDFAQ_TEXT_READABLE_H

#include "article/article.h"
#include "base/buf.h"

/* A citation, here and in the article's text. */
struct readable_number {
    uint32_t start, end;
    uint32_t text_start, text_end;
};

struct readable {
    struct buf text;
    struct readable_number *numbers; /* in order */
    size_t n, capacity;
};

void readable_init(struct readable *readable, const struct article *article);
/* Without the citations; a range does not take in those at its ends. */
void readable_init_plain(struct readable *readable,
                         const struct article *article);
void readable_finish(struct readable *readable);

/* Offsets in the article's text, of where a range begins and ends; of a number
 * always the whole. */
uint32_t readable_start(const struct readable *readable, uint32_t start);
uint32_t readable_end(const struct readable *readable, uint32_t end);

#endif

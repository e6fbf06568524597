/* Anchors: passages of an article that can be found again after it has changed.
 * As in the W3C's Web Annotation Data Model, an anchor consists of the text of
 * the passage, the text before and after it, and its position.
 *
 * A passage is found if its words occur in the same order in surroundings that
 * show that it is the same one. If they do not, but similar words occur between
 * the same neighbours, the passage has changed. When in doubt, it is not found:
 * a note must not move to another passage. */
#ifndef MEDFAQ_STATE_ANCHOR_H
#define MEDFAQ_STATE_ANCHOR_H

#include <stdbool.h>
#include <stdint.h>

#include "article/article.h"

struct anchor {
    char *exact, *prefix, *suffix;
    uint32_t start, end; /* in article->text when it was made or last found */
    char *section;       /* its title; "" before the first heading */
    /* how often the words occurred in the article; if more than once, they do
     * not identify the passage by themselves */
    unsigned n_same;
};

enum anchor_result {
    ANCHOR_LOST,    /* an orphan: the passage no longer exists */
    ANCHOR_FOUND,   /* with the same words */
    ANCHOR_CHANGED, /* found, but with another word, number or negation */
};

/* The tokens of an article, made once for all of its anchors. Refers to the
 * article, which must outlive it. */
struct anchor_text;

struct anchor_text *anchor_text_new(const struct article *article);
void anchor_text_free(struct anchor_text *text);

/* Makes the anchor of a range of article->text. Free with anchor_finish(). */
void anchor_make(const struct anchor_text *text, uint32_t start, uint32_t end,
                 struct anchor *out);
void anchor_finish(struct anchor *anchor);

struct anchor_range {
    uint32_t start, end; /* in article->text */
};

/* Finds the passage of an anchor. Sets *out only if it was found. */
enum anchor_result anchor_find(const struct anchor_text *text,
                               const struct anchor *anchor,
                               struct anchor_range *out);

#endif

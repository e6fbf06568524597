/* Anchors: a passage of an article that is found again after the article has
 * changed, as in the W3C's Web Annotation Data Model: its text, what stood
 * before and behind it, and its position.
 *
 * A passage is found where its words are, in the same order, and its
 * surroundings say that it is the same one. Where they are not, but something
 * like it stands between the same neighbours, the text has changed. In doubt it
 * is not found: a note must not slip onto another passage. */
#ifndef MEDFAQ_STATE_ANCHOR_H
#define MEDFAQ_STATE_ANCHOR_H

#include <stdbool.h>
#include <stdint.h>

#include "article/article.h"

struct anchor {
    char *exact, *prefix, *suffix;
    uint32_t start, end; /* in article->text when it was made or last found */
    char *section;       /* title; "" before the first heading */
    unsigned n_same;     /* how often the words stood in the article, if more
                            than once: they alone do not tell the place */
};

enum anchor_result {
    ANCHOR_LOST,    /* an orphan: the passage is not there any more */
    ANCHOR_FOUND,   /* with the same words */
    ANCHOR_CHANGED, /* the passage is there, but a word, a number or a negation
                       is another */
};

/* The words of an article, made once for all of its anchors. The article is
 * borrowed. */
struct anchor_text;

struct anchor_text *anchor_text_new(const struct article *article);
void anchor_text_free(struct anchor_text *text);

/* Makes the anchor of a range of article->text; free with anchor_finish. */
void anchor_make(const struct anchor_text *text, uint32_t start, uint32_t end,
                 struct anchor *out);
void anchor_finish(struct anchor *anchor);

struct anchor_range {
    uint32_t start, end; /* in article->text */
};

/* Finds the passage; *out only where it was found. */
enum anchor_result anchor_find(const struct anchor_text *text,
                               const struct anchor *anchor,
                               struct anchor_range *out);

#endif

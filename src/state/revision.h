/* What has changed in an article since it was read, by section.
 *
 * A reading is what is kept of an article: the text of its safety sections and
 * of sentences with numbers or negations, and digests of all others. Line
 * breaks, typography and the order of sentences in a section make no
 * difference. */
#ifndef MEDFAQ_STATE_REVISION_H
#define MEDFAQ_STATE_REVISION_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "base/buf.h"

/* Longer ones keep less text, and of very long articles only which sections
 * changed. */
#define REVISION_MAX_BYTES ((size_t)200 * 1024)

/* Appends the reading of an article: lines of text. */
void revision_read(const struct article *article, struct buf *out);

/* The first ones matter most. */
enum revision_type {
    REVISION_DOSE, /* a number with a unit */
    REVISION_NUMBER,
    REVISION_NEGATION,
    REVISION_SAFETY, /* any other words of a safety section */
    REVISION_OTHER,
    REVISION_N_TYPES
};

struct revision_change {
    enum revision_type type;
    char *section;        /* title; "" before the first heading */
    char *before, *after; /* NULL: the sentence is new, has gone, or its text
                             was not kept */
    bool was_there;       /* it is not new */
};

/* In the order of their types, then of the article. */
struct revision {
    struct revision_change *changes;
    size_t n, capacity;
    size_t n_of[REVISION_N_TYPES];
};

/* Compares a reading with the article as it is now; free with
 * revision_finish. */
void revision_compare(const char *reading, const struct article *article,
                      struct revision *out);
void revision_finish(struct revision *revision);

#endif

/* Revisions: what has changed in an article since it was read, by section.
 *
 * The saved reading of an article has the text of its safety sections and of
 * sentences with numbers or negations, and digests of all other sentences. Line
 * breaks, typography and the order of sentences within a section make no
 * difference. */
#ifndef MEDFAQ_STATE_REVISION_H
#define MEDFAQ_STATE_REVISION_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "base/buf.h"

/* Longer readings are saved with less text, and very long ones with the digests
 * of sections only. */
#define REVISION_MAX_BYTES ((size_t)200 * 1024)

/* Appends the reading of an article, as lines of text. */
void revision_read(const struct article *article, struct buf *out);

/* In order of importance. */
enum revision_type {
    REVISION_DOSE, /* a number with a unit */
    REVISION_NUMBER,
    REVISION_NEGATION,
    REVISION_SAFETY, /* any other change in a safety section */
    REVISION_OTHER,
    REVISION_N_TYPES
};

struct revision_change {
    enum revision_type type;
    char *section; /* its title; "" before the first heading */
    /* NULL: the sentence is new or was removed, or its text was not saved */
    char *before, *after;
    bool was_there; /* the sentence is not new */
};

/* Changes are sorted by type, then by their order in the article. */
struct revision {
    struct revision_change *changes;
    size_t n, capacity;
    size_t n_of[REVISION_N_TYPES];
};

/* Compares a saved reading with the article as it is now. Free with
 * revision_finish(). */
void revision_compare(const char *reading, const struct article *article,
                      struct revision *out);
void revision_finish(struct revision *revision);

#endif

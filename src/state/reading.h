/* Readings: the sentences of an article, section by section, as they were when
 * it was read or as they are now, so that the two can be compared. */
#ifndef MEDFAQ_STATE_READING_H
#define MEDFAQ_STATE_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "base/arena.h"
#include "state/token.h"

struct reading_sentence {
    const char *text; /* NULL: only the digest was saved */
    uint64_t hash;    /* of its words */
    uint32_t core;    /* hash of its words without negations */
    uint32_t flags;   /* enum token_flag of its words, or'ed */
    bool is_matched;  /* used by comparisons */
};

struct reading_section {
    const char *title, *slug;
    enum kind kind;
    size_t first, end; /* sentences */
    uint64_t hash;     /* of all of its sentences, which may be missing */
    bool is_matched;
};

struct kept_reading {
    struct arena arena;
    enum lang lang;
    struct reading_section *sections;
    size_t n_sections, sections_capacity;
    struct reading_sentence *sentences;
    size_t n_sentences, sentences_capacity;
};

/* Makes the reading of an article as it is now. */
void reading_of(const struct article *article, struct kept_reading *out);
/* Parses a saved reading. Lines that cannot be parsed are left out. */
void reading_parse(const char *kept, struct kept_reading *out);
void reading_finish(struct kept_reading *reading);

/* Appends the saved form of a reading: see revision.h. */
void reading_write(const struct kept_reading *reading, struct buf *out);

#endif

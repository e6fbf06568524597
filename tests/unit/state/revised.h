/* Generated articles, and revisions of them whose every change is known, for
 * testing anchors and comparisons with what was read. */
#ifndef MEDFAQ_TESTS_REVISED_H
#define MEDFAQ_TESTS_REVISED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define REVISED_SECTIONS 8
#define REVISED_PARAGRAPHS 5
#define REVISED_SENTENCES 6
#define REVISED_TEXT_BYTES 240

enum revised_change {
    REVISED_SAME,
    REVISED_NUMBER,
    REVISED_NEGATION,
    REVISED_WORD,
    REVISED_DELETED, /* not in the revision */
    REVISED_N_CHANGES
};

struct revised_sentence {
    int id;
    enum revised_change change;
    char text[REVISED_TEXT_BYTES];
};

struct revised_paragraph {
    bool is_list;
    size_t n;
    struct revised_sentence sentences[2 * REVISED_SENTENCES];
};

struct revised_section {
    char title[64];
    const char *kind; /* stated by the author */
    size_t n;
    struct revised_paragraph paragraphs[2 * REVISED_PARAGRAPHS];
};

struct revised {
    uint64_t random;
    int next_id;
    unsigned columns; /* width of lines */
    bool curly;       /* use curly quotes and dashes */
    size_t n;
    struct revised_section sections[REVISED_SECTIONS];
};

/* Makes a first version, which depends only on the seed. */
void revised_init(struct revised *article, uint64_t seed);
/* Makes random changes; the sentences record them. */
void revised_change(struct revised *article);
/* Only changes the wrapping, quotes and dashes. */
void revised_set_anew(struct revised *article);
/* Appends the article as Markdown. */
void revised_write(const struct revised *article, struct buf *out);

uint64_t revised_random(struct revised *article, uint64_t below);

/* Calls take for each sentence, in order, until it returns false. */
void revised_walk(const struct revised *article,
                  bool (*take)(void *context,
                               const struct revised_sentence *sentence,
                               const struct revised_section *section),
                  void *context);

#endif

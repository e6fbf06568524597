/* Wordings that rules look for: phrases of a table, found in one pass. */
#ifndef MEDFAQ_CHECK_WORDING_H
#define MEDFAQ_CHECK_WORDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct prose;

/* Words that a text for patients does better without. */
struct wording {
    const char *phrase; /* lower case, words apart by one space */
    const char *code;   /* of the rule that reports it */
    const char *advice; /* what to write instead; NULL: the rule's own words */
};

/* A phrase of the table where it stands in the prose. */
struct wording_place {
    const struct wording *wording;
    uint32_t sentence, word;
};

struct wordings {
    struct wording_place *items; /* in the order of the text */
    size_t n, capacity;
};

/* Finds all phrases of the table in the sentences of an English text. */
void wordings_init(struct wordings *wordings, const struct prose *prose);
void wordings_finish(struct wordings *wordings);

/* How many words of a sentence, from a word on to end, are this phrase; 0 if
 * they are not. */
size_t wording_at(const struct prose *prose, size_t word, size_t end,
                  const char *phrase);

/* Does a phrase of a list that ends with NULL stand among these words? */
bool wording_stands_in(const struct prose *prose, size_t word, size_t end,
                       const char *const *phrases);

#endif

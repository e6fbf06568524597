/* Translations and their originals, sentence by sentence: passages of the two
 * that translate each other, for the rules that compare them. */
#ifndef MEDFAQ_CHECK_TRANSLATION_ALIGN_H
#define MEDFAQ_CHECK_TRANSLATION_ALIGN_H

#include "base/lang.h"
#include "check/translation.h"

/* A run of text in a language. */
struct translated_passage {
    const char *text;
    uint32_t start, end;
    enum lang lang;
};

/* What is compared at once, and where messages point to. */
struct passage_pair {
    struct translated_passage own, other;
    size_t offset, other_offset; /* in the sources */
};

/* Compares two passages; true if it has reported a difference. */
typedef bool passage_rule(struct check *check, const struct passage_pair *pair);

/* Compares two parts block by block and sentence by sentence, as far as there
 * are as many on both sides. */
void translation_align_parts(struct check *check, struct translation_part own,
                             struct translation_part other, passage_rule *rule);

#endif

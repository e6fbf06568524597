/* Phrases that a heading is compared with: a small pattern language over
 * words.
 *
 * A list of patterns is separated by ";", the words of a pattern by spaces:
 *   a|b     either word        risk*   any word that begins so
 *   ?word   may be absent      ..      any words, up to eight
 *   ^ $     start, end of the heading
 *   X       the article's title, or a word that stands for it ("it")
 * A word of Han characters is compared character by character. */
#ifndef MEDFAQ_ARTICLE_PHRASE_H
#define MEDFAQ_ARTICLE_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "article/words.h"

struct phrase_match {
    size_t start, end; /* in words; end is past it */
};

/* Finds the pattern of a list that begins first in words, the longest of
 * those. False if none is there. */
bool phrase_find(const char *patterns, const struct words *words,
                 struct phrase_match *match);

#endif

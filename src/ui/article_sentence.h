/* The sentences of an article, which bookmarks and highlights are made of. */
#ifndef MEDFAQ_UI_ARTICLE_SENTENCE_H
#define MEDFAQ_UI_ARTICLE_SENTENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "article/article.h"
#include "base/buf.h"
#include "text/flow.h"

/* The sentence that holds an offset of article->text, or else the next one; of
 * an article without text, false. */
bool article_sentence_at(const struct article *article, uint32_t offset,
                         struct text_range *out);
/* The first sentence that begins at or behind an offset; false if none does. */
bool article_sentence_from(const struct article *article, uint32_t offset,
                           struct text_range *out);
/* The one before the sentence that begins at an offset; false at the start. */
bool article_sentence_before(const struct article *article, uint32_t offset,
                             struct text_range *out);

/* Appends the start of a sentence, cut to so many cells. */
void article_sentence_add_start(const struct article *article,
                                struct text_range sentence, size_t cells,
                                struct buf *out);

#endif

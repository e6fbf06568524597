/* The prose of an article as rules about wording look at it: words and
 * sentences of its paragraphs, list items and table cells. Headings, code and
 * risk blocks are no prose. */
#ifndef MEDFAQ_CHECK_PROSE_H
#define MEDFAQ_CHECK_PROSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"

/* A run of letters, or a number with its commas and points; a hyphen or an
 * apostrophe inside belongs to it. Offsets are in article->text. */
struct prose_word {
    uint32_t start, end;
    int32_t number; /* a whole number, in digits or as a word; or -1 */
};

struct sentence {
    uint32_t start, end; /* in article->text */
    uint32_t first_word, end_word;
    const struct node *block; /* the paragraph or cell that it stands in */
    bool cited;               /* a citation stands in it or right after it */
    bool complete;            /* ends as sentences do; false: a fragment */
};

struct prose {
    const struct article *article;
    char *text; /* article->text, ASCII in lower case, citations blank */
    struct prose_word *words;
    size_t n_words, words_capacity;
    struct sentence *sentences;
    size_t n_sentences, sentences_capacity;
};

void prose_init(struct prose *prose, const struct article *article);
void prose_finish(struct prose *prose);

/* Is a word this one, in lower case? False past the last word. */
bool prose_is(const struct prose *prose, size_t word, const char *text);

/* The same for any word of a list that ends with NULL. */
bool prose_is_any(const struct prose *prose, size_t word,
                  const char *const *list);

/* Does the word begin with a digit? */
bool prose_is_number(const struct prose *prose, size_t word);

/* Does a text have as many "the", "of" and "you" as English has? A short one is
 * taken for English. */
bool prose_looks_english(const struct prose *prose);

/* The first sentence that begins at an offset of article->text, or after it. */
size_t prose_sentence_at(const struct prose *prose, uint32_t text_offset);

/* The end of the run of sentences, from one on, of the same block. */
size_t prose_block_end(const struct prose *prose, size_t sentence);

#endif

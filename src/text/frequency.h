/* Frequencies in an article's text, and the plain numbers that they come to:
 * "1 in 200" and "0.5%" are 5 in 1,000; "uncommon" in a list of side effects
 * is 1 to 9 in 1,000, as European leaflets use the word. The text itself is
 * never rewritten: this is for what stands beside it. */
#ifndef MEDFAQ_TEXT_FREQUENCY_H
#define MEDFAQ_TEXT_FREQUENCY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "base/buf.h"
#include "text/flow.h"
#include "text/frequency_words.h"

struct frequency {
    struct text_range shows; /* the words, in article->text */
    /* low to high of per people; equal where the text has one number, which
     * may be a bound. */
    long low, high, per;
    enum frequency_bound bound;
    bool about; /* rounded */
    bool term;  /* one of the EU's words */
    bool loose; /* such a word in a sentence, not before a list as in a
                   leaflet: its author may mean something else by it */
};

/* Zeroed: empty. */
struct frequencies {
    struct frequency *items; /* in the order of the text, not overlapping */
    size_t n, capacity;
};

/* Is it a denominator that numbers of people are told with: 100, 1,000, ...? */
bool frequency_is_natural(long per);

/* Appends the frequencies that begin within a range of article->text. None are
 * found in headings, links, code, risk blocks and emergency advice, nor are
 * percentages that the text does not say to be of people ("a 10% cream", "cut
 * by 50%", "HbA1c of 7%"). */
void frequency_find(const struct article *article, struct text_range within,
                    struct frequencies *out);
void frequency_finish(struct frequencies *frequencies);

/* Whether a text in a language has a number of people: "14 of 100", "1 in 200",
 * "5% of women". */
bool frequency_is_in(const char *text, size_t n_bytes, const char *lang);

/* Appends "5 in 1,000" in the article's language. */
void frequency_add_words(const struct frequency *frequency, const char *lang,
                         struct buf *out);

/* Appends a sentence: "That is about 5 in 1,000." */
void frequency_add_sentence(const struct frequency *frequency, const char *lang,
                            struct buf *out);

#endif

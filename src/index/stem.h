/* Stems words with the stemmer of their language. [libstemmer] */
#ifndef MEDFAQ_INDEX_STEM_H
#define MEDFAQ_INDEX_STEM_H

#include <stdbool.h>
#include <stddef.h>

#define STEM_ENGLISH 0 /* also for article names in any language */
#define STEM_NONE 1    /* a language without a stemmer: words are not changed */
#define STEM_LANGUAGES 32
#define STEM_MARK_BYTES 3

/* Returns the number of a language (BCP 47), which is below STEM_LANGUAGES. */
unsigned stem_language(const char *lang);

/* Returns whether the stem of a word of this language that begins with first
 * may begin otherwise: Irish, Indonesian and Arabic words lose prefixes. */
bool stem_may_drop_prefix(unsigned language, char first);

/* Stems a folded word in place and returns its new length. Unless the language
 * is English, appends a mark of the language, so that German "die" is not
 * English "die"; there must be room for STEM_MARK_BYTES more bytes. Words in
 * Arabic script are stemmed as Arabic in all languages, and numbers are not
 * changed. */
size_t stem_word(unsigned language, char *word, size_t n_bytes);

#endif

/* Words without their endings, by the stemmer of their language.
 * [libstemmer] */
#ifndef MEDFAQ_INDEX_STEM_H
#define MEDFAQ_INDEX_STEM_H

#include <stddef.h>

#define STEM_ENGLISH 0 /* also for names, whatever their language */
#define STEM_NONE 1    /* a language without a stemmer: words stay whole */
#define STEM_LANGUAGES 32
#define STEM_MARK_BYTES 3

/* The number of a language (BCP 47), below STEM_LANGUAGES. */
unsigned stem_language(const char *lang);

/* Shortens a folded word in place and, unless it is English, appends a mark of
 * the language, so that German "die" is not English "die"; there must be room
 * for STEM_MARK_BYTES more. Returns the new length. Words of Arabic letters are
 * stemmed as Arabic in all languages; numbers stay as they are. */
size_t stem_word(unsigned language, char *word, size_t n_bytes);

#endif

/* Compares the form of a term with words of a text. */
#ifndef MEDFAQ_LIBRARY_GLOSSARY_FORM_H
#define MEDFAQ_LIBRARY_GLOSSARY_FORM_H

#include "base/buf.h"
#include "library/glossary.h"

#define GLOSSARY_WORDS_MAX 8  /* the most that a form may have to be found */
#define GLOSSARY_STEM_BYTES 3 /* the shortest stem */

/* A word of a text, or a single character of a script that does not separate
 * words by spaces. */
struct glossary_word {
    size_t start, end;
    bool is_joined; /* no space need precede it */
};

/* Consecutive words of a text that may be a form, and their stems in key. */
struct glossary_phrase {
    struct glossary_word words[GLOSSARY_WORDS_MAX];
    size_t key_ends[GLOSSARY_WORDS_MAX];
    size_t n;
    struct buf key;
};

/* Finds the first word at or after an offset; returns false if there is
 * none. */
bool glossary_word_next(const char *text, size_t n_bytes, size_t at,
                        struct glossary_word *out);

/* Puts the singular in the place of an irregular plural at the end of word,
 * which begins at start: "teeth". */
void glossary_make_singular(struct buf *word, size_t start);

/* Tells whether the words of a phrase are those of the form or, with plurals,
 * plurals of them. The phrase has offsets into text. */
bool glossary_form_matches(const struct glossary *glossary,
                           const struct glossary_form *form, const char *text,
                           const struct glossary_phrase *phrase, bool plurals);

#endif

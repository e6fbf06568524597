/* A form of a term, compared with words of a text. */
#ifndef MEDFAQ_LIBRARY_GLOSSARY_FORM_H
#define MEDFAQ_LIBRARY_GLOSSARY_FORM_H

#include "base/buf.h"
#include "library/glossary.h"

#define GLOSSARY_WORDS_MAX 8  /* of a form; more are never compared */
#define GLOSSARY_STEM_BYTES 3 /* at least */

/* A word of a text, or a single character of a script without spaces. */
struct glossary_word {
    size_t start, end;
    bool is_joined; /* nothing need stand before it: no spaces */
};

/* Words of a text from one on that may be a form, and their stems. */
struct glossary_phrase {
    struct glossary_word words[GLOSSARY_WORDS_MAX];
    size_t key_ends[GLOSSARY_WORDS_MAX];
    size_t n;
    struct buf key;
};

/* The first word at or after an offset; false if there is none. */
bool glossary_word_next(const char *text, size_t n_bytes, size_t at,
                        struct glossary_word *out);

/* Whether the words of a phrase make up the form or, with plurals, plurals of
 * it. The phrase points into the text. */
bool glossary_form_matches(const struct glossary *glossary,
                           const struct glossary_form *form, const char *text,
                           const struct glossary_phrase *phrase, bool plurals);

#endif

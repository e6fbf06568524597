/* Explanations of words: the glossaries of the library's folders.
 *
 *   - term: keloid
 *     forms: [keloid scar]              (other words for the same)
 *     means: A raised scar that grows past the edge of the wound.
 *
 * glossary.yaml is in English, glossary.vi.yaml in Vietnamese and so on.
 * Plurals are found without being listed. */
#ifndef MEDFAQ_LIBRARY_GLOSSARY_H
#define MEDFAQ_LIBRARY_GLOSSARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/lang.h"
#include "base/map.h"

struct glossary_term {
    const char *name;
    const char *meaning; /* one plain sentence */
    const char *const *forms;
    size_t n_forms;
    const char *path; /* of its file */
    unsigned line;    /* in its file */
    size_t index;     /* in the terms of the glossary */
};

/* A name or another form of a term. */
struct glossary_form {
    const char *text;
    const struct glossary_term *term;
    bool is_acronym; /* all capitals, and then only found as capitals */
    uint32_t next;   /* the next with the same key, as index + 1; 0: none */
};

/* An error in a file. */
struct glossary_problem {
    const char *path;
    unsigned line; /* 0: the file as a whole */
    const char *text;
};

struct glossary {
    struct arena arena; /* owns the texts */
    enum lang lang;
    const struct glossary_term **terms; /* in the order of the files */
    size_t n_terms, terms_capacity;
    struct glossary_problem *problems;
    size_t n_problems, problems_capacity;

    /* glossary_find.c */
    struct glossary_form *forms;
    size_t n_forms, forms_capacity;
    struct map keys;   /* of whole forms: the first form, as index + 1 */
    struct map starts; /* of first words: words in the longest such form */
};

/* Reads the glossary in a language (BCP 47; NULL for English) of each folder
 * that has one. A term of an earlier folder hides the same term of a later
 * one. Errors go to problems and all other terms count. Never NULL; any thread
 * may read. */
struct glossary *glossary_open(const char *const *folders, size_t n_folders,
                               const char *lang);
void glossary_free(struct glossary *glossary);

/* The term with a name or form, or with a plural of one, in any case; NULL if
 * there is none. */
const struct glossary_term *glossary_find(const struct glossary *glossary,
                                          const char *name);

/* The longest form at the very start of text, which must be the start of a
 * word; n_bytes_found is set to its length. NULL if there is none. */
const struct glossary_term *glossary_at(const struct glossary *glossary,
                                        const char *text, size_t n_bytes,
                                        size_t *n_bytes_found);

/* A term in a text. */
struct glossary_match {
    size_t start, end;
    const struct glossary_term *term;
};

/* Finds the next term in text at or after an offset: the longest form at the
 * first place that has one. False if there is none. */
bool glossary_next(const struct glossary *glossary, const char *text,
                   size_t n_bytes, size_t from, struct glossary_match *out);

/* Whether a text has a word, as every form must. */
bool glossary_has_word(const char *text);
/* Makes a form findable. If an earlier one is the same, it stays, and its term
 * is returned; else NULL. */
const struct glossary_term *glossary_add_form(struct glossary *glossary,
                                              const struct glossary_term *term,
                                              const char *text);

#endif

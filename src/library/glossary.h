/* Explanations of terms: the glossaries in the library's folders.
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
    const char *path; /* the file it is in */
    unsigned line;    /* the line in the file */
    size_t index;     /* in glossary->terms */
};

/* The name of a term, or another form of it. */
struct glossary_form {
    const char *text;
    const struct glossary_term *term;
    bool is_acronym; /* all in capitals, and only found as such */
    uint32_t next;   /* index + 1 of the next with the same key; 0: none */
};

/* A problem in a file. */
struct glossary_problem {
    const char *path;
    unsigned line; /* 0: the whole file */
    const char *text;
};

struct glossary {
    struct arena arena; /* owns the texts */
    enum lang lang;
    const struct glossary_term **terms; /* in the order of folders and files */
    size_t n_terms, terms_capacity;
    struct glossary_problem *problems;
    size_t n_problems, problems_capacity;

    /* glossary_find.c */
    struct glossary_form *forms;
    size_t n_forms, forms_capacity;
    struct map keys;   /* stems of all words -> first form, index + 1 */
    struct map starts; /* stem of first word -> words in longest form */
};

/* Reads the glossary in a language (BCP 47; NULL for English) from each folder
 * that has one. A term of an earlier folder hides the same term of a later one.
 * Problems are recorded, and do not affect other terms. Never returns NULL. The
 * glossary may be used by several threads. */
struct glossary *glossary_open(const char *const *folders, size_t n_folders,
                               const char *lang);
void glossary_free(struct glossary *glossary);

/* Returns the term with a name or form, or a plural of one, ignoring case; NULL
 * if there is none. */
const struct glossary_term *glossary_find(const struct glossary *glossary,
                                          const char *name);

/* Returns the term with the longest form at the very start of text, which must
 * be the start of a word, or NULL. *n_bytes_found is set to the length of the
 * form. */
const struct glossary_term *glossary_at(const struct glossary *glossary,
                                        const char *text, size_t n_bytes,
                                        size_t *n_bytes_found);

/* An occurrence of a term in a text. */
struct glossary_match {
    size_t start, end;
    const struct glossary_term *term;
};

/* Finds the next term in text at or after an offset: the longest form at the
 * first place that has any. Returns false if there is none. */
bool glossary_next(const struct glossary *glossary, const char *text,
                   size_t n_bytes, size_t from, struct glossary_match *out);

/* Tells whether a text contains a word, as every form must. */
bool glossary_has_word(const char *text);
/* Adds a form to the index. If it is there already, returns the term that has
 * it; otherwise returns NULL. */
const struct glossary_term *glossary_add_form(struct glossary *glossary,
                                              const struct glossary_term *term,
                                              const char *text);

#endif

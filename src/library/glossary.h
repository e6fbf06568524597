/* Explanations of words: glossary.yaml of the library's folders, in English,
 * and glossary.LANG.yaml in other languages.
 *
 *   - term: keloid
 *     forms: [keloids, keloid scar]     (plurals, other words for the same)
 *     means: A raised scar that grows past the edge of the wound.
 */
#ifndef MEDFAQ_LIBRARY_GLOSSARY_H
#define MEDFAQ_LIBRARY_GLOSSARY_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/map.h"

struct glossary_term {
    const char *name;
    const char *meaning; /* one plain sentence */
    const char *const *forms;
    size_t n_forms;
    unsigned line;   /* in its file */
    unsigned n_file; /* which of the files, in their order */
};

/* A name or form of a term, without case. */
struct glossary_name {
    const char *text;
    size_t n_bytes;
    const struct glossary_term *term;
};

struct glossary {
    struct arena arena;          /* owns everything below */
    struct glossary_term *terms; /* in the order of the files */
    size_t n_terms;
    struct glossary_name *names; /* in the order of their bytes */
    size_t n_names;
    struct map by_name;             /* the number of the term of each, from 1 */
    struct map first_words;         /* of names */
    size_t longest_bytes;           /* of a name */
    unsigned n_files;               /* that were looked for */
    struct diagnostics diagnostics; /* errors in the files */
};

/* Reads the glossary of each folder that has one, in a language (BCP 47, of
 * which the first part counts; NULL for English): glossary.yaml where no folder
 * has one in that language. Of two terms with the same name the first counts;
 * within a file that is an error. Never NULL. */
struct glossary *glossary_open(const char *const *folders, size_t n_folders,
                               const char *lang);
void glossary_free(struct glossary *glossary);

/* By name or form, whole, in any case, or by a plural of one; NULL if there is
 * none. */
const struct glossary_term *glossary_find(const struct glossary *glossary,
                                          const char *name);

/* The longest name or form, or plural of one, that text begins with and that
 * ends where a word ends; its length goes to *n_name. NULL if there is none.
 * The time it takes does not depend on how many terms there are. */
const struct glossary_term *glossary_at(const struct glossary *glossary,
                                        const char *text, size_t n_bytes,
                                        size_t *n_name);

#endif

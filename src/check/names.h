/* The names of medicines, vaccines, procedures and tests that a library has
 * articles on, found in prose. */
#ifndef MEDFAQ_CHECK_NAMES_H
#define MEDFAQ_CHECK_NAMES_H

#include <stddef.h>

struct library;
struct names;
struct prose;

/* Ids, titles and synonyms of the English articles. Never NULL; borrows
 * nothing. */
struct names *names_new(const struct library *library);
void names_free(struct names *names);

size_t names_count(const struct names *names);

/* The longest name that begins at a word of the prose: how many words it has,
 * 0 for none, and the id of its article, which the names own. */
size_t names_at(const struct names *names, const struct prose *prose,
                size_t word, size_t end, const char **id);

#endif

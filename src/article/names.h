/* A map from names to numbers: slugs, references, addresses. */
#ifndef MEDFAQ_ARTICLE_NAMES_H
#define MEDFAQ_ARTICLE_NAMES_H

#include <stddef.h>

struct name_row;

/* Names are borrowed. A zeroed struct is an empty map. */
struct names {
    struct name_row *rows;
    size_t n;
    size_t capacity; /* a power of two */
};

/* Number of a name; NULL if it is not there. Valid until the next
 * names_add. */
size_t *names_find(const struct names *names, const char *name, size_t n_bytes);

/* Adds a name that is not there yet; name must outlive the map. */
void names_add(struct names *names, const char *name, size_t n_bytes,
               size_t number);

void names_finish(struct names *names);

#endif

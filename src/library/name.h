/* What articles are called, and how names are compared. */
#ifndef MEDFAQ_LIBRARY_NAME_H
#define MEDFAQ_LIBRARY_NAME_H

#include <stddef.h>

#include "base/buf.h"
#include "library/library.h"

/* A name as it is compared: folded, hyphens and underscores as spaces. Puts
 * it into key and returns its string. */
const char *name_key(const char *name, struct buf *key);

/* What an entry is called: 0 its id, 1 its title, then its synonyms; NULL
 * past the last. */
const char *name_of_entry(const struct entry *entry, size_t i);

/* Index in by_id of the first entry of an id, or of where it would be. */
size_t library_first_of_id(const struct library *library, const char *id);

/* The same language, whatever the region: "pt" and "pt-BR". */
bool name_same_language(const char *a, const char *b);

#endif

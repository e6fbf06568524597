/* What the library has of the values that a filter takes: publishers, of whose
 * names a part is enough, and languages. */
#ifndef MEDFAQ_SEARCH_PUBLISHERS_H
#define MEDFAQ_SEARCH_PUBLISHERS_H

#include "data/db.h"
#include "search/notes.h"
#include "search/query.h"

#define PUBLISHERS_MAX 400 /* that a filter may mean */

/* Numbers of the publishers whose folded names, or the first letters of the
 * words in them, have a part; returns how many there are, PUBLISHERS_MAX + 1 if
 * that is exceeded. */
size_t publishers_find(struct db *db, const char *part,
                       int64_t ids[static PUBLISHERS_MAX]);

/* Whether the name of a publisher has the part. */
bool publishers_has(struct db *db, const char *name, const char *part);

/* Says whose articles the filter shows, or that it shows nobody's. */
void publishers_tell(struct db *db, const struct query *query,
                     struct notes *notes);

/* Appends what a filter finds in this library; false if nothing is known of
 * it. */
bool publishers_add_values(struct db *db, const char *filter, struct buf *out);

#endif

/* The publishers and languages in the library, for filters by them. A filter by
 * publisher takes a part of the name. */
#ifndef MEDFAQ_SEARCH_PUBLISHERS_H
#define MEDFAQ_SEARCH_PUBLISHERS_H

#include "data/db.h"
#include "search/notes.h"
#include "search/query.h"

#define PUBLISHERS_MAX 400 /* that a filter may match in a MATCH expression */

/* Finds the ids of the publishers with a part in their folded name or in the
 * initials of its words. Returns how many there are, or PUBLISHERS_MAX + 1 if
 * there are more than PUBLISHERS_MAX. */
size_t publishers_find(struct db *db, const char *part,
                       int64_t ids[static PUBLISHERS_MAX]);

/* Returns whether a part occurs in the folded name or initials of a
 * publisher. */
bool publishers_has(struct db *db, const char *name, const char *part);

/* Adds a note that says which publishers the filter selects, or that there is
 * none. */
void publishers_add_note(struct db *db, const struct query *query,
                         struct notes *notes);

/* Appends the values of a filter that occur in this library. Returns false if
 * there are none or the filter is neither "pub" nor "lang". */
bool publishers_add_values(struct db *db, const char *filter, struct buf *out);

#endif

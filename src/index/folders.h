/* What the index keeps of a walk through its folders besides articles. */
#ifndef MEDFAQ_INDEX_FOLDERS_H
#define MEDFAQ_INDEX_FOLDERS_H

#include "data/db.h"
#include "library/walk.h"

/* Whether the index has other folders, or other skipped files, than the walk.
 */
bool folders_differ(struct db *db, const struct walk *walk);
/* Replaces them with those of the walk. */
enum db_result folders_keep(struct db *db, const struct walk *walk);

/* Whether no file has been added to the folders or removed since, and what
 * could not be read still cannot. Looks at each folder, not at its files. */
bool folders_are_as_walked(struct db *db);

/* Whether an article that could not be read still cannot, for the same reason.
 */
bool folders_is_unread_still(const char *path, const char *reason);

#endif

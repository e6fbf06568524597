/* Records in the index which folders were walked and what was skipped there. */
#ifndef MEDFAQ_INDEX_FOLDERS_H
#define MEDFAQ_INDEX_FOLDERS_H

#include "data/db.h"
#include "library/walk.h"

/* Returns whether the folders or skipped files of the walk differ from those in
 * the index. */
bool folders_differ(struct db *db, const struct walk *walk);
/* Replaces them with those of the walk. */
enum db_result folders_keep(struct db *db, const struct walk *walk);

/* Returns whether, since the walk, no file has been added to the folders or
 * removed, and whatever could not be read still cannot. Looks at each folder,
 * but not at its files. */
bool folders_are_as_walked(struct db *db);

/* Returns whether an article that could not be read still cannot, for the same
 * reason. */
bool folders_is_still_unreadable(const char *path, const char *reason);

#endif

/* The folders of an index: what a walk finds in them, and what the index keeps
 * of it besides articles. */
#ifndef MEDFAQ_SEARCH_FOLDERS_H
#define MEDFAQ_SEARCH_FOLDERS_H

#include "base/strs.h"
#include "data/sqlite.h"
#include "library/walk.h"

/* Walks the folders: the files found, with their stamps, by path, each once
 * though several folders may have it. stop, asked now and then, may be NULL. */
void folders_walk(struct walk *walk, struct arena *arena,
                  const struct strs *folders, bool (*stop)(void *),
                  void *context);

/* Has the index other folders, or other files passed over, than the walk? */
bool folders_differ(struct db *db, const struct walk *walk);
/* Puts those of the walk in their place. */
enum db_result folders_keep(struct db *db, const struct walk *walk);

#endif

/* Compares names of articles, and language tags. */
#ifndef MEDFAQ_LIBRARY_NAME_H
#define MEDFAQ_LIBRARY_NAME_H

#include <stddef.h>

#include "base/buf.h"
#include "library/library.h"

/* Stores in key the form of a name used for comparison: folded, with hyphens
 * and underscores as spaces. Returns key->data. */
const char *name_key(const char *name, struct buf *key);

/* Returns name i of an entry: 0 is its id, 1 its title, then follow its
 * synonyms; NULL past the last. */
const char *name_of_entry(const struct entry *entry, size_t i);

/* Returns the index in by_id of the first entry with an id, or where it would
 * be. */
size_t library_first_of_id(const struct library *library, const char *id);

/* Finds the id and the language of an article from its path and the language
 * that its front matter states (or NULL). NAME.LANG.md is a translation if the
 * front matter agrees, or if it states no language and NAME.md exists;
 * otherwise ".LANG" is part of the id. All live in arena; path must outlive
 * it. */
void name_of_file(struct arena *arena, const char *path,
                  const char *stated_lang, const char **id, const char **lang);

/* Returns the language of messages as the environment states it, with region
 * and character set; "" if it does not. */
const char *name_locale_language(void);

/* Tells whether two tags name the same language, ignoring the region: "pt" and
 * "pt-BR". */
bool name_same_language(const char *a, const char *b);

#endif

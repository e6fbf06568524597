/* Names of articles, and how they are compared. */
#ifndef MEDFAQ_LIBRARY_NAME_H
#define MEDFAQ_LIBRARY_NAME_H

#include <stddef.h>

#include "base/buf.h"
#include "library/library.h"

/* Puts a name into key as names are compared: folded, hyphens and underscores
 * as spaces. Returns key->data. */
const char *name_key(const char *name, struct buf *key);

/* The names of an entry: 0 its id, 1 its title, then its synonyms; NULL past
 * the last. */
const char *name_of_entry(const struct entry *entry, size_t i);

/* Index in by_id of the first entry of an id, or of where it would be. */
size_t library_first_of_id(const struct library *library, const char *id);

/* Id and language of an article from its path and the language that its front
 * matter states (NULL: none). NAME.LANG.md is a translation where the front
 * matter agrees, or says nothing and NAME.md exists; otherwise ".LANG" is
 * part of the id. All live in arena; path must. */
void name_of_file(struct arena *arena, const char *path,
                  const char *stated_lang, const char **id, const char **lang);

/* The language of messages, as the environment has it, with region and
 * character set; "" for none. */
const char *name_locale_language(void);

/* Whether two tags name the same language, whatever the region: "pt" and
 * "pt-BR". */
bool name_same_language(const char *a, const char *b);

#endif

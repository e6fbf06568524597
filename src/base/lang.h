/* The languages that medfaq has words in. */
#ifndef MEDFAQ_BASE_LANG_H
#define MEDFAQ_BASE_LANG_H

#include <stdbool.h>

enum lang { LANG_EN, LANG_ES, LANG_FR, LANG_DE, LANG_VI, LANG_ZH, LANG_COUNT };

/* The language of a BCP 47 tag, by its first subtag; LANG_EN for others and
 * for NULL. */
enum lang lang_find(const char *tag);

/* What a language calls itself, "Español", by its first subtag; the tag itself
 * for one that is not in the table. */
const char *lang_own_name(const char *tag);

/* Does it look like BCP 47: two or three letters, then subtags of two to
 * eight letters or digits, by hyphens? */
bool lang_is_tag(const char *text);

#endif

/* Languages of articles, and language tags (BCP 47). */
#ifndef MEDFAQ_BASE_LANG_H
#define MEDFAQ_BASE_LANG_H

#include <stdbool.h>

enum lang { LANG_EN, LANG_ES, LANG_FR, LANG_DE, LANG_VI, LANG_ZH, LANG_COUNT };

/* Returns the language of a tag, by its first subtag; LANG_EN for NULL and for
 * any other language. */
enum lang lang_find(const char *tag);

/* Like lang_find, but returns false if the tag is NULL or of another
 * language. */
bool lang_find_known(const char *tag, enum lang *lang);

/* Returns the tag of a language, such as "es". */
const char *lang_tag(enum lang lang);

/* Returns the name of a language in that language, such as "Español", by the
 * first subtag of a tag; the tag itself if it is unknown. */
const char *lang_own_name(const char *tag);

/* Tells whether a text has the form of a BCP 47 tag: two or three letters, then
 * subtags of two to eight letters or digits, separated by hyphens. */
bool lang_is_tag(const char *text);

#endif

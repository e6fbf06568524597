/* Languages of articles, and language tags (BCP 47). */
#ifndef MEDFAQ_BASE_LANG_H
#define MEDFAQ_BASE_LANG_H

#include <stdbool.h>

enum lang { LANG_EN, LANG_ES, LANG_FR, LANG_DE, LANG_VI, LANG_ZH, LANG_COUNT };

/* The language of a tag, by its first subtag; LANG_EN for all others and
 * NULL. */
enum lang lang_find(const char *tag);

/* The same; false where it is none of them. */
bool lang_find_known(const char *tag, enum lang *lang);

/* What speakers call the language of a tag, "Español", by its first subtag; the
 * tag itself if it is unknown. */
const char *lang_own_name(const char *tag);

/* Whether it looks like BCP 47: two or three letters, then subtags of two to
 * eight letters or digits, separated by hyphens. */
bool lang_is_tag(const char *text);

#endif

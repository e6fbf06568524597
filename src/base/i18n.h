/* Messages in the reader's language, by gettext.
 *
 * Whole sentences stand in _(), with n_() where a number decides the form; a
 * static table holds N_() and its reader calls _(). JSON, Markdown and file
 * names are never translated. A file that uses these is listed in
 * src/po/POTFILES. */
#ifndef MEDFAQ_BASE_I18N_H
#define MEDFAQ_BASE_I18N_H

#include <libintl.h>

/* The message in the reader's language; text itself where there is none. */
#define _(text) gettext(text)

/* Marks a message of a static table for the translators. */
#define N_(text) (text)

/* The form for n of something; both have the same format. */
#define n_(one, many, n) ngettext(one, many, n)

/* Takes the reader's locale for characters and messages; numbers are always
 * read and written as in C. Called once, by main. */
void i18n_init(void);

/* The language that messages are in, as a tag: "en" where there is no
 * translation. Static; as long as the locale stays. */
const char *i18n_lang(void);

#endif

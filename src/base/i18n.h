/* Messages in the user's language, by gettext.
 *
 * Whole sentences are marked with _(), or with n_() where a number determines
 * the form. A static table has N_(), and the code that reads it calls _().
 * JSON, Markdown and file names are never translated. A file that uses these is
 * listed in src/po/POTFILES. */
#ifndef MEDFAQ_BASE_I18N_H
#define MEDFAQ_BASE_I18N_H

/* The translation of a message, or text itself if there is none. */
#define _(text) i18n_text(text)

/* Marks a message in a static table for translation. */
#define N_(text) (text)

/* The form of a message for the number n. Both have the same conversions. */
#define n_(one, many, n) i18n_form(one, many, n)

/* What _() and n_() call. */
const char *i18n_text(const char *text) __attribute__((format_arg(1)));
const char *i18n_form(const char *one, const char *many, unsigned long n)
    __attribute__((format_arg(1), format_arg(2)));

/* Sets the user's locale for characters and messages. Numbers are always read
 * and written as in the C locale. main calls it once. */
void i18n_init(void);

/* The language that messages are in, as a tag: "en" where there is no
 * translation. Static; as long as the locale stays. */
const char *i18n_lang(void);

#endif

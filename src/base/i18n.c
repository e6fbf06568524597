/* Sets up the translation of messages. */
#include "base/i18n.h"

#include <libintl.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Set once, before there are threads. Without a catalog gettext would look for
 * it again for each message of each frame and line. */
static bool has_catalog;

/* Sets a category of the locale. A momentary lack of memory looks the same as a
 * locale that the system does not have, so it is tried twice. */
static void set_locale(int category)
{
    if (!setlocale(category, ""))
        setlocale(category, "");
}

/* Within the program, messages are UTF-8 in every locale; they are converted
 * where they are drawn. */
void i18n_init(void)
{
    set_locale(LC_CTYPE);
    set_locale(LC_MESSAGES);
    bindtextdomain("medfaq", MEDFAQ_LOCALEDIR);
    bind_textdomain_codeset("medfaq", "UTF-8");
    textdomain("medfaq");
    has_catalog = *gettext("") != '\0'; /* its header */
}

const char *i18n_text(const char *text)
{
    return has_catalog ? gettext(text) : text;
}

const char *i18n_form(const char *one, const char *many, unsigned long n)
{
    return has_catalog ? ngettext(one, many, n) : n == 1 ? one : many;
}

/* The header of a catalogue is the translation of "": fields like those of
 * mail. */
const char *i18n_lang(void)
{
    static const char field[] = "\nLanguage: ";
    static char lang[16]; /* gettext has no call that tells */
    const char *header = gettext("");
    const char *at = strstr(header, field);
    strcpy(lang, "en");
    if (at)
        sscanf(at + strlen(field), "%15[A-Za-z_-]", lang);
    for (char *underscore; (underscore = strchr(lang, '_'));)
        *underscore = '-';
    return lang;
}

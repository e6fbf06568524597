/* Messages in the reader's language: where the translations are. */
#include "base/i18n.h"

#include <errno.h>
#include <locale.h>

#include "base/mem.h"

/* A locale that the system does not have leaves that of C. */
static void set_locale(int category)
{
    errno = 0;
    if (!setlocale(category, "") && errno == ENOMEM)
        mem_exhausted();
}

/* Messages are UTF-8 inside the program in every locale; they are converted
 * where they are drawn. */
void i18n_init(void)
{
    set_locale(LC_CTYPE);
    set_locale(LC_MESSAGES);
    bindtextdomain("medfaq", MEDFAQ_LOCALEDIR);
    bind_textdomain_codeset("medfaq", "UTF-8");
    textdomain("medfaq");
}

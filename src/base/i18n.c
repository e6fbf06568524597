/* Messages in the reader's language: where the translations are. */
#include "base/i18n.h"

#include <locale.h>

/* Messages are UTF-8 inside the program in every locale; they are converted
 * where they are drawn. */
void i18n_init(void)
{
    setlocale(LC_CTYPE, "");
    setlocale(LC_MESSAGES, "");
    bindtextdomain("medfaq", MEDFAQ_LOCALEDIR);
    bind_textdomain_codeset("medfaq", "UTF-8");
    textdomain("medfaq");
}

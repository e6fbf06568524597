/* Messages in another language, from a catalogue that the test compiles. */
#include "base/i18n.h"

#include <locale.h>

#include "../unit.h"

static const char catalogue[] =
    "msgid \"\"\n"
    "msgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    "\"Language: de_AT\\n\"\n"
    "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
    "msgid \"Reloaded\"\n"
    "msgstr \"Neu geladen \u00E4\"\n"
    "msgid \"%d match\"\n"
    "msgid_plural \"%d matches\"\n"
    "msgstr[0] \"%d Treffer\"\n"
    "msgstr[1] \"%d Treffer insgesamt\"\n";

/* Writes de/LC_MESSAGES/medfaq.mo where i18n_init looks for it. */
static int write_catalogue(void **state)
{
    (void)state;
    FILE *msgfmt =
        popen("mkdir -p " MEDFAQ_LOCALEDIR "/de/LC_MESSAGES && "
              "msgfmt -o " MEDFAQ_LOCALEDIR "/de/LC_MESSAGES/medfaq.mo -",
              "w");
    fputs(catalogue, msgfmt);
    return pclose(msgfmt);
}

static void speaks_the_language_of_the_locale(void **state)
{
    (void)state;
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("LANGUAGE", "de", 1);
    assert_string_equal(_("Reloaded"), "Reloaded");
    assert_string_equal(i18n_lang(), "en");
    i18n_init();
    assert_string_equal(i18n_lang(), "de-AT");
    assert_string_equal(_("Reloaded"), "Neu geladen \u00E4");
    assert_string_equal(n_("%d match", "%d matches", 1), "%d Treffer");
    assert_string_equal(n_("%d match", "%d matches", 2),
                        "%d Treffer insgesamt");
    assert_string_equal(_("not in the catalogue"), "not in the catalogue");
    assert_string_equal(N_("Reloaded"), "Reloaded");
}

static void numbers_stay_those_of_c(void **state)
{
    (void)state;
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
    assert_string_equal(setlocale(LC_CTYPE, NULL), "C.UTF-8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(speaks_the_language_of_the_locale),
        cmocka_unit_test(numbers_stay_those_of_c),
    };
    return cmocka_run_group_tests(tests, write_catalogue, NULL);
}

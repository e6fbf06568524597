/* A translation beside its original, with one thing changed. */
#include "check/check.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"

#include "../unit.h"

#define HEAD(lang)                                                             \
    "---\ntitle: T\nlang: " lang "\ntype: other\nsummary: S.\n"                \
    "updated: 2026-11-22\nreview_due: 2028-11-22\nlicence: MIT\nsources:\n"    \
    "- {id: a, title: A, publisher: P, year: 2025}\n"                          \
    "- {id: b, title: B, publisher: P, year: 2025}\n---\n\n"
#define RISK(n, outcome)                                                       \
    "```risk\ntitle: T\npopulation: P\nperiod: P\nper: 100\n"                  \
    "outcome: " outcome "\nrows:\n- {label: L, n: " n ", source: a}\n"         \
    "- {label: M, n: 6, source: a}\n```\n\n"

static const char original[] =
    HEAD("en") "It heals in 72 hours.[^a]\n\n"
               "## Who should not have it?\n\n- pregnant women[^a]\n- children "
               "under 12\n"
               "- anybody who took 1,500 mg[^b]\n\n"
               "## What are the risks?\n\n" RISK(
                   "14",
                   "harm") "About 2.5 of 100 people need two weeks.[^b]\n\n"
                           "## When is it an emergency?\n\n"
                           "> [!EMERGENCY] Call your local emergency number if "
                           "you faint.[^a]\n\n"
                           "> [!SEE-DOCTOR] See a doctor within 3 days.[^b]\n\n"
                           "## More information\n\n[^a][^b]\n";

#define ES(text) HEAD("es") text
#define WHO                                                                    \
    "## \u00BFQui\u00E9n no debe hac\u00E9rselo? {kind=contraindications}\n\n"
#define WHO_TEXT                                                               \
    "- embarazadas[^a]\n- ni\u00F1os menores de 12 a\u00F1os\n"                \
    "- quien tom\u00F3 1.500 mg[^b]\n\n"
#define RISKS "## \u00BFCu\u00E1les son los riesgos? {kind=risks}\n\n"
#define RISKS_TEXT "Unas 2,5 de cada 100 personas necesitan 2 semanas.[^b]\n\n"
#define EMERGENCY "## \u00BFCu\u00E1ndo es una emergencia? {kind=emergency}\n\n"
#define CALL "> [!EMERGENCY] Llame al n\u00FAmero de emergencias.[^a]\n\n"
#define DOCTOR "> [!SEE-DOCTOR] Vaya al m\u00E9dico en tres d\u00EDas.[^b]\n\n"
#define MORE "## M\u00E1s informaci\u00F3n {kind=more-info}\n\n[^a][^b]\n"
#define HEALS "Se cura en 72 horas.[^a]\n\n"
#define REST RISKS RISK("14", "harm") RISKS_TEXT EMERGENCY CALL DOCTOR MORE

static const struct {
    const char *code, *translation;
} rows[] = {
    {NULL, ES(HEALS WHO WHO_TEXT REST)},
    {"M070", ES("Se cura en 7 horas.[^a]\n\n" WHO WHO_TEXT REST)},
    {"M070", ES("Se cura en 72 d\u00EDas.[^a]\n\n" WHO WHO_TEXT REST)},
    {"M070", ES("Se cura pronto.[^a]\n\n" WHO WHO_TEXT REST)},
    {"M070", ES("Se cura en 72 horas o en 96.[^a]\n\n" WHO WHO_TEXT REST)},
    {"M070",
     ES(HEALS WHO "- embarazadas[^a]\n- ni\u00F1os menores de 2 "
                  "a\u00F1os\n- quien tom\u00F3 1.500 mg[^b]\n\n" REST)},
    {"M070", ES(HEALS WHO "- embarazadas[^a]\n- ni\u00F1os menores de 12 "
                          "a\u00F1os\n- quien tom\u00F3 1.500 g[^b]\n\n" REST)},
    {"M070", ES(HEALS WHO WHO_TEXT RISKS RISK(
                 "14", "harm") "Unas 25 de cada 100 personas necesitan 2 "
                               "semanas.[^b]\n\n" EMERGENCY CALL DOCTOR MORE)},
    {"M070",
     ES(HEALS WHO WHO_TEXT RISKS RISK("14", "harm") RISKS_TEXT EMERGENCY CALL
        "> [!SEE-DOCTOR] Vaya al m\u00E9dico en 30 d\u00EDas.[^b]\n\n" MORE)},
    {"M071", ES("Se cura en 72 horas.\n\n" WHO WHO_TEXT REST)},
    {"M071", ES("Se cura en 72 horas.[^b]\n\n" WHO WHO_TEXT REST)},
    {"M071",
     ES(HEALS WHO "- embarazadas\n- ni\u00F1os menores de 12 "
                  "a\u00F1os\n- quien tom\u00F3 1.500 mg[^b]\n\n" REST)},
    {"M071",
     ES(HEALS WHO WHO_TEXT RISKS RISK("14", "harm") RISKS_TEXT EMERGENCY CALL
        "> [!SEE-DOCTOR] Vaya en tres d\u00EDas.\n\n" MORE)},
    {"M071", ES("Se cura en 72 horas.[^a][^b]\n\n" WHO WHO_TEXT REST)},
    {"M072", ES(HEALS WHO "- ni\u00F1os menores de 12 a\u00F1os[^a]\n"
                          "- quien tom\u00F3 1.500 mg[^b]\n\n" REST)},
    {"M072", ES(HEALS WHO "- embarazadas[^a]\n- quien tom\u00F3 1.500 mg[^b]\n"
                          "\n" REST)},
    {"M072", ES(HEALS WHO "Embarazadas,[^a] ni\u00F1os menores de 12 a\u00F1os "
                          "y quien tom\u00F3 1.500 mg.[^b]\n\n" REST)},
    {"M072", ES(HEALS WHO WHO_TEXT "- otros\n\n" REST)},
    {"M072", ES(HEALS WHO "- embarazadas[^a]\n\n" REST)},
    {"M073", ES(HEALS WHO WHO_TEXT RISKS RISK("14", "harm")
                    RISKS_TEXT EMERGENCY DOCTOR MORE)},
    {"M073", ES(HEALS WHO WHO_TEXT RISKS RISK("14", "harm") RISKS_TEXT EMERGENCY
                "> [!NOTE] Llame al n\u00FAmero.[^a]\n\n" DOCTOR MORE)},
    {"M073", ES(HEALS WHO WHO_TEXT RISKS RISK("14", "harm")
                    RISKS_TEXT EMERGENCY DOCTOR CALL MORE)},
    {"M073",
     ES(HEALS WHO WHO_TEXT RISKS RISK("14", "harm")
            RISKS_TEXT EMERGENCY CALL DOCTOR "> [!TIP] Beba.\n\n" MORE)},
    {"M073",
     ES(HEALS WHO WHO_TEXT RISKS RISK("14", "harm") RISKS_TEXT EMERGENCY CALL
        "Vaya en tres d\u00EDas.[^b]\n\n" MORE)},
    {"M074", ES(HEALS WHO WHO_TEXT RISKS RISK("41", "harm")
                    RISKS_TEXT EMERGENCY CALL DOCTOR MORE)},
    {"M074", ES(HEALS WHO WHO_TEXT RISKS RISK("14", "benefit")
                    RISKS_TEXT EMERGENCY CALL DOCTOR MORE)},
    {"M074",
     ES(HEALS WHO WHO_TEXT RISKS RISKS_TEXT EMERGENCY CALL DOCTOR MORE)},
    {"M074", ES(HEALS WHO WHO_TEXT RISKS RISK("14", "harm") RISK("1", "harm")
                    RISKS_TEXT EMERGENCY CALL DOCTOR MORE)},
    {"M074", ES(HEALS WHO WHO_TEXT RISKS RISK("13", "harm")
                    RISKS_TEXT EMERGENCY CALL DOCTOR MORE)},
    {"M075", ES(HEALS REST)},
    {"M075", ES(HEALS WHO WHO_TEXT EMERGENCY CALL DOCTOR MORE)},
    {"M075", ES(HEALS WHO WHO_TEXT RISKS RISK("14", "harm") RISKS_TEXT MORE)},
    {"M075", ES(HEALS RISKS RISK("14", "harm")
                    RISKS_TEXT WHO WHO_TEXT EMERGENCY CALL DOCTOR MORE)},
    {"M075", ES(HEALS MORE)},
};

static void put(const char *path, const char *text)
{
    struct error err;
    assert_true(file_write(path, text, strlen(text), &err));
}

/* What the rules of translations say of a file: their codes. */
static void check_file(const char *path, struct buf *said)
{
    static const struct check_context context = {.today = {2026, 11, 22}};
    struct error err;
    struct article *article = article_open(path, &err);
    struct messages messages;
    assert_non_null(article);
    messages_init(&messages, &article->arena);
    check_article(article, &context, &messages);
    for (size_t i = 0; i < messages.n; i++)
        if (!strncmp(messages.items[i].rule->code, "M07", 3))
            buf_printf(said, "%s %s\n", messages.items[i].rule->code,
                       messages.items[i].at.text);
    messages_finish(&messages);
    article_free(article);
}

static void differences_are_named(void **state)
{
    (void)state;
    char folder[] = "/tmp/medfaq-translation-XXXXXX", path[64], other[64];
    size_t n_wrong = 0;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/t.es.md", folder);
    snprintf(other, sizeof other, "%s/t.md", folder);
    put(other, original);
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        struct buf said;
        buf_init(&said);
        put(path, rows[i].translation);
        check_file(path, &said);
        if (rows[i].code ? !strstr(said.data, rows[i].code)
                         : said.n_bytes > 0) {
            print_message("row %zu: %s, but: %s\n", i,
                          rows[i].code ? rows[i].code : "nothing", said.data);
            n_wrong++;
        }
        buf_finish(&said);
    }
    assert_int_equal(n_wrong, 0);
    unlink(path);
    unlink(other);
    rmdir(folder);
}

#include "translations.inc"

/* Replaces the first from by to. */
static char *changed(const char *text, const char *from, const char *to)
{
    struct buf out;
    const char *at = strstr(text, from);
    assert_non_null(at);
    buf_init(&out);
    buf_add_n(&out, text, (size_t)(at - text));
    buf_add(&out, to);
    buf_add(&out, at + strlen(from));
    return buf_steal(&out);
}

/* Writes the translation that a row changes; row N_ELEMENTS(changes) and those
 * behind it are the translations as they are. */
static void put_changed(const char *folder, size_t row, char path[64])
{
    size_t i = row - N_ELEMENTS(changes);
    const char *lang =
        row < N_ELEMENTS(changes) ? changes[row].lang : translations[i].lang;
    char *text, *more;
    struct buf all;
    for (i = 0; strcmp(translations[i].lang, lang);)
        i++;
    text = changed(translations[i].text, "", "");
    if (row < N_ELEMENTS(changes)) {
        more = changed(text, changes[row].from, changes[row].to);
        free(text);
        text = more;
    }
    if (row < N_ELEMENTS(changes) && changes[row].from_too) {
        more = changed(text, changes[row].from_too, changes[row].to_too);
        free(text);
        text = more;
    }
    buf_init(&all);
    buf_add(&all, HEAD("en"));
    memcpy(strstr(all.data, "lang: en") + 6, lang, 2);
    buf_add(&all, text);
    snprintf(path, 64, "%s/t.%s.md", folder, lang);
    put(path, all.data);
    buf_finish(&all);
    free(text);
}

static void changes_are_named(void **state)
{
    (void)state;
    char folder[] = "/tmp/medfaq-translation-XXXXXX", path[64], other[64];
    size_t n_wrong = 0;
    assert_non_null(mkdtemp(folder));
    snprintf(other, sizeof other, "%s/t.md", folder);
    char *all = changed(HEAD("en"), "---\n\n", "---\n\n@"), *text;
    text = changed(all, "@", english);
    put(other, text);
    for (size_t i = 0; i < N_ELEMENTS(changes) + N_ELEMENTS(translations);
         i++) {
        const char *code = i < N_ELEMENTS(changes) ? changes[i].code : NULL;
        struct buf said;
        buf_init(&said);
        put_changed(folder, i, path);
        check_file(path, &said);
        unlink(path);
        if (code ? !strstr(said.data, code) : said.n_bytes > 0) {
            print_message("row %zu: %s, but: %s\n", i, code ? code : "nothing",
                          said.data);
            n_wrong++;
        }
        buf_finish(&said);
    }
    assert_int_equal(n_wrong, 0);
    free(all);
    free(text);
    unlink(other);
    rmdir(folder);
}

/* The numbers of a language that is not known are left alone, and an original
 * has none to be compared with. */
static void silent_where_it_knows_nothing(void **state)
{
    (void)state;
    char folder[] = "/tmp/medfaq-translation-XXXXXX", path[64], other[64];
    struct buf said;
    buf_init(&said);
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/t.fa.md", folder);
    snprintf(other, sizeof other, "%s/t.md", folder);
    put(other, HEAD("en") "It heals in 72 hours.[^a][^b]\n");
    put(path, HEAD("fa") "It heals in 7 hours.[^a][^b]\n");
    check_file(path, &said);
    check_file(other, &said);
    assert_string_equal(said.data, "");
    buf_finish(&said);
    unlink(path);
    unlink(other);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(differences_are_named),
        cmocka_unit_test(changes_are_named),
        cmocka_unit_test(silent_where_it_knows_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

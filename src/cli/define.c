/* medfaq define: what a word of the glossary means. */
#include <string.h>

#include "base/i18n.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/default_folders.h"
#include "library/glossary.h"
#include "library/name.h"

#define HANG_CELLS 4 /* of lines that go on */
#define TYPING_ERRORS_MAX 2

static struct glossary *open_in(struct cli *cli, const char *lang)
{
    size_t n;
    const char **folders = default_folders(cli, &n);
    return glossary_open(folders, n, lang);
}

/* In the language of the locale, if there is one, else in English. */
static struct glossary *open_glossary(struct cli *cli)
{
    const char *lang = cli_value(cli, OPTION_LANG);
    if (!lang) {
        lang = name_locale_language();
        lang = arena_strndup(&cli->arena, lang, strcspn(lang, "-_.@"));
    }
    struct glossary *glossary = open_in(cli, lang);
    if (!glossary->n_terms && !cli_value(cli, OPTION_LANG)) {
        glossary_free(glossary);
        glossary = open_in(cli, "en");
    }
    for (size_t i = 0; i < glossary->n_problems; i++)
        cli_complain(cli, "%s:%u: %s", glossary->problems[i].path,
                     glossary->problems[i].line, glossary->problems[i].text);
    return glossary;
}

/* "keloid (keloids, keloid scar): A raised scar that ..." */
static void print_term(struct cli *cli, const struct glossary_term *term)
{
    struct buf line;
    size_t start = cli->out.n_bytes;
    buf_init(&line);
    buf_add(&line, term->name);
    for (size_t i = 0; i < term->n_forms; i++)
        buf_printf(&line, "%s%s", i ? ", " : " (", term->forms[i]);
    buf_add(&line, term->n_forms ? "): " : ": ");
    buf_add(&line, term->meaning);
    cli_print(cli, "%s", line.data);
    cli_wrap(cli, start, HANG_CELLS);
    buf_finish(&line);
}

/* The distance of a word to the nearest of what a term is called. */
static unsigned term_distance(const struct glossary_term *term,
                              const char *word)
{
    unsigned least = str_distance(word, term->name, TYPING_ERRORS_MAX);
    for (size_t i = 0; i < term->n_forms; i++) {
        unsigned distance =
            str_distance(word, term->forms[i], TYPING_ERRORS_MAX);
        least = distance < least ? distance : least;
    }
    return least;
}

static const char *find_nearest(const struct glossary *glossary,
                                const char *word)
{
    const char *nearest = NULL;
    unsigned least = TYPING_ERRORS_MAX + 1;
    for (size_t i = 0; i < glossary->n_terms; i++) {
        unsigned distance = term_distance(glossary->terms[i], word);
        if (distance < least) {
            least = distance;
            nearest = glossary->terms[i]->name;
        }
    }
    return nearest;
}

static enum exit_code complain_absent(struct cli *cli,
                                      const struct glossary *glossary,
                                      const char *word)
{
    const char *nearest = find_nearest(glossary, word);
    if (!glossary->n_terms)
        cli_complain(cli, _("the library has no glossary.yaml"));
    else if (nearest)
        cli_complain(cli, _("no glossary explains \"%s\"; did you mean %s?"),
                     word, nearest);
    else
        cli_complain(cli,
                     _("no glossary explains \"%s\"; to search the "
                       "articles: medfaq search %s"),
                     word, word);
    return EXIT_NOT_FOUND;
}

/* Prints what glossaries of other languages say, where none was asked for. */
static bool print_foreign(struct cli *cli, enum lang known, const char *word)
{
    bool any = false;
    for (enum lang lang = LANG_EN;
         lang < LANG_COUNT && !cli_value(cli, OPTION_LANG); lang++) {
        if (lang == known)
            continue;
        struct glossary *glossary = open_in(cli, lang_tag(lang));
        const struct glossary_term *term = glossary_find(glossary, word);
        if (term) {
            cli_complain(cli, _("explained in %s"),
                         lang_own_name(lang_tag(lang)));
            print_term(cli, term);
            any = true;
        }
        glossary_free(glossary);
    }
    return any;
}

static const char *join(struct cli *cli, int n, char **words)
{
    const char *text = words[0];
    for (int i = 1; i < n; i++)
        text = arena_printf(&cli->arena, "%s %s", text, words[i]);
    return text;
}

static enum exit_code explain(struct cli *cli, const struct glossary *glossary,
                              const char *word)
{
    const struct glossary_term *term = glossary_find(glossary, word);
    if (!glossary_has_word(word)) {
        cli_complain(cli, _("\"%s\" is not a word"), word);
        return EXIT_USAGE;
    }
    if (term)
        print_term(cli, term);
    else if (!print_foreign(cli, glossary->lang, word))
        return complain_absent(cli, glossary, word);
    return EXIT_DONE;
}

enum exit_code command_define(struct cli *cli, int n, char **arguments)
{
    struct glossary *glossary = open_glossary(cli);
    enum exit_code code = EXIT_DONE;
    if (n)
        code = explain(cli, glossary, join(cli, n, arguments));
    else if (!glossary->n_terms)
        code = complain_absent(cli, glossary, "");
    for (size_t i = 0; !n && i < glossary->n_terms; i++)
        print_term(cli, glossary->terms[i]);
    glossary_free(glossary);
    return code;
}

/* medfaq new: an article with everything but its text. */
#include <string.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/ascii.h"
#include "base/file.h"
#include "base/secure.h"
#include "check/check.h"
#include "check/skeleton.h"
#include "cli/command.h"
#include "cli/target.h"

#define VERSIONS_MAX 64

/* Ids are file names, and what people type. */
static bool is_id(const char *id)
{
    size_t n_bytes = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return n_bytes && !id[n_bytes] && *id != '-';
}

/* The article that is ID.md, whatever the reader's language; one of its
 * translations where the library has no more. NULL if there is none. */
static const struct entry *
find_original(struct cli *cli, const struct library *library, const char *id)
{
    const struct entry *versions[VERSIONS_MAX];
    const struct entry *any = library_find_id(library, id, NULL);
    size_t n =
        any ? library_translations(library, any, versions, VERSIONS_MAX) : 0;
    for (size_t i = 0; i < n; i++) {
        const char *name, *lang;
        article_name_split(&cli->arena, versions[i]->path, &name, &lang);
        if (!*lang)
            return versions[i];
    }
    return any;
}

/* What a translation is one of: the article beside it, or that of the library;
 * NULL if there is none. The caller frees. */
static struct article *open_original(struct cli *cli, const char *id)
{
    const char *beside = arena_printf(&cli->arena, "%s.md", id);
    if (access(beside, F_OK) == 0)
        return article_open(beside, NULL);
    struct library *library = target_library(cli);
    const struct entry *entry = find_original(cli, library, id);
    struct article *original = entry ? article_open(entry->path, NULL) : NULL;
    library_free(library);
    return original;
}

static bool are_right(struct cli *cli, const char *id)
{
    const char *lang = cli_value(cli, OPTION_LANG);
    if (lang && !lang_is_tag(lang))
        cli_complain(cli, "--lang=%s: give a language such as vi or pt-BR",
                     lang);
    else if (!is_id(id))
        cli_complain(cli, "an id has small letters, digits and hyphens, such "
                          "as chemical-peel");
    else
        return true;
    return false;
}

static bool begin(struct cli *cli, const char *path,
                  const struct skeleton *skeleton)
{
    struct error err;
    struct buf text;
    buf_init(&text);
    skeleton_write(skeleton, &text);
    bool done = file_write_new(path, text.data, text.n_bytes, &err);
    buf_finish(&text);
    if (!done && access(path, F_OK) == 0)
        cli_complain(cli, "%s is there already: medfaq edit ./%s opens it",
                     path, path);
    else if (!done)
        cli_complain(cli, "%s", err.message);
    if (!done)
        return false;
    if (skeleton->original)
        cli_print(cli, "%scodes, related articles and sections are those of %s",
                  cli_value(cli, OPTION_TYPE) ? "" : "type, ",
                  skeleton->original->path);
    cli_print(cli, "%s is begun: medfaq edit ./%s, then medfaq check %s", path,
              path, path);
    return true;
}

static enum article_type type_of(struct cli *cli,
                                 const struct article *original)
{
    if (cli_value(cli, OPTION_TYPE))
        return article_type_find(cli_value(cli, OPTION_TYPE));
    return original && original->meta.type != TYPE_NONE ? original->meta.type
                                                        : TYPE_OTHER;
}

/* An article is no translation of itself. */
static bool is_other_language(struct cli *cli, const struct article *original)
{
    const char *lang = cli_value(cli, OPTION_LANG);
    if (!original || ascii_casecmp(original->lang, lang) != 0)
        return true;
    cli_complain(cli,
                 "%s is in that language (%s) already: medfaq edit opens "
                 "it",
                 original->path, lang);
    return false;
}

enum exit_code command_new(struct cli *cli, int n, char **arguments)
{
    const char *id = arguments[0], *lang = cli_value(cli, OPTION_LANG);
    (void)n;
    if (!are_right(cli, id))
        return EXIT_USAGE;
    if (is_secure()) {
        cli_complain(cli, "new is not allowed here (MEDFAQ_SECURE)");
        return EXIT_NOT_FOUND;
    }
    struct article *original = lang ? open_original(cli, id) : NULL;
    struct skeleton skeleton = {id, lang ? lang : "en", type_of(cli, original),
                                check_today(), original};
    const char *path = arena_printf(&cli->arena, "%s%s%s.md", id,
                                    lang ? "." : "", lang ? lang : "");
    bool done = (!lang || is_other_language(cli, original)) &&
                begin(cli, path, &skeleton);
    article_free(original);
    return done ? EXIT_DONE : EXIT_NOT_FOUND;
}

/* medfaq new and medfaq edit: begin and edit articles. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/platform.h"
#include "check/check.h"
#include "check/skeleton.h"
#include "cli/command.h"
#include "cli/default_folders.h"
#include "cli/find_article.h"
#include "ui/program.h"

#define VERSIONS_MAX 64

/* Returns whether an id has only the characters allowed: it becomes a file
 * name, and people type it. */
static bool is_id(const char *id)
{
    size_t n_bytes = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return n_bytes && !id[n_bytes] && *id != '-';
}

/* Returns the article in ID.md, whatever the reader's language, or one of its
 * translations if the library has no original. Returns NULL if there is
 * none. */
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

/* Opens the article to be translated: the one in this folder, else that of the
 * library. Returns NULL if there is none. The caller frees it. */
static struct article *open_original(struct cli *cli, const char *id)
{
    const char *beside = arena_printf(&cli->arena, "%s.md", id);
    if (access(beside, F_OK) == 0)
        return article_open(beside, NULL);
    bool any;
    struct library *library =
        default_folders_articles(cli, &(struct articles_wanted){0}, &any);
    const struct entry *entry = find_original(cli, library, id);
    struct article *original = entry ? article_open(entry->path, NULL) : NULL;
    library_free(library);
    return original;
}

static bool are_right(struct cli *cli, const char *id)
{
    const char *lang = cli_value(cli, OPTION_LANG);
    if (lang && !lang_is_tag(lang))
        cli_complain(cli, _("--lang=%s: give a language such as vi or pt-BR"),
                     lang);
    else if (!is_id(id))
        cli_complain(cli, _("use small letters, digits and hyphens in an "
                            "id, as in chemical-peel"));
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
        cli_complain(cli, _("%s already exists; to edit it: medfaq edit ./%s"),
                     path, path);
    else if (!done)
        cli_complain(cli, "%s", err.message);
    if (!done)
        return false;
    if (skeleton->original)
        cli_print(cli,
                  cli_has(cli, OPTION_TYPE)
                      ? _("Taking codes, related articles and sections from "
                          "%s")
                      : _("Taking type, codes, related articles and "
                          "sections from %s"),
                  skeleton->original->path);
    cli_print(cli,
              _("Created %s. Next: medfaq edit ./%s, then medfaq check "
                "%s"),
              path, path, path);
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

/* Refuses to translate an article into its own language. */
static bool is_other_language(struct cli *cli, const struct article *original)
{
    const char *lang = cli_value(cli, OPTION_LANG);
    if (!original || ascii_casecmp(original->lang, lang) != 0)
        return true;
    cli_complain(cli,
                 _("%s is already in that language (%s); to edit it, use "
                   "medfaq edit"),
                 original->path, lang);
    return false;
}

enum exit_code command_new(struct cli *cli, int n, char **arguments)
{
    const char *id = arguments[0], *lang = cli_value(cli, OPTION_LANG);
    (void)n;
    if (!are_right(cli, id))
        return EXIT_USAGE;
    if (platform_is_secure()) {
        cli_complain(cli, _("new is not allowed while MEDFAQ_SECURE is set"));
        return EXIT_NOT_FOUND;
    }
    struct article *original = lang ? open_original(cli, id) : NULL;
    struct skeleton skeleton = {id, lang ? lang : "en", type_of(cli, original),
                                date_today(), original};
    const char *path = arena_printf(&cli->arena, "%s%s%s.md", id,
                                    lang ? "." : "", lang ? lang : "");
    bool done = (!lang || is_other_language(cli, original)) &&
                begin(cli, path, &skeleton);
    article_free(original);
    return done ? EXIT_DONE : EXIT_NOT_FOUND;
}

static unsigned line_at(const struct article *article, size_t offset)
{
    unsigned line = 1;
    for (size_t i = 0; i < offset && i < article->n_source_bytes; i++)
        line += article->source[i] == '\n';
    return line;
}

/* Returns the line of the first section of a kind. Returns 0, after
 * complaining, if there is none or the article cannot be read. */
static unsigned line_of_kind(struct cli *cli, const struct found_article *found,
                             enum kind kind)
{
    struct article *article = find_article_open(cli, found);
    if (!article)
        return 0;
    size_t offset = article_find_kind(article, kind, SIZE_MAX);
    unsigned line = offset == SIZE_MAX ? 0 : line_at(article, offset);
    if (!line)
        cli_complain(cli, _("%s has no section of the kind %s"), found->path,
                     kind_get(kind)->id);
    article_free(article);
    return line;
}

static enum exit_code start(struct cli *cli, const char *path, unsigned line)
{
    struct strs words;
    strs_init(&words);
    editor_words(path, line, &words);
    char **argv = mem_calloc(words.n + 1, sizeof *argv);
    for (size_t i = 0; i < words.n; i++)
        argv[i] = words.items[i];
    execvp(argv[0], argv);
    cli_complain(cli, "%s: %s", argv[0], strerror(errno));
    free(argv);
    strs_finish(&words);
    return EXIT_NOT_FOUND;
}

enum exit_code command_edit(struct cli *cli, int n, char **arguments)
{
    struct found_article found;
    enum kind kind;
    unsigned line = 1;
    if (platform_is_secure()) {
        cli_complain(cli, _("edit is not allowed while MEDFAQ_SECURE is set"));
        return EXIT_NOT_FOUND;
    }
    if (!find_article_named(cli, n, arguments, &found, &kind))
        return EXIT_NOT_FOUND;
    if (found.type != FOUND_FILE || cli->converted) {
        cli_complain(cli,
                     cli->converted
                         ? _("%s is not an article file; to convert it, use "
                             "medfaq import")
                         : _("%s is not an article file"),
                     arguments[0]);
        return EXIT_NOT_FOUND;
    }
    if (kind != KIND_NONE && !(line = line_of_kind(cli, &found, kind)))
        return EXIT_NOT_FOUND;
    return start(cli, found.path, line);
}

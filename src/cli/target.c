/* From words to articles. */
#include "cli/target.h"

#include <errno.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "article/lang.h"
#include "base/strs.h"
#include "cli/command.h"
#include "library/name.h"
#include "search/catalogue.h"

#define NEAREST_MAX 3
#define HAVING_MAX 8 /* at least NEAREST_MAX */
#define TYPING_ERRORS_MAX 2

/* Beside the program, or where they were to be installed. */
static const char *installed_articles(struct cli *cli)
{
    static const char where[] = "/" MEDFAQ_BINDIR "/medfaq";
    const char *program = cli_program(cli);
    if (!str_ends(program, where))
        return MEDFAQ_PREFIX "/" MEDFAQ_ARTICLES;
    size_t n_prefix = strlen(program) - strlen(where);
    return arena_printf(&cli->arena, "%.*s/%s", (int)n_prefix, program,
                        MEDFAQ_ARTICLES);
}

const char **target_folders(struct cli *cli, size_t *n)
{
    return library_default_folders(&cli->arena, installed_articles(cli), n);
}

struct library *target_library(struct cli *cli)
{
    size_t n;
    const char **folders = target_folders(cli, &n);
    return library_open(folders, n);
}

static bool looks_like_path(const char *name)
{
    return strchr(name, '/') || str_ends(name, ".md") || str_equal(name, ".") ||
           str_equal(name, "..");
}

/* A path that is not there counts as a file, whose opening says why. */
static struct target target_at(struct cli *cli, const char *path)
{
    return (struct target){
        .type = file_is_folder(path) ? TARGET_FOLDER : TARGET_FILE,
        .path = arena_strdup(&cli->arena, path),
    };
}

void target_complain_empty(struct cli *cli, const char *const *folders,
                           size_t n)
{
    for (size_t i = 0; i < n; i++)
        cli_complain(cli, "%s: %s", folders[i],
                     access(folders[i], R_OK) == 0 ? "no articles"
                                                   : strerror(errno));
}

bool target_has_articles(struct cli *cli, const struct library *library)
{
    if (!library->n_entries)
        target_complain_empty(cli, library->folders, library->n_folders);
    return library->n_entries;
}

static void complain_of_names(struct cli *cli, const char *name,
                              const struct entry *const *entries, size_t n)
{
    cli_complain(cli, "no article is called \"%s\"%s", name,
                 n ? "; the nearest names are:" : "; medfaq list lists them");
    for (size_t i = 0; i < n; i++)
        cli_complain(cli, "    %s (%s)", entries[i]->id, entries[i]->title);
}

static void complain_no_article(struct cli *cli, const char *name,
                                const struct library *library)
{
    const struct entry *nearest[HAVING_MAX];
    target_has_articles(cli, library);
    size_t n =
        library_having(library, name, cli->options.lang, nearest, HAVING_MAX);
    size_t n_shown = n < HAVING_MAX ? n : HAVING_MAX;
    if (!n)
        n_shown = library_nearest(library, name, nearest, NEAREST_MAX);
    complain_of_names(cli, name, nearest, n_shown);
    if (n > n_shown)
        cli_complain(cli, "    and %zu more", n - n_shown);
    for (const struct command *command = commands; command->run; command++)
        if (command->name &&
            str_distance(name, command->name, TYPING_ERRORS_MAX) <=
                TYPING_ERRORS_MAX)
            cli_complain(cli, "    medfaq %s (a command)", command->name);
}

static const char *language_name(struct cli *cli, const char *tag)
{
    static const char *const names[LANG_COUNT] = {
        [LANG_EN] = "English", [LANG_ES] = "Spanish",    [LANG_FR] = "French",
        [LANG_DE] = "German",  [LANG_VI] = "Vietnamese", [LANG_ZH] = "Chinese",
    };
    enum lang lang = lang_find(tag);
    bool known = lang != LANG_EN || !strncasecmp(tag, "en", 2);
    return known ? names[lang] : arena_printf(&cli->arena, "\"%s\"", tag);
}

/* The file of an entry. Says if its language is not the one asked for. */
static struct target choose(struct cli *cli, const struct entry *entry,
                            const char *lang)
{
    if (lang && !name_same_language(entry->lang, lang))
        cli_complain(cli, "%s: there is no %s version; here is the %s one",
                     entry->id, language_name(cli, lang),
                     language_name(cli, entry->lang));
    return target_at(cli, entry->path);
}

/* An article by its name, if it need not be looked for in the files. That
 * takes seconds in a large library: its index knows, unless files came or went
 * since. To ask it writes beside it. */
static bool find_in_index(struct cli *cli, const char *name,
                          struct target *target)
{
    size_t n;
    const char **folders = target_folders(cli, &n);
    struct index *index = cli_is_secure() ? NULL : index_open_large(folders, n);
    if (!index || !index_is_current(index)) {
        index_close(index);
        return false;
    }
    struct library *library = catalogue_named(index, name);
    const struct entry *entry = library_find(library, name, cli->options.lang);
    if (entry)
        *target = choose(cli, entry, cli->options.lang);
    library_free(library);
    index_close(index);
    return entry;
}

/* "peel.vi": a translation as its file is called. */
static const struct entry *find_translation(struct cli *cli,
                                            const struct library *library,
                                            const char *name, const char **lang)
{
    const char *dot = strrchr(name, '.');
    if (!dot || !lang_is_tag(dot + 1))
        return NULL;
    *lang = dot + 1;
    return library_find(
        library, arena_strndup(&cli->arena, name, (size_t)(dot - name)), *lang);
}

/* By its whole name, as a file, as a translation, by words that no other
 * article has. */
static bool find_in(struct cli *cli, const struct library *library,
                    const char *name, struct target *target)
{
    const char *lang = cli->options.lang;
    const struct entry *entry = library_find(library, name, lang);
    if (!entry && access(name, F_OK) == 0) {
        *target = target_at(cli, name);
        return true;
    }
    if (!entry)
        entry = find_translation(cli, library, name, &lang);
    if (!entry && library_having(library, name, lang, &entry, 1) != 1)
        return false;
    *target = choose(cli, entry, lang);
    return true;
}

static bool find_in_library(struct cli *cli, const char *name,
                            struct target *target)
{
    if (find_in_index(cli, name, target))
        return true;
    struct library *library = target_library(cli);
    bool found = find_in(cli, library, name, target);
    if (!found)
        complain_no_article(cli, name, library);
    library_free(library);
    return found;
}

bool target_find(struct cli *cli, const char *name, struct target *target)
{
    if (str_equal(name, "-")) {
        *target = (struct target){.type = TARGET_INPUT};
        return true;
    }
    if (looks_like_path(name)) {
        *target = target_at(cli, name);
        return true;
    }
    return find_in_library(cli, name, target);
}

static const char *join(struct cli *cli, int n, char **words)
{
    const char *text = words[0];
    for (int i = 1; i < n; i++)
        text = arena_printf(&cli->arena, "%s %s", text, words[i]);
    return text;
}

/* Do all the words name an article? */
static bool find_together(struct cli *cli, int n, char **words,
                          struct target *target)
{
    if (str_equal(words[0], "-") || looks_like_path(words[0]))
        return false;
    const char *name = join(cli, n, words);
    struct library *library = target_library(cli);
    bool found = find_in(cli, library, name, target);
    library_free(library);
    return found;
}

bool target_find_part(struct cli *cli, int n, char **words,
                      struct target *target, enum kind *kind)
{
    *kind = KIND_NONE;
    for (int i = 1; i < n && *kind == KIND_NONE; i++)
        if ((*kind = kind_find(join(cli, n - i, words + i))) != KIND_NONE)
            return target_find(cli, join(cli, i, words), target);
    if (n == 1)
        return target_find(cli, words[0], target);
    if (find_together(cli, n, words, target))
        return true;
    return target_find(cli, join(cli, n - 1, words), target) &&
           (*kind = target_kind(cli, words[n - 1])) != KIND_NONE;
}

const struct buf *target_input(struct cli *cli, struct error *err)
{
    if (!cli->has_input)
        cli->has_input =
            file_read_fd(STDIN_FILENO, ARTICLE_MAX_BYTES, &cli->input, err) ||
            error_prefix(err, "standard input: ");
    return cli->has_input ? &cli->input : NULL;
}

struct article *target_open(struct cli *cli, const struct target *target)
{
    struct error err;
    struct article *article = NULL;
    if (target->type == TARGET_INPUT) {
        const struct buf *input = target_input(cli, &err);
        if (input)
            article = article_parse(input->data, input->n_bytes, NULL);
    } else {
        article = article_open(target->path, &err);
    }
    if (!article)
        cli_complain(cli, "%s", err.message);
    return article;
}

/* From words to articles. */
#include "cli/target.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/strs.h"
#include "cli/command.h"
#include "search/catalogue.h"

#define NEAREST_MAX 3
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

static void complain_no_article(struct cli *cli, const char *name,
                                const struct library *library)
{
    const struct entry *nearest[NEAREST_MAX];
    target_has_articles(cli, library);
    size_t n = library_nearest(library, name, nearest, NEAREST_MAX);
    cli_complain(cli, "no article is called \"%s\"%s", name,
                 n ? "; the nearest names are:" : "; medfaq list lists them");
    for (size_t i = 0; i < n; i++)
        cli_complain(cli, "    %s (%s)", nearest[i]->id, nearest[i]->title);
    for (const struct command *command = commands; command->run; command++)
        if (command->name &&
            str_distance(name, command->name, TYPING_ERRORS_MAX) <=
                TYPING_ERRORS_MAX)
            cli_complain(cli, "    medfaq %s (a command)", command->name);
}

/* The path of an article by its name, NULL if none is called so. A large
 * library is asked for by its index: to look into all its files takes
 * seconds. */
static const char *find_in_index(struct cli *cli, const char *name)
{
    size_t n;
    const char **folders = target_folders(cli, &n);
    struct index *index = index_open_large(folders, n);
    if (!index)
        return NULL;
    struct library *library = catalogue_named(index, name);
    const struct entry *entry = library_find(library, name, cli->options.lang);
    const char *path = entry ? arena_strdup(&cli->arena, entry->path) : NULL;
    library_free(library);
    index_close(index);
    return path;
}

static bool find_in_library(struct cli *cli, const char *name,
                            struct target *target)
{
    const char *indexed = find_in_index(cli, name);
    if (indexed) {
        *target = target_at(cli, indexed);
        return true;
    }
    struct library *library = target_library(cli);
    const struct entry *entry = library_find(library, name, cli->options.lang);
    const char *path = entry ? entry->path : name;
    bool found = access(path, F_OK) == 0;
    if (found)
        *target = target_at(cli, path);
    else
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

enum kind target_kind(struct cli *cli, const char *name)
{
    enum kind kind = kind_find(name);
    if (kind != KIND_NONE)
        return kind;
    const char *nearest = NULL;
    unsigned least = TYPING_ERRORS_MAX + 1;
    for (int other = KIND_NONE + 1; other < KIND_COUNT; other++) {
        const char *id = kind_get((enum kind)other)->id;
        unsigned distance = str_distance(name, id, least);
        if (distance < least) {
            least = distance;
            nearest = id;
        }
    }
    if (nearest)
        cli_complain(cli, "no kind is called \"%s\": did you mean %s?", name,
                     nearest);
    else
        cli_complain(cli, "no kind is called \"%s\"; medfaq kinds lists them",
                     name);
    return KIND_NONE;
}

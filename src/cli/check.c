/* medfaq check: messages for authors, as compilers print them. */
#include "check/check.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/target.h"

static bool counts(const struct diagnostic *diagnostic)
{
    return diagnostic->severity != SEVERITY_NOTE;
}

static void print_diagnostic(struct cli *cli, const char *path,
                             const struct diagnostic *diagnostic)
{
    cli_print(cli, "%s:%u:%u: %s: %s [%s]", path,
              diagnostic->line ? diagnostic->line : 1,
              diagnostic->column ? diagnostic->column : 1,
              severity_name(diagnostic->severity), diagnostic->text,
              diagnostic->code);
}

/* True if there is nothing to say about it but notes. */
static bool check_file(struct cli *cli, const char *path,
                       const struct library *library)
{
    struct error err;
    struct article *article = article_open(path, &err);
    if (!article) {
        cli_complain(cli, "%s", err.message);
        return false;
    }
    struct diagnostics messages;
    bool ok = true;
    diagnostics_init(&messages, &article->arena);
    check_article(article, library, &messages);
    for (size_t i = 0; i < messages.n; i++) {
        print_diagnostic(cli, path, &messages.items[i]);
        ok = ok && !counts(&messages.items[i]);
    }
    diagnostics_finish(&messages);
    article_free(article);
    return ok;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool check_folder(struct cli *cli, const char *folder,
                         const struct library *library)
{
    bool ok = true;
    size_t n = 0;
    const char **paths = mem_calloc(library->n_entries, sizeof *paths);
    for (size_t i = 0; i < library->n_entries; i++)
        if (str_equal(library->entries[i].folder, folder))
            paths[n++] = library->entries[i].path;
    qsort(paths, n, sizeof *paths, compare_paths);
    for (size_t i = 0; i < n; i++)
        if (!i || !str_equal(paths[i], paths[i - 1])) /* a folder given twice */
            ok = check_file(cli, paths[i], library) && ok;
    free(paths);
    return ok;
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Links are looked up in the folders named and in the default ones. */
static struct library *open_library(struct cli *cli, int n, char **arguments)
{
    size_t n_defaults, n_folders = 0;
    const char **defaults = target_folders(cli, &n_defaults);
    const char **folders = mem_calloc((size_t)n + n_defaults, sizeof *folders);
    for (int i = 0; i < n; i++)
        if (is_folder(arguments[i]))
            folders[n_folders++] = arguments[i];
    for (size_t i = 0; i < n_defaults; i++)
        folders[n_folders++] = defaults[i];
    struct library *library = library_open(folders, n_folders);
    free(folders);
    return library;
}

enum exit_code command_check(struct cli *cli, int n, char **arguments)
{
    bool ok = true;
    struct library *library = open_library(cli, n, arguments);
    for (int i = 0; i < n; i++)
        ok = (is_folder(arguments[i])
                  ? check_folder(cli, arguments[i], library)
                  : check_file(cli, arguments[i], library)) &&
             ok;
    library_free(library);
    return ok ? EXIT_DONE : EXIT_NOT_FOUND;
}

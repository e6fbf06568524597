/* Converts files that are not Markdown to articles for as long as the program
 * runs.
 *
 * medfaq-import writes them to a private folder. The bytes and tags of such
 * files are never shown as an article. */
#include "cli/converted.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/platform.h"
#include "base/strs.h"

#define PROGRAM "medfaq-import"
#define HEAD_BYTES 512

/* ---- recognizing other formats ---- */

static bool is_foreign(const char *head, size_t n_bytes)
{
    static const struct {
        const char *bytes;
        size_t n;
    } beginnings[] = {
        {"%PDF-", 5},          {"PK\003\004", 4},       {"{\\rtf", 5},
        {"<?xml", 5},          {"<!doctype html", 14},  {"<html", 5},
        {"\x89PNG", 4},        {"\xFF\xD8\xFF", 3},     {"GIF8", 4},
        {"ZIM\x04", 4},        {"\xD0\xCF\x11\xE0", 4}, {"MIME-Version:", 13},
        {"SQLite format", 13},
    };
    while (n_bytes > 0 && (ascii_is_space(*head) ||
                           (*head && strchr("\xEF\xBB\xBF", *head)))) {
        head++;
        n_bytes--;
    }
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (n_bytes >= beginnings[i].n &&
            ascii_ncasecmp(head, beginnings[i].bytes, beginnings[i].n) == 0)
            return true;
    return false;
}

/* Some formats begin as Markdown may, so their names decide. */
static bool has_foreign_name(const char *path)
{
    static const char *const endings[] = {".json", ".jsonl", ".ndjson", ".csv",
                                          ".tsv",  ".org",   ".rst"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(path, endings[i]))
            return true;
    return false;
}

static bool needs_converting(const char *path)
{
    struct buf head;
    buf_init(&head);
    bool foreign =
        !str_ends(path, ".md") &&
        file_read_head(path, HEAD_BYTES, &head, NULL, NULL) &&
        (has_foreign_name(path) || is_foreign(head.data, head.n_bytes));
    buf_finish(&head);
    return foreign;
}

/* ---- the program ---- */

/* The program is never looked for in the working directory. */
char *converted_program(struct cli *cli)
{
    const char *self = cli_program(cli);
    char *program = file_beside(self, PROGRAM);
    if (*self && access(program, X_OK) == 0)
        return program;
    free(program);
    return mem_strdup(MEDFAQ_PREFIX "/" MEDFAQ_BINDIR "/" PROGRAM);
}

/* Runs medfaq-import, which prints its own error messages. */
static bool run_import(struct cli *cli, const char *folder, const char *path)
{
    char *program = converted_program(cli);
    const char *words[] = {PROGRAM, "--quiet", "--to", folder,
                           "--",    path,      NULL};
    int status = -1;
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (null >= 0 && dup2(null, STDOUT_FILENO) >= 0)
            execv(program, (char *const *)words);
        _exit(EXIT_NOT_FOUND);
    }
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    free(program);
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* ---- the folder ---- */

/* Lists the names of the articles in a folder. */
static void list_articles(const char *folder, struct strs *names)
{
    DIR *open_folder = opendir(folder);
    const struct dirent *entry;
    while (open_folder && (entry = readdir(open_folder)))
        if (str_ends(entry->d_name, ".md"))
            strs_add(names, entry->d_name);
    if (open_folder)
        closedir(open_folder);
}

/* Makes a folder for a converted file within the temporary folder of this run.
 * Returns NULL after complaining. */
static const char *make_folder(struct cli *cli)
{
    if (!cli->converted) {
        char *own =
            arena_printf(&cli->arena, "%s/medfaq-XXXXXX", paths_temporary());
        cli->converted = mkdtemp(own);
    }
    char *folder = arena_printf(&cli->arena, "%s/XXXXXX",
                                cli->converted ? cli->converted : "");
    if (cli->converted && mkdtemp(folder))
        return folder;
    cli_complain(cli, _("cannot make a temporary folder: %s"), strerror(errno));
    return NULL;
}

/* Removes a folder and everything in it. Nobody else writes there. */
static void remove_folder(int parent, const char *name)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *folder = fd >= 0 ? fdopendir(fd) : NULL;
    const struct dirent *entry;
    while (folder && (entry = readdir(folder))) {
        if (str_equal(entry->d_name, ".") || str_equal(entry->d_name, ".."))
            continue;
        if (unlinkat(fd, entry->d_name, 0) != 0)
            remove_folder(fd, entry->d_name);
    }
    if (folder)
        closedir(folder);
    unlinkat(parent, name, AT_REMOVEDIR);
}

void converted_remove(struct cli *cli)
{
    if (!cli->converted)
        return;
    remove_folder(AT_FDCWD, cli->converted);
    cli->converted = NULL;
}

static const char *note(void)
{
    return _("converted but not saved; to keep it, use medfaq import");
}

/* Returns the path of the only article, or the folder of several. Makes them
 * read-only, as changes would be lost. */
static const char *path_of(struct cli *cli, const char *folder,
                           const struct strs *names)
{
    for (size_t i = 0; i < names->n; i++) {
        char *path = file_join(folder, names->items[i]);
        chmod(path, S_IRUSR);
        free(path);
    }
    return names->n == 1
               ? arena_printf(&cli->arena, "%s/%s", folder, names->items[0])
               : folder;
}

const char *converted_path(struct cli *cli, const char *path)
{
    if (!needs_converting(path))
        return path;
    if (platform_is_secure()) {
        cli_complain(cli,
                     _("%s is not Markdown, and converting is not allowed "
                       "while MEDFAQ_SECURE is set"),
                     path);
        return NULL;
    }
    const char *folder = make_folder(cli), *converted = NULL;
    if (!folder)
        return NULL;
    struct strs names;
    strs_init(&names);
    bool good = run_import(cli, folder, path);
    list_articles(folder, &names);
    if (names.n > 0)
        converted = path_of(cli, folder, &names);
    else if (good)
        cli_complain(cli, _("%s: no article could be made from it"), path);
    strs_finish(&names);
    return converted;
}

bool converted_replace(struct cli *cli, size_t n, const char **paths)
{
    for (size_t i = 0; i < n; i++) {
        const char *path = converted_path(cli, paths[i]);
        if (!path)
            return false;
        if (path != paths[i])
            cli_complain(cli, "%s: %s", paths[i], note());
        paths[i] = path;
    }
    return true;
}

bool converted_open(struct cli *cli, struct found_article *found)
{
    if (found->type != FOUND_FILE || found->lang)
        return true;
    const char *path = converted_path(cli, found->path);
    if (path && path != found->path) {
        found->type = file_is_folder(path) ? FOUND_FOLDER : FOUND_FILE;
        found->path = path;
        found->note = note();
    }
    return path != NULL;
}

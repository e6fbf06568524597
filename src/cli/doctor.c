/* medfaq doctor: prints what a bug report should say about this machine, on one
 * page. It shows the home directory as "~", and no article, search or note. */
#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/platform.h"
#include "base/pool.h"
#include "base/sandbox.h"
#include "cli/command.h"
#include "cli/converted.h"
#include "cli/default_folders.h"
#include "ui/config.h"

#define LABEL_CELLS 16

static void print_part(struct cli *cli, const char *title)
{
    cli_print(cli, "%s", "");
    cli_print(cli, "%s", title);
}

static void print_row(struct cli *cli, const char *label, const char *format,
                      ...) __attribute__((format(printf, 3, 4)));

static void print_row(struct cli *cli, const char *label, const char *format,
                      ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    cli_print(cli, "  %-*s %s", LABEL_CELLS, label, text);
}

static void print_variable(struct cli *cli, const char *name)
{
    const char *value = getenv(name);
    print_row(cli, name, "%s", value ? value : _("not set"));
}

static void print_program(struct cli *cli)
{
    struct utsname system;
    cli_print(cli, _("medfaq %s"), MEDFAQ_VERSION);
    print_row(cli, _("Built with"), "%s", MEDFAQ_LIBRARIES);
    if (uname(&system) == 0)
        print_row(cli, _("System"), "%s %s %s, %u CPU", system.sysname,
                  system.release, system.machine, pool_n_processors());
}

/* ---- the terminal ---- */

static void print_size(struct cli *cli)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        print_row(cli, _("Size"), "%ux%u", size.ws_col, size.ws_row);
    else
        print_row(cli, _("Size"), "%s", _("standard output is no terminal"));
}

static void print_terminal(struct cli *cli)
{
    static const char *const variables[] = {"TERM", "COLORTERM", "COLORFGBG",
                                            "NO_COLOR", "TMUX"};
    print_part(cli, _("Terminal"));
    print_size(cli);
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        print_variable(cli, variables[i]);
    print_row(cli, _("Locale"), "%s, %s", setlocale(LC_CTYPE, NULL),
              nl_langinfo(CODESET));
}

/* ---- folders ---- */

/* Prints a path and what is there: its mode, "nothing there", or an error. */
static void print_path(struct cli *cli, const char *label, const char *path)
{
    struct stat file;
    char *shown = paths_shorten_home(path);
    if (stat(path, &file) < 0)
        print_row(cli, label, "%s: %s", shown, _("does not exist"));
    else
        print_row(cli, label, "%s: %s, mode %04o%s", shown,
                  S_ISREG(file.st_mode) ? _("is a file, not a folder")
                                        : file_type_name(file.st_mode),
                  (unsigned)file.st_mode & 07777,
                  access(path, W_OK) == 0 ? "" : _(", not writable"));
    free(shown);
}

static void print_own_folders(struct cli *cli)
{
    static const struct {
        enum paths_kind kind;
        const char *label;
    } folders[] = {{PATHS_CONFIG, N_("Settings")},
                   {PATHS_DATA, N_("Own articles")},
                   {PATHS_STATE, N_("History")},
                   {PATHS_CACHE, N_("Index")}};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct error err;
        char *path = paths_find(folders[i].kind, &err);
        if (path)
            print_path(cli, _(folders[i].label), path);
        else
            print_row(cli, _(folders[i].label), "%s", err.message);
        free(path);
    }
    print_path(cli, _("Temporary"), paths_temporary());
}

static void print_config(struct cli *cli)
{
    struct config config;
    struct keymap keymap;
    keymap_init(&keymap);
    config_init(&config);
    config_load(&config, &keymap);
    size_t n = config.problems.n;
    if (n)
        print_row(
            cli, _("config.yaml"),
            n_("%zu problem; line %u: %s", "%zu problems; line %u: %s", n), n,
            config.problems.items[0].line, config.problems.items[0].text);
    else if (config.path && access(config.path, F_OK) == 0)
        print_row(cli, _("config.yaml"), "%s", _("no problems"));
    config_finish(&config);
}

static void print_folders(struct cli *cli)
{
    print_part(cli, _("Folders"));
    print_own_folders(cli);
    print_config(cli);
}

/* ---- the library ---- */

static void print_index(struct cli *cli, const char *const *folders, size_t n)
{
    struct index *index = index_open_complete(folders, n);
    if (!index) {
        print_row(cli, _("Index"), "%s",
                  _("none yet, or incomplete; to build it: medfaq index"));
        return;
    }
    print_row(cli, _("Index"), _("%lld articles, %lld sections, %s"),
              (long long)index_n_articles(index),
              (long long)index_n_sections(index),
              index_is_current(index) ? _("up to date")
                                      : _("out of date: files were added or "
                                          "removed"));
    print_row(cli, _("Index file"), "%s",
              index_is_sound(index)
                  ? _("intact")
                  : _("damaged; the next search rebuilds it"));
    index_close(index);
}

static void print_library(struct cli *cli)
{
    size_t n;
    const char **folders = default_folders(cli, &n);
    print_part(cli, _("Library"));
    for (size_t i = 0; i < n; i++)
        print_path(cli, i ? "" : _("Folders"), folders[i]);
    print_index(cli, folders, n);
}

/* ---- other programs ---- */

static bool is_installed(const char *program)
{
    const char *path = getenv("PATH");
    char *rest = mem_strdup(path ? path : ""), *copy = rest, *folder;
    bool found = false;
    while (!found && (folder = strsep(&rest, ":"))) {
        char *file = file_join(*folder ? folder : ".", program);
        found = access(file, X_OK) == 0;
        free(file);
    }
    free(copy);
    return found;
}

static void print_programs(struct cli *cli)
{
    static const struct {
        const char *name, *package;
    } programs[] = {{"pdftohtml", "poppler-utils"},
                    {"pandoc", "pandoc"},
                    {"zimdump", "zim-tools"},
                    {"xdg-open", "xdg-utils"}};
    char *import = converted_program(cli);
    print_part(cli, _("Programs"));
    print_path(cli, "medfaq-import", import);
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        if (is_installed(programs[i].name))
            print_row(cli, programs[i].name, "%s", _("installed"));
        else
            print_row(cli, programs[i].name, _("not installed (package %s)"),
                      programs[i].package);
    free(import);
    print_variable(cli, "EDITOR");
    print_variable(cli, "BROWSER");
}

/* ---- limits ---- */

/* Prints a limit from getrlimit(), which returned status. */
static void print_limit(struct cli *cli, const char *label, int status,
                        const struct rlimit *limit)
{
    if (status < 0)
        return;
    if (limit->rlim_cur == RLIM_INFINITY)
        print_row(cli, label, "%s", _("no limit"));
    else
        print_row(cli, label, "%llu", (unsigned long long)limit->rlim_cur);
}

static void print_limits(struct cli *cli)
{
    struct rlimit limit;
    int version = sandbox_version();
    print_part(cli, _("Limits"));
    print_row(cli, "MEDFAQ_SECURE", "%s",
              platform_is_secure() ? _("on: starts no programs and writes "
                                       "no files")
                                   : _("off"));
    if (version)
        print_row(cli, "Landlock", _("version %d"), version);
    else
        print_row(cli, "Landlock", "%s", _("not available in this kernel"));
    print_limit(cli, _("File size, bytes"), getrlimit(RLIMIT_FSIZE, &limit),
                &limit);
    print_limit(cli, _("Memory, bytes"), getrlimit(RLIMIT_AS, &limit), &limit);
    print_limit(cli, _("Open files"), getrlimit(RLIMIT_NOFILE, &limit), &limit);
    print_limit(cli, _("Processes"), getrlimit(RLIMIT_NPROC, &limit), &limit);
}

enum exit_code command_doctor(struct cli *cli, int n, char **arguments)
{
    (void)n, (void)arguments;
    print_program(cli);
    print_terminal(cli);
    print_folders(cli);
    print_library(cli);
    print_programs(cli);
    print_limits(cli);
    return EXIT_DONE;
}

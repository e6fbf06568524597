/* Reads the command line and runs the command. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "base/platform.h"
#include "base/sandbox.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/converted.h"
#include "cli/find_article.h"

/* Makes sure that descriptors 0 to 2 are open: otherwise the next file opened
 * would get the number of a closed one and receive output. Writing to a closed
 * standard output remains an error. */
static void open_standard_files(void)
{
    static const int modes[] = {O_RDONLY, O_RDONLY, O_WRONLY};
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0) /* open() uses the lowest free number */
            open("/dev/null", modes[fd]);
}

static enum exit_code usage_error(struct cli *cli,
                                  const struct command *command)
{
    cli_complain(cli, _("try medfaq %s%s--help"),
                 command->name ? command->name : "", command->name ? " " : "");
    return EXIT_USAGE;
}

/* Says how to open an article that has the name of a command. */
static void tell_namesake(struct cli *cli, const struct command *command)
{
    if (command->name && find_article_exists(cli, command->name))
        cli_complain(cli, _("to open the article of that name: medfaq -- %s"),
                     command->name);
}

/* Returns whether the number of arguments is right. A code replaces the name of
 * an article. */
static bool has_right_number(struct cli *cli, const struct command *command,
                             int n)
{
    int n_min = cli_has(cli, OPTION_CODE) ? 0 : command->n_min;
    if (n >= n_min && (command->n_max < 0 || n <= command->n_max))
        return true;
    cli_complain(cli,
                 n < n_min ? _("%s: too few words; it takes %s")
                           : _("%s: too many words; it takes %s"),
                 command->name, *command->usage ? command->usage : _("none"));
    tell_namesake(cli, command);
    return false;
}

/* Complains of an invalid --code. */
static bool has_right_code(struct cli *cli)
{
    struct error err;
    if (!cli_has(cli, OPTION_CODE) || cli_code(cli, &err))
        return true;
    cli_complain(cli, "--code: %s", err.message);
    return false;
}

/* ---- rights ---- */

/* Returns the folder of a file that may be replaced, or the folder itself. */
static const char *folder_to_write(struct cli *cli, const char *argument)
{
    const char *slash = strrchr(argument, '/');
    if (file_is_folder(argument))
        return argument;
    return slash ? arena_strndup(&cli->arena, argument,
                                 (size_t)(slash - argument) + 1)
                 : ".";
}

/* Adds medfaq's own folders and those for temporary files. */
static void add_own_folders(struct strs *writable)
{
    static const enum paths_kind kinds[] = {PATHS_CACHE, PATHS_STATE};
    const char *runtime[PATHS_RUNTIME_MAX];
    size_t n = paths_runtime(runtime);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char *path = paths_find(kinds[i], NULL);
        if (path)
            strs_add(writable, path);
        free(path);
    }
    for (size_t i = 0; i < n; i++)
        strs_add(writable, runtime[i]);
}

/* Gives up the right to write elsewhere, so that a bug in reading a hostile
 * file cannot be used for writing. Under MEDFAQ_SECURE nothing is written at
 * all. */
static void give_up_rights(struct cli *cli, const struct command *command,
                           int n, char **arguments)
{
    struct strs writable;
    bool is_secure = platform_is_secure();
    bool anywhere =
        command->writes == WRITES_ANYWHERE || cli_has(cli, OPTION_SIGN);
    if (anywhere && !is_secure)
        return;
    strs_init(&writable);
    if (!is_secure)
        add_own_folders(&writable);
    if (!is_secure && cli_has(cli, OPTION_FIX))
        for (int i = 0; i < n; i++)
            strs_add(&writable, folder_to_write(cli, arguments[i]));
    strs_add(&writable, NULL);
    sandbox_enter(NULL, (const char *const *)writable.items);
    strs_finish(&writable);
}

static enum exit_code run(struct cli *cli, const struct command *command, int n,
                          char **arguments)
{
    int beyond = options_beyond(&cli->options,
                                command->options | WITH(HELP) | WITH(VERSION));
    if (cli_has(cli, OPTION_HELP)) {
        help_print(cli, command);
        return EXIT_DONE;
    }
    if (cli_has(cli, OPTION_VERSION))
        return command_version(cli, 0, NULL);
    if (beyond >= 0) {
        cli_complain(cli, _("--%s cannot be used with %s"),
                     option_rows[beyond].name,
                     command->name ? command->name : _("the reader"));
        return usage_error(cli, command);
    }
    if (!has_right_number(cli, command, n) || !has_right_code(cli))
        return usage_error(cli, command);
    give_up_rights(cli, command, n, arguments);
    enum exit_code code = command->run(cli, n, arguments);
    /* Other commands that find nothing have asked the index already. */
    if (code == EXIT_NOT_FOUND && command->run == command_define)
        tell_namesake(cli, command);
    return code;
}

/* Reads options, the first word, then options anywhere. After "--" the word is
 * not a command. */
static enum exit_code read_and_run(struct cli *cli, int n, char **words)
{
    struct error err;
    struct options *options = &cli->options;
    const struct command *command = NULL;
    n = options_read(options, words, n, OPTIONS_FIRST, &err);
    if (n > 0 && !options->ended && (command = command_find(*words))) {
        words++;
        n--;
    }
    if (command && command->passes_on && !options->given)
        return command->run(cli, n, words);
    if (n > 0 && !options->ended)
        n = options_read(options, words, n,
                         command && command->excludes ? OPTIONS_OR_EXCLUSIONS
                                                      : OPTIONS_ANYWHERE,
                         &err);
    if (n >= 0)
        return run(cli, command ? command : commands, n, words);
    cli_complain(cli, "%s", err.message);
    return usage_error(cli, command ? command : commands);
}

int main(int argc, char **argv)
{
    struct cli cli;
    open_standard_files();
    platform_allow_large_writes();
    i18n_init();
    cli_init(&cli);
    enum exit_code code = read_and_run(&cli, argc > 0 ? argc - 1 : 0, argv + 1);
    converted_remove(&cli);
    return cli_finish(&cli) ? (int)code : EXIT_NOT_FOUND;
}

/* medfaq: from the command line to a command. */
#include <fcntl.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/strs.h"
#include "cli/command.h"

/* Descriptors 0 to 2 must be open: the next file to be opened would take the
 * place of a closed one, and receive what is meant for the screen. To write to
 * a closed standard output stays an error. */
static void open_standard_files(void)
{
    static const int modes[] = {O_RDONLY, O_RDONLY, O_WRONLY};
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0) /* gets the lowest free number */
            open("/dev/null", modes[fd]);
}

static enum exit_code usage_error(struct cli *cli,
                                  const struct command *command)
{
    cli_complain(cli, "medfaq %s%s--help explains it",
                 command->name ? command->name : "", command->name ? " " : "");
    return EXIT_USAGE;
}

static enum exit_code run(struct cli *cli, const struct command *command, int n,
                          char **arguments)
{
    enum option_id beyond = options_beyond(
        &cli->options, command->options | WITH(HELP) | WITH(VERSION));
    if (cli->options.given & WITH(HELP)) {
        help_print(cli, command);
        return EXIT_DONE;
    }
    if (cli->options.given & WITH(VERSION))
        return command_version(cli, 0, NULL);
    if (beyond != OPTION_COUNT) {
        cli_complain(cli, "--%s does not go with %s", option_rows[beyond].name,
                     command->name ? command->name : "the reader");
        return usage_error(cli, command);
    }
    if (n < command->n_min || (command->n_max >= 0 && n > command->n_max)) {
        cli_complain(cli, "%s: too %s words: it takes %s", command->name,
                     n < command->n_min ? "few" : "many",
                     *command->usage ? command->usage : "none");
        return usage_error(cli, command);
    }
    return command->run(cli, n, arguments);
}

/* Reads what follows the command's word. argv[0] takes the place of the
 * program's name; *n becomes the number of arguments that are left. Returns
 * the index of the first, -1 with err. */
static int read_rest(struct cli *cli, const struct command *command, int *n,
                     char **argv, struct error *err)
{
    if (!command || !command->excludes) {
        int first = options_read(&cli->options, *n, argv, false, err);
        *n -= first;
        return first;
    }
    int n_options = options_part(*n, argv, n);
    return options_read(&cli->options, 1 + n_options, argv, true, err);
}

/* Options before the first word, the word, then options anywhere. After "--"
 * the word is no command. */
static enum exit_code read_and_run(struct cli *cli, int argc, char **argv)
{
    struct error err;
    const struct command *command = NULL;
    int first = options_read(&cli->options, argc, argv, true, &err);
    if (first < 0)
        goto wrong;
    int n = argc - first;
    bool literal = first > 1 && str_equal(argv[first - 1], "--");
    if (first < argc && !literal)
        command = command_find(argv[first]);
    if (command && command->passes_on && !cli->options.given)
        return command->run(cli, n - 1, argv + first + 1);
    if (!literal && first < argc) {
        /* Options are read again, from the word on: argv[first] takes the
         * place of the program's name. */
        int offset = command ? first : first - 1;
        n = argc - offset;
        int rest = read_rest(cli, command, &n, argv + offset, &err);
        if (rest < 0)
            goto wrong;
        first = offset + rest;
    }
    return run(cli, command ? command : commands, n, argv + first);
wrong:
    cli_complain(cli, "%s", err.message);
    return usage_error(cli, command ? command : commands);
}

int main(int argc, char **argv)
{
    struct cli cli;
    open_standard_files();
    i18n_init();
    cli_init(&cli);
    enum exit_code code = read_and_run(&cli, argc, argv);
    return cli_finish(&cli) ? (int)code : EXIT_NOT_FOUND;
}

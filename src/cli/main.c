/* medfaq: from the command line to a command. */
#include <fcntl.h>
#include <locale.h>
#include <unistd.h>

#include "base/strs.h"
#include "cli/command.h"

/* Descriptors 0 to 2 must be open: the next file to be opened would take the
 * place of a closed one, and receive what is meant for the screen. */
static void open_standard_files(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            open("/dev/null", O_RDWR); /* gets the lowest free number */
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
        cli_complain(cli, "%s: %s",
                     n < command->n_min ? "too few words" : "too many words",
                     *command->usage ? command->usage : "takes none");
        return usage_error(cli, command);
    }
    return command->run(cli, n, arguments);
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
    bool literal = first > 1 && str_equal(argv[first - 1], "--");
    if (first < argc && !literal)
        command = command_find(argv[first]);
    if (command && command->passes_on && !cli->options.given)
        return command->run(cli, argc - first - 1, argv + first + 1);
    if (!literal && first < argc) {
        /* Options are read again, from the word on: argv[first] takes the
         * place of the program's name. */
        int offset = command ? first : first - 1;
        bool stop_early = command && command->options_first;
        int rest = options_read(&cli->options, argc - offset, argv + offset,
                                stop_early, &err);
        if (rest < 0)
            goto wrong;
        first = offset + rest;
    }
    return run(cli, command ? command : commands, argc - first, argv + first);
wrong:
    cli_complain(cli, "%s", err.message);
    return usage_error(cli, command ? command : commands);
}

int main(int argc, char **argv)
{
    struct cli cli;
    open_standard_files();
    setlocale(LC_CTYPE, "");
    cli_init(&cli);
    enum exit_code code = read_and_run(&cli, argc, argv);
    return cli_finish(&cli) ? (int)code : EXIT_NOT_FOUND;
}

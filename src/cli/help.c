/* medfaq help and --help, which are made from the tables. */
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/command.h"

#define HELP_CELLS_MAX 80
#define USAGE_CELLS 26

void help_print_paragraph(struct cli *cli, const char *text, int indent)
{
    unsigned cells = cli_cells(cli);
    options_add_paragraph(text, indent,
                          cells < HELP_CELLS_MAX ? cells : HELP_CELLS_MAX,
                          &cli->out);
}

static void print_usage(struct cli *cli, const struct command *command)
{
    cli_print(cli, "  medfaq %s%s%s", command->name ? command->name : "",
              command->name && *command->usage ? " " : "", command->usage);
}

static void print_options(struct cli *cli, const struct command *command,
                          unsigned set)
{
    cli_print(cli, "%s", "");
    cli_print(cli, _("Options:"));
    options_add_help(option_rows, set, command->option_help, &cli->out);
}

static void print_commands(struct cli *cli)
{
    cli_print(cli, "%s", "");
    cli_print(cli, _("Commands:"));
    for (const struct command *command = commands + 1; command->run;
         command++) {
        char words[60];
        int n = snprintf(words, sizeof words, "%s %s", command->name,
                         command->usage);
        /* Usage that is too long for the column has a line of its own. */
        if (n > USAGE_CELLS)
            cli_print(cli, "  %s", words);
        cli_print(cli, "  %-*s %s", USAGE_CELLS, n > USAGE_CELLS ? "" : words,
                  _(command->summary));
    }
}

static void print_examples(struct cli *cli)
{
    static const char *const examples[][2] = {
        {"medfaq", N_("open the library")},
        {"medfaq microneedling risks", N_("open an article at its risks")},
        {"medfaq show ibuprofen dosage | less", N_("print a section as text")},
        {"medfaq check articles", N_("check articles you write")},
    };
    cli_print(cli, "%s", "");
    cli_print(cli, _("Examples:"));
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        cli_print(cli, "  %-36s %s", examples[i][0], _(examples[i][1]));
}

void help_print(struct cli *cli, const struct command *command)
{
    bool whole = command == commands;
    if (whole) {
        cli_print(cli, _("medfaq reads medical FAQ articles, offline."));
        cli_print(cli, "%s", "");
    }
    cli_print(cli, _("Usage:"));
    print_usage(cli, command);
    cli_print(cli, "%s", "");
    help_print_paragraph(cli, _(command->help), 0);
    if (whole)
        print_commands(cli);
    print_options(cli, command,
                  command->options | WITH(HELP) | (whole ? WITH(VERSION) : 0));
    if (whole)
        print_examples(cli);
}

enum exit_code command_help(struct cli *cli, int n, char **arguments)
{
    const struct command *command = n ? command_find(arguments[0]) : commands;
    if (!command) {
        cli_complain(cli, _("unknown command %s; try medfaq help"),
                     arguments[0]);
        return EXIT_USAGE;
    }
    help_print(cli, command);
    return EXIT_DONE;
}

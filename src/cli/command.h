/* The table of commands and of the options that they take. */
#ifndef MEDFAQ_CLI_COMMAND_H
#define MEDFAQ_CLI_COMMAND_H

#include "cli/cli.h"

/* Where a command, and any program that it starts, may write files. */
enum writes {
    WRITES_ANYWHERE,
    /* the index, the state and temporary files; with --fix also the files
     * named, with --sign anywhere */
    WRITES_OWN,
};

struct command {
    const char *name;    /* NULL for the default command */
    const char *usage;   /* the arguments */
    const char *summary; /* for the list of commands; N_() */
    const char *help;    /* a paragraph or two; N_() */
    unsigned options;    /* the set of options that it takes, besides --help */
    /* Replaces the help of an option that means something else here. */
    const char *option_help[OPTION_COUNT]; /* N_() */
    int n_min, n_max; /* number of arguments; n_max -1: any number */
    bool excludes;    /* "-word" is a word to exclude, not an option */
    bool passes_on;   /* passes all arguments to another program */
    enum writes writes;
    enum exit_code (*run)(struct cli *cli, int n, char **arguments);
};

/* The table. The first row is the default command; a row whose run is NULL ends
 * it. */
extern const struct command commands[];

/* Returns the command with a name, or NULL. */
const struct command *command_find(const char *name);

enum exit_code command_open(struct cli *cli, int n, char **arguments);
enum exit_code command_list(struct cli *cli, int n, char **arguments);
enum exit_code command_show(struct cli *cli, int n, char **arguments);
enum exit_code command_compare(struct cli *cli, int n, char **arguments);
enum exit_code command_define(struct cli *cli, int n, char **arguments);
enum exit_code command_cite(struct cli *cli, int n, char **arguments);
enum exit_code command_sheet(struct cli *cli, int n, char **arguments);
enum exit_code command_notes(struct cli *cli, int n, char **arguments);
enum exit_code command_forget(struct cli *cli, int n, char **arguments);
enum exit_code command_kinds(struct cli *cli, int n, char **arguments);
enum exit_code command_check(struct cli *cli, int n, char **arguments);
enum exit_code command_import(struct cli *cli, int n, char **arguments);
enum exit_code command_search(struct cli *cli, int n, char **arguments);
enum exit_code command_index(struct cli *cli, int n, char **arguments);
enum exit_code command_doctor(struct cli *cli, int n, char **arguments);
enum exit_code command_review(struct cli *cli, int n, char **arguments);
enum exit_code command_new(struct cli *cli, int n, char **arguments);
enum exit_code command_edit(struct cli *cli, int n, char **arguments);
enum exit_code command_help(struct cli *cli, int n, char **arguments);
enum exit_code command_version(struct cli *cli, int n, char **arguments);

/* Prints a paragraph of ASCII, indented and wrapped at the width of the
 * terminal, or 80. */
void help_print_paragraph(struct cli *cli, const char *text, int indent);

/* Prints the help of a command, or of the whole program for the default one. */
void help_print(struct cli *cli, const struct command *command);

#endif

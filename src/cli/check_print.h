/* Prints the results of medfaq check. */
#ifndef MEDFAQ_CLI_CHECK_PRINT_H
#define MEDFAQ_CLI_CHECK_PRINT_H

#include "check/batch.h"
#include "cli/cli.h"

/* Returns whether --fix corrected what a message is about. */
bool check_is_fixed(const struct checked *file, const struct message *message);

/* Returns the number of a format (text, json, github), or -1. */
int check_format_find(const char *name);

/* Prints all messages, file by file. */
void check_print(struct cli *cli, int format, const struct batch *batch);

/* Prints the number of messages of each severity. Prints nothing if there are
 * none, unless standard error is a terminal. */
void check_print_totals(struct cli *cli, const struct batch *batch);

#endif

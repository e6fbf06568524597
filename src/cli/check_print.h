/* What medfaq check prints. */
#ifndef MEDFAQ_CLI_CHECK_PRINT_H
#define MEDFAQ_CLI_CHECK_PRINT_H

#include "check/batch.h"
#include "cli/cli.h"

/* Whether what a message says was put right. */
bool check_is_fixed(const struct checked *file, const struct message *message);

/* The index of a format (text, json, github); -1 if there is none. */
int check_format_find(const char *name);

/* Prints all messages, file by file. */
void check_print(struct cli *cli, int format, const struct batch *batch);

/* Prints how many messages of which severity a folder has. Nothing where there
 * are none, unless standard error is a terminal. */
void check_print_totals(struct cli *cli, const struct batch *batch);

#endif

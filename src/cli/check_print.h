/* What medfaq check prints. */
#ifndef MEDFAQ_CLI_CHECK_PRINT_H
#define MEDFAQ_CLI_CHECK_PRINT_H

#include "check/batch.h"
#include "cli/cli.h"

/* Whether what a message says was put right. */
bool check_is_fixed(const struct checked *file, const struct message *message);

/* The number of a format (text, json, github); -1 if there is none. */
int check_format_find(const char *name);

/* All messages, file by file. */
void check_print(struct cli *cli, int format, const struct batch *batch);

/* How many messages there are of which severity, after the messages of a
 * folder; nothing of none, unless somebody looks on. */
void check_print_totals(struct cli *cli, const struct batch *batch);

#endif

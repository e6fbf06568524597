/* The lines of a library. */
#ifndef MEDFAQ_CLI_LIST_H
#define MEDFAQ_CLI_LIST_H

#include "cli/cli.h"
#include "library/library.h"

/* A line for each article; what could not be read goes to standard error. */
void list_print(struct cli *cli, const struct library *library);

#endif

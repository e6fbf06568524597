/* The articles of a library as lines of text. */
#ifndef MEDFAQ_CLI_LIST_H
#define MEDFAQ_CLI_LIST_H

#include "cli/cli.h"

/* Print a line for each article of a folder, of the default folders; what could
 * not be read goes to standard error. False, after complaining, if there is
 * none. */
bool list_folder(struct cli *cli, const char *path);
bool list_library(struct cli *cli);

#endif

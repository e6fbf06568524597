/* Lists the articles of a library as lines of text. */
#ifndef MEDFAQ_CLI_LIST_H
#define MEDFAQ_CLI_LIST_H

#include "cli/cli.h"

/* Print a line for each article of a folder or of the default folders. Files
 * that cannot be read go to standard error. Return false, after complaining, if
 * there is none. */
bool list_folder(struct cli *cli, const char *path);
bool list_library(struct cli *cli);

#endif

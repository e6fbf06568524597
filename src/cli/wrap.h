/* Lines of lists, as wide as the terminal. */
#ifndef MEDFAQ_CLI_WRAP_H
#define MEDFAQ_CLI_WRAP_H

#include "cli/cli.h"

/* Are lines broken? Those of a pipe without --width are not. */
bool cli_wraps(const struct cli *cli);

/* Breaks the last line of the output, which begins at a byte of it, between
 * words where it is wider than the terminal or --width; the lines that follow
 * are indented by hang cells. A pipe without --width gets it whole. */
void cli_wrap(struct cli *cli, size_t start, unsigned hang);

#endif

/* An article as text, in the format that the options name. */
#ifndef MEDFAQ_CLI_SHOW_H
#define MEDFAQ_CLI_SHOW_H

#include "cli/target.h"

/* Prints what a target and perhaps a kind (NULL for all) mean. */
enum exit_code show_target(struct cli *cli, const struct target *target,
                           const char *kind);

#endif

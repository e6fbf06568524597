/* An article as text, in the format that the options name. */
#ifndef MEDFAQ_CLI_SHOW_H
#define MEDFAQ_CLI_SHOW_H

#include "cli/target.h"

/* Prints an article, or what it says of a kind if that is not KIND_NONE. */
enum exit_code show_target(struct cli *cli, const struct target *target,
                           enum kind kind);

#endif

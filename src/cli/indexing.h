/* The index brought up to date, with something to look at meanwhile. */
#ifndef MEDFAQ_CLI_INDEXING_H
#define MEDFAQ_CLI_INDEXING_H

#include "cli/cli.h"
#include "index/index.h"

/* Opens the index of the default folders and brings it up to date: with a bar
 * on a terminal, with lines now and then if not and if loud. NULL after
 * complaining, also where there are no articles; what was read before an
 * interruption is kept. */
struct index *indexing_open(struct cli *cli, bool loud,
                            struct index_progress *progress);

#endif

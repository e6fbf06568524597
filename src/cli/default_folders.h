/* The folders that are read when none is named, and the index of them. */
#ifndef MEDFAQ_CLI_DEFAULT_FOLDERS_H
#define MEDFAQ_CLI_DEFAULT_FOLDERS_H

#include "cli/cli.h"
#include "index/index.h"
#include "library/library.h"

/* Their paths, for as long as the program runs; *n is their number. */
const char **default_folders(struct cli *cli, size_t *n);

/* Says of each folder that it has no articles, or why it cannot be read. */
void default_folders_complain(struct cli *cli, const char *const *folders,
                              size_t n);

/* Their articles, read from the files; the caller frees. */
struct library *default_folders_library(struct cli *cli);

/* The same from their index, brought up to date, where there is one. With
 * words, articles that have none of them in their names may be left out. *any
 * says whether there are articles at all. */
struct library *default_folders_articles(struct cli *cli, const char *words,
                                         bool *any);

/* Their index, brought up to date; the caller closes it. Shows progress: a bar
 * on a terminal, elsewhere, if loud, a line now and then. NULL after
 * complaining where it cannot be or where there are no articles; what was read
 * before an interruption is kept. */
struct index *default_folders_index(struct cli *cli, bool loud,
                                    struct index_progress *progress);

/* Brings an index up to date in the same way; false after complaining. */
bool default_folders_update(struct cli *cli, struct index *index, bool loud,
                            struct index_progress *progress);

#endif

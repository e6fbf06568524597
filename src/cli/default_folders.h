/* The folders that are read if none is named, and their index. */
#ifndef MEDFAQ_CLI_DEFAULT_FOLDERS_H
#define MEDFAQ_CLI_DEFAULT_FOLDERS_H

#include "cli/cli.h"
#include "index/index.h"
#include "library/library.h"

/* Returns the paths of the default folders, which live as long as the program,
 * and sets *n to their number. */
const char **default_folders(struct cli *cli, size_t *n);

/* Says of each folder that it has no articles, or why it cannot be read. */
void default_folders_complain(struct cli *cli, const char *const *folders,
                              size_t n);

/* Reads the articles of the default folders from their files. The caller frees
 * the library. */
struct library *default_folders_library(struct cli *cli);

/* Which articles to read from an index, and how to check that they are
 * unchanged. */
struct articles_wanted {
    /* articles without these in their names may be left out */
    const char *words;
    /* NULL: every file is compared with the index first. */
    bool (*are_fresh)(void *context, struct index *index,
                      const struct library *library);
    void *context;
};

/* Reads articles from the index of the default folders if there is one. It is
 * updated first, unless it is current and are_fresh() returns true for the
 * articles read. Sets *any to whether there are articles at all. */
struct library *default_folders_articles(struct cli *cli,
                                         const struct articles_wanted *wanted,
                                         bool *any);

/* Opens the index of the default folders, which the caller closes. Unless loud,
 * an index that is current is not updated, and the caller has to check for
 * files that were edited in place; progress->done tells which is the case.
 * Otherwise the index is updated, with a progress bar on a terminal or, if
 * loud, progress lines elsewhere. Returns NULL after complaining if that fails
 * or there are no articles. If interrupted, what was read is kept. */
struct index *default_folders_index(struct cli *cli, bool loud,
                                    struct index_progress *progress);

/* Returns whether no file has been added or removed since the index was updated
 * and --fresh is not given. */
bool default_folders_are_current(struct cli *cli, struct index *index);

/* Updates an index in the same way. Returns false after complaining. */
bool default_folders_update(struct cli *cli, struct index *index, bool loud,
                            struct index_progress *progress);

/* Closes an index, which may be NULL, after its last use. Says so if it was
 * damaged. */
void default_folders_close(struct cli *cli, struct index *index);

#endif

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

/* Which articles are wanted of an index, and whether it has them as their files
 * are now. */
struct articles_wanted {
    const char *words; /* others than in whose names they are may be left out */
    /* NULL: every file is compared before the index is asked. */
    bool (*are_fresh)(void *context, struct index *index,
                      const struct library *library);
    void *context;
};

/* The same from their index, where there is one, brought up to date unless it
 * is current and what it has is fresh. *any says whether there are articles at
 * all. */
struct library *default_folders_articles(struct cli *cli,
                                         const struct articles_wanted *wanted,
                                         bool *any);

/* Their index; the caller closes it. Unless loud, an index that is current is
 * taken as it is: the caller sees to files that were edited in place, which
 * progress->done tells apart. Otherwise it is brought up to date, and shows
 * progress: a bar on a terminal, elsewhere, if loud, a line now and then. NULL
 * after complaining where it cannot be or where there are no articles; what was
 * read before an interruption is kept. */
struct index *default_folders_index(struct cli *cli, bool loud,
                                    struct index_progress *progress);

/* Whether no file has been added or removed since the index was brought up to
 * date, and --fresh does not ask for more. */
bool default_folders_are_current(struct cli *cli, struct index *index);

/* Brings an index up to date in the same way; false after complaining. */
bool default_folders_update(struct cli *cli, struct index *index, bool loud,
                            struct index_progress *progress);

/* Closes an index after its last answer; NULL does nothing. Says so if it was
 * damaged. */
void default_folders_close(struct cli *cli, struct index *index);

#endif

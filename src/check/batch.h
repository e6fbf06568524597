/* Many articles checked at once, by as many threads as there are
 * processors. */
#ifndef MEDFAQ_CHECK_BATCH_H
#define MEDFAQ_CHECK_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "check/check.h"
#include "check/facts.h"

struct checked {
    const char *path;
    struct arena arena; /* owns the messages */
    struct messages messages;
    const char *problem; /* why it could not be opened or written; NULL */
    bool fixed;          /* remedies were written to the file */
    bool unasked;        /* read only because another file names it */
    struct facts facts;
};

/* Writes the remedies to the article's file, which says whether in fixed and
 * problem; not to one that was changed since it was read. */
void checked_fix(struct checked *file, const struct article *article);

struct batch {
    const struct check_context *context;
    bool fix;              /* write remedies to the files */
    struct checked *files; /* those asked for, then those that they name */
    size_t n_files;        /* asked for */
    size_t n_all;
    /* Called about ten times a second while others work; may be NULL. */
    void (*progress)(void *context, size_t n_done, size_t n_files);
    void *progress_context;
};

/* Files of these paths, which must outlive the batch. */
void batch_init(struct batch *batch, const struct check_context *context,
                const char *const *paths, size_t n_paths);
void batch_finish(struct batch *batch);

/* Checks them all; the results stand in files, in the order of paths. */
void batch_run(struct batch *batch);

#endif

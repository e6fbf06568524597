/* An import: sources are read by one thread, converted and written by
 * several. */
#ifndef MEDFAQ_IMPORT_RUN_H
#define MEDFAQ_IMPORT_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "import/destination.h"
#include "import/importer.h"
#include "import/report.h"

struct run_options {
    const struct importer *from; /* NULL: recognised by content */
    struct import_options import;
    unsigned n_threads;
    void *user;
    /* All are called by several threads, never two at a time. An error, told
     * at once. */
    void (*failed)(void *user, const char *name, const char *reason);
    /* Each omission, if not NULL. */
    void (*omitted)(void *user, const char *name, const char *reason);
    /* What an importer left out, moved or added on purpose: "left out
     * (navigation)", and the text. May be NULL. */
    void (*declared)(void *user, const char *name, const char *done,
                     const char *text);
    /* Each article that is there now, whether written or left as it was; never
     * two at a time. May be NULL. */
    void (*put)(void *user, const char *id, enum put result);
    /* Now and then, by the reading thread; false stops the import. */
    bool (*progress)(void *user, uint64_t n_bytes, size_t n_articles);
};

/* Imports the sources into a destination. What goes wrong is told to failed;
 * the rest goes on. The report is the caller's to finish. */
void run_import(const char *const *sources, size_t n_sources,
                struct destination *destination,
                const struct run_options *options, struct report *report);

#endif

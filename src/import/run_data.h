/* Shared by the files of an import: its state, and an article on its way. */
#ifndef MEDFAQ_IMPORT_RUN_DATA_H
#define MEDFAQ_IMPORT_RUN_DATA_H

#include <pthread.h>

#include "import/families.h"
#include "import/html_repeat.h"
#include "import/run.h"

struct pool;

struct run_state {
    const struct run_options *options;
    struct destination *destination;
    struct report *report;
    const char *source; /* that is being read */
    char *source_path;  /* the same in full */
    /* Of each source that holds several, and of all single files. */
    struct html_repeats **repeats, *loose;
    size_t at;      /* number of the source */
    size_t n_other; /* documents that are no pages, one after another */
    uint64_t n_bytes_before; /* of the sources that are done */
    bool stopped;

    struct pool *pool;
    struct families *families; /* under lock */
    pthread_mutex_t lock;      /* over the report, what is told */
};

/* Tell of a document, by its name; the lock must be free. */
void run_note_omission(struct run_state *run, const char *name,
                       const char *reason);
void run_note_failure(struct run_state *run, const char *name,
                      const char *reason);

/* A document that is being converted. */
struct taking {
    struct run_state *run;
    const struct document *document;
    bool taken; /* an article came of it */
};

/* Writes an article that came of a document, a struct taking, or holds it
 * until all labels are known. */
void run_take(void *taking, const struct draft *draft);
/* Writes those that were held. */
void run_put_families(struct run_state *run);

#endif

/* One document on its way: converted, compared with its source, given on. */
#ifndef MEDFAQ_IMPORT_CONVERSION_H
#define MEDFAQ_IMPORT_CONVERSION_H

#include "import/importer.h"

/* Where a conversion's articles go. */
struct conversion_sink {
    void *user;
    /* An article whose words are those of its source; the draft stays the
     * caller's. */
    void (*take)(void *user, const struct draft *draft);
    /* Something was left out, and why. */
    void (*skip)(void *user, const struct document *document,
                 const char *reason);
    /* An article that would not have the words of its source is not taken. */
    void (*fail)(void *user, const struct document *document,
                 const char *reason);
    /* What was done to the source of the articles that come next on purpose.
     * May be NULL. */
    void (*note)(void *user, const struct document *document,
                 const struct ledger *ledger);
};

/* Converts a document by an importer. All articles that are compared with the
 * whole of it are taken, or none. False with err: it cannot be read, or words
 * would be lost. */
bool conversion_run(const struct importer *importer,
                    const struct document *document,
                    const struct import_options *options,
                    const struct conversion_sink *sink, struct error *err);

#endif

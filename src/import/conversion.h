/* Converts one document, compares the articles with it, and passes them on. */
#ifndef MEDFAQ_IMPORT_CONVERSION_H
#define MEDFAQ_IMPORT_CONVERSION_H

#include "import/importer.h"

/* Receives the articles of a conversion. */
struct conversion_sink {
    void *user;
    /* An article whose words are those of its source; the draft stays the
     * caller's. */
    void (*take)(void *user, const struct draft *draft);
    /* Something was left out, for this reason. */
    void (*skip)(void *user, const struct document *document,
                 const char *reason);
    /* An article that would not have the words of its source is not taken. */
    void (*fail)(void *user, const struct document *document,
                 const char *reason);
    /* What was changed on purpose between the source and the articles that
     * come next. May be NULL. */
    void (*note)(void *user, const struct document *document,
                 const struct ledger *ledger);
};

/* Converts a document with an importer. Of the articles that are compared
 * with the whole document, either all are taken or none. Returns false with
 * err if it cannot be read or words would be lost. */
bool conversion_run(const struct importer *importer,
                    const struct document *document,
                    const struct import_options *options,
                    const struct conversion_sink *sink, struct error *err);

#endif

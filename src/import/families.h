/* Labels of medicines in bulk: the newest version of each, and those of the
 * same text, which many makers publish, as one article. */
#ifndef MEDFAQ_IMPORT_FAMILIES_H
#define MEDFAQ_IMPORT_FAMILIES_H

#include "import/destination.h"
#include "import/draft.h"

struct families;

struct families *families_new(void);
void families_free(struct families *families); /* NULL is fine */

/* Keeps an article of a draft that has a series until all are known; name is
 * its document's. False with err: no room on the disk. */
bool families_add(struct families *families, const struct draft *draft,
                  const struct destination_article *article, const char *name,
                  struct error *err);

struct families_sink {
    void *user;
    void (*take)(void *user, const char *name,
                 const struct destination_article *article);
    void (*skip)(void *user, const char *name, const char *reason);
};

/* Gives out what is to be kept, in no matter what order it was added. False
 * with err: it cannot be read again. */
bool families_give_out(struct families *families,
                       const struct families_sink *sink, struct error *err);

#endif

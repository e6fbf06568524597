/* Labels of medicines in bulk: the newest version of each, and those of the
 * same text, which many makers publish, as one article. */
#ifndef MEDFAQ_IMPORT_FAMILIES_H
#define MEDFAQ_IMPORT_FAMILIES_H

#include "import/destination.h"
#include "import/draft.h"

struct families;

struct families *families_new(void);
void families_free(struct families *families); /* may be NULL */

/* Keeps the article of a draft that is a version of a label until all labels
 * are known; name is the document's. Returns false with err if the disk is
 * full. */
bool families_add(struct families *families, const struct draft *draft,
                  const struct destination_article *article, const char *name,
                  struct error *err);

struct families_sink {
    void *user;
    void (*take)(void *user, const char *name,
                 const struct destination_article *article);
    void (*skip)(void *user, const char *name, const char *reason);
};

/* Calls back for each article to keep, which does not depend on the order in
 * which they were added. Returns false with err if one cannot be read back. */
bool families_give_out(struct families *families,
                       const struct families_sink *sink, struct error *err);

#endif

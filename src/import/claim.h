/* The right of an article to a name that another one may have: what decides
 * whether it replaces that one. Shared by the files of the destination. */
#ifndef MEDFAQ_IMPORT_CLAIM_H
#define MEDFAQ_IMPORT_CLAIM_H

#include <pthread.h>

#include "base/arena.h"
#include "import/destination.h"
#include "import/written.h"

struct destination {
    char *folder;
    int fd; /* -1: a dry run into a folder that is not there */
    bool dry_run;
    bool damaged;
    bool changed;
    pthread_mutex_t lock; /* protects the list and the files */
    struct written *written;
};

/* An article that is being written. */
struct putting {
    struct destination *destination;
    const struct destination_article *article;
    uint64_t hash, place, source;
    bool alone;          /* no other article was made of its place before */
    struct arena *arena; /* holds the strings of rows */
    struct error *err;
};

#define CLAIM_MAX_LEVEL 3 /* the last level of names for an article */

/* The name of an article at a level: its id; with its folder behind it, if it
 * has one; with a number made of its key. False if it cannot be a name. */
bool claim_name(const struct destination_article *article, unsigned level,
                char name[static NAME_MAX + 1]);

/* The level after the one that has a name; the first if none has it. */
unsigned claim_next_level(const struct destination_article *article,
                          const char *name);

/* Fills in whose article the row's name had, from the file as it was before
 * the import. */
void claim_look_at_old(const struct putting *putting, struct written_row *row);

/* Whether what was there before says of itself that it is another article. */
bool claim_states_another(const struct written_row *row,
                          const struct destination_article *article);

/* What right an article has to the name of a row. */
enum claim claim_of(const struct putting *putting,
                    const struct written_row *row);

/* Whether an article with this claim has more right to a name than the one
 * that has got it in this import. */
bool claim_comes_first(const struct putting *putting,
                       const struct written_row *row, enum claim claim);

#endif

/* What the files that find an article share. */
#ifndef MEDFAQ_CLI_FINDER_H
#define MEDFAQ_CLI_FINDER_H

#include "cli/find_article.h"
#include "index/index.h"
#include "library/library.h"

/* What one command line looks for. */
struct finder {
    struct cli *cli;
    int n;
    char **words;
    struct index *index;     /* NULL: none, or none that may be asked */
    bool opened;             /* it was looked for */
    bool updated;            /* the index was brought up to date */
    bool stale;              /* what was found has changed since */
    struct library *library; /* all articles, or those that may be meant */
    struct found_article *found;
    enum kind *kind;
    const char *absent; /* what no article is called */
};

/* A look-up of the catalogue. */
typedef struct library *finder_ask(struct index *index, const char *name);

/* The articles that may be meant by a name, as ask finds them in the index;
 * without an index all articles. Valid until the next call. */
const struct library *finder_candidates(struct finder *finder, finder_ask *ask,
                                        const char *name);

/* Says that no article is called finder->absent, with the nearest names, with
 * commands, and with what a search finds. */
void no_article_complain(struct finder *finder);

/* True if there are any articles; otherwise complains of the folders. */
bool finder_has_articles(struct finder *finder);

#endif

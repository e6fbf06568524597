/* What the files that find an article share. */
#ifndef MEDFAQ_CLI_FINDER_H
#define MEDFAQ_CLI_FINDER_H

#include "cli/find_article.h"
#include "index/index.h"
#include "library/library.h"

enum finder_outcome {
    NO_ARTICLE,
    NO_ARTICLE_OF_KIND, /* a kind is named, but no article */
    NO_KIND,            /* the reverse; it was complained of */
    SEVERAL_ARTICLES,   /* have the code */
    ARTICLE,
};

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

/* Frees the library and closes the index. */
void finder_finish(struct finder *finder);

/* Brings the index up to date, once; true if it has changed. */
bool finder_update(struct finder *finder);

/* A look-up of the catalogue. */
typedef struct library *finder_ask(struct index *index, const char *name);

/* The articles that may be meant by a name, as ask finds them in the index;
 * without an index all articles. Valid until the next call. */
const struct library *finder_candidates(struct finder *finder, finder_ask *ask,
                                        const char *name);

/* Takes the file of an entry, with a note if its language is not the one asked
 * for. */
void finder_take(struct finder *finder, const struct entry *entry,
                 const char *lang);

/* The words from first to before end, with spaces between. */
const char *finder_join(const struct finder *finder, int first, int end);

/* A kind in the words of the article that was found; only a file that was
 * named by its path must be read to know its language. */
enum kind finder_said_kind(struct finder *finder, const char *name);

/* Says that no article is called finder->absent, with the nearest names, with
 * commands, and with what a search finds. */
void no_article_complain(struct finder *finder);

/* True if there are any articles; otherwise complains of the folders. */
bool finder_has_articles(struct finder *finder);

#endif

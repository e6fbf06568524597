/* Shared by the files that find an article. */
#ifndef MEDFAQ_CLI_FINDER_H
#define MEDFAQ_CLI_FINDER_H

#include "cli/find_article.h"
#include "index/index.h"
#include "library/library.h"

enum finder_outcome {
    NO_ARTICLE,
    NO_ARTICLE_OF_KIND, /* a kind is named, but no article */
    NO_KIND, /* an article is named, but no kind; already complained of */
    SEVERAL_ARTICLES, /* several articles have the code */
    ARTICLE,
};

/* What a command line looks for. */
struct finder {
    struct cli *cli;
    int n;
    char **words;
    struct index *index;     /* NULL: none, or none that may be used */
    bool opened;             /* opening it has been tried */
    bool updated;            /* the index has been updated */
    bool stale;              /* a file found has changed since it was indexed */
    struct library *library; /* all articles, or those that may be meant */
    struct found_article *found;
    enum kind *kind;
    const char *absent; /* the name that no article has */
};

/* Frees the library and closes the index. */
void finder_finish(struct finder *finder);

/* Updates the index, but only once. Returns whether it has changed. */
bool finder_update(struct finder *finder);

/* A look-up function of the catalogue. */
typedef struct library *finder_ask(struct index *index, const char *name);

/* Returns the articles that may be meant by a name, as ask finds them in the
 * index; without an index, all articles. Valid until the next call. */
const struct library *finder_candidates(struct finder *finder, finder_ask *ask,
                                        const char *name);

/* Sets found to the file of an entry, with a note if it is not in the language
 * asked for. */
void finder_take(struct finder *finder, const struct entry *entry,
                 const char *lang);

/* Joins the words from first up to, but not including, end with spaces. */
const char *finder_join(const struct finder *finder, int first, int end);

/* Returns a kind by its name in the language of the article found. The article
 * is read only if it was named by its path, to find its language. */
enum kind finder_localized_kind(struct finder *finder, const char *name);

/* Says that no article is called finder->absent, and suggests the nearest
 * names, commands and a search. */
void no_article_complain(struct finder *finder);

/* Returns whether there are any articles. If not, complains of the folders. */
bool finder_has_articles(struct finder *finder);

#endif

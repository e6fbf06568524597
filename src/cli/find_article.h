/* Finds the article and the kind that the command line names. */
#ifndef MEDFAQ_CLI_FIND_ARTICLE_H
#define MEDFAQ_CLI_FIND_ARTICLE_H

#include <stdbool.h>

#include "article/article.h"
#include "cli/cli.h"

enum found_type {
    FOUND_LIBRARY, /* nothing was named */
    FOUND_FOLDER,
    FOUND_FILE,
    FOUND_INPUT, /* standard input */
    FOUND_WORDS, /* words that are not the name of an article */
};

struct found_article {
    enum found_type type;
    const char *path; /* path of the folder or file, or the words; else NULL */
    const char *lang; /* of an article of the library; else NULL */
    const char *id;   /* of an article of the library; else NULL */
    const char *note; /* a note for the user; NULL: none */
};

/* Finds ARTICLE [KIND] in n words, each of which may be several words. KIND is
 * the longest end that names a kind, in English or in the language of the
 * article. *kind is KIND_NONE if none is named.
 *
 * ARTICLE is "-", a path, or the id, title or synonym of an article in the
 * library. Whatever contains a slash or ends in .md is a path; another word is
 * a path only if no article has that name. Failing that, words are accepted
 * that occur in the names of only one article. Returns false if nothing is
 * found, after complaining with the nearest names and the number of search
 * results. */
bool find_article_named(struct cli *cli, int n, char **words,
                        struct found_article *found, enum kind *kind);

/* Does the same, but returns words that name neither an article nor a kind as
 * FOUND_WORDS. */
bool find_article_or_words(struct cli *cli, int n, char **words,
                           struct found_article *found, enum kind *kind);

/* Returns whether the default folders have an article with this name. */
bool find_article_exists(struct cli *cli, const char *name);

/* Returns whether a word looks like a mistyped command. */
bool find_article_is_command(const char *word);

/* Reads the article from a file or from standard input. The caller frees it.
 * Returns NULL after complaining. */
struct article *find_article_open(struct cli *cli,
                                  const struct found_article *found);

#endif

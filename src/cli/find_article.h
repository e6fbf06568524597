/* What a person names on the command line. */
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
    FOUND_WORDS, /* words that no article is called by */
};

struct found_article {
    enum found_type type;
    const char *path; /* of the folder or file; the words; otherwise NULL */
    const char *lang; /* of an article of the library; otherwise NULL */
    const char *id;   /* likewise */
    const char *note; /* to be told about it; NULL: nothing */
};

/* Finds ARTICLE [KIND] in n words: each may be several words, and KIND is the
 * longest end that is one, also in the language of the article. *kind is
 * KIND_NONE where none is named.
 *
 * ARTICLE is "-", a path, or an article of the library by id, title or
 * synonym. What holds a slash or ends in .md is a path; another word is one
 * only if no article has that name; then words do that only one article has in
 * its names. False, after complaining with the nearest names and what a search
 * would find, if there is nothing. */
bool find_article_named(struct cli *cli, int n, char **words,
                        struct found_article *found, enum kind *kind);

/* The same, but words that name neither an article nor a kind are found as
 * FOUND_WORDS. */
bool find_article_or_words(struct cli *cli, int n, char **words,
                           struct found_article *found, enum kind *kind);

/* Whether the default folders have an article of this name. */
bool find_article_exists(struct cli *cli, const char *name);

/* Whether a word looks like a mistyped command. */
bool find_article_is_command(const char *word);

/* Reads the article of a file or of standard input; the caller frees. NULL
 * after complaining. */
struct article *find_article_open(struct cli *cli,
                                  const struct found_article *found);

#endif

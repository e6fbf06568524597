/* What a person names on the command line. */
#ifndef MEDFAQ_CLI_TARGET_H
#define MEDFAQ_CLI_TARGET_H

#include <stdbool.h>

#include "article/article.h"
#include "cli/cli.h"
#include "library/library.h"

enum target_type {
    TARGET_LIBRARY, /* nothing was named */
    TARGET_FOLDER,
    TARGET_FILE,
    TARGET_INPUT, /* standard input */
    TARGET_WORDS, /* that no article is called by */
};

struct target {
    enum target_type type;
    const char *path; /* of the folder or file; the words; otherwise NULL */
    const char *note; /* what is to be said of it; NULL: nothing */
};

/* ARTICLE [KIND], as one word each or as many: the longest end that is a kind
 * is one, also in the language of the article. *kind is KIND_NONE where none
 * is named.
 *
 * ARTICLE is "-", a path, or an article of the library by id, title or
 * synonym. What holds a slash or ends in .md is a path; another word is one
 * only if no article has that name; then words do that only one article has in
 * its names. False, after complaining with the nearest names and what a search
 * would find, if there is nothing. */
bool target_find(struct cli *cli, int n, char **words, struct target *target,
                 enum kind *kind);

/* The same, but words that name no article and no kind are a target:
 * TARGET_WORDS. */
bool target_look(struct cli *cli, int n, char **words, struct target *target,
                 enum kind *kind);

/* Says that no article is called so, with the nearest names and what a search
 * finds; an index is used if that is quick. */
void target_complain_absent(struct cli *cli, const char *name,
                            const struct library *library);

/* Is this a mistyped command? */
bool target_is_near_command(const char *name);

/* Reads the article of a file or of standard input; the caller frees. NULL
 * after complaining. */
struct article *target_open(struct cli *cli, const struct target *target);

/* All of standard input, which is read once; NULL with err if it cannot be. */
const struct buf *target_input(struct cli *cli, struct error *err);

/* The default folders, for as long as the program runs; *n is their number. */
const char **target_folders(struct cli *cli, size_t *n);

/* The articles of the default folders; the caller frees. */
struct library *target_library(struct cli *cli);

/* Says of each folder that it has no articles, or why it cannot be read. */
void target_complain_empty(struct cli *cli, const char *const *folders,
                           size_t n);

/* True if there are any articles; otherwise complains of the folders. */
bool target_has_articles(struct cli *cli, const struct library *library);

/* A kind by what a person types: its id, its label, the beginning of one, its
 * letter in the reader; KIND_NONE after complaining. */
enum kind target_kind(struct cli *cli, const char *name);

/* A kind by what headings say in the language of a target, or by the beginning
 * of its label in that language; KIND_NONE, in silence, if it is none. */
enum kind target_said_kind(struct cli *cli, const struct target *target,
                           const char *name);

#endif

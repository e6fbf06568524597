/* Files that are no Markdown, made articles of for as long as they are read. */
#ifndef MEDFAQ_CLI_CONVERTED_H
#define MEDFAQ_CLI_CONVERTED_H

#include "cli/find_article.h"

/* The program that imports: beside this one, or where it was to be installed.
 * The caller frees. */
char *converted_program(struct cli *cli);

/* The article that a file which is no Markdown was made, or the folder of
 * several; path itself if it is Markdown, or no file. It lasts as long as the
 * run. NULL after complaining: it cannot be converted. */
const char *converted_path(struct cli *cli, const char *path);

/* Puts what is read in the place of files that are no Markdown, and tells it.
 * False after complaining of the first that cannot be converted. */
bool converted_replace(struct cli *cli, size_t n, const char **paths);

/* Puts the article of a file that is no Markdown, or the folder of several, in
 * its place. False after complaining: it cannot be converted. */
bool converted_open(struct cli *cli, struct found_article *found);

/* Removes what was converted. */
void converted_remove(struct cli *cli);

#endif

/* Converts files that are not Markdown to articles for as long as the program
 * runs. */
#ifndef MEDFAQ_CLI_CONVERTED_H
#define MEDFAQ_CLI_CONVERTED_H

#include "cli/find_article.h"

/* Returns the path of medfaq-import: in the folder of this program, or where it
 * was to be installed. The caller frees it. */
char *converted_program(struct cli *cli);

/* Converts a file that is not Markdown. Returns the path of the article, or of
 * the folder if there are several; returns path itself if it is Markdown or not
 * a file. The result lives as long as the program. Returns NULL after
 * complaining if the file cannot be converted. */
const char *converted_path(struct cli *cli, const char *path);

/* Replaces the paths of files that are not Markdown by those of the converted
 * articles, and says so. Returns false after complaining of the first that
 * cannot be converted. */
bool converted_replace(struct cli *cli, size_t n, const char **paths);

/* Replaces a file that is not Markdown by the converted article or the folder
 * of several. Returns false after complaining. */
bool converted_open(struct cli *cli, struct found_article *found);

/* Removes the converted articles. */
void converted_remove(struct cli *cli);

#endif

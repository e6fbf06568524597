/* Files that are no Markdown, made articles of for as long as they are read. */
#ifndef MEDFAQ_CLI_CONVERTED_H
#define MEDFAQ_CLI_CONVERTED_H

#include "cli/find_article.h"

/* The program that imports: beside this one, or where it was to be installed.
 * The caller frees. */
char *converted_program(struct cli *cli);

/* Puts the article of a file that is no Markdown, or the folder of several, in
 * its place. False after complaining: it cannot be converted. */
bool converted_open(struct cli *cli, struct found_article *found);

/* Removes what was converted. */
void converted_remove(struct cli *cli);

#endif

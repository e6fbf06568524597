/* Notes in the words of the W3C's Web Annotation Data Model. */
#ifndef MEDFAQ_CLI_NOTES_H
#define MEDFAQ_CLI_NOTES_H

#include "cli/cli.h"
#include "state/state.h"

/* The names of enum annotation_motivation. */
extern const char *const notes_motivations[];

/* Keeps what a file of medfaq notes --format=jsonld holds. */
enum exit_code notes_import(struct cli *cli, struct state *state,
                            const char *path);

#endif

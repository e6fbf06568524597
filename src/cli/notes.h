/* Exports and imports notes in the W3C's Web Annotation Data Model. */
#ifndef MEDFAQ_CLI_NOTES_H
#define MEDFAQ_CLI_NOTES_H

#include "cli/cli.h"
#include "state/state.h"

/* The names of enum annotation_motivation. */
extern const char *const notes_motivations[];

/* Saves the notes in a file written by medfaq notes --format=jsonld. */
enum exit_code notes_import(struct cli *cli, struct state *state,
                            const char *path);

#endif

/* Finds kinds of sections by what the user types. */
#ifndef MEDFAQ_CLI_FIND_KIND_H
#define MEDFAQ_CLI_FIND_KIND_H

#include "kind/kind.h"
#include "cli/cli.h"

/* Returns a kind by its id, its label, a prefix of either, or its letter in the
 * reader. Returns KIND_NONE after complaining. */
enum kind find_kind(struct cli *cli, const char *name);

/* Returns a kind by a heading in a language, or by a prefix of its label in
 * that language. Returns KIND_NONE, without complaining, if there is none. */
enum kind find_kind_in(const char *name, const char *lang);

#endif

/* Kinds of sections, by what a person types. */
#ifndef MEDFAQ_CLI_FIND_KIND_H
#define MEDFAQ_CLI_FIND_KIND_H

#include "kind/kind.h"
#include "cli/cli.h"

/* A kind by its id, its label, the beginning of one, or its letter in the
 * reader; KIND_NONE after complaining. */
enum kind find_kind(struct cli *cli, const char *name);

/* A kind by what headings in a language say, or by the beginning of its label
 * in that language; KIND_NONE, in silence, if it is none. */
enum kind find_kind_in(const char *name, const char *lang);

#endif

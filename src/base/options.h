/* Command-line options, described by a table that is used for reading arguments
 * and for printing help. Each program has a table of its own. */
#ifndef MEDFAQ_BASE_OPTIONS_H
#define MEDFAQ_BASE_OPTIONS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

#define OPTIONS_MAX 32 /* rows in a table: a set of options is an unsigned */

struct option_row {
    const char *name;     /* without hyphens; NULL ends the table */
    char letter;          /* 0 for none */
    const char *argument; /* name of its value in --help; NULL: takes none */
    const char *help;     /* marked by N_() */
    const char *const *choices; /* ended by NULL; NULL: any value */
    unsigned max; /* largest value of a number from 1; 0: not a number */
};

struct options {
    const struct option_row *rows;
    unsigned given;                  /* bit set of those that were given */
    const char *values[OPTIONS_MAX]; /* NULL if not given or without value */
    bool ended;                      /* "--" came before any word */
};

void options_init(struct options *options, const struct option_row *rows);

enum options_style {
    OPTIONS_FIRST,    /* the first word ends the options */
    OPTIONS_ANYWHERE, /* options may follow words */
    /* Anywhere, but an argument that begins with one hyphen and is not an
       option is a word to exclude. Words after "--" lose their hyphens. */
    OPTIONS_OR_EXCLUSIONS,
};

/* Reads the options among n arguments. Returns the number of the remaining
 * words, which are moved to the front; -1 with err if an option is unknown or
 * lacks a valid value. May be called again for the remaining words. */
int options_read(struct options *options, char **arguments, int n,
                 enum options_style style, struct error *err);

/* Returns the value of an option that takes a number; 0 if it was not given. */
unsigned options_number(const struct options *options, int i);

/* Returns the index of the first given option that is not in the set allowed,
 * or -1. */
int options_beyond(const struct options *options, unsigned allowed);

/* Appends a line of help for each option in the set. helps, which may be NULL,
 * is an array parallel to the table whose non-NULL elements replace the help of
 * the rows. Both are translated here. */
void options_add_help(const struct option_row *rows, unsigned set,
                      const char *const *helps, struct buf *out);

/* Appends a paragraph of ASCII text, wrapped at width columns and indented. */
void options_add_paragraph(const char *text, int indent, size_t width,
                           struct buf *out);

#endif

/* Command-line options: a table of rows, read from the arguments and printed
 * as help. Each program has a table of its own. */
#ifndef MEDFAQ_BASE_OPTIONS_H
#define MEDFAQ_BASE_OPTIONS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

#define OPTIONS_MAX 32 /* in one table: a set of them is an unsigned */

struct option_row {
    const char *name;     /* without hyphens; NULL ends the table */
    char letter;          /* 0: none */
    const char *argument; /* what --help calls its value; NULL: takes none */
    const char *help;     /* N_() */
    const char *const *choices; /* NULL at the end; NULL: any value will do */
    unsigned most;              /* a number from 1 to this; 0: no number */
};

struct options {
    const struct option_row *rows;
    unsigned given;                  /* set of those that were given */
    const char *values[OPTIONS_MAX]; /* NULL: not given, or takes none */
    bool ended;                      /* "--" was met before any word */
};

void options_init(struct options *options, const struct option_row *rows);

enum options_style {
    OPTIONS_FIRST,    /* the first word ends them */
    OPTIONS_ANYWHERE, /* before, between and after words */
    /* Anywhere, but what begins with one hyphen and is no option is a word
     * (to be excluded); words after "--" lose their hyphens. */
    OPTIONS_OR_EXCLUSIONS,
};

/* Takes the options and "--" out of the n arguments. Returns how many words
 * are left, moved to the front; -1 with err if an option is unknown or lacks a
 * value that will do. May be called again for what is left. */
int options_read(struct options *options, char **arguments, int n,
                 enum options_style style, struct error *err);

/* The value of an option that takes a number; 0 if it was not given. */
unsigned options_number(const struct options *options, int i);

/* The index of the first option given that is not in the set allowed; -1 if
 * all are. */
int options_beyond(const struct options *options, unsigned allowed);

/* Appends a line of help for each option in the set. helps, an array like the
 * table or NULL, replaces the help of those that it has. Both are translated
 * here. */
void options_add_help(const struct option_row *rows, unsigned set,
                      const char *const *helps, struct buf *out);

/* Appends a paragraph of ASCII, wrapped at width columns and indented. */
void options_add_paragraph(const char *text, int indent, size_t width,
                           struct buf *out);

#endif

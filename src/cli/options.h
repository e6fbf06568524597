/* The options, one row each. */
#ifndef MEDFAQ_CLI_OPTIONS_H
#define MEDFAQ_CLI_OPTIONS_H

#include <stdbool.h>

#include "base/error.h"

enum option_id {
    OPTION_WIDTH,
    OPTION_FORMAT,
    OPTION_COLOR,
    OPTION_LANG,
    OPTION_LINEAR,
    OPTION_PRIVATE,
    OPTION_JSON,
    OPTION_LIMIT,
    OPTION_COUNTED,
    OPTION_EXPLAIN,
    OPTION_AS_TYPED,
    OPTION_TYPE,
    OPTION_REVIEWED,
    OPTION_FIX,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
};

/* A set of options. */
#define WITH(option) (1u << OPTION_##option)

struct option_row {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* NULL: takes none */
    const char *help;
    int most; /* of a number; 0: takes none */
};

extern const struct option_row option_rows[OPTION_COUNT];

enum color {
    COLOR_AUTO,
    COLOR_ALWAYS,
    COLOR_NEVER,
};

struct options {
    unsigned given; /* set of those that were given */
    unsigned cells; /* 0: not stated */
    const char *format;
    enum color color;
    const char *lang;
    unsigned n_most; /* results; 0: not stated */
    const char *type;
    const char *reviewed; /* "yes", "no"; NULL: not stated */
};

/* Reads the options in front of the first argument (stop_early), or all of
 * them. Returns the index of the first argument in argv, which getopt may have
 * put in order; -1 with err when something is wrong. */
int options_read(struct options *options, int argc, char **argv,
                 bool stop_early, struct error *err);

/* Brings argv[1] and on in order for a command that takes a -word for one to
 * be excluded: first what options_read reads, then the words; those after "--"
 * lose their hyphens, and there is no "--" any more. Returns the number of
 * options with their values, *n_words that of the words. */
int options_part(int argc, char **argv, int *n_words);

/* The first of the given options that is not in allowed; OPTION_COUNT if all
 * are. */
enum option_id options_beyond(const struct options *options, unsigned allowed);

#endif

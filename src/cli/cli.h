/* The state of a run of the command line, and its output. */
#ifndef MEDFAQ_CLI_CLI_H
#define MEDFAQ_CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/charset.h"
#include "base/error.h"
#include "base/options.h"

/* The options of all commands. */
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
    OPTION_OTHER_UNITS,
    OPTION_TYPE,
    OPTION_REVIEWED,
    OPTION_FIX,
    OPTION_CHECKLIST,
    OPTION_SIGN,
    OPTION_NAME,
    OPTION_ROLE,
    OPTION_KIND,
    OPTION_SINCE,
    OPTION_ALL,
    OPTION_YES,
    OPTION_CODE,
    OPTION_FRESH,
    OPTION_SOURCES,
    OPTION_IMPORT,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
};

/* The bit of an option in a set. */
#define WITH(option) (1u << OPTION_##option)

extern const struct option_row option_rows[OPTION_COUNT + 1];

enum exit_code {
    EXIT_DONE = 0,
    EXIT_NOT_FOUND = 1, /* also: cannot be read, or the check failed */
    EXIT_USAGE = 2,
};

struct cli {
    struct options options;
    struct charset charset; /* of the locale */
    struct arena arena;     /* lives as long as the program */
    struct buf input;       /* standard input, once it has been read */
    bool has_input;
    bool is_terminal;      /* standard output */
    struct buf out;        /* buffered standard output */
    bool failed;           /* some of the output could not be written */
    bool out_is_utf8;      /* whatever the locale: JSON, HTML, Markdown */
    const char *converted; /* temporary folder to be removed; NULL: none */
};

void cli_init(struct cli *cli);

/* Return whether an option was given, and its value, or NULL if it was not. */
bool cli_has(const struct cli *cli, enum option_id option);
const char *cli_value(const struct cli *cli, enum option_id option);

/* Returns the key of --code (article/code.h), which lives as long as the
 * program. Returns NULL if the option was not given, or with err if its value
 * is not a code. */
const char *cli_code(struct cli *cli, struct error *err);

/* Writes the output so far. Call it before writing to standard error. */
void cli_flush(struct cli *cli);

/* Writes the rest of the output. Returns false after printing a message if that
 * failed; it is not a failure if the reader of a pipe has gone away. */
bool cli_finish(struct cli *cli);

/* Prints a line to standard output, made safe. */
void cli_print(struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Prints the lines of a text, each made safe. */
void cli_print_lines(struct cli *cli, const char *text);

/* Prints a line to standard error, made safe, after "medfaq: ". */
void cli_complain(struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Returns all of standard input, which is read once, or NULL with err. */
const struct buf *cli_input(struct cli *cli, struct error *err);

/* Returns the path of the program, or "" if it is unknown. It lives as long as
 * cli. It is not MEDFAQ_BINDIR if the installation was moved or is below
 * DESTDIR. */
const char *cli_program(struct cli *cli);

/* Returns the width of text: that of --width, else of the terminal, else 80. */
unsigned cli_cells(const struct cli *cli);

/* Returns whether lines are wrapped: on a terminal, or with --width. */
bool cli_wraps(const struct cli *cli);

/* Returns whether figures are drawn as pictures: not with TERM=dumb, nor into a
 * pipe without --width. */
bool cli_draws(const struct cli *cli);

/* Returns whether the terminal is the Linux console, whose fonts have few
 * glyphs. */
bool cli_has_few_glyphs(void);

/* Wraps the last line of the output, which begins at byte start, if it is wider
 * than cli_cells(). Continuation lines are indented by hang cells. Does nothing
 * in a pipe without --width. */
void cli_wrap(struct cli *cli, size_t start, unsigned hang);

/* Returns whether to use colours, as --color, the terminal, TERM and NO_COLOR
 * decide. */
bool cli_color(const struct cli *cli);

#endif

/* The state of one run of the command line, and its output. */
#ifndef MEDFAQ_CLI_CLI_H
#define MEDFAQ_CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/charset.h"
#include "base/error.h"
#include "base/options.h"

/* The options; each command takes some of them. */
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

/* A set of options. */
#define WITH(option) (1u << OPTION_##option)

extern const struct option_row option_rows[OPTION_COUNT + 1];

enum exit_code {
    EXIT_DONE = 0,
    EXIT_NOT_FOUND = 1, /* also: cannot be read, check failed */
    EXIT_USAGE = 2,
};

struct cli {
    struct options options;
    struct charset charset; /* of the locale */
    struct arena arena;     /* as long as the program runs */
    struct buf input;       /* standard input, after it was read */
    bool has_input;
    struct buf out;        /* to standard output when the command is done */
    bool failed;           /* some of it could not be written */
    bool out_is_utf8;      /* whatever the locale: JSON, HTML, Markdown */
    const char *converted; /* a folder to be removed; NULL: none */
};

void cli_init(struct cli *cli);

/* Whether an option was given, and its value; NULL where it was not. */
bool cli_has(const struct cli *cli, enum option_id option);
const char *cli_value(const struct cli *cli, enum option_id option);

/* The key of --code (article/code.h), as long as the program runs; NULL where
 * it was not given, or with err if it is no code. */
const char *cli_code(struct cli *cli, struct error *err);

/* Writes the output so far, before what goes to standard error. */
void cli_flush(struct cli *cli);

/* Writes what is left of the output. False, with a message, if that failed;
 * a reader that went away is no failure. */
bool cli_finish(struct cli *cli);

/* One line to standard output, made safe. */
void cli_print(struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The lines of a text, each made safe. */
void cli_print_lines(struct cli *cli, const char *text);

/* One line to standard error, made safe, with "medfaq: " before it. */
void cli_complain(struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* All of standard input, which is read once; NULL with err if it cannot be. */
const struct buf *cli_input(struct cli *cli, struct error *err);

/* The path of the program, "" if it is unknown; lives as long as cli. An
 * installation may have been moved, or be below DESTDIR. */
const char *cli_program(struct cli *cli);

/* Columns for text: --width, or the terminal's, or 80. */
unsigned cli_cells(const struct cli *cli);

/* Whether lines are wrapped: on a terminal, and with --width. */
bool cli_wraps(const struct cli *cli);

/* Are figures drawn as pictures? Not on TERM=dumb, nor into a pipe without
 * --width. */
bool cli_draws(const struct cli *cli);

/* Is the terminal the Linux console, whose fonts have few glyphs? */
bool cli_has_few_glyphs(void);

/* Breaks the last line of the output, which begins at a byte of it, between
 * words where it is wider than the terminal or --width; the lines that follow
 * are indented by hang cells. A pipe without --width gets it whole. */
void cli_wrap(struct cli *cli, size_t start, unsigned hang);

/* Whether to use colours: --color, the terminal, TERM and NO_COLOR decide. */
bool cli_color(const struct cli *cli);

#endif

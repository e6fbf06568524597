/* Other programs that read what this one does not.
 *
 * Hostile files meet a process of their own: its arguments are fixed, no shell
 * is between, the document is its standard input, and it can write no file.
 * Time, memory and output are limited. Nothing runs under MEDFAQ_SECURE. */
#ifndef MEDFAQ_IMPORT_CONVERTER_H
#define MEDFAQ_IMPORT_CONVERTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "import/importer.h"

enum converter_gives {
    CONVERTER_PDF2XML,
    CONVERTER_WORDS,
    CONVERTER_HTML,
    CONVERTER_PLAIN,
    CONVERTER_ZIM_LIST,    /* the entries of a ZIM file */
    CONVERTER_ZIM_DETAILS, /* one of them, as in the list */
    CONVERTER_ZIM_ENTRY    /* one of them, what it holds */
};

#define CONVERTER_ARGUMENTS 10

struct converter {
    const char *what;    /* "a Word document" */
    const char *package; /* of Debian, that has the program */
    const char *arguments[CONVERTER_ARGUMENTS]; /* the program is the first */
    enum converter_gives gives;
    /* How a document is recognised; each may be NULL. */
    const char *magic;  /* its first bytes */
    const char *member; /* of a zip archive, or the type that it states */
    const char *root;   /* of XML; docbook has to stand near it */
    const char *suffix; /* of its name */
    /* What it may use at most; 0: what is usual. */
    unsigned seconds;
    size_t max_bytes;
};

/* The table; ends with what NULL. */
extern const struct converter converters[];

/* The row that reads a document, or one that begins and ends so; NULL if none
 * does. */
const struct converter *converter_find(const struct document *document);
const struct converter *converter_find_zip(const char *start, size_t n_start,
                                           const char *end, size_t n_end);

/* Appends what the program makes of a document that is no stream. False with
 * err where it is absent, takes too long, gives too much or fails: its last
 * line then. */
bool converter_run(const struct converter *converter,
                   const struct document *document, struct buf *out,
                   struct error *err);

/* The same of a file that is open, which the program reads from its start. */
bool converter_run_file(const struct converter *converter, int fd,
                        struct buf *out, struct error *err);

#endif

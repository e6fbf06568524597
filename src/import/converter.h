/* Runs other programs to read formats that medfaq-import does not read itself.
 *
 * Each converter runs as a process of its own, since the file may be
 * hostile: its arguments are fixed, no shell is involved, the document comes
 * on its standard input, and it cannot write files. Its time, memory and
 * output are limited. Nothing runs under MEDFAQ_SECURE. */
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
    const char *package; /* Debian package that has the program */
    const char
        *arguments[CONVERTER_ARGUMENTS]; /* the first one is the program */
    enum converter_gives gives;
    /* How a document is recognised; each may be NULL. */
    const char *magic;  /* the first bytes of the document */
    const char *member; /* a member of a zip archive, or the media type that it
                           states */
    const char
        *root; /* the root element of XML; "docbook" must appear near it */
    const char *suffix; /* the end of the file's name */
    /* Limits; 0 means the default. */
    unsigned seconds;
    size_t max_bytes;
};

/* The table of converters; it ends with a row whose what is NULL. */
extern const struct converter converters[];

/* The row for a document, or for one with this start and end; NULL if there
 * is none. */
const struct converter *converter_find(const struct document *document);
const struct converter *converter_find_zip(const char *start, size_t n_start,
                                           const char *end, size_t n_end);

/* Appends the program's output for a document that is not a stream. Returns
 * false with err if the program is not installed, takes too long, prints too
 * much or fails; then err has its last line. */
bool converter_run(const struct converter *converter,
                   const struct document *document, struct buf *out,
                   struct error *err);

/* The same for an open file, which the program reads from the start. */
bool converter_run_file(const struct converter *converter, int fd,
                        struct buf *out, struct error *err);

#endif

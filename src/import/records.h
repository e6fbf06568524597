/* The records of a document, one after another, however large it is: rows of
 * CSV, lines of JSONL, members of a JSON list.
 *
 * What comes as a stream is kept in a temporary file without a name, so that a
 * record can be read again. */
#ifndef MEDFAQ_IMPORT_RECORDS_H
#define MEDFAQ_IMPORT_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "import/importer.h"

#define RECORD_MAX_BYTES ((size_t)8 << 20)

enum records_form {
    RECORDS_ROWS, /* lines; a cell in quotes may hold line ends */
    RECORDS_LINES,
    RECORDS_OBJECTS, /* of the first JSON list of objects */
};

struct record {
    uint64_t offset; /* in the document */
    size_t n_bytes;  /* 0: there is none */
    size_t line;     /* where it begins, from 1 */
};

struct records;

/* separator is that of RECORDS_ROWS. NULL with err. */
struct records *records_open(const struct document *document,
                             enum records_form form, char separator,
                             struct error *err);
void records_close(struct records *records); /* may be NULL */

/* The next record; its n_bytes is 0 at the end. Blank ones are passed over.
 * False with err: it cannot be read, is too long, or the document ends within
 * it. */
bool records_next(struct records *records, struct record *record,
                  struct error *err);

/* Appends a record as UTF-8; encoding is what it is in, NULL to be told. */
bool records_read(struct records *records, const struct record *record,
                  const char *encoding, struct buf *out, struct error *err);

#endif

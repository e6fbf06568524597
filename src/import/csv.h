/* CSV as RFC 4180 has it, with any separator. */
#ifndef MEDFAQ_IMPORT_CSV_H
#define MEDFAQ_IMPORT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define CSV_MAX_COLUMNS 64

struct csv {
    const char *text;
    size_t n_bytes, at;
    char separator;
    unsigned line; /* of the current row */
    struct buf values;
    const char *cells[CSV_MAX_COLUMNS];
    size_t n_cells; /* those past the last one are joined to it */
};

void csv_init(struct csv *csv, const char *text, size_t n_bytes,
              char separator);
void csv_finish(struct csv *csv);

/* Reads the next row that is not empty into cells, which live until the next
 * call. False at the end. */
bool csv_next(struct csv *csv);

#endif

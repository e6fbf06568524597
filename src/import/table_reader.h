/* Reads tables of questions and answers of any size, row by row, and makes
 * one article of the rows that share a title. */
#ifndef MEDFAQ_IMPORT_TABLE_READER_H
#define MEDFAQ_IMPORT_TABLE_READER_H

#include "import/importer.h"
#include "import/records.h"
#include "import/table_row.h"

/* How the records of a format are read. */
struct table_format {
    enum records_form form;
    char separator;
    void *user;
    /* Reads a record in UTF-8 into a row, whose strings live until the next
     * call. False with err: this record cannot be used. */
    bool (*read)(void *user, const char *text, size_t n_bytes,
                 struct table_row *row, struct error *err);
    const char *preamble; /* what a piece of the document begins with */
    size_t n_header;      /* records before the first row */
};

/* False with err: it cannot be read to its end, or some rows could not be
 * used; err says how many, and where the first one is. */
bool table_reader_run(const struct document *document,
                      const struct table_format *format,
                      const struct import_options *options,
                      const struct sink *sink, struct error *err);

#endif

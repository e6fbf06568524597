/* Strings of JSON, read without a parser: the other route that articles are
 * compared with. */
#ifndef MEDFAQ_IMPORT_JSON_SCAN_H
#define MEDFAQ_IMPORT_JSON_SCAN_H

#include "base/buf.h"

/* Appends the string that begins at a place, after its quotation mark; returns
 * the place after it. */
const char *json_string_end(const char *at, const char *end, struct buf *out);

#endif

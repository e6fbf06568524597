/* Converts text from any character set to UTF-8. */
#ifndef MEDFAQ_IMPORT_ENCODING_H
#define MEDFAQ_IMPORT_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* Appends the text as UTF-8, without byte order mark and NULs. The byte
 * order mark overrides the declared name (NULL if there is none), and so
 * does text that is well-formed UTF-8 and not only ASCII. Without a name,
 * text is UTF-8 if it is well-formed, and Windows-1252 otherwise. Malformed
 * bytes become U+FFFD. Returns false with err if iconv does not know the
 * name. */
bool encoding_to_utf8(const char *data, size_t n_bytes, const char *declared,
                      struct buf *out, struct error *err);

/* Do the first n_bytes look like text? Control characters say no. They may
 * end within a character. */
bool encoding_is_text(const char *data, size_t n_bytes);

#endif

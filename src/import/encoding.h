/* Text in any character set, made UTF-8. */
#ifndef MEDFAQ_IMPORT_ENCODING_H
#define MEDFAQ_IMPORT_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* Appends the text as UTF-8, without byte order mark and NULs. A mark wins
 * over the declared name (NULL: none), and so do letters that are well-formed
 * UTF-8; without a name, what is well-formed UTF-8 is that, anything else
 * Windows-1252. What is malformed becomes U+FFFD.
 * False with err if iconv does not know the name. */
bool encoding_to_utf8(const char *data, size_t n_bytes, const char *declared,
                      struct buf *out, struct error *err);

/* Is it text, in an encoding that can be told? Not if it has control
 * characters. Looks at the first n_bytes, which may end within a character. */
bool encoding_is_text(const char *data, size_t n_bytes);

#endif

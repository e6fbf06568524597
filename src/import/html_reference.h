/* Character references of HTML: "&eacute;", "&#150;". [gumbo] */
#ifndef MEDFAQ_IMPORT_HTML_REFERENCE_H
#define MEDFAQ_IMPORT_HTML_REFERENCE_H

#include <stddef.h>

#include "base/buf.h"

/* Appends the text of the reference that begins with the "&" at the start of
 * text; returns its length in bytes, 0 if there is none. Numbers from 128 to
 * 159 are Windows-1252's. */
size_t html_reference(const char *text, size_t n_bytes, struct buf *out);

/* Appends the value of a tag's attribute, with its references read; nothing if
 * the tag has none of that name. */
void html_reference_value(const char *tag, size_t n_bytes, const char *name,
                          struct buf *out);

#endif

/* Parts of a MIME message: headers, boundaries and transfer encodings. */
#ifndef MEDFAQ_IMPORT_MHTML_PART_H
#define MEDFAQ_IMPORT_MHTML_PART_H

#include <stdbool.h>

#include "base/buf.h"

/* A header and what it heads, up to the next boundary or the end. */
struct mhtml_part {
    const char *header, *content, *end;
};

/* Divides a part into its header and its content, at the first empty line. */
struct mhtml_part mhtml_part_at(const char *start, const char *end);

/* The value of a header field with its continued lines on one; NULL if it is
 * not there. The caller frees. */
char *mhtml_part_field(const struct mhtml_part *part, const char *name);

/* "charset" of 'text/html; charset="utf-8"'; NULL if it is not there. The
 * caller frees. */
char *mhtml_parameter(const char *value, const char *name);

/* Does its Content-Type begin with this? */
bool mhtml_part_is(const struct mhtml_part *part, const char *type);

/* Appends its content, with the transfer encoding taken off. */
void mhtml_part_content(const struct mhtml_part *part, struct buf *out);

/* The line after the one at a place; end if there is none. */
const char *mhtml_line_end(const char *at, const char *end);

/* The next line from at on that is a boundary; end if there is none. */
const char *mhtml_find_boundary(const char *at, const char *end,
                                const char *boundary);

#endif

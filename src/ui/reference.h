/* Sources in words. */
#ifndef MEDFAQ_UI_REFERENCE_H
#define MEDFAQ_UI_REFERENCE_H

#include <stddef.h>

#include "article/article.h"
#include "base/buf.h"
#include "ui/leaf.h"

/* Appends lines: number and title, publisher and year, when it was retrieved,
 * the text of the note, address, the copy that was read, why it is not the
 * original, where it is cited. Not safe yet. */
void reference_text(const struct article *article, size_t reference,
                    struct buf *out);

/* Appends one line: "[16] NHS: Ibuprofen, 2025". Not safe yet. */
void reference_line(const struct article *article, size_t reference,
                    struct buf *out);

/* Its web address, or that of its DOI; NULL for none. The caller frees. */
char *reference_url(const struct article *article, size_t reference);

/* Adds a line of reference_text: words are quiet, and an address at its end
 * looks like one. */
void reference_line_add(struct leaf *leaf, const char *line);

#endif

/* The fragment that GitHub generates for a heading. */
#ifndef MEDFAQ_ARTICLE_SLUG_H
#define MEDFAQ_ARTICLE_SLUG_H

#include "base/buf.h"

/* Appends the slug of a title: in lower case, with hyphens for spaces and
 * without punctuation. The caller makes it unique. */
void slug_add(const char *title, struct buf *out);

#endif

/* Parses HTML that may be hostile. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_H
#define MEDFAQ_IMPORT_HTML_H

#include <libxml/tree.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strs.h"

/* Parses a page, or a piece of one, in UTF-8; see html_clean.h for what is
 * taken out before, and for data. NULL with err: too large or too deep. */
xmlDoc *html_parse(const char *text, size_t n_bytes, struct strs *data,
                   struct error *err);

/* Level of the highest heading below root, besides a level-1 heading that
 * says title (which may be NULL); 6 if there is none. */
unsigned html_top_level(const xmlNode *root, const char *title);

/* The name after charset= in the page's first bytes; NULL for none. The
 * caller frees. */
char *html_charset(const char *data, size_t n_bytes);

#endif

/* HTML that may be hostile. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_H
#define MEDFAQ_IMPORT_HTML_H

#include <libxml/tree.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strs.h"

/* libxml2 takes time in the square of a tag's attributes. */
#define HTML_TAG_BYTES ((size_t)64 * 1024)

/* A tree takes twenty times its text: this much is read without scripts,
 * styles, comments and pictures that are written into tags. */
#define HTML_TEXT_BYTES ((size_t)2 << 20)

/* Parses a page, or a piece of one, in UTF-8. Scripts, styles and comments are
 * taken out before; blocks of JSON-LD among them go to data, if not NULL.
 * NULL with err: past these limits, or nested too deep. */
xmlDoc *html_parse(const char *text, size_t n_bytes, struct strs *data,
                   struct error *err);

/* The first element of a name below root, root included; NULL for none. */
xmlNode *html_find(const xmlNode *root, const char *name);

/* Level of the highest heading below root, besides a level-1 heading that
 * says title (which may be NULL); 6 if there is none. */
unsigned html_top_level(const xmlNode *root, const char *title);

/* The name after charset= in the page's first bytes; NULL for none. The
 * caller frees. */
char *html_charset(const char *data, size_t n_bytes);

#endif

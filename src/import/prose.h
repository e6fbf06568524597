/* Structure given back to text that has lost it: paragraphs, lists,
 * sub-headings and tables of signs, from runs of spaces and dashes. */
#ifndef MEDFAQ_IMPORT_PROSE_H
#define MEDFAQ_IMPORT_PROSE_H

#include <stddef.h>

#include "base/buf.h"
#include "import/markdown.h"

/* Appends flattened text as Markdown; sub-headings get heading->level and the
 * next one. Every word of the text comes out, in order. */
void prose_write(const char *text, size_t n_bytes,
                 const struct markdown_heading *heading, struct buf *out);

#endif

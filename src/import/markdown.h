/* Text that is to be read as text, written as Markdown. */
#ifndef MEDFAQ_IMPORT_MARKDOWN_H
#define MEDFAQ_IMPORT_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "kind/kind.h"
#include "base/buf.h"

/* Appends text with every character escaped that Markdown, or medfaq's own
 * additions to it, would take for markup; runs of white space become one
 * space. For inside a paragraph, a heading or a list item. */
void markdown_text(const char *text, size_t n_bytes, struct buf *out);

/* The same for the cell of a pipe table. */
void markdown_cell(const char *text, size_t n_bytes, struct buf *out);

/* Would the byte at an offset of a text be read as markup? Only what can matter
 * is escaped, so that the source stays readable. */
bool markdown_needs_escape(const char *text, size_t n_bytes, size_t at);

/* Offset of what must be escaped at the start of a line, lest it begin a list,
 * heading, quote, rule, code fence, table or underline; n_bytes: nothing. */
size_t markdown_block_escape(const char *text, size_t n_bytes);

/* A paragraph with a blank line after it; what could begin a list, a heading
 * or a rule at its start is escaped. Nothing for blank text. */
void markdown_paragraph(const char *text, size_t n_bytes, struct buf *out);

/* An item of a bulleted list; depth 0 is the outer list. No blank line. */
void markdown_item(const char *text, size_t n_bytes, unsigned depth,
                   struct buf *out);

/* A heading with a blank line after it. {kind=...} is added where the heading
 * would not be given that kind by itself, {#anchor} unless it is NULL. */
struct markdown_heading {
    unsigned level;
    enum kind kind;                     /* KIND_NONE: what it says */
    const char *anchor;                 /* NULL for none */
    const struct kind_context *context; /* of the article */
    struct kind_classifier *classifier; /* of that; NULL: made for this one */
};
void markdown_heading(const char *text, size_t n_bytes,
                      const struct markdown_heading *heading, struct buf *out);

/* Ends a list: a blank line, unless one is there. */
void markdown_blank_line(struct buf *out);

#endif

/* An article, or some of its sections, as text, Markdown, HTML or JSON: for
 * show, and for w, y and | in the reader. Pure: appends to a buf. */
#ifndef MEDFAQ_EXPORT_EXPORT_H
#define MEDFAQ_EXPORT_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "base/buf.h"
#include "base/charset.h"
#include "base/error.h"
#include "text/layout.h"

struct export_options {
    unsigned cells;  /* width, for text */
    bool color;      /* SGR sequences, for text */
    bool linear;     /* no boxes, no tables, for text */
    bool pictures;   /* of figures, for text */
    bool few_glyphs; /* only those that the Linux console has, for text */
    const struct charset *charset; /* for text; NULL: UTF-8 */
    unsigned
        page_lines; /* a form feed after so many lines, for text; 0: none */
    enum kind kind; /* only the parts of this kind; KIND_NONE: all */
};

struct export_format {
    const char *name;  /* "text", "markdown", "html", "json" */
    const char *usage; /* one line for --help */
    void (*write)(const struct article *article,
                  const struct export_options *options, struct buf *out);
};

/* The table of formats; ends with a row whose name is NULL. */
extern const struct export_format export_formats[];

/* By name; NULL if there is none. */
const struct export_format *export_format_find(const char *name);

/* Appends text as Markdown that shows it as it is, in one line. */
void export_add_plain_markdown(const char *text, struct buf *out);

/* Appends lines of a layout as text, with SGR sequences if color. */
void export_add_lines(const struct line *lines, size_t n, bool color,
                      struct buf *out);

/* Is there anything of the kind in the article? */
bool export_has_kind(const struct article *article, enum kind kind);

/* Like article_find_kind failing, in words: "No section headed
 * Contraindications found. Look also in: Warnings, Side effects; ..." */
void export_kind_missing(const struct article *article, enum kind kind,
                         struct buf *out);

#endif

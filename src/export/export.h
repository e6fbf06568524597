/* Exports an article, or some of its sections, as text, Markdown, HTML or JSON,
 * for "show" and for w, y and | in the reader. Pure: appends to a buf. */
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
    unsigned cells;  /* text: width */
    bool color;      /* text: use SGR sequences */
    bool linear;     /* text: linear mode; see struct layout_options */
    bool pictures;   /* text: draw figures */
    bool few_glyphs; /* text: only glyphs of the Linux console */
    const struct charset *charset; /* text; NULL: UTF-8 */
    unsigned
        /* Text: add a form feed after this many lines; 0: never. */
        page_lines;
    enum kind kind; /* export only this kind; KIND_NONE: all */
};

struct export_format {
    const char *name;  /* "text", "markdown", "html", "json" */
    const char *usage; /* one line for --help */
    void (*write)(const struct article *article,
                  const struct export_options *options, struct buf *out);
};

/* The table of formats, ended by a row whose name is NULL. */
extern const struct export_format export_formats[];

/* Finds a format by name; returns NULL if there is none. */
const struct export_format *export_format_find(const char *name);

/* Appends text on one line, escaped so that Markdown shows it as it is. */
void export_add_plain_markdown(const char *text, struct buf *out);

/* Appends lines of a layout as text, with SGR sequences if color is true. */
void export_add_lines(const struct line *lines, size_t n, bool color,
                      struct buf *out);

/* Tells whether an article has a heading or alert of a kind. */
bool export_has_kind(const struct article *article, enum kind kind);

/* Appends a message for a kind that the article does not have: "No section
 * headed Contraindications found. Look also in: Warnings, Side effects." */
void export_kind_missing(const struct article *article, enum kind kind,
                         struct buf *out);

#endif

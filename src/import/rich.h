/* Rich text as a tree of elements, HTML's or SPL's, written as Markdown.
 * [libxml2]
 *
 * Headings, paragraphs, lists, tables, quotes, emphasis, links, images, notes;
 * definition lists, details, bold paragraphs that serve as headings, bullets
 * typed as text. Every word that is not in an element that shows none (script,
 * form, navigation) comes out, in order; notes come where rich_finish is
 * called. Trees are no deeper than XML_MAX_DEPTH, so the walk recurses. */
#ifndef MEDFAQ_IMPORT_RICH_H
#define MEDFAQ_IMPORT_RICH_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "import/blocks.h"
#include "import/inline.h"
#include "import/ledger.h"
#include "import/markdown.h"
#include "import/qrd.h"

struct rich_options {
    const struct kind_context *context; /* of the article */
    const char *base_url;  /* what links are relative to; NULL: they go */
    const char *title;     /* a level-1 heading that says it is left out */
    unsigned top_level;    /* of the highest heading in the source: 1 to 6 */
    unsigned target_level; /* that it gets, and below which others stay */
    bool no_headings;      /* bold paragraphs stay paragraphs */
    struct ledger *ledger; /* for what is left out or moved; may be NULL */
    enum qrd_document document; /* whose numbers give headings their kinds */
};

struct rich_list {
    bool ordered;
    bool begun;      /* it has an item */
    bool written;    /* that has text */
    size_t opened;   /* of the item: for blocks_close */
    size_t end;      /* of the last item, in the output */
    unsigned next;   /* number */
    bool other_sign; /* "1)" instead of "1." */
};

struct rich_note {
    char *id; /* NULL: nothing refers to it */
    struct buf text;
};

struct rich {
    const struct rich_options *options;
    struct arena arena; /* addresses of links */
    struct blocks blocks;
    struct inlines inlines;
    struct rich_list *list; /* the innermost, or NULL */
    unsigned level;         /* of the last heading */
    unsigned
        bold_level; /* of the last one made of bold type below that; or 0 */
    const char *headings[7]; /* the last of each level; in arena, or NULL */
    unsigned resumed; /* text that comes next stands below the heading of this
                         level again; 0: below the last one */
    bool one_line;    /* in a heading or a cell: no blocks */
    bool in_heading;
    struct rich_note *notes;
    size_t n_notes, capacity;
};

void rich_init(struct rich *rich, const struct rich_options *options,
               struct buf *out);
/* Writes the notes. */
void rich_finish(struct rich *rich);

/* Writes what is in an element, and ends its last paragraph. */
void rich_write(struct rich *rich, const xmlNode *node);

/* Writes an element itself, and ends its last paragraph. */
void rich_write_element(struct rich *rich, const xmlNode *node);

/* Writes what is in an element, and leaves the paragraph open: for what writes
 * the element itself. */
void rich_walk(struct rich *rich, const xmlNode *node);

/* Writes an element itself, and leaves the paragraph open. */
void rich_walk_element(struct rich *rich, const xmlNode *node);

/* Writes a heading of a level of the article. anchor may be NULL. */
void rich_heading(struct rich *rich, const char *text,
                  const struct markdown_heading *heading);

/* Writes a paragraph in bold type; none if the text is empty. */
void rich_strong_line(struct rich *rich, const char *text);

/* What is in an element as plain text, on one line; the caller frees. */
char *rich_plain(const xmlNode *node);

/* The content of a cell of a table as Markdown, appended. */
void rich_cell(struct rich *rich, const xmlNode *cell, struct buf *out);

#endif

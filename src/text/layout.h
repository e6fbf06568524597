/* Lays out an article as lines of styled spans. Layout is pure: the same
 * article, width and options give the same lines.
 *
 * Lines are made block by block, when they are first needed. A position is a
 * block and a row in it. A place that must outlive the layout is an offset in
 * the article's source. */
#ifndef MEDFAQ_TEXT_LAYOUT_H
#define MEDFAQ_TEXT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "base/charset.h"

/* The role of a span. A theme maps it to a colour and attributes; colour alone
 * never carries meaning. */
enum role {
    ROLE_TEXT,
    ROLE_TITLE,      /* of the article */
    ROLE_HEADING,    /* of a section */
    ROLE_SUBHEADING, /* of a subsection */
    ROLE_KIND,       /* label of a kind, beside a heading */
    ROLE_LABEL,      /* column names, the labels of figures */
    ROLE_LINK,
    ROLE_LINK_NUMBER,
    ROLE_CITATION,
    ROLE_CODE,
    ROLE_MARKER,    /* bullets and numbers of list items */
    ROLE_BORDER,    /* of tables, boxes and quotes; rules */
    ROLE_DIM,       /* medfaq's own remarks */
    ROLE_CONTROL,   /* what replaces control characters */
    ROLE_EMERGENCY, /* the words and borders of alerts */
    ROLE_URGENT,
    ROLE_WARNING,
    ROLE_NOTE,
    ROLE_FIGURE_ON, /* in pictures of figures */
    ROLE_FIGURE_OFF,
    ROLE_COUNT
};

enum span_attribute {
    SPAN_BOLD = 1 << 0,
    SPAN_ITALIC = 1 << 1,
    SPAN_STRUCK = 1 << 2, /* only with options.strikes */
};

#define NO_TEXT UINT32_MAX

/* A range of article->text. */
struct text_range {
    uint32_t start, end;
};

/* A run of safe text of one style. Not NUL-terminated. */
struct span {
    const char *text;
    uint32_t n_bytes;
    uint16_t cells;
    uint8_t role;       /* enum role */
    uint8_t attributes; /* enum span_attribute, or'ed */
    /* The range of article->text that it shows; NO_TEXT for medfaq's own
       decoration. If n_bytes equals text_end - text_start, span and text have
       the same bytes. */
    uint32_t text_start, text_end;
    int32_t link;      /* index in article->links, or -1 */
    int32_t reference; /* index in article->references, or -1 */
};

enum line_type {
    LINE_BLANK,
    LINE_TEXT,
    LINE_HEADING, /* first line of a section's heading */
    LINE_SUBHEADING,
    LINE_TABLE,
    LINE_ALERT,
    LINE_CODE,
};

struct line {
    const struct span *spans;
    uint32_t n_spans;
    /* Offset in article->text of the first text in the line, or of the text
       that follows if the line shows none. */
    uint32_t text_at;
    uint16_t cells; /* of all spans; at most options.cells */
    uint8_t type;   /* enum line_type */
};

#define LAYOUT_CELLS_MAX 500

struct layout_options {
    unsigned cells; /* width of the column, 1 to LAYOUT_CELLS_MAX */
    /* The character set that can be shown; NULL: UTF-8. Borrowed. In ASCII,
       boxes, bullets and figures are drawn with + - | * # . */
    const struct charset *charset;
    bool few_glyphs;   /* only those in the fonts of the Linux console */
    bool link_numbers; /* show ‹1› after each link */
    bool kind_labels;  /* show the kind at the right of each heading */
    /* Linear mode, for screen readers and braille displays: no boxes and no
       columns; words announce what follows. */
    bool linear;
    bool pictures;          /* draw figures; not in linear mode */
    unsigned picture_lines; /* leave out higher ones; 0: there is no limit */
    bool strikes; /* draw struck-out text so; otherwise words say it */
    bool title;   /* begin with title, review state and date */
    /* After the text, list footnotes, the addresses of numbered links, and
       unused link reference definitions. */
    bool ending;
    /* After the text, list the sources; for a part, those that it cites. */
    bool sources;
};

struct layout;

/* Returns a layout of a whole article. The article and options->charset are
 * borrowed and must outlive it. */
struct layout *layout_new(const struct article *article,
                          const struct layout_options *options);
void layout_free(struct layout *layout);

const struct layout_options *layout_options(const struct layout *layout);

/* The blocks of a layout are a title (if asked for), those of the article, and
 * the back matter. layout_lines makes the lines of a block when it is first
 * called for it and keeps them. */
size_t layout_n_blocks(const struct layout *layout);
const struct line *layout_lines(struct layout *layout, size_t block,
                                size_t *n_lines);

/* A row in a layout. The blank lines between blocks belong to the block that
 * follows them; the first block has none. */
struct position {
    size_t block;
    size_t row;
};

/* Returns the line at a position; NULL past the end. */
const struct line *layout_line(struct layout *layout, struct position at);

/* Returns the smallest range of article->text that contains all that a line
 * shows. If it shows no text, start is greater than end. */
struct text_range layout_line_range(const struct line *line);
/* Returns the cell of a line where the text at an offset is shown, or -1 if it
 * is not in the line. */
int layout_line_cell(const struct line *line, uint32_t text_offset);

/* Moves by rows, down if positive, and stops at the first and the last row.
 * *moved, if not NULL, is set to the number of rows moved. */
struct position layout_move(struct layout *layout, struct position at,
                            long rows, long *moved);
struct position layout_last(struct layout *layout);

/* Lays out the next rows ahead of time. Stops at a block that would take long;
 * that is laid out only when it is needed. */
void layout_prepare(struct layout *layout, struct position at, size_t rows);

int layout_position_compare(struct position a, struct position b);

/* Returns the row that shows the text at an offset in article->text. If that is
 * the first line of a box, returns the box's top edge; never the blank line
 * above. */
struct position layout_at_text(struct layout *layout, uint32_t text_offset);
/* Map an offset in article->source to a position, and back. */
struct position layout_at_source(struct layout *layout, size_t source_offset);
size_t layout_source_at(struct layout *layout, struct position at);

/* Returns how far through the source a position is, in percent. */
unsigned layout_percent(struct layout *layout, struct position at);

/* A half-open range of an article's blocks. */
struct block_range {
    size_t first, end;
};

/* Returns a layout of parts of an article, for "show" and for w in the reader:
 * the title if asked for, the blocks in the ranges, which ascend and do not
 * overlap, and, if asked for, the footnotes and sources that they cite. Copies
 * the ranges. */
struct layout *layout_new_part(const struct article *article,
                               const struct layout_options *options,
                               const struct block_range *ranges,
                               size_t n_ranges);

#endif

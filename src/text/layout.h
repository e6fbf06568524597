/* An article as lines of styled spans at a width: pure. The same article,
 * width and options give the same lines.
 *
 * Lines are made block by block, when somebody asks for them. A position is a
 * block and a row in it; a place that outlives the layout is an offset in the
 * article's source. */
#ifndef MEDFAQ_TEXT_LAYOUT_H
#define MEDFAQ_TEXT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "base/charset.h"

/* What a span is; the theme gives it a colour, never only a colour. */
enum role {
    ROLE_TEXT,
    ROLE_TITLE,      /* of the article */
    ROLE_HEADING,    /* of a section */
    ROLE_SUBHEADING, /* of any deeper level */
    ROLE_KIND,       /* the label of a kind, beside a heading */
    ROLE_LABEL,      /* column names in records, the labels of figures */
    ROLE_LINK,
    ROLE_LINK_NUMBER,
    ROLE_CITATION,
    ROLE_CODE,
    ROLE_MARKER,    /* bullets and numbers of lists */
    ROLE_BORDER,    /* of tables, boxes, quotes; rules */
    ROLE_DIM,       /* medfaq's own remarks */
    ROLE_CONTROL,   /* characters shown in place of what is not obeyed */
    ROLE_EMERGENCY, /* alerts: the word and the border */
    ROLE_URGENT,
    ROLE_WARNING,
    ROLE_NOTE,
    ROLE_FIGURE_ON, /* in pictures of numbers */
    ROLE_FIGURE_OFF,
    ROLE_COUNT
};

enum span_attribute {
    SPAN_BOLD = 1 << 0,
    SPAN_ITALIC = 1 << 1,
    SPAN_STRUCK = 1 << 2, /* with options.strikes */
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
    /* Range in article->text that it shows; NO_TEXT: medfaq's own
     * decoration. When the safe form is the text itself, n_bytes equals
     * text_end - text_start and offsets run in parallel. */
    uint32_t text_start, text_end;
    int32_t link;      /* in article->links; -1 */
    int32_t reference; /* in article->references; -1 */
};

enum line_type {
    LINE_BLANK,
    LINE_TEXT,
    LINE_HEADING, /* first line of a heading of a section */
    LINE_SUBHEADING,
    LINE_TABLE,
    LINE_ALERT,
    LINE_CODE,
};

struct line {
    const struct span *spans;
    uint32_t n_spans;
    uint32_t text_at; /* offset in article->text of its first text, or of the
                         text that comes next */
    uint16_t cells;   /* of all spans; never more than the width */
    uint8_t type;     /* enum line_type */
};

#define LAYOUT_CELLS_MAX 500

struct layout_options {
    unsigned cells; /* of the text column, 1 to LAYOUT_CELLS_MAX */
    /* What can be shown; NULL: UTF-8. Borrowed. With ASCII, boxes, bullets
     * and figures are drawn with + - | * # . */
    const struct charset *charset;
    bool few_glyphs;   /* only those that the Linux console has */
    bool link_numbers; /* ‹1› behind each link, for text without keys */
    bool kind_labels;  /* the kind's label at the right of a heading */
    bool linear;       /* no boxes, no tables: one thing after the other, each
                          with its word; for screen readers and braille lines */
    bool pictures;     /* of figures, in a frame; not in linear mode */
    bool strikes;      /* struck-out text is drawn so; otherwise words say it */
    bool title;   /* the article's title first, with review state and date */
    bool ending;  /* after the text: notes, the addresses of numbered links,
                     unused link definitions */
    bool sources; /* after the text: the sources; of a part, those it cites */
};

struct layout;

/* A layout of a whole article; both are borrowed and must outlive it. */
struct layout *layout_new(const struct article *article,
                          const struct layout_options *options);
void layout_free(struct layout *layout);

const struct layout_options *layout_options(const struct layout *layout);

/* Blocks of the layout: a title block if asked for, those of the article,
 * then the endings. The lines of one are made at the first call and kept. */
size_t layout_n_blocks(const struct layout *layout);
const struct line *layout_lines(struct layout *layout, size_t block,
                                size_t *n_lines);

/* A row in a layout. Blocks are separated by blank lines, which belong to the
 * start of the block that follows (never before the first). */
struct position {
    size_t block;
    size_t row;
};

/* The line there; NULL past the end. */
const struct line *layout_line(struct layout *layout, struct position at);

/* The part of article->text that a line shows, with what lies between; of a
 * line without text the start lies behind the end. */
struct text_range layout_line_range(const struct line *line);
/* The cell of a line at which an offset of the text is shown; -1 if it is not
 * in the line. */
int layout_line_cell(const struct line *line, uint32_t text_offset);

/* Moves by rows, down if positive; stops at the first row and at the last.
 * *moved, if not NULL, is how far it came. */
struct position layout_move(struct layout *layout, struct position at,
                            long rows, long *moved);
struct position layout_last(struct layout *layout);

/* Makes so many lines from there on, to have them when they are asked for; a
 * block that takes long to make is left until then. */
void layout_prepare(struct layout *layout, struct position at, size_t rows);

int position_compare(struct position a, struct position b);

/* The row that shows the text at an offset in article->text; the row before
 * it that is a heading's own, never the blank line above it. */
struct position layout_at_text(struct layout *layout, uint32_t text_offset);
/* The same for an offset in article->source; and back. */
struct position layout_at_source(struct layout *layout, size_t source_offset);
size_t layout_source_at(struct layout *layout, struct position at);

/* How far through the source a position is, 0 to 100. */
unsigned layout_percent(struct layout *layout, struct position at);

/* Blocks of an article, first to before end. */
struct block_range {
    size_t first, end;
};

/* Only some of an article (for show and w): the title if asked for, the lines
 * of the blocks in these ranges, which are in order and do not overlap; then,
 * if asked for, the notes and the sources that these blocks cite. Copies the
 * ranges. */
struct layout *layout_new_part(const struct article *article,
                               const struct layout_options *options,
                               const struct block_range *ranges,
                               size_t n_ranges);

#endif

/* The lines of a block in the making: what surrounds the text (indents,
 * markers, borders) and how wide it may be. Shared by the files that lay out
 * blocks. */
#ifndef MEDFAQ_TEXT_PAGE_H
#define MEDFAQ_TEXT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "base/arena.h"
#include "text/flow.h"
#include "text/glyph.h"
#include "text/layout.h"
#include "text/markup.h"
#include "text/word.h"
#include "text/wrap.h"

/* What stands beside the lines of a block. A span without bytes is none. */
struct frame {
    struct span first; /* at the left, of the first line: a bullet; at most
                          as wide as rest */
    struct span rest;  /* at the left, of the others */
    struct span right; /* a border that closes each line */
    bool begun;
};

/* One for each container of nodes, and a few that text/ adds. */
#define MAX_FRAMES (NODE_MAX_DEPTH + 4)

struct page {
    const struct article *article;
    const struct layout_options *options;
    const char *const *glyphs; /* by enum glyph */
    const char *spaces;        /* options->cells of them */
    struct arena *arena;

    struct flow flow;         /* of the paragraph at hand */
    struct markups markups;   /* in it */
    struct wrap_lines lines;  /* of the block so far */
    struct wrap_lines pieces; /* scratch: lines of a flow */
    bool from_right;          /* the flow is written from right to left */
    struct frame frames[MAX_FRAMES]; /* from the outermost */
    size_t n_frames;
    /* Markers for which there was no room beside the text: they go in front
     * of the next text, in its line. */
    struct span leads[MAX_FRAMES];
    size_t n_leads;
    enum line_type type; /* of lines of plain text */
};

/* Cells for the text within all frames; at least 1. */
unsigned page_cells(const struct page *page);

/* Surrounds what follows, until page_close. Where that would leave too little
 * room for text, nothing surrounds it, and the marker leads the text. */
void page_open(struct page *page, struct frame frame);
/* Removes the innermost frame; shows its marker if no line did. */
void page_close(struct page *page);

/* Puts a marker in front of the next text, in its line. */
void page_lead(struct page *page, struct span marker);
/* Shows the leads on a line of their own, if there are any. */
void page_flush(struct page *page);

/* The flow, emptied, with the leads in it: fill, then page_end_flow. */
struct flow *page_begin_flow(struct page *page);
/* Adds the lines of the flow, aligned right if it is written from right to
 * left. */
void page_end_flow(struct page *page);
/* The same in two steps: page->pieces can be changed between. */
void page_wrap(struct page *page);
void page_add_pieces(struct page *page);

/* Adds a line with the frames around it. content's spans live in arena. */
void page_add(struct page *page, struct line content);
/* Adds a line of one span. */
void page_add_span(struct page *page, struct span span, enum line_type type);
/* Adds an empty line, with the frames' borders. */
void page_add_blank(struct page *page);

/* Spans in the style of the page. */
struct span page_words(const struct page *page, const char *words,
                       enum role role);
struct span page_repeat(const struct page *page, enum glyph glyph,
                        unsigned cells, enum role role);
/* No more than the page is wide. */
struct span page_spaces(const struct page *page, unsigned cells);

/* Adds a line of medfaq's own words, with a mark behind them. */
void page_add_remark(struct page *page, const char *words, const char *mark);

/* In linear mode, adds a line that announces what follows, "Quote:"; and one
 * that says where it ends, "End of quote." */
void page_announce(struct page *page, enum word word);
void page_announce_end(struct page *page, enum word word);

#endif

/* A page collects the lines of the block being laid out: it knows the indents,
 * markers and borders around the text and how wide the text may be. Shared by
 * the files that lay out blocks. */
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

/* What stands to the left and right of the lines of a container block. Empty
 * spans are not shown. */
struct frame {
    /* At the left of the first line, such as a bullet; no wider than rest. */
    struct span first;
    struct span rest;  /* at the left of the other lines */
    struct span right; /* a border that closes each line */
    bool begun;
};

/* One for each nested container block, and a few that layout adds. */
#define MAX_FRAMES (NODE_MAX_DEPTH + 4)

struct page {
    const struct article *article;
    const struct layout_options *options;
    const char *const *glyphs; /* by enum glyph */
    const char *spaces;        /* options->cells spaces */
    struct arena *arena;

    struct flow flow;                /* the current paragraph */
    struct markups markups;          /* those in the current paragraph */
    struct wrap_lines lines;         /* those of the block so far */
    struct wrap_lines pieces;        /* scratch: the lines of a flow */
    bool rtl;                        /* the flow is right-to-left text */
    struct frame frames[MAX_FRAMES]; /* outermost first */
    size_t n_frames;
    /* Markers that had no room beside the text. They are put before the next
       text, on its line. */
    struct span leads[MAX_FRAMES];
    size_t n_leads;
    enum line_type type; /* of lines that have no type of their own */
};

/* Returns the cells for the text within all frames; at least 1. */
unsigned page_cells(const struct page *page);

/* Puts a frame around what is added until page_close. If that would leave too
 * little room for text, there is no frame, and its marker is put before the
 * text. */
void page_open(struct page *page, struct frame frame);
/* Removes the innermost frame. Shows its marker if no line has shown it. */
void page_close(struct page *page);

/* Puts a marker before the next text, on its line. */
void page_lead(struct page *page, struct span marker);
/* Shows pending leads, if any, on lines of their own. */
void page_flush(struct page *page);

/* Returns the flow with nothing but the pending leads in it. Fill it, then call
 * page_end_flow. */
struct flow *page_begin_flow(struct page *page);
/* Adds the lines of the flow, aligned right if it is right-to-left text. */
void page_end_flow(struct page *page);
/* The two steps of page_end_flow, between which page->pieces can be changed. */
void page_wrap(struct page *page);
void page_add_pieces(struct page *page);

/* Adds a line within the frames. The spans of content live in arena. */
void page_add(struct page *page, struct line content);
/* Adds a line of one span within the frames. */
void page_add_span(struct page *page, struct span span, enum line_type type);
/* Adds an empty line within the frames. */
void page_add_blank(struct page *page);

/* Return a span of words, of a repeated glyph, or of spaces. */
struct span page_words(const struct page *page, const char *words,
                       enum role role);
struct span page_repeat(const struct page *page, enum glyph glyph,
                        unsigned cells, enum role role);
/* At most as many as the page is wide. */
struct span page_spaces(const struct page *page, unsigned cells);

/* Adds a line of medfaq's own words followed by a punctuation mark. */
void page_add_remark(struct page *page, const char *words, const char *mark);

/* In linear mode, add a line that announces what follows ("Quote:"), and one
 * that says where it ends ("End of quote."). */
void page_announce(struct page *page, enum word word);
void page_announce_end(struct page *page, enum word word);

#endif

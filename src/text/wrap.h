/* Breaks a flow into lines by UAX 14. Grapheme clusters stay whole, and so do
 * addresses where they fit. */
#ifndef MEDFAQ_TEXT_WRAP_H
#define MEDFAQ_TEXT_WRAP_H

#include <stddef.h>

#include "base/arena.h"
#include "text/flow.h"
#include "text/layout.h"

/* A growing list of lines. It does not own their spans. Zeroed: empty. */
struct wrap_lines {
    struct line *items;
    size_t n, capacity;
};

void wrap_lines_add(struct wrap_lines *lines, struct line line);
/* Appends a span to a line unless it is empty. spans is the array of the line,
 * and must have room. */
void wrap_line_add(struct line *line, struct span *spans, struct span span);
void wrap_lines_finish(struct wrap_lines *lines);

/* Appends the lines of a flow, each at most cells (> 0) wide; an empty flow has
 * none. Lines after the first are indented by flow->hanging, but by at most
 * half of the width. Spaces at line ends are dropped. text_at is NO_TEXT in a
 * line that shows no text of the article. Text and spans live in arena. */
void wrap_flow(struct flow *flow, unsigned cells, struct arena *arena,
               struct wrap_lines *out);

/* The cells that a flow takes on unbroken lines, and those of its longest piece
 * that wrapping keeps whole where it can. */
struct flow_size {
    unsigned max_content, min_content;
};
struct flow_size wrap_measure(struct flow *flow);

#endif

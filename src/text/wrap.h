/* A flow cut into lines: UAX 14, clusters whole, addresses in one piece where
 * they fit. */
#ifndef MEDFAQ_TEXT_WRAP_H
#define MEDFAQ_TEXT_WRAP_H

#include <stddef.h>

#include "base/arena.h"
#include "text/flow.h"
#include "text/layout.h"

/* A growing list of lines; their spans live elsewhere. Zeroed: empty. */
struct wrap_lines {
    struct line *items;
    size_t n, capacity;
};

void wrap_lines_add(struct wrap_lines *lines, struct line line);
/* Appends a span, unless it is empty; spans are those of the line, and have
 * room. */
void wrap_line_add(struct line *line, struct span *spans, struct span span);
void wrap_lines_finish(struct wrap_lines *lines);

/* Appends the lines of the flow, each at most cells (> 0) wide; an empty flow
 * has none. Lines after the first begin with flow->hanging spaces, at most half
 * of the width. Spaces at line ends are left out. text_at is NO_TEXT for a line
 * that shows none. Text and spans live in arena. */
void wrap_flow(struct flow *flow, unsigned cells, struct arena *arena,
               struct wrap_lines *out);

/* Cells of the flow on lines of any length, and of the longest piece that
 * wrapping keeps whole where it can. */
struct flow_size {
    unsigned most, least;
};
struct flow_size wrap_measure(struct flow *flow);

#endif

/* The text of one block with its styles and links, until it is written. */
#ifndef MEDFAQ_IMPORT_INLINE_H
#define MEDFAQ_IMPORT_INLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum style {
    STYLE_NONE,
    STYLE_EMPHASIS,
    STYLE_STRONG,
};

/* From start to the start of the next run, all in one style. */
struct run_of_text {
    size_t start;
    enum style style;
    const char *url; /* of the link that it stands in, or NULL */
    bool is_markdown;
};

struct inlines {
    struct buf text; /* white space made single; '\n' is a hard break */
    struct run_of_text *runs;
    size_t n_runs, capacity;
    enum style style; /* of what is added next */
    const char *url;  /* the caller's, until the text is written */
};

void inlines_init(struct inlines *inlines);
void inlines_finish(struct inlines *inlines);
void inlines_clear(struct inlines *inlines); /* keeps style and url */

void inlines_add(struct inlines *inlines, const char *text, size_t n_bytes);
/* Markdown as it is: an image, a citation. */
void inlines_add_markdown(struct inlines *inlines, const char *markdown);
/* A hard break, unless the text is empty; two of them end the block. */
void inlines_break(struct inlines *inlines);
/* A space, where words would run together otherwise. */
void inlines_space(struct inlines *inlines);

/* Takes white space off the end. False if nothing is left. */
bool inlines_trim(struct inlines *inlines);

/* Is all text from start to end strong? Not if there is none. */
bool inlines_are_strong(const struct inlines *inlines, size_t start,
                        size_t end);

/* Appends the bytes from start to end as Markdown. Line breaks become prefix
 * with a hard break before it; with prefix NULL, for the cell of a table, they
 * become spaces. What would not be read as emphasis is left plain. */
void inlines_write(const struct inlines *inlines, size_t start, size_t end,
                   const char *prefix, struct buf *out);

#endif

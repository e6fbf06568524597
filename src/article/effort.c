/* How much work libcmark may have with a text, from counts that hold whatever
 * the text is.
 *
 * Blocks: for each line it walks down the containers that are open, and none
 * can be open without a marker on some line, or two columns of indentation.
 * Inlines: for each character that may open or close something it looks at no
 * more than the paragraph, and moves nodes below all open containers. A blank
 * line ends every paragraph. */
#include "article/effort.h"

#include <stdbool.h>

#include "article/passage.h"
#include "base/number.h"

struct counts {
    uint64_t n_lines;
    size_t depth;             /* of the containers that may be open */
    uint64_t n_inlines;       /* characters that open or close */
    uint64_t paragraph_steps; /* inlines times bytes, paragraph by paragraph */
    uint64_t n_bytes;         /* of the paragraph that goes on */
    uint64_t n_own;           /* its inlines */
};

enum {
    MARKER = 1 << 0, /* '>', or a list item's */
    INLINE = 1 << 1
};

static const unsigned char classes[256] = {
    ['>'] = MARKER, ['-'] = MARKER, ['+'] = MARKER, ['*'] = MARKER | INLINE,
    ['.'] = MARKER, [')'] = MARKER, ['_'] = INLINE, ['`'] = INLINE,
    ['['] = INLINE, [']'] = INLINE, ['<'] = INLINE, ['&'] = INLINE,
    ['!'] = INLINE,
};

/* Walking down a container takes longer than looking at a byte. */
#define STEPS_PER_CONTAINER 8

static void end_paragraph(struct counts *counts)
{
    counts->n_inlines += counts->n_own;
    counts->paragraph_steps += counts->n_own * counts->n_bytes;
    counts->n_own = counts->n_bytes = 0;
}

static void count_line(struct counts *counts, const char *line, size_t n_bytes)
{
    size_t n_white = 0, n_markers = 0, n_inlines = 0;
    bool is_blank = true;
    for (size_t i = 0; i < n_bytes; i++) {
        unsigned char byte = (unsigned char)line[i];
        n_markers += classes[byte] & MARKER;
        n_inlines += (classes[byte] & INLINE) != 0;
        n_white += byte == ' ' ? 1 : byte == '\t' ? 4 : 0;
        is_blank &= byte <= ' ';
    }
    counts->n_lines++;
    counts->depth = number_max(counts->depth, n_markers + n_white / 2);
    if (is_blank) {
        end_paragraph(counts);
        return;
    }
    counts->n_own += n_inlines;
    counts->n_bytes += n_bytes;
}

uint64_t effort_bound(const char *text, size_t n_bytes)
{
    struct counts counts = {0};
    for (size_t at = 0; at < n_bytes;) {
        size_t n = passage_line_length(text + at, n_bytes - at);
        count_line(&counts, text + at, n);
        at += n;
    }
    end_paragraph(&counts);
    return counts.paragraph_steps + (counts.n_lines + counts.n_inlines) *
                                        counts.depth * STEPS_PER_CONTAINER;
}

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

/* Three sums in one number, since each byte of each article is added up before
 * its first screen: markers ('>', or a list item's), characters that open or
 * close inlines, columns of white space. */
#define SUM_BITS 21
#define SUM_MASK (((uint64_t)1 << SUM_BITS) - 1)
#define STRETCH_BYTES ((size_t)1 << 18) /* for which the sums have room */
#define MARKER ((uint64_t)1)
#define INLINE ((uint64_t)1 << SUM_BITS)
#define WHITE ((uint64_t)1 << 2 * SUM_BITS)

static const uint64_t weights[256] = {
    ['>'] = MARKER, ['-'] = MARKER, ['+'] = MARKER,     ['*'] = MARKER | INLINE,
    ['.'] = MARKER, [')'] = MARKER, ['_'] = INLINE,     ['`'] = INLINE,
    ['['] = INLINE, [']'] = INLINE, ['<'] = INLINE,     ['&'] = INLINE,
    ['!'] = INLINE, [' '] = WHITE,  ['\t'] = 4 * WHITE,
};

/* Walking down a container takes longer than looking at a byte. */
#define STEPS_PER_CONTAINER 8

static void end_paragraph(struct counts *counts)
{
    counts->n_inlines += counts->n_own;
    counts->paragraph_steps += counts->n_own * counts->n_bytes;
    counts->n_own = counts->n_bytes = 0;
}

static bool is_blank(const char *line, size_t n_bytes)
{
    size_t i = 0;
    while (i < n_bytes && (unsigned char)line[i] <= ' ')
        i++;
    return i == n_bytes;
}

static void count_line(struct counts *counts, const char *line, size_t n_bytes)
{
    size_t n_white = 0, n_markers = 0, n_inlines = 0;
    for (size_t i = 0; i < n_bytes;) {
        uint64_t sums = 0;
        size_t end = i + number_min(n_bytes - i, STRETCH_BYTES);
        for (; i < end; i++)
            sums += weights[(unsigned char)line[i]];
        n_markers += sums & SUM_MASK;
        n_inlines += sums >> SUM_BITS & SUM_MASK;
        n_white += sums >> 2 * SUM_BITS;
    }
    counts->n_lines++;
    counts->depth = number_max(counts->depth, n_markers + n_white / 2);
    if (is_blank(line, n_bytes)) {
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

/* Bounds the work that libcmark has with a text, from counts that hold for any
 * text.
 *
 * Blocks: for each line, libcmark walks down the open containers, and each of
 * these needs a marker on some line or two columns of indentation. Inlines: for
 * each character that may open or close an inline, libcmark looks at no more
 * than the paragraph, and moves nodes below all open containers. A blank line
 * ends every paragraph. */
#include "article/effort.h"

#include <stdbool.h>

#include "article/passage.h"
#include "base/number.h"

struct counts {
    uint64_t n_lines;
    size_t depth;             /* of containers that may be open */
    uint64_t n_inlines;       /* characters that may open or close inlines */
    uint64_t paragraph_steps; /* sum of inlines times bytes of each paragraph */
    uint64_t paragraph_bytes; /* so far, in the current paragraph */
    uint64_t paragraph_inlines; /* so far, in the current paragraph */
};

/* Three sums are packed into one number, since every byte of an article is
 * counted before its first screen: markers ('>' and those of list items),
 * characters that may open or close inlines, and columns of white space. */
#define SUM_BITS 21
#define SUM_MASK (((uint64_t)1 << SUM_BITS) - 1)
#define SUM_MAX_BYTES ((size_t)1 << 18) /* more could overflow a sum */
#define MARKER ((uint64_t)1)
#define INLINE ((uint64_t)1 << SUM_BITS)
#define WHITE ((uint64_t)1 << 2 * SUM_BITS)

static const uint64_t weights[256] = {
    ['>'] = MARKER, ['-'] = MARKER, ['+'] = MARKER,     ['*'] = MARKER | INLINE,
    ['.'] = MARKER, [')'] = MARKER, ['_'] = INLINE,     ['`'] = INLINE,
    ['['] = INLINE, [']'] = INLINE, ['<'] = INLINE,     ['&'] = INLINE,
    ['!'] = INLINE, [' '] = WHITE,  ['\t'] = 4 * WHITE,
};

/* Walking into a container takes longer than looking at a byte. */
#define STEPS_PER_CONTAINER 8

static void add_paragraph(struct counts *counts)
{
    counts->n_inlines += counts->paragraph_inlines;
    counts->paragraph_steps +=
        counts->paragraph_inlines * counts->paragraph_bytes;
    counts->paragraph_inlines = counts->paragraph_bytes = 0;
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
        size_t end = i + number_min(n_bytes - i, SUM_MAX_BYTES);
        for (; i < end; i++)
            sums += weights[(unsigned char)line[i]];
        n_markers += sums & SUM_MASK;
        n_inlines += sums >> SUM_BITS & SUM_MASK;
        n_white += sums >> 2 * SUM_BITS;
    }
    counts->n_lines++;
    counts->depth = number_max(counts->depth, n_markers + n_white / 2);
    if (is_blank(line, n_bytes)) {
        add_paragraph(counts);
        return;
    }
    counts->paragraph_inlines += n_inlines;
    counts->paragraph_bytes += n_bytes;
}

uint64_t effort_bound(const char *text, size_t n_bytes)
{
    struct counts counts = {0};
    for (size_t at = 0; at < n_bytes;) {
        size_t n = passage_line_length(text + at, n_bytes - at);
        count_line(&counts, text + at, n);
        at += n;
    }
    add_paragraph(&counts);
    return counts.paragraph_steps + (counts.n_lines + counts.n_inlines) *
                                        counts.depth * STEPS_PER_CONTAINER;
}

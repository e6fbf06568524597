/* Splits a line of a table into cells at its unescaped bars. The bars at both
 * ends are optional. */
#include "article/pipe_row.h"

#include <string.h>

#include "base/ascii.h"

struct pipe_row pipe_row_of(const char *text, size_t n_bytes)
{
    struct pipe_row row = {.at = text, .end = text + n_bytes};
    while (row.at < row.end && ascii_is_blank(*row.at))
        row.at++;
    while (row.end > row.at && (ascii_is_blank(row.end[-1]) ||
                                row.end[-1] == '\n' || row.end[-1] == '\r'))
        row.end--;
    if (row.at < row.end && *row.at == '|')
        row.at++;
    return row;
}

static void set_cell(struct pipe_row *row, const char *end)
{
    const char *start = row->at;
    while (start < end && ascii_is_blank(*start))
        start++;
    while (end > start && ascii_is_blank(end[-1]))
        end--;
    row->cell = start;
    row->n_bytes = (size_t)(end - start);
}

bool pipe_row_next(struct pipe_row *row)
{
    if (row->at >= row->end)
        return false;
    const char *bar = memchr(row->at, '|', (size_t)(row->end - row->at));
    while (bar && bar > row->at && bar[-1] == '\\')
        bar = memchr(bar + 1, '|', (size_t)(row->end - bar - 1));
    if (!bar)
        bar = row->end;
    set_cell(row, bar);
    row->at = bar + 1;
    return true;
}

bool pipe_row_rest(struct pipe_row *row)
{
    if (row->at >= row->end)
        return false;
    const char *end = row->end;
    if (end[-1] == '|' && (end - 1 == row->at || end[-2] != '\\'))
        end--;
    set_cell(row, end);
    row->at = row->end;
    return true;
}

size_t pipe_row_count(struct pipe_row row)
{
    size_t n = 0;
    while (pipe_row_next(&row))
        n++;
    return n;
}

bool pipe_row_align(const struct pipe_row *row, enum align *align)
{
    const char *text = row->cell;
    size_t n = row->n_bytes;
    bool left = n && text[0] == ':';
    bool right = n > 1 && text[n - 1] == ':';
    size_t n_dashes = n - left - right;
    if (!n || !n_dashes)
        return false;
    for (size_t i = left; i < left + n_dashes; i++)
        if (text[i] != '-')
            return false;
    *align = left && right ? ALIGN_CENTRE
             : left        ? ALIGN_LEFT
             : right       ? ALIGN_RIGHT
                           : ALIGN_NONE;
    return true;
}

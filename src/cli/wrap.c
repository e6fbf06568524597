/* Breaks lines that are safe already but for our own SGR sequences. */
#include "cli/wrap.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/grapheme.h"
#include "base/linebreak.h"
#include "base/mem.h"

struct wrapping {
    const char *text;
    size_t n_bytes;
    char *breaks; /* enum line_break for each byte */
    unsigned cells, hang;
    unsigned column;
    bool begun; /* a word stands on this line */
    struct buf *out;
};

/* Bytes of the SGR sequence there; 0 if there is none. */
static size_t sgr_bytes(const char *text, size_t n_bytes)
{
    const char *end = *text == '\033' ? memchr(text, 'm', n_bytes) : NULL;
    return end ? (size_t)(end - text) + 1 : 0;
}

/* The end of the piece that begins there: no line breaks within. */
static size_t piece_end(const struct wrapping *in, size_t start)
{
    size_t end = start;
    do {
        size_t n = sgr_bytes(in->text + end, in->n_bytes - end);
        end += n ? n : 1;
    } while (end < in->n_bytes && in->breaks[end] == LINE_BREAK_NO);
    return end;
}

static unsigned piece_cells(const char *text, size_t n_bytes)
{
    unsigned cells = 0;
    for (size_t at = 0, n; at < n_bytes; at += n) {
        n = sgr_bytes(text + at, n_bytes - at);
        if (n)
            continue;
        n = grapheme_next(text + at, n_bytes - at);
        cells += grapheme_cells(text + at, n);
    }
    return cells;
}

static size_t without_spaces(const char *text, size_t n_bytes)
{
    while (n_bytes && text[n_bytes - 1] == ' ')
        n_bytes--;
    return n_bytes;
}

/* The spaces behind a piece are written when another one follows it. */
static void add_piece(struct wrapping *in, size_t start, size_t end)
{
    const char *text = in->text + start;
    size_t n_bytes = without_spaces(text, end - start);
    unsigned cells = piece_cells(text, n_bytes);
    if (in->begun && in->column + cells > in->cells) {
        buf_truncate(in->out, without_spaces(in->out->data, in->out->n_bytes));
        buf_printf(in->out, "\n%*s", (int)in->hang, "");
        in->column = in->hang;
    }
    buf_add_n(in->out, text, end - start);
    in->column += cells + (unsigned)(end - start - n_bytes);
    in->begun = in->begun || n_bytes;
}

static void wrap(struct wrapping *in)
{
    in->breaks = mem_calloc(in->n_bytes, 1);
    line_breaks(in->text, in->n_bytes, in->breaks);
    if (in->hang > in->cells / 2)
        in->hang = in->cells / 2;
    for (size_t at = 0, end; at < in->n_bytes; at = end) {
        end = piece_end(in, at);
        add_piece(in, at, end);
    }
    free(in->breaks);
}

bool cli_wraps(const struct cli *cli)
{
    return cli->options.cells || isatty(STDOUT_FILENO);
}

void cli_wrap(struct cli *cli, size_t start, unsigned hang)
{
    struct buf *out = &cli->out;
    if (out->n_bytes <= start + 1 || !cli_wraps(cli))
        return;
    size_t n_bytes = out->n_bytes - start - 1;
    char *line = mem_strndup(out->data + start, n_bytes);
    buf_truncate(out, start);
    wrap(&(struct wrapping){
        .text = line,
        .n_bytes = n_bytes,
        .cells = cli_cells(cli),
        .hang = hang,
        .out = out,
    });
    buf_add_char(out, '\n');
    free(line);
}

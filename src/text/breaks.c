/* Finds line breaks by UAX 14 and adds what it does not know: citations stay
 * with their statement, numbers with their unit, and addresses in one piece. */
#include "text/breaks.h"

#include <string.h>

#include "base/ascii.h"

/* Tells whether a byte may be part of a unit: of a word, or of a sign such as %
 * ° µ. */
static bool is_unit_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           byte == '%' || (unsigned char)byte >= 0x80;
}

#define UNIT_BYTES_MAX 4

static const char units[][UNIT_BYTES_MAX + 1] = {
    "%",  "g",  "mg", "mcg", "µg", "kg", "ml", "mL", "l",  "L",  "dl",
    "dL", "mm", "cm", "m",   "IU", "°C", "°F", "J",  "Hz", "Gy", "mmol",
};

static bool begins_with_unit(const char *text, size_t n_bytes)
{
    size_t n = 0;
    while (n < n_bytes && n <= UNIT_BYTES_MAX && is_unit_byte(text[n]))
        n++;
    if (!n || n > UNIT_BYTES_MAX)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (!memcmp(units[i], text, n) && !units[i][n])
            return true;
    return false;
}

/* Tells whether an address that is longer than a line may be broken after a
 * byte, as in "https://a.org/|b?|c". UAX 14 would also break "mg/kg" and
 * "and/or". */
static bool is_separator(char byte)
{
    return byte == '/' || byte == '?' || byte == '&';
}

/* Tells whether a single path component may be broken after a byte, as in
 * "what-|happens". */
static bool is_component_separator(char byte)
{
    return byte == '-' || byte == '_' || byte == '.' || byte == '=';
}

static bool is_before_unit(const char *text, size_t at, size_t n_bytes)
{
    return at > 1 && text[at - 1] == ' ' && ascii_is_digit(text[at - 2]) &&
           begins_with_unit(text + at, n_bytes - at);
}

static void refine_breaks(struct flow *flow)
{
    const char *text = flow->text.data;
    size_t n_bytes = flow->text.n_bytes;
    for (size_t i = 1; i < n_bytes; i++) {
        char *line_break = &flow->breaks.data[i];
        bool separated =
            is_separator(text[i - 1]) || is_component_separator(text[i - 1]);
        if (separated && !memchr("/?&-_=.,:;!)] ", text[i], 14)) {
            if (is_separator(text[i - 1]))
                *line_break = BREAK_POOR;
            else if (*line_break == LINE_BREAK_NO)
                *line_break = BREAK_BAD;
        } else if (is_before_unit(text, i, n_bytes)) {
            *line_break = BREAK_POOR;
        }
    }
}

/* Keeps glued runs with the text before them, and all of a citation such as
 * "[source 2]" together. */
static void keep_glued(struct flow *flow)
{
    for (size_t i = 1; i < flow->n_runs; i++) {
        const struct flow_run *run = &flow->runs[i];
        uint32_t end = run->style.reference >= 0 ? run->end : run->start + 1;
        for (uint32_t at = run->start; run->glued && at < end; at++)
            flow->breaks.data[at] = BREAK_POOR;
    }
}

void breaks_find(struct flow *flow, unsigned cells)
{
    size_t n_bytes = flow->text.n_bytes;
    buf_clear(&flow->breaks);
    buf_reserve(&flow->breaks, n_bytes);
    if (n_bytes <= cells) {
        memset(flow->breaks.data, LINE_BREAK_NO, n_bytes);
        return;
    }
    linebreak_find(flow->text.data, n_bytes, flow->breaks.data);
    refine_breaks(flow);
    keep_glued(flow);
}

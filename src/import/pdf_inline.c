/* The text of a PDF as HTML: signs of symbol fonts, raised and lowered digits.
 */
#include "import/pdf_inline.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

static void add_escaped(const char *text, size_t n_bytes, struct buf *html)
{
    for (const char *end = text + n_bytes; text < end; text++) {
        const char *start = text;
        while (text < end && *text != '&' && *text != '<' && *text != '>')
            text++;
        buf_add_n(html, start, (size_t)(text - start));
        if (text < end)
            buf_add(html, *text == '&'   ? "&amp;"
                          : *text == '<' ? "&lt;"
                                         : "&gt;");
    }
}

/* The encoding of Adobe's Symbol, where Unicode has its own: "a" is alpha. */
static const char *symbol_of(uint32_t code_point)
{
    static const char *const letters[] = {
        "α", "β", "χ", "δ", "ε", "φ", "γ", "η", "ι", "ϕ", "κ", "λ", "μ",
        "ν", "ο", "π", "θ", "ρ", "σ", "τ", "υ", "ϖ", "ω", "ξ", "ψ", "ζ"};
    static const struct {
        uint32_t code_point;
        const char *text;
    } signs[] = {
        {0xF020, " "}, {0xF02B, "+"},    {0xF02D, "−"}, {0xF03C, "&lt;"},
        {0xF03D, "="}, {0xF03E, "&gt;"}, {0xF044, "Δ"}, {0xF057, "Ω"},
        {0xF0A3, "≤"}, {0xF0A5, "∞"},    {0xF0AB, "↔"}, {0xF0AC, "←"},
        {0xF0AD, "↑"}, {0xF0AE, "→"},    {0xF0AF, "↓"}, {0xF0B0, "°"},
        {0xF0B1, "±"}, {0xF0B3, "≥"},    {0xF0B4, "×"}, {0xF0B7, "•"},
        {0xF0B8, "÷"}, {0xF0B9, "≠"},    {0xF0BB, "≈"}, {0xF0D2, "®"},
        {0xF0D3, "©"}, {0xF0D4, "™"}};
    if (code_point >= 0xF061 && code_point <= 0xF07A)
        return letters[code_point - 0xF061];
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].code_point == code_point)
            return signs[i].text;
    return NULL;
}

static void add_symbols(const char *text, size_t n_bytes, struct buf *html)
{
    for (size_t at = 0; at < n_bytes;) {
        uint32_t code_point;
        size_t n = utf8_decode(text + at, n_bytes - at, &code_point);
        const char *symbol = symbol_of(code_point);
        if (symbol)
            buf_add(html, symbol);
        else
            add_escaped(text + at, n, html);
        at += n;
    }
}

static bool is_digits(const struct pdf_run *run)
{
    bool any = false;
    for (size_t i = 0; i < run->n_bytes; i++) {
        bool digit = ascii_is_digit(run->text[i]);
        if (!digit && !ascii_is_space(run->text[i]) &&
            !strchr("+-\xE2\x88\x92\x80\x93", run->text[i]))
            return false;
        any |= digit;
    }
    return any;
}

/* "sub" and "sup" by where a small run stands in its row; NULL for others.
 * Where pdftohtml leaves it on the line, digits are raised after a unit or a
 * number, and lowered in a formula. */
static const char *shift_of(const struct pdf_row *row,
                            const struct pdf_run *run, char before)
{
    if (!pdf_run_is_small(row, run))
        return NULL;
    int below = run->top + run->height - row->top - row->height;
    int middle = 2 * run->top + run->height;
    if (middle < 2 * row->top + row->height)
        return "sup";
    if (below * 10 > row->height)
        return "sub";
    if (!is_digits(run))
        return NULL;
    return ascii_is_upper(before) || before == ')' ? "sub" : "sup";
}

static bool is_raised(const char *text, size_t n_bytes)
{
    uint32_t code_point = 0;
    if (n_bytes > 0 && text[0] & 0x80)
        utf8_decode(text, n_bytes, &code_point);
    return code_point == 0xB2 || code_point == 0xB3 || code_point == 0xB9 ||
           code_point == 0x2070 ||
           (code_point >= 0x2074 && code_point <= 0x207B);
}

/* Removes the space in "mg/m ²" that pdftohtml put there. */
static void join(struct buf *html)
{
    size_t n = html->n_bytes;
    if (n > 1 && html->data[n - 1] == ' ' && ascii_is_alnum(html->data[n - 2]))
        buf_truncate(html, n - 1);
}

void pdf_inline_add(const struct pdf_row *row, const struct pdf_run *run,
                    size_t from, struct buf *html)
{
    const char *text = run->text + from, *end = run->text + run->n_bytes;
    char last = '\0';
    for (size_t i = html->n_bytes; i > 0 && !last; i--)
        last = html->data[i - 1] == ' ' ? '\0' : html->data[i - 1];
    const char *shift = shift_of(row, run, last);
    if (shift && is_digits(run)) {
        join(html);
        while (text < end && *text == ' ')
            text++;
    }
    if (shift)
        buf_printf(html, "<%s>", shift);
    while (text < end) {
        const char *stop = text + 1;
        while (stop < end && !is_raised(stop, (size_t)(end - stop)))
            stop++;
        if (is_raised(text, (size_t)(end - text)))
            join(html);
        if (run->symbol)
            add_symbols(text, (size_t)(stop - text), html);
        else
            add_escaped(text, (size_t)(stop - text), html);
        text = stop;
    }
    if (shift)
        buf_printf(html, "</%s>", shift);
}

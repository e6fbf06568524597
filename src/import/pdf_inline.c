/* The text of a PDF as HTML: signs of symbol fonts, raised and lowered digits.
 */
#include "import/pdf_inline.h"

#include "base/utf8.h"

static void add_escaped(const char *text, size_t n_bytes, struct buf *html)
{
    for (size_t i = 0; i < n_bytes; i++) {
        if (text[i] == '&')
            buf_add(html, "&amp;");
        else if (text[i] == '<')
            buf_add(html, "&lt;");
        else if (text[i] == '>')
            buf_add(html, "&gt;");
        else
            buf_add_char(html, text[i]);
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

/* "sub" and "sup" by where a small run stands in its row; NULL for others. */
static const char *shift_of(const struct pdf_row *row,
                            const struct pdf_run *run)
{
    if (run->height * 4 >= row->height * 3 || row->n == 1)
        return NULL;
    int middle = 2 * run->top + run->height;
    return middle < 2 * row->top + row->height ? "sup" : "sub";
}

void pdf_inline_add(const struct pdf_row *row, const struct pdf_run *run,
                    size_t from, struct buf *html)
{
    const char *shift = shift_of(row, run);
    if (shift)
        buf_printf(html, "<%s>", shift);
    if (run->symbol)
        add_symbols(run->text + from, run->n_bytes - from, html);
    else
        add_escaped(run->text + from, run->n_bytes - from, html);
    if (shift)
        buf_printf(html, "</%s>", shift);
}

/* Converts to character sets other than UTF-8 by iconv, and transliterates by a
 * table and by decomposition. */
#include "base/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include <uninorm.h>

#include "base/ascii.h"
#include "base/code_point.h"
#include "base/utf8.h"

static const struct {
    const char *name;
    enum charset_type type;
} known_charsets[] = {
    {"UTF-8", CHARSET_UTF8},           {"UTF8", CHARSET_UTF8},
    {"ANSI_X3.4-1968", CHARSET_ASCII}, {"US-ASCII", CHARSET_ASCII},
    {"ASCII", CHARSET_ASCII},          {"646", CHARSET_ASCII},
};

/* Replacements for characters that do not decompose into ASCII, sorted by code
 * point. Greek letters are spelled out, as in medical texts: TNF-alpha. */
static const struct {
    uint32_t code_point;
    char ascii[12];
} replacements[] = {
    {0x00A1, "!"},        {0x00A2, "c"},        {0x00A3, "GBP"},
    {0x00A5, "JPY"},      {0x00A7, "section "}, {0x00A9, "(C)"},
    {0x00AB, "<<"},       {0x00AC, "not "},     {0x00AE, "(R)"},
    {0x00B0, "deg "},     {0x00B1, "+/-"},      {0x00B5, "u"},
    {0x00B7, "."},        {0x00BB, ">>"},       {0x00BF, "?"},
    {0x00C6, "AE"},       {0x00D0, "D"},        {0x00D7, "x"},
    {0x00D8, "O"},        {0x00DE, "Th"},       {0x00DF, "ss"},
    {0x00E6, "ae"},       {0x00F0, "d"},        {0x00F7, "/"},
    {0x00F8, "o"},        {0x00FE, "th"},       {0x0110, "D"},
    {0x0111, "d"},        {0x0126, "H"},        {0x0127, "h"},
    {0x0131, "i"},        {0x0141, "L"},        {0x0142, "l"},
    {0x014A, "N"},        {0x014B, "n"},        {0x0152, "OE"},
    {0x0153, "oe"},       {0x0166, "T"},        {0x0167, "t"},
    {0x02BB, "'"},        {0x02BC, "'"},        {0x0391, "Alpha"},
    {0x0392, "Beta"},     {0x0393, "Gamma"},    {0x0394, "Delta"},
    {0x0398, "Theta"},    {0x039B, "Lambda"},   {0x03A3, "Sigma"},
    {0x03A6, "Phi"},      {0x03A8, "Psi"},      {0x03A9, "Omega"},
    {0x03B1, "alpha"},    {0x03B2, "beta"},     {0x03B3, "gamma"},
    {0x03B4, "delta"},    {0x03B5, "epsilon"},  {0x03B6, "zeta"},
    {0x03B7, "eta"},      {0x03B8, "theta"},    {0x03B9, "iota"},
    {0x03BA, "kappa"},    {0x03BB, "lambda"},   {0x03BC, "u"},
    {0x03BD, "nu"},       {0x03BE, "xi"},       {0x03C0, "pi"},
    {0x03C1, "rho"},      {0x03C3, "sigma"},    {0x03C4, "tau"},
    {0x03C6, "phi"},      {0x03C7, "chi"},      {0x03C8, "psi"},
    {0x03C9, "omega"},    {0x1E9E, "SS"},       {0x2010, "-"},
    {0x2012, "-"},        {0x2013, "-"},        {0x2014, "--"},
    {0x2015, "--"},       {0x2016, "||"},       {0x2018, "'"},
    {0x2019, "'"},        {0x201A, ","},        {0x201B, "'"},
    {0x201C, "\""},       {0x201D, "\""},       {0x201E, "\""},
    {0x201F, "\""},       {0x2020, "+"},        {0x2021, "++"},
    {0x2022, "*"},        {0x2023, ">"},        {0x2030, " per 1000"},
    {0x2032, "'"},        {0x2033, "\""},       {0x2039, "<"},
    {0x203A, ">"},        {0x2043, "-"},        {0x2044, "/"},
    {0x20AC, "EUR"},      {0x2190, "<-"},       {0x2191, "^"},
    {0x2192, "->"},       {0x2193, "v"},        {0x2194, "<->"},
    {0x21D2, "=>"},       {0x2206, "Delta"},    {0x2212, "-"},
    {0x2215, "/"},        {0x2217, "*"},        {0x221A, "sqrt"},
    {0x221E, "infinity"}, {0x223C, "~"},        {0x2248, "~"},
    {0x2260, "!="},       {0x2261, "="},        {0x2264, "<="},
    {0x2265, ">="},       {0x226A, "<<"},       {0x226B, ">>"},
    {0x22C5, "."},        {0x2500, "-"},        {0x2501, "-"},
    {0x2502, "|"},        {0x2503, "|"},        {0x250C, "+"},
    {0x2510, "+"},        {0x2514, "+"},        {0x2518, "+"},
    {0x251C, "+"},        {0x2524, "+"},        {0x252C, "+"},
    {0x2534, "+"},        {0x253C, "+"},        {0x2550, "="},
    {0x2551, "|"},        {0x25A0, "#"},        {0x25A1, "."},
    {0x25AA, "*"},        {0x25AE, "#"},        {0x25AF, "."},
    {0x25B6, ">"},        {0x25B8, ">"},        {0x25CB, "o"},
    {0x25CF, "*"},        {0x25E6, "o"},        {0x2605, "*"},
    {0x2606, "*"},        {0x26A0, "!"},        {0x2713, "v"},
    {0x2714, "v"},        {0x2715, "x"},        {0x2717, "x"},
    {0x2718, "x"},        {0x2A7D, "<="},       {0x2A7E, ">="},
    {0x3001, ","},        {0x3002, "."},
};

void charset_init(struct charset *charset, const char *name)
{
    *charset = (struct charset){.type = CHARSET_ASCII};
    for (size_t i = 0; i < sizeof known_charsets / sizeof *known_charsets; i++)
        if (!ascii_casecmp(name, known_charsets[i].name)) {
            charset->type = known_charsets[i].type;
            return;
        }
    /* iconv would take an empty name as that of the locale's character set. */
    iconv_t iconv = *name ? iconv_open(name, "UTF-8") : (iconv_t)-1;
    if (iconv != (iconv_t)-1)
        *charset = (struct charset){CHARSET_OTHER, iconv};
}

void charset_finish(struct charset *charset)
{
    if (!charset)
        return;
    if (charset->type == CHARSET_OTHER)
        iconv_close(charset->iconv);
    *charset = (struct charset){0};
}

static bool iconv_has(void *converter, uint32_t code_point)
{
    char from[4], to[16];
    char *in = from, *out = to;
    size_t n_in = utf8_encode(code_point, from), n_out = sizeof to;
    iconv(converter, NULL, NULL, NULL, NULL);
    return iconv(converter, &in, &n_in, &out, &n_out) == 0;
}

/* Converts text into at most 4 KB of output, and skips a byte that cannot be
 * converted. If in is NULL, appends what returns a stateful charset to its
 * initial state. */
static void convert(iconv_t converter, char **in, size_t *n_in, struct buf *out)
{
    char piece[4096];
    char *end = piece;
    size_t n_left = sizeof piece;
    size_t result = iconv(converter, in, n_in, &end, &n_left);
    buf_add_n(out, piece, sizeof piece - n_left);
    if (in && result == (size_t)-1 && errno != E2BIG && *n_in) {
        (*in)++;
        (*n_in)--;
    }
}

void charset_encode(const struct charset *charset, const char *text,
                    size_t n_bytes, struct buf *out)
{
    if (charset->type != CHARSET_OTHER) {
        buf_add_n(out, text, n_bytes);
        return;
    }
    char *in = (char *)text; /* iconv does not modify it */
    iconv(charset->iconv, NULL, NULL, NULL, NULL);
    while (n_bytes > 0)
        convert(charset->iconv, &in, &n_bytes, out);
    convert(charset->iconv, NULL, NULL, out);
}

void charset_encode_buf(const struct charset *charset, struct buf *text)
{
    struct buf encoded;
    if (charset->type != CHARSET_OTHER)
        return;
    buf_init(&encoded);
    charset_encode(charset, text->data, text->n_bytes, &encoded);
    buf_finish(text);
    *text = encoded;
}

bool charset_has(const struct charset *charset, uint32_t code_point)
{
    switch (charset->type) {
    case CHARSET_UTF8: return true;
    case CHARSET_ASCII: return code_point < 0x80;
    case CHARSET_OTHER:
        return code_point < 0x80 || iconv_has(charset->iconv, code_point);
    }
    return false;
}

static const char *replacement_of(uint32_t code_point)
{
    const size_t n = sizeof replacements / sizeof *replacements;
    for (size_t first = 0, end = n; first < end;) {
        size_t middle = (first + end) / 2;
        if (replacements[middle].code_point == code_point)
            return replacements[middle].ascii;
        if (replacements[middle].code_point < code_point)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
}

/* Appends one code point of a decomposition; drops combining marks. */
static void add_replacement(const struct charset *charset, uint32_t code_point,
                            struct buf *out)
{
    const char *ascii = replacement_of(code_point);
    if (charset_has(charset, code_point))
        buf_add_code_point(out, code_point);
    else if (ascii)
        buf_add(out, ascii);
    else if (code_point_cells(code_point) > 0)
        buf_add_repeat(out, "?", (size_t)code_point_cells(code_point));
}

void charset_transliterate(const struct charset *charset, uint32_t code_point,
                           struct buf *out)
{
    if (charset_has(charset, code_point) || replacement_of(code_point)) {
        add_replacement(charset, code_point, out);
        return;
    }
    uint32_t parts[32]; /* the longest decomposition in Unicode has 18 */
    size_t n_parts = sizeof parts / sizeof *parts;
    uint32_t *found =
        u32_normalize(UNINORM_NFKD, &code_point, 1, parts, &n_parts);
    for (size_t i = 0; found && i < n_parts; i++)
        add_replacement(charset, found[i], out);
    if (found != parts)
        free(found);
}

/* The fragment that GitHub generates for a heading. */
#include "article/slug.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

/* Punctuation and symbols beyond ASCII that occur in medical text. */
static const struct {
    uint32_t first, last;
} punctuation[] = {
    {0x80, 0xA9},       {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},
    {0xD7, 0xD7},       {0xF7, 0xF7},     {0x2000, 0x206F}, {0x20A0, 0x20CF},
    {0x2190, 0x2BFF},   {0x3000, 0x3004}, {0x3008, 0x3020}, {0xFE10, 0xFE6F},
    {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
    {0x1F000, 0x1FAFF},
};

static bool is_kept(uint32_t code_point)
{
    if (code_point < 0x80)
        return (code_point >= '0' && code_point <= '9') ||
               (code_point >= 'a' && code_point <= 'z') || code_point == '-' ||
               code_point == '_';
    for (size_t i = 0; i < sizeof punctuation / sizeof *punctuation; i++)
        if (code_point >= punctuation[i].first &&
            code_point <= punctuation[i].last)
            return false;
    return true;
}

static void add_ascii(const char *title, struct buf *out)
{
    for (; *title; title++) {
        char c = *title;
        if (c >= 'A' && c <= 'Z')
            c |= 0x20;
        if (c == ' ' || is_kept((unsigned char)c))
            buf_add_char(out, c == ' ' ? '-' : c);
    }
}

void slug_add(const char *title, struct buf *out)
{
    size_t n_bytes = strlen(title);
    if (utf8_ascii_prefix(title, n_bytes) == n_bytes) {
        add_ascii(title, out);
        return;
    }
    struct buf folded;
    buf_init(&folded);
    fold_text(title, n_bytes, FOLD_CASE, &folded);
    for (size_t at = 0; at < folded.n_bytes;) {
        uint32_t code_point;
        size_t n =
            utf8_decode(folded.data + at, folded.n_bytes - at, &code_point);
        if (code_point == ' ')
            buf_add_char(out, '-');
        else if (is_kept(code_point))
            buf_add_n(out, folded.data + at, n);
        at += n;
    }
    buf_finish(&folded);
}

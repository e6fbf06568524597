/* Decodes and encodes UTF-8. */
#include "base/utf8.h"

#include <string.h>

/* Well-formed sequences: Unicode 15, table 3-7. */
struct sequence {
    unsigned char second_first, second_last;
    unsigned char n_bytes;
};

static const struct sequence sequences[] = {
    {0},
    {0x80, 0xBF, 2}, /* C2 to DF */
    {0xA0, 0xBF, 3}, /* E0 */
    {0x80, 0xBF, 3}, /* E1 to EF, except ED */
    {0x80, 0x9F, 3}, /* ED */
    {0x90, 0xBF, 4}, /* F0 */
    {0x80, 0xBF, 4}, /* F1 to F3 */
    {0x80, 0x8F, 4}, /* F4 */
};

/* The index in sequences for each lead byte from C0 on; 0 for none. */
static const unsigned char sequence_of_lead[64] = {
    0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    3, 4, 3, 3, 5, 6, 6, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};

size_t utf8_decode(const char *text, size_t n_bytes, uint32_t *code_point)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[0] < 0x80) {
        *code_point = bytes[0];
        return 1;
    }
    *code_point = UTF8_REPLACEMENT;
    if (bytes[0] < 0xC0)
        return 1;
    const struct sequence *sequence =
        &sequences[sequence_of_lead[bytes[0] - 0xC0]];
    if (!sequence->n_bytes || n_bytes < 2 ||
        bytes[1] < sequence->second_first || bytes[1] > sequence->second_last)
        return 1;
    uint32_t value = bytes[0] & (0x7Fu >> sequence->n_bytes);
    value = value << 6 | (bytes[1] & 0x3Fu);
    for (size_t i = 2; i < sequence->n_bytes; i++) {
        if (i >= n_bytes || (bytes[i] & 0xC0) != 0x80)
            return i;
        value = value << 6 | (bytes[i] & 0x3Fu);
    }
    *code_point = value;
    return sequence->n_bytes;
}

bool utf8_is_malformed(const char *text, size_t length, uint32_t code_point)
{
    return code_point == UTF8_REPLACEMENT &&
           !(length == 3 && !memcmp(text, "\xEF\xBF\xBD", 3));
}

size_t utf8_encode(uint32_t code_point, char out[4])
{
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = UTF8_REPLACEMENT;
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t n_bytes = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = n_bytes - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    out[0] = (char)((0xF00u >> n_bytes) | code_point);
    return n_bytes;
}

size_t utf8_valid_prefix(const char *text, size_t n_bytes)
{
    size_t i = 0;
    while (i < n_bytes) {
        if ((unsigned char)text[i] < 0x80) {
            i++;
            continue;
        }
        uint32_t code_point;
        size_t n = utf8_decode(text + i, n_bytes - i, &code_point);
        if (utf8_is_malformed(text + i, n, code_point))
            return i;
        i += n;
    }
    return n_bytes;
}

/* Tells whether one of eight bytes is not printable ASCII: its high bit is set,
 * or becomes set when 1 is added (DEL) or a space is subtracted (controls). */
static bool has_unprintable(uint64_t bytes)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    return ((bytes | (bytes + each) | (bytes - each * ' ')) & each * 0x80) != 0;
}

size_t utf8_ascii_prefix(const char *text, size_t n_bytes)
{
    size_t i = 0;
    for (uint64_t eight; i + sizeof eight <= n_bytes; i += sizeof eight) {
        memcpy(&eight, text + i, sizeof eight);
        if (has_unprintable(eight))
            break;
    }
    while (i < n_bytes && text[i] >= ' ' && text[i] <= '~')
        i++;
    return i;
}

size_t utf8_floor(const char *text, size_t n_bytes, size_t offset)
{
    if (offset >= n_bytes)
        return n_bytes;
    size_t start = offset;
    while (start > 0 && offset - start < 3 &&
           ((unsigned char)text[start] & 0xC0) == 0x80)
        start--;
    uint32_t code_point;
    size_t n = utf8_decode(text + start, n_bytes - start, &code_point);
    return start + n > offset ? start : offset;
}

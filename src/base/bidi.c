/* Which way a text reads, by Unicode's bidi classes. */
#include "base/bidi.h"

#include <unictype.h>

#include "base/utf8.h"

static bool is_ascii_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool text_is_rtl(const char *text, size_t n_bytes)
{
    for (size_t i = 0, n; i < n_bytes; i += n) {
        if (is_ascii_letter(text[i]))
            return false;
        uint32_t code_point;
        n = utf8_decode(text + i, n_bytes - i, &code_point);
        int class = code_point < 0x80 ? UC_BIDI_ON : uc_bidi_class(code_point);
        if (class == UC_BIDI_R || class == UC_BIDI_AL)
            return true;
        if (class == UC_BIDI_L)
            return false;
    }
    return false;
}

/* UTF-8: what is decoded can be encoded, and nothing is read twice. */
#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    const char *text = (const char *)data;
    size_t valid = utf8_valid_prefix(text, n_bytes);
    REQUIRE(valid <= n_bytes);
    for (size_t at = 0; at < n_bytes;) {
        uint32_t code_point;
        char again[4];
        size_t length = utf8_decode(text + at, n_bytes - at, &code_point);
        REQUIRE(length >= 1 && length <= 4 && at + length <= n_bytes);
        bool same = utf8_encode(code_point, again) == length &&
                    !memcmp(again, text + at, length);
        REQUIRE(same || code_point == UTF8_REPLACEMENT);
        REQUIRE(at < valid ? same : at > valid || !same);
        for (size_t i = 0; i < length; i++)
            REQUIRE(utf8_floor(text, n_bytes, at + i) <= at + i);
        if (same)
            REQUIRE(utf8_floor(text, n_bytes, at + length - 1) == at);
        at += length;
    }
    size_t ascii = utf8_ascii_prefix(text, n_bytes);
    REQUIRE(ascii <= valid);
    for (size_t i = 0; i < ascii; i++)
        REQUIRE(text[i] >= ' ' && text[i] <= '~');
    REQUIRE(ascii == n_bytes || text[ascii] < ' ' || text[ascii] > '~');
    return 0;
}

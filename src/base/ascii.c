/* Compares and converts ASCII text, ignoring case, in any locale. */
#include "base/ascii.h"

#include <stdint.h>
#include <string.h>

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define HIGH_BITS EACH(0x80)

/* Converts eight bytes at once. The high bit of a byte's sum is set in from_a
 * if the byte is A or greater, and in after_z if it is greater than Z. No sum
 * carries into the next byte. */
static uint64_t lower_eight(uint64_t bytes)
{
    uint64_t low = bytes & ~HIGH_BITS;
    uint64_t from_a = low + EACH(0x80 - 'A'), after_z = low + EACH(0x7F - 'Z');
    uint64_t is_upper = from_a & ~after_z & ~bytes & HIGH_BITS;
    return bytes | is_upper >> 2;
}

void ascii_lower_copy(char *to, const char *from, size_t n_bytes)
{
    size_t i = 0;
    for (uint64_t eight; i + sizeof eight <= n_bytes; i += sizeof eight) {
        memcpy(&eight, from + i, sizeof eight);
        eight = lower_eight(eight);
        memcpy(to + i, &eight, sizeof eight);
    }
    for (; i < n_bytes; i++)
        to[i] = ascii_lower(from[i]);
}

int ascii_casecmp(const char *a, const char *b)
{
    return ascii_ncasecmp(a, b, SIZE_MAX);
}

int ascii_ncasecmp(const char *a, const char *b, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++) {
        unsigned char x = (unsigned char)ascii_lower(a[i]);
        unsigned char y = (unsigned char)ascii_lower(b[i]);
        if (x != y)
            return x < y ? -1 : 1;
        if (!x)
            return 0;
    }
    return 0;
}

/* Compares the first byte first, which rules out most places. */
const char *ascii_casestr(const char *text, const char *word)
{
    size_t n_bytes = strlen(word);
    char first = ascii_lower(word[0]);
    if (n_bytes == 0)
        return text;
    for (; *text; text++)
        if (ascii_lower(*text) == first &&
            ascii_ncasecmp(text, word, n_bytes) == 0)
            return text;
    return NULL;
}

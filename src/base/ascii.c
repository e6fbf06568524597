/* Comparing ASCII text without regard to case, whatever the locale. */
#include "base/ascii.h"

#include <stdint.h>
#include <string.h>

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

/* Most places are passed over by their first byte, which either case of the
 * word's may be. */
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

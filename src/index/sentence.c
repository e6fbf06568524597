/* Where sentences end: at a mark before a space, and with the line. */
#include "index/sentence.h"

#include <string.h>

static bool is_mark(char byte)
{
    return byte == '.' || byte == '?' || byte == '!';
}

const char *sentence_end(const char *at, const char *end, bool *asks)
{
    *asks = false;
    for (; at < end && *at != '\n'; at++) {
        if (!is_mark(*at))
            continue;
        *asks = *asks || *at == '?';
        if (at + 1 == end || at[1] == ' ' || at[1] == '\n')
            return at + 1;
        *asks = *asks && is_mark(at[1]);
    }
    return at;
}

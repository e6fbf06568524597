/* The languages that medfaq has words in. */
#include "article/lang.h"

#include <ctype.h>
#include <stddef.h>
#include <strings.h>

static size_t subtag_bytes(const char *text)
{
    size_t n = 0;
    while (isalnum((unsigned char)text[n]))
        n++;
    return n;
}

enum lang lang_find(const char *tag)
{
    static const char *const tags[LANG_COUNT] = {"en", "es", "fr",
                                                 "de", "vi", "zh"};
    if (!tag || subtag_bytes(tag) != 2)
        return LANG_EN;
    for (enum lang lang = LANG_EN; lang < LANG_COUNT; lang++)
        if (!strncasecmp(tag, tags[lang], 2))
            return lang;
    return LANG_EN;
}

bool lang_is_tag(const char *text)
{
    size_t n = subtag_bytes(text);
    if (n < 2 || n > 3)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!isalpha((unsigned char)text[i]))
            return false;
    while (text[n] == '-') {
        text += n + 1;
        n = subtag_bytes(text);
        if (n < 2 || n > 8)
            return false;
    }
    return !text[n];
}

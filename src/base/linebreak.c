/* Finds line breaks by UAX 14 as in libunistring, but keeps addresses whole and
 * adds newer rules for abbreviations, hyphens and quotes. */
#include "base/linebreak.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <unilbrk.h>

#include "base/ascii.h"
#include "base/grapheme.h"

static bool is_one_of(char byte, const char *bytes)
{
    return byte && strchr(bytes, byte);
}

static bool is_graphic(char byte)
{
    return byte > ' ' && byte < 0x7F;
}

/* Tells whether text begins with a letter or digit, either ASCII or Latin from
 * U+00C0 to U+027F and from U+1E00 to U+1EFF. */
static bool begins_with_letter(const char *text, size_t n_bytes)
{
    unsigned char first = (unsigned char)text[0];
    if (n_bytes < 2 || first < 0x80)
        return ascii_is_alnum(text[0]);
    unsigned char second = (unsigned char)text[1];
    return (first >= 0xC3 && first <= 0xC9) ||
           (first == 0xE1 && second >= 0xB8 && second <= 0xBB);
}

/* Tells whether text begins with a bracket, a straight quote, or a curly quote
 * from U+2018 to U+201F. */
static bool begins_with_opener(const char *text, size_t n_bytes)
{
    return is_one_of(text[0], "([\"'") ||
           (n_bytes >= 3 && !memcmp(text, "\xE2\x80", 2) &&
            ((unsigned char)text[2] & 0xF8) == 0x98);
}

/* Tells whether a word is a web address or a path, which is only broken when it
 * does not fit on a line. */
static bool is_address(const char *word, size_t n_bytes)
{
    if (n_bytes < 4)
        return false;
    const char *slash = memchr(word, '/', n_bytes);
    bool is_site = !memcmp(word, "www.", 4);
    if (!slash || is_site)
        return is_site;
    return slash == word ||
           memchr(slash + 1, '/', n_bytes - (size_t)(slash - word) - 1);
}

/* Removes the breaks that libunistring finds within addresses. Breaks between
 * an address and Chinese text around it are kept. */
static void keep_addresses_whole(const char *text, size_t n_bytes, char *breaks)
{
    for (size_t at = 0, length; at < n_bytes; at += length + 1) {
        for (length = 0; at + length < n_bytes && is_graphic(text[at + length]);
             length++)
            ;
        if (!is_address(text + at, length))
            continue;
        for (size_t i = at + 1; i < at + length; i++)
            if (breaks[i] == UC_BREAK_POSSIBLE)
                breaks[i] = UC_BREAK_PROHIBITED;
        if (at > 0 && text[at - 1] == ' ')
            breaks[at] = UC_BREAK_POSSIBLE;
    }
}

/* LB29, which libunistring 1.0 violates: no break within "e.g." */
static bool is_joined(const char *text, size_t n_bytes, size_t at)
{
    return at > 0 && is_one_of(text[at - 1], ".,:;") &&
           begins_with_letter(text + at, n_bytes - at);
}

/* LB20a, which is newer than libunistring 1.0: no break after a hyphen that
 * begins a word, as in "-sartan"; here also within brackets. */
static bool is_after_first_hyphen(const char *text, size_t at)
{
    return at > 0 && text[at - 1] == '-' &&
           (at == 1 || is_one_of(text[at - 2], " ([\"'"));
}

/* LB18: break after spaces, also at the start of a line and after a closing
 * quote, which libunistring 1.0 takes for an opening one. */
static bool is_after_spaces(const char *text, size_t n_bytes, size_t at)
{
    size_t before = at;
    while (before > 0 && text[before - 1] == ' ')
        before--;
    return before < at && (!before || !is_one_of(text[before - 1], "([{")) &&
           (begins_with_letter(text + at, n_bytes - at) ||
            begins_with_opener(text + at, n_bytes - at));
}

static bool may_break(const char *text, size_t n_bytes, size_t at,
                      bool is_possible)
{
    return (is_possible && !is_joined(text, n_bytes, at) &&
            !is_after_first_hyphen(text, at)) ||
           is_after_spaces(text, n_bytes, at);
}

/* Converts the result: libunistring marks the character that ends a line, and
 * enum line_break the one after it. Breaks within grapheme clusters are
 * removed. */
static void translate(const char *text, size_t n_bytes, char *breaks)
{
    bool after_end = false;
    for (size_t at = 0; at < n_bytes;) {
        size_t length = grapheme_next(text + at, n_bytes - at);
        bool ends = memchr(breaks + at, UC_BREAK_MANDATORY, length);
        bool allowed =
            may_break(text, n_bytes, at, breaks[at] == UC_BREAK_POSSIBLE);
        memset(breaks + at, LINE_BREAK_NO, length);
        if (after_end)
            breaks[at] = LINE_BREAK_MUST;
        else if (allowed)
            breaks[at] = LINE_BREAK_MAY;
        after_end = ends;
        at += length;
    }
}

static void break_line(const char *text, size_t n_bytes, char *breaks)
{
    u8_possible_linebreaks((const uint8_t *)text, n_bytes, "UTF-8", breaks);
    keep_addresses_whole(text, n_bytes, breaks);
    translate(text, n_bytes, breaks);
}

void linebreak_find(const char *text, size_t n_bytes, char *breaks)
{
    for (size_t at = 0; at < n_bytes;) {
        const char *newline = memchr(text + at, '\n', n_bytes - at);
        size_t length = newline ? (size_t)(newline - text) - at : n_bytes - at;
        break_line(text + at, length, breaks + at);
        if (newline)
            breaks[at + length] = LINE_BREAK_NO;
        if (at > 0)
            breaks[at] = LINE_BREAK_MUST;
        at += length + 1;
    }
}

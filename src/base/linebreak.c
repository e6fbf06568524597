/* Where a line may break: UAX 14.
 *
 * Plain English words are told by a table of ASCII; everything else goes to
 * libunistring, with as much of its surroundings as can matter. */
#include "base/linebreak.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <unilbrk.h>

#include "base/grapheme.h"
#include "base/utf8.h"

/* What a byte may be in a word that UAX 14 breaks nowhere: openers, then
 * letters, digits and single points between them, then closers. */
enum word_part {
    PART_OPENS = 1 << 0,
    PART_INNER = 1 << 1,
    PART_JOINS = 1 << 2, /* between two inner ones */
    PART_CLOSES = 1 << 3,
};

static const unsigned char points[256] = {
    ['_'] = PART_INNER,
    ['\''] = PART_INNER | PART_OPENS | PART_CLOSES,
    ['"'] = PART_OPENS | PART_CLOSES,
    ['('] = PART_OPENS,
    ['['] = PART_OPENS,
    [')'] = PART_CLOSES,
    [']'] = PART_CLOSES,
    ['.'] = PART_JOINS | PART_CLOSES,
    [','] = PART_JOINS | PART_CLOSES,
    [':'] = PART_JOINS | PART_CLOSES,
    [';'] = PART_JOINS | PART_CLOSES,
    ['!'] = PART_CLOSES,
    ['?'] = PART_CLOSES,
};

static bool is_alphanumeric(char byte)
{
    return (byte >= '0' && byte <= '9') ||
           ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

static bool is_part(char byte, unsigned parts)
{
    unsigned is =
        is_alphanumeric(byte) ? PART_INNER : points[(unsigned char)byte];
    return is & parts;
}

/* Is all of it one word without a break? */
static bool is_simple_word(const char *word, size_t n_bytes)
{
    size_t i = 0;
    while (i < n_bytes && is_part(word[i], PART_OPENS))
        i++;
    while (i < n_bytes && (is_part(word[i], PART_INNER) ||
                           (is_part(word[i], PART_JOINS) && i + 1 < n_bytes &&
                            is_part(word[i + 1], PART_INNER))))
        i++;
    while (i < n_bytes && is_part(word[i], PART_CLOSES))
        i++;
    return i == n_bytes;
}

/* Is the break at the spaces between these two bytes a plain one (LB18), so
 * that neither side can change what the other does? Quotes are not: LB15. */
static bool is_plain_gap(char before, char after)
{
    bool quote = before == '\'' || before == '"';
    return !quote && is_part(before, PART_INNER | PART_CLOSES) &&
           after != '\'' && after != '"' &&
           is_part(after, PART_INNER | PART_OPENS);
}

static size_t find_byte(const char *text, size_t n_bytes, char byte)
{
    const char *at = memchr(text, byte, n_bytes);
    return at ? (size_t)(at - text) : n_bytes;
}

static size_t skip_spaces(const char *text, size_t n_bytes, size_t at)
{
    while (at < n_bytes && text[at] == ' ')
        at++;
    return at;
}

/* A web address or a path, which only its own slashes may break. */
static bool is_address(const char *word, size_t n_bytes)
{
    if (n_bytes < 4)
        return false;
    size_t slash = find_byte(word, n_bytes, '/');
    if (slash == n_bytes)
        return !memcmp(word, "www.", 4);
    return slash == 0 || memchr(word + slash + 1, '/', n_bytes - slash - 1) ||
           !memcmp(word, "www.", 4);
}

static void keep_addresses_whole(const char *text, size_t n_bytes, char *breaks)
{
    for (size_t at = skip_spaces(text, n_bytes, 0); at < n_bytes;) {
        size_t length = find_byte(text + at, n_bytes - at, ' ');
        if (is_address(text + at, length)) {
            if (at > 0 && breaks[at] == LINE_BREAK_NO)
                breaks[at] = LINE_BREAK_MAY;
            memset(breaks + at + 1, LINE_BREAK_NO, length - 1);
        }
        at = skip_spaces(text, n_bytes, at + length);
    }
}

static void keep_clusters_whole(const char *text, size_t n_bytes, char *breaks)
{
    for (size_t at = 0; at < n_bytes;) {
        size_t length = grapheme_next(text + at, n_bytes - at);
        memset(breaks + at + 1, LINE_BREAK_NO, length - 1);
        at += length;
    }
}

/* From libunistring's view, where the line-ending character is marked, to
 * ours, where the one after it is. */
static void translate(const char *text, size_t n_bytes, char *breaks)
{
    bool ended = false;
    for (size_t at = 0; at < n_bytes;) {
        uint32_t code_point;
        size_t length = utf8_decode(text + at, n_bytes - at, &code_point);
        char found = breaks[at];
        breaks[at] = ended                        ? LINE_BREAK_MUST
                     : found == UC_BREAK_POSSIBLE ? LINE_BREAK_MAY
                                                  : LINE_BREAK_NO;
        ended = found == UC_BREAK_MANDATORY;
        memset(breaks + at + 1, LINE_BREAK_NO, length - 1);
        at += length;
    }
}

static void break_by_rules(const char *text, size_t n_bytes, char *breaks)
{
    u8_possible_linebreaks((const uint8_t *)text, n_bytes, "UTF-8", breaks);
    translate(text, n_bytes, breaks);
    keep_addresses_whole(text, n_bytes, breaks);
    keep_clusters_whole(text, n_bytes, breaks);
}

/* Words up to the next plain gap, with the spaces of it. */
static size_t phrase_length(const char *text, size_t n_bytes, bool *simple)
{
    size_t end = find_byte(text, n_bytes, ' ');
    size_t next = skip_spaces(text, n_bytes, end);
    *simple = is_simple_word(text, end);
    while (next < n_bytes &&
           !(end > 0 && is_plain_gap(text[end - 1], text[next]))) {
        end = next + find_byte(text + next, n_bytes - next, ' ');
        next = skip_spaces(text, n_bytes, end);
        *simple = false;
    }
    return next;
}

static void break_line(const char *text, size_t n_bytes, char *breaks)
{
    for (size_t at = 0; at < n_bytes;) {
        bool simple;
        size_t length = phrase_length(text + at, n_bytes - at, &simple);
        if (simple)
            memset(breaks + at, LINE_BREAK_NO, length);
        else
            break_by_rules(text + at, length, breaks + at);
        breaks[at] = at > 0 ? LINE_BREAK_MAY : LINE_BREAK_NO;
        at += length;
    }
}

void line_breaks(const char *text, size_t n_bytes, char *breaks)
{
    for (size_t at = 0; at < n_bytes;) {
        size_t length = find_byte(text + at, n_bytes - at, '\n');
        break_line(text + at, length, breaks + at);
        size_t next = at + length;
        if (next < n_bytes)
            breaks[next++] = LINE_BREAK_NO;
        if (at > 0)
            breaks[at] = LINE_BREAK_MUST;
        at = next;
    }
}

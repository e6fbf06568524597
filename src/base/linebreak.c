/* Where a line may break: UAX 14.
 *
 * The simple words of Latin scripts, most of most texts, are broken here;
 * everything else by libunistring, ten times slower, with as much of its
 * surroundings as can matter. */
#include "base/linebreak.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <unilbrk.h>

#include "base/grapheme.h"
#include "base/utf8.h"

/* What an ASCII byte that is no letter or digit may be in a simple word. */
enum word_part {
    PART_INNER = 1 << 0,
    PART_OPENS = 1 << 1,
    PART_JOINS = 1 << 2, /* between letters */
    PART_CLOSES = 1 << 3,
    PART_QUOTE = 1 << 4,
};

static const unsigned char points[256] = {
    ['_'] = PART_INNER,
    ['\''] = PART_INNER | PART_OPENS | PART_CLOSES | PART_QUOTE,
    ['"'] = PART_OPENS | PART_CLOSES | PART_QUOTE,
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

static bool is_part(char byte, unsigned parts)
{
    return points[(unsigned char)byte] & parts;
}

static bool is_letter(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Length of the letter or digit that begins text, 0 if it is none: ASCII, and
 * the Latin of U+00C0 to U+027F and U+1E00 to U+1EFF. */
static size_t letter_length(const char *text, size_t n_bytes)
{
    unsigned char first = (unsigned char)text[0];
    if (is_letter(text[0]) || is_digit(text[0]))
        return 1;
    if (first >= 0xC3 && first <= 0xC9)
        return n_bytes < 2 ? 0 : 2;
    if (first == 0xE1 && n_bytes >= 3 && (unsigned char)text[1] >= 0xB8 &&
        (unsigned char)text[1] <= 0xBB)
        return 3;
    return 0;
}

/* Length of a curly quote, U+2018 to U+201F, that begins text, or 0. */
static size_t quote_length(const char *text, size_t n_bytes)
{
    bool quote = n_bytes >= 3 && !memcmp(text, "\xE2\x80", 2) &&
                 (text[2] & 0xF8) == 0x98;
    return quote ? 3 : 0;
}

/* Length of what is this part of a word, or is a curly quote, and begins
 * text, or 0. */
static size_t part_length(const char *text, size_t n_bytes, unsigned part)
{
    return is_part(text[0], part) ? 1 : quote_length(text, n_bytes);
}

/* Length of the openers or closers that begin text. */
static size_t parts_length(const char *text, size_t n_bytes, unsigned part)
{
    size_t at = 0, length;
    while (at < n_bytes &&
           (length = part_length(text + at, n_bytes - at, part)) > 0)
        at += length;
    return at;
}

/* Length of the point between two letters that begins text, 0 if it is none:
 * one that joins them, or a hyphen. */
static size_t joint_length(const char *text, size_t n_bytes)
{
    if (n_bytes < 2 || !(is_part(text[0], PART_JOINS) || text[0] == '-'))
        return 0;
    return letter_length(text + 1, n_bytes - 1) > 0;
}

/* Breaks a word that ends at a space, if it is a simple one: openers, letters
 * with single points and hyphens between them, closers. Returns its length, 0
 * if it is not simple. Hyphens break unless a number follows (LB25). */
static size_t break_simple_word(const char *text, size_t n_bytes, char *breaks)
{
    size_t at = parts_length(text, n_bytes, PART_OPENS);
    if (at == n_bytes || !letter_length(text + at, n_bytes - at))
        return 0;
    for (size_t length; at < n_bytes; at += length) {
        const char *here = text + at;
        length = 1;
        if (is_letter(*here) || /* most of them */
            (length = letter_length(here, n_bytes - at)) > 0 ||
            (length = part_length(here, n_bytes - at, PART_INNER)) > 0)
            continue;
        if (!(length = joint_length(here, n_bytes - at)))
            break;
        if (*here == '-' && !is_digit(here[1]))
            breaks[at + 1] = LINE_BREAK_MAY;
    }
    at += parts_length(text + at, n_bytes - at, PART_CLOSES);
    return at == n_bytes || text[at] == ' ' ? at : 0;
}

/* Is the break at the spaces between these a plain one (LB18), so that neither
 * side can change what the other does? For a closing quote as for any: LB15
 * is meant for opening ones. */
static bool is_plain_gap(char before, const char *after, size_t n_after)
{
    if (before == '(' || before == '[' || before == '{')
        return false; /* LB14 */
    return letter_length(after, n_after) > 0 ||
           part_length(after, n_after, PART_OPENS) > 0;
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

static size_t graphic_length(const char *text, size_t n_bytes)
{
    size_t n = 0;
    while (n < n_bytes && text[n] > ' ' && text[n] < 0x7F)
        n++;
    return n;
}

/* In libunistring's view of the breaks. Chinese around an address breaks as
 * ever. */
static void keep_addresses_whole(const char *text, size_t n_bytes, char *breaks)
{
    for (size_t at = 0; at < n_bytes; at++) {
        size_t length = graphic_length(text + at, n_bytes - at);
        if (length > 0 && is_address(text + at, length)) {
            for (size_t i = at + 1; i < at + length; i++)
                if (breaks[i] == UC_BREAK_POSSIBLE)
                    breaks[i] = UC_BREAK_PROHIBITED;
            if (at > 0 && text[at - 1] == ' ')
                breaks[at] = UC_BREAK_POSSIBLE;
        }
        at += length;
    }
}

/* LB29, which libunistring 1.0 breaks: no break in "e.g." */
static bool is_joined(const char *text, size_t n_bytes, size_t at)
{
    return at > 0 && is_part(text[at - 1], PART_JOINS) &&
           letter_length(text + at, n_bytes - at) > 0;
}

/* LB20a of newer rules: no break after a hyphen that begins a word, "-sartan",
 * here also within brackets. */
static bool is_after_first_hyphen(const char *text, size_t at)
{
    return at > 0 && text[at - 1] == '-' &&
           (at == 1 || text[at - 2] == ' ' ||
            is_part(text[at - 2], PART_OPENS));
}

/* From libunistring's view, where the line-ending character is marked, to
 * ours, where the one after it is; by whole clusters. */
static void translate(const char *text, size_t n_bytes, char *breaks)
{
    bool ended = false;
    for (size_t at = 0; at < n_bytes;) {
        size_t length = grapheme_next(text + at, n_bytes - at);
        bool ends = memchr(breaks + at, UC_BREAK_MANDATORY, length);
        bool may = breaks[at] == UC_BREAK_POSSIBLE;
        memset(breaks + at, LINE_BREAK_NO, length);
        if (ended)
            breaks[at] = LINE_BREAK_MUST;
        else if (may && !is_joined(text, n_bytes, at) &&
                 !is_after_first_hyphen(text, at))
            breaks[at] = LINE_BREAK_MAY;
        ended = ends;
        at += length;
    }
}

static void break_by_rules(const char *text, size_t n_bytes, char *breaks)
{
    u8_possible_linebreaks((const uint8_t *)text, n_bytes, "UTF-8", breaks);
    keep_addresses_whole(text, n_bytes, breaks);
    translate(text, n_bytes, breaks);
}

/* Length of the words from the start of text to the next plain gap, with the
 * spaces of it. */
static size_t phrase_length(const char *text, size_t n_bytes)
{
    size_t next = 0;
    for (;;) {
        size_t end = next + find_byte(text + next, n_bytes - next, ' ');
        next = skip_spaces(text, n_bytes, end);
        if (next == n_bytes)
            return next;
        char before = end > 0 ? text[end - 1] : ' ';
        bool known = !(before & 0x80) && !is_part(before, PART_QUOTE);
        if (known && is_plain_gap(before, text + next, n_bytes - next))
            return next;
    }
}

/* breaks are all LINE_BREAK_NO before. */
static void break_line(const char *text, size_t n_bytes, char *breaks)
{
    for (size_t at = 0, next; at < n_bytes; at = next) {
        size_t n = break_simple_word(text + at, n_bytes - at, breaks + at);
        next = skip_spaces(text, n_bytes, at + n);
        if (n > 0 &&
            (next == n_bytes ||
             is_plain_gap(text[at + n - 1], text + next, n_bytes - next))) {
            memset(breaks + at + n, LINE_BREAK_NO, next - at - n);
        } else {
            n = phrase_length(text + at, n_bytes - at);
            break_by_rules(text + at, n, breaks + at);
            next = at + n;
        }
        breaks[at] = at > 0 ? LINE_BREAK_MAY : LINE_BREAK_NO;
    }
}

void line_breaks(const char *text, size_t n_bytes, char *breaks)
{
    memset(breaks, LINE_BREAK_NO, n_bytes);
    for (size_t at = 0; at < n_bytes;) {
        size_t length = find_byte(text + at, n_bytes - at, '\n');
        break_line(text + at, length, breaks + at);
        if (at > 0)
            breaks[at] = LINE_BREAK_MUST;
        at += length + 1;
    }
}

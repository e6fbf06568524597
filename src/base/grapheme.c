/* Finds grapheme clusters, their widths, and the direction of text. */
#include "base/grapheme.h"

#include <stdbool.h>

#include <unictype.h>
#include <unigbrk.h>

#include "base/ascii.h"
#include "base/utf8.h"

#define ZWJ 0x200D

static bool is_printable_ascii(char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/* The state of the rules of UAX 29 within a cluster. */
struct cluster {
    uint32_t last;
    bool emoji; /* a pictograph, followed only by marks and joiners */
    unsigned n_indicators; /* consecutive regional indicators */
};

static bool is_region_indicator(uint32_t code_point)
{
    return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

static void add_code_point(struct cluster *cluster, uint32_t code_point)
{
    bool pictograph = code_point_traits(code_point) & CODE_POINT_PICTOGRAPH;
    cluster->emoji =
        pictograph || (cluster->emoji && code_point_cells(code_point) == 0);
    cluster->n_indicators =
        is_region_indicator(code_point) ? cluster->n_indicators + 1 : 0;
    cluster->last = code_point;
}

/* Tells whether a code point continues the cluster. libunistring 1.0 only looks
 * at two code points, which is not enough for GB11 to GB13. */
static bool continues_cluster(const struct cluster *cluster,
                              uint32_t code_point)
{
    if (cluster->last == ZWJ && cluster->emoji &&
        code_point_traits(code_point) & CODE_POINT_PICTOGRAPH)
        return true;
    if (cluster->n_indicators && is_region_indicator(code_point))
        return cluster->n_indicators % 2;
    return !uc_is_grapheme_break(cluster->last, code_point);
}

size_t grapheme_next(const char *text, size_t n_bytes)
{
    if (n_bytes > 1 && is_printable_ascii(text[0]) &&
        is_printable_ascii(text[1]))
        return 1;
    uint32_t code_point;
    size_t at = utf8_decode(text, n_bytes, &code_point);
    unsigned first = code_point_traits(code_point);
    struct cluster cluster = {0};
    while (at < n_bytes) {
        add_code_point(&cluster, code_point);
        size_t n = utf8_decode(text + at, n_bytes - at, &code_point);
        if (first & code_point_traits(code_point) & CODE_POINT_PLAIN ||
            !continues_cluster(&cluster, code_point))
            break;
        at += n;
    }
    return at;
}

size_t grapheme_text_cells(const char *text, size_t n_bytes)
{
    size_t cells = 0;
    for (size_t i = 0; i < n_bytes;) {
        size_t n_ascii = utf8_ascii_prefix(text + i, n_bytes - i);
        cells += n_ascii;
        i += n_ascii;
        if (i == n_bytes)
            break;
        uint32_t code_point;
        i += utf8_decode(text + i, n_bytes - i, &code_point);
        int code_point_width = code_point_cells(code_point);
        if (code_point_width > 0)
            cells += (size_t)code_point_width;
    }
    return cells;
}

unsigned grapheme_cells(const char *cluster, size_t n_bytes)
{
    return (unsigned)grapheme_text_cells(cluster, n_bytes);
}

size_t grapheme_text_fit(const char *text, size_t n_bytes, size_t cells)
{
    size_t fit = 0;
    for (size_t used = 0; fit < n_bytes;) {
        size_t n = n_bytes - fit < cells - used ? n_bytes - fit : cells - used;
        n = utf8_ascii_prefix(text + fit, n);
        if (n > 1) {
            n--; /* a combining mark may follow the last one */
            used += n;
        } else {
            n = grapheme_next(text + fit, n_bytes - fit);
            used += grapheme_text_cells(text + fit, n);
            if (used > cells)
                break;
        }
        fit += n;
    }
    return fit;
}

bool grapheme_text_is_rtl(const char *text, size_t n_bytes)
{
    for (size_t i = 0, n; i < n_bytes; i += n) {
        if (ascii_is_alpha(text[i]))
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

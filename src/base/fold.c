/* Text as one searches for it. */
#include "base/fold.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/code_point.h"
#include "base/fold_map.h"
#include "base/utf8.h"

/* What Unicode does not decompose. */
static const struct {
    uint32_t code_point;
    const char *folded;
} letters[] = {
    {0x00C6, "AE"}, {0x00D0, "D"},  {0x00D8, "O"},  {0x00DE, "TH"},
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"},  {0x00F8, "o"},
    {0x00FE, "th"}, {0x0110, "D"},  {0x0111, "d"},  {0x0126, "H"},
    {0x0127, "h"},  {0x0131, "i"},  {0x0141, "L"},  {0x0142, "l"},
    {0x014A, "N"},  {0x014B, "n"},  {0x0152, "OE"}, {0x0153, "oe"},
    {0x0166, "T"},  {0x0167, "t"},  {0x02BC, "'"},  {0x1E9E, "SS"},
    {0x2010, "-"},  {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"},
    {0x2014, "-"},  {0x2018, "'"},  {0x2019, "'"},  {0x201C, "\""},
    {0x201D, "\""}, {0x2044, "/"},  {0x2212, "-"},
};

/* Marks that are accents: Latin, Greek and Cyrillic ones, and the vowel points
 * of Hebrew and Arabic, which most writers leave out. */
static const struct {
    uint32_t first, last;
} accents[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},
    {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x064B, 0x065F},
    {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
    {0x06EA, 0x06ED}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
    {0xFE20, 0xFE2F},
};

/* Unicode's longest decomposition has 18 code points, of which case folding
 * makes at most three each. */
#define N_PARTS_MAX 64

struct folder {
    unsigned fold;
    struct buf *out;
    size_t start;         /* of our own in out */
    struct fold_map *map; /* NULL: nobody asks */
};

static bool is_accent(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof accents / sizeof *accents; i++)
        if (code_point <= accents[i].last)
            return code_point >= accents[i].first;
    return false;
}

static const char *letter_of(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (code_point == letters[i].code_point)
            return letters[i].folded;
    return NULL;
}

static bool is_kept(uint32_t code_point, unsigned fold)
{
    return !(code_point_traits(code_point) & CODE_POINT_IGNORABLE) &&
           !(code_point_traits(code_point) & CODE_POINT_COMMAND) &&
           !((fold & FOLD_ACCENTS) && is_accent(code_point));
}

/* Letter and case folding of one decomposed code point; returns how many. */
static size_t fold_letter(uint32_t code_point, unsigned fold, uint32_t *folded,
                          size_t n_max)
{
    const char *letter = fold & FOLD_ACCENTS ? letter_of(code_point) : NULL;
    uint32_t spelled[2] = {code_point};
    size_t n = 1;
    for (size_t i = 0; letter && letter[i]; i++) {
        spelled[i] = (unsigned char)letter[i];
        n = i + 1;
    }
    if (fold & FOLD_CASE)
        u32_casefold(spelled, n, NULL, NULL, folded, &n_max);
    else
        memcpy(folded, spelled, n * sizeof *folded);
    return fold & FOLD_CASE ? n_max : n;
}

/* What a code point becomes: 0 to N_PARTS_MAX code points. */
static size_t expand(uint32_t code_point, unsigned fold, uint32_t *parts)
{
    uint32_t decomposed[N_PARTS_MAX], folded[8];
    size_t n_decomposed = N_PARTS_MAX, n = 0;
    u32_normalize(UNINORM_NFKD, &code_point, 1, decomposed, &n_decomposed);
    for (size_t i = 0; i < n_decomposed; i++) {
        size_t n_folded = fold_letter(decomposed[i], fold, folded, 8);
        for (size_t j = 0; j < n_folded && n < N_PARTS_MAX; j++)
            if (is_kept(folded[j], fold))
                parts[n++] = folded[j];
    }
    return n;
}

/* What a code point becomes, if it is one code point; otherwise: */
enum {
    BECOMES_NOTHING = 0x110000,
    BECOMES_MANY,
};

static uint32_t look_up(uint32_t code_point, unsigned fold)
{
    uint32_t parts[N_PARTS_MAX];
    size_t n = expand(code_point, fold, parts);
    return n == 0 ? BECOMES_NOTHING : n == 1 ? parts[0] : BECOMES_MANY;
}

/* The same from memory. Only the pages of scripts that a text uses are ever
 * touched. Two threads may write the same entry; they write the same value. */
static uint32_t become(uint32_t code_point, unsigned fold)
{
    static _Atomic uint32_t remembered[2][0x10000]; /* 0: not asked for yet */
    if (code_point > 0xFFFF || !(fold & FOLD_ACCENTS))
        return look_up(code_point, fold);
    _Atomic uint32_t *entry = &remembered[(fold & FOLD_CASE) != 0][code_point];
    uint32_t found = atomic_load_explicit(entry, memory_order_relaxed);
    if (!found) {
        found = look_up(code_point, fold);
        atomic_store_explicit(entry, found, memory_order_relaxed);
    }
    return found;
}

/* Han, Hangul syllables, kana: nothing to take apart. */
static bool stands_as_it_is(uint32_t code_point)
{
    return (code_point >= 0x3041 && code_point <= 0x3096) ||
           (code_point >= 0x30A1 && code_point <= 0x30FE) ||
           (code_point >= 0x3400 && code_point <= 0x9FFF) ||
           (code_point >= 0xAC00 && code_point <= 0xD7A3);
}

static bool is_white_space(uint32_t code_point)
{
    return (code_point >= '\t' && code_point <= '\r') || code_point == ' ' ||
           code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029;
}

static bool ends_in_space(const struct folder *folder)
{
    const struct buf *out = folder->out;
    return out->n_bytes > folder->start && out->data[out->n_bytes - 1] == ' ';
}

static bool is_hangul_or_kana_mark(uint32_t code_point)
{
    return (code_point >= 0x1161 && code_point <= 0x11C2) ||
           code_point == 0x3099 || code_point == 0x309A;
}

/* Puts a mark together with what it follows: Hangul, kana, and accents where
 * they stay. */
static bool compose(struct folder *folder, uint32_t mark)
{
    struct buf *out = folder->out;
    bool composes = folder->fold & FOLD_ACCENTS ? is_hangul_or_kana_mark(mark)
                                                : code_point_cells(mark) == 0;
    if (!composes || out->n_bytes == folder->start)
        return false;
    size_t at = utf8_floor(out->data, out->n_bytes, out->n_bytes - 1);
    uint32_t base;
    utf8_decode(out->data + at, out->n_bytes - at, &base);
    uint32_t composed = uc_composition(base, mark);
    if (!composed)
        return false;
    if (folder->map)
        fold_map_merge(folder->map, (uint32_t)at);
    buf_truncate(out, at);
    buf_add_code_point(out, composed);
    return true;
}

static void put(struct folder *folder, uint32_t code_point)
{
    if (folder->fold & FOLD_SPACES && is_white_space(code_point)) {
        if (!ends_in_space(folder))
            buf_add_char(folder->out, ' ');
    } else if (!compose(folder, code_point)) {
        buf_add_code_point(folder->out, code_point);
    }
}

static void note(struct folder *folder, size_t text_at, bool parallel)
{
    if (folder->map)
        fold_map_add(folder->map,
                     (struct fold_stretch){(uint32_t)folder->out->n_bytes,
                                           (uint32_t)text_at, parallel});
}

static void put_many(struct folder *folder, uint32_t code_point)
{
    uint32_t parts[N_PARTS_MAX];
    size_t n_parts = expand(code_point, folder->fold, parts);
    for (size_t i = 0; i < n_parts; i++)
        put(folder, parts[i]);
}

/* Folds the code point at text_at; returns its length. */
static size_t fold_code_point(struct folder *folder, const char *text,
                              size_t n_bytes, size_t text_at)
{
    uint32_t code_point;
    size_t length = utf8_decode(text, n_bytes, &code_point);
    uint32_t one = stands_as_it_is(code_point)
                       ? code_point
                       : become(code_point, folder->fold);
    if (one == BECOMES_MANY) {
        note(folder, text_at, false);
        put_many(folder, code_point);
    } else if (one != BECOMES_NOTHING) {
        char bytes[4];
        note(folder, text_at, utf8_encode(one, bytes) == length);
        put(folder, one);
    }
    return length;
}

/* Eight letters at a time: adding carries into the high bit from 'A' on and
 * from '['. */
static uint64_t lower_eight(uint64_t eight)
{
    uint64_t ones = 0x0101010101010101u;
    uint64_t from_a = eight + ones * (0x80 - 'A');
    uint64_t past_z = eight + ones * (0x80 - 'Z' - 1);
    return eight | ((from_a & ~past_z & (ones << 7)) >> 2);
}

static void add_lower(struct buf *out, const char *text, size_t n_bytes)
{
    buf_reserve(out, n_bytes);
    char *to = out->data + out->n_bytes;
    size_t i = 0;
    uint64_t eight;
    for (; n_bytes - i >= sizeof eight; i += sizeof eight) {
        memcpy(&eight, text + i, sizeof eight);
        eight = lower_eight(eight);
        memcpy(to + i, &eight, sizeof eight);
    }
    for (; i < n_bytes; i++)
        to[i] =
            (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] | 0x20 : text[i]);
    to[n_bytes] = '\0';
    out->n_bytes += n_bytes;
}

static void fold_stretch(struct folder *folder, const char *text,
                         size_t n_bytes, size_t text_at)
{
    if (!n_bytes)
        return;
    note(folder, text_at, true);
    if (folder->fold & FOLD_CASE)
        add_lower(folder->out, text, n_bytes);
    else
        buf_add_n(folder->out, text, n_bytes);
}

/* Folds printable ASCII, without the second of two spaces. */
static void fold_ascii(struct folder *folder, const char *text, size_t n_bytes,
                       size_t text_at)
{
    size_t at = 0;
    while (folder->fold & FOLD_SPACES && at < n_bytes) {
        while (at < n_bytes && text[at] == ' ' && ends_in_space(folder))
            at++;
        const char *spaces = memmem(text + at, n_bytes - at, "  ", 2);
        if (!spaces)
            break;
        size_t end = (size_t)(spaces - text) + 1;
        fold_stretch(folder, text + at, end - at, text_at + at);
        at = end;
    }
    fold_stretch(folder, text + at, n_bytes - at, text_at + at);
}

static void fold_all(struct folder *folder, const char *text, size_t n_bytes)
{
    buf_reserve(folder->out, n_bytes);
    for (size_t at = 0; at < n_bytes;) {
        size_t n_ascii = utf8_ascii_prefix(text + at, n_bytes - at);
        if (n_ascii > 0)
            fold_ascii(folder, text + at, n_ascii, at);
        at += n_ascii;
        if (at < n_bytes)
            at += fold_code_point(folder, text + at, n_bytes - at, at);
    }
}

void fold_text(const char *text, size_t n_bytes, unsigned fold, struct buf *out)
{
    fold_all(&(struct folder){fold, out, out->n_bytes, NULL}, text, n_bytes);
}

void fold_text_mapped(const char *text, size_t n_bytes, unsigned fold,
                      struct buf *out, struct fold_map *map)
{
    *map = (struct fold_map){0};
    struct folder folder = {fold, out, out->n_bytes, map};
    fold_all(&folder, text, n_bytes);
    note(&folder, n_bytes, true);
}

char *fold_string(const char *text, unsigned fold)
{
    struct buf out;
    buf_init(&out);
    fold_text(text, strlen(text), fold, &out);
    return buf_steal(&out);
}

bool fold_has_upper(const char *text, size_t n_bytes)
{
    for (size_t at = 0; at < n_bytes;) {
        uint32_t code_point;
        at += utf8_decode(text + at, n_bytes - at, &code_point);
        if (uc_is_upper(code_point))
            return true;
    }
    return false;
}

int fold_compare(const char *a, const char *b)
{
    char *folded_a = fold_string(a, FOLD_ALL);
    char *folded_b = fold_string(b, FOLD_ALL);
    int order = strcmp(folded_a, folded_b);
    free(folded_a);
    free(folded_b);
    return order ? order : strcmp(a, b);
}

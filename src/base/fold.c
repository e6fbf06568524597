/* Folds texts, and maps offsets in folded text back to the source. */
#include "base/fold.h"

#include <stdlib.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>

#include "base/ascii.h"
#include "base/code_point.h"
#include "base/fold_code_point.h"
#include "base/mem.h"
#include "base/utf8.h"

/* A segment of folded text, which ends where the next one begins. If it is
 * parallel, each of its bytes comes from one byte of the text; otherwise it
 * comes from one code point. */
struct fold_segment {
    uint32_t folded, text; /* where it starts in either text */
    bool parallel;
};

/* Appends a segment unless it continues the last one. */
static void add_segment(struct fold_map *map, struct fold_segment segment)
{
    if (map->n > 0 && segment.parallel) {
        const struct fold_segment *last = &map->segments[map->n - 1];
        if (last->parallel &&
            segment.text - segment.folded == last->text - last->folded)
            return;
    }
    map->segments =
        mem_grow(map->segments, map->n, &map->capacity, sizeof *map->segments);
    map->segments[map->n++] = segment;
}

void fold_map_finish(struct fold_map *map)
{
    if (!map)
        return;
    free(map->segments);
    *map = (struct fold_map){0};
}

/* Returns the last segment that begins at or before an offset; the first one
 * begins at 0. */
static const struct fold_segment *segment_at(const struct fold_map *map,
                                             uint32_t folded)
{
    size_t first = 0, end = map->n;
    while (end - first > 1) {
        size_t middle = first + (end - first) / 2;
        if (map->segments[middle].folded <= folded)
            first = middle;
        else
            end = middle;
    }
    return &map->segments[first];
}

uint32_t fold_map_start(const struct fold_map *map, uint32_t folded_start)
{
    const struct fold_segment *segment = segment_at(map, folded_start);
    uint32_t into = segment->parallel ? folded_start - segment->folded : 0;
    return segment->text + into;
}

uint32_t fold_map_end(const struct fold_map *map, uint32_t folded_end)
{
    const struct fold_segment *segment = segment_at(map, folded_end);
    if (!segment->parallel && segment->folded < folded_end)
        return segment[1].text; /* the end of the text is a segment, too */
    return fold_map_start(map, folded_end);
}

/* Merges all segments from an offset on into one that is not parallel. */
static void merge_segments(struct fold_map *map, uint32_t folded)
{
    uint32_t text = fold_map_start(map, folded);
    while (map->n > 0 && map->segments[map->n - 1].folded >= folded)
        map->n--;
    add_segment(map, (struct fold_segment){folded, text, false});
}

struct folding {
    unsigned fold;
    struct buf *out;
    size_t start;         /* where this text starts in out */
    struct fold_map *map; /* may be NULL */
};

static bool is_white_space(uint32_t code_point)
{
    return (code_point >= '\t' && code_point <= '\r') || code_point == ' ' ||
           code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029;
}

static bool ends_in_space(const struct folding *folding)
{
    const struct buf *out = folding->out;
    return out->n_bytes > folding->start && out->data[out->n_bytes - 1] == ' ';
}

static bool is_hangul_or_kana_mark(uint32_t code_point)
{
    return (code_point >= 0x1161 && code_point <= 0x11C2) ||
           code_point == 0x3099 || code_point == 0x309A;
}

/* Composes a mark with the code point before it, if both form one: Hangul,
 * kana, and accents unless these are folded. */
static bool compose(struct folding *folding, uint32_t mark)
{
    struct buf *out = folding->out;
    bool composes = folding->fold & FOLD_ACCENTS ? is_hangul_or_kana_mark(mark)
                                                 : code_point_cells(mark) == 0;
    if (!composes || out->n_bytes == folding->start)
        return false;
    size_t at = utf8_floor(out->data, out->n_bytes, out->n_bytes - 1);
    uint32_t base;
    utf8_decode(out->data + at, out->n_bytes - at, &base);
    uint32_t composed = uc_composition(base, mark);
    if (!composed)
        return false;
    if (folding->map)
        merge_segments(folding->map, (uint32_t)at);
    buf_truncate(out, at);
    buf_add_code_point(out, composed);
    return true;
}

static void add_folded(struct folding *folding, uint32_t code_point)
{
    if (folding->fold & FOLD_SPACES && is_white_space(code_point)) {
        if (!ends_in_space(folding))
            buf_add_char(folding->out, ' ');
    } else if (!compose(folding, code_point)) {
        buf_add_code_point(folding->out, code_point);
    }
}

static void map_segment(struct folding *folding, size_t text_at, bool parallel)
{
    if (folding->map)
        add_segment(folding->map,
                    (struct fold_segment){(uint32_t)folding->out->n_bytes,
                                          (uint32_t)text_at, parallel});
}

static void add_expansion(struct folding *folding, uint32_t code_point)
{
    uint32_t parts[FOLD_PARTS_MAX];
    size_t n_parts = fold_expand(code_point, folding->fold, parts);
    for (size_t i = 0; i < n_parts; i++)
        add_folded(folding, parts[i]);
}

/* Folds the code point at text_at. Returns its length. */
static size_t fold_next(struct folding *folding, const char *text,
                        size_t n_bytes, size_t text_at)
{
    uint32_t code_point;
    size_t length = utf8_decode(text, n_bytes, &code_point);
    uint32_t folded_code_point = fold_code_point(code_point, folding->fold);
    if (folded_code_point == FOLDS_TO_MANY) {
        map_segment(folding, text_at, false);
        add_expansion(folding, code_point);
    } else if (folded_code_point != FOLDS_TO_NOTHING) {
        char bytes[4];
        map_segment(folding, text_at,
                    utf8_encode(folded_code_point, bytes) == length);
        add_folded(folding, folded_code_point);
    }
    return length;
}

static void add_lower(struct buf *out, const char *text, size_t n_bytes)
{
    buf_reserve(out, n_bytes);
    char *to = out->data + out->n_bytes;
    ascii_lower_copy(to, text, n_bytes);
    to[n_bytes] = '\0';
    out->n_bytes += n_bytes;
}

static void fold_segment(struct folding *folding, const char *text,
                         size_t n_bytes, size_t text_at)
{
    if (!n_bytes)
        return;
    map_segment(folding, text_at, true);
    if (folding->fold & FOLD_CASE)
        add_lower(folding->out, text, n_bytes);
    else
        buf_add_n(folding->out, text, n_bytes);
}

/* Folds printable ASCII. FOLD_SPACES collapses runs of spaces. */
static void fold_ascii(struct folding *folding, const char *text,
                       size_t n_bytes, size_t text_at)
{
    size_t at = 0;
    while (folding->fold & FOLD_SPACES && at < n_bytes) {
        while (at < n_bytes && text[at] == ' ' && ends_in_space(folding))
            at++;
        const char *two = memmem(text + at, n_bytes - at, "  ", 2);
        if (!two)
            break;
        size_t end = (size_t)(two - text) + 1;
        fold_segment(folding, text + at, end - at, text_at + at);
        at = end;
    }
    fold_segment(folding, text + at, n_bytes - at, text_at + at);
}

static void fold_all(struct folding *folding, const char *text, size_t n_bytes)
{
    buf_reserve(folding->out, n_bytes);
    for (size_t at = 0; at < n_bytes;) {
        size_t n_ascii = utf8_ascii_prefix(text + at, n_bytes - at);
        if (n_ascii > 0)
            fold_ascii(folding, text + at, n_ascii, at);
        at += n_ascii;
        if (at < n_bytes)
            at += fold_next(folding, text + at, n_bytes - at, at);
    }
}

void fold_text(const char *text, size_t n_bytes, unsigned fold, struct buf *out)
{
    fold_all(&(struct folding){fold, out, out->n_bytes, NULL}, text, n_bytes);
}

void fold_text_mapped(const char *text, size_t n_bytes, unsigned fold,
                      struct buf *out, struct fold_map *map)
{
    *map = (struct fold_map){0};
    struct folding folding = {fold, out, out->n_bytes, map};
    fold_all(&folding, text, n_bytes);
    map_segment(&folding, n_bytes, true);
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

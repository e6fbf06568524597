/* Text as one searches for it. */
#include "base/fold.h"

#include <stdlib.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>

#include "base/ascii.h"
#include "base/code_point.h"
#include "base/fold_code_point.h"
#include "base/fold_map.h"
#include "base/utf8.h"

struct folder {
    unsigned fold;
    struct buf *out;
    size_t start;         /* of our own in out */
    struct fold_map *map; /* NULL: nobody asks */
};

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
    uint32_t parts[FOLD_PARTS_MAX];
    size_t n_parts = fold_expand(code_point, folder->fold, parts);
    for (size_t i = 0; i < n_parts; i++)
        put(folder, parts[i]);
}

/* Folds the code point at text_at; returns its length. */
static size_t fold_next(struct folder *folder, const char *text, size_t n_bytes,
                        size_t text_at)
{
    uint32_t code_point;
    size_t length = utf8_decode(text, n_bytes, &code_point);
    uint32_t one = fold_code_point(code_point, folder->fold);
    if (one == FOLDS_TO_MANY) {
        note(folder, text_at, false);
        put_many(folder, code_point);
    } else if (one != FOLDS_TO_NOTHING) {
        char bytes[4];
        note(folder, text_at, utf8_encode(one, bytes) == length);
        put(folder, one);
    }
    return length;
}

static void add_lower(struct buf *out, const char *text, size_t n_bytes)
{
    buf_reserve(out, n_bytes);
    char *to = out->data + out->n_bytes;
    for (size_t i = 0; i < n_bytes; i++)
        to[i] = ascii_lower(text[i]);
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
        const char *two = memmem(text + at, n_bytes - at, "  ", 2);
        if (!two)
            break;
        size_t end = (size_t)(two - text) + 1;
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
            at += fold_next(folder, text + at, n_bytes - at, at);
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

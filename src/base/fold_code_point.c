/* Folds single code points, with a cache. */
#include "base/fold_code_point.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

#include <unicase.h>
#include <uninorm.h>

#include "base/code_point.h"
#include "base/fold.h"

/* Letters and signs that Unicode does not decompose. */
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

/* Combining marks that count as accents: Latin, Greek and Cyrillic ones, and
 * the vowel points of Hebrew and Arabic, which most writers omit. */
static const struct {
    uint32_t first, last;
} accents[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},
    {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x064B, 0x065F},
    {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
    {0x06EA, 0x06ED}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
    {0xFE20, 0xFE2F},
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

/* Folds one code point of a decomposition. Returns the number of results. */
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

size_t fold_expand(uint32_t code_point, unsigned fold, uint32_t *parts)
{
    uint32_t decomposed[FOLD_PARTS_MAX], folded[8];
    size_t n_decomposed = FOLD_PARTS_MAX, n = 0;
    u32_normalize(UNINORM_NFKD, &code_point, 1, decomposed, &n_decomposed);
    for (size_t i = 0; i < n_decomposed; i++) {
        size_t n_folded = fold_letter(decomposed[i], fold, folded, 8);
        for (size_t j = 0; j < n_folded && n < FOLD_PARTS_MAX; j++)
            if (is_kept(folded[j], fold))
                parts[n++] = folded[j];
    }
    return n;
}

static uint32_t look_up(uint32_t code_point, unsigned fold)
{
    uint32_t parts[FOLD_PARTS_MAX];
    size_t n = fold_expand(code_point, fold, parts);
    return n == 0 ? FOLDS_TO_NOTHING : n == 1 ? parts[0] : FOLDS_TO_MANY;
}

/* Looks up a code point in the cache. Only the memory pages of the scripts in
 * use are touched. If two threads write the same entry, they write the same
 * value. */
static uint32_t look_up_cached(uint32_t code_point, unsigned fold)
{
    static _Atomic uint32_t cache[2][0x10000]; /* 0 if not looked up yet */
    if (code_point > 0xFFFF || !(fold & FOLD_ACCENTS))
        return look_up(code_point, fold);
    _Atomic uint32_t *entry = &cache[(fold & FOLD_CASE) != 0][code_point];
    uint32_t found = atomic_load_explicit(entry, memory_order_relaxed);
    if (!found) {
        found = look_up(code_point, fold);
        atomic_store_explicit(entry, found, memory_order_relaxed);
    }
    return found;
}

/* Han, Hangul syllables and kana do not fold. */
static bool folds_to_itself(uint32_t code_point)
{
    return (code_point >= 0x3041 && code_point <= 0x3096) ||
           (code_point >= 0x30A1 && code_point <= 0x30FE) ||
           (code_point >= 0x3400 && code_point <= 0x9FFF) ||
           (code_point >= 0xAC00 && code_point <= 0xD7A3);
}

uint32_t fold_code_point(uint32_t code_point, unsigned fold)
{
    return folds_to_itself(code_point) ? code_point
                                       : look_up_cached(code_point, fold);
}

/* Splits text into words, numbers and signs. */
#include "state/token.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "base/utf8.h"

#define CITATION_MAX_BYTES 200

enum token_class {
    CLASS_SPACE,   /* separates tokens: white space and punctuation */
    CLASS_IGNORED, /* does not even separate: soft hyphens, joiners */
    CLASS_LETTER,
    CLASS_DIGIT,
    CLASS_SIGN,      /* a token of its own that belongs to numbers */
    CLASS_IDEOGRAPH, /* a token of its own */
};

struct class_range {
    uint32_t first, last;
    enum token_class class;
};

/* Code points outside ASCII, sorted. All others are letters. */
static const struct class_range ranges[] = {
    {0x80, 0xA0, CLASS_SPACE},         {0xA1, 0xA1, CLASS_SPACE},
    {0xA2, 0xA5, CLASS_SIGN},          {0xA6, 0xA9, CLASS_SPACE},
    {0xAB, 0xAC, CLASS_SPACE},         {0xAD, 0xAD, CLASS_IGNORED},
    {0xAE, 0xAF, CLASS_SPACE},         {0xB0, 0xB3, CLASS_SIGN},
    {0xB4, 0xB4, CLASS_SPACE},         {0xB6, 0xB8, CLASS_SPACE},
    {0xB9, 0xB9, CLASS_SIGN},          {0xBB, 0xBB, CLASS_SPACE},
    {0xBC, 0xBE, CLASS_SIGN},          {0xBF, 0xBF, CLASS_SPACE},
    {0xD7, 0xD7, CLASS_SIGN},          {0xF7, 0xF7, CLASS_SIGN},
    {0x2000, 0x200A, CLASS_SPACE},     {0x200B, 0x200F, CLASS_IGNORED},
    {0x2010, 0x202F, CLASS_SPACE},     {0x2030, 0x2031, CLASS_SIGN},
    {0x2032, 0x205F, CLASS_SPACE},     {0x2060, 0x206F, CLASS_IGNORED},
    {0x2070, 0x209F, CLASS_SIGN},      {0x20A0, 0x20CF, CLASS_SIGN},
    {0x2150, 0x215F, CLASS_SIGN},      {0x2190, 0x21FF, CLASS_SIGN},
    {0x2212, 0x2212, CLASS_SPACE},     {0x2200, 0x22FF, CLASS_SIGN},
    {0x2300, 0x27FF, CLASS_SPACE},     {0x2E80, 0x2FFF, CLASS_IDEOGRAPH},
    {0x3000, 0x3004, CLASS_SPACE},     {0x3005, 0x3007, CLASS_IDEOGRAPH},
    {0x3008, 0x3020, CLASS_SPACE},     {0x3021, 0x9FFF, CLASS_IDEOGRAPH},
    {0xF900, 0xFAFF, CLASS_IDEOGRAPH}, {0xFE00, 0xFE0F, CLASS_IGNORED},
    {0xFE10, 0xFE6F, CLASS_SPACE},     {0xFEFF, 0xFEFF, CLASS_IGNORED},
    {0xFF01, 0xFF0F, CLASS_SPACE},     {0x20000, 0x3FFFF, CLASS_IDEOGRAPH},
    {0xE0000, 0xE0FFF, CLASS_IGNORED},
};

static enum token_class class_of(uint32_t code_point)
{
    if (code_point < 0x80) {
        char byte = (char)code_point;
        if (ascii_is_digit(byte))
            return CLASS_DIGIT;
        if (ascii_is_alpha(byte))
            return CLASS_LETTER;
        return code_point && strchr("<>=+%$", byte) ? CLASS_SIGN : CLASS_SPACE;
    }
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code_point >= ranges[i].first && code_point <= ranges[i].last)
            return ranges[i].class;
    return CLASS_LETTER;
}

struct scan {
    const char *text;
    size_t n_bytes, at;
    enum lang lang;
    struct tokens *tokens;
    struct buf word; /* of the current token */
};

static uint32_t code_point_at(const struct scan *scan, size_t at,
                              size_t *length)
{
    uint32_t code_point = 0;
    *length = 0;
    if (at < scan->n_bytes)
        *length = utf8_decode(scan->text + at, scan->n_bytes - at, &code_point);
    return code_point;
}

static enum token_class class_at(const struct scan *scan, size_t at,
                                 size_t *length)
{
    uint32_t code_point = code_point_at(scan, at, length);
    return *length ? class_of(code_point) : CLASS_SPACE;
}

static void fold_word(struct buf *word)
{
    bool is_ascii = true;
    for (size_t i = 0; i < word->n_bytes; i++) {
        word->data[i] = ascii_lower(word->data[i]);
        is_ascii = is_ascii && !(word->data[i] & 0x80);
    }
    if (is_ascii)
        return;
    struct buf folded;
    buf_init(&folded);
    fold_text(word->data, word->n_bytes, FOLD_CASE, &folded);
    buf_finish(word);
    *word = folded;
}

/* Returns the hash of a word without a negating prefix or ending and, so that
 * "helps" equals "does not help", without a final s. Returns 0 if nothing is
 * left. */
static uint32_t core_of(const char *word, uint32_t flags)
{
    static const char *const prefixes[] = {"un", "in",  "im",
                                           "ir", "non", "dis"};
    size_t n = strlen(word);
    if (str_equal(word, "cannot"))
        n = 3;
    else if (str_ends(word, "n't"))
        n -= 3;
    else if (flags & TOKEN_NEGATION || token_word_is_filler(word))
        return 0;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (str_starts(word, prefixes[i]) && n > strlen(prefixes[i]) + 2) {
            word += strlen(prefixes[i]);
            n -= strlen(prefixes[i]);
            break;
        }
    if (n > 3 && word[n - 1] == 's')
        n--;
    if (token_word_is_filler_n(word, n))
        return 0;
    uint32_t core = (uint32_t)map_hash(word, n);
    return core ? core : 1;
}

static void add(struct scan *scan, size_t start, uint32_t flags)
{
    struct tokens *tokens = scan->tokens;
    fold_word(&scan->word);
    flags |= token_word_flags(scan->word.data, scan->lang);
    tokens->items = mem_grow(tokens->items, tokens->n, &tokens->capacity,
                             sizeof *tokens->items);
    tokens->items[tokens->n++] = (struct token){
        .start = (uint32_t)start,
        .end = (uint32_t)scan->at,
        .flags = flags,
        .core = core_of(scan->word.data, flags),
        .hash = map_hash(scan->word.data, scan->word.n_bytes),
    };
}

/* Returns whether exactly three digits follow. */
static bool is_group(const struct scan *scan, size_t at)
{
    size_t length;
    for (int i = 0; i < 3; i++)
        if (class_at(scan, at + (size_t)i, &length) != CLASS_DIGIT)
            return false;
    return class_at(scan, at + 3, &length) != CLASS_DIGIT;
}

/* Returns whether a number continues after a separator. Sets *counts to false
 * for a thousands separator, which makes no difference. */
static bool number_goes_on(const struct scan *scan, size_t at, size_t *length,
                           bool *counts)
{
    size_t next;
    uint32_t code_point = code_point_at(scan, at, length);
    bool is_space =
        code_point == 0xA0 || code_point == 0x202F || code_point == 0x2009;
    *counts = !is_space && !(code_point == ',' && is_group(scan, at + 1));
    if (is_space)
        return is_group(scan, at + *length);
    return (code_point == ',' || code_point == '.') &&
           class_at(scan, at + *length, &next) == CLASS_DIGIT;
}

static void scan_number(struct scan *scan)
{
    size_t start = scan->at, length;
    bool counts;
    buf_clear(&scan->word);
    while (scan->at < scan->n_bytes) {
        if (class_at(scan, scan->at, &length) == CLASS_DIGIT)
            buf_add_char(&scan->word, scan->text[scan->at]);
        else if (!number_goes_on(scan, scan->at, &length, &counts))
            break;
        else if (counts)
            buf_add_char(&scan->word, scan->text[scan->at]);
        scan->at += length;
    }
    add(scan, start, TOKEN_NUMBER);
}

static bool is_apostrophe(uint32_t code_point)
{
    return code_point == '\'' || code_point == 0x2019;
}

static void scan_word(struct scan *scan)
{
    size_t start = scan->at, length, next;
    buf_clear(&scan->word);
    while (scan->at < scan->n_bytes) {
        enum token_class class = class_at(scan, scan->at, &length);
        bool joins = is_apostrophe(code_point_at(scan, scan->at, &length)) &&
                     class_at(scan, scan->at + length, &next) == CLASS_LETTER;
        if (joins)
            buf_add_char(&scan->word, '\'');
        else if (class == CLASS_LETTER || class == CLASS_DIGIT)
            buf_add_n(&scan->word, scan->text + scan->at, length);
        else if (class != CLASS_IGNORED)
            break;
        scan->at += length;
    }
    add(scan, start, 0);
}

/* Returns the length of a citation "[^id]", or 0 if none begins here. */
static size_t citation_length(const struct scan *scan)
{
    const char *text = scan->text + scan->at;
    size_t n_left = scan->n_bytes - scan->at;
    if (n_left < 4 || text[0] != '[' || text[1] != '^')
        return 0;
    for (size_t i = 2; i < n_left && i < CITATION_MAX_BYTES; i++) {
        if (text[i] == ']')
            return i + 1;
        if (ascii_is_space(text[i]))
            return 0;
    }
    return 0;
}

/* Returns whether a sign is the minus of the number after it. It is not if
 * something precedes it, as in a range. */
static bool is_minus(const struct scan *scan, uint32_t code_point,
                     size_t length)
{
    size_t next;
    return (code_point == '-' || code_point == 0x2212) &&
           class_at(scan, scan->at + length, &next) == CLASS_DIGIT &&
           (scan->at == 0 || ascii_is_space(scan->text[scan->at - 1]) ||
            scan->text[scan->at - 1] == '(');
}

static void scan_sign(struct scan *scan, size_t length, uint32_t flags)
{
    size_t start = scan->at;
    buf_clear(&scan->word);
    buf_add_n(&scan->word, scan->text + start, length);
    scan->at += length;
    add(scan, start, flags);
}

static void scan_next(struct scan *scan)
{
    size_t length, citation = citation_length(scan);
    if (citation) {
        scan->at += citation;
        return;
    }
    uint32_t code_point = code_point_at(scan, scan->at, &length);
    if (is_minus(scan, code_point, length)) {
        scan_sign(scan, length, TOKEN_NUMBER);
        return;
    }
    switch (class_of(code_point)) {
    case CLASS_DIGIT: scan_number(scan); break;
    case CLASS_LETTER: scan_word(scan); break;
    case CLASS_SIGN: scan_sign(scan, length, TOKEN_NUMBER); break;
    case CLASS_IDEOGRAPH: scan_sign(scan, length, 0); break;
    case CLASS_SPACE:
    case CLASS_IGNORED: scan->at += length; break;
    }
}

void tokens_add(struct tokens *tokens, const char *text, size_t n_bytes,
                enum lang lang)
{
    struct scan scan = {text, n_bytes, 0, lang, tokens, {0}};
    buf_init(&scan.word);
    while (scan.at < n_bytes)
        scan_next(&scan);
    buf_finish(&scan.word);
}

void tokens_finish(struct tokens *tokens)
{
    free(tokens->items);
    *tokens = (struct tokens){0};
}

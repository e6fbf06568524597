/* Splits text into terms. */
#include "index/terms.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "base/map.h"
#include "base/utf8.h"
#include "index/stem.h"

#define HEBREW_MIN 8 /* bytes (four letters); shorter words are left whole */

/* Scripts without spaces: Thai, Lao, Khmer, Han, kana. */
static bool is_paired(uint32_t c)
{
    return (c >= 0x0E01 && c <= 0x0EFF) || (c >= 0x1780 && c <= 0x17FF) ||
           (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static bool is_plain(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/* Returns whether a code point is a letter or digit. Outside ASCII, these are
 * all but the blocks of punctuation and symbols, and the private use area,
 * which the index uses itself. */
static bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return is_plain((unsigned char)c);
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 &&
           !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3040) &&
           !(c >= 0xE000 && c < 0xF900) && !(c >= 0xFE00 && c < 0xFE70) &&
           !(c >= 0x1F000 && c < 0x20000) && c < 0xF0000 &&
           c != UTF8_REPLACEMENT;
}

void term_reader_init(struct term_reader *reader, const char *folded,
                      size_t n_bytes)
{
    *reader = (struct term_reader){folded, folded + n_bytes, false};
}

static size_t decode(const struct term_reader *reader, const char *at,
                     uint32_t *c)
{
    *c = 0;
    return at < reader->end ? utf8_decode(at, (size_t)(reader->end - at), c)
                            : 0;
}

/* Reads a pair, or the last character of a run. */
static bool next_pair(struct term_reader *reader, struct term *term)
{
    uint32_t c, next;
    size_t n = decode(reader, reader->at, &c);
    size_t n_next = decode(reader, reader->at + n, &next);
    if (!is_paired(next))
        n_next = 0;
    *term = (struct term){
        .text = reader->at,
        .n_bytes = n + n_next,
        .paired = true,
        .ends_run = reader->in_run && !n_next,
    };
    reader->at += n;
    reader->in_run = n_next > 0;
    return true;
}

/* Returns the length of the word at the current position, or 0. */
static size_t word_length(const struct term_reader *reader)
{
    const char *at = reader->at;
    while (at < reader->end) {
        uint32_t c;
        if (is_plain((unsigned char)*at)) {
            at++;
            continue;
        }
        if ((unsigned char)*at < 0x80)
            break;
        size_t n = decode(reader, at, &c);
        if (!is_letter(c) || is_paired(c))
            break;
        at += n;
    }
    return (size_t)(at - reader->at);
}

/* Skips "'s", which means nothing to the search. */
static void skip_possessive(struct term_reader *reader)
{
    const char *at = reader->at;
    if (reader->end - at >= 2 && at[0] == '\'' && at[1] == 's' &&
        (reader->end - at == 2 || !is_plain((unsigned char)at[2])))
        reader->at += 2;
}

/* Reads a unit at a position, after at most one space, and sets *end to its
 * end. Returns NULL if there is none. */
static const char *read_unit(const struct term_reader *reader, const char *at,
                             const char **end)
{
    struct term_reader rest = {.end = reader->end};
    rest.at = at + (at < reader->end && *at == ' ');
    size_t n = word_length(&rest);
    const char *unit = n ? amount_unit(rest.at, n) : NULL;
    if (unit)
        *end = rest.at + n;
    return unit;
}

/* Reads a number with its unit, or a decimal number. All other numbers are
 * words, including "b12" and "covid19". */
static bool amount_next(struct term_reader *reader, struct term *term)
{
    char number[AMOUNT_BYTES];
    bool has_separator;
    const char *end =
        amount_read_number(reader->at, reader->end, number, &has_separator);
    if (end == reader->at || !*number)
        return false;
    struct term_reader rest = {.at = end, .end = reader->end};
    const char *unit = read_unit(reader, end, &end);
    if (!unit && (word_length(&rest) > 0 || !has_separator))
        return false;
    *term = (struct term){.text = reader->at,
                          .n_bytes = (size_t)(end - reader->at)};
    snprintf(term->amount, sizeof term->amount, "%s%s", number,
             unit ? unit : "");
    reader->at = end;
    return true;
}

bool term_next(struct term_reader *reader, struct term *term)
{
    while (reader->at < reader->end) {
        uint32_t c;
        if ((unsigned char)*reader->at < 0x80 &&
            !is_plain((unsigned char)*reader->at)) {
            reader->at++; /* usually a space */
            continue;
        }
        if (amount_next(reader, term))
            return true;
        size_t n = word_length(reader);
        if (n > 0) {
            *term = (struct term){.text = reader->at, .n_bytes = n};
            reader->at += n;
            skip_possessive(reader);
            return true;
        }
        n = decode(reader, reader->at, &c);
        if (is_paired(c))
            return next_pair(reader, term);
        reader->at += n;
    }
    return false;
}

const char *term_word(const struct term *term, size_t *n_bytes)
{
    *n_bytes = *term->amount ? strlen(term->amount) : term->n_bytes;
    return *term->amount ? term->amount : term->text;
}

size_t term_stem(const struct term *term, unsigned language,
                 char out[static TERM_MAX_BYTES + 1])
{
    size_t n;
    const char *word = term_word(term, &n);
    if (n > TERM_MAX_BYTES - STEM_MARK_BYTES)
        n = utf8_floor(word, n, TERM_MAX_BYTES - STEM_MARK_BYTES);
    memcpy(out, word, n);
    if (!term->paired && !*term->amount)
        n = stem_word(language, out, n);
    out[n] = '\0';
    return n;
}

void word_stem(const char *word, char out[static TERM_MAX_BYTES + 1])
{
    struct term_reader reader;
    struct term term;
    *out = '\0';
    term_reader_init(&reader, word, strlen(word));
    if (term_next(&reader, &term))
        term_stem(&term, STEM_ENGLISH, out);
}

void terms_add_stems(const char *text, size_t n_bytes, unsigned language,
                     struct buf *out)
{
    struct buf folded;
    struct term_reader reader;
    struct term term;
    buf_init(&folded);
    fold_text(text, n_bytes, FOLD_ALL, &folded);
    term_reader_init(&reader, folded.data, folded.n_bytes);
    for (bool first = true; term_next(&reader, &term);) {
        char stem[TERM_MAX_BYTES + 1];
        if (term.ends_run)
            continue;
        if (!first)
            buf_add_char(out, ' ');
        buf_add_n(out, stem, term_stem(&term, language, stem));
        first = false;
    }
    buf_finish(&folded);
}

void terms_add_words(const char *text, size_t n_bytes, struct buf *out)
{
    struct buf folded;
    struct term_reader reader;
    struct term term;
    buf_init(&folded);
    fold_text(text, n_bytes, FOLD_ALL, &folded);
    term_reader_init(&reader, folded.data, folded.n_bytes);
    for (bool first = true; term_next(&reader, &term); first = false) {
        size_t n;
        const char *word = term_word(&term, &n);
        if (!first)
            buf_add_char(out, ' ');
        buf_add_n(out, word, n);
    }
    buf_finish(&folded);
}

/* Appends a Hebrew word without the one-letter words that are attached before
 * it, of which there may be two. */
static void add_hebrew(const char *word, size_t n_bytes, struct buf *out)
{
    static const char prefixes[] = "\u05d5\u05d4\u05d1\u05dc\u05de\u05e9\u05db";
    for (int i = 0; i < 2 && n_bytes >= HEBREW_MIN; i++) {
        bool is_prefix = false;
        for (const char *at = prefixes; *at; at += 2)
            is_prefix = is_prefix || !memcmp(at, word, 2);
        if (!is_prefix)
            return;
        word += 2;
        n_bytes -= 2;
        buf_add_n(out, word, n_bytes);
        buf_add_char(out, ' ');
    }
}

static bool is_hebrew(const char *word, size_t n_bytes)
{
    return n_bytes > 2 && ((unsigned char)*word == 0xD7);
}

void term_add_joined(const struct term *before, const struct term *term,
                     struct buf *out)
{
    const char *end = before->text ? before->text + before->n_bytes : NULL;
    if (end && end + 1 == term->text && *end == '-' && !term->paired &&
        !before->paired &&
        before->n_bytes + term->n_bytes < TERM_MAX_BYTES / 2) {
        buf_add_n(out, before->text, before->n_bytes);
        buf_add_n(out, term->text, term->n_bytes);
        buf_add_char(out, ' ');
    } else if (is_hebrew(term->text, term->n_bytes)) {
        add_hebrew(term->text, term->n_bytes, out);
    }
}

int64_t terms_hash(const char *stems, size_t n_bytes)
{
    return (int64_t)map_hash(stems, n_bytes);
}

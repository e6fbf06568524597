/* From text to the words that are searched. */
#include "index/terms.h"

#include <string.h>

#include "base/fold.h"
#include "base/map.h"
#include "base/utf8.h"
#include "index/stem.h"

/* Written without spaces: Han, kana. */
static bool is_paired(uint32_t c)
{
    return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static bool is_plain(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/* Letters and digits. Of other scripts, all but the blocks of punctuation and
 * symbols; private use is the index's own. */
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

/* A pair, or the last character of a run. */
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
        .again = reader->in_run && !n_next,
    };
    reader->at += n;
    reader->in_run = n_next > 0;
    return true;
}

/* Bytes of the word at a place; 0 if none begins there. */
static size_t word_length(const struct term_reader *reader)
{
    const char *at = reader->at;
    while (at < reader->end) {
        uint32_t c;
        if (is_plain((unsigned char)*at)) {
            at++;
            continue;
        }
        size_t n = decode(reader, at, &c);
        if (c < 0x80 || !is_letter(c) || is_paired(c))
            break;
        at += n;
    }
    return (size_t)(at - reader->at);
}

/* "'s", which says nothing. */
static void skip_possessive(struct term_reader *reader)
{
    const char *at = reader->at;
    if (reader->end - at >= 2 && at[0] == '\'' && at[1] == 's' &&
        (reader->end - at == 2 || !is_plain((unsigned char)at[2])))
        reader->at += 2;
}

bool term_next(struct term_reader *reader, struct term *term)
{
    while (reader->at < reader->end) {
        uint32_t c;
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

size_t term_stem(const struct term *term, char out[static TERM_MAX_BYTES + 1])
{
    size_t n = term->n_bytes;
    if (n > TERM_MAX_BYTES)
        n = utf8_floor(term->text, n, TERM_MAX_BYTES);
    memcpy(out, term->text, n);
    if (!term->paired)
        n = stem_word(out, n);
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
        term_stem(&term, out);
}

static void add_terms(const char *text, size_t n_bytes, bool stems,
                      struct buf *out)
{
    struct buf folded;
    struct term_reader reader;
    struct term term;
    buf_init(&folded);
    fold_text(text, n_bytes, FOLD_ALL, &folded);
    term_reader_init(&reader, folded.data, folded.n_bytes);
    for (bool first = true; term_next(&reader, &term); first = false) {
        char stem[TERM_MAX_BYTES + 1];
        if (!first)
            buf_add_char(out, ' ');
        if (stems)
            buf_add_n(out, stem, term_stem(&term, stem));
        else
            buf_add_n(out, term.text, term.n_bytes);
    }
    buf_finish(&folded);
}

void terms_add_stems(const char *text, size_t n_bytes, struct buf *out)
{
    add_terms(text, n_bytes, true, out);
}

void terms_add_words(const char *text, size_t n_bytes, struct buf *out)
{
    add_terms(text, n_bytes, false, out);
}

int64_t terms_hash(const char *stems, size_t n_bytes)
{
    return (int64_t)map_hash(stems, n_bytes);
}

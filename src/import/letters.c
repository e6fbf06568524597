/* The letters and digits of a text, one after another. */
#include "import/letters.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/code_point.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/utf8.h"

void letters_init(struct letters *letters)
{
    *letters = (struct letters){.apart = true};
    buf_init(&letters->text);
}

void letters_finish(struct letters *letters)
{
    buf_finish(&letters->text);
    free(letters->signs.items);
    free(letters->words);
    free(letters->places);
}

void letters_divide(struct letters *letters)
{
    letters->apart = true;
    letters_gap_add(&letters->gap, &letters->signs, LETTERS_GAP_BLOCK);
}

void letters_pass_tag(struct letters *letters, uint32_t tag)
{
    letters->apart = true;
    letters_gap_add(&letters->gap, &letters->signs, tag);
}

/* The words that come next stand where the letters are now. */
static void note_place(struct letters *letters)
{
    struct letters_place place = {.word = (uint32_t)letters->n_words,
                                  .line = (uint32_t)letters->line,
                                  .heading = letters->heading};
    struct letters_place *last =
        letters->n_places > 0 ? &letters->places[letters->n_places - 1] : NULL;
    if (last && last->line == place.line && last->heading == place.heading)
        return;
    if (!last || last->word != place.word) {
        letters->places =
            mem_grow(letters->places, letters->n_places,
                     &letters->places_capacity, sizeof *letters->places);
        last = &letters->places[letters->n_places++];
    }
    *last = place;
}

/* For the words of a text of so many bytes, and one that is not kept. */
static void reserve_words(struct letters *letters, size_t n_bytes)
{
    size_t n = letters->n_words + n_bytes / 2 + 2;
    if (n <= letters->capacity)
        return;
    letters->capacity = n > 2 * letters->capacity ? n : 2 * letters->capacity;
    letters->words =
        mem_realloc(letters->words, letters->capacity, sizeof *letters->words);
}

/* U+0300 to U+036F, at the start of a run. */
static bool begins_with_mark(const char *text, size_t n_bytes)
{
    return n_bytes > 1 &&
           (text[0] == '\xCC' || (text[0] == '\xCD' && !(text[1] & 0x10)));
}

/* Takes the last letter off again if it is ASCII: a mark comes on it. */
static bool take_base(struct letters *letters, char *base)
{
    struct buf *text = &letters->text;
    if (letters->apart || text->n_bytes == 0 ||
        text->data[text->n_bytes - 1] & 0x80)
        return false;
    *base = text->data[text->n_bytes - 1];
    buf_truncate(text, text->n_bytes - 1);
    return true;
}

/* Superscripts and subscripts of digits, and fractions such as "½", which NFKC
 * writes as plain digits; 0: none. */
static uint32_t raising_of(uint32_t code_point)
{
    if ((code_point >= 0x2080 && code_point <= 0x208B))
        return LETTERS_GAP_LOWERED;
    bool raised = code_point == 0xB2 || code_point == 0xB3 ||
                  code_point == 0xB9 ||
                  (code_point >= 0x2070 && code_point <= 0x207B);
    bool fraction = (code_point >= 0xBC && code_point <= 0xBE) ||
                    (code_point >= 0x2150 && code_point <= 0x215F);
    return raised || fraction ? LETTERS_GAP_RAISED : 0;
}

/* Adds a letter or digit, or what stands between two. */
static void add_folded(struct letters *letters, const char *bytes, size_t n,
                       uint32_t code_point)
{
    if (!code_point_is_word(code_point)) {
        letters->apart = true;
        letters_gap_add(&letters->gap, &letters->signs, code_point);
        return;
    }
    if (letters->apart) {
        reserve_words(letters, 0);
        letters->words[letters->n_words++] = (uint32_t)letters->text.n_bytes;
        letters->apart = false;
    }
    letters_gap_end(&letters->gap, &letters->signs, letters->text.n_bytes, n,
                    code_point_is_digit(code_point));
    buf_add_n(&letters->text, bytes, n);
}

static void add_in_nfkc(struct letters *letters, const char *text,
                        size_t n_bytes)
{
    struct buf folded;
    buf_init(&folded);
    fold_text(text, n_bytes, 0, &folded);
    for (size_t at = 0; at < folded.n_bytes;) {
        uint32_t code_point;
        size_t n =
            utf8_decode(folded.data + at, folded.n_bytes - at, &code_point);
        add_folded(letters, folded.data + at, n, code_point);
        at += n;
    }
    buf_finish(&folded);
}

/* A run of bytes that are not ASCII. */
static void add_run(struct letters *letters, const char *text, size_t n_bytes)
{
    struct buf run;
    buf_init(&run);
    char base;
    if (begins_with_mark(text, n_bytes) && take_base(letters, &base))
        buf_add_char(&run, base);
    buf_add_n(&run, text, n_bytes);
    uint32_t last = 0;
    for (size_t at = 0, start = 0; start < run.n_bytes;) {
        uint32_t code_point = 0, raising = 0;
        size_t n = utf8_decode(run.data + at, run.n_bytes - at, &code_point);
        if (at == run.n_bytes ||
            ((raising = raising_of(code_point)) && raising != last)) {
            add_in_nfkc(letters, run.data + start, at - start);
            start = at;
            if (raising)
                letters_pass_tag(letters, raising);
        }
        last = raising;
        at += n;
    }
    buf_finish(&run);
}

void letters_reserve(struct letters *letters, size_t n_bytes)
{
    buf_reserve(&letters->text, n_bytes);
    reserve_words(letters, n_bytes / 2);
}

/* ascii_is_alnum without branches. */
static bool is_plain(char byte)
{
    return ((unsigned)(byte | 0x20) - 'a' < 26) | ((unsigned)byte - '0' < 10);
}

/* Takes the signs of ASCII that was added at an offset of the text. Letters
 * need no more than to begin a gap, so a text without digits is passed over
 * but for its end. */
static void add_signs(struct letters *letters, const char *text, size_t n_bytes,
                      size_t at, bool digits)
{
    struct letters_gap *gap = &letters->gap;
    size_t i = 0;
    if (!digits && !gap->after_digit) {
        for (i = n_bytes; i > 0 && !is_plain(text[i - 1]);)
            i--;
        if (i > 0)
            *gap = (struct letters_gap){.after_letter = true};
    }
    for (; i < n_bytes; i++) {
        if (is_plain(text[i])) {
            letters_gap_end(gap, &letters->signs, at++, 1,
                            ascii_is_digit(text[i]));
            while (i + 1 < n_bytes && gap->after_letter &&
                   ascii_is_alpha(text[i + 1])) {
                i++;
                at++;
            }
        } else {
            letters_gap_add(gap, &letters->signs, (unsigned char)text[i]);
        }
    }
}

#define ASCII_BYTES 512 /* at once */

/* ASCII up to the end of a line; returns how many bytes. All text that is
 * imported comes by here, twice, and where a word ends no processor can guess:
 * each byte is written, and each place, and counts or is written over. */
static size_t add_ascii(struct letters *letters, const char *text,
                        size_t n_bytes)
{
    size_t n = 0, n_max = n_bytes < ASCII_BYTES ? n_bytes : ASCII_BYTES;
    size_t n_words = letters->n_words, n_text = letters->text.n_bytes;
    bool apart = letters->apart, digits = false;
    buf_reserve(&letters->text, n_max);
    reserve_words(letters, n_max);
    uint32_t *words = letters->words;
    char *data = letters->text.data;
    for (; n < n_max && !(text[n] & 0x80) && text[n] != '\n'; n++) {
        bool plain = is_plain(text[n]);
        digits |= (unsigned)text[n] - '0' < 10;
        words[n_words] = (uint32_t)n_text;
        n_words += plain & apart;
        data[n_text] = text[n];
        n_text += plain;
        apart = !plain;
    }
    data[n_text] = '\0';
    add_signs(letters, text, n, letters->text.n_bytes, digits);
    letters->text.n_bytes = n_text;
    letters->n_words = n_words;
    letters->apart = apart;
    return n;
}

void letters_add(struct letters *letters, const char *text, size_t n_bytes)
{
    for (size_t at = 0; at < n_bytes;) {
        note_place(letters);
        if (text[at] == '\n') {
            letters->line += letters->line > 0;
            letters->apart = true;
            letters_gap_add(&letters->gap, &letters->signs, ' ');
            at++;
        } else if (!(text[at] & 0x80)) {
            at += add_ascii(letters, text + at, n_bytes - at);
        } else {
            size_t n = 0;
            while (at + n < n_bytes && (text[at + n] & 0x80))
                n++;
            add_run(letters, text + at, n);
            at += n;
        }
    }
}

void letters_pass(struct letters *letters, const char *text, size_t n_bytes)
{
    for (size_t i = 0; letters->line > 0 && i < n_bytes; i++)
        letters->line += text[i] == '\n';
}

size_t letters_word_at(const struct letters *letters, size_t start)
{
    size_t low = 0, high = letters->n_words;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (letters->words[middle] <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? low - 1 : SIZE_MAX;
}

const struct letters_place *letters_place(const struct letters *letters,
                                          size_t word)
{
    size_t low = 0, high = letters->n_places;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (letters->places[middle].word <= word)
            low = middle + 1;
        else
            high = middle;
    }
    return &letters->places[low - 1];
}

/* What stands between two words, or before the first one. */
static void quote_gap(const struct letters_signs *signs, size_t at, bool first,
                      struct buf *out)
{
    size_t n_before = out->n_bytes;
    if (!first)
        letters_sign_quote(signs, at, LETTERS_BETWEEN, out);
    if (!first && out->n_bytes == n_before)
        buf_add_char(out, ' ');
    letters_sign_quote(signs, at, LETTERS_BEFORE, out);
}

void letters_quote(const struct letters *letters, size_t start, size_t n_words,
                   struct buf *out)
{
    size_t word = letters_word_at(letters, start);
    for (size_t i = 0; word < letters->n_words && i < n_words; i++, word++) {
        size_t from = letters->words[word];
        size_t end = word + 1 < letters->n_words ? letters->words[word + 1]
                                                 : letters->text.n_bytes;
        quote_gap(&letters->signs, from, i == 0, out);
        buf_add_n(out, letters->text.data + from, end - from);
        letters_sign_quote(&letters->signs, end - 1, LETTERS_AFTER, out);
    }
}

static void add_without_case(struct letters *letters, const char *text)
{
    char *folded = fold_string(text, FOLD_CASE);
    letters_add(letters, folded, strlen(folded));
    free(folded);
}

bool letters_have(const char *text, const char *part)
{
    struct letters whole, piece;
    letters_init(&whole);
    letters_init(&piece);
    add_without_case(&whole, text);
    add_without_case(&piece, part);
    bool have = memmem(whole.text.data, whole.text.n_bytes, piece.text.data,
                       piece.text.n_bytes);
    letters_finish(&piece);
    letters_finish(&whole);
    return have;
}

/* The letters and digits of a text, one after another. */
#include "import/letters.h"

#include <stdlib.h>

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
    free(letters->words);
}

void letters_divide(struct letters *letters)
{
    letters->apart = true;
}

static void begin_word(struct letters *letters)
{
    letters->words = mem_grow(letters->words, letters->n_words,
                              &letters->capacity, sizeof *letters->words);
    letters->words[letters->n_words++] =
        (struct letters_word){.start = (uint32_t)letters->text.n_bytes,
                              .line = (uint32_t)letters->line,
                              .heading = letters->heading};
    letters->apart = false;
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

/* A run of bytes that are not ASCII. */
static void add_run(struct letters *letters, const char *text, size_t n_bytes)
{
    struct buf run, folded;
    buf_init(&run);
    buf_init(&folded);
    char base;
    if (begins_with_mark(text, n_bytes) && take_base(letters, &base))
        buf_add_char(&run, base);
    buf_add_n(&run, text, n_bytes);
    fold_text(run.data, run.n_bytes, 0, &folded);
    buf_finish(&run);
    for (size_t at = 0; at < folded.n_bytes;) {
        uint32_t code_point;
        size_t n =
            utf8_decode(folded.data + at, folded.n_bytes - at, &code_point);
        if (!code_point_is_word(code_point)) {
            letters->apart = true;
        } else {
            if (letters->apart)
                begin_word(letters);
            buf_add_n(&letters->text, folded.data + at, n);
        }
        at += n;
    }
    buf_finish(&folded);
}

void letters_add(struct letters *letters, const char *text, size_t n_bytes)
{
    for (size_t at = 0; at < n_bytes;) {
        size_t n = 0;
        while (at + n < n_bytes && ascii_is_alnum(text[at + n]))
            n++;
        if (n > 0) {
            if (letters->apart)
                begin_word(letters);
            buf_add_n(&letters->text, text + at, n);
        } else if (!(text[at] & 0x80)) {
            letters->line += letters->line > 0 && text[at] == '\n';
            letters->apart = true;
            n = 1;
        } else {
            while (at + n < n_bytes && (text[at + n] & 0x80))
                n++;
            add_run(letters, text + at, n);
        }
        at += n;
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
        if (letters->words[middle].start <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? low - 1 : SIZE_MAX;
}

void letters_quote(const struct letters *letters, size_t start, size_t n_words,
                   struct buf *out)
{
    size_t word = letters_word_at(letters, start);
    for (size_t i = 0; word < letters->n_words && i < n_words; i++, word++) {
        size_t from = letters->words[word].start;
        size_t end = word + 1 < letters->n_words
                         ? letters->words[word + 1].start
                         : letters->text.n_bytes;
        if (i > 0)
            buf_add_char(out, ' ');
        buf_add_n(out, letters->text.data + from, end - from);
    }
}

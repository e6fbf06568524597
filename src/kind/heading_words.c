/* Splits headings into words for the classifier. */
#include "kind/heading_words.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

/* Han text has no spaces between words, so each character is taken as a
 * word. */
static bool is_han(unsigned c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/* Tells whether a code point is a letter or digit: anything but the punctuation
 * and symbols that occur in headings. */
static bool is_word_part(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 &&
           !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3040) &&
           c != UTF8_REPLACEMENT;
}

static bool is_apostrophe(const char *at)
{
    return *at == '\'' || !strncmp(at, "’", strlen("’"));
}

bool heading_word_is(const struct heading_word *word, const char *text)
{
    return word->n_bytes == strlen(text) &&
           !memcmp(word->text, text, word->n_bytes);
}

static bool is_any(const struct heading_word *word, const char *const *list)
{
    while (*list && !heading_word_is(word, *list))
        list++;
    return *list;
}

static void add(struct heading_words *words, const char *text, size_t n_bytes)
{
    if (words->n < HEADING_WORDS_MAX)
        words->items[words->n++] = (struct heading_word){text, n_bytes};
}

/* Adds what follows an apostrophe: "can't" becomes "can not" and "what's" "what
 * is"; a possessive "s" is dropped. */
static void add_contraction(struct heading_words *words, const char *text,
                            size_t n_bytes)
{
    static const char *const question_words[] = {"what", "who", "how",  "where",
                                                 "when", "it",  "that", NULL};
    struct heading_word *last = &words->items[words->n - 1];
    struct heading_word word = {text, n_bytes};
    if (heading_word_is(&word, "t") && last->text[last->n_bytes - 1] == 'n') {
        last->n_bytes -= !heading_word_is(last, "can");
        add(words, "not", 3);
    } else if (heading_word_is(&word, "s")) {
        if (is_any(last, question_words))
            add(words, "is", 2);
    } else {
        add(words, text, n_bytes);
    }
}

static void add_word(struct heading_words *words, const char *text,
                     size_t n_bytes)
{
    struct heading_word word = {text, n_bytes};
    if (heading_word_is(&word, "cannot")) {
        add(words, "can", 3);
        add(words, "not", 3);
    } else {
        add(words, text, n_bytes);
    }
}

/* Returns the length of the word at text, or 0. */
static size_t word_length(const char *text, size_t n_bytes)
{
    size_t n = 0;
    while (n < n_bytes) {
        uint32_t c;
        size_t step = utf8_decode(text + n, n_bytes - n, &c);
        if (is_han(c))
            return n > 0 ? n : step;
        if (!is_word_part(c))
            break;
        n += step;
    }
    return n;
}

/* Tells whether a word numbers a heading, as in "4.3" or "Q2:". */
static bool is_number(const struct heading_word *word)
{
    size_t start = word->text[0] == 'q';
    for (size_t i = start; i < word->n_bytes; i++) {
        if (word->text[i] < '0' || word->text[i] > '9')
            return false;
    }
    return true;
}

static void drop_leading_numbers(struct heading_words *words)
{
    size_t n = 0;
    while (n + 1 < words->n && is_number(&words->items[n]))
        n++;
    words->n -= n;
    memmove(words->items, words->items + n, words->n * sizeof *words->items);
}

static void record_starts(struct heading_words *words)
{
    words->n_starts = 0;
    words->bits = 0;
    for (size_t i = 0; i < words->n; i++) {
        const struct heading_word *word = &words->items[i];
        words->bits |=
            heading_word_bit(heading_word_start(word->text, word->n_bytes));
        for (size_t n = 1; n <= word->n_bytes && n <= HEADING_START_BYTES; n++)
            words->starts[words->n_starts++] =
                heading_word_start(word->text, n);
    }
}

void heading_words_init(struct heading_words *words, const char *text,
                        size_t n_bytes)
{
    words->n = 0;
    buf_init(&words->folded);
    fold_text(text, n_bytes, FOLD_ALL, &words->folded);
    const char *at = words->folded.data, *end = at + words->folded.n_bytes;
    bool after_apostrophe = false;
    while (at < end) {
        size_t n = word_length(at, (size_t)(end - at));
        if (n == 0) {
            uint32_t c;
            after_apostrophe = is_apostrophe(at);
            at += utf8_decode(at, (size_t)(end - at), &c);
            continue;
        }
        if (after_apostrophe && words->n > 0)
            add_contraction(words, at, n);
        else
            add_word(words, at, n);
        after_apostrophe = false;
        at += n;
    }
    drop_leading_numbers(words);
    record_starts(words);
}

void heading_words_finish(struct heading_words *words)
{
    buf_finish(&words->folded);
    words->n = 0;
}

static size_t singular_bytes(const struct heading_word *word)
{
    size_t n = word->n_bytes;
    if (n > 4 && !memcmp(word->text + n - 2, "es", 2))
        return n - 2;
    return n > 3 && word->text[n - 1] == 's' ? n - 1 : n;
}

bool heading_word_same(const struct heading_word *a,
                       const struct heading_word *b)
{
    size_t n = singular_bytes(a), m = singular_bytes(b);
    size_t n_common = n < m ? n : m;
    /* "vaccines" loses "es" and "vaccine" nothing: ignore a final "e". */
    return n_common > 0 && !memcmp(a->text, b->text, n_common) &&
           (n == m || (n == a->n_bytes && n == m + 1 && a->text[m] == 'e') ||
            (m == b->n_bytes && m == n + 1 && b->text[n] == 'e'));
}

static bool matches_at(const struct heading_words *words, size_t at,
                       const struct heading_words *name)
{
    if (at + name->n > words->n)
        return false;
    for (size_t i = 0; i < name->n; i++) {
        if (!heading_word_same(&words->items[at + i], &name->items[i]))
            return false;
    }
    return true;
}

void heading_words_mask(struct heading_words *words,
                        const struct heading_words *name)
{
    size_t n = 0;
    for (size_t at = 0; at < words->n;) {
        if (name->n > 0 && matches_at(words, at, name)) {
            words->items[n++] = (struct heading_word){HEADING_TOPIC, 1};
            at += name->n;
        } else {
            words->items[n++] = words->items[at++];
        }
    }
    words->n = n;
}

static bool is_listed(const struct heading_word *word, const char *list)
{
    while (*list) {
        size_t n = 0;
        while (list[n] && list[n] != ' ')
            n++;
        if (n == word->n_bytes && !memcmp(list, word->text, n))
            return true;
        list += n + (list[n] == ' ');
    }
    return false;
}

void heading_words_mask_nouns(struct heading_words *words, const char *nouns,
                              const char *determiners)
{
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++) {
        struct heading_word *last = n > 0 ? &words->items[n - 1] : NULL;
        if (last && is_listed(&words->items[i], nouns) &&
            (heading_word_is(last, HEADING_TOPIC) ||
             is_listed(last, determiners)))
            *last = (struct heading_word){HEADING_TOPIC, 1};
        else
            words->items[n++] = words->items[i];
    }
    words->n = n;
}

void heading_words_drop(struct heading_words *words, const char *list)
{
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++) {
        if (!is_listed(&words->items[i], list))
            words->items[n++] = words->items[i];
    }
    words->n = n;
}

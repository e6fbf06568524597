/* Finds terms in text, with their plurals: by the words of each form.
 *
 * A form is stored under the stems of its words, which are cheap and coarse;
 * each candidate is then compared word by word, and a word of the text must be
 * that of the form or a plural of it. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/code_point.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "library/glossary.h"

#define WORDS_MAX 8     /* of a form; more are never compared */
#define GAP_MAX_BYTES 4 /* between two words, unless they are spaces */

/* What a plural changes at the end of a word. */
static const struct plural_rule {
    enum lang lang;
    const char *singular, *plural;
} plural_rules[] = {
    {LANG_EN, "", "s"},      {LANG_EN, "", "es"},   {LANG_EN, "y", "ies"},
    {LANG_EN, "is", "es"},   {LANG_EN, "um", "a"},  {LANG_EN, "us", "i"},
    {LANG_EN, "a", "ae"},    {LANG_EN, "f", "ves"}, {LANG_EN, "fe", "ves"},
    {LANG_ES, "", "s"},      {LANG_ES, "", "es"},   {LANG_ES, "z", "ces"},
    {LANG_FR, "", "s"},      {LANG_FR, "", "x"},    {LANG_FR, "al", "aux"},
    {LANG_FR, "ail", "aux"}, {LANG_DE, "", "e"},    {LANG_DE, "", "n"},
    {LANG_DE, "", "en"},     {LANG_DE, "", "s"},    {LANG_DE, "", "es"},
    {LANG_DE, "", "nen"},
};

/* Endings that a stem is without, longest first. */
static const char *const stem_endings[] = {
    "aux", "ail", "ces", "ies", "ves", "nen", "al", "um",
    "us",  "is",  "ae",  "es",  "en",  "fe",  "s",  "x",
    "e",   "i",   "a",   "n",   "y",   "z",   "c",  "f"};
#define STEM_MIN_BYTES 3

/* A word of a text, or a single character of a script without spaces. */
struct text_word {
    size_t start, end;
    bool is_joined; /* nothing need stand before it: no spaces */
};

static bool has_no_spaces(uint32_t code_point)
{
    return (code_point >= 0x0E00 && code_point < 0x0F00) || /* Thai, Lao */
           (code_point >= 0x1000 && code_point < 0x10A0) || /* Burmese */
           (code_point >= 0x1780 && code_point < 0x1800) || /* Khmer */
           (code_point >= 0x2E80 && code_point < 0xA000) || /* Han, kana */
           (code_point >= 0xF900 && code_point < 0xFB00) || /* Han */
           (code_point >= 0x20000 && code_point < 0x40000); /* Han */
}

/* The first word at or after an offset; false if there is none. */
static bool next_word(const char *text, size_t n_bytes, size_t at,
                      struct text_word *out)
{
    uint32_t code_point = 0;
    size_t n = 0;
    for (; at < n_bytes; at += n) {
        n = utf8_decode(text + at, n_bytes - at, &code_point);
        if (code_point_is_word(code_point))
            break;
    }
    *out = (struct text_word){at, at + n, has_no_spaces(code_point)};
    while (at < n_bytes && !out->is_joined && out->end < n_bytes) {
        n = utf8_decode(text + out->end, n_bytes - out->end, &code_point);
        if (!code_point_is_word(code_point) || has_no_spaces(code_point))
            break;
        out->end += n;
    }
    return at < n_bytes;
}

bool glossary_has_word(const char *text)
{
    struct text_word word;
    return next_word(text, strlen(text), 0, &word);
}

static bool is_hyphen(const char *text, size_t n_bytes, size_t at, size_t *n)
{
    uint32_t code_point = 0;
    *n = at < n_bytes ? utf8_decode(text + at, n_bytes - at, &code_point) : 1;
    return code_point == '-' || code_point == 0x2010 || code_point == 0x2011;
}

/* Whether two words may belong to one phrase: what stands between them is
 * compared later. */
static bool is_phrase(const char *text, const struct text_word *first,
                      const struct text_word *second)
{
    size_t at = first->end;
    if (at == second->start)
        return first->is_joined && second->is_joined;
    while (at < second->start && ascii_is_space(text[at]))
        at++;
    return at == second->start || second->start - first->end <= GAP_MAX_BYTES;
}

static bool has_ending(const struct buf *word, size_t start, const char *ending)
{
    size_t n = strlen(ending), n_word = word->n_bytes - start;
    return n_word >= STEM_MIN_BYTES + n &&
           memcmp(word->data + word->n_bytes - n, ending, n) == 0;
}

/* Appends the stem of a word: folded, without all the endings. */
static void add_stem(const char *word, size_t n_bytes, struct buf *key)
{
    size_t start = key->n_bytes;
    fold_text(word, n_bytes, FOLD_ALL, key);
    for (size_t i = 0; i < sizeof stem_endings / sizeof *stem_endings;)
        if (has_ending(key, start, stem_endings[i])) {
            buf_truncate(key, key->n_bytes - strlen(stem_endings[i]));
            i = 0;
        } else {
            i++;
        }
    buf_add_char(key, ' ');
}

/* Words of a text from one on that may be a form, and their stems. */
struct glossary_phrase {
    struct text_word words[WORDS_MAX];
    size_t key_ends[WORDS_MAX];
    size_t n;
    struct buf key;
};

/* ---- comparing ---- */

/* A stretch of text: a word. */
struct text_piece {
    const char *text;
    size_t n_bytes;
};

static bool is_equal(const struct buf *a, const struct buf *b)
{
    return a->n_bytes == b->n_bytes &&
           memcmp(a->data, b->data, a->n_bytes) == 0;
}

static bool is_plural(const struct glossary *glossary, const struct buf *form,
                      const struct buf *word)
{
    /* "gas" is no plural of "ga", nor "class" of "clas" */
    if (form->n_bytes < STEM_MIN_BYTES || buf_ends(word, "ss"))
        return false;
    for (size_t i = 0; i < sizeof plural_rules / sizeof *plural_rules; i++) {
        const struct plural_rule *rule = &plural_rules[i];
        size_t n_singular = strlen(rule->singular);
        size_t n_plural = strlen(rule->plural);
        size_t n_same = form->n_bytes - n_singular;
        if (rule->lang == glossary->lang && form->n_bytes > n_singular &&
            word->n_bytes == n_same + n_plural &&
            memcmp(form->data + n_same, rule->singular, n_singular) == 0 &&
            memcmp(word->data + n_same, rule->plural, n_plural) == 0 &&
            memcmp(form->data, word->data, n_same) == 0)
            return true;
    }
    return false;
}

static bool is_word_of_form(const struct glossary *glossary,
                            struct text_piece form, struct text_piece word,
                            bool plurals)
{
    unsigned fold = plurals ? FOLD_ALL : FOLD_CASE;
    struct buf a, b;
    buf_init(&a);
    buf_init(&b);
    fold_text(form.text, form.n_bytes, fold, &a);
    fold_text(word.text, word.n_bytes, fold, &b);
    bool same = plurals ? is_plural(glossary, &a, &b) : is_equal(&a, &b);
    buf_finish(&a);
    buf_finish(&b);
    return same;
}

/* An acronym is found as it is written, or with an s. */
static bool is_word_of_acronym(struct text_piece form, struct text_piece word,
                               bool plurals)
{
    size_t n_plural = plurals ? 1 : 0;
    return word.n_bytes == form.n_bytes + n_plural &&
           memcmp(form.text, word.text, form.n_bytes) == 0 &&
           (!plurals || word.text[form.n_bytes] == 's');
}

/* Is it the word of the form or, with plurals, a plural of it? */
static bool is_word(const struct glossary *glossary,
                    const struct glossary_form *form, struct text_piece own,
                    struct text_piece word, bool plural)
{
    return form->is_acronym ? is_word_of_acronym(own, word, plural)
                            : is_word_of_form(glossary, own, word, plural);
}

/* The next character between two words; spaces, line ends and hyphens are all a
 * space. */
static uint32_t gap_character(const char **at, const char *end)
{
    uint32_t code_point = 0;
    size_t n = utf8_decode(*at, (size_t)(end - *at), &code_point);
    *at += n;
    if (code_point == '-' || code_point == 0x2010 || code_point == 0x2011 ||
        code_point == 0xA0 ||
        (code_point < 0x80 && ascii_is_space((char)code_point)))
        return ' ';
    return code_point == 0x2019 ? '\'' : code_point;
}

/* Is the same between two words, whatever the space is? */
static bool is_same_gap(struct text_piece a, struct text_piece b)
{
    const char *x = a.text, *x_end = x + a.n_bytes;
    const char *y = b.text, *y_end = y + b.n_bytes;
    uint32_t last = 0;
    while (x < x_end && y < y_end) {
        last = gap_character(&x, x_end);
        if (last != gap_character(&y, y_end))
            return false;
    }
    /* a line end and its indentation are one space */
    while (last == ' ' && x < x_end && gap_character(&x, x_end) == ' ')
        continue;
    while (last == ' ' && y < y_end && gap_character(&y, y_end) == ' ')
        continue;
    return x == x_end && y == y_end;
}

static struct text_piece piece_of(const char *text, size_t start, size_t end)
{
    return (struct text_piece){text + start, end - start};
}

/* Do the words of the text make up the form? */
static bool is_form(const struct glossary *glossary,
                    const struct glossary_form *form, const char *text,
                    const struct glossary_phrase *phrase, bool plurals)
{
    const char *own_text = form->text;
    size_t n_bytes = strlen(own_text), at = 0, i = 0;
    struct text_word own;
    for (; next_word(own_text, n_bytes, at, &own); i++, at = own.end) {
        const struct text_word *word = &phrase->words[i];
        if (i == phrase->n ||
            (i && !is_same_gap(piece_of(own_text, at, own.start),
                               piece_of(text, word[-1].end, word->start))))
            return false;
        struct text_piece a = piece_of(own_text, own.start, own.end);
        struct text_piece b = piece_of(text, word->start, word->end);
        if (!is_word(glossary, form, a, b, false) &&
            !(plurals && is_word(glossary, form, a, b, true)))
            return false;
    }
    return i == phrase->n;
}

/* ---- adding ---- */

static bool is_acronym(const char *text)
{
    size_t n_capitals = 0;
    for (; *text; text++) {
        if (ascii_is_lower(*text) || (unsigned char)*text >= 0x80)
            return false;
        n_capitals += ascii_is_upper(*text);
    }
    return n_capitals > 1;
}

static bool is_same_text(const char *a, const char *b)
{
    char *x = fold_string(a, FOLD_CASE), *y = fold_string(b, FOLD_CASE);
    bool same = strcmp(x, y) == 0;
    free(x);
    free(y);
    return same;
}

/* Puts a key into a map that keeps a copy of it. */
static struct map_entry *put(struct glossary *glossary, struct map *map,
                             const char *key, size_t n_bytes)
{
    struct map_entry *entry = map_put(map, key, n_bytes);
    if (!entry->number)
        entry->key = arena_strndup(&glossary->arena, key, n_bytes);
    return entry;
}

/* The stems of a text's words; the end of the first goes to n_first. */
static size_t add_stems(const char *text, struct buf *key, size_t *n_first)
{
    size_t n_bytes = strlen(text), n_words = 0, at = 0;
    struct text_word word;
    for (; n_words < WORDS_MAX && next_word(text, n_bytes, at, &word);
         at = word.end) {
        add_stem(text + word.start, word.end - word.start, key);
        if (n_words++ == 0)
            *n_first = key->n_bytes;
    }
    return n_words;
}

const struct glossary_term *glossary_add_form(struct glossary *glossary,
                                              const struct glossary_term *term,
                                              const char *text)
{
    struct buf key;
    size_t n_first = 0;
    const struct glossary_term *other = NULL;
    buf_init(&key);
    size_t n_words = add_stems(text, &key, &n_first);
    struct map_entry *entry =
        put(glossary, &glossary->keys, key.data, key.n_bytes);
    for (size_t i = entry->number; i && !other; i = glossary->forms[i - 1].next)
        if (is_same_text(glossary->forms[i - 1].text, text))
            other = glossary->forms[i - 1].term;
    if (!other) {
        glossary->forms =
            mem_grow(glossary->forms, glossary->n_forms,
                     &glossary->forms_capacity, sizeof *glossary->forms);
        glossary->forms[glossary->n_forms++] = (struct glossary_form){
            text, term, is_acronym(text), (uint32_t)entry->number};
        entry->number = glossary->n_forms;
        entry = put(glossary, &glossary->starts, key.data, n_first);
        if (entry->number < n_words)
            entry->number = n_words;
    }
    buf_finish(&key);
    return other;
}

/* ---- finding ---- */

/* Reads as many words as the longest form has that begins with the first. */
static void read_phrase(const struct glossary *glossary, const char *text,
                        size_t n_bytes, const struct text_word *first,
                        struct glossary_phrase *out)
{
    struct text_word word = *first;
    size_t n_max = 1;
    buf_clear(&out->key);
    for (out->n = 0; out->n < n_max;) {
        add_stem(text + word.start, word.end - word.start, &out->key);
        if (out->n == 0) {
            const struct map_entry *start =
                map_find(&glossary->starts, out->key.data, out->key.n_bytes);
            n_max = start ? start->number : 0;
            if (!n_max)
                return;
        }
        out->words[out->n] = word;
        out->key_ends[out->n++] = out->key.n_bytes;
        if (!next_word(text, n_bytes, word.end, &word) ||
            !is_phrase(text, &out->words[out->n - 1], &word))
            return;
    }
}

/* A part of a compound, "anti-inflammatory", is another word. */
static bool is_compound(const char *text, size_t n_bytes,
                        const struct text_word *first,
                        const struct text_word *last)
{
    struct text_word next;
    size_t n;
    bool before = first->start >= 2 && text[first->start - 1] == '-' &&
                  !ascii_is_space(text[first->start - 2]);
    return before || (is_hyphen(text, n_bytes, last->end, &n) &&
                      next_word(text, n_bytes, last->end, &next) &&
                      next.start == last->end + n);
}

/* The term with the words as a form, rather than as a plural of one. */
static const struct glossary_term *form_of(const struct glossary *glossary,
                                           const char *text,
                                           const struct glossary_phrase *phrase)
{
    const struct map_entry *entry = map_find(&glossary->keys, phrase->key.data,
                                             phrase->key_ends[phrase->n - 1]);
    for (int plurals = 0; entry && plurals < 2; plurals++)
        for (size_t i = entry->number; i; i = glossary->forms[i - 1].next)
            if (is_form(glossary, &glossary->forms[i - 1], text, phrase,
                        plurals))
                return glossary->forms[i - 1].term;
    return NULL;
}

/* The longest form that begins with a word; NULL if there is none. */
static const struct glossary_term *
longest_form(const struct glossary *glossary, const char *text, size_t n_bytes,
             struct glossary_phrase *phrase, size_t *end)
{
    for (; phrase->n > 0; phrase->n--) {
        const struct text_word *last = &phrase->words[phrase->n - 1];
        const struct glossary_term *term =
            is_compound(text, n_bytes, &phrase->words[0], last)
                ? NULL
                : form_of(glossary, text, phrase);
        if (term) {
            *end = last->end;
            return term;
        }
    }
    return NULL;
}

bool glossary_next(const struct glossary *glossary, const char *text,
                   size_t n_bytes, size_t from, struct glossary_match *out)
{
    struct glossary_phrase phrase;
    struct text_word word;
    *out = (struct glossary_match){0};
    buf_init(&phrase.key);
    for (; !out->term && next_word(text, n_bytes, from, &word);
         from = word.end) {
        read_phrase(glossary, text, n_bytes, &word, &phrase);
        out->start = word.start;
        out->term = longest_form(glossary, text, n_bytes, &phrase, &out->end);
    }
    buf_finish(&phrase.key);
    return out->term != NULL;
}

const struct glossary_term *glossary_at(const struct glossary *glossary,
                                        const char *text, size_t n_bytes,
                                        size_t *n_bytes_found)
{
    const struct glossary_term *term = NULL;
    struct glossary_phrase phrase;
    struct text_word word;
    buf_init(&phrase.key);
    if (next_word(text, n_bytes, 0, &word) && word.start == 0) {
        read_phrase(glossary, text, n_bytes, &word, &phrase);
        term = longest_form(glossary, text, n_bytes, &phrase, n_bytes_found);
    }
    buf_finish(&phrase.key);
    return term;
}

/* What a user types is no acronym unless nothing else is called so. */
const struct glossary_term *glossary_find(const struct glossary *glossary,
                                          const char *name)
{
    size_t n_bytes = strlen(name), n_found = 0;
    struct buf key;
    const struct glossary_term *found =
        glossary_at(glossary, name, n_bytes, &n_found);
    if (found && n_found == n_bytes)
        return found;
    buf_init(&key);
    found = NULL;
    if (add_stems(name, &key, &n_found)) {
        const struct map_entry *entry =
            map_find(&glossary->keys, key.data, key.n_bytes);
        for (size_t i = entry ? entry->number : 0; i && !found;
             i = glossary->forms[i - 1].next)
            if (is_same_text(glossary->forms[i - 1].text, name))
                found = glossary->forms[i - 1].term;
    }
    buf_finish(&key);
    return found;
}

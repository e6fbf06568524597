/* Finds terms and their plurals in text.
 *
 * A form is stored under the stems of its words, which are cheap and coarse.
 * Each candidate is then compared word by word: a word of the text must equal
 * the word of the form or be a plural of it. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "library/glossary_form.h"

#define GAP_MAX_BYTES 4 /* between two words, not counting white space */

/* Endings that are removed to get a stem, longest first. */
static const char *const stem_endings[] = {
    "aux", "ail", "ces", "ies", "ves", "nen", "al", "um",
    "us",  "is",  "ae",  "es",  "en",  "fe",  "s",  "x",
    "e",   "i",   "a",   "n",   "y",   "z",   "c",  "f"};

bool glossary_has_word(const char *text)
{
    struct glossary_word word;
    return glossary_word_next(text, strlen(text), 0, &word);
}

static bool is_hyphen(const char *text, size_t n_bytes, size_t at, size_t *n)
{
    uint32_t code_point = 0;
    *n = at < n_bytes ? utf8_decode(text + at, n_bytes - at, &code_point) : 1;
    return code_point == '-' || code_point == 0x2010 || code_point == 0x2011;
}

/* Tells whether two words may belong to one phrase. What is between them is
 * compared later. */
static bool may_be_phrase(const char *text, const struct glossary_word *first,
                          const struct glossary_word *second)
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
    return n_word >= GLOSSARY_STEM_BYTES + n &&
           memcmp(word->data + word->n_bytes - n, ending, n) == 0;
}

/* Appends the stem of a word: folded, with endings removed repeatedly. */
static void add_stem(const char *word, size_t n_bytes, struct buf *key)
{
    size_t start = key->n_bytes;
    fold_text(word, n_bytes, FOLD_ALL, key);
    glossary_make_singular(key, start);
    for (size_t i = 0; i < sizeof stem_endings / sizeof *stem_endings;)
        if (has_ending(key, start, stem_endings[i])) {
            buf_truncate(key, key->n_bytes - strlen(stem_endings[i]));
            i = 0;
        } else {
            i++;
        }
    buf_add_char(key, ' ');
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

/* Puts a copy of a key into a map. */
static struct map_entry *put_copy(struct glossary *glossary, struct map *map,
                                  const char *key, size_t n_bytes)
{
    struct map_entry *entry = map_put(map, key, n_bytes);
    if (!entry->number)
        entry->key = arena_strndup(&glossary->arena, key, n_bytes);
    return entry;
}

/* Appends the stems of a text's words and returns their number. *n_first is set
 * to the end of the first stem. */
static size_t add_stems(const char *text, struct buf *key, size_t *n_first)
{
    size_t n_bytes = strlen(text), n_words = 0, at = 0;
    struct glossary_word word;
    for (; n_words < GLOSSARY_WORDS_MAX &&
           glossary_word_next(text, n_bytes, at, &word);
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
        put_copy(glossary, &glossary->keys, key.data, key.n_bytes);
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
        entry = put_copy(glossary, &glossary->starts, key.data, n_first);
        if (entry->number < n_words)
            entry->number = n_words;
    }
    buf_finish(&key);
    return other;
}

/* ---- finding ---- */

/* Reads as many words as the longest form that begins with the first one
 * has. */
static void read_phrase(const struct glossary *glossary, const char *text,
                        size_t n_bytes, const struct glossary_word *first,
                        struct glossary_phrase *out)
{
    struct glossary_word word = *first;
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
        if (!glossary_word_next(text, n_bytes, word.end, &word) ||
            !may_be_phrase(text, &out->words[out->n - 1], &word))
            return;
    }
}

/* Tells whether words are part of a hyphenated compound such as
 * "anti-inflammatory", which is another word. */
static bool is_compound(const char *text, size_t n_bytes,
                        const struct glossary_word *first,
                        const struct glossary_word *last)
{
    struct glossary_word next;
    size_t n;
    bool before = first->start >= 2 && text[first->start - 1] == '-' &&
                  !ascii_is_space(text[first->start - 2]);
    return before || (is_hyphen(text, n_bytes, last->end, &n) &&
                      glossary_word_next(text, n_bytes, last->end, &next) &&
                      next.start == last->end + n);
}

/* Returns the term that has the phrase as a form or, if there is none, that has
 * it as the plural of a form. */
static const struct glossary_term *form_of(const struct glossary *glossary,
                                           const char *text,
                                           const struct glossary_phrase *phrase)
{
    const struct map_entry *entry = map_find(&glossary->keys, phrase->key.data,
                                             phrase->key_ends[phrase->n - 1]);
    for (int plurals = 0; entry && plurals < 2; plurals++)
        for (size_t i = entry->number; i; i = glossary->forms[i - 1].next)
            if (glossary_form_matches(glossary, &glossary->forms[i - 1], text,
                                      phrase, plurals))
                return glossary->forms[i - 1].term;
    return NULL;
}

/* Returns the term with the longest form that begins the phrase, or NULL. */
static const struct glossary_term *
longest_form(const struct glossary *glossary, const char *text, size_t n_bytes,
             struct glossary_phrase *phrase, size_t *end)
{
    for (; phrase->n > 0; phrase->n--) {
        const struct glossary_word *last = &phrase->words[phrase->n - 1];
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
    struct glossary_word word;
    *out = (struct glossary_match){0};
    buf_init(&phrase.key);
    for (; !out->term && glossary_word_next(text, n_bytes, from, &word);
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
    struct glossary_word word;
    buf_init(&phrase.key);
    if (glossary_word_next(text, n_bytes, 0, &word) && word.start == 0) {
        read_phrase(glossary, text, n_bytes, &word, &phrase);
        term = longest_form(glossary, text, n_bytes, &phrase, n_bytes_found);
    }
    buf_finish(&phrase.key);
    return term;
}

/* Finds what a user types. Acronyms match in lower case only if nothing else
 * matches. */
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

/* Compares a form of a term with a text word by word: each word must equal that
 * of the form or be a plural of it. */
#include "library/glossary_form.h"

#include <string.h>

#include "base/ascii.h"
#include "base/code_point.h"
#include "base/fold.h"
#include "base/utf8.h"

/* How the end of a word changes in the plural. */
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

/* Irregular ones; as whole words, but for what may stand before them. */
static const struct plural_rule irregular_plurals[] = {
    {LANG_EN, "child", "children"}, {LANG_EN, "tooth", "teeth"},
    {LANG_EN, "foot", "feet"},      {LANG_EN, "man", "men"},
    {LANG_EN, "mouse", "mice"},     {LANG_EN, "louse", "lice"},
};

static bool is_end_of(const struct buf *word, size_t start, const char *end)
{
    size_t n = strlen(end);
    return word->n_bytes - start >= n &&
           memcmp(word->data + word->n_bytes - n, end, n) == 0;
}

void glossary_make_singular(struct buf *word, size_t start)
{
    for (size_t i = 0; i < sizeof irregular_plurals / sizeof *irregular_plurals;
         i++) {
        const struct plural_rule *rule = &irregular_plurals[i];
        if (!is_end_of(word, start, rule->plural))
            continue;
        buf_truncate(word, word->n_bytes - strlen(rule->plural));
        buf_add(word, rule->singular);
        return;
    }
}

static bool is_irregular_plural(const struct buf *form, const struct buf *word)
{
    struct buf singular;
    buf_init(&singular);
    buf_add_n(&singular, word->data, word->n_bytes);
    glossary_make_singular(&singular, 0);
    bool same = singular.n_bytes == form->n_bytes &&
                memcmp(singular.data, form->data, form->n_bytes) == 0;
    buf_finish(&singular);
    return same;
}

static bool has_no_spaces(uint32_t code_point)
{
    return (code_point >= 0x0E00 && code_point < 0x0F00) || /* Thai, Lao */
           (code_point >= 0x1000 && code_point < 0x10A0) || /* Burmese */
           (code_point >= 0x1780 && code_point < 0x1800) || /* Khmer */
           (code_point >= 0x2E80 && code_point < 0xA000) || /* Han, kana */
           (code_point >= 0xF900 && code_point < 0xFB00) || /* Han */
           (code_point >= 0x20000 && code_point < 0x40000); /* Han */
}

bool glossary_word_next(const char *text, size_t n_bytes, size_t at,
                        struct glossary_word *out)
{
    uint32_t code_point = 0;
    size_t n = 0;
    for (; at < n_bytes; at += n) {
        n = utf8_decode(text + at, n_bytes - at, &code_point);
        if (code_point_is_word(code_point))
            break;
    }
    *out = (struct glossary_word){at, at + n, has_no_spaces(code_point)};
    while (at < n_bytes && !out->is_joined && out->end < n_bytes) {
        n = utf8_decode(text + out->end, n_bytes - out->end, &code_point);
        if (!code_point_is_word(code_point) || has_no_spaces(code_point))
            break;
        out->end += n;
    }
    return at < n_bytes;
}

/* A piece of text, such as a word. */
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
    /* "gas" is not the plural of "ga", nor "class" of "clas" */
    if (form->n_bytes < GLOSSARY_STEM_BYTES || buf_ends(word, "ss"))
        return false;
    if (glossary->lang == LANG_EN && is_irregular_plural(form, word))
        return true;
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

/* Tells whether a word is the acronym as written or, with plurals, followed by
 * "s". */
static bool is_word_of_acronym(struct text_piece form, struct text_piece word,
                               bool plurals)
{
    size_t n_plural = plurals ? 1 : 0;
    return word.n_bytes == form.n_bytes + n_plural &&
           memcmp(form.text, word.text, form.n_bytes) == 0 &&
           (!plurals || word.text[form.n_bytes] == 's');
}

/* Tells whether a word is that of the form or, with plural, a plural of it. */
static bool is_word(const struct glossary *glossary,
                    const struct glossary_form *form,
                    struct text_piece form_word, struct text_piece word,
                    bool plural)
{
    return form->is_acronym
               ? is_word_of_acronym(form_word, word, plural)
               : is_word_of_form(glossary, form_word, word, plural);
}

/* Returns the next character of a gap between words. White space and hyphens
 * all count as a space. */
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

/* Tells whether two gaps between words are the same, whatever the kind and
 * amount of space. */
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
    /* A line ending and the indentation after it are one space. */
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

bool glossary_form_matches(const struct glossary *glossary,
                           const struct glossary_form *form, const char *text,
                           const struct glossary_phrase *phrase, bool plurals)
{
    const char *form_text = form->text;
    size_t n_bytes = strlen(form_text), at = 0, i = 0;
    struct glossary_word form_word;
    for (; glossary_word_next(form_text, n_bytes, at, &form_word);
         i++, at = form_word.end) {
        const struct glossary_word *word = &phrase->words[i];
        if (i == phrase->n ||
            (i && !is_same_gap(piece_of(form_text, at, form_word.start),
                               piece_of(text, word[-1].end, word->start))))
            return false;
        struct text_piece a =
            piece_of(form_text, form_word.start, form_word.end);
        struct text_piece b = piece_of(text, word->start, word->end);
        if (!is_word(glossary, form, a, b, false) &&
            !(plurals && is_word(glossary, form, a, b, true)))
            return false;
    }
    return i == phrase->n;
}

/* Porter's stemmer: "An algorithm for suffix stripping", Program 14(3). */
#include "index/stem.h"

#include <stdbool.h>
#include <string.h>

struct ending {
    const char *suffix, *replacement;
};

static bool is_vowel(const char *word, size_t i)
{
    if (strchr("aeiou", word[i]))
        return true;
    return word[i] == 'y' && i > 0 && !is_vowel(word, i - 1);
}

/* How many times consonants follow vowels: Porter's m. */
static unsigned measure(const char *word, size_t n)
{
    unsigned m = 0;
    bool after_vowel = false;
    for (size_t i = 0; i < n; i++) {
        bool vowel = is_vowel(word, i);
        m += after_vowel && !vowel;
        after_vowel = vowel;
    }
    return m;
}

static bool has_vowel(const char *word, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is_vowel(word, i))
            return true;
    return false;
}

static bool ends_in(const char *word, size_t n, const char *suffix)
{
    size_t n_suffix = strlen(suffix);
    return n >= n_suffix && word[n - 1] == suffix[n_suffix - 1] &&
           !memcmp(word + n - n_suffix, suffix, n_suffix);
}

static bool ends_double(const char *word, size_t n)
{
    return n >= 2 && word[n - 1] == word[n - 2] && !is_vowel(word, n - 1);
}

/* Consonant, vowel, consonant other than w, x, y: "hop", not "snow". */
static bool ends_short(const char *word, size_t n)
{
    return n >= 3 && !is_vowel(word, n - 1) && is_vowel(word, n - 2) &&
           !is_vowel(word, n - 3) && !strchr("wxy", word[n - 1]);
}

/* Replaces the first suffix of the table that fits, if what is before it has
 * a measure above least. */
static size_t replace(char *word, size_t n, const struct ending *endings,
                      unsigned least)
{
    for (; endings->suffix; endings++) {
        if (!ends_in(word, n, endings->suffix))
            continue;
        size_t n_root = n - strlen(endings->suffix);
        if (measure(word, n_root) <= least)
            return n;
        size_t n_new = strlen(endings->replacement);
        memcpy(word + n_root, endings->replacement, n_new);
        return n_root + n_new;
    }
    return n;
}

static size_t drop_plural(char *word, size_t n)
{
    if (ends_in(word, n, "sses") || ends_in(word, n, "ies"))
        return n - 2;
    if (ends_in(word, n, "s") && !ends_in(word, n, "ss"))
        return n - 1;
    return n;
}

static size_t drop_past(char *word, size_t n)
{
    if (ends_in(word, n, "eed"))
        return measure(word, n - 3) > 0 ? n - 1 : n;
    size_t n_root = ends_in(word, n, "ed")    ? n - 2
                    : ends_in(word, n, "ing") ? n - 3
                                              : n;
    if (n_root == n || !has_vowel(word, n_root))
        return n;
    n = n_root;
    bool wants_e = ends_in(word, n, "at") || ends_in(word, n, "bl") ||
                   ends_in(word, n, "iz") ||
                   (measure(word, n) == 1 && ends_short(word, n));
    if (ends_double(word, n) && !strchr("lsz", word[n - 1]))
        return n - 1;
    if (wants_e)
        word[n++] = 'e';
    return n;
}

static const struct ending long_endings[] = {
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"},
    {"anci", "ance"},   {"izer", "ize"},    {"bli", "ble"},
    {"alli", "al"},     {"entli", "ent"},   {"eli", "e"},
    {"ousli", "ous"},   {"ization", "ize"}, {"ation", "ate"},
    {"ator", "ate"},    {"alism", "al"},    {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},
    {"iviti", "ive"},   {"biliti", "ble"},  {"logi", "log"},
    {NULL, NULL},
};

static const struct ending middle_endings[] = {
    {"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
    {"ical", "ic"},  {"ful", ""},   {"ness", ""},    {NULL, NULL},
};

static const struct ending short_endings[] = {
    {"al", ""},   {"ance", ""}, {"ence", ""}, {"er", ""},    {"ic", ""},
    {"able", ""}, {"ible", ""}, {"ant", ""},  {"ement", ""}, {"ment", ""},
    {"ent", ""},  {"ou", ""},   {"ism", ""},  {"ate", ""},   {"iti", ""},
    {"ous", ""},  {"ive", ""},  {"ize", ""},  {NULL, NULL},
};

static size_t drop_short(char *word, size_t n)
{
    if (ends_in(word, n, "ion")) {
        bool fits = n > 3 && strchr("st", word[n - 4]);
        return fits && measure(word, n - 3) > 1 ? n - 3 : n;
    }
    return replace(word, n, short_endings, 1);
}

static size_t drop_last_letter(char *word, size_t n)
{
    if (word[n - 1] == 'e') {
        unsigned m = measure(word, n - 1);
        if (m > 1 || (m == 1 && !ends_short(word, n - 1)))
            n--;
    }
    if (ends_in(word, n, "ll") && measure(word, n) > 1)
        n--;
    return n;
}

static bool is_plain(const char *word, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (word[i] < 'a' || word[i] > 'z')
            return false;
    return true;
}

#define LETTERS_LEAST 4 /* "EDS" is no plural */
#define LETTERS_MOST 48 /* is_vowel looks back along a run of y */

size_t stem_word(char *word, size_t n)
{
    if (n < LETTERS_LEAST || n > LETTERS_MOST || !is_plain(word, n))
        return n;
    n = drop_plural(word, n);
    n = drop_past(word, n);
    if (n > 1 && word[n - 1] == 'y' && has_vowel(word, n - 1))
        word[n - 1] = 'i';
    n = replace(word, n, long_endings, 0);
    n = replace(word, n, middle_endings, 0);
    n = drop_short(word, n);
    return drop_last_letter(word, n);
}

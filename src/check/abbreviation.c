/* Which words are abbreviations that a reader may not know. */
#include "check/abbreviation.h"

#include <string.h>

#include "base/ascii.h"

#define ABBREVIATION_MAX 10

/* Letters in capitals that need no explanation. */
static const char *const known_letters[] = {
    "US",  "UK",   "EU",  "NHS", "TV",  "OK",  "FAQ",      "ID",   "PM",  "AM",
    "HIV", "AIDS", "DNA", "WHO", "CDC", "FDA", "NICE",     "GP",   "A&E", "II",
    "III", "IV",   "VI",  "VII", "I",   "USA", "COVID-19", "H1N1", NULL};

/* "CYP2C9", "HLA-B", "eGFR": capitals, with digits, a hyphen, or one small
 * letter before them. */
static bool looks_abbreviated(const char *text, size_t n_bytes)
{
    size_t n_capitals = 0, n_digits = 0;
    for (size_t i = 0; i < n_bytes; i++) {
        bool is_small = i == 0 && ascii_is_lower(text[i]) && n_bytes > 2;
        if (!ascii_is_upper(text[i]) && !ascii_is_digit(text[i]) &&
            text[i] != '-' && !is_small)
            return false;
        n_capitals += ascii_is_upper(text[i]);
        n_digits += ascii_is_digit(text[i]);
    }
    return !ascii_is_digit(*text) && n_capitals >= 2 && n_bytes - n_digits <= 6;
}

/* A gene or a protein has no longer name that would help. */
static bool names_gene(const struct prose *prose, size_t word)
{
    static const char *const after[] = {
        "gene", "genes", "protein", "mutation", "mutations", "proteins", NULL};
    for (size_t i = word + 1; i <= word + 4; i++)
        if (prose_is_any(prose, i, after))
            return true;
    return false;
}

static bool is_known(const char *word)
{
    const char *const *known = known_letters;
    while (*known && strcmp(*known, word))
        known++;
    return *known;
}

/* "Stage IIIA". */
static bool is_roman(const char *text, size_t n_bytes)
{
    size_t n = 0;
    while (n < n_bytes && strchr("IVX", text[n]))
        n++;
    return n && (n == n_bytes || (n + 1 == n_bytes && strchr("ABC", text[n])));
}

/* Words of a text that is all in capitals, "DO NOT USE", are none. */
static bool is_shouted(const struct prose *prose, size_t word)
{
    const char *text = prose->article->text;
    const struct prose_word *words = prose->words;
    for (size_t i = word ? word - 1 : 0; i <= word + 1; i++) {
        if (i == word || i >= prose->n_words)
            continue;
        uint32_t between = i < word ? words[i].end : words[word].end;
        uint32_t after = i < word ? words[word].start : words[i].start;
        uint32_t at = words[i].start;
        while (at < words[i].end && ascii_is_upper(text[at]))
            at++;
        if (after == between + 1 && at == words[i].end &&
            words[i].end - words[i].start > 1)
            return true;
    }
    return false;
}

bool abbreviation_stands_at(const struct prose *prose, size_t i)
{
    const struct prose_word *at = &prose->words[i];
    char word[ABBREVIATION_MAX + 1];
    const char *text = prose->article->text + at->start;
    size_t n_bytes = at->end - at->start;
    if (ascii_is_lower(text[n_bytes > 1])) /* as in most words */
        return false;
    if (n_bytes > 2 && text[n_bytes - 1] == 's')
        n_bytes--;
    if (n_bytes < 2 || n_bytes > ABBREVIATION_MAX ||
        !looks_abbreviated(text, n_bytes))
        return false;
    memcpy(word, text, n_bytes);
    word[n_bytes] = '\0';
    return !is_known(word) && !is_roman(word, n_bytes) &&
           !is_shouted(prose, i) && !names_gene(prose, i);
}

size_t abbreviation_latin_bytes(const struct prose *prose, size_t i)
{
    static const char *const signs[] = {"a.c.",   "b.d.",   "b.i.d.", "i.m.",
                                        "i.v.",   "o.d.",   "p.c.",   "p.o.",
                                        "p.r.n.", "q.d.s.", "q.i.d.", "s.c.",
                                        "t.d.s.", "t.i.d.", NULL};
    const struct prose_word *at = &prose->words[i];
    if (at->end - at->start != 1 || prose->text[at->end] != '.')
        return 0;
    for (const char *const *sign = signs; *sign; sign++)
        if (**sign == prose->text[at->start] &&
            !strncmp(prose->text + at->start, *sign, strlen(*sign)))
            return strlen(*sign);
    return 0;
}

/* The pattern language of the section kinds' phrases. */
#include "article/phrase.h"

#include <string.h>

#include "base/utf8.h"

#define GAP_MAX 8 /* words that ".." stands for */

static bool is_end(char c)
{
    return c == '\0' || c == ';';
}

static bool is_pronoun(const struct word *word)
{
    return word_is(word, WORD_TOPIC) || word_is(word, "it") ||
           word_is(word, "this") || word_is(word, "they") ||
           word_is(word, "them") || word_is(word, "these");
}

/* Han characters of an alternative against as many words: how many. */
static size_t match_han(const char *text, size_t n_bytes,
                        const struct words *words, size_t at)
{
    size_t n = 0;
    while (n_bytes > 0) {
        uint32_t c;
        size_t step = utf8_decode(text, n_bytes, &c);
        if (at + n == words->n || words->items[at + n].n_bytes != step ||
            memcmp(words->items[at + n].text, text, step) != 0)
            return 0;
        text += step;
        n_bytes -= step;
        n++;
    }
    return n;
}

/* How many words an alternative ("risk", "risk*", "X") takes; 0: no match. */
static size_t match_alternative(const char *text, size_t n_bytes,
                                const struct words *words, size_t at)
{
    const struct word *word = &words->items[at];
    if (text[n_bytes - 1] == '$') {
        size_t taken = match_alternative(text, n_bytes - 1, words, at);
        return at + taken == words->n ? taken : 0;
    }
    if (text[0] == 'X')
        return is_pronoun(word);
    if (text[0] != word->text[0])
        return 0;
    if (text[n_bytes - 1] == '*')
        return word->n_bytes >= n_bytes - 1 &&
               !memcmp(word->text, text, n_bytes - 1);
    if (word->n_bytes == n_bytes && !memcmp(word->text, text, n_bytes))
        return 1;
    return (unsigned char)text[0] >= 0xE3 ? match_han(text, n_bytes, words, at)
                                          : 0;
}

/* How many words one element ("a|b") takes; 0: no match. *n_bytes gets its
 * length in the pattern. */
static size_t match_element(const char *pattern, const struct words *words,
                            size_t at, size_t *n_bytes)
{
    size_t taken = 0;
    const char *start = pattern;
    for (;;) {
        size_t n = strcspn(pattern, " |;");
        if (taken == 0 && at < words->n)
            taken = match_alternative(pattern, n, words, at);
        pattern += n;
        if (*pattern != '|')
            break;
        pattern++;
    }
    *n_bytes = (size_t)(pattern - start);
    return taken;
}

/* Recursion only at "..", of which our own patterns have few. */
static bool match_at(const char *pattern, const struct words *words, size_t at,
                     size_t *end)
{
    for (;;) {
        pattern += strspn(pattern, " ");
        if (is_end(*pattern)) {
            *end = at;
            return true;
        }
        if (*pattern == '^' || *pattern == '$') {
            if (at != (*pattern == '^' ? 0 : words->n))
                return false;
            pattern++;
            continue;
        }
        if (!strncmp(pattern, "..", 2)) {
            for (size_t gap = 0; gap <= GAP_MAX && at + gap <= words->n;
                 gap++) {
                if (match_at(pattern + 2, words, at + gap, end))
                    return true;
            }
            return false;
        }
        bool optional = *pattern == '?';
        pattern += optional;
        size_t n_bytes;
        size_t taken = match_element(pattern, words, at, &n_bytes);
        if (taken == 0 && !optional)
            return false;
        at += taken;
        pattern += n_bytes;
    }
}

static bool is_better(const struct phrase_match *a,
                      const struct phrase_match *b)
{
    return a->start != b->start ? a->start < b->start : a->end > b->end;
}

/* May an alternative match a word of the heading? */
static bool may_match(const char *text, size_t n_bytes,
                      const struct words *words)
{
    while (n_bytes > 0 &&
           (text[n_bytes - 1] == '*' || text[n_bytes - 1] == '$'))
        n_bytes--;
    return n_bytes == 0 || text[0] == 'X' ||
           words_may_begin(words, text, n_bytes);
}

/* Passes over an element; true if a word may be there for it. */
static bool pass_element(const char **pattern, const struct words *words)
{
    const char *at = *pattern;
    bool may = *at == '?' || *at == '.' || *at == '^' || *at == '$';
    for (;; at++) {
        const char *start = at;
        while (!is_end(*at) && *at != ' ' && *at != '|')
            at++;
        may = may || may_match(start, (size_t)(at - start), words);
        if (*at != '|')
            break;
    }
    *pattern = at;
    return may;
}

/* Is there a word for each element that must be there? Most patterns end
 * here: rules are many, headings wait. */
static bool has_words_for(const char *pattern, const struct words *words)
{
    while (!is_end(*pattern)) {
        if (!pass_element(&pattern, words))
            return false;
        while (*pattern == ' ')
            pattern++;
    }
    return true;
}

bool phrase_find(const char *patterns, const struct words *words,
                 struct phrase_match *match)
{
    bool found = false;
    for (const char *pattern = patterns; *pattern;) {
        size_t n_starts = has_words_for(pattern, words) ? words->n : 0;
        for (size_t start = 0; start < n_starts; start++) {
            struct phrase_match here = {.start = start};
            if (!match_at(pattern, words, start, &here.end))
                continue;
            if (!found || is_better(&here, match))
                *match = here;
            found = true;
            break;
        }
        pattern = strchrnul(pattern, ';');
        while (*pattern == ';' || *pattern == ' ')
            pattern++;
    }
    return found;
}

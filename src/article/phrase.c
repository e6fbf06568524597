/* The pattern language of the section kinds' phrases. */
#include "article/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "article/kind_phrases.h"
#include "base/mem.h"
#include "base/utf8.h"

#define GAP_MAX 8 /* words that ".." stands for */

static bool is_end(char c)
{
    return c == '\0' || c == ';';
}

static size_t alternative_bytes(const char *text)
{
    size_t n = 0;
    while (!is_end(text[n]) && text[n] != ' ' && text[n] != '|')
        n++;
    return n;
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
        size_t n = alternative_bytes(pattern);
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
        while (*pattern == ' ')
            pattern++;
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

void phrase_set_finish(struct phrase_set *set)
{
    free(set->marked);
    *set = (struct phrase_set){0};
}

static void mark(struct phrase_set *set, uint32_t start)
{
    const struct phrase_need *needs = set->index->needs;
    for (size_t i = set->index->first_need[phrase_key(start)]; i;
         i = needs[i - 1].next)
        if (needs[i - 1].start == start)
            set->marked[needs[i - 1].phrase] = true;
}

void phrase_set_search(struct phrase_set *set, const struct words *words,
                       size_t *next)
{
    *next = 0;
    if (!set->index->n)
        return;
    if (!set->marked)
        set->marked = mem_alloc(set->index->n);
    memset(set->marked, 0, set->index->n);
    mark(set, PHRASE_ANY_START);
    for (size_t i = 0; i < words->n_starts; i++)
        mark(set, words->starts[i]);
}

bool phrase_set_next(const struct phrase_set *set, const struct words *words,
                     size_t *next, struct phrase_match *match)
{
    size_t n = set->index->n;
    while (*next < n) {
        const bool *found = memchr(set->marked + *next, true, n - *next);
        size_t i = found ? (size_t)(found - set->marked) : n;
        *next = i + 1;
        for (size_t start = 0; found && start < words->n; start++) {
            struct phrase phrase = set->index->phrases[i];
            *match = (struct phrase_match){.list = phrase.list, .start = start};
            if (match_at(set->lists[phrase.list].phrases + phrase.at, words,
                         start, &match->end))
                return true;
        }
    }
    return false;
}

static bool is_better(const struct phrase_match *a,
                      const struct phrase_match *b)
{
    return a->start != b->start ? a->start < b->start : a->end > b->end;
}

bool phrase_set_first(struct phrase_set *set, const struct words *words,
                      struct phrase_match *match)
{
    bool found = false;
    size_t next;
    struct phrase_match here;
    phrase_set_search(set, words, &next);
    while (phrase_set_next(set, words, &next, &here)) {
        if (!found || is_better(&here, match))
            *match = here;
        found = true;
    }
    return found;
}

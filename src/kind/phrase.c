/* Matches headings against phrases; phrase.h describes their pattern
 * language. */
#include "kind/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#define GAP_MAX 8 /* words that ".." may match */

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

static bool refers_to_topic(const struct heading_word *word)
{
    return heading_word_is(word, HEADING_TOPIC) ||
           heading_word_is(word, "it") || heading_word_is(word, "this") ||
           heading_word_is(word, "they") || heading_word_is(word, "them") ||
           heading_word_is(word, "these");
}

/* Matches an alternative of Han characters against as many words. Returns their
 * number, or 0 if it does not match. */
static size_t match_han(const char *text, size_t n_bytes,
                        const struct heading_words *words, size_t at)
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

/* Returns how many words an alternative ("risk", "risk*", "X") matches, or
 * 0. */
static size_t match_alternative(const char *text, size_t n_bytes,
                                const struct heading_words *words, size_t at)
{
    const struct heading_word *word = &words->items[at];
    if (text[n_bytes - 1] == '$') {
        size_t n_matched = match_alternative(text, n_bytes - 1, words, at);
        return at + n_matched == words->n ? n_matched : 0;
    }
    if (text[0] == 'X')
        return refers_to_topic(word);
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

/* Returns how many words an element ("a|b") matches, or 0. *n_bytes is set to
 * its length in the pattern. */
static size_t match_element(const char *pattern,
                            const struct heading_words *words, size_t at,
                            size_t *n_bytes)
{
    size_t n_matched = 0;
    const char *start = pattern;
    for (;;) {
        size_t n = alternative_bytes(pattern);
        if (n_matched == 0 && at < words->n)
            n_matched = match_alternative(pattern, n, words, at);
        pattern += n;
        if (*pattern != '|')
            break;
        pattern++;
    }
    *n_bytes = (size_t)(pattern - start);
    return n_matched;
}

/* Matches a pattern against the words from at on. Recurses only at "..", of
 * which a phrase has few. */
static bool match_at(const char *pattern, const struct heading_words *words,
                     size_t at, size_t *end)
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
        size_t n_matched = match_element(pattern, words, at, &n_bytes);
        if (n_matched == 0 && !optional)
            return false;
        at += n_matched;
        pattern += n_bytes;
    }
}

void phrase_search_finish(struct phrase_search *search)
{
    free(search->candidates);
    *search = (struct phrase_search){0};
}

/* Tells whether a heading may have the words of a phrase. */
static bool may_match(const struct phrase *phrase, uint64_t bits)
{
    return !(phrase->needed & ~bits) && phrase->any_of & bits;
}

static void add_candidates(struct phrase_search *search, uint32_t start,
                           uint64_t bits)
{
    const struct phrase_list *list = search->list;
    for (size_t i = list->first_need[phrase_key(start)]; i;
         i = list->needs[i - 1].next) {
        const struct phrase_need *need = &list->needs[i - 1];
        if (need->start == start &&
            may_match(&list->phrases[need->phrase], bits))
            search->candidates[need->phrase] = true;
    }
}

void phrase_search_begin(struct phrase_search *search,
                         const struct heading_words *words)
{
    size_t n = search->list->n_phrases;
    search->next = 0;
    if (!n)
        return;
    if (!search->candidates)
        search->candidates = mem_alloc(n);
    memset(search->candidates, 0, n);
    add_candidates(search, PHRASE_ANY_START, words->bits);
    for (size_t i = 0; i < words->n_starts; i++)
        add_candidates(search, words->starts[i], words->bits);
}

bool phrase_search_next(struct phrase_search *search,
                        const struct heading_words *words,
                        struct phrase_match *match)
{
    const struct phrase_list *list = search->list;
    while (search->next < list->n_phrases) {
        const bool *found = memchr(search->candidates + search->next, 1,
                                   list->n_phrases - search->next);
        size_t i =
            found ? (size_t)(found - search->candidates) : list->n_phrases;
        search->next = i + 1;
        for (size_t start = 0; found && start < words->n; start++) {
            struct phrase phrase = list->phrases[i];
            *match = (struct phrase_match){.rule = phrase.rule, .start = start};
            if (match_at(list->rules[phrase.rule].phrases + phrase.at, words,
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

bool phrase_search_first(struct phrase_search *search,
                         const struct heading_words *words,
                         struct phrase_match *match)
{
    bool found = false;
    struct phrase_match candidate;
    phrase_search_begin(search, words);
    while (phrase_search_next(search, words, &candidate)) {
        if (!found || is_better(&candidate, match))
            *match = candidate;
        found = true;
    }
    return found;
}

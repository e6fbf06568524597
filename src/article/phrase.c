/* The pattern language of the section kinds' phrases. */
#include "article/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#define GAP_MAX 8 /* words that ".." stands for */

struct phrase {
    const char *pattern;
    size_t list;
};

#define N_KEYS 1024

#define ANY_START 0 /* of a phrase that needs no certain word */

/* How a word begins that a phrase needs, among those with the same key; next
 * is 0 at the end, or one more than an index. */
struct phrase_need {
    uint32_t start;
    uint16_t phrase, next;
};

static unsigned key_of(uint32_t start)
{
    return (start * UINT32_C(2654435761) >> 16) % N_KEYS;
}

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

/* The last element that a pattern needs says most: questions all begin alike.
 * NULL if it needs no certain word; *end moves to the end of the element. */
static const char *find_needed(const char *pattern, const char **end)
{
    while (*end > pattern) {
        const char *start = *end;
        while (start > pattern && start[-1] != ' ')
            start--;
        const char *word = start + (*start == '^');
        if (word < *end && *word != '?' && *word != '.' && *word != '$' &&
            !memchr(word, 'X', (size_t)(*end - word)))
            return word;
        *end = start > pattern ? start - 1 : pattern;
    }
    return NULL;
}

static void add_need(struct phrase_set *set, uint32_t start)
{
    uint16_t *first = &set->first_need[key_of(start)];
    set->needs = mem_grow(set->needs, set->n_needs, &set->needs_capacity,
                          sizeof *set->needs);
    set->needs[set->n_needs++] = (struct phrase_need){
        .start = start, .phrase = (uint16_t)(set->n - 1), .next = *first};
    *first = (uint16_t)set->n_needs;
}

static void add_alternative(struct phrase_set *set, const char *text,
                            const char *end)
{
    end -= end[-1] == '*' || end[-1] == '$';
    add_need(set, words_start(text, (size_t)(end - text)));
}

static void add_phrase(struct phrase_set *set, const char *pattern,
                       const char *end)
{
    set->phrases =
        mem_grow(set->phrases, set->n, &set->capacity, sizeof *set->phrases);
    set->phrases[set->n++] = (struct phrase){pattern, set->n_lists};
    const char *needed = find_needed(pattern, &end), *bar;
    if (!needed) {
        add_need(set, ANY_START);
        return;
    }
    while ((bar = memchr(needed, '|', (size_t)(end - needed)))) {
        add_alternative(set, needed, bar);
        needed = bar + 1;
    }
    add_alternative(set, needed, end);
}

void phrase_set_add(struct phrase_set *set, const char *patterns)
{
    if (!set->first_need)
        set->first_need = mem_calloc(N_KEYS, sizeof *set->first_need);
    for (const char *pattern = patterns; *pattern;) {
        const char *end = strchrnul(pattern, ';');
        add_phrase(set, pattern, end);
        pattern = end;
        while (*pattern == ';' || *pattern == ' ')
            pattern++;
    }
    set->n_lists++;
}

void phrase_set_finish(struct phrase_set *set)
{
    free(set->phrases);
    free(set->needs);
    free(set->first_need);
    free(set->marked);
    *set = (struct phrase_set){0};
}

static void mark(struct phrase_set *set, uint32_t start)
{
    for (size_t i = set->first_need[key_of(start)]; i;
         i = set->needs[i - 1].next)
        if (set->needs[i - 1].start == start)
            set->marked[set->needs[i - 1].phrase] = true;
}

void phrase_set_search(struct phrase_set *set, const struct words *words,
                       size_t *next)
{
    *next = 0;
    if (!set->n)
        return;
    if (!set->marked)
        set->marked = mem_alloc(set->n);
    memset(set->marked, 0, set->n);
    mark(set, ANY_START);
    for (size_t i = 0; i < words->n_starts; i++)
        mark(set, words->starts[i]);
}

bool phrase_set_next(const struct phrase_set *set, const struct words *words,
                     size_t *next, struct phrase_match *match)
{
    while (*next < set->n) {
        const bool *found = memchr(set->marked + *next, true, set->n - *next);
        size_t i = found ? (size_t)(found - set->marked) : set->n;
        *next = i + 1;
        for (size_t start = 0; found && start < words->n; start++) {
            const struct phrase *phrase = &set->phrases[i];
            *match =
                (struct phrase_match){.list = phrase->list, .start = start};
            if (match_at(phrase->pattern, words, start, &match->end))
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

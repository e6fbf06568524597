/* Indexes phrases by a word that each needs, so that a search only looks at the
 * phrases that need a word of the heading. */
#include "kind/phrase_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Finds the last element that must match: it is the most selective, since
 * questions all begin alike. Returns NULL if no particular word is needed. *end
 * is set to the end of the element. */
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

static void add_need(struct phrase_indexer *indexer, uint32_t start)
{
    uint16_t *first = &indexer->first_need[phrase_key(start)];
    indexer->needs = mem_grow(indexer->needs, indexer->n_needs,
                              &indexer->needs_capacity, sizeof *indexer->needs);
    indexer->needs[indexer->n_needs++] = (struct phrase_need){
        .start = start, .phrase = (uint16_t)(indexer->n - 1), .next = *first};
    *first = (uint16_t)indexer->n_needs;
}

static void add_alternative(struct phrase_indexer *indexer, const char *text,
                            const char *end)
{
    end -= end[-1] == '*' || end[-1] == '$';
    add_need(indexer, heading_word_start(text, (size_t)(end - text)));
}

static void add_needs(struct phrase_indexer *indexer, const char *pattern,
                      const char *end)
{
    const char *needed = find_needed(pattern, &end), *bar;
    if (!needed) {
        add_need(indexer, PHRASE_ANY_START);
        return;
    }
    while ((bar = memchr(needed, '|', (size_t)(end - needed)))) {
        add_alternative(indexer, needed, bar);
        needed = bar + 1;
    }
    add_alternative(indexer, needed, end);
}

/* Returns the bits of an element's alternatives, or 0 if it may match without
 * any of them. A prefix that is shorter than a start tells nothing. */
static uint64_t element_bits(const char *element, size_t n_bytes)
{
    const char *word = element + (*element == '^');
    const char *end = element + n_bytes;
    uint64_t bits = 0;
    if (word == end || *word == '?' || *word == '.' || *word == '$')
        return 0;
    while (word < end) {
        const char *bar = memchr(word, '|', (size_t)(end - word));
        size_t n = (size_t)((bar ? bar : end) - word);
        n -= word[n - 1] == '$';
        bool is_prefix = word[n - 1] == '*';
        n -= is_prefix;
        if (*word == 'X' || (is_prefix && n < HEADING_START_BYTES))
            return 0;
        bits |= heading_word_bit(heading_word_start(word, n));
        word = bar ? bar + 1 : end;
    }
    return bits;
}

static unsigned count_bits(uint64_t bits)
{
    unsigned n = 0;
    for (; bits; bits &= bits - 1)
        n++;
    return n;
}

/* Finds which bits a phrase needs, and the smallest set of which it needs
 * one. */
static void find_bits(struct phrase *phrase, const char *pattern)
{
    phrase->any_of = UINT64_MAX;
    while (*pattern) {
        size_t n = strcspn(pattern, " ");
        uint64_t bits = element_bits(pattern, n);
        if (count_bits(bits) == 1)
            phrase->needed |= bits;
        else if (bits && count_bits(bits) < count_bits(phrase->any_of))
            phrase->any_of = bits;
        pattern += n + (pattern[n] == ' ');
    }
}

void phrase_indexer_add_rule(struct phrase_indexer *indexer)
{
    indexer->n_rules++;
}

void phrase_indexer_add(struct phrase_indexer *indexer, const char *phrase,
                        size_t at)
{
    indexer->phrases = mem_grow(indexer->phrases, indexer->n,
                                &indexer->capacity, sizeof *indexer->phrases);
    struct phrase *added = &indexer->phrases[indexer->n++];
    *added = (struct phrase){.rule = (uint16_t)(indexer->n_rules - 1),
                             .at = (uint16_t)at};
    find_bits(added, phrase);
    add_needs(indexer, phrase, phrase + strlen(phrase));
}

void phrase_indexer_finish(struct phrase_indexer *indexer)
{
    free(indexer->phrases);
    free(indexer->needs);
    *indexer = (struct phrase_indexer){0};
}

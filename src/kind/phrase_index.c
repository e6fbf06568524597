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

void phrase_indexer_add_rule(struct phrase_indexer *indexer)
{
    indexer->n_rules++;
}

void phrase_indexer_add(struct phrase_indexer *indexer, const char *phrase,
                        size_t at)
{
    indexer->phrases = mem_grow(indexer->phrases, indexer->n,
                                &indexer->capacity, sizeof *indexer->phrases);
    indexer->phrases[indexer->n++] =
        (struct phrase){(uint16_t)(indexer->n_rules - 1), (uint16_t)at};
    add_needs(indexer, phrase, phrase + strlen(phrase));
}

void phrase_indexer_finish(struct phrase_indexer *indexer)
{
    free(indexer->phrases);
    free(indexer->needs);
    *indexer = (struct phrase_indexer){0};
}

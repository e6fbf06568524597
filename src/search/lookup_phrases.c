/* Phrases: "heart attack" is neither any heart nor any attack. Phrases come
 * from the table of lay words. Doing the same with all names in the index was
 * measured and finds less: texts seldom use a whole name. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "search/lookup_phrases.h"
#include "search/synonyms.h"
#include "index/terms.h"

#define SYNONYM_FACTOR 0.8
/* weight that remains for the single words of a phrase */
#define SINGLE_WORD_SHARE 0.25

/* Appends n words of the query from start on. */
static void add_words(const struct lookups *lookups, size_t start, size_t n,
                      struct buf *out)
{
    for (size_t i = start; i < start + n; i++)
        buf_printf(out, "%s%s", i > start ? " " : "",
                   lookups->query->terms[i].text);
}

static double weight_of(const struct lookups *lookups, size_t term)
{
    double weight = 0;
    for (size_t i = 0; i < lookups->n; i++)
        if (lookups->items[i].term == term)
            weight = fmax(weight, lookups->items[i].weight);
    return weight;
}

static double weight_of_all(const struct lookups *lookups, size_t start,
                            size_t n)
{
    double sum = 0;
    for (size_t i = start; i < start + n; i++)
        sum += weight_of(lookups, i);
    return sum;
}

/* Adds a look-up for a phrase. Part of the weight of its words goes to the
 * phrase, so that the sum stays the same. */
static void add_phrase(struct lookups *lookups, size_t start, size_t n)
{
    double sum = weight_of_all(lookups, start, n);
    size_t n_before = lookups->n;
    struct lookup *lookup = NULL;
    struct buf words;
    buf_init(&words);
    add_words(lookups, start, n, &words);
    if (sum > 0 && lookups_count(lookups, words.data) > 0)
        lookup = lookups_add(lookups, start, words.data, 1);
    buf_finish(&words);
    if (!lookup)
        return;
    for (size_t i = 0; i < n_before; i++)
        if (lookups->items[i].term >= start &&
            lookups->items[i].term < start + n)
            lookups->items[i].weight *= SINGLE_WORD_SHARE;
    lookup->n_terms = n;
    lookup->weight = (1 - SINGLE_WORD_SHARE) * sum + weight_of(lookups, start);
}

void lookup_phrases_add(struct lookups *lookups)
{
    size_t start, n;
    for (size_t at = 0; synonyms_find(lookups->query, at, &start, &n);
         at = start + n)
        if (n > 1 && !lookups->query->terms[start].is_repeated)
            add_phrase(lookups, start, n);
}

static bool is_looked_up(const struct lookups *lookups, const char *stems)
{
    for (size_t i = 0; i < lookups->n; i++)
        if (!strcmp(lookups->items[i].stems, stems))
            return true;
    return false;
}

/* Adds a synonym for n terms from start on. Returns false if it is what was
 * typed, is looked up already, or no section has it. */
static bool add_synonym(struct lookups *lookups, size_t start, size_t n,
                        const char *name)
{
    struct buf words, stems;
    struct lookup *lookup = NULL;
    double weight = weight_of_all(lookups, start, n);
    buf_init(&words);
    buf_init(&stems);
    terms_add_words(name, strlen(name), &words);
    terms_add_stems(name, strlen(name), STEM_ENGLISH, &stems);
    if (!synonyms_is_typed(lookups->query, start, n, stems.data) &&
        !is_looked_up(lookups, stems.data) &&
        lookups_count(lookups, words.data) > 0)
        lookup = lookups_add(lookups, start, words.data, SYNONYM_FACTOR);
    if (lookup) {
        lookup->n_terms = n;
        lookup->weight = fmax(lookup->weight, SYNONYM_FACTOR * weight);
        /* A synonym never weighs more than what was typed, even if it is
         * rarer. */
        if (weight > 0)
            lookup->weight = fmin(lookup->weight, weight);
    }
    buf_finish(&stems);
    buf_finish(&words);
    return lookup;
}

static void add_group(struct lookups *lookups,
                      const struct synonym_group *group, size_t start, size_t n)
{
    struct buf typed, names;
    buf_init(&typed);
    buf_init(&names);
    for (const char *at = group->names; *at; at += *at == '|') {
        char name[SYNONYM_NAMES_BYTES];
        int n_bytes = (int)strcspn(at, "|");
        snprintf(name, sizeof name, "%.*s", n_bytes, at);
        if (add_synonym(lookups, start, n, name))
            search_notes_add_word(&names, name);
        at += n_bytes;
    }
    add_words(lookups, start, n, &typed);
    if (names.n_bytes)
        search_notes_add(lookups->notes, NOTE_ALSO, typed.data, names.data);
    buf_finish(&typed);
    buf_finish(&names);
}

void lookup_phrases_add_synonyms(struct lookups *lookups)
{
    const struct synonym_group *group;
    size_t start, n;
    for (size_t at = 0; (group = synonyms_find(lookups->query, at, &start, &n));
         at = start + n)
        if (!lookups->query->terms[start].is_repeated)
            add_group(lookups, group, start, n);
}

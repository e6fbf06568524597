/* Finds the entries whose names are nearest to a mistyped one. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/strs.h"
#include "library/library.h"
#include "library/name.h"

#define PART_MIN_BYTES 4

/* Returns how many typing errors a name may have: one per three letters, at
 * most 6. */
static unsigned errors_allowed(const char *key)
{
    size_t n = strlen(key) / 3;
    return n < 1 ? 1 : n > 6 ? 6 : (unsigned)n;
}

/* Tells whether key is part of a name. A short key occurs in too many names, so
 * it only counts as a prefix. */
static bool is_part(const char *name, const char *key)
{
    return strlen(key) < PART_MIN_BYTES ? str_starts(name, key)
                                        : strstr(name, key) != NULL;
}

/* Returns the edit distance of key to the nearest word of name, which it
 * splits. */
static unsigned word_distance(const char *key, char *name, unsigned limit)
{
    unsigned distance = limit + 1;
    char *rest = name;
    for (char *word; (word = strsep(&rest, " ")) && distance > 0;)
        distance =
            number_min_unsigned(distance, str_distance(key, word, limit));
    return distance;
}

/* Returns twice the distance of key to the nearest name of an entry. A match
 * with a single word of a name adds one. More than 2 * limit: not similar. */
static unsigned entry_distance(const struct entry *entry, const char *key,
                               struct buf *scratch)
{
    unsigned limit = errors_allowed(key), distance = 2 * limit + 1;
    const char *name;
    for (size_t i = 0; (name = name_of_entry(entry, i)); i++) {
        name_key(name, scratch);
        distance = number_min_unsigned(
            distance, 2 * str_distance(key, scratch->data, limit));
        if (is_part(scratch->data, key))
            distance = number_min_unsigned(distance, 1);
        distance = number_min_unsigned(
            distance, 2 * word_distance(key, scratch->data, limit) + 1);
    }
    return distance;
}

/* The nearest entries so far, nearest first. */
struct nearest_list {
    const struct entry **entries;
    unsigned *distances;
    size_t n, max;
};

/* Inserts an entry after those that are as near. */
static void rank(struct nearest_list *ranking, const struct entry *entry,
                 unsigned distance)
{
    size_t i = ranking->n;
    while (i > 0 && ranking->distances[i - 1] > distance)
        i--;
    if (i == ranking->max)
        return;
    if (ranking->n < ranking->max)
        ranking->n++;
    size_t n_after = ranking->n - i - 1;
    memmove(ranking->entries + i + 1, ranking->entries + i,
            n_after * sizeof *ranking->entries);
    memmove(ranking->distances + i + 1, ranking->distances + i,
            n_after * sizeof *ranking->distances);
    ranking->entries[i] = entry;
    ranking->distances[i] = distance;
}

/* Ranks the entries that share the id at index i, which are translations of one
 * article, by the nearest of them. Returns the index of the next id. */
static size_t rank_id(struct nearest_list *ranking,
                      const struct library *library, size_t i, const char *key)
{
    struct buf scratch;
    buf_init(&scratch);
    const char *id = library->by_id[i]->id;
    const struct entry *nearest = NULL;
    unsigned distance = 2 * errors_allowed(key) + 1;
    for (; i < library->n_entries && !strcmp(library->by_id[i]->id, id); i++) {
        unsigned candidate = entry_distance(library->by_id[i], key, &scratch);
        if (candidate < distance) {
            distance = candidate;
            nearest = library->by_id[i];
        }
    }
    if (nearest)
        rank(ranking, nearest, distance);
    buf_finish(&scratch);
    return i;
}

size_t library_nearest(const struct library *library, const char *name,
                       const struct entry **out, size_t n)
{
    struct nearest_list ranking = {
        .entries = out,
        .distances = mem_calloc(n, sizeof *ranking.distances),
        .max = n,
    };
    struct buf key;
    buf_init(&key);
    if (*name_key(name, &key)) {
        for (size_t i = 0; i < library->n_entries;)
            i = rank_id(&ranking, library, i, key.data);
    }
    buf_finish(&key);
    free(ranking.distances);
    return ranking.n;
}

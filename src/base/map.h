/* The hash table: byte strings as keys, a number or a pointer for each.
 *
 * Keys are borrowed and must outlive the map; a caller whose key is about to
 * go away puts a lasting copy in its place:
 *
 *     struct map_entry *entry = map_put(&map, word, n_bytes);
 *     if (!entry->pointer) {
 *         entry->key = arena_strndup(arena, word, n_bytes);
 *         entry->pointer = word_new(arena);
 *     }
 */
#ifndef MEDFAQ_BASE_MAP_H
#define MEDFAQ_BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

struct map_entry {
    const char *key; /* NULL: a free slot; no caller meets one */
    uint32_t n_bytes;
    uint32_t hash;
    union {
        size_t number;
        void *pointer;
    };
};

/* A zeroed struct map is an empty one. */
struct map {
    struct map_entry *slots;
    size_t n;        /* entries */
    size_t capacity; /* slots: a power of two */
    uint64_t seed;
};

/* Frees the table, not keys or what pointers lead to; the map is empty
 * again. */
void map_finish(struct map *map);

/* The entry of a key, or NULL. Valid until the next map_put. */
struct map_entry *map_find(const struct map *map, const char *key,
                           size_t n_bytes);

/* The entry of a key, added with the value 0 where there was none. Valid until
 * the next map_put. */
struct map_entry *map_put(struct map *map, const char *key, size_t n_bytes);

/* Walks the entries: the one after entry (NULL: the first), NULL at the end.
 * The order changes from run to run: sort what leaves the program. */
struct map_entry *map_next(const struct map *map,
                           const struct map_entry *entry);

/* FNV-1a, 64 bits: for what is stored, since it never changes. */
uint64_t map_hash(const char *bytes, size_t n_bytes);

#endif

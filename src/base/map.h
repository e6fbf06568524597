/* The hash table: it maps byte strings to numbers or pointers.
 *
 * Keys are borrowed and must outlive the map. A caller whose key is temporary
 * replaces it by a lasting copy:
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
    const char *key; /* NULL in a free slot, which callers never see */
    uint32_t n_bytes;
    uint32_t hash;
    union {
        size_t number;
        void *pointer;
    };
};

/* A zeroed struct map is empty. */
struct map {
    struct map_entry *slots;
    size_t n;        /* entries */
    size_t capacity; /* slots: a power of two */
    uint64_t seed;
};

/* Frees the table, but not the keys and what pointers point to. Leaves the map
 * empty. */
void map_finish(struct map *map);

/* Returns the entry of a key, or NULL. It is valid until the next map_put. */
struct map_entry *map_find(const struct map *map, const char *key,
                           size_t n_bytes);

/* Returns the entry of a key, which is added with the value 0 if there is none.
 * It is valid until the next map_put. */
struct map_entry *map_put(struct map *map, const char *key, size_t n_bytes);

/* Iterates over the entries: returns the one after entry (NULL: the first one),
 * or NULL at the end. The order changes from run to run, so sort what leaves
 * the program. */
struct map_entry *map_next(const struct map *map,
                           const struct map_entry *entry);

/* Returns the 64-bit FNV-1a hash, which never changes, for what is stored. */
uint64_t map_hash(const char *bytes, size_t n_bytes);

#endif

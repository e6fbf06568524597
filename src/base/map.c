/* A hash table with open addressing and linear probing, at most half full. */
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define FNV_OFFSET UINT64_C(0xCBF29CE484222325)
#define FNV_PRIME UINT64_C(0x100000001B3)
#define MIN_SLOTS 64

static uint64_t fnv1a(uint64_t hash, const char *bytes, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * FNV_PRIME;
    return hash;
}

uint64_t map_hash(const char *bytes, size_t n_bytes)
{
    return fnv1a(FNV_OFFSET, bytes, n_bytes);
}

/* The high bits are mixed in because FNV-1a's low bits are weak. */
static uint32_t hash_key(const struct map *map, const char *key, size_t n_bytes)
{
    uint64_t hash = fnv1a(FNV_OFFSET ^ map->seed, key, n_bytes);
    return (uint32_t)(hash ^ hash >> 32);
}

/* Returns the slot of a key, or the free slot where it belongs. */
static struct map_entry *slot_of(const struct map *map,
                                 const struct map_entry *key_entry)
{
    size_t mask = map->capacity - 1;
    for (size_t i = key_entry->hash & mask;; i = (i + 1) & mask) {
        struct map_entry *slot = &map->slots[i];
        if (!slot->key ||
            (slot->hash == key_entry->hash &&
             slot->n_bytes == key_entry->n_bytes &&
             !memcmp(slot->key, key_entry->key, key_entry->n_bytes)))
            return slot;
    }
}

/* Doubles the capacity. The address of the first table is the seed of the hash,
 * so that nobody can craft a file whose keys all collide. */
static void grow(struct map *map)
{
    struct map larger = *map;
    larger.capacity = map->capacity ? 2 * map->capacity : MIN_SLOTS;
    larger.slots = mem_calloc(larger.capacity, sizeof *larger.slots);
    if (!map->capacity)
        larger.seed = (uintptr_t)larger.slots;
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key)
            *slot_of(&larger, &map->slots[i]) = map->slots[i];
    free(map->slots);
    *map = larger;
}

static struct map_entry entry_of(const struct map *map, const char *key,
                                 size_t n_bytes)
{
    if (n_bytes > UINT32_MAX)
        mem_exhausted();
    return (struct map_entry){
        .key = key,
        .n_bytes = (uint32_t)n_bytes,
        .hash = hash_key(map, key, n_bytes),
    };
}

struct map_entry *map_find(const struct map *map, const char *key,
                           size_t n_bytes)
{
    if (!map->n)
        return NULL;
    struct map_entry key_entry = entry_of(map, key, n_bytes);
    struct map_entry *slot = slot_of(map, &key_entry);
    return slot->key ? slot : NULL;
}

struct map_entry *map_put(struct map *map, const char *key, size_t n_bytes)
{
    if (2 * map->n >= map->capacity)
        grow(map);
    struct map_entry added = entry_of(map, key, n_bytes);
    struct map_entry *slot = slot_of(map, &added);
    if (!slot->key) {
        *slot = added;
        map->n++;
    }
    return slot;
}

struct map_entry *map_next(const struct map *map, const struct map_entry *entry)
{
    size_t i = entry ? (size_t)(entry - map->slots) + 1 : 0;
    while (i < map->capacity && !map->slots[i].key)
        i++;
    return i < map->capacity ? &map->slots[i] : NULL;
}

void map_finish(struct map *map)
{
    free(map->slots);
    *map = (struct map){0};
}

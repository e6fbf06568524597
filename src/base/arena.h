/* An arena: many small pieces of memory, freed all at once. */
#ifndef MEDFAQ_BASE_ARENA_H
#define MEDFAQ_BASE_ARENA_H

#include <stddef.h>

struct arena_adopted;
struct arena_chunk;

struct arena {
    struct arena_chunk *newest; /* NULL: nothing allocated yet */
    struct arena_adopted *adopted;
    size_t n_bytes; /* allocated so far */
};

/* A zeroed struct arena is an empty one. finish() frees every piece. */
void arena_init(struct arena *arena);
void arena_finish(struct arena *arena);

/* Zeroed memory, aligned for any type, that lives as long as the arena. */
void *arena_alloc(struct arena *arena, size_t n_bytes);

/* Takes ownership of memory from malloc, to be freed with the arena; returns
 * it. */
void *arena_adopt(struct arena *arena, void *memory);

/* NUL-terminated copies that live as long as the arena. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t n_bytes);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif

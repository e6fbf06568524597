/* An arena: many small allocations, freed all at once. */
#ifndef MEDFAQ_BASE_ARENA_H
#define MEDFAQ_BASE_ARENA_H

#include <stddef.h>

struct arena_adopted;
struct arena_chunk;

struct arena {
    struct arena_chunk *newest; /* NULL if nothing is allocated yet */
    struct arena_adopted *adopted;
    size_t n_bytes; /* the sum of all allocations */
};

/* A zeroed struct arena is empty. arena_finish frees all its memory. */
void arena_init(struct arena *arena);
void arena_finish(struct arena *arena);

/* Returns zeroed memory, aligned for any type, that lives as long as the
 * arena. */
void *arena_alloc(struct arena *arena, size_t n_bytes);

/* Takes ownership of memory from malloc, which is freed with the arena; returns
 * it. */
void *arena_adopt(struct arena *arena, void *memory);

/* Return NUL-terminated strings that live as long as the arena. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t n_bytes);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif

/* Memory that is there, or the program ends.
 *
 * Out of memory is not an error that callers handle: the hook (which restores
 * the terminal) runs, one line goes to standard error, the program exits. */
#ifndef MEDFAQ_BASE_MEM_H
#define MEDFAQ_BASE_MEM_H

#include <stddef.h>

/* Ends the program: for sizes that no memory could have. */
_Noreturn void mem_exhausted(void);

/* malloc, calloc, realloc of count * n_bytes, checked for overflow; never
 * NULL, zero bytes included. The caller frees with free(). */
void *mem_alloc(size_t n_bytes);
void *mem_calloc(size_t count, size_t n_bytes);
void *mem_realloc(void *memory, size_t count, size_t n_bytes);

/* A copy that ends in NUL; the caller frees. mem_strdup(NULL) is NULL. */
char *mem_strdup(const char *text);
char *mem_strndup(const char *text, size_t n_bytes);

/* Makes room for one more element in a growing array: doubles *capacity when
 * n == *capacity. Returns the array, perhaps moved. */
void *mem_grow(void *array, size_t n, size_t *capacity, size_t n_bytes);

/* What runs before the program ends for want of memory; NULL for nothing. */
void mem_on_exhausted(void (*hook)(void));

#endif

/* Allocation that cannot fail: running out of memory ends the program.
 *
 * First the hook runs, which restores the terminal; then a message is written
 * to standard error, and the program exits with status 70. */
#ifndef MEDFAQ_BASE_MEM_H
#define MEDFAQ_BASE_MEM_H

#include <stddef.h>

/* Ends the program as out of memory; also for sizes that overflow. */
_Noreturn void mem_exhausted(void);

/* Ends the program in the same way, for another reason. */
_Noreturn void mem_end_program(const char *reason);

/* Like malloc, calloc and realloc of count * n_bytes, checked for overflow.
 * Never return NULL, even for zero bytes. The caller frees with free(). */
void *mem_alloc(size_t n_bytes);
void *mem_calloc(size_t count, size_t n_bytes);
void *mem_realloc(void *memory, size_t count, size_t n_bytes);

/* Return NUL-terminated copies, which the caller frees. mem_strdup(NULL) is
 * NULL. */
char *mem_strdup(const char *text);
char *mem_strndup(const char *text, size_t n_bytes);

/* Makes room for one more element of n_bytes in an array of n elements,
 * doubling *capacity if the array is full. Returns the array, which may have
 * moved. */
void *mem_grow(void *array, size_t n, size_t *capacity, size_t n_bytes);

/* Sets the hook that runs before the program ends, or NULL. */
void mem_on_exhausted(void (*hook)(void));

#endif

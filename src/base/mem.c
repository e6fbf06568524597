/* Memory that is there, or the program ends. */
#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*exhausted_hook)(void); /* set once, at the start */

void mem_on_exhausted(void (*hook)(void))
{
    exhausted_hook = hook;
}

static _Noreturn void exhausted(void)
{
    if (exhausted_hook)
        exhausted_hook();
    fputs("medfaq: out of memory\n", stderr);
    _Exit(70);
}

void *mem_alloc(size_t n_bytes)
{
    void *memory = malloc(n_bytes ? n_bytes : 1);
    if (!memory)
        exhausted();
    return memory;
}

void *mem_calloc(size_t count, size_t n_bytes)
{
    void *memory = calloc(count ? count : 1, n_bytes ? n_bytes : 1);
    if (!memory)
        exhausted();
    return memory;
}

void *mem_realloc(void *memory, size_t count, size_t n_bytes)
{
    if (n_bytes && count > SIZE_MAX / n_bytes)
        exhausted();
    size_t total = count * n_bytes;
    memory = realloc(memory, total ? total : 1);
    if (!memory)
        exhausted();
    return memory;
}

char *mem_strdup(const char *text)
{
    return text ? mem_strndup(text, strlen(text)) : NULL;
}

char *mem_strndup(const char *text, size_t n_bytes)
{
    char *copy = mem_alloc(n_bytes + 1);
    memcpy(copy, text, n_bytes);
    copy[n_bytes] = '\0';
    return copy;
}

void *mem_grow(void *array, size_t n, size_t *capacity, size_t n_bytes)
{
    if (n < *capacity)
        return array;
    *capacity = *capacity ? *capacity * 2 : 8;
    return mem_realloc(array, *capacity, n_bytes);
}

/* Allocation that cannot fail: out of memory ends the program. */
#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define HUGE_PAGE ((uintptr_t)2 << 20)

static void (*exhausted_hook)(void); /* set once, at program start */

void mem_on_exhausted(void (*hook)(void))
{
    exhausted_hook = hook;
}

void mem_end_program(const char *reason)
{
    if (exhausted_hook)
        exhausted_hook();
    fprintf(stderr, "medfaq: %s\n", reason);
    _Exit(70);
}

void mem_exhausted(void)
{
    mem_end_program("out of memory");
}

/* Without huge pages, page faults take a third of the time of opening a large
 * article. This is only advice, so failure does not matter. */
static void advise_huge_pages(void *memory, size_t n_bytes)
{
#ifdef MADV_HUGEPAGE
    uintptr_t start = ((uintptr_t)memory + HUGE_PAGE - 1) & ~(HUGE_PAGE - 1);
    uintptr_t end = ((uintptr_t)memory + n_bytes) & ~(HUGE_PAGE - 1);
    if (n_bytes >= 2 * HUGE_PAGE)
        madvise((void *)start, end - start, MADV_HUGEPAGE);
#else
    (void)memory, (void)n_bytes;
#endif
}

void *mem_alloc(size_t n_bytes)
{
    void *memory = malloc(n_bytes ? n_bytes : 1);
    if (!memory)
        mem_exhausted();
    advise_huge_pages(memory, n_bytes);
    return memory;
}

void *mem_calloc(size_t count, size_t n_bytes)
{
    void *memory = calloc(count ? count : 1, n_bytes ? n_bytes : 1);
    if (!memory)
        mem_exhausted();
    return memory;
}

void *mem_realloc(void *memory, size_t count, size_t n_bytes)
{
    if (n_bytes && count > SIZE_MAX / n_bytes)
        mem_exhausted();
    size_t total = count * n_bytes;
    memory = realloc(memory, total ? total : 1);
    if (!memory)
        mem_exhausted();
    advise_huge_pages(memory, total);
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

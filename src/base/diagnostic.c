/* Collects the problems in a file. */
#include "base/diagnostic.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

void diagnostics_init(struct diagnostics *list, struct arena *arena)
{
    *list = (struct diagnostics){.arena = arena};
}

void diagnostics_finish(struct diagnostics *list)
{
    if (!list)
        return;
    free(list->items);
    *list = (struct diagnostics){0};
}

void diagnostics_add(struct diagnostics *list, struct diagnostic at,
                     const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    at.text = arena_strdup(list->arena, text);
    list->items =
        mem_grow(list->items, list->n, &list->capacity, sizeof *list->items);
    list->items[list->n++] = at;
}

static bool comes_after(const struct diagnostic *a, const struct diagnostic *b)
{
    return a->line != b->line ? a->line > b->line : a->column > b->column;
}

/* Insertion sort, which is stable: lists are short and nearly sorted. */
void diagnostics_sort(struct diagnostics *list)
{
    for (size_t i = 1; i < list->n; i++) {
        struct diagnostic item = list->items[i];
        size_t j = i;
        for (; j > 0 && comes_after(&list->items[j - 1], &item); j--)
            list->items[j] = list->items[j - 1];
        list->items[j] = item;
    }
}

const char *diagnostic_severity_name(enum severity severity)
{
    static const char *const names[] = {
        [SEVERITY_NOTE] = "note",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_ERROR] = "error",
    };
    return names[severity];
}

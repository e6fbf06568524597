/* Problems in a file, with their places, for authors and the status line. */
#ifndef MEDFAQ_BASE_DIAGNOSTIC_H
#define MEDFAQ_BASE_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum severity {
    SEVERITY_NOTE,
    SEVERITY_WARNING,
    SEVERITY_ERROR,
};

struct diagnostic {
    enum severity severity;
    unsigned line;    /* from 1; 0 for the whole file */
    unsigned column;  /* from 1, in code points; 0 for the whole line */
    const char *code; /* stable: "yaml", "kind", ...; a static string */
    const char *text; /* what is wrong and what would be right */
};

/* A growing list. Its texts live in arena. */
struct diagnostics {
    struct arena *arena;
    struct diagnostic *items;
    size_t n;
    size_t capacity;
};

void diagnostics_init(struct diagnostics *list, struct arena *arena);
void diagnostics_finish(struct diagnostics *list);

/* Appends a problem: at has everything but its text, which is formatted. */
void diagnostics_add(struct diagnostics *list, struct diagnostic at,
                     const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Sorts the list by line and column. The sort is stable. */
void diagnostics_sort(struct diagnostics *list);

/* Returns "note", "warning" or "error". */
const char *diagnostic_severity_name(enum severity severity);

#endif

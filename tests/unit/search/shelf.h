/* A small, indexed library for tests of searching. */
#ifndef MEDFAQ_TESTS_SEARCH_SHELF_H
#define MEDFAQ_TESTS_SEARCH_SHELF_H

#include "../library/folder.h"
#include "search/search.h"

struct shelved {
    const char *path; /* path in the library */
    const char *meta; /* lines of front matter */
    const char *text;
};

/* The index of the library that the tests of a file share. */
static struct index *the_index;

/* Indexes a folder; shelf_clear ends it. */
static inline void shelf_index(const char *folder)
{
    struct error err;
    struct index_progress progress;
    the_index = index_open((const char *const[]){folder}, 1, &err);
    assert_non_null(the_index);
    assert_true(index_update(the_index, NULL, &progress, &err));
}

/* Makes a library from a table of articles, in a folder of its own, and indexes
 * it. */
static inline int shelf_fill(void **state, const struct shelved *articles,
                             size_t n)
{
    struct buf path, text;
    enter_folder_with_cache(state);
    buf_init(&path);
    buf_init(&text);
    for (size_t i = 0; i < n; i++) {
        buf_clear(&path);
        buf_clear(&text);
        buf_printf(&path, "library/%s", articles[i].path);
        buf_printf(&text, "---\n%s\n---\n\n%s\n", articles[i].meta,
                   articles[i].text);
        put(path.data, text.data);
    }
    buf_finish(&path);
    buf_finish(&text);
    shelf_index("library");
    return 0;
}

static inline int shelf_clear(void **state)
{
    index_close(the_index);
    return leave_folder(state);
}

/* Appends a result as "id/section". */
static inline void shelf_add_name(const struct search_result *result,
                                  struct buf *out)
{
    buf_printf(out, "%s/%zu", result->id, result->section);
}

/* Returns "id/section" of the first result, or ""; static. */
static inline const char *shelf_first(const char *text)
{
    static char name[64];
    struct search_results *results =
        search_run(the_index, text, &(struct search_options){0});
    *name = '\0';
    if (results->n)
        snprintf(name, sizeof name, "%s/%zu", results->items[0].id,
                 results->items[0].section);
    search_results_free(results);
    return name;
}

#endif

/* A small library, indexed, for the tests of searching. */
#ifndef MEDFAQ_TESTS_SEARCH_SHELF_H
#define MEDFAQ_TESTS_SEARCH_SHELF_H

#include "../library/folder.h"
#include "search/search.h"

struct shelved {
    const char *path; /* in the library */
    const char *meta; /* lines of front matter */
    const char *text;
};

/* A folder of its own for the library and its index; leave_folder ends it. */
static inline void shelf_enter(void **state)
{
    char cache[200];
    enter_folder(state);
    snprintf(cache, sizeof cache, "%s/cache", (char *)*state);
    setenv("XDG_CACHE_HOME", cache, 1);
}

static inline void shelf_put(const char *name, const char *text)
{
    char path[64];
    snprintf(path, sizeof path, "library/%s", name);
    put(path, text);
}

/* What was put there, indexed; index_close ends it. */
static inline struct index *shelf_index(void)
{
    struct error err;
    struct index_progress progress;
    struct index *index = index_open((const char *const[]){"library"}, 1, &err);
    assert_non_null(index);
    assert_true(index_update(index, NULL, &progress, &err));
    return index;
}

/* All three for a table of articles. */
static inline struct index *shelf_fill(void **state,
                                       const struct shelved *articles, size_t n)
{
    struct buf text;
    shelf_enter(state);
    buf_init(&text);
    for (size_t i = 0; i < n; i++) {
        buf_clear(&text);
        buf_printf(&text, "---\n%s\n---\n\n%s\n", articles[i].meta,
                   articles[i].text);
        shelf_put(articles[i].path, text.data);
    }
    buf_finish(&text);
    return shelf_index();
}

/* Appends a result as "id/section". */
static inline void shelf_add_name(const struct search_result *result,
                                  struct buf *out)
{
    buf_printf(out, "%s/%zu", result->id, result->section);
}

/* "id/section" of the first result, "" without one; static. */
static inline const char *shelf_first(struct index *index, const char *text)
{
    static char name[64];
    struct search_results *results =
        search_run(index, text, &(struct search_options){0});
    *name = '\0';
    if (results->n)
        snprintf(name, sizeof name, "%s/%zu", results->items[0].id,
                 results->items[0].section);
    search_results_free(results);
    return name;
}

#endif

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

/* Enters a folder of its own, and indexes the articles there; leave_folder
 * and index_close end it. */
static inline struct index *shelf_fill(void **state,
                                       const struct shelved *articles, size_t n)
{
    struct error err;
    struct index_progress progress;
    char cache[200], path[64];
    struct buf text;
    enter_folder(state);
    snprintf(cache, sizeof cache, "%s/cache", (char *)*state);
    setenv("XDG_CACHE_HOME", cache, 1);
    buf_init(&text);
    for (size_t i = 0; i < n; i++) {
        buf_clear(&text);
        buf_printf(&text, "---\n%s\n---\n\n%s\n", articles[i].meta,
                   articles[i].text);
        snprintf(path, sizeof path, "library/%s", articles[i].path);
        put(path, text.data);
    }
    buf_finish(&text);
    struct index *index = index_open((const char *const[]){"library"}, 1, &err);
    assert_non_null(index);
    assert_true(index_update(index, NULL, &progress, &err));
    return index;
}

/* Appends a result as "id/section". */
static inline void shelf_add_name(const struct search_result *result,
                                  struct buf *out)
{
    buf_printf(out, "%s/%zu", result->id, result->section);
}

#endif

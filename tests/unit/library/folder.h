/* A working folder of its own for each test. */
#ifndef MEDFAQ_TESTS_LIBRARY_FOLDER_H
#define MEDFAQ_TESTS_LIBRARY_FOLDER_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"

static inline int enter_folder(void **state)
{
    char *path = strdup("/tmp/medfaq-test-XXXXXX");
    assert_non_null(mkdtemp(path));
    assert_int_equal(chdir(path), 0);
    *state = path;
    return 0;
}

/* Like enter_folder, with the cache in the folder. */
static inline int enter_folder_with_cache(void **state)
{
    char cache[200];
    enter_folder(state);
    snprintf(cache, sizeof cache, "%s/cache", (char *)*state);
    setenv("XDG_CACHE_HOME", cache, 1);
    return 0;
}

static inline int leave_folder(void **state)
{
    char command[200];
    snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s",
             (char *)*state, (char *)*state);
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(system(command), 0);
    free(*state);
    return 0;
}

/* Writes a file below the working folder, with the folders that it needs. */
static inline void put(const char *path, const char *text)
{
    char *folder = strdup(path), *slash = strrchr(folder, '/');
    struct error err;
    if (slash) {
        *slash = '\0';
        assert_true(file_make_folder(folder, &err));
    }
    free(folder);
    assert_true(file_write(path, text, strlen(text), &err));
}

#endif

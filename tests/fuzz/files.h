/* Files for fuzz targets: a home folder that is removed at the end, and ways to
 * damage a file. */
#ifndef MEDFAQ_TESTS_FUZZ_FILES_H
#define MEDFAQ_TESTS_FUZZ_FILES_H

#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "fuzz.h"

#define FILES_PAGE 4096

static char files_home[] = "/tmp/medfaq-fuzz-XXXXXX";

static inline void files_remove_home(void)
{
    char command[sizeof files_home + sizeof "rm -rf "];
    snprintf(command, sizeof command, "rm -rf %s", files_home);
    REQUIRE(system(command) == 0);
}

/* Makes the home folder for all of medfaq's files. */
static inline void files_make_home(void)
{
    static const char *const others[] = {"XDG_STATE_HOME", "XDG_CACHE_HOME",
                                         "XDG_DATA_HOME", "XDG_CONFIG_HOME",
                                         "XDG_RUNTIME_DIR"};
    REQUIRE(mkdtemp(files_home));
    REQUIRE(setenv("HOME", files_home, 1) == 0);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        unsetenv(others[i]);
    atexit(files_remove_home);
}

static inline void files_write(const char *path, const void *data,
                               size_t n_bytes)
{
    FILE *file = fopen(path, "w");
    REQUIRE(file && fwrite(data, 1, n_bytes, file) == n_bytes);
    REQUIRE(fclose(file) == 0);
}

static inline void files_read(const char *path, struct buf *out)
{
    struct error err = {0};
    if (!file_read(path, 0, out, NULL, &err))
        fprintf(stderr, "%s\n", err.message);
    REQUIRE(!*err.message);
}

/* Sets a byte, flips a bit, zeroes bytes, copies or swaps pages, or truncates
 * the file, as five bytes of data determine. */
static inline void files_damage_once(struct buf *file, const uint8_t *step)
{
    size_t at = ((size_t)step[1] << 16 | (size_t)step[2] << 8 | step[3]) %
                file->n_bytes;
    size_t n_pages = file->n_bytes / FILES_PAGE;
    char *page = file->data + at / FILES_PAGE * FILES_PAGE;
    char *other = file->data + (n_pages ? step[4] % n_pages * FILES_PAGE : 0);
    char was[FILES_PAGE];
    bool is_whole = n_pages && at / FILES_PAGE < n_pages;
    switch (step[0] % 6) {
    case 0: file->data[at] = (char)step[4]; break;
    case 1: file->data[at] ^= (char)(1 << step[4] % 8); break;
    case 2:
        for (size_t i = at; i < at + step[4] && i < file->n_bytes; i++)
            file->data[i] = 0;
        break;
    case 3:
        if (is_whole)
            memmove(page, other, FILES_PAGE);
        break;
    case 4:
        if (!is_whole)
            break;
        memcpy(was, page, FILES_PAGE);
        memmove(page, other, FILES_PAGE);
        memcpy(other, was, FILES_PAGE);
        break;
    default: file->n_bytes = at; break;
    }
}

static inline void files_damage(struct buf *file, const uint8_t *data,
                                size_t n_bytes)
{
    for (size_t i = 0; i + 5 <= n_bytes && file->n_bytes; i += 5)
        files_damage_once(file, data + i);
}

#endif

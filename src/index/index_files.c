/* Manages the index files in the cache, one for each set of folders. Unused
 * ones are removed. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "index/index_data.h"

#define UNUSED_DAYS 60
#define SECONDS_A_DAY 86400L

/* Removes the file itself last: another process may be removing and rebuilding
 * it, too, and its new file must not lose its journal. */
void index_remove_file(const char *path)
{
    static const char *const ends[] = {"-wal", "-shm", "-journal", ""};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct buf name;
        buf_init(&name);
        buf_printf(&name, "%s%s", path, ends[i]);
        unlink(name.data);
        buf_finish(&name);
    }
}

/* Sets the time explicitly, since many disks are mounted without access times.
 */
void index_mark_used(const char *path)
{
    utimensat(AT_FDCWD, path, NULL, AT_SYMLINK_NOFOLLOW);
}

static bool is_index_name(const char *name)
{
    unsigned long long hash;
    int end = 0;
    return sscanf(name, "index-%16llx.db%n", &hash, &end) == 1 && end &&
           !name[end];
}

static bool is_unused(int folder, const char *name)
{
    struct stat st;
    return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
           time(NULL) - st.st_mtime > UNUSED_DAYS * SECONDS_A_DAY;
}

void index_remove_unused(const struct index *index)
{
    char *folder = mem_strdup(index->path), *slash;
    if (!folder || !(slash = strrchr(folder, '/')))
        return;
    *slash = '\0';
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        if (!is_index_name(entry->d_name) ||
            !is_unused(dirfd(dir), entry->d_name))
            continue;
        char *path = file_join(folder, entry->d_name);
        index_remove_file(path);
        free(path);
    }
    if (dir)
        closedir(dir);
    free(folder);
}

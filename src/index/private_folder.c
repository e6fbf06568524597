/* A private folder that is removed when the process ends.
 *
 * A process holds a lock on its folder (flock), which the kernel drops however
 * the process ends. Whoever gets the lock may remove the folder. */
#include "index/private_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/paths.h"

#define PREFIX "medfaq-index-"
#define SUFFIX "XXXXXX" /* of mkdtemp */
#define TRIES 10        /* while others sweep what was just made */

/* The folder of the process: the reader's thread and the indexer's share it. */
static struct {
    pthread_mutex_t mutex;
    unsigned n_users;
    char *path;
    int fd; /* holds the lock */
} own = {.mutex = PTHREAD_MUTEX_INITIALIZER, .fd = -1};

/* Opens and locks a folder; -1 if it is not ours, or another process has it.
 * The name may be of a link that somebody else made. */
static int lock_folder(int parent, const char *name)
{
    struct stat st;
    int fd =
        openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return -1;
    if (fstat(fd, &st) == 0 && st.st_uid == geteuid() &&
        flock(fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
    close(fd);
    return -1;
}

/* Removes the files in a locked folder and then the folder, which stays if
 * there are folders in it: we make none. Closes fd. */
static void remove_folder(int parent, const char *name, int fd)
{
    int files = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = files < 0 ? NULL : fdopendir(files);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir)))
        unlinkat(fd, entry->d_name, 0);
    if (dir)
        closedir(dir);
    unlinkat(parent, name, AT_REMOVEDIR);
    close(fd);
}

/* Where another user could rename our folder, it would not be private. */
static bool is_safe_parent(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode) &&
           (st.st_uid == geteuid() || st.st_uid == 0) &&
           (!(st.st_mode & (S_IWGRP | S_IWOTH)) || st.st_mode & S_ISVTX);
}

/* Whether the locked folder is still at its path: another process may have
 * swept it before we had the lock. */
static bool is_at(int fd, const char *path)
{
    struct stat locked, named;
    return fstat(fd, &locked) == 0 && lstat(path, &named) == 0 &&
           locked.st_dev == named.st_dev && locked.st_ino == named.st_ino;
}

/* Makes and locks a folder; the path goes to own. */
static bool make_in(const char *parent)
{
    for (int i = 0; i < TRIES && is_safe_parent(parent); i++) {
        char *path = file_join(parent, PREFIX SUFFIX);
        if (!mkdtemp(path)) {
            free(path);
            return false;
        }
        own.fd = lock_folder(AT_FDCWD, path);
        if (own.fd >= 0 && is_at(own.fd, path)) {
            own.path = path;
            return true;
        }
        if (own.fd >= 0)
            close(own.fd);
        free(path);
    }
    return false;
}

static bool make_own(void)
{
    const char *parents[PATHS_RUNTIME_MAX];
    size_t n = paths_runtime(parents);
    for (size_t i = 0; i < n; i++)
        if (make_in(parents[i]))
            return true;
    return false;
}

const char *private_folder_acquire(void)
{
    pthread_mutex_lock(&own.mutex);
    if (own.path || make_own())
        own.n_users++;
    const char *path = own.path;
    pthread_mutex_unlock(&own.mutex);
    return path;
}

void private_folder_release(void)
{
    pthread_mutex_lock(&own.mutex);
    if (--own.n_users == 0) {
        remove_folder(AT_FDCWD, own.path, own.fd);
        free(own.path);
        own.path = NULL;
        own.fd = -1;
    }
    pthread_mutex_unlock(&own.mutex);
}

static bool is_our_name(const char *name)
{
    return !strncmp(name, PREFIX, strlen(PREFIX)) &&
           strlen(name) == strlen(PREFIX SUFFIX);
}

void private_folder_sweep(void)
{
    const char *parents[PATHS_RUNTIME_MAX];
    size_t n = paths_runtime(parents);
    for (size_t i = 0; i < n; i++) {
        DIR *dir = opendir(parents[i]);
        const struct dirent *entry;
        while (dir && (entry = readdir(dir))) {
            int fd = is_our_name(entry->d_name)
                         ? lock_folder(dirfd(dir), entry->d_name)
                         : -1;
            if (fd >= 0)
                remove_folder(dirfd(dir), entry->d_name, fd);
        }
        if (dir)
            closedir(dir);
    }
}

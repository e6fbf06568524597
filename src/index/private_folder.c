/* Creates a private folder that is removed when the process ends.
 *
 * A process holds a lock (flock) on its folder, which the kernel releases
 * however the process ends. A process that gets the lock of another's folder
 * may remove it. */
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
#define SUFFIX "XXXXXX" /* replaced by mkdtemp() */
#define TRIES 10        /* in case other processes sweep a new folder */

/* The folder of the process, which the threads of reader and indexer share. */
static struct {
    pthread_mutex_t mutex;
    unsigned n_users;
    char *path;
    int fd; /* holds the lock */
} own = {.mutex = PTHREAD_MUTEX_INITIALIZER, .fd = -1};

/* Opens and locks a folder. Returns -1 if it does not belong to this user, is a
 * link (which anybody could have made), or is locked by another process. */
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

/* Removes the files in a locked folder, then the folder itself, unless it
 * contains folders, which medfaq never creates. Closes fd. */
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

/* Returns whether no other user could rename a folder in this one, which would
 * then not be private. */
static bool is_safe_parent(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode) &&
           (st.st_uid == geteuid() || st.st_uid == 0) &&
           (!(st.st_mode & (S_IWGRP | S_IWOTH)) || st.st_mode & S_ISVTX);
}

/* Returns whether the locked folder is still at its path: another process may
 * have removed it before it was locked. */
static bool is_at(int fd, const char *path)
{
    struct stat locked, named;
    return fstat(fd, &locked) == 0 && lstat(path, &named) == 0 &&
           locked.st_dev == named.st_dev && locked.st_ino == named.st_ino;
}

/* Creates and locks a folder in parent, and stores it in own. */
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

/* The folder that articles are written to. */
#include "import/target.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"

#define LIST_NAME ".medfaq-import"
#define LIST_HEAD "medfaq-import 1\n"

/* What was written under a name, once. */
struct written {
    char *name; /* NULL: an empty slot */
    uint64_t hash;
    bool seen; /* in this import */
};

struct target {
    char *folder;
    int fd; /* -1: a dry run into a folder that is not there */
    bool dry_run;
    bool changed;
    pthread_mutex_t lock;  /* over the table */
    struct written *slots; /* a hash table; capacity is a power of two */
    size_t n, capacity;
};

/* FNV-1a, 64 bits. */
static uint64_t hash_bytes(const char *data, size_t n_bytes)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < n_bytes; i++)
        hash = (hash ^ (unsigned char)data[i]) * 0x100000001B3u;
    return hash;
}

/* ---- the table ---- */

static struct written *find_slot(struct written *slots, size_t capacity,
                                 const char *name)
{
    size_t at = hash_bytes(name, strlen(name)) & (capacity - 1);
    while (slots[at].name && strcmp(slots[at].name, name) != 0)
        at = (at + 1) & (capacity - 1);
    return &slots[at];
}

static void grow(struct target *target)
{
    size_t capacity = target->capacity ? 2 * target->capacity : 1024;
    struct written *slots = mem_calloc(capacity, sizeof *slots);
    for (size_t i = 0; i < target->capacity; i++)
        if (target->slots[i].name)
            *find_slot(slots, capacity, target->slots[i].name) =
                target->slots[i];
    free(target->slots);
    target->slots = slots;
    target->capacity = capacity;
}

/* The entry of a name, made with hash 0 if it is new. */
static struct written *entry_of(struct target *target, const char *name)
{
    if (2 * target->n >= target->capacity)
        grow(target);
    struct written *slot = find_slot(target->slots, target->capacity, name);
    if (!slot->name) {
        slot->name = mem_strdup(name);
        target->n++;
    }
    return slot;
}

static void read_list(struct target *target)
{
    char *path = file_join(target->folder, LIST_NAME);
    struct buf list;
    buf_init(&list);
    if (file_read(path, 0, &list, NULL, NULL) &&
        strncmp(list.data, LIST_HEAD, strlen(LIST_HEAD)) == 0) {
        char *rest = list.data + strlen(LIST_HEAD), *line;
        while ((line = strsep(&rest, "\n"))) {
            char *name;
            uint64_t hash = strtoull(line, &name, 16);
            if (name != line && *name == ' ' && name[1])
                entry_of(target, name + 1)->hash = hash;
        }
    }
    buf_finish(&list);
    free(path);
}

static bool write_list(struct target *target, struct error *err)
{
    struct buf list;
    buf_init(&list);
    buf_add(&list, LIST_HEAD);
    for (size_t i = 0; i < target->capacity; i++)
        if (target->slots[i].name && target->slots[i].hash)
            buf_printf(&list, "%016" PRIx64 " %s\n", target->slots[i].hash,
                       target->slots[i].name);
    char *path = file_join(target->folder, LIST_NAME);
    bool good = file_write(path, list.data, list.n_bytes, err);
    free(path);
    buf_finish(&list);
    return good;
}

/* ---- files ---- */

struct target *target_open(const char *folder, bool dry_run, struct error *err)
{
    if (!dry_run && !file_make_folder(folder, err))
        return NULL;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 && !(dry_run && errno == ENOENT)) {
        error_set(err, "%s: %s", folder, strerror(errno));
        return NULL;
    }
    struct target *target = mem_calloc(1, sizeof *target);
    target->folder = mem_strdup(folder);
    target->fd = fd;
    target->dry_run = dry_run;
    pthread_mutex_init(&target->lock, NULL);
    read_list(target);
    return target;
}

/* Hash of the file that is there: false if there is none. What cannot be read
 * (a folder, a link, no permission) counts as the user's. */
static bool hash_file(const struct target *target, const char *name,
                      uint64_t *hash)
{
    *hash = 0;
    if (target->fd < 0)
        return false;
    int fd = openat(target->fd, name,
                    O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno != ENOENT;
    struct buf content;
    buf_init(&content);
    if (file_read_fd(fd, 0, &content, NULL))
        *hash = hash_bytes(content.data, content.n_bytes);
    buf_finish(&content);
    close(fd);
    return true;
}

/* A new file; what an import that was killed left under the name goes. */
static int open_temporary(const struct target *target, const char *temporary)
{
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    int fd = openat(target->fd, temporary, flags, 0644);
    if (fd >= 0 || errno != EEXIST || unlinkat(target->fd, temporary, 0) != 0)
        return fd;
    return openat(target->fd, temporary, flags, 0644);
}

/* No fsync here: one for each of thousands of files would take minutes.
 * target_close syncs them all before the list says that they are there; what a
 * power failure damages before that counts as the user's, and is told. */
static bool write_file(const struct target *target, const char *name,
                       const char *data, size_t n_bytes, struct error *err)
{
    char temporary[NAME_MAX + 1];
    snprintf(temporary, sizeof temporary, ".%.200s.%ld", name, (long)getpid());
    int fd = open_temporary(target, temporary);
    bool good = fd >= 0 && file_write_fd(fd, data, n_bytes);
    int reason = errno;
    if (fd >= 0 && close(fd) != 0 && good) {
        good = false;
        reason = errno;
    }
    if (good && renameat(target->fd, temporary, target->fd, name) != 0) {
        good = false;
        reason = errno;
    }
    if (good)
        return true;
    if (fd >= 0)
        unlinkat(target->fd, temporary, 0);
    return error_set(err, "%s/%s: %s", target->folder, name, strerror(reason));
}

/* Claims a name for this import; false if it was claimed before. *hash is
 * that of what was written under it in an earlier import. */
static bool claim(struct target *target, const char *name, uint64_t *hash)
{
    pthread_mutex_lock(&target->lock);
    struct written *entry = entry_of(target, name);
    bool first = !entry->seen;
    entry->seen = true;
    *hash = entry->hash;
    pthread_mutex_unlock(&target->lock);
    return first;
}

static void note_hash(struct target *target, const char *name, uint64_t hash)
{
    pthread_mutex_lock(&target->lock);
    struct written *entry = entry_of(target, name);
    target->changed |= entry->hash != hash;
    entry->hash = hash;
    pthread_mutex_unlock(&target->lock);
}

enum put target_put(struct target *target, const char *id, const char *data,
                    size_t n_bytes, struct error *err)
{
    char name[NAME_MAX + 1];
    if (!id[0] || id[0] == '.' || strchr(id, '/') ||
        (size_t)snprintf(name, sizeof name, "%s.md", id) >= sizeof name) {
        error_set(err, "\"%s\" cannot be a file's name", id);
        return PUT_FAILED;
    }
    uint64_t known, there, hash = hash_bytes(data, n_bytes);
    if (!claim(target, name, &known))
        return PUT_DUPLICATE;
    bool exists = hash_file(target, name, &there);
    enum put result = !exists                   ? PUT_NEW
                      : there == hash           ? PUT_SAME
                      : there == known && known ? PUT_CHANGED
                                                : PUT_EDITED;
    if (result == PUT_EDITED)
        return result;
    if (result != PUT_SAME && !target->dry_run &&
        !write_file(target, name, data, n_bytes, err))
        return PUT_FAILED;
    note_hash(target, name, hash);
    return result;
}

bool target_close(struct target *target, struct error *err)
{
    if (!target)
        return true;
    bool good = true;
    if (!target->dry_run && target->changed) {
        good = syncfs(target->fd) == 0 ||
               error_set(err, "%s: %s", target->folder, strerror(errno));
        good = good && write_list(target, err);
    }
    if (target->fd >= 0)
        close(target->fd);
    for (size_t i = 0; i < target->capacity; i++)
        free(target->slots[i].name);
    free(target->slots);
    pthread_mutex_destroy(&target->lock);
    free(target->folder);
    free(target);
    return good;
}

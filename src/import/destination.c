/* The folder that articles are written to. */
#include "import/destination.h"

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

struct destination {
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

static void grow(struct destination *destination)
{
    size_t capacity = destination->capacity ? 2 * destination->capacity : 1024;
    struct written *slots = mem_calloc(capacity, sizeof *slots);
    for (size_t i = 0; i < destination->capacity; i++)
        if (destination->slots[i].name)
            *find_slot(slots, capacity, destination->slots[i].name) =
                destination->slots[i];
    free(destination->slots);
    destination->slots = slots;
    destination->capacity = capacity;
}

/* The entry of a name, made with hash 0 if it is new. */
static struct written *entry_of(struct destination *destination,
                                const char *name)
{
    if (2 * destination->n >= destination->capacity)
        grow(destination);
    struct written *slot =
        find_slot(destination->slots, destination->capacity, name);
    if (!slot->name) {
        slot->name = mem_strdup(name);
        destination->n++;
    }
    return slot;
}

static void read_list(struct destination *destination)
{
    char *path = file_join(destination->folder, LIST_NAME);
    struct buf list;
    buf_init(&list);
    if (file_read(path, 0, &list, NULL, NULL) &&
        strncmp(list.data, LIST_HEAD, strlen(LIST_HEAD)) == 0) {
        char *rest = list.data + strlen(LIST_HEAD), *line;
        while ((line = strsep(&rest, "\n"))) {
            char *name;
            uint64_t hash = strtoull(line, &name, 16);
            if (name != line && *name == ' ' && name[1])
                entry_of(destination, name + 1)->hash = hash;
        }
    }
    buf_finish(&list);
    free(path);
}

static bool write_list(struct destination *destination, struct error *err)
{
    struct buf list;
    buf_init(&list);
    buf_add(&list, LIST_HEAD);
    for (size_t i = 0; i < destination->capacity; i++)
        if (destination->slots[i].name && destination->slots[i].hash)
            buf_printf(&list, "%016" PRIx64 " %s\n", destination->slots[i].hash,
                       destination->slots[i].name);
    char *path = file_join(destination->folder, LIST_NAME);
    bool good = file_write(path, list.data, list.n_bytes, err);
    free(path);
    buf_finish(&list);
    return good;
}

/* ---- files ---- */

struct destination *destination_open(const char *folder, bool dry_run,
                                     struct error *err)
{
    if (!dry_run && !file_make_folder(folder, err))
        return NULL;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 && !(dry_run && errno == ENOENT)) {
        error_set(err, "%s: %s", folder, strerror(errno));
        return NULL;
    }
    struct destination *destination = mem_calloc(1, sizeof *destination);
    destination->folder = mem_strdup(folder);
    destination->fd = fd;
    destination->dry_run = dry_run;
    pthread_mutex_init(&destination->lock, NULL);
    read_list(destination);
    return destination;
}

/* Hash of the file that is there: false if there is none. What cannot be read
 * (a folder, a link, no permission) counts as the user's. */
static bool hash_file(const struct destination *destination, const char *name,
                      uint64_t *hash)
{
    *hash = 0;
    if (destination->fd < 0)
        return false;
    int fd = openat(destination->fd, name,
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
static int open_temporary(const struct destination *destination,
                          const char *temporary)
{
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    int fd = openat(destination->fd, temporary, flags, 0644);
    if (fd >= 0 || errno != EEXIST ||
        unlinkat(destination->fd, temporary, 0) != 0)
        return fd;
    return openat(destination->fd, temporary, flags, 0644);
}

/* No fsync here: one for each of thousands of files would take minutes.
 * destination_close syncs them all before the list says that they are there.
 * What a power failure damages before counts as the user's, and is told. */
static bool write_file(const struct destination *destination, const char *name,
                       const char *data, size_t n_bytes, struct error *err)
{
    char temporary[NAME_MAX + 1];
    snprintf(temporary, sizeof temporary, ".%.200s.%ld", name, (long)getpid());
    int fd = open_temporary(destination, temporary);
    bool good = fd >= 0 && file_write_fd(fd, data, n_bytes);
    int reason = errno;
    if (fd >= 0 && close(fd) != 0 && good) {
        good = false;
        reason = errno;
    }
    if (good &&
        renameat(destination->fd, temporary, destination->fd, name) != 0) {
        good = false;
        reason = errno;
    }
    if (good)
        return true;
    if (fd >= 0)
        unlinkat(destination->fd, temporary, 0);
    return error_set(err, "%s/%s: %s", destination->folder, name,
                     strerror(reason));
}

/* Claims a name for this import; false if it was claimed before. *hash is
 * that of what was written under it in an earlier import. */
static bool claim(struct destination *destination, const char *name,
                  uint64_t *hash)
{
    pthread_mutex_lock(&destination->lock);
    struct written *entry = entry_of(destination, name);
    bool first = !entry->seen;
    entry->seen = true;
    *hash = entry->hash;
    pthread_mutex_unlock(&destination->lock);
    return first;
}

static void note_hash(struct destination *destination, const char *name,
                      uint64_t hash)
{
    pthread_mutex_lock(&destination->lock);
    struct written *entry = entry_of(destination, name);
    destination->changed |= entry->hash != hash;
    entry->hash = hash;
    pthread_mutex_unlock(&destination->lock);
}

enum put destination_put(struct destination *destination, const char *id,
                         const char *data, size_t n_bytes, struct error *err)
{
    char name[NAME_MAX + 1];
    if (!id[0] || id[0] == '.' || strchr(id, '/') ||
        (size_t)snprintf(name, sizeof name, "%s.md", id) >= sizeof name) {
        error_set(err, "\"%s\" cannot be a file's name", id);
        return PUT_FAILED;
    }
    uint64_t known, there, hash = hash_bytes(data, n_bytes);
    if (!claim(destination, name, &known))
        return PUT_DUPLICATE;
    bool exists = hash_file(destination, name, &there);
    enum put result = !exists                   ? PUT_NEW
                      : there == hash           ? PUT_SAME
                      : there == known && known ? PUT_CHANGED
                                                : PUT_EDITED;
    if (result == PUT_EDITED)
        return result;
    if (result != PUT_SAME && !destination->dry_run &&
        !write_file(destination, name, data, n_bytes, err))
        return PUT_FAILED;
    note_hash(destination, name, hash);
    return result;
}

bool destination_close(struct destination *destination, struct error *err)
{
    if (!destination)
        return true;
    bool good = true;
    if (!destination->dry_run && destination->changed) {
        good = syncfs(destination->fd) == 0 ||
               error_set(err, "%s: %s", destination->folder, strerror(errno));
        good = good && write_list(destination, err);
    }
    if (destination->fd >= 0)
        close(destination->fd);
    for (size_t i = 0; i < destination->capacity; i++)
        free(destination->slots[i].name);
    free(destination->slots);
    pthread_mutex_destroy(&destination->lock);
    free(destination->folder);
    free(destination);
    return good;
}

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

#include "article/meta.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"

#define LIST_NAME ".medfaq-import"
#define LIST_HEAD "medfaq-import 1\n"
#define MAX_LEVEL 3 /* of names for one article */

/* What is known of a file's name. */
struct written {
    uint64_t hash; /* of what was written last; 0: nothing */
    bool seen;     /* in this import */
    bool exists;   /* it was there before */
    bool same;     /* and is what was written now */
    /* Of the article that was there before, and of the one that has it now. */
    char *old_url, *old_number, *old_title;
    char *key, *folder, *title;
};

struct destination {
    char *folder;
    int fd; /* -1: a dry run into a folder that is not there */
    bool dry_run;
    bool changed;
    pthread_mutex_t lock;
    struct arena arena; /* names */
    struct map written; /* name -> struct written */
};

/* ---- the list ---- */

static struct written *entry_of(struct destination *destination,
                                const char *name)
{
    struct map_entry *entry =
        map_put(&destination->written, name, strlen(name));
    if (!entry->pointer) {
        entry->key = arena_strdup(&destination->arena, name);
        entry->pointer = mem_calloc(1, sizeof(struct written));
    }
    return entry->pointer;
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

static int compare_names(const void *a, const void *b)
{
    return strcmp((*(const struct map_entry *const *)a)->key,
                  (*(const struct map_entry *const *)b)->key);
}

static bool write_list(struct destination *destination, struct error *err)
{
    size_t n = 0;
    const struct map_entry **entries =
        mem_alloc((destination->written.n + 1) * sizeof *entries);
    for (struct map_entry *entry = map_next(&destination->written, NULL); entry;
         entry = map_next(&destination->written, entry))
        entries[n++] = entry;
    qsort(entries, n, sizeof *entries, compare_names);
    struct buf list;
    buf_init(&list);
    buf_add(&list, LIST_HEAD);
    for (size_t i = 0; i < n; i++) {
        const struct written *written = entries[i]->pointer;
        if (written->hash)
            buf_printf(&list, "%016" PRIx64 " %s\n", written->hash,
                       entries[i]->key);
    }
    char *path = file_join(destination->folder, LIST_NAME);
    bool good = file_write(path, list.data, list.n_bytes, err);
    free(path);
    buf_finish(&list);
    free(entries);
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
        error_set(err, _("%s: %s"), folder, strerror(errno));
        return NULL;
    }
    struct destination *destination = mem_calloc(1, sizeof *destination);
    destination->folder = mem_strdup(folder);
    destination->fd = fd;
    destination->dry_run = dry_run;
    arena_init(&destination->arena);
    pthread_mutex_init(&destination->lock, NULL);
    read_list(destination);
    return destination;
}

/* Reads the file that is there: false if there is none. What cannot be read (a
 * folder, a link, no permission) counts as the user's, and is empty. */
static bool read_file(const struct destination *destination, const char *name,
                      struct buf *content)
{
    if (destination->fd < 0)
        return false;
    int fd = openat(destination->fd, name,
                    O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno != ENOENT;
    if (!file_read_fd(fd, 0, content, NULL))
        buf_clear(content);
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
    return error_set(err, _("%s/%s: %s"), destination->folder, name,
                     strerror(reason));
}

/* ---- which article has a name ---- */

static void set_text(char **field, const char *text)
{
    free(*field);
    *field = mem_strdup(text);
}

/* Learns whose article was there before, once. */
static void look_at_old(struct written *written, const struct buf *content)
{
    struct arena arena;
    struct meta meta;
    struct diagnostics diagnostics;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    meta_parse(&meta, &arena, content->data, content->n_bytes, &diagnostics);
    set_text(&written->old_url, meta.origin.url);
    set_text(&written->old_number, meta.origin.id);
    set_text(&written->old_title, meta.title);
    diagnostics_finish(&diagnostics);
    arena_finish(&arena);
}

/* Does what was there before say of itself that it is another article? */
static bool is_another(const struct written *written,
                       const struct destination_article *article)
{
    if (written->old_url && article->url)
        return strcmp(written->old_url, article->url) != 0 &&
               !(article->number &&
                 str_equal(written->old_number, article->number));
    if (written->old_number && article->number)
        return strcmp(written->old_number, article->number) != 0;
    /* The user's own, which no import wrote. */
    return written->exists && written->hash == 0 && !written->old_url &&
           !written->old_number && written->old_title && article->title &&
           strcmp(written->old_title, article->title) != 0;
}

/* Has an article more right to a name than the one that has it? */
static bool comes_first(const struct written *written,
                        const struct destination_article *article)
{
    if (written->same || is_another(written, article))
        return false;
    if (written->exists && written->old_title) {
        bool mine = str_equal(written->old_title, article->title);
        bool its = str_equal(written->old_title, written->title);
        if (mine != its)
            return mine;
    }
    return strcmp(article->key, written->key) < 0;
}

/* The name of an article at a level: its id; with its folder behind it, if it
 * has one; with a number made of its key. False if it cannot be a name. */
static bool make_name(const struct destination_article *article, unsigned level,
                      char name[static NAME_MAX + 1])
{
    struct buf made;
    buf_init(&made);
    buf_add(&made, article->id);
    if (level > 0 && article->folder[0])
        buf_printf(&made, "-%s", article->folder);
    if (level > 1 || (level > 0 && !article->folder[0]))
        buf_printf(&made, "-%06" PRIx64,
                   map_hash(article->key, strlen(article->key)) & 0xFFFFFF);
    if (level > 2)
        buf_printf(&made, "-%06" PRIx64,
                   map_hash(article->data, article->n_bytes) & 0xFFFFFF);
    buf_add(&made, ".md");
    bool good = article->id[0] && article->id[0] != '.' &&
                !strchr(article->id, '/') &&
                made.n_bytes < DESTINATION_ID_BYTES;
    if (good)
        memcpy(name, made.data, made.n_bytes + 1);
    buf_finish(&made);
    return good;
}

/* ---- writing ---- */

static enum put put_as(struct destination *destination,
                       const struct destination_article *article,
                       const char *name, struct error *err)
{
    struct written *written = entry_of(destination, name);
    struct buf there;
    buf_init(&there);
    bool exists = read_file(destination, name, &there);
    uint64_t hash = map_hash(article->data, article->n_bytes);
    uint64_t hash_there = map_hash(there.data, there.n_bytes);
    buf_finish(&there);
    enum put result = !exists              ? PUT_NEW
                      : hash_there == hash ? PUT_SAME
                      : hash_there == written->hash && written->hash
                          ? PUT_CHANGED
                          : PUT_EDITED;
    if (result == PUT_EDITED)
        return result;
    if (result != PUT_SAME && !destination->dry_run &&
        !write_file(destination, name, article->data, article->n_bytes, err))
        return PUT_FAILED;
    destination->changed |= written->hash != hash;
    written->hash = hash;
    written->same = result == PUT_SAME;
    return result;
}

static void take_name(struct written *written,
                      const struct destination_article *article)
{
    written->seen = true;
    set_text(&written->key, article->key);
    set_text(&written->folder, article->folder);
    set_text(&written->title, article->title);
}

static enum put put_at(struct destination *destination,
                       const struct destination_article *article,
                       unsigned level, char name[static NAME_MAX + 1],
                       struct error *err);

/* Gives the article that has a name its next one. */
static void move_aside(struct destination *destination,
                       const struct destination_article *newcomer,
                       const char *name, unsigned level)
{
    struct written *written = entry_of(destination, name);
    struct buf content;
    buf_init(&content);
    read_file(destination, name, &content);
    struct destination_article old = {
        .id = newcomer->id,
        .key = written->key,
        .folder = written->folder,
        .title = written->title,
        .data = content.data,
        .n_bytes = content.n_bytes,
    };
    char next[NAME_MAX + 1];
    put_at(destination, &old, level + 1, next, NULL);
    buf_finish(&content);
}

static void first_look(struct destination *destination, struct written *written,
                       const char *name)
{
    struct buf content;
    buf_init(&content);
    written->exists = read_file(destination, name, &content);
    if (written->exists)
        look_at_old(written, &content);
    buf_finish(&content);
}

static enum put put_at(struct destination *destination,
                       const struct destination_article *article,
                       unsigned level, char name[static NAME_MAX + 1],
                       struct error *err)
{
    for (;; level++) {
        if (!make_name(article, level, name)) {
            error_set(err, _("\"%s\" cannot be a file's name"), article->id);
            return PUT_FAILED;
        }
        struct written *written = entry_of(destination, name);
        if (!written->seen) {
            first_look(destination, written, name);
            if (level < MAX_LEVEL && is_another(written, article))
                continue;
            take_name(written, article);
            return put_as(destination, article, name, err);
        }
        if (strcmp(written->key, article->key) == 0 &&
            written->hash == map_hash(article->data, article->n_bytes))
            return PUT_DUPLICATE;
        if (level == MAX_LEVEL)
            return PUT_DUPLICATE;
        if (comes_first(written, article)) {
            move_aside(destination, article, name, level);
            take_name(written, article);
            return put_as(destination, article, name, err);
        }
    }
}

enum put destination_put(struct destination *destination,
                         const struct destination_article *article,
                         char id[static DESTINATION_ID_BYTES],
                         struct error *err)
{
    char name[NAME_MAX + 1] = "";
    pthread_mutex_lock(&destination->lock);
    enum put result = put_at(destination, article, 0, name, err);
    pthread_mutex_unlock(&destination->lock);
    size_t n = strlen(name);
    snprintf(id, DESTINATION_ID_BYTES, "%.*s", n > 3 ? (int)n - 3 : 0, name);
    return result;
}

static void free_written(struct destination *destination)
{
    for (struct map_entry *entry = map_next(&destination->written, NULL); entry;
         entry = map_next(&destination->written, entry)) {
        struct written *written = entry->pointer;
        free(written->old_url);
        free(written->old_number);
        free(written->old_title);
        free(written->key);
        free(written->folder);
        free(written->title);
        free(written);
    }
    map_finish(&destination->written);
}

bool destination_close(struct destination *destination, struct error *err)
{
    if (!destination)
        return true;
    bool good = true;
    if (!destination->dry_run && destination->changed) {
        good =
            syncfs(destination->fd) == 0 ||
            error_set(err, _("%s: %s"), destination->folder, strerror(errno));
        good = good && write_list(destination, err);
    }
    if (destination->fd >= 0)
        close(destination->fd);
    free_written(destination);
    arena_finish(&destination->arena);
    pthread_mutex_destroy(&destination->lock);
    free(destination->folder);
    free(destination);
    return good;
}

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
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/claim.h"

#define LIST_NAME ".medfaq-import"

/* ---- files ---- */

static void read_list(struct destination *destination)
{
    if (destination->fd < 0)
        return;
    int fd = openat(destination->fd, LIST_NAME,
                    O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0)
        destination->damaged = !written_read(destination->written, fd);
    else
        destination->damaged = errno != ENOENT;
}

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
    struct written *written = written_new(err);
    if (!written) {
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    struct destination *destination = mem_calloc(1, sizeof *destination);
    destination->folder = mem_strdup(folder);
    destination->fd = fd;
    destination->dry_run = dry_run;
    destination->written = written;
    pthread_mutex_init(&destination->lock, NULL);
    read_list(destination);
    return destination;
}

bool destination_is_damaged(const struct destination *destination)
{
    return destination->damaged;
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

/* A file on its way: under a temporary name until all of it is there. */
struct new_file {
    int fd;
    char temporary[NAME_MAX + 1];
};

/* What an import that was killed left under the name goes. */
static bool open_new_file(const struct destination *destination,
                          const char *name, struct new_file *file)
{
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    snprintf(file->temporary, sizeof file->temporary, ".%.200s.%ld", name,
             (long)getpid());
    file->fd = openat(destination->fd, file->temporary, flags, 0644);
    if (file->fd < 0 && errno == EEXIST &&
        unlinkat(destination->fd, file->temporary, 0) == 0)
        file->fd = openat(destination->fd, file->temporary, flags, 0644);
    return file->fd >= 0;
}

/* Closes the file, and gives it its name if it is good. False with err, errno
 * if it is not. */
static bool close_new_file(const struct destination *destination,
                           const char *name, const struct new_file *file,
                           bool good, struct error *err)
{
    int reason = errno;
    if (file->fd >= 0 && close(file->fd) != 0 && good) {
        good = false;
        reason = errno;
    }
    if (good && renameat(destination->fd, file->temporary, destination->fd,
                         name) != 0) {
        good = false;
        reason = errno;
    }
    if (good)
        return true;
    if (file->fd >= 0)
        unlinkat(destination->fd, file->temporary, 0);
    return error_set(err, _("%s/%s: %s"), destination->folder, name,
                     strerror(reason));
}

/* No fsync here: one for each of thousands of files would take minutes.
 * destination_close syncs them all before the list says that they are there.
 * What a power failure damages before counts as the user's, and is told. */
static bool write_file(const struct destination *destination, const char *name,
                       const char *data, size_t n_bytes, struct error *err)
{
    struct new_file file;
    bool good = open_new_file(destination, name, &file) &&
                file_write_fd(file.fd, data, n_bytes);
    return close_new_file(destination, name, &file, good, err);
}

/* ---- which article has a name ---- */

static uint64_t hash_text(const char *text)
{
    return map_hash(text, strlen(text));
}

static struct putting putting_of(struct destination *destination,
                                 const struct destination_article *article,
                                 struct arena *arena, struct error *err)
{
    uint64_t place = *article->path ? hash_text(article->path) : 0;
    return (struct putting){
        .destination = destination,
        .article = article,
        .hash = map_hash(article->data, article->n_bytes),
        .place = place,
        .source = place ? place * 31 + hash_text(article->key) : 0,
        .arena = arena,
        .err = err,
    };
}

/* Reads the text that was there before this import. The row has it where it has
 * been replaced. */
static void read_old(const struct putting *putting, struct written_row *row)
{
    struct buf content;
    buf_init(&content);
    bool exists = (!row->seen || row->existed) &&
                  read_file(putting->destination, row->name, &content);
    if (!row->seen)
        row->existed = exists;
    row->old_file =
        arena_strndup(putting->arena, content.data, content.n_bytes);
    buf_finish(&content);
}

/* ---- writing ---- */

/* Writes the file, unless the one there is the same or is edited. */
static enum put write_article(const struct putting *putting,
                              const struct written_row *row)
{
    struct destination *destination = putting->destination;
    const struct destination_article *article = putting->article;
    struct buf there;
    /* What was not there a moment ago need not be looked for again. */
    bool exists = row->existed || row->seen;
    buf_init(&there);
    exists = exists && read_file(destination, row->name, &there);
    uint64_t hash_there = map_hash(there.data, there.n_bytes);
    buf_finish(&there);
    if (exists && hash_there == putting->hash)
        return PUT_SAME;
    if (exists && (!row->hash || hash_there != row->hash))
        return PUT_EDITED;
    if (!destination->dry_run &&
        !write_file(destination, row->name, article->data, article->n_bytes,
                    putting->err))
        return PUT_FAILED;
    /* In the place of one of this import it is as new as that. */
    return exists && row->existed ? PUT_CHANGED : PUT_NEW;
}

/* Gives a name to an article. */
static enum put take_name(const struct putting *putting,
                          struct written_row *row, enum claim claim)
{
    /* A copy from elsewhere leaves the article to the first source. */
    bool copy = claim == CLAIM_SAME && row->place && !row->seen;
    enum put result = copy ? PUT_SAME : write_article(putting, row);
    if (result == PUT_FAILED)
        return result;
    row->seen = true;
    row->claim = result == PUT_EDITED ? CLAIM_EDITED : claim;
    if (result != PUT_CHANGED)
        row->old_file = NULL; /* it is in the folder */
    row->holder = *putting->article;
    if (!copy && result != PUT_EDITED) {
        putting->destination->changed |=
            row->hash != putting->hash || row->source != putting->source;
        row->hash = putting->hash;
        row->place = putting->place;
        row->source = putting->source;
    }
    if (!written_put(putting->destination->written, row, putting->err))
        return PUT_FAILED;
    return result;
}

static enum put put_at(const struct putting *putting, unsigned level,
                       char name[static NAME_MAX + 1]);

/* Gives the article that has a name its next one. */
static bool move_aside(const struct putting *newcomer,
                       const struct written_row *row)
{
    struct buf content;
    buf_init(&content);
    read_file(newcomer->destination, row->name, &content);
    struct destination_article old = row->holder;
    old.data = content.data;
    old.n_bytes = content.n_bytes;
    const struct putting putting =
        putting_of(newcomer->destination, &old, newcomer->arena, newcomer->err);
    char next[NAME_MAX + 1];
    unsigned level = claim_next_level(&old, row->name);
    bool good = put_at(&putting, level, next) != PUT_FAILED;
    buf_finish(&content);
    return good;
}

/* Tries the name of a row: false if another article has more right to it. */
static bool try_name(const struct putting *putting, struct written_row *row,
                     enum put *result)
{
    if (!row->old_file)
        read_old(putting, row);
    if (!row->seen)
        claim_look_at_old(putting, row);
    else if (strcmp(row->holder.key, putting->article->key) == 0 &&
             row->hash == putting->hash) {
        *result = PUT_DUPLICATE;
        return true;
    }
    enum claim claim = claim_of(putting, row);
    if (claim == CLAIM_NONE ||
        (row->seen && !claim_comes_first(putting, row, claim)))
        return false;
    if (row->seen && !move_aside(putting, row))
        *result = PUT_FAILED;
    else
        *result = take_name(putting, row, claim);
    return true;
}

static enum put put_at(const struct putting *putting, unsigned level,
                       char name[static NAME_MAX + 1])
{
    bool beside = false;
    for (; level <= CLAIM_MAX_LEVEL; level++) {
        struct written_row row;
        enum put result;
        if (!claim_name(putting->article, level, name)) {
            error_set(putting->err, _("\"%s\" cannot be the name of a file"),
                      putting->article->id);
            return PUT_FAILED;
        }
        if (!written_get(putting->destination->written, name, putting->arena,
                         &row, putting->err))
            return PUT_FAILED;
        if (try_name(putting, &row, &result))
            return result == PUT_NEW && beside ? PUT_BESIDE : result;
        beside |= row.existed && !claim_states_another(&row, putting->article);
    }
    error_set(putting->err, _("no free name is left for it"));
    return PUT_FAILED;
}

/* The name that an earlier import of the same source gave, if it is free. */
static bool put_again(const struct putting *putting,
                      char name[static NAME_MAX + 1], enum put *result)
{
    struct written_row row;
    return putting->source &&
           written_find(putting->destination->written, putting->source,
                        putting->hash, name) &&
           written_get(putting->destination->written, name, putting->arena,
                       &row, putting->err) &&
           try_name(putting, &row, result);
}

/* The name of the only article that was made of the same file, whatever that
 * was called, where the file says nothing else of what it is. */
static bool put_retitled(struct putting *putting,
                         char name[static NAME_MAX + 1], enum put *result)
{
    struct written_row row;
    const struct destination_article *article = putting->article;
    if (!putting->place || article->url || article->number ||
        !written_find_only(putting->destination->written, putting->place,
                           name) ||
        !written_get(putting->destination->written, name, putting->arena, &row,
                     putting->err))
        return false;
    putting->alone = true;
    read_old(putting, &row);
    bool put = row.existed && try_name(putting, &row, result);
    putting->alone = false;
    return put;
}

enum put destination_put(struct destination *destination,
                         const struct destination_article *article,
                         char id[static DESTINATION_ID_BYTES],
                         struct error *err)
{
    char name[NAME_MAX + 1] = "";
    struct arena arena;
    enum put result;
    arena_init(&arena);
    pthread_mutex_lock(&destination->lock);
    struct putting putting = putting_of(destination, article, &arena, err);
    if (!put_again(&putting, name, &result) &&
        !put_retitled(&putting, name, &result))
        result = put_at(&putting, 0, name);
    pthread_mutex_unlock(&destination->lock);
    arena_finish(&arena);
    size_t n = strlen(name);
    snprintf(id, DESTINATION_ID_BYTES, "%.*s", n > 3 ? (int)n - 3 : 0, name);
    return result;
}

static bool write_list(const struct destination *destination, struct error *err)
{
    struct new_file file;
    bool good = open_new_file(destination, LIST_NAME, &file) &&
                written_write(destination->written, file.fd) &&
                fsync(file.fd) == 0;
    return close_new_file(destination, LIST_NAME, &file, good, err);
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
    written_free(destination->written);
    pthread_mutex_destroy(&destination->lock);
    free(destination->folder);
    free(destination);
    return good;
}

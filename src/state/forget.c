#include "state/forget.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/paths.h"
#include "base/strs.h"
#include "state/state_data.h"

static bool run(struct state *state, const char *sql, int64_t number)
{
    struct db_query *query = db_query(state->db, sql);
    db_bind_long(query, 1, number);
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

struct forgetting {
    const char *text;
    char *real; /* NULL: no such file */
};

#define NAMED "FROM article WHERE path=?2 OR path=?1 OR name=?1 OR title=?1"

static struct db_query *query_named(struct state *state, const char *sql,
                                    const struct forgetting *naming)
{
    struct db_query *query = db_query(state->db, sql);
    db_bind_text(query, 1, naming->text);
    db_bind_text(query, 2, naming->real);
    return query;
}

/* Deletes the rows of articles; rows that refer to them are deleted by
 * cascade. */
static bool drop_article(struct state *state, void *context)
{
    struct db_query *query = query_named(state, "DELETE " NAMED, context);
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

bool forget_article(struct state *state, const char *text, bool *known,
                    struct error *err)
{
    struct forgetting naming = {text, file_real_path(text)};
    *known = false;
    bool ok = state_db(state) || state_compact(state, err);
    if (ok && state_db(state)) {
        struct db_query *query = query_named(state, "SELECT 1 " NAMED, &naming);
        *known = db_step(query) == DB_ROW;
        state_query_end(state, query);
    }
    if (ok && *known)
        ok = state_change(state, drop_article, &naming, err) &&
             state_compact(state, err);
    free(naming.real);
    return ok;
}

/* Deletes what was recorded since a time. An article stays if older data refers
 * to it; its place and reading are cleared if they are newer, since they
 * replaced older ones. */
static bool drop_since(struct state *state, void *context)
{
    static const char *const statements[] = {
        "DELETE FROM annotation WHERE created>=?1",
        "DELETE FROM mark WHERE time>=?1",
        "DELETE FROM search WHERE time>=?1",
        "DELETE FROM visit WHERE time>=?1",
        "DELETE FROM article WHERE opened>=?1"
        " AND id NOT IN (SELECT article FROM visit)"
        " AND id NOT IN (SELECT article FROM annotation)"
        " AND id NOT IN (SELECT article FROM mark)",
        "UPDATE article SET placed=NULL, source_offset=NULL, slug=NULL,"
        " beyond=NULL, section=NULL WHERE placed>=?1",
        "UPDATE article SET read_at=NULL, reading=NULL WHERE read_at>=?1",
        "UPDATE article SET opened=coalesce((SELECT max(time) FROM visit"
        " WHERE article=article.id), 0) WHERE opened>=?1",
    };
    const int64_t *since = context;
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof statements / sizeof *statements; i++)
        ok = run(state, statements[i], *since);
    return ok;
}

bool forget_since(struct state *state, int64_t since, struct error *err)
{
    if (!state_db(state))
        return state_compact(state, err);
    return state_change(state, drop_since, &since, err) &&
           state_compact(state, err);
}

/* Overwrites a file before deleting it, since its blocks stay on the disk until
 * they are used again. */
static bool shred(int folder, const char *name)
{
    static const char zeros[4096];
    struct stat st;
    int fd =
        openat(folder, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    bool ok = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    for (off_t at = 0; ok && at < st.st_size; at += (off_t)sizeof zeros)
        ok = file_write_fd(fd, zeros, sizeof zeros);
    if (ok)
        fsync(fd);
    if (fd >= 0)
        close(fd);
    return unlinkat(folder, name, 0) == 0 || errno == ENOENT;
}

/* Shreds the damaged files that were put aside. state.db itself stays, although
 * empty: another reader may have it open, and would go on writing to a deleted
 * file. */
static bool shred_files(const char *path, struct error *err)
{
    DIR *folder = opendir(path);
    if (!folder)
        return errno == ENOENT ||
               error_set(err, "%s: %s", path, strerror(errno));
    bool ok = true;
    struct dirent *file;
    while ((file = readdir(folder)))
        if (str_starts(file->d_name, "state.db.damaged-") &&
            !shred(dirfd(folder), file->d_name))
            ok = error_set(err, "%s/%s: %s", path, file->d_name,
                           strerror(errno));
    fsync(dirfd(folder));
    closedir(folder);
    return ok;
}

static bool drop_all(struct state *state, void *context)
{
    static const char *const tables[] = {"DELETE FROM article WHERE ?1=0",
                                         "DELETE FROM search WHERE ?1=0",
                                         "DELETE FROM setting WHERE ?1=0"};
    bool ok = true;
    (void)context;
    for (size_t i = 0; ok && i < sizeof tables / sizeof *tables; i++)
        ok = run(state, tables[i], 0);
    return ok;
}

bool forget_all(struct state *state, struct error *err)
{
    bool ok = !state_db(state) || state_change(state, drop_all, NULL, err);
    ok = ok && state_compact(state, err);
    char *folder = ok ? paths_find(PATHS_STATE, err) : NULL;
    ok = folder && shred_files(folder, err);
    free(folder);
    return ok;
}

/* What imports wrote into a folder. */
#include "import/written.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "data/db.h"

/* A line is the hash, the place and the source in hexadecimal, and the name.
 * The first version had the hash and the name. */
#define LIST_HEAD "medfaq-import 2\n"
#define OLD_LIST_HEAD "medfaq-import 1\n"

#define WRITE_BYTES ((size_t)64 * 1024) /* at once */

struct written {
    struct db *db;
    struct db_query *get, *find, *find_only, *put;
};

static const char schema[] =
    "CREATE TABLE written (name TEXT PRIMARY KEY, hash, place, source, seen,"
    " claim, id, key, folder, title, url, number, path, existed, old_title,"
    " old_url, old_number, old_file, old_place, old_source) WITHOUT ROWID;"
    "CREATE INDEX by_source ON written (source);"
    /* Rows of earlier imports: a first import pays nothing for them. */
    "CREATE INDEX by_place ON written (place) WHERE NOT seen;"
    "CREATE INDEX by_old_place ON written (old_place) WHERE old_place <> 0;"
    "BEGIN;";

static const char get_sql[] =
    "SELECT hash, place, source, seen, claim, id, key, folder, title, url,"
    " number, path, existed, old_title, old_url, old_number, old_file,"
    " old_place, old_source FROM written WHERE name = ?1";

static const char find_sql[] = "SELECT name FROM written WHERE source = ?1"
                               " ORDER BY hash = ?2 DESC, seen, name LIMIT 1";

static const char find_only_sql[] =
    "SELECT min(name) FROM (SELECT name FROM written"
    " WHERE place = ?1 AND NOT seen LIMIT 2) HAVING count(*) = 1"
    " AND NOT EXISTS (SELECT 1 FROM written"
    " WHERE old_place = ?1 AND old_place <> 0)";

static const char put_sql[] =
    "INSERT OR REPLACE INTO written VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
    " ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";

static bool db_error(const struct written *written, struct error *err)
{
    return error_set(err, _("list of articles: %s"), db_message(written->db));
}

struct written *written_new(struct error *err)
{
    struct written *written = mem_calloc(1, sizeof *written);
    written->db = db_open_temporary(err);
    if (!written->db)
        goto fail;
    if (db_run(written->db, schema) == DB_DONE &&
        (written->get = db_query(written->db, get_sql)) &&
        (written->find = db_query(written->db, find_sql)) &&
        (written->find_only = db_query(written->db, find_only_sql)) &&
        (written->put = db_query(written->db, put_sql)))
        return written;
    db_error(written, err);
fail:
    written_free(written);
    return NULL;
}

void written_free(struct written *written)
{
    if (!written)
        return;
    db_query_free(written->get);
    db_query_free(written->find);
    db_query_free(written->find_only);
    db_query_free(written->put);
    db_close(written->db);
    free(written);
}

/* ---- the file ---- */

/* Reads a number in hexadecimal and the space behind it. */
static bool read_number(char **line, uint64_t *number)
{
    char *end;
    *number = strtoull(*line, &end, 16);
    if (end == *line || *end != ' ')
        return false;
    *line = end + 1;
    return true;
}

static bool read_line(char *line, bool old, struct written_row *row)
{
    *row = (struct written_row){0};
    if (!read_number(&line, &row->hash) ||
        (!old && !(read_number(&line, &row->place) &&
                   read_number(&line, &row->source))))
        return false;
    size_t n = strlen(line);
    if (n == 0 || n > NAME_MAX)
        return false;
    memcpy(row->name, line, n + 1);
    return true;
}

bool written_read(struct written *written, int fd)
{
    FILE *file = fdopen(fd, "r");
    char *line = NULL;
    size_t capacity = 0;
    ssize_t n = file ? getline(&line, &capacity, file) : -1;
    bool old = n > 0 && strcmp(line, OLD_LIST_HEAD) == 0;
    bool good = old || (n > 0 && strcmp(line, LIST_HEAD) == 0);
    while (n > 0 && (n = getline(&line, &capacity, file)) > 0) {
        struct written_row row;
        good &= line[n - 1] == '\n' && strlen(line) == (size_t)n;
        line[strcspn(line, "\n")] = '\0';
        if (read_line(line, old, &row))
            good &= written_put(written, &row, NULL);
        else
            good = false;
    }
    good &= file && !ferror(file);
    free(line);
    if (file)
        fclose(file);
    else
        close(fd);
    return good;
}

bool written_write(const struct written *written, int fd)
{
    struct db_query *all =
        db_query(written->db, "SELECT hash, place, source, name FROM written"
                              " WHERE hash <> 0 ORDER BY name");
    struct buf line;
    buf_init(&line);
    bool good = file_write_fd(fd, LIST_HEAD, strlen(LIST_HEAD));
    enum db_result result;
    while (good && (result = db_step(all)) != DB_DONE) {
        if (result != DB_ROW) {
            errno = EIO;
            good = false;
            break;
        }
        buf_printf(&line, "%016" PRIx64 " %016" PRIx64 " %016" PRIx64 " %s\n",
                   (uint64_t)db_long(all, 0), (uint64_t)db_long(all, 1),
                   (uint64_t)db_long(all, 2), db_text(all, 3));
        if (line.n_bytes >= WRITE_BYTES) {
            good = file_write_fd(fd, line.data, line.n_bytes);
            buf_clear(&line);
        }
    }
    good = good && file_write_fd(fd, line.data, line.n_bytes);
    db_query_free(all);
    buf_finish(&line);
    return good;
}

/* ---- rows ---- */

/* A column's text; NULL where it is none. */
static const char *text_at(struct db_query *query, int column,
                           struct arena *arena)
{
    const char *text = db_text(query, column);
    return *text ? arena_strdup(arena, text) : NULL;
}

static const char *text_or_empty(struct db_query *query, int column,
                                 struct arena *arena)
{
    return arena_strdup(arena, db_text(query, column));
}

static void read_row(struct db_query *get, struct arena *arena,
                     struct written_row *row)
{
    row->hash = (uint64_t)db_long(get, 0);
    row->place = (uint64_t)db_long(get, 1);
    row->source = (uint64_t)db_long(get, 2);
    row->seen = db_long(get, 3) != 0;
    row->claim = (enum claim)db_long(get, 4);
    row->holder = (struct destination_article){
        .id = text_or_empty(get, 5, arena),
        .key = text_or_empty(get, 6, arena),
        .folder = text_or_empty(get, 7, arena),
        .title = text_at(get, 8, arena),
        .url = text_at(get, 9, arena),
        .number = text_at(get, 10, arena),
        .path = text_or_empty(get, 11, arena),
    };
    row->existed = db_long(get, 12) != 0;
    row->old_title = text_at(get, 13, arena);
    row->old_url = text_at(get, 14, arena);
    row->old_number = text_at(get, 15, arena);
    row->old_file = text_at(get, 16, arena);
    row->old_place = (uint64_t)db_long(get, 17);
    row->old_source = (uint64_t)db_long(get, 18);
}

bool written_get(struct written *written, const char *name, struct arena *arena,
                 struct written_row *row, struct error *err)
{
    *row = (struct written_row){0};
    snprintf(row->name, sizeof row->name, "%s", name);
    db_bind_text(written->get, 1, name);
    enum db_result result = db_step(written->get);
    if (result == DB_ROW)
        read_row(written->get, arena, row);
    db_reset(written->get);
    return result == DB_ROW || result == DB_DONE || db_error(written, err);
}

bool written_find(struct written *written, uint64_t source, uint64_t hash,
                  char name[static NAME_MAX + 1])
{
    db_bind_long(written->find, 1, (int64_t)source);
    db_bind_long(written->find, 2, (int64_t)hash);
    bool found = db_step(written->find) == DB_ROW;
    if (found)
        snprintf(name, NAME_MAX + 1, "%s", db_text(written->find, 0));
    db_reset(written->find);
    return found;
}

bool written_find_only(struct written *written, uint64_t place,
                       char name[static NAME_MAX + 1])
{
    db_bind_long(written->find_only, 1, (int64_t)place);
    bool found = db_step(written->find_only) == DB_ROW;
    if (found)
        snprintf(name, NAME_MAX + 1, "%s", db_text(written->find_only, 0));
    db_reset(written->find_only);
    return found;
}

bool written_put(struct written *written, const struct written_row *row,
                 struct error *err)
{
    struct db_query *put = written->put;
    const struct destination_article *holder = &row->holder;
    const char *const texts[] = {holder->id,    holder->key, holder->folder,
                                 holder->title, holder->url, holder->number,
                                 holder->path};
    const char *const old[] = {row->old_title, row->old_url, row->old_number,
                               row->old_file};
    db_bind_text(put, 1, row->name);
    db_bind_long(put, 2, (int64_t)row->hash);
    db_bind_long(put, 3, (int64_t)row->place);
    db_bind_long(put, 4, (int64_t)row->source);
    db_bind_long(put, 5, row->seen);
    db_bind_long(put, 6, row->claim);
    for (int i = 0; i < 7; i++)
        db_bind_text(put, 7 + i, texts[i]);
    db_bind_long(put, 14, row->existed);
    for (int i = 0; i < 4; i++)
        db_bind_text(put, 15 + i, old[i]);
    db_bind_long(put, 19, (int64_t)row->old_place);
    db_bind_long(put, 20, (int64_t)row->old_source);
    return db_do(put) == DB_DONE || db_error(written, err);
}

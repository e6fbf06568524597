/* Labels of medicines in bulk.
 *
 * Two labels are of one family if their texts are the same but for the maker's
 * name, lines that say who made or packed it, codes of packages, and the
 * section that shows the package. All wait in a temporary
 * database, so that a million labels take no more memory than ten. */
#include "import/families.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "data/db.h"
#include "import/letters.h"

struct families {
    struct db *db; /* NULL: no label came yet */
    struct db_query *add;
};

struct families *families_new(void)
{
    return mem_calloc(1, sizeof(struct families));
}

void families_free(struct families *families)
{
    if (!families)
        return;
    db_query_free(families->add);
    db_close(families->db);
    free(families);
}

/* ---- what a family has in common ---- */

static bool says_maker(const char *line)
{
    static const char *const starts[] = {
        "manufactured ", "distributed ", "repackaged ", "relabeled ",
        "packaged ",     "marketed ",    "made in ",    "mfd",
        "dist.",         "made by ",     "made for "};
    line += strspn(line, "*_> -");
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (ascii_ncasecmp(line, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

/* Length of a code of a package, "0071-0155-23"; 0 for anything else. */
static size_t package_code(const char *at)
{
    size_t n = 0;
    for (unsigned part = 0; part < 3; part++) {
        size_t n_digits = strspn(at + n, "0123456789");
        static const unsigned char least[] = {4, 3, 1}, most[] = {5, 4, 2};
        if (n_digits < least[part] || n_digits > most[part] ||
            (part < 2 && at[n + n_digits] != '-'))
            return 0;
        n += n_digits + (part < 2);
    }
    return ascii_is_alnum(at[n]) ? 0 : n;
}

static void add_common(struct letters *letters, const char *line, size_t n,
                       const char *maker)
{
    size_t n_maker = maker ? strlen(maker) : 0, start = 0;
    for (size_t at = 0; at < n;) {
        size_t n_skip = package_code(line + at);
        if (n_skip == 0 && n_maker > 0 && n - at >= n_maker &&
            ascii_ncasecmp(line + at, maker, n_maker) == 0)
            n_skip = n_maker;
        if (n_skip > 0) {
            letters_add(letters, line + start, at - start);
            start = at + n_skip;
        }
        at += n_skip ? n_skip : 1;
    }
    if (start < n)
        letters_add(letters, line + start, n - start);
}

static bool names_package(const char *line, size_t n_bytes)
{
    char *heading = mem_strndup(line, n_bytes);
    bool names = ascii_casestr(heading, "package label") ||
                 ascii_casestr(heading, "display panel");
    free(heading);
    return names;
}

static uint64_t digest_of(const struct draft *draft)
{
    struct letters letters;
    letters_init(&letters);
    letters_add(&letters, draft->title, strlen(draft->title));
    bool shown = true;
    for (const char *line = draft->body.data; *line;) {
        size_t n = strcspn(line, "\n");
        if (str_starts(line, "## "))
            shown = !names_package(line, n);
        if (shown && !says_maker(line))
            add_common(&letters, line, n, draft->origin.publisher);
        line += n + (line[n] == '\n');
    }
    struct buf text;
    buf_init(&text);
    letters_quote(&letters, 0, letters.n_words, &text);
    uint64_t digest = map_hash(text.data, text.n_bytes);
    buf_finish(&text);
    letters_finish(&letters);
    return digest;
}

/* ---- keeping ---- */

static const char schema[] =
    "CREATE TABLE labels (set_id, version, name, digest, maker, n_bytes, id,"
    " key, folder, path, title, url, number, data);"
    "CREATE INDEX by_version ON labels (set_id, version DESC, name);"
    "CREATE INDEX by_family ON labels (digest, set_id, name);"
    "BEGIN;";

static const char add_sql[] = "INSERT INTO labels VALUES (?1, ?2, ?3, ?4, ?5,"
                              " ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

static bool set_db_error(const struct families *families, struct error *err)
{
    return error_set(err, _("labels: %s"), db_message(families->db));
}

static bool open_db(struct families *families, struct error *err)
{
    if (families->db)
        return true;
    families->db = db_open_temporary(err);
    if (!families->db)
        return false;
    return (db_run(families->db, schema) == DB_DONE &&
            (families->add = db_query(families->db, add_sql))) ||
           set_db_error(families, err);
}

bool families_add(struct families *families, const struct draft *draft,
                  const struct destination_article *article, const char *name,
                  struct error *err)
{
    if (!open_db(families, err))
        return false;
    struct db_query *add = families->add;
    const char *const texts[] = {
        article->id,    article->key, article->folder, article->path,
        article->title, article->url, article->number};
    db_bind_text(add, 1, draft->series.id);
    db_bind_long(add, 2, draft->series.version);
    db_bind_text(add, 3, name);
    db_bind_long(add, 4, (int64_t)digest_of(draft));
    db_bind_text(add, 5, draft->origin.publisher);
    db_bind_long(add, 6, (int64_t)article->n_bytes);
    for (int i = 0; i < 7; i++)
        db_bind_text(add, 7 + i, texts[i]);
    db_bind_text_n(add, 14, article->data, article->n_bytes);
    return db_do(add) == DB_DONE || set_db_error(families, err);
}

/* ---- giving out ---- */

/* Of each series all but the newest go. A row may be deleted while the query is
 * at it. */
static bool drop_old_versions(struct families *families,
                              const struct families_sink *sink)
{
    struct db_query *all =
        db_query(families->db, "SELECT rowid, set_id, version, name FROM labels"
                               " ORDER BY set_id, version DESC, name");
    struct db_query *drop =
        db_query(families->db, "DELETE FROM labels WHERE rowid = ?1");
    struct buf last;
    int64_t version = 0;
    bool first = true;
    enum db_result result;
    buf_init(&last);
    while ((result = db_step(all)) == DB_ROW) {
        if (first || strcmp(last.data, db_text(all, 1)) != 0) {
            buf_clear(&last);
            buf_add(&last, db_text(all, 1));
            version = db_long(all, 2);
            first = false;
            continue;
        }
        sink->skip(sink->user, db_text(all, 3),
                   version > db_long(all, 2)
                       ? _("an older version of a label")
                       : _("a label that is already there"));
        db_bind_long(drop, 1, db_long(all, 0));
        if (db_do(drop) != DB_DONE)
            break;
    }
    buf_finish(&last);
    db_query_free(drop);
    db_query_free(all);
    return result == DB_DONE;
}

/* "Maker A; Maker B", each once. */
static void add_makers(struct families *families, int64_t digest,
                       struct buf *out)
{
    struct db_query *makers = db_query(
        families->db, "SELECT DISTINCT maker FROM labels"
                      " WHERE digest = ?1 AND maker <> '' ORDER BY maker");
    db_bind_long(makers, 1, digest);
    while (db_step(makers) == DB_ROW)
        buf_printf(out, "%s%s", out->n_bytes ? "; " : "", db_text(makers, 0));
    db_query_free(makers);
}

/* The article with other makers in its front matter. */
static void set_makers(struct buf *file, const char *makers)
{
    static const char field[] = "\n  publisher: ";
    const char *at = strstr(file->data, field);
    if (!at)
        return;
    struct buf changed;
    buf_init(&changed);
    buf_add_n(&changed, file->data, (size_t)(at - file->data) + strlen(field));
    draft_add_scalar(&changed, makers);
    buf_add(&changed, at + strlen(field) + strcspn(at + strlen(field), "\n"));
    buf_finish(file);
    *file = changed;
}

/* A column's text, in the arena; NULL for "". */
static const char *text_at(struct db_query *query, int column,
                           struct arena *arena)
{
    const char *text = db_text(query, column);
    return *text ? arena_strdup(arena, text) : NULL;
}

static void take_label(struct families *families, struct db_query *label,
                       int64_t digest, bool is_only,
                       const struct families_sink *sink)
{
    struct arena arena;
    struct buf file, makers;
    arena_init(&arena);
    buf_init(&file);
    buf_init(&makers);
    buf_add_n(&file, db_text(label, 9), (size_t)db_long(label, 1));
    if (!is_only) {
        add_makers(families, digest, &makers);
        set_makers(&file, makers.data);
    }
    const struct destination_article article = {
        .id = arena_strdup(&arena, db_text(label, 2)),
        .key = arena_strdup(&arena, db_text(label, 3)),
        .folder = arena_strdup(&arena, db_text(label, 4)),
        .path = arena_strdup(&arena, db_text(label, 5)),
        .title = text_at(label, 6, &arena),
        .url = text_at(label, 7, &arena),
        .number = text_at(label, 8, &arena),
        .data = file.data,
        .n_bytes = file.n_bytes,
    };
    sink->take(sink->user, db_text(label, 0), &article);
    buf_finish(&makers);
    buf_finish(&file);
    arena_finish(&arena);
}

/* One article of labels of one family. */
static bool give_out(struct families *families, int64_t digest, bool is_only,
                     const struct families_sink *sink)
{
    struct db_query *labels = db_query(
        families->db,
        "SELECT name, n_bytes, id, key, folder, path, title, url, number, data"
        " FROM labels WHERE digest = ?1 ORDER BY set_id, name");
    db_bind_long(labels, 1, digest);
    enum db_result result = db_step(labels);
    if (result == DB_ROW)
        take_label(families, labels, digest, is_only, sink);
    while (result == DB_ROW && (result = db_step(labels)) == DB_ROW)
        sink->skip(sink->user, db_text(labels, 0),
                   _("same text as another label, which names its maker"));
    db_query_free(labels);
    return result == DB_DONE;
}

bool families_give_out(struct families *families,
                       const struct families_sink *sink, struct error *err)
{
    if (!families->db)
        return true;
    bool good = drop_old_versions(families, sink);
    struct db_query *all =
        db_query(families->db, "SELECT digest, count(*) FROM labels"
                               " GROUP BY digest ORDER BY digest");
    enum db_result result = DB_FAILED;
    while (good && (result = db_step(all)) == DB_ROW)
        good = give_out(families, db_long(all, 0), db_long(all, 1) == 1, sink);
    good = good && result == DB_DONE;
    if (!good)
        set_db_error(families, err);
    db_query_free(all);
    return good;
}

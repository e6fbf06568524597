/* Gives articles whose files have the same name ids of their own. An article is
 * first written with the id that its file's name gives. Once all are there,
 * those of the same name are disambiguated. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/writer_data.h"
#include "library/namesakes.h"

/* Articles whose base is shared by several of one folder in one language, now
 * or when the index was last updated. */
static const char namesakes_sql[] =
    "WITH shared(base) AS (SELECT name FROM article"
    " GROUP BY name, root, lang COLLATE NOCASE HAVING count(*)>1"
    " UNION SELECT base FROM article WHERE base IS NOT NULL)"
    " SELECT a.id, a.name, a.name, a.lang, a.path, a.root"
    " FROM shared s JOIN article a ON a.name=s.base AND a.base IS NULL"
    " UNION ALL SELECT a.id, a.name, a.base, a.lang, a.path, a.root"
    " FROM shared s JOIN article a ON a.base=s.base AND a.base IS NOT NULL";

enum namesake_column {
    NAMESAKE_ARTICLE,
    NAMESAKE_ID,
    NAMESAKE_BASE,
    NAMESAKE_LANG,
    NAMESAKE_PATH,
    NAMESAKE_ROOT,
};

static const char taken_sql[] =
    "SELECT 1 FROM article WHERE name=?1 AND base IS NULL AND root>=?2"
    " UNION ALL SELECT 1 FROM article WHERE base=?1 AND root>=?2";

struct named {
    int64_t article;
    const char *id;
};

struct disambiguation {
    struct arena arena;
    const struct strs *folders;
    struct namesake *files;
    struct named *named; /* their current ids */
    size_t n, files_capacity, named_capacity;
    struct db_query *taken;
};

static void add_row(struct disambiguation *all, struct db_query *row)
{
    int64_t root = db_long(row, NAMESAKE_ROOT);
    const char *folder = root >= 0 && root < (int64_t)all->folders->n
                             ? all->folders->items[root]
                             : "";
    all->files =
        mem_grow(all->files, all->n, &all->files_capacity, sizeof *all->files);
    all->named =
        mem_grow(all->named, all->n, &all->named_capacity, sizeof *all->named);
    all->named[all->n] = (struct named){
        .article = db_long(row, NAMESAKE_ARTICLE),
        .id = arena_strdup(&all->arena, db_text(row, NAMESAKE_ID)),
    };
    all->files[all->n] = (struct namesake){
        .base = arena_strdup(&all->arena, db_text(row, NAMESAKE_BASE)),
        .lang = arena_strdup(&all->arena, db_text(row, NAMESAKE_LANG)),
        .path = arena_strdup(
            &all->arena, namesakes_below(folder, db_text(row, NAMESAKE_PATH))),
        .n_root = (unsigned)root,
        .place = all->n,
    };
    all->n++;
}

static bool is_taken(void *context, const char *id, unsigned n_root)
{
    struct disambiguation *all = context;
    db_bind_text(all->taken, 1, id);
    db_bind_long(all->taken, 2, n_root);
    bool is = db_step(all->taken) == DB_ROW;
    db_reset(all->taken);
    return is;
}

static enum db_result rename_one(struct writer *writer,
                                 const struct disambiguation *all, size_t i)
{
    const struct namesake *file = &all->files[i];
    const struct named *now = &all->named[file->place];
    return strcmp(now->id, file->id)
               ? writer_rename(writer, now->article, file->id, file->base)
               : DB_DONE;
}

/* Updates the marks of the old and the new id, since either may now be shared
 * or not. The base, which many files may have, is updated once, with the first
 * of its files. */
static enum db_result mark_one(struct writer *writer,
                               const struct disambiguation *all, size_t i)
{
    const struct namesake *file = &all->files[i];
    const char *ids[] = {file->id, all->named[file->place].id, file->base};
    bool is_first = i == 0 || strcmp(file->base, all->files[i - 1].base) != 0;
    enum db_result result = DB_DONE;
    for (size_t k = 0; k < 3 && result == DB_DONE; k++)
        if (k == 2 ? is_first : strcmp(ids[k], file->base) != 0)
            result = writer_mark(writer, ids[k]);
    return result;
}

static enum db_result read_rows(struct writer *writer,
                                struct disambiguation *all)
{
    struct db_query *row = db_query(writer->db, namesakes_sql);
    enum db_result result = row ? DB_ROW : db_last_result(writer->db);
    while (result == DB_ROW && (result = db_step(row)) == DB_ROW)
        add_row(all, row);
    db_query_free(row);
    return result;
}

enum db_result writer_disambiguate(struct writer *writer,
                                   const struct strs *folders)
{
    struct disambiguation all = {.folders = folders};
    arena_init(&all.arena);
    enum db_result result = read_rows(writer, &all);
    all.taken = db_query(writer->db, taken_sql);
    if (result == DB_DONE && !all.taken)
        result = db_last_result(writer->db);
    if (result == DB_DONE)
        namesakes_name(all.files, all.n, &all.arena, is_taken, &all);
    for (size_t i = 0; i < all.n && result == DB_DONE; i++)
        result = rename_one(writer, &all, i);
    for (size_t i = 0; i < all.n && result == DB_DONE; i++)
        result = mark_one(writer, &all, i);
    db_query_free(all.taken);
    free(all.files);
    free(all.named);
    arena_finish(&all.arena);
    return result;
}

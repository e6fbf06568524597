/* Reads rows of the article table as entries of a library. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "library/entry.h"
#include "library/name.h"
#include "index/catalogue_data.h"
#include "index/index_data.h"

enum entry_column {
    ENTRY_ID,
    ENTRY_PATH,
    ENTRY_ROOT,
    ENTRY_NAME,
    ENTRY_LANG,
    ENTRY_TITLE,
    ENTRY_TYPE,
    ENTRY_UPDATED,
    ENTRY_PROBLEM,
    ENTRY_PUBLISHER,
    ENTRY_REVIEWERS,
    ENTRY_SYNONYMS,
    ENTRY_SUMMARY,
    ENTRY_REVIEW_DUE,
    ENTRY_N_SOURCES,
    ENTRY_CODES,
    ENTRY_BASE,
    ENTRY_IS_NAMESAKE,
};

/* The article with the number ?1 and all that share its id. */
static const char same_id_sql[] =
    "SELECT " CATALOGUE_COLUMNS
    " FROM article a JOIN article b ON b.name=a.name WHERE a.id=?1";

/* The number in the index of an entry of a library that is being filled. */
struct row {
    int64_t article;
    const char *path;
};

struct catalogue_reading {
    struct index *index;
    struct library *library;
    struct db_query *query;
    struct row *rows;
    size_t n_rows, capacity;
    struct entry *entries; /* one for each row, to be moved into the library */
    size_t entries_capacity;
};

static const char *copy_column(struct catalogue_reading *reading,
                               enum entry_column column)
{
    const char *text = db_text(reading->query, (int)column);
    return *text ? arena_strdup(&reading->library->arena, text) : NULL;
}

static const char *const *split_lines(struct catalogue_reading *reading,
                                      enum entry_column column, size_t *n)
{
    struct arena *arena = &reading->library->arena;
    const char *lines = db_text(reading->query, (int)column);
    const char **items;
    *n = 0;
    for (const char *at = lines; *at; at++)
        *n += *at == '\n';
    if (!*n)
        return NULL;
    items = arena_alloc(arena, *n * sizeof *items);
    for (size_t i = 0; i < *n; i++) {
        size_t n_bytes = strcspn(lines, "\n");
        items[i] = arena_strndup(arena, lines, n_bytes);
        lines += n_bytes + 1;
    }
    return items;
}

static void add_entry(struct catalogue_reading *reading)
{
    const struct strs *folders = &reading->index->folders;
    int64_t root = db_long(reading->query, ENTRY_ROOT);
    struct entry entry = {
        .path = copy_column(reading, ENTRY_PATH),
        .id = copy_column(reading, ENTRY_NAME),
        .base = copy_column(reading, ENTRY_BASE),
        .lang = copy_column(reading, ENTRY_LANG),
        .type = (enum article_type)db_long(reading->query, ENTRY_TYPE),
        .problem = copy_column(reading, ENTRY_PROBLEM),
        .publisher = copy_column(reading, ENTRY_PUBLISHER),
        .summary = copy_column(reading, ENTRY_SUMMARY),
        .reviewed = db_long(reading->query, ENTRY_REVIEWERS) != 0,
        .review_changed = db_long(reading->query, ENTRY_REVIEWERS) < 0,
        .n_sources = (size_t)db_long(reading->query, ENTRY_N_SOURCES),
        .is_namesake = db_long(reading->query, ENTRY_IS_NAMESAKE) > 0,
    };
    if (!entry.path || !entry.id || !entry.lang || root < 0 ||
        root >= (int64_t)folders->n)
        return;
    entry.base = entry.base ? entry.base : entry.id;
    entry.n_folder = (unsigned)root;
    entry.folder = reading->library->folders[root];
    date_parse(db_text(reading->query, ENTRY_UPDATED), &entry.updated);
    date_parse(db_text(reading->query, ENTRY_REVIEW_DUE), &entry.review_due);
    entry.synonyms = split_lines(reading, ENTRY_SYNONYMS, &entry.n_synonyms);
    entry.codes = split_lines(reading, ENTRY_CODES, &entry.n_codes);
    const char *title = copy_column(reading, ENTRY_TITLE);
    entry_set_title(&entry, &reading->library->arena, title ? title : entry.id);
    reading->rows = mem_grow(reading->rows, reading->n_rows, &reading->capacity,
                             sizeof *reading->rows);
    reading->entries =
        mem_grow(reading->entries, reading->n_rows, &reading->entries_capacity,
                 sizeof *reading->entries);
    reading->entries[reading->n_rows] = entry;
    reading->rows[reading->n_rows++] = (struct row){
        .article = db_long(reading->query, ENTRY_ID),
        .path = entry.path,
    };
}

static const struct row *find_row(const struct catalogue_reading *reading,
                                  int64_t article)
{
    for (size_t i = 0; i < reading->n_rows; i++)
        if (reading->rows[i].article == article)
            return &reading->rows[i];
    return NULL;
}

/* Reads an article and all that share its id. */
static enum db_result read_same_id(struct catalogue_reading *reading,
                                   int64_t article)
{
    enum db_result result;
    if (find_row(reading, article))
        return DB_DONE;
    db_bind_long(reading->query, 1, article);
    while ((result = db_step(reading->query)) == DB_ROW)
        add_entry(reading);
    return result;
}

static enum db_result read_all(struct catalogue_reading *reading,
                               const int64_t *articles, size_t n)
{
    struct db *db = reading->index->db;
    enum db_result result =
        reading->query ? db_run(db, "BEGIN") : db_last_result(db);
    for (size_t i = 0; i < n && result == DB_DONE; i++)
        result = read_same_id(reading, articles[i]);
    db_run(db, "COMMIT");
    return result;
}

static const struct entry *entry_of_path(const struct library *library,
                                         const char *path)
{
    for (size_t i = 0; i < library->n_entries; i++)
        if (!strcmp(library->entries[i].path, path))
            return &library->entries[i];
    return NULL;
}

static const struct entry *entry_of(struct catalogue_reading *reading,
                                    int64_t article)
{
    static const struct entry gone = {
        .id = "",
        .lang = "",
        .path = "",
        .folder = "",
        .title = "(gone)",
        .title_folded = "(gone)",
        .problem = "it was there a moment ago",
    };
    const struct row *row = find_row(reading, article);
    return row ? entry_of_path(reading->library, row->path) : &gone;
}

/* Moves the entries into the library. */
static void fill_library(struct catalogue_reading *reading)
{
    struct library *library = reading->library;
    library_make_room(library, reading->n_rows);
    for (size_t i = 0; i < reading->n_rows; i++)
        *library_add(library, reading->entries[i].n_folder) =
            reading->entries[i];
    library_arrange(library);
    free(reading->entries);
}

static struct library *new_library(const struct index *index)
{
    const char *const *folders = (const char *const *)index->folders.items;
    return library_new(folders, index->folders.n);
}

struct library *catalogue_read(struct index *index, const int64_t *articles,
                               size_t n, const struct entry **out)
{
    struct catalogue_reading reading = {
        .index = index,
        .library = new_library(index),
        .query = db_query(index->db, same_id_sql),
    };
    enum db_result result = read_all(&reading, articles, n);
    fill_library(&reading);
    for (size_t i = 0; i < n; i++)
        out[i] = entry_of(&reading, articles[i]);
    db_query_free(reading.query);
    index_mend(index, result);
    free(reading.rows);
    return reading.library;
}

struct library *catalogue_from_rows(struct index *index, struct db_query *query)
{
    struct catalogue_reading reading = {
        .index = index,
        .library = new_library(index),
        .query = query,
    };
    enum db_result result = query ? DB_ROW : db_last_result(index->db);
    while (result == DB_ROW && (result = db_step(query)) == DB_ROW)
        add_entry(&reading);
    fill_library(&reading);
    db_query_free(query);
    index_mend(index, result);
    free(reading.rows);
    return reading.library;
}

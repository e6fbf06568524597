/* Finds the names of articles in a query, which the index has by their hash. */
#include "search/query_names.h"

#include "base/buf.h"
#include "index/terms.h"

static bool has_content_word(const struct query *query, size_t start, size_t n)
{
    for (size_t i = start; i < start + n; i++)
        if (!query->terms[i].is_stop_word && !query->terms[i].names_kind)
            return true;
    return false;
}

bool query_names_may_be(const struct query *query, size_t start, size_t n)
{
    for (size_t i = start; i < start + n; i++)
        if (query->terms[i].type == QUERY_NOT ||
            i + query->terms[i].n_fixed > start + n)
            return false;
    bool starts_inside_fixed =
        query->terms[start].in_fixed && !query->terms[start].n_fixed;
    return !starts_inside_fixed && has_content_word(query, start, n);
}

int64_t query_names_hash(const struct query *query,
                         const struct query_name *name)
{
    struct buf stems;
    buf_init(&stems);
    for (size_t i = name->start; i < name->start + name->n; i++)
        buf_printf(&stems, "%s%s", i > name->start ? " " : "",
                   query->terms[i].stems);
    int64_t hash = terms_hash(stems.data, stems.n_bytes);
    buf_finish(&stems);
    return hash;
}

static bool is_name(const struct query *query, const struct query_name *name,
                    struct db_query *find)
{
    db_bind_long(find, 1, query_names_hash(query, name));
    bool found = db_step(find) == DB_ROW;
    db_reset(find);
    return found;
}

/* Returns the number of terms of the longest name from start on, or 0 if there
 * is none. */
static size_t longest_name(const struct query *query, size_t start,
                           struct db_query *find)
{
    size_t n = query->n_terms - start;
    n = n < QUERY_NAME_TERMS_MAX ? n : QUERY_NAME_TERMS_MAX;
    while (n > 0 && (!query_names_may_be(query, start, n) ||
                     !is_name(query, &(struct query_name){start, n}, find)))
        n--;
    return n;
}

/* Adds a name. The words of a name of several words do not ask for a kind. */
static void add_name(struct query *query, size_t start, size_t n)
{
    if (query->n_names < QUERY_NAMES_MAX)
        query->names[query->n_names++] = (struct query_name){start, n};
    for (size_t i = start; i < start + n && n > 1; i++) {
        query->terms[i].in_name = true;
        query->terms[i].names_kind = false;
    }
}

void query_names_find(struct query *query, struct db *db)
{
    struct db_query *find = db_query(db, "SELECT 1 FROM name WHERE stems=?1");
    for (size_t i = 0, n; i < query->n_terms; i += n ? n : 1) {
        n = longest_name(query, i, find);
        if (n > 0)
            add_name(query, i, n);
    }
    db_query_free(find);
}

/* Sections that are candidates because of their article's name alone. */
#include "search/named.h"

#include "search/names.h"

#define NAMED_ARTICLES_MAX 30

static bool is_candidate(const struct seek *seek, int64_t section)
{
    for (size_t i = 0; i < seek->n_candidates; i++)
        if (seek->candidates[i].section == section)
            return true;
    return false;
}

/* The first sections of an article, n_most of them at most. */
static void add_sections(struct seek *seek, struct db_query *query,
                         const struct start *start, int64_t n_most)
{
    db_bind_long(query, 1, start->article);
    if (db_step(query) != DB_ROW)
        return;
    int64_t first = db_long(query, 0), n = db_long(query, 1);
    db_reset(query);
    for (int64_t i = 0; i < n && i < n_most; i++)
        if (seek->n_named < CANDIDATES_MAX && !is_candidate(seek, first + i))
            seek->named[seek->n_named++] = (struct candidate){
                .section = first + i,
                .text = start->worth,
            };
}

void named_find(struct seek *seek)
{
    int64_t articles[NAMED_ARTICLES_MAX];
    size_t n = names_find_exact(seek, articles, NAMED_ARTICLES_MAX);
    struct db_query *query =
        db_query(seek->db, "SELECT first_section, n_sections FROM article"
                           " WHERE id=?1");
    for (size_t i = 0; i < seek->n_starts; i++)
        add_sections(seek, query, &seek->starts[i], 1);
    for (size_t i = 0; i < n && !seek->n_starts; i++)
        add_sections(seek, query, &(struct start){articles[i], 0}, INT64_MAX);
    db_query_free(query);
}

/* Candidates found by their article's name alone. */
#include "search/title_candidates.h"

#include "index/terms.h"
#include "search/query_names.h"

#define ARTICLES_MAX 30

/* The articles that the query names, those with longer names first. */
struct named_articles {
    int64_t items[ARTICLES_MAX];
    size_t n;
};

static void add_article(struct named_articles *articles, int64_t article)
{
    for (size_t i = 0; i < articles->n; i++)
        if (articles->items[i] == article)
            return;
    if (articles->n < ARTICLES_MAX)
        articles->items[articles->n++] = article;
}

/* Returns the hash of n terms from start on, as they are looked up. */
static int64_t hash_terms(const struct lookups *lookups, size_t start, size_t n)
{
    struct buf stems;
    buf_init(&stems);
    for (size_t i = start; i < start + n; i++)
        buf_printf(&stems, "%s%s", i > start ? " " : "", lookups->stems[i]);
    int64_t hash = terms_hash(stems.data, stems.n_bytes);
    buf_finish(&stems);
    return hash;
}

/* Returns whether the look-ups of all n terms were dropped: an "acid" alone is
 * no name. */
static bool are_dropped(const struct lookups *lookups, size_t start, size_t n)
{
    for (size_t i = start; i < start + n; i++)
        if (!(lookups->dropped >> i & 1))
            return false;
    return true;
}

static void find_articles(const struct lookups *lookups,
                          struct named_articles *articles)
{
    const struct query *query = lookups->query;
    struct db_query *find = db_query(lookups->context->db,
                                     "SELECT article FROM name WHERE stems=?1");
    for (size_t n = QUERY_NAME_TERMS_MAX; n > 0; n--)
        for (size_t i = 0; i + n <= query->n_terms; i++) {
            if (articles->n == ARTICLES_MAX || are_dropped(lookups, i, n) ||
                !query_names_may_be(query, i, n))
                continue;
            db_bind_long(find, 1, hash_terms(lookups, i, n));
            while (articles->n < ARTICLES_MAX && db_step(find) == DB_ROW)
                add_article(articles, db_long(find, 0));
            db_reset(find);
        }
    db_query_free(find);
}

static bool is_candidate(const struct candidates *candidates, int64_t section)
{
    for (size_t i = 0; i < candidates->n; i++)
        if (candidates->items[i].section == section)
            return true;
    return false;
}

/* Adds the first sections of an article, at most limit of them. */
static void add_sections(struct candidates *candidates, struct db_query *query,
                         const struct prefixed_article *article, int64_t limit)
{
    db_bind_long(query, 1, article->article);
    if (db_step(query) != DB_ROW)
        return;
    int64_t first = db_long(query, 0), n = db_long(query, 1);
    db_reset(query);
    for (int64_t i = 0; i < n && i < limit; i++)
        if (candidates->n_by_title < CANDIDATES_MAX &&
            !is_candidate(candidates, first + i))
            candidates->by_title[candidates->n_by_title++] = (struct candidate){
                .section = first + i,
                .text = article->weight,
            };
}

void title_candidates_find(struct candidates *candidates)
{
    const struct lookups *lookups = candidates->lookups;
    struct named_articles articles = {.n = 0};
    struct db_query *query =
        db_query(lookups->context->db,
                 "SELECT first_section, n_sections FROM article WHERE id=?1");
    find_articles(lookups, &articles);
    for (size_t i = 0; i < lookups->n_prefixed; i++)
        add_sections(candidates, query, &lookups->prefixed[i], 1);
    for (size_t i = 0; i < articles.n && !lookups->n_prefixed; i++)
        add_sections(candidates, query,
                     &(struct prefixed_article){articles.items[i], 0},
                     INT64_MAX);
    db_query_free(query);
}

/* Words that are like a wrong one: those that share most of their parts, then
 * by edit distance. */
#include "search/similar.h"

#include <string.h>

#include "base/strs.h"
#include "base/utf8.h"
#include "data/fts.h"

#define CANDIDATES "120"
#define PARTS_MAX_BYTES 64

/* The ends are marked by digits, since FTS5 splits at signs. */
void similar_add_parts(const char *word, size_t n_bytes, const char *separator,
                       struct buf *out)
{
    char marked[PARTS_MAX_BYTES + 2];
    if (n_bytes > PARTS_MAX_BYTES)
        n_bytes = utf8_floor(word, n_bytes, PARTS_MAX_BYTES);
    marked[0] = '0';
    memcpy(marked + 1, word, n_bytes);
    marked[n_bytes + 1] = '1';
    size_t n = n_bytes + 2, start = 0, second = 1, third, end;
    uint32_t c;
    third = second + utf8_decode(marked + second, n - second, &c);
    for (; third < n; start = second, second = third, third = end) {
        end = third + utf8_decode(marked + third, n - third, &c);
        buf_add_n(out, marked + start, end - start);
        buf_add(out, separator);
    }
}

/* How many of the parts a word has not: the least comes first. */
static double count_missing(void *context, const struct fts_hits *hits)
{
    unsigned n = 0;
    (void)context;
    for (int i = 0; i < hits->n_phrases; i++)
        n += hits->n[i][0] > 0;
    return -(double)n;
}

bool similar_prepare(struct db *db)
{
    return fts_add_score(db, "missing", count_missing, NULL);
}

/* '"abc" OR "bcd" OR ...' */
static void add_expression(const char *word, struct buf *out)
{
    buf_add_char(out, '"');
    similar_add_parts(word, strlen(word), "\" OR \"", out);
    buf_truncate(out, out->n_bytes - strlen(" OR \""));
}

static void insert(struct similar *list, size_t *n, size_t n_max,
                   const struct similar *one)
{
    size_t i = *n;
    while (i > 0 &&
           (list[i - 1].distance > one->distance ||
            (list[i - 1].distance == one->distance && list[i - 1].n < one->n)))
        i--;
    if (i == n_max)
        return;
    size_t n_after = (*n < n_max ? *n : n_max - 1) - i;
    memmove(list + i + 1, list + i, n_after * sizeof *list);
    list[i] = *one;
    *n += *n < n_max;
}

size_t similar_find(struct db *db, const char *word, unsigned distance,
                    struct similar *out, size_t n_max)
{
    static const char sql[] =
        "SELECT word, n, medicines FROM (SELECT rowid AS id FROM similar"
        " WHERE similar MATCH ?1 ORDER BY missing(similar) LIMIT " CANDIDATES
        ") JOIN name_word USING (id)";
    size_t n = 0;
    if (!*word)
        return 0;
    struct buf expression;
    buf_init(&expression);
    add_expression(word, &expression);
    struct db_query *query = db_query(db, sql);
    db_bind_text(query, 1, expression.data);
    while (db_step(query) == DB_ROW) {
        const char *other = db_text(query, 0);
        struct similar one = {
            .distance = str_distance(word, other, distance),
            .n = db_long(query, 1),
            .medicine = 2 * db_long(query, 2) > db_long(query, 1),
        };
        if (one.distance > distance || strlen(other) >= sizeof one.word)
            continue;
        strcpy(one.word, other);
        insert(out, &n, n_max, &one);
    }
    db_query_free(query);
    buf_finish(&expression);
    return n;
}

/* Finds words that are similar to a misspelled one: the candidates are those
 * that share the most trigrams with it, which are then compared by edit
 * distance. */
#include "index/similar.h"

#include <string.h>

#include "base/strs.h"
#include "base/utf8.h"
#include "data/fts.h"

#define CANDIDATES "200"
#define PARTS_MAX_BYTES 64
#define SHORT_MAX_BYTES                                                        \
    7 /* up to here one error changes most or all trigrams */
#define REPLACED_MAX_BYTES                                                     \
    6 /* from here on one error leaves some trigram intact */

/* Start and end are marked by digits, since FTS5 would split at punctuation. */
void similar_add_parts(const char *word, size_t n_bytes, const char *separator,
                       struct buf *out)
{
    char padded[PARTS_MAX_BYTES + 2];
    if (n_bytes > PARTS_MAX_BYTES)
        n_bytes = utf8_floor(word, n_bytes, PARTS_MAX_BYTES);
    padded[0] = '0';
    memcpy(padded + 1, word, n_bytes);
    padded[n_bytes + 1] = '1';
    size_t n = n_bytes + 2, start = 0, second = 1, third, end;
    uint32_t c;
    third = second + utf8_decode(padded + second, n - second, &c);
    for (; third < n; start = second, second = third, third = end) {
        end = third + utf8_decode(padded + third, n - third, &c);
        buf_add_n(out, padded + start, end - start);
        buf_add(out, separator);
    }
}

/* Ranks a word by the number of trigrams that it shares with the expression,
 * negated, so that the most similar word sorts first. */
static double rank_by_shared(void *context, const struct fts_hits *hits)
{
    unsigned n = 0;
    (void)context;
    for (int i = 0; i < hits->n_phrases; i++)
        n += hits->n[i][0] > 0;
    return -(double)n;
}

/* Appends an FTS5 expression for any trigram of a word: '"abc" OR "bcd"'. */
static void add_expression(const char *word, struct buf *out)
{
    buf_add_char(out, '"');
    similar_add_parts(word, strlen(word), "\" OR \"", out);
    buf_truncate(out, out->n_bytes - strlen(" OR \""));
}

/* The nearest words found so far, nearest first. */
struct nearest {
    const char *word;
    unsigned distance; /* maximum edit distance */
    struct similar *items;
    size_t n, n_max;
};

static bool is_after(const struct similar *a, const struct similar *b)
{
    if (a->distance != b->distance)
        return a->distance > b->distance;
    return a->n != b->n ? a->n < b->n : a->articles < b->articles;
}

static void insert(struct nearest *nearest, const struct similar *candidate)
{
    struct similar *items = nearest->items;
    size_t i = nearest->n;
    for (size_t k = 0; k < nearest->n; k++)
        if (!strcmp(items[k].word, candidate->word))
            return;
    while (i > 0 && is_after(&items[i - 1], candidate))
        i--;
    if (i == nearest->n_max)
        return;
    nearest->n -= nearest->n == nearest->n_max;
    memmove(items + i + 1, items + i, (nearest->n - i) * sizeof *items);
    items[i] = *candidate;
    nearest->n++;
}

/* Adds the words in the rows of a query that are near enough. */
static void add_rows(struct nearest *nearest, struct db_query *query)
{
    while (db_step(query) == DB_ROW) {
        const char *other = db_text(query, 0);
        struct similar candidate = {
            .distance = str_distance(nearest->word, other, nearest->distance),
            .n = db_long(query, 1),
            .articles = db_long(query, 3),
            .medicine = 2 * db_long(query, 2) > db_long(query, 1),
        };
        if (candidate.distance > nearest->distance ||
            strlen(other) >= sizeof candidate.word)
            continue;
        strcpy(candidate.word, other);
        insert(nearest, &candidate);
    }
    db_reset(query);
}

/* Adds a word if the index has it. */
static void add_if_known(struct nearest *nearest, struct db_query *query,
                         const char *spelling)
{
    db_bind_text(query, 1, spelling);
    add_rows(nearest, query);
}

/* Tries all words with one letter in another place: "chron" for "crohn". */
static void add_moved(struct nearest *nearest, struct db_query *query,
                      const char *word, size_t n_bytes)
{
    char moved[SHORT_MAX_BYTES + 1];
    for (size_t from = 0; from < n_bytes; from++)
        for (size_t to = 0; to < n_bytes; to++) {
            memcpy(moved, word, n_bytes);
            moved[n_bytes] = '\0';
            memmove(moved + from, moved + from + 1, n_bytes - from);
            memmove(moved + to + 1, moved + to, n_bytes - to);
            moved[to] = word[from];
            moved[n_bytes] = '\0';
            if (to != from)
                add_if_known(nearest, query, moved);
        }
}

/* Tries all words with one letter replaced: "gowt" for "gout". */
static void add_replaced(struct nearest *nearest, struct db_query *query,
                         const char *word, size_t n_bytes)
{
    char replaced[SHORT_MAX_BYTES + 1];
    for (size_t i = 0; i < n_bytes; i++)
        for (char letter = 'a'; letter <= 'z'; letter++) {
            strcpy(replaced, word);
            replaced[i] = letter;
            if (letter != word[i])
                add_if_known(nearest, query, replaced);
        }
}

/* A short word with one error may share no trigram with the correct word, so
 * all words with one error undone are looked up. Many people add an s to a
 * person's name ("chrons"), so the word without it is tried, too. */
static void add_short(struct nearest *nearest, struct db *db)
{
    char singular[SHORT_MAX_BYTES + 1];
    const char *word = nearest->word;
    size_t n_bytes = strlen(word);
    if (n_bytes > SHORT_MAX_BYTES ||
        strspn(word, "abcdefghijklmnopqrstuvwxyz") < n_bytes)
        return;
    struct db_query *query =
        db_query(db, "SELECT word, n, medicines, articles FROM word"
                     " WHERE word=?1 AND id IS NOT NULL");
    add_moved(nearest, query, word, n_bytes);
    if (n_bytes < REPLACED_MAX_BYTES)
        add_replaced(nearest, query, word, n_bytes);
    if (n_bytes > 4 && word[n_bytes - 1] == 's') {
        memcpy(singular, word, n_bytes - 1);
        singular[n_bytes - 1] = '\0';
        add_moved(nearest, query, singular, n_bytes - 1);
    }
    db_query_free(query);
}

size_t similar_find(struct db *db, const char *word, unsigned distance,
                    struct similar *out, size_t n_max)
{
    static const char sql[] =
        "SELECT word, n, medicines, articles FROM (SELECT rowid AS id FROM "
        "similar"
        " WHERE similar MATCH ?1 ORDER BY missing(similar) LIMIT " CANDIDATES
        ") JOIN word USING (id)";
    struct nearest nearest = {word, distance, out, 0, n_max};
    if (!*word || !fts_set_score(db, "missing", rank_by_shared, NULL))
        return 0;
    struct buf expression;
    buf_init(&expression);
    add_expression(word, &expression);
    struct db_query *query = db_query(db, sql);
    db_bind_text(query, 1, expression.data);
    add_rows(&nearest, query);
    db_query_free(query);
    buf_finish(&expression);
    add_short(&nearest, db);
    return nearest.n;
}

/* Appends the trigrams of letters, without the first and the last one, which
 * mark where a word begins and ends. */
static void add_inner_parts(const char *letters, struct buf *out)
{
    struct buf parts;
    buf_init(&parts);
    similar_add_parts(letters, strlen(letters), " ", &parts);
    const char *start = strchr(parts.data, ' ');
    buf_truncate(&parts, parts.n_bytes - 1);
    const char *end = strrchr(parts.data, ' ');
    if (start && end > start)
        buf_add_n(out, start + 1, (size_t)(end - start) - 1);
    buf_finish(&parts);
}

void similar_find_within(struct db *db, const char *letters, size_t n_max,
                         struct strs *out)
{
    struct buf parts, phrase;
    buf_init(&parts);
    buf_init(&phrase);
    add_inner_parts(letters, &parts);
    if (parts.n_bytes) {
        buf_printf(&phrase, "\"%s\"", parts.data);
        struct db_query *query = db_query(
            db, "SELECT word FROM (SELECT rowid AS id FROM similar"
                " WHERE similar MATCH ?1 LIMIT ?2) JOIN word USING (id)");
        db_bind_text(query, 1, phrase.data);
        db_bind_long(query, 2, (int64_t)n_max);
        while (db_step(query) == DB_ROW)
            strs_add(out, db_text(query, 0));
        db_query_free(query);
    }
    buf_finish(&phrase);
    buf_finish(&parts);
}

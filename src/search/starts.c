/* Articles by the first letter or two of a name. Too many have one: those
 * with a name of a single word come first, the more that word is spoken of,
 * then what the list of the library has there. */
#include "search/starts.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "search/asking.h"
#include "index/terms.h"

#define LETTERS_MAX 2
#define CJK 0x2E80 /* from here on one character says much */

static const char words_sql[] =
    "SELECT word FROM name_word WHERE word>=?1 AND word<?1||char(1114111)"
    " ORDER BY n DESC LIMIT 200";
static const char named_sql[] = "SELECT article FROM name WHERE stems=?1"
                                " LIMIT 6";
static const char list_sql[] =
    "SELECT article FROM list WHERE title>=?1 AND title<?1||char(1114111)"
    " ORDER BY title LIMIT 50";

bool starts_is_short(const char *text)
{
    const char *at = text, *end = text + strlen(text);
    size_t n = 0;
    for (; at < end; n++) {
        uint32_t c;
        at += utf8_decode(at, (size_t)(end - at), &c);
        if (c >= CJK)
            return false;
    }
    return n > 0 && n <= LETTERS_MAX;
}

static void add_start(struct seek *seek, int64_t article, double worth)
{
    size_t i = seek->n_starts;
    for (size_t k = 0; k < i; k++)
        if (seek->starts[k].article == article)
            return;
    if (i == STARTS_MAX && seek->starts[i - 1].worth >= worth)
        return;
    i -= i == STARTS_MAX;
    for (; i > 0 && seek->starts[i - 1].worth < worth; i--)
        seek->starts[i] = seek->starts[i - 1];
    seek->starts[i] = (struct start){article, worth};
    seek->n_starts += seek->n_starts < STARTS_MAX;
}

static void add_articles(struct seek *seek, struct db_query *query,
                         double worth)
{
    while (db_step(query) == DB_ROW)
        add_start(seek, db_long(query, 0), worth);
    db_reset(query);
}

static void add_named(struct seek *seek, const char *text)
{
    struct db_query *words = db_query(seek->db, words_sql);
    struct db_query *named = db_query(seek->db, named_sql);
    db_bind_text(words, 1, text);
    while (db_step(words) == DB_ROW) {
        char stem[TERM_MAX_BYTES + 1];
        const char *word = db_text(words, 0);
        word_stem(word, stem);
        if (asking_is_common(stem) && strcmp(word, text) != 0)
            continue;
        db_bind_long(named, 1, terms_hash(stem, strlen(stem)));
        add_articles(seek, named, log1p((double)seek_count(seek, stem)));
    }
    db_query_free(words);
    db_query_free(named);
}

bool starts_find(struct seek *seek, const char *text)
{
    add_named(seek, text);
    struct db_query *list = db_query(seek->db, list_sql);
    db_bind_text(list, 1, text);
    add_articles(seek, list, 0);
    db_query_free(list);
    return seek->n_starts > 0;
}

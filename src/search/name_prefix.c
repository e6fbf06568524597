/* Finds articles by the first one or two letters of a name. Too many names
 * begin with them, so those of one word come first, ordered by how many
 * sections have the word, then titles in the order of the library's list. */
#include "search/name_prefix.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "search/question_words.h"
#include "index/terms.h"

#define LETTERS_MAX 2
#define CJK 0x2E80 /* from this code point on a single character is a word */

static const char words_sql[] =
    "SELECT word FROM word WHERE word>=?1 AND word<?1||char(1114111)"
    " AND n>0 ORDER BY n DESC LIMIT 200";
static const char named_sql[] = "SELECT article FROM name WHERE stems=?1"
                                " LIMIT 6";
static const char list_sql[] =
    "SELECT article FROM list WHERE title>=?1 AND title<?1||char(1114111)"
    " ORDER BY title LIMIT 50";

bool name_prefix_is_short(const char *text)
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

static void add_prefixed(struct lookups *lookups, int64_t article,
                         double weight)
{
    size_t i = lookups->n_prefixed;
    for (size_t k = 0; k < i; k++)
        if (lookups->prefixed[k].article == article)
            return;
    if (i == PREFIXED_MAX && lookups->prefixed[i - 1].weight >= weight)
        return;
    i -= i == PREFIXED_MAX;
    for (; i > 0 && lookups->prefixed[i - 1].weight < weight; i--)
        lookups->prefixed[i] = lookups->prefixed[i - 1];
    lookups->prefixed[i] = (struct prefixed_article){article, weight};
    lookups->n_prefixed += lookups->n_prefixed < PREFIXED_MAX;
}

static void add_articles(struct lookups *lookups, struct db_query *query,
                         double weight)
{
    while (db_step(query) == DB_ROW)
        add_prefixed(lookups, db_long(query, 0), weight);
    db_reset(query);
}

static void add_named(struct lookups *lookups, const char *text)
{
    struct db_query *words = db_query(lookups->context->db, words_sql);
    struct db_query *named = db_query(lookups->context->db, named_sql);
    db_bind_text(words, 1, text);
    while (db_step(words) == DB_ROW) {
        char stem[TERM_MAX_BYTES + 1];
        const char *word = db_text(words, 0);
        word_stem(word, stem);
        if (question_words_is_stop_word(stem) && strcmp(word, text) != 0)
            continue;
        db_bind_long(named, 1, terms_hash(stem, strlen(stem)));
        add_articles(lookups, named,
                     log1p((double)lookups_count(lookups, word)));
    }
    db_query_free(words);
    db_query_free(named);
}

bool name_prefix_find(struct lookups *lookups, const char *text)
{
    add_named(lookups, text);
    struct db_query *list = db_query(lookups->context->db, list_sql);
    db_bind_text(list, 1, text);
    add_articles(lookups, list, 0);
    db_query_free(list);
    return lookups->n_prefixed > 0;
}

/* Finds articles by name: by whole names, words or misspelled names. SQL finds
 * those that may be meant, and the look-ups of the library choose among
 * them. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "index/catalogue_data.h"
#include "index/index_data.h"
#include "index/schema.h"
#include "index/similar.h"
#include "index/terms.h"
#include "library/name.h"

#define NEAR_MAX 8         /* words of names that are similar to a word */
#define WITHIN_MAX 16      /* words of names that contain a word */
#define EXPRESSIONS_MAX 16 /* words of a misspelled name that are used */
#define LIKE_MAX "300"     /* articles that a misspelled name may mean */

#define SELECT_ENTRIES "SELECT " CATALOGUE_OWN_COLUMNS ", 0 FROM article b"

/* Finds articles by their id, as written (?1) or normalized (?3, ?4); by the id
 * that their file's name gives (?1), which links use; or by the stems of title
 * or synonyms (?2); and all that share their ids. */
static const char named_sql[] =
    SELECT_ENTRIES " WHERE b.name=?1 OR b.base=?1 OR b.name IN"
                   " (SELECT name FROM article a WHERE id IN"
                   " (SELECT article FROM name WHERE stems=?2) OR id IN"
                   " (SELECT rowid FROM name_text WHERE name_text MATCH ?3)"
                   " AND " NAME_KEY("a") "=?4)";

/* Drops entries whose files no longer exist and stamps the others, since links
 * need stamps. */
static void stamp_entries(struct library *library)
{
    size_t n = 0;
    for (size_t i = 0; i < library->n_entries; i++) {
        struct entry entry = library->entries[i];
        entry.shadowed_by = NULL;
        if (file_stamp_get(entry.path, &entry.stamp))
            library->entries[n++] = entry;
    }
    library->n_entries = n;
    library_arrange(library);
}

/* Appends a phrase, whose last word may be a prefix, to an FTS5 expression. */
static void add_phrase(struct buf *expression, const char *words)
{
    buf_add_char(expression, '"');
    for (; *words; words++) {
        buf_add_char(expression, *words);
        if (*words == '"')
            buf_add_char(expression, '"');
    }
    buf_add(expression, "\"*");
}

struct library *catalogue_named(struct index *index, const char *name)
{
    struct db_query *query = db_query(index->db, named_sql);
    struct buf stems, key, expression;
    buf_init(&stems);
    buf_init(&key);
    buf_init(&expression);
    terms_add_stems(name, strlen(name), STEM_ENGLISH, &stems);
    add_phrase(&expression, name_key(name, &key));
    db_bind_text(query, 1, name);
    db_bind_long(query, 2, terms_hash(stems.data, stems.n_bytes));
    db_bind_text(query, 3, expression.data);
    db_bind_text(query, 4, key.data);
    struct library *library = catalogue_from_rows(index, query);
    stamp_entries(library);
    buf_finish(&stems);
    buf_finish(&key);
    buf_finish(&expression);
    return library;
}

/* Returns whether a word has a character that name_text, like has_word() of the
 * library, treats as part of a word. */
static bool has_token(const char *word)
{
    for (; *word; word++)
        if (ascii_is_alnum(*word) || (unsigned char)*word >= 0x80)
            return true;
    return false;
}

/* Returns the articles that an expression finds in name_text, and all that
 * share their ids. */
static struct library *read_matching(struct index *index,
                                     const char *expression)
{
    static const char sql[] =
        SELECT_ENTRIES " WHERE b.name IN (SELECT a.name FROM name_text"
                       " JOIN article a ON a.id=name_text.rowid"
                       " WHERE name_text MATCH ?1)";
    struct db_query *query = *expression ? db_query(index->db, sql) : NULL;
    db_bind_text(query, 1, expression);
    return catalogue_from_rows(index, query);
}

/* Each word may be a prefix. */
struct library *catalogue_with_words(struct index *index, const char *words)
{
    struct buf key, expression;
    buf_init(&key);
    buf_init(&expression);
    name_key(words, &key);
    for (char *rest = key.data, *word; (word = strsep(&rest, " "));)
        if (has_token(word)) {
            buf_add(&expression, expression.n_bytes ? " AND " : "");
            add_phrase(&expression, word);
        }
    struct library *library = read_matching(index, expression.data);
    buf_finish(&expression);
    buf_finish(&key);
    return library;
}

struct library *catalogue_coded(struct index *index, const char *code)
{
    struct buf tag;
    buf_init(&tag);
    schema_add_code_tag(code, &tag);
    struct library *library = read_matching(index, tag.data);
    buf_finish(&tag);
    return library;
}

bool catalogue_has_word(struct index *index, const char *word)
{
    struct db_query *query =
        db_query(index->db, "SELECT 1 FROM word WHERE word=?1");
    struct buf folded;
    buf_init(&folded);
    terms_add_words(word, strlen(word), &folded);
    db_bind_text(query, 1, folded.data);
    bool has = db_step(query) == DB_ROW;
    db_query_free(query);
    buf_finish(&folded);
    return has;
}

/* A list of FTS5 expressions. An article gets one point for each that matches
 * it. */
struct like_query {
    struct index *index;
    struct strs expressions;
};

static void add_expression(struct like_query *like, struct buf *expression)
{
    if (expression->n_bytes && like->expressions.n < EXPRESSIONS_MAX)
        strs_add(&like->expressions, expression->data);
    buf_finish(expression);
}

/* Adds the words of names that contain the letters of a word. */
static void add_within(struct like_query *like, const char *word,
                       struct buf *expression)
{
    struct strs words;
    strs_init(&words);
    similar_find_within(like->index->db, word, WITHIN_MAX, &words);
    for (size_t i = 0; i < words.n; i++) {
        buf_add(expression, " OR ");
        add_phrase(expression, words.items[i]);
    }
    strs_finish(&words);
}

/* Adds an expression for names with a word, or with one similar to it. */
static void add_near(struct like_query *like, const char *word)
{
    struct similar near[NEAR_MAX];
    struct buf expression;
    unsigned distance = 1 + (unsigned)strlen(word) / 2;
    if (!has_token(word))
        return;
    buf_init(&expression);
    add_phrase(&expression, word);
    size_t n = similar_find(like->index->db, word, distance, near, NEAR_MAX);
    for (size_t i = 0; i < n; i++) {
        buf_add(&expression, " OR ");
        add_phrase(&expression, near[i].word);
    }
    add_within(like, word, &expression);
    add_expression(like, &expression);
}

/* Adds an expression for the whole name as a phrase, which counts twice. */
static void add_whole(struct like_query *like, const char *key)
{
    for (int i = 0; i < 2 && has_token(key); i++) {
        struct buf expression;
        buf_init(&expression);
        add_phrase(&expression, key);
        add_expression(like, &expression);
    }
}

/* Returns the articles with the most points. */
static struct library *read_like(struct like_query *like)
{
    struct buf sql;
    buf_init(&sql);
    buf_add(&sql, SELECT_ENTRIES
            " WHERE b.name IN (SELECT a.name FROM (SELECT rowid AS id FROM (");
    for (size_t i = 0; i < like->expressions.n; i++)
        buf_printf(&sql,
                   "%sSELECT rowid FROM name_text WHERE name_text MATCH ?%zu",
                   i ? " UNION ALL " : "", i + 1);
    buf_add(&sql, ") GROUP BY 1 ORDER BY count(*) DESC LIMIT " LIKE_MAX
                  ") JOIN article a USING (id))");
    struct db_query *query =
        like->expressions.n ? db_query(like->index->db, sql.data) : NULL;
    for (size_t i = 0; i < like->expressions.n; i++)
        db_bind_text(query, (int)i + 1, like->expressions.items[i]);
    buf_finish(&sql);
    return catalogue_from_rows(like->index, query);
}

struct library *catalogue_like(struct index *index, const char *name)
{
    struct like_query like = {.index = index};
    struct buf key;
    strs_init(&like.expressions);
    buf_init(&key);
    name_key(name, &key);
    add_whole(&like, key.data);
    if (strchr(key.data, ' '))
        add_near(&like, key.data);
    for (char *rest = key.data, *word; (word = strsep(&rest, " "));)
        add_near(&like, word);
    struct library *library = read_like(&like);
    strs_finish(&like.expressions);
    buf_finish(&key);
    return library;
}

struct library *catalogue_all(struct index *index)
{
    return catalogue_from_rows(index, db_query(index->db, SELECT_ENTRIES));
}

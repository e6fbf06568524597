/* Articles by what they are called: whole names, words, wrong names. SQL finds
 * those that may be meant; the library's look-ups choose among them. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "index/catalogue_data.h"
#include "index/index_data.h"
#include "index/similar.h"
#include "index/terms.h"
#include "library/name.h"

#define WORDS_MAX 16
#define NEAR_MAX 8 /* words of names that are like one of a wrong name */
#define PARAMETERS_MAX 128

#define SELECT_ENTRIES "SELECT " CATALOGUE_COLUMNS " FROM article b"

/* By id, as it is or as names are compared, or by the stems of title and
 * synonyms; with all that share the id. */
static const char named_sql[] =
    SELECT_ENTRIES " WHERE b.name=?1 OR b.name IN"
                   " (SELECT name FROM article WHERE name_key=?3 OR id IN"
                   " (SELECT article FROM name WHERE stems=?2))";

/* Drops what has gone, and stamps the rest, as links need it. */
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

struct library *catalogue_named(struct index *index, const char *name)
{
    struct db_query *query = db_query(index->db, named_sql);
    struct buf stems, key;
    buf_init(&stems);
    buf_init(&key);
    terms_add_stems(name, strlen(name), &stems);
    db_bind_text(query, 1, name);
    db_bind_long(query, 2, terms_hash(stems.data, stems.n_bytes));
    db_bind_text(query, 3, name_key(name, &key));
    struct library *library = catalogue_from_rows(index, query);
    stamp_entries(library);
    buf_finish(&stems);
    buf_finish(&key);
    return library;
}

/* A statement that is being written, and the texts of its parameters. */
struct statement_text {
    struct buf sql;
    struct strs parameters;
};

static void statement_init(struct statement_text *statement)
{
    buf_init(&statement->sql);
    strs_init(&statement->parameters);
}

/* Appends an expression that is true where the list has a text in the title or
 * in what else the article is called. */
static void add_contains(struct statement_text *statement, const char *text)
{
    strs_add(&statement->parameters, text);
    buf_printf(&statement->sql, "(instr(l.title,?%zu) OR instr(l.words,?%zu))",
               statement->parameters.n, statement->parameters.n);
}

/* Runs the statement and frees it. */
static struct library *read_statement(struct index *index,
                                      struct statement_text *statement)
{
    struct db_query *query = db_query(index->db, statement->sql.data);
    for (size_t i = 0; i < statement->parameters.n; i++)
        db_bind_text(query, (int)i + 1, statement->parameters.items[i]);
    buf_finish(&statement->sql);
    strs_finish(&statement->parameters);
    return catalogue_from_rows(index, query);
}

struct library *catalogue_with_words(struct index *index, const char *words)
{
    struct statement_text statement;
    struct buf key;
    statement_init(&statement);
    buf_init(&key);
    name_key(words, &key);
    buf_add(&statement.sql,
            SELECT_ENTRIES " WHERE b.name IN (SELECT a.name FROM list l"
                           " JOIN article a ON a.id=l.article WHERE 1");
    for (char *rest = key.data, *word; (word = strsep(&rest, " "));)
        if (*word && statement.parameters.n < WORDS_MAX) {
            buf_add(&statement.sql, " AND ");
            add_contains(&statement, word);
        }
    buf_add_char(&statement.sql, ')');
    buf_finish(&key);
    return read_statement(index, &statement);
}

/* One half of a word that was mistyped once is right: an id is found by that,
 * whose words are not among those of names. */
static void add_halves(struct statement_text *statement, const char *word)
{
    size_t n = strlen(word), middle = utf8_floor(word, n, n / 2);
    char *first = mem_strndup(word, middle);
    buf_add(&statement->sql, "+");
    add_contains(statement, first);
    buf_add(&statement->sql, "+");
    add_contains(statement, word + middle);
    free(first);
}

/* Appends how much the list has of a word like one that was mistyped. */
static void add_near(struct statement_text *statement, struct db *db,
                     const char *word)
{
    struct similar near[NEAR_MAX];
    unsigned distance = 1 + (unsigned)strlen(word) / 2;
    size_t n = similar_find(db, word, distance, near, NEAR_MAX);
    buf_add(&statement->sql, "+2*(");
    add_contains(statement, word);
    for (size_t i = 0; i < n && statement->parameters.n < PARAMETERS_MAX; i++) {
        buf_add(&statement->sql, " OR ");
        add_contains(statement, near[i].word);
    }
    buf_add_char(&statement->sql, ')');
    add_halves(statement, word);
}

/* Those with most of the words, or what is like them. */
struct library *catalogue_like(struct index *index, const char *name)
{
    struct statement_text statement;
    struct buf key;
    statement_init(&statement);
    buf_init(&key);
    name_key(name, &key);
    buf_add(&statement.sql,
            SELECT_ENTRIES " WHERE b.name IN (SELECT name FROM (SELECT a.name,"
                           " 4*");
    add_contains(&statement, key.data);
    add_near(&statement, index->db, key.data);
    for (char *rest = key.data, *word; (word = strsep(&rest, " "));)
        if (*word && statement.parameters.n < PARAMETERS_MAX)
            add_near(&statement, index->db, word);
    buf_add(&statement.sql, " AS n FROM list l JOIN article a ON a.id=l.article"
                            " WHERE n>0 ORDER BY n DESC LIMIT 300))");
    buf_finish(&key);
    return read_statement(index, &statement);
}

struct library *catalogue_all(struct index *index)
{
    return catalogue_from_rows(index, db_query(index->db, SELECT_ENTRIES));
}

/* The tables of the index. */
#include "index/schema.h"

#include <stdio.h>

#define APPLICATION_ID 0x6D656466 /* "medf" */
#define VERSION 16 /* to be increased whenever the tables change */

/* The tables:
 *
 * article: name is the id of the article; base is the id that its file's name
 * gives, or NULL if that is the same (library/namesakes.h). sort_title is its
 * title in list, or NULL if SORT_TITLE can derive it; name_key is the id as
 * names are compared, or NULL if NAME_KEY can derive it. synonyms are as
 * written and codes are keys (article/code.h), one to a line.
 *
 * list: the articles in the order of the list on the screen. words is what a
 * filter searches besides the title; together is 1 if other articles, such as
 * translations or files that it hides or that hide it, share its id.
 *
 * word: all words, with the number of names (n), names of medicines and
 * articles that have them. Only words that may be spelling suggestions have an
 * id, which is their rowid in similar.
 *
 * walked and skipped: see folders.h. publisher: names, and what filters
 * compare.
 *
 * section_text, name_text (for each article, its names and the tags of its
 * codes) and similar keep no text, only the positions of words. The rows of
 * removed sections and articles therefore stay there as dead rows, without a
 * row in section or article. */
static const char tables[] =
    "CREATE TABLE file("
    " path TEXT PRIMARY KEY, article INTEGER,"
    " inode INTEGER, size INTEGER, mtime INTEGER) WITHOUT ROWID;"
    "CREATE TABLE article("
    " id INTEGER PRIMARY KEY, path TEXT NOT NULL, root INTEGER,"
    " name TEXT, lang TEXT, title TEXT, names TEXT, type INTEGER,"
    " origin TEXT, reviewed TEXT, updated TEXT, problem TEXT,"
    " first_section INTEGER, n_sections INTEGER,"
    " first_name INTEGER, n_names INTEGER,"
    " sort_title TEXT, publisher TEXT, n_reviewers INTEGER,"
    " kinds INTEGER, name_key TEXT, synonyms TEXT, summary TEXT,"
    " review_due TEXT, n_sources INTEGER, codes TEXT, base TEXT);"
    "CREATE INDEX article_name ON article(name, root, lang COLLATE NOCASE);"
    "CREATE INDEX article_base ON article(base) WHERE base IS NOT NULL;"
    "CREATE INDEX article_problem ON article(path, problem)"
    " WHERE problem IS NOT NULL;"
    "CREATE TABLE list("
    " title TEXT, lang TEXT, article INTEGER, shares_name INTEGER,"
    " updated TEXT, type INTEGER, words TEXT,"
    " PRIMARY KEY(title, lang, article)) WITHOUT ROWID;"
    "CREATE INDEX list_newest ON list(updated DESC);"
    "CREATE INDEX list_type ON list(type);"
    "CREATE TABLE walked("
    " path TEXT PRIMARY KEY, mtime INTEGER) WITHOUT ROWID;"
    "CREATE TABLE skipped(path TEXT, reason TEXT);"
    "CREATE TABLE section("
    " id INTEGER PRIMARY KEY, article INTEGER, ordinal INTEGER,"
    " kind INTEGER, heading TEXT, anchor TEXT, place INTEGER);"
    "CREATE TABLE name("
    " id INTEGER PRIMARY KEY, article INTEGER, stems INTEGER);"
    "CREATE INDEX name_stems ON name(stems);"
    "CREATE TABLE stem(stem TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;"
    "CREATE TABLE word("
    " word TEXT PRIMARY KEY, id INTEGER, n INTEGER,"
    " medicines INTEGER, articles INTEGER) WITHOUT ROWID;"
    "CREATE INDEX word_id ON word(id) WHERE id IS NOT NULL;"
    "CREATE TABLE publisher("
    " id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT);"
    "CREATE TABLE language(lang TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE counter(name TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;"
    "CREATE VIRTUAL TABLE section_text USING fts5("
    " body, names, heading, tags,"
    " content='', columnsize=0, tokenize='ascii');"
    "CREATE VIRTUAL TABLE name_text USING fts5("
    " names, content='', columnsize=0, tokenize='ascii');"
    "CREATE VIRTUAL TABLE similar USING fts5("
    " parts, content='', columnsize=0, tokenize='ascii');";

enum db_result schema_make(struct db *db)
{
    char numbers[128];
    snprintf(numbers, sizeof numbers,
             "PRAGMA application_id=%d; PRAGMA user_version=%d;",
             APPLICATION_ID, VERSION);
    enum db_result result = db_run(db, "BEGIN IMMEDIATE");
    if (result == DB_DONE)
        result = db_run(db, tables);
    if (result == DB_DONE)
        result = db_run(db, numbers);
    if (result == DB_DONE)
        return db_run(db, "COMMIT");
    db_run(db, "ROLLBACK");
    return result;
}

enum db_result schema_check(struct db *db)
{
    struct db_query *query = db_query(db, "SELECT count(*) FROM sqlite_schema");
    enum db_result result = query ? db_step(query) : db_last_result(db);
    bool empty = result == DB_ROW && db_long(query, 0) == 0;
    db_query_free(query);
    if (result != DB_ROW || empty)
        return result;
    bool ours = db_number(db, "PRAGMA application_id", 0) == APPLICATION_ID &&
                db_number(db, "PRAGMA user_version", 0) == VERSION;
    return ours ? DB_DONE : DB_DAMAGED;
}

void schema_add_code_tag(const char *key, struct buf *out)
{
    buf_add(out, TAG_CODE);
    for (; *key; key++)
        if (*key != ':')
            buf_add_char(out, *key);
}

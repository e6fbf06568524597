/* Writes articles to the index: transactions, and the words that are counted
 * until a commit. */
#include "index/writer.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/schema.h"
#include "index/similar.h"
#include "index/writer_data.h"

#define ARTICLES_MIN 3    /* with a word, for it to be a spelling suggestion */
#define WORD_LISTED_MIN 4 /* bytes */
#define WORD_LISTED_MAX 40
#define TEXT_WORDS_WAITING_MAX 150000

static const char *const sql[N_STATEMENTS] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [COMMIT] = "COMMIT",
    [ROLLBACK] = "ROLLBACK",
    [ADD_FILE] = "INSERT INTO file VALUES(?1,?2,?3,?4,?5)",
    [ADD_ARTICLE] = "INSERT INTO article VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,"
                    "?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,"
                    "?24,?25,?26,NULL)",
    [ADD_TO_LIST] = "INSERT INTO list VALUES(?1,?2,?3,?7,?4,?5,?6)",
    [GET_NAMES] = "SELECT " NAME_KEY("a") ", " SORT_TITLE(
        "a") ","
             " a.synonyms, a.codes FROM article a WHERE id=?1",
    [ADD_NAME_TEXT] = "INSERT INTO name_text(rowid, names) VALUES(?1,?2)",
    [REMOVE_NAME_TEXT] = "INSERT INTO name_text(name_text, rowid, names)"
                         " VALUES('delete',?1,?2)",
    [RENAME_ARTICLE] = "UPDATE article SET name=?2, name_key=?3, base=?4"
                       " WHERE id=?1",
    [RENAME_IN_LIST] =
        "UPDATE list SET words=?2||substr(words,instr(words,char(10))+1)"
        " WHERE (title,lang,article)="
        "(SELECT " SORT_TITLE("a") ",lang,id FROM article a WHERE id=?1)",
    [COUNT_NAMED] = "SELECT count(*) FROM"
                    " (SELECT 1 FROM article WHERE name=?1 LIMIT 3)",
    [SET_SHARED] =
        "UPDATE list SET shares_name=?2 WHERE (title,lang,article) IN"
        " (SELECT " SORT_TITLE("a") ",lang,id FROM article a"
                                    " WHERE name=?1)",
    [ADD_SECTION] = "INSERT INTO section VALUES(?1,?2,?3,?4,?5,?6,?7)",
    [ADD_TEXT] = "INSERT INTO section_text(rowid, names, heading, body, tags)"
                 " VALUES(?1,?2,?3,?4,?5)",
    [ADD_NAME] = "INSERT INTO name VALUES(?1,?2,?3)",
    [COUNT_STEM] = "INSERT INTO stem VALUES(?1,?2)"
                   " ON CONFLICT(stem) DO UPDATE SET n=n+excluded.n",
    [GET_WORD] = "SELECT id, articles FROM word WHERE word=?1",
    [ADD_WORD] = "INSERT INTO word(id, n, medicines, articles, word)"
                 " VALUES(?1,?2,?3,?4,?5)",
    [COUNT_WORD] = "UPDATE word SET n=n+?2, medicines=medicines+?3,"
                   " articles=articles+?4, id=?1 WHERE word=?5",
    [ADD_LANGUAGE] = "INSERT OR IGNORE INTO language VALUES(?1)",
    [GET_PUBLISHER] = "SELECT id FROM publisher WHERE name=?1",
    [ADD_PUBLISHER] = "INSERT INTO publisher(name, folded) VALUES(?1,?2)"
                      " RETURNING id",
    [ADD_SIMILAR] = "INSERT INTO similar(rowid, parts) VALUES(?1,?2)",
    [COUNT] = "INSERT INTO counter VALUES(?1,?2)"
              " ON CONFLICT(name) DO UPDATE SET n=n+excluded.n",
    [GET_RANGES] = "SELECT first_section, n_sections, first_name, n_names, name"
                   " FROM article WHERE id=?1",
    [REMOVE_FILE] = "DELETE FROM file WHERE path="
                    "(SELECT path FROM article WHERE id=?1)",
    [REMOVE_FROM_LIST] = "DELETE FROM list WHERE (title,lang,article)="
                         "(SELECT " SORT_TITLE("a") ",lang,id FROM article a"
                                                    " WHERE id=?1)",
    [REMOVE_ARTICLE] = "DELETE FROM article WHERE id=?1",
    [REMOVE_SECTIONS] = "DELETE FROM section WHERE id>=?1 AND id<?1+?2",
    [REMOVE_NAMES] = "DELETE FROM name WHERE id>=?1 AND id<?1+?2",
};

static const char *const counter_names[N_COUNTERS] = {
    [N_ARTICLES] = "articles",
    [N_SECTIONS] = "sections",
    [N_WORDS] = "words",
    [N_DEAD] = "dead",
};

static enum db_result run(struct writer *writer, enum statement statement)
{
    return db_do(writer->queries[statement]);
}

static void lexicons_finish(struct writer *writer)
{
    for (int i = 0; i < STEM_LANGUAGES; i++)
        lexicon_finish(&writer->words[i]);
    lexicon_finish(&writer->stems);
    lexicon_finish(&writer->name_words);
    lexicon_finish(&writer->text_words);
}

static void writer_free(struct writer *writer)
{
    for (int i = 0; i < N_STATEMENTS; i++)
        db_query_free(writer->queries[i]);
    lexicons_finish(writer);
    buf_finish(&writer->text);
    buf_finish(&writer->folded);
    buf_finish(&writer->joined);
    buf_finish(&writer->names);
    buf_finish(&writer->stem_lines);
    buf_finish(&writer->name_stems);
    buf_finish(&writer->heading);
    buf_finish(&writer->body);
    buf_finish(&writer->tags);
    free(writer);
}

/* Finds the next free numbers. The number of a section is never reused, since
 * dead rows of section_text keep theirs. That of an article may be, if the
 * article with the highest number was removed, so lists of article numbers are
 * only valid until the index changes. */
static void find_numbers(struct writer *writer)
{
    struct db *db = writer->db;
    writer->next_article = db_number(db, "SELECT max(id) FROM article", 0) + 1;
    writer->next_name = db_number(db, "SELECT max(id) FROM name", 0) + 1;
    writer->next_word =
        db_number(db, "SELECT max(id) FROM word WHERE id IS NOT NULL", 0) + 1;
    writer->next_section = db_number(db,
                                     "SELECT sum(n) FROM counter"
                                     " WHERE name IN ('sections','dead')",
                                     0) +
                           1;
}

struct writer *writer_begin(struct db *db, enum db_result *result)
{
    struct writer *writer = mem_calloc(1, sizeof *writer);
    writer->db = db;
    *result = DB_DONE;
    for (int i = 0; i < N_STATEMENTS; i++) {
        writer->queries[i] = db_query(db, sql[i]);
        if (!writer->queries[i] && *result == DB_DONE)
            *result = db_last_result(db);
    }
    buf_init(&writer->text);
    buf_init(&writer->folded);
    buf_init(&writer->joined);
    buf_init(&writer->names);
    buf_init(&writer->stem_lines);
    buf_init(&writer->name_stems);
    buf_init(&writer->heading);
    buf_init(&writer->body);
    buf_init(&writer->tags);
    if (*result == DB_DONE)
        *result = run(writer, BEGIN);
    if (*result == DB_DONE) {
        find_numbers(writer);
        return writer;
    }
    writer_free(writer);
    return NULL;
}

/* Removes an article's rows from the tables other than section and name. */
static enum db_result remove_rows(struct writer *writer, int64_t article)
{
    static const enum statement statements[] = {REMOVE_FILE, REMOVE_FROM_LIST,
                                                REMOVE_ARTICLE};
    enum db_result result = DB_DONE;
    for (size_t i = 0; i < 3 && result == DB_DONE; i++) {
        db_bind_long(writer->queries[statements[i]], 1, article);
        result = run(writer, statements[i]);
    }
    return result;
}

static enum db_result remove_range(struct writer *writer,
                                   enum statement statement, int64_t first,
                                   int64_t n)
{
    db_bind_long(writer->queries[statement], 1, first);
    db_bind_long(writer->queries[statement], 2, n);
    return run(writer, statement);
}

enum db_result writer_remove(struct writer *writer, int64_t article)
{
    struct db_query *ranges = writer->queries[GET_RANGES];
    db_bind_long(ranges, 1, article);
    enum db_result result = db_step(ranges);
    if (result != DB_ROW)
        return result;
    int64_t n_sections = db_long(ranges, 1);
    int64_t first_name = db_long(ranges, 2), n_names = db_long(ranges, 3);
    result =
        remove_range(writer, REMOVE_SECTIONS, db_long(ranges, 0), n_sections);
    if (result == DB_DONE)
        result = remove_range(writer, REMOVE_NAMES, first_name, n_names);
    if (result == DB_DONE)
        result = remove_rows(writer, article);
    if (result == DB_DONE)
        result = writer_update_mark(writer, db_text(ranges, 4));
    db_reset(ranges);
    writer->counts[N_ARTICLES]--;
    writer->counts[N_SECTIONS] -= n_sections;
    writer->counts[N_DEAD] += n_sections;
    return result;
}

enum db_result writer_remove_all(struct writer *writer)
{
    enum db_result result =
        db_run(writer->db,
               "DELETE FROM file; DELETE FROM article; DELETE FROM section;"
               "DELETE FROM name; DELETE FROM stem;"
               "DELETE FROM word; DELETE FROM counter;"
               "DELETE FROM list;"
               "INSERT INTO section_text(section_text)"
               " VALUES('delete-all');"
               "INSERT INTO name_text(name_text) VALUES('delete-all');"
               "INSERT INTO similar(similar) VALUES('delete-all')");
    find_numbers(writer);
    return result;
}

static enum db_result add_counts(struct writer *writer)
{
    struct db_query *query = writer->queries[COUNT];
    enum db_result result = DB_DONE;
    for (int i = 0; i < N_COUNTERS && result == DB_DONE; i++) {
        db_bind_text(query, 1, counter_names[i]);
        db_bind_long(query, 2, writer->counts[i]);
        result = db_do(query);
        writer->counts[i] = 0;
    }
    return result;
}

static enum db_result add_stem_counts(struct writer *writer)
{
    struct db_query *query = writer->queries[COUNT_STEM];
    enum db_result result = DB_DONE;
    struct lexeme **stems = lexicon_sorted(&writer->stems);
    for (size_t i = 0; stems[i] && result == DB_DONE; i++) {
        db_bind_text_n(query, 1, stems[i]->text, stems[i]->n_bytes);
        db_bind_long(query, 2, stems[i]->n);
        result = db_do(query);
    }
    free(stems);
    return result;
}

static enum db_result add_similar(struct writer *writer, int64_t id,
                                  const struct lexeme *word)
{
    struct db_query *query = writer->queries[ADD_SIMILAR];
    buf_clear(&writer->body);
    similar_add_parts(word->text, word->n_bytes, " ", &writer->body);
    db_bind_long(query, 1, id);
    db_bind_text_n(query, 2, writer->body.data, writer->body.n_bytes);
    return db_do(query);
}

/* Returns whether a word may be a spelling suggestion. Numbers and short words
 * are similar to too many others. */
static bool may_suggest(const struct lexeme *word)
{
    return word->n_bytes >= WORD_LISTED_MIN &&
           word->n_bytes <= WORD_LISTED_MAX &&
           word->text[strcspn(word->text, "0123456789")] == '\0';
}

struct word_row {
    bool is_there;
    int64_t id, articles; /* id 0: not a spelling suggestion */
};

/* Reads the row of a word; all fields are zero for a new word. */
static enum db_result get_word(struct writer *writer, const struct lexeme *word,
                               struct word_row *row)
{
    struct db_query *query = writer->queries[GET_WORD];
    *row = (struct word_row){0};
    db_bind_text_n(query, 1, word->text, word->n_bytes);
    enum db_result result = db_step(query);
    if (result != DB_ROW)
        return result;
    *row = (struct word_row){true, db_long(query, 0), db_long(query, 1)};
    db_reset(query);
    return DB_DONE;
}

/* Adds a word or updates its counts. If it may be a spelling suggestion, it
 * gets a number: a word of names and headings at once, a word of texts only
 * when several articles have it.
 *
 * A single upsert with RETURNING would do, but its savepoint makes FTS5 flush
 * what it has collected for the words before, which doubled the time to build
 * an index. */
static enum db_result add_word(struct writer *writer, const struct lexeme *word,
                               bool is_name)
{
    struct word_row row;
    enum db_result result = get_word(writer, word, &row);
    struct db_query *query =
        writer->queries[row.is_there ? COUNT_WORD : ADD_WORD];
    bool is_new =
        !row.id && (is_name || (row.articles + word->n >= ARTICLES_MIN &&
                                may_suggest(word)));
    if (result != DB_DONE)
        return result;
    int64_t id = is_new ? writer->next_word++ : row.id;
    if (id)
        db_bind_long(query, 1, id);
    else
        db_bind_text(query, 1, NULL);
    db_bind_long(query, 2, is_name ? word->n : 0);
    db_bind_long(query, 3, is_name ? word->medicines : 0);
    db_bind_long(query, 4, is_name ? 0 : word->n);
    db_bind_text_n(query, 5, word->text, word->n_bytes);
    result = db_do(query);
    return result == DB_DONE && is_new ? add_similar(writer, id, word) : result;
}

static enum db_result add_words(struct writer *writer,
                                const struct lexicon *lexicon, bool is_name)
{
    enum db_result result = DB_DONE;
    struct lexeme **words = lexicon_sorted(lexicon);
    for (size_t i = 0; words[i] && result == DB_DONE; i++)
        result = add_word(writer, words[i], is_name);
    free(words);
    return result;
}

/* Moves the counts of words of texts to those that are waiting, and frees the
 * stems. Looking words up in a small table of those since the last commit is
 * much faster than in a table of all that are waiting. */
static void move_text_words(struct writer *writer)
{
    for (int i = 0; i < STEM_LANGUAGES; i++)
        lexicon_move(&writer->text_words, &writer->words[i]);
    lexicon_finish(&writer->stems);
}

/* Writes the counts to the tables. Words of texts wait until the end, or until
 * there are too many, since writing them at each commit would add half to the
 * time. If the process is killed, their counts are lost; only spelling
 * corrections use them. */
static enum db_result flush(struct writer *writer, bool is_last)
{
    enum db_result result = add_counts(writer);
    if (result == DB_DONE)
        result = add_stem_counts(writer);
    if (result == DB_DONE)
        result = add_words(writer, &writer->name_words, true);
    lexicon_finish(&writer->name_words);
    move_text_words(writer);
    if (result == DB_DONE &&
        (is_last || writer->text_words.words.n >= TEXT_WORDS_WAITING_MAX)) {
        result = add_words(writer, &writer->text_words, false);
        lexicon_finish(&writer->text_words);
    }
    return result;
}

enum db_result writer_commit(struct writer *writer)
{
    enum db_result result = flush(writer, false);
    if (result == DB_DONE)
        result = run(writer, COMMIT);
    return result;
}

enum db_result writer_continue(struct writer *writer)
{
    return run(writer, BEGIN);
}

enum db_result writer_end(struct writer *writer, bool commit)
{
    if (!writer)
        return DB_DONE;
    enum db_result result = commit ? flush(writer, true) : DB_DONE;
    if (commit && result == DB_DONE)
        result = run(writer, COMMIT);
    if (!commit || result != DB_DONE)
        run(writer, ROLLBACK);
    writer_free(writer);
    return result;
}

size_t writer_n_waiting(const struct writer *writer)
{
    size_t n = writer->name_words.words.n + writer->text_words.words.n;
    for (int i = 0; i < STEM_LANGUAGES; i++)
        n += writer->words[i].words.n;
    return n;
}

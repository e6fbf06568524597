/* Writes the table list, which has the order of articles and the words that a
 * filter searches, and the table name_text. */
#include <stdlib.h>
#include <string.h>

#include "article/code.h"
#include "base/ascii.h"
#include "base/fold.h"
#include "index/schema.h"
#include "index/terms.h"
#include "library/name.h"
#include "index/writer_data.h"

void listed_init(struct listed *listed, struct arena *arena, const char *path,
                 const char *stated_lang, const char *title)
{
    name_of_file(arena, path, stated_lang, &listed->id, &listed->lang);
    listed->title = title && *title ? title : listed->id;
    buf_init(&listed->sort_title);
    buf_init(&listed->name_key);
    name_key(listed->id, &listed->name_key);
    fold_text(listed->title, strlen(listed->title), FOLD_ALL,
              &listed->sort_title);
}

void listed_finish(struct listed *listed)
{
    buf_finish(&listed->sort_title);
    buf_finish(&listed->name_key);
}

void writer_count_words(struct writer *writer, const char *words,
                        unsigned n_names, bool medicine)
{
    while (*words) {
        size_t n = strcspn(words, " ");
        struct lexeme *word = lexicon_get(&writer->name_words, words, n);
        word->n += n_names;
        word->medicines += medicine ? n_names : 0;
        words += n + (words[n] == ' ');
    }
}

/* Returns whether text equals of in lower case, as SQLite's lower() converts
 * it, with hyphens replaced by hyphen. */
static bool equals_lower(const char *text, const char *of, char hyphen)
{
    for (; *of; of++, text++)
        if (*text != (*of == '-' ? hyphen : ascii_lower(*of)))
            return false;
    return !*text;
}

const char *listed_sort_title(const struct listed *listed)
{
    const char *folded = listed->sort_title.data;
    return equals_lower(folded, listed->title, '-') ? NULL : folded;
}

const char *writer_name_key(const char *id, const struct buf *key)
{
    return equals_lower(key->data, id, ' ') ? NULL : key->data;
}

static void add_folded(struct buf *out, const char *text)
{
    if (text)
        fold_text(text, strlen(text), FOLD_ALL, out);
    buf_add_char(out, '\n');
}

/* Appends what a filter searches besides the title: id, synonyms, publisher and
 * type. */
static void add_words(struct buf *out, const struct listed *listed,
                      const struct meta *meta)
{
    add_folded(out, listed->id);
    if (!meta)
        return;
    for (size_t i = 0; i < meta->n_synonyms; i++)
        add_folded(out, meta->synonyms[i]);
    add_folded(out, meta->origin.publisher);
    buf_add(out, article_type_name(meta->type));
}

/* Counts the words of an id for spelling corrections, except numbers. */
static void count_id_words(struct writer *writer, const char *id)
{
    struct buf words;
    buf_init(&words);
    terms_add_words(id, strlen(id), &words);
    for (char *rest = words.data, *word; (word = strsep(&rest, " "));)
        if (word[strspn(word, "0123456789")])
            writer_count_words(writer, word, 0, false);
    buf_finish(&words);
}

void writer_add_codes(const struct meta *meta, struct buf *out)
{
    struct buf key;
    buf_init(&key);
    for (size_t i = 0; i < meta->n_codes; i++) {
        buf_clear(&key);
        code_add_key(meta->codes[i].system, meta->codes[i].value, &key);
        buf_add_char(out, ' ');
        schema_add_code_tag(key.data, out);
    }
    buf_finish(&key);
}

/* Appends each line, folded. */
static void add_folded_lines(struct buf *out, const char *lines)
{
    while (*lines) {
        size_t n = strcspn(lines, "\n");
        fold_text(lines, n, FOLD_ALL, out);
        buf_add_char(out, '\n');
        lines += n + (lines[n] == '\n');
    }
}

/* Appends the tags of codes, given their keys, one to a line. */
static void add_code_lines(struct buf *out, const char *lines)
{
    struct buf key;
    buf_init(&key);
    while (*lines) {
        size_t n = strcspn(lines, "\n");
        buf_clear(&key);
        buf_add_n(&key, lines, n);
        buf_add_char(out, ' ');
        schema_add_code_tag(key.data, out);
        lines += n + (lines[n] == '\n');
    }
    buf_finish(&key);
}

/* Adds or removes the row of an article in name_text: id, title, synonyms and
 * codes. The text is made from the article's row, since FTS5 needs the same
 * text for the removal as for the addition. */
static enum db_result change_name_text(struct writer *writer, int64_t article,
                                       enum statement statement)
{
    struct db_query *names = writer->queries[GET_NAMES];
    struct db_query *query = writer->queries[statement];
    db_bind_long(names, 1, article);
    enum db_result result = db_step(names);
    if (result != DB_ROW)
        return result;
    buf_clear(&writer->text);
    buf_printf(&writer->text, "%s\n%s\n", db_text(names, 0), db_text(names, 1));
    add_folded_lines(&writer->text, db_text(names, 2));
    add_code_lines(&writer->text, db_text(names, 3));
    db_reset(names);
    db_bind_long(query, 1, article);
    db_bind_text_n(query, 2, writer->text.data, writer->text.n_bytes);
    return db_do(query);
}

/* Returns the number of articles with an id, but at most 3. */
static int64_t count_named(struct writer *writer, const char *name)
{
    struct db_query *query = writer->queries[COUNT_NAMED];
    db_bind_text(query, 1, name);
    int64_t n = 0;
    if (db_step(query) == DB_ROW) {
        n = db_long(query, 0);
        db_reset(query);
    }
    return n;
}

static enum db_result set_shared(struct writer *writer, const char *name,
                                 bool is_shared)
{
    struct db_query *query = writer->queries[SET_SHARED];
    db_bind_text(query, 1, name);
    db_bind_long(query, 2, is_shared);
    return db_do(query);
}

/* Lists the article, which has been added to the table article. The second
 * article with an id marks the first as sharing it; later ones find the others
 * marked already. */
enum db_result writer_list(struct writer *writer, const struct listed *listed,
                           const struct meta *meta)
{
    struct db_query *query = writer->queries[ADD_TO_LIST];
    int64_t n_named = count_named(writer, listed->id);
    char updated[11] = "";
    if (meta)
        date_format(&meta->updated, updated);
    buf_clear(&writer->text);
    add_words(&writer->text, listed, meta);
    count_id_words(writer, listed->name_key.data);
    db_bind_text(query, 1, listed->sort_title.data);
    db_bind_text(query, 2, listed->lang);
    db_bind_long(query, 3, writer->next_article);
    db_bind_text(query, 4, updated);
    db_bind_long(query, 5, meta ? meta->type : TYPE_NONE);
    db_bind_text_n(query, 6, writer->text.data, writer->text.n_bytes);
    db_bind_long(query, 7, n_named > 1);
    enum db_result result = db_do(query);
    if (result == DB_DONE)
        result = change_name_text(writer, writer->next_article, ADD_NAME_TEXT);
    if (result == DB_DONE && n_named == 2)
        result = set_shared(writer, listed->id, true);
    return result;
}

enum db_result writer_update_mark(struct writer *writer, const char *name)
{
    return count_named(writer, name) == 1 ? set_shared(writer, name, false)
                                          : DB_DONE;
}

enum db_result writer_mark(struct writer *writer, const char *id)
{
    return set_shared(writer, id, count_named(writer, id) > 1);
}

/* Replaces the id in the words that a filter searches, where it is the first
 * line. */
static enum db_result rename_in_list(struct writer *writer, int64_t article,
                                     const char *id)
{
    struct db_query *query = writer->queries[RENAME_IN_LIST];
    buf_clear(&writer->text);
    add_folded(&writer->text, id);
    db_bind_long(query, 1, article);
    db_bind_text(query, 2, writer->text.data);
    return db_do(query);
}

enum db_result writer_rename(struct writer *writer, int64_t article,
                             const char *id, const char *base)
{
    struct db_query *query = writer->queries[RENAME_ARTICLE];
    struct buf key;
    enum db_result result = change_name_text(writer, article, REMOVE_NAME_TEXT);
    buf_init(&key);
    name_key(id, &key);
    count_id_words(writer, key.data);
    db_bind_long(query, 1, article);
    db_bind_text(query, 2, id);
    db_bind_text(query, 3, writer_name_key(id, &key));
    db_bind_text(query, 4, strcmp(id, base) ? base : NULL);
    if (result == DB_DONE)
        result = db_do(query);
    if (result == DB_DONE)
        result = change_name_text(writer, article, ADD_NAME_TEXT);
    if (result == DB_DONE)
        result = rename_in_list(writer, article, id);
    buf_finish(&key);
    return result;
}

/* Returns the folded name of a publisher and, on a second line, the initials of
 * its capitalized words: "ndc" for "National Diabetes Centre". */
static char *publisher_key(const char *name)
{
    struct buf key;
    bool begins = true;
    buf_init(&key);
    fold_text(name, strlen(name), FOLD_ALL, &key);
    buf_add_char(&key, '\n');
    for (; *name; begins = !ascii_is_alnum(*name), name++)
        if (begins && ascii_is_upper(*name))
            buf_add_char(&key, ascii_lower(*name));
    return buf_steal(&key);
}

/* Runs a query for a number. Returns 0 if there is none or it fails. */
static int64_t number_of(struct db_query *query)
{
    int64_t number = db_step(query) == DB_ROW ? db_long(query, 0) : 0;
    db_reset(query);
    return number;
}

void writer_find_publisher(struct writer *writer, const char *name)
{
    struct db_query *get = writer->queries[GET_PUBLISHER];
    struct db_query *add = writer->queries[ADD_PUBLISHER];
    writer->publisher = 0;
    if (!name || !*name)
        return;
    db_bind_text(get, 1, name);
    writer->publisher = number_of(get);
    if (writer->publisher)
        return;
    char *folded = publisher_key(name);
    db_bind_text(add, 1, name);
    db_bind_text(add, 2, folded);
    writer->publisher = number_of(add);
    free(folded);
}

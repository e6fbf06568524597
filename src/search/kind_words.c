/* Compares the table of words that ask for a kind of section with a query. */
#include "search/kind_words.h"

#include <string.h>

#define SHORT_QUERY 5 /* terms; abbreviations are read up to here */
#define PREFIX_MIN 3  /* letters of a prefix of a kind's name */

static bool is_same(const char *text, const char *word, size_t n_bytes)
{
    return !strncmp(text, word, n_bytes) && !text[n_bytes];
}

/* Returns the number of words if they occur in the query from term i on, else
 * 0. */
static size_t phrase_length_at(const struct query *query, size_t i,
                               const char *words)
{
    size_t n = 0;
    while (*words) {
        size_t n_bytes = strcspn(words, " ");
        if (i + n >= query->n_terms)
            return 0;
        const struct query_term *term = &query->terms[i + n];
        if (term->type != QUERY_WORD ||
            (!is_same(term->stems, words, n_bytes) &&
             !is_same(term->text, words, n_bytes)))
            return 0;
        n++;
        words += n_bytes + (words[n_bytes] == ' ');
    }
    return n;
}

static bool is_at_end(const struct query *query, size_t i)
{
    return (i == 0 || i + 1 == query->n_terms) && query->n_terms > 1 &&
           query->n_terms <= SHORT_QUERY;
}

static const struct kind_word *longest_at(const struct query *query, size_t i,
                                          size_t *n)
{
    const struct kind_word *found = NULL;
    *n = 0;
    for (const struct kind_word *row = kind_words; *row->words; row++) {
        size_t here = phrase_length_at(query, i, row->words);
        if (here <= *n || (row->is_short && !is_at_end(query, i)))
            continue;
        *n = here;
        found = row;
    }
    return found;
}

/* Recognizes "what ... for". */
static bool asks_for_uses(const struct query *query, size_t i)
{
    return i > 1 && i + 1 == query->n_terms &&
           !strcmp(query->terms[i].text, "for") &&
           !strcmp(query->terms[0].text, "what");
}

void kind_words_read(struct query *query, size_t i)
{
    size_t n;
    const struct kind_word *row = longest_at(query, i, &n);
    if (asks_for_uses(query, i)) {
        query->terms[i].asks = KIND_USES;
        query->terms[i].asks_clearly = true;
        return;
    }
    if (!row)
        return;
    query->terms[i].asks = row->kind;
    query->terms[i].asks_also = row->also;
    query->terms[i].asks_vaguely = row->is_vague;
    query->terms[i].asks_briefly = row->is_short;
    query->terms[i].asks_clearly =
        row->is_short || row->kind == KIND_PREGNANCY ||
        (n > 2 && !row->is_vague && row->kind != KIND_OVERVIEW);
    for (size_t k = i; k < i + n; k++)
        query->terms[k].names_kind = !row->is_topic;
}

enum kind kind_words_of_phrase(const char *stems)
{
    for (const struct kind_word *row = kind_words; *row->words; row++)
        if (!strcmp(row->words, stems))
            return row->kind;
    return KIND_NONE;
}

/* Returns the kind whose name, or words in the table, begin with a prefix.
 * Returns KIND_NONE if there is none or more than one. */
static enum kind kind_with_prefix(const char *prefix)
{
    enum kind kinds[KIND_COUNT], kind = KIND_NONE;
    size_t n_bytes = strlen(prefix), n = 0;
    if (n_bytes < PREFIX_MIN)
        return KIND_NONE;
    n = kind_find_beginning(prefix, kinds);
    if (n > 1)
        return KIND_NONE;
    kind = n ? kinds[0] : KIND_NONE;
    for (const struct kind_word *row = kind_words; *row->words; row++) {
        if (row->is_short || row->is_vague || row->is_topic ||
            strncmp(row->words, prefix, n_bytes) != 0)
            continue;
        if (kind != KIND_NONE && row->kind != kind)
            return KIND_NONE;
        kind = row->kind;
    }
    return kind;
}

enum kind kind_words_whole(const struct query *query)
{
    for (const struct kind_word *row = kind_words; *row->words; row++)
        if (query->n_terms &&
            phrase_length_at(query, 0, row->words) == query->n_terms)
            return row->kind;
    return query->n_terms == 1 ? kind_with_prefix(query->terms[0].text)
                               : KIND_NONE;
}

static bool begins_name(struct db *db, const char *text)
{
    struct db_query *query =
        db_query(db, "SELECT 1 FROM word WHERE word>=?1"
                     " AND word<?1||char(1114111) AND n>0 LIMIT 1");
    db_bind_text(query, 1, text);
    bool found = db_step(query) == DB_ROW;
    db_query_free(query);
    return found;
}

/* Returns whether another term of the query says what it is about. */
static bool has_topic(const struct query *query, size_t except)
{
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        if (i != except && term->type != QUERY_NOT && !term->is_stop_word &&
            !term->names_kind)
            return true;
    }
    return false;
}

/* Reads the prefix of a kind's name: "warf contra", "contra warf". */
static void read_prefix(struct query *query, size_t i, struct db *db)
{
    struct query_term *term = &query->terms[i];
    if (term->type != QUERY_WORD || term->is_stop_word || term->in_name ||
        term->in_fixed || term->asks != KIND_NONE)
        return;
    enum kind kind = kind_with_prefix(term->text);
    if (kind == KIND_NONE ||
        (!has_topic(query, i) && begins_name(db, term->text)))
        return;
    term->asks = kind;
    term->asks_briefly = true;
    term->names_kind = true;
}

/* A query that consists of words for a kind lists the sections of that kind:
 * the words become a filter. */
static void become_filter(struct query *query, struct db *db)
{
    const struct query_term *asking = NULL;
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        if (term->asks != KIND_NONE && !term->asks_vaguely && !asking)
            asking = term;
        if (term->type != QUERY_WORD ||
            (!term->names_kind &&
             (term->asks == KIND_NONE || kind_find(term->text) != term->asks)))
            return;
    }
    if (!asking || begins_name(db, asking->text))
        return;
    query->kind = asking->asks;
    query->is_kind_alone = true;
    query->n_terms = 0;
}

void kind_words_complete(struct query *query, struct db *db)
{
    if (!query->n_terms || query->n_terms > SHORT_QUERY)
        return;
    read_prefix(query, 0, db);
    read_prefix(query, query->n_terms - 1, db);
    if (query->kind == KIND_NONE)
        become_filter(query, db);
}

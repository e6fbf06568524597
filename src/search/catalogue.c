/* Which articles the list has, in which order. */
#include "search/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/mem.h"
#include "base/strs.h"
#include "library/name.h"
#include "search/index_data.h"

#define FILTER_WORDS_MAX 16
#define FIRST_WORD 2 /* the parameter; the one before is the language */

static const char *const orders[N_SORTS] = {
    [SORT_TITLE] = "l.title, l.lang, l.article",
    [SORT_NEWEST] = "l.updated DESC, l.title, l.lang, l.article",
    [SORT_TYPE] = "l.type, l.title, l.lang, l.article",
};

/* Conditions on an article, by its alias: does an earlier folder hide it, how
 * much is its language liked? */
#define HIDDEN(x)                                                              \
    "EXISTS(SELECT 1 FROM article s WHERE s.name=" x ".name"                   \
    " AND s.lang=" x ".lang COLLATE NOCASE AND s.id<>" x ".id"                 \
    " AND (s.root<" x ".root OR (s.root=" x ".root AND s.path<" x ".path)))"
#define LIKED(x)                                                               \
    "CASE WHEN " x ".lang=?1 COLLATE NOCASE OR " x ".lang LIKE ?1||'-%'"       \
    " THEN 2 WHEN " x ".lang='en' COLLATE NOCASE OR " x ".lang LIKE 'en-%'"    \
    " THEN 1 ELSE 0 END"

/* A translation is left out when there is a better one that matches. */
static const char better_start[] =
    " AND (l.together=0 OR NOT EXISTS(SELECT 1 FROM article a"
    " JOIN article b ON b.name=a.name AND b.id<>a.id"
    " JOIN list m ON m.title=b.sort_title AND m.lang=b.lang AND m.article=b.id"
    " WHERE a.id=l.article AND a.problem IS NULL AND b.problem IS NULL"
    " AND (" LIKED("b") ", a.lang COLLATE NOCASE, a.root, a.path) >"
                        " (" LIKED("a") ", b.lang, b.root, b.path)"
                                        " AND NOT " HIDDEN(
                                            "a") " AND NOT " HIDDEN("b");

static void add_match(struct buf *out, const char *alias, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++)
        buf_printf(out, " AND (instr(%s.title,?%zu) OR instr(%s.words,?%zu))",
                   alias, i + FIRST_WORD, alias, i + FIRST_WORD);
}

/* What a filter lists comes in parts: where words of the title begin so, where
 * the title has them anywhere, where only what else an article is called has.
 */
enum part { PART_ALL, PART_BEGINS, PART_IN_TITLE, PART_ELSEWHERE };

static void add_begins(struct buf *out, size_t n_words)
{
    buf_add(out, "(1");
    for (size_t i = 0; i < n_words; i++)
        buf_printf(out, " AND instr(' '||l.title,' '||?%zu)", i + FIRST_WORD);
    buf_add(out, ")");
}

static void add_in_title(struct buf *out, size_t n_words)
{
    buf_add(out, "(1");
    for (size_t i = 0; i < n_words; i++)
        buf_printf(out, " AND instr(l.title,?%zu)", i + FIRST_WORD);
    buf_add(out, ")");
}

static void add_part_condition(struct buf *out, enum part part, size_t n_words)
{
    switch (part) {
    case PART_ALL: break;
    case PART_BEGINS:
        buf_add(out, " AND ");
        add_begins(out, n_words);
        break;
    case PART_IN_TITLE:
        buf_add(out, " AND ");
        add_in_title(out, n_words);
        buf_add(out, " AND NOT ");
        add_begins(out, n_words);
        break;
    case PART_ELSEWHERE:
        add_match(out, "l", n_words);
        buf_add(out, " AND NOT ");
        add_in_title(out, n_words);
        break;
    }
}

static char *make_sql(const struct catalogue_options *options, size_t n_words,
                      enum part part)
{
    struct buf sql;
    buf_init(&sql);
    buf_add(&sql, "SELECT l.article FROM list l WHERE 1");
    add_part_condition(&sql, part, n_words);
    buf_add(&sql, better_start);
    add_match(&sql, "m", n_words);
    buf_printf(&sql, ")) ORDER BY %s", orders[options->sort]);
    if (options->n_max)
        buf_printf(&sql, " LIMIT %zu", options->n_max + 1);
    return buf_steal(&sql);
}

static void find_words(const char *filter, struct strs *words)
{
    char *folded = fold_string(filter, FOLD_ALL), *rest = folded, *word;
    while ((word = strsep(&rest, " ")))
        if (*word && words->n < FILTER_WORDS_MAX)
            strs_add(words, word);
    free(folded);
}

static struct db_query *make_query(struct index *index,
                                   const struct catalogue_options *options,
                                   const struct strs *words, enum part part)
{
    const char *locale = name_locale_language();
    char *sql = make_sql(options, words->n, part);
    struct db_query *query = db_query(index->db, sql);
    db_bind_text_n(query, 1, locale, strcspn(locale, "-_.@"));
    for (size_t i = 0; i < words->n; i++)
        db_bind_text(query, (int)i + FIRST_WORD, words->items[i]);
    free(sql);
    return query;
}

/* A catalogue that is being filled. */
struct listing {
    struct index *index;
    const struct catalogue_options *options;
    struct strs words; /* of the filter */
    struct catalogue *out;
    size_t capacity;
};

/* DB_DONE at the end and at the limit. */
static enum db_result add_part(struct listing *listing, enum part part)
{
    struct db_query *query =
        make_query(listing->index, listing->options, &listing->words, part);
    enum db_result result = query ? DB_ROW : db_last_result(listing->index->db);
    struct catalogue *out = listing->out;
    size_t n_max = listing->options->n_max;
    while (result == DB_ROW && out->is_whole &&
           (result = db_step(query)) == DB_ROW) {
        out->is_whole = !n_max || out->n < n_max;
        if (!out->is_whole)
            break;
        out->articles = mem_grow(out->articles, out->n, &listing->capacity,
                                 sizeof *out->articles);
        out->articles[out->n++] = db_long(query, 0);
    }
    db_query_free(query);
    return result == DB_ROW ? DB_DONE : result;
}

static enum db_result try_list(struct index *index,
                               const struct catalogue_options *options,
                               struct catalogue *out)
{
    struct listing listing = {.index = index, .options = options, .out = out};
    enum db_result result;
    *out = (struct catalogue){.is_whole = true};
    strs_init(&listing.words);
    find_words(options->filter ? options->filter : "", &listing.words);
    if (listing.words.n) {
        result = add_part(&listing, PART_BEGINS);
        if (result == DB_DONE)
            result = add_part(&listing, PART_IN_TITLE);
        if (result == DB_DONE)
            result = add_part(&listing, PART_ELSEWHERE);
    } else {
        result = add_part(&listing, PART_ALL);
    }
    strs_finish(&listing.words);
    return result;
}

bool catalogue_list(struct index *index,
                    const struct catalogue_options *options,
                    struct catalogue *out)
{
    struct catalogue list;
    enum db_result result;
    if (!index_refresh(index))
        return false;
    do {
        db_on_step(index->db, options->stop, options->context);
        result = try_list(index, options, &list);
        db_on_step(index->db, NULL, NULL);
        if (result == DB_DONE) {
            catalogue_finish(out);
            *out = list;
            return true;
        }
        catalogue_finish(&list);
    } while (index_mend(index, result));
    return false;
}

void catalogue_finish(struct catalogue *catalogue)
{
    free(catalogue->articles);
    *catalogue = (struct catalogue){0};
}

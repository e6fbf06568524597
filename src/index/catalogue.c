/* Lists the articles of the library, sorted and filtered. */
#include "index/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/mem.h"
#include "base/strs.h"
#include "library/name.h"
#include "index/index_data.h"
#include "index/schema.h"

#define FILTER_WORDS_MAX 16
#define LAST_CODE_POINT "\xf4\x8f\xbf\xbf"
#define FIRST_WORD                                                             \
    2 /* number of its SQL parameter; the one before it is the language */

static const char *const orders[N_SORTS] = {
    [SORT_TITLE] = "l.title, l.lang, l.article",
    [SORT_NEWEST] = "l.updated DESC, l.title, l.lang, l.article",
    [SORT_TYPE] = "l.type, l.title, l.lang, l.article",
};

/* SQL expressions for an article, given its table alias: whether an earlier
 * folder hides it, and the rank of its language: 2 for the locale's, 1 for
 * English, else 0. */
#define HIDDEN(x)                                                              \
    "EXISTS(SELECT 1 FROM article s WHERE s.name=" x ".name"                   \
    " AND s.lang=" x ".lang COLLATE NOCASE AND s.id<>" x ".id"                 \
    " AND (s.root<" x ".root OR (s.root=" x ".root AND s.path<" x ".path)))"
#define LANGUAGE_RANK(x)                                                       \
    "CASE WHEN " x ".lang=?1 COLLATE NOCASE OR " x ".lang LIKE ?1||'-%'"       \
    " THEN 2 WHEN " x ".lang='en' COLLATE NOCASE OR " x ".lang LIKE 'en-%'"    \
    " THEN 1 ELSE 0 END"

/* Leaves out a translation if a better one matches as well. */
static const char better_start[] =
    " AND (l.shares_name=0 OR NOT EXISTS(SELECT 1 FROM article a"
    " JOIN article b ON b.name=a.name AND b.id<>a.id"
    " JOIN list m ON m.title=" SORT_TITLE(
        "b") " AND m.lang=b.lang AND m.article=b.id"
             " WHERE a.id=l.article AND a.problem IS NULL AND b.problem IS NULL"
             " AND (" LANGUAGE_RANK(
                 "b") ", a.lang COLLATE NOCASE, a.root, a.path) >"
                      " (" LANGUAGE_RANK("a") ", b.lang, b.root, b.path)"
                                              " AND NOT " HIDDEN(
                                                  "a") " AND NOT " HIDDEN("b");

static void add_match(struct buf *out, const char *alias, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++)
        buf_printf(out, " AND (instr(%s.title,?%zu) OR instr(%s.words,?%zu))",
                   alias, i + FIRST_WORD, alias, i + FIRST_WORD);
}

/* A filtered list has four parts: articles whose title begins with the whole
 * filter (the shortest of which is the filter itself), articles with title
 * words that begin with the words of the filter, articles with titles that
 * contain them, and articles that contain them elsewhere. */
enum part { PART_STARTS, PART_BEGINS, PART_IN_TITLE, PART_ELSEWHERE, N_PARTS };

/* Adds the condition that the title begins with the whole filter. The
 * parameters for its bounds follow those for its words. */
static void add_starts(struct buf *out, size_t n_words)
{
    buf_printf(out, "l.title>=?%zu AND l.title<?%zu", n_words + FIRST_WORD,
               n_words + FIRST_WORD + 1);
}

static void add_part(struct buf *out, size_t n_words)
{
    buf_add(out, "CASE WHEN ");
    add_starts(out, n_words);
    buf_printf(out, " THEN %d WHEN 1", PART_STARTS);
    for (size_t i = 0; i < n_words; i++)
        buf_printf(out, " AND instr(' '||l.title,' '||?%zu)", i + FIRST_WORD);
    buf_printf(out, " THEN %d WHEN 1", PART_BEGINS);
    for (size_t i = 0; i < n_words; i++)
        buf_printf(out, " AND instr(l.title,?%zu)", i + FIRST_WORD);
    buf_printf(out, " THEN %d ELSE %d END", PART_IN_TITLE, PART_ELSEWHERE);
}

static char *make_sql(const struct catalogue_options *options, size_t n_words,
                      bool starts)
{
    struct buf sql;
    buf_init(&sql);
    buf_add(&sql, "SELECT l.article, ");
    add_part(&sql, n_words);
    buf_add(&sql, " FROM list l WHERE ");
    if (starts)
        add_starts(&sql, n_words);
    else
        buf_add(&sql, "1");
    add_match(&sql, "l", n_words);
    buf_add(&sql, better_start);
    add_match(&sql, "m", n_words);
    buf_printf(&sql, ")) ORDER BY %s", orders[options->sort]);
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

/* Binds the words of a filter, and the bounds of titles that begin with all of
 * it. */
static void bind_filter(struct db_query *query, const struct strs *words)
{
    struct buf start;
    buf_init(&start);
    int n = FIRST_WORD;
    for (size_t i = 0; i < words->n; i++) {
        db_bind_text(query, n++, words->items[i]);
        buf_printf(&start, "%s%s", i ? " " : "", words->items[i]);
    }
    db_bind_text(query, n++, start.data);
    buf_add(&start, words->n ? LAST_CODE_POINT : "");
    db_bind_text(query, n, start.data);
    buf_finish(&start);
}

/* Prepares the query. starts: only for titles that begin with the filter, which
 * an SQL index finds. */
static struct db_query *make_query(struct index *index,
                                   const struct catalogue_options *options,
                                   bool starts)
{
    const char *locale = name_locale_language();
    struct strs words;
    strs_init(&words);
    find_words(options->filter ? options->filter : "", &words);
    char *sql = make_sql(options, words.n, starts);
    struct db_query *query = db_query(index->db, sql);
    db_bind_text_n(query, 1, locale, strcspn(locale, "-_.@"));
    bind_filter(query, &words);
    free(sql);
    strs_finish(&words);
    return query;
}

/* A part of a catalogue that is being filled. */
struct listed_part {
    int64_t *articles;
    size_t n, capacity;
};

static void add_article(struct listed_part *part, int64_t article)
{
    part->articles = mem_grow(part->articles, part->n, &part->capacity,
                              sizeof *part->articles);
    part->articles[part->n++] = article;
}

/* Reads rows until the first two parts alone exceed the limit. Skips rows of
 * the very first part if it has been read before. */
static enum db_result read_parts(struct db_query *query, size_t n_max,
                                 struct listed_part *parts)
{
    enum db_result result;
    size_t n_before = parts[PART_STARTS].n;
    while ((result = db_step(query)) == DB_ROW) {
        int64_t part = db_long(query, 1);
        if (part != PART_STARTS || !n_before)
            add_article(&parts[part], db_long(query, 0));
        if (n_max && parts[PART_STARTS].n + parts[PART_BEGINS].n > n_max)
            return DB_DONE;
    }
    return result;
}

static enum db_result run(struct index *index,
                          const struct catalogue_options *options, bool starts,
                          struct listed_part *parts)
{
    struct db_query *query = make_query(index, options, starts);
    enum db_result result = query ? read_parts(query, options->n_max, parts)
                                  : db_last_result(index->db);
    db_query_free(query);
    return result;
}

/* Appends the other parts to the first, which becomes the catalogue. */
static void join_parts(struct listed_part *parts, size_t n_max,
                       struct catalogue *out)
{
    struct listed_part *all = &parts[0];
    for (int i = 1; i < N_PARTS; i++)
        for (size_t j = 0; j < parts[i].n; j++)
            add_article(all, parts[i].articles[j]);
    out->articles = all->articles;
    out->is_whole = !n_max || all->n <= n_max;
    out->n = out->is_whole ? all->n : n_max;
    *all = (struct listed_part){0};
}

static enum db_result try_list(struct index *index,
                               const struct catalogue_options *options,
                               struct catalogue *out)
{
    struct listed_part parts[N_PARTS] = {0};
    bool starts = options->n_max && options->filter;
    enum db_result result = starts ? run(index, options, true, parts) : DB_DONE;
    if (result == DB_DONE &&
        (!starts || parts[PART_STARTS].n <= options->n_max))
        result = run(index, options, false, parts);
    *out = (struct catalogue){0};
    if (result == DB_DONE)
        join_parts(parts, options->n_max, out);
    for (int i = 0; i < N_PARTS; i++)
        free(parts[i].articles);
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
        bool is_mended = index_mend(index, result);
        if (result == DB_DONE && !is_mended) {
            catalogue_finish(out);
            *out = list;
            return true;
        }
        catalogue_finish(&list);
        if (!is_mended)
            return false;
    } while (true);
}

void catalogue_finish(struct catalogue *catalogue)
{
    free(catalogue->articles);
    *catalogue = (struct catalogue){0};
}

/* A search, from beginning to end. */
#include "search/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "library/name.h"
#include "search/absent.h"
#include "search/asking.h"
#include "search/change.h"
#include "search/filter.h"
#include "index/index_data.h"
#include "search/names.h"
#include "search/seek.h"
#include "search/together.h"

static bool prepare(struct seek *seek)
{
    return fts_set_score(seek->db, "worth", candidates_score, seek);
}

/* The query as " a b c ", each word by what is searched in its place: names
 * are compared with that. */
static void find_stems(struct seek *seek)
{
    double *worths = seek->worths;
    for (size_t i = 0; i < seek->query.n_wants; i++)
        seek->stems[i] = seek->query.wants[i].stems;
    for (size_t i = seek->n_sought; i > 0; i--) {
        const struct sought *sought = &seek->sought[i - 1];
        if (sought->worth > worths[sought->want])
            worths[sought->want] = sought->worth;
        if (!strchr(sought->stems, ' '))
            seek->stems[sought->want] = sought->stems;
    }
    buf_add_char(&seek->spaced, ' ');
    for (size_t i = 0; i < seek->query.n_wants; i++) {
        seek->worth += worths[i];
        if (seek->query.wants[i].type == WANT_NOT)
            continue;
        buf_add(&seek->spaced, seek->stems[i]);
        buf_add_char(&seek->spaced, ' ');
    }
}

bool seek_has_filters(const struct seek *seek)
{
    const struct query *query = &seek->query;
    for (size_t i = 0; i < query->n_wants; i++)
        if (query->wants[i].type != WANT_WORD)
            return true;
    return query->kind != KIND_NONE || query->type != TYPE_NONE || query->lang;
}

static void run(struct seek *seek)
{
    db_run(seek->db, "BEGIN");
    seek->count_stem = db_query(seek->db, "SELECT n FROM stem WHERE stem=?1");
    int64_t n_words =
        db_number(seek->db, "SELECT n FROM counter WHERE name='words'", 0);
    seek->n_sections = index_n_sections(seek->index);
    seek->mean_words =
        seek->n_sections ? (double)n_words / (double)seek->n_sections : 1;
    if (seek->mean_words < 1)
        seek->mean_words = 1;
    names_find_runs(seek);
    seek->query.asks_together = together_named(seek);
    asking_settle(&seek->query);
    choose_sought(seek);
    absent_find(seek);
    find_stems(seek);
    candidates_find(seek);
    if (!seek->results->stopped)
        rank_candidates(seek);
    absent_tell(seek);
    db_query_free(seek->count_stem);
    db_run(seek->db, "COMMIT");
}

/* What the screen marks. */
static void keep_words(struct seek *seek)
{
    struct search_results *results = seek->results;
    const char **words =
        arena_alloc(&results->arena, (seek->n_sought + 1) * sizeof *words);
    double *worths =
        arena_alloc(&results->arena, (seek->n_sought + 1) * sizeof *worths);
    for (size_t i = 0; i < seek->n_sought; i++) {
        const struct sought *sought = &seek->sought[i];
        if (sought->is_start)
            continue;
        worths[results->n_words] = sought->worth;
        words[results->n_words++] =
            arena_strdup(&results->arena, sought->stems);
    }
    results->words = words;
    results->worths = worths;
    results->asked = seek->query.asked;
}

static const char *what_widens(const struct query *query, size_t n_absent)
{
    bool phrase = false, title = false, excluded = false, any = false;
    for (size_t i = 0; i < query->n_wants; i++) {
        phrase = phrase || query->wants[i].type == WANT_PHRASE;
        title = title || query->wants[i].type == WANT_TITLE;
        excluded = excluded || query->wants[i].type == WANT_NOT;
        any = any || query->wants[i].type != WANT_NOT;
    }
    const struct {
        bool is_there;
        const char *advice;
    } advices[] = {
        {query->kind != KIND_NONE, "try it without the kind"},
        {query->type != TYPE_NONE, "try it without type:"},
        {query->lang, "try it without lang:"},
        {query->reviewed.year, "try it without reviewed:"},
        {phrase, "try it without the quotation marks"},
        {title, "try it without title:"},
        {excluded && !any, "say also what to look for"},
        {excluded, "try it without the words after -"},
        {n_absent, "try another name for it, or a wider word"},
        {query->n_wants > 1, "try fewer words"},
        {query->n_wants == 1, "try another word for it"},
    };
    for (size_t i = 0; i < sizeof advices / sizeof *advices; i++)
        if (advices[i].is_there)
            return advices[i].advice;
    return NULL;
}

/* Whatever statement runs ends with it, and the search is worth nothing. */
static bool ask_to_stop(void *context)
{
    struct seek *seek = context;
    const struct search_options *options = seek->options;
    seek->results->stopped =
        seek->results->stopped || options->stop(options->context);
    return seek->results->stopped;
}

/* Filters that filter nothing. */
static void tell_misfit(const struct misfit *misfit,
                        struct search_results *results)
{
    struct buf values;
    if (!misfit->begins) {
        change_add(results, CHANGE_NO_VALUE, misfit->value,
                   filter_noun(misfit->filter));
        return;
    }
    buf_init(&values);
    if (filter_add_values(misfit->filter, misfit->value, &values))
        change_add(results, CHANGE_MAY_BE, misfit->value, values.data);
    else
        change_add(results, CHANGE_VALUES, misfit->filter, values.data);
    buf_finish(&values);
}

/* English, where the locale is none of a language. */
static const char *reader_language(const struct search_options *options)
{
    const char *lang = options->lang ? options->lang : name_locale_language();
    bool none = !*lang || name_same_language(lang, "C") ||
                name_same_language(lang, "POSIX");
    return none ? "en" : lang;
}

static enum db_result try_search(struct index *index, const char *text,
                                 const struct search_options *options,
                                 struct search_results *results)
{
    struct seek *seek = mem_calloc(1, sizeof *seek);
    *seek = (struct seek){
        .index = index,
        .db = index->db,
        .options = options,
        .results = results,
        .lang = reader_language(options),
        .failed = DB_DONE,
    };
    buf_init(&seek->spaced);
    query_init(&seek->query, text, strlen(text));
    for (size_t i = 0; i < seek->query.n_misfits; i++)
        tell_misfit(&seek->query.misfits[i], results);
    if (!query_is_empty(&seek->query) && prepare(seek)) {
        db_on_step(index->db, options->stop ? ask_to_stop : NULL, seek);
        run(seek);
        db_on_step(index->db, NULL, NULL);
    }
    keep_words(seek);
    results->widen =
        results->n ? NULL : what_widens(&seek->query, results->n_absent);
    enum db_result failed = seek->failed;
    query_finish(&seek->query);
    buf_finish(&seek->spaced);
    free(seek);
    return failed;
}

struct search_results *search_run(struct index *index, const char *text,
                                  const struct search_options *options)
{
    struct search_results *results = mem_calloc(1, sizeof *results);
    enum db_result failed = index_refresh(index)
                                ? try_search(index, text, options, results)
                                : DB_FAILED;
    if (index_mend(index, failed)) {
        arena_finish(&results->arena);
        *results = (struct search_results){.mended = true};
    }
    return results;
}

bool search_is_group(const struct search_result *a,
                     const struct search_result *b)
{
    return a->is_asked == b->is_asked && !strcmp(a->path, b->path);
}

bool search_begins_group(const struct search_results *results, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (search_is_group(&results->items[k], &results->items[i]))
            return false;
    return true;
}

void search_results_free(struct search_results *results)
{
    if (!results)
        return;
    arena_finish(&results->arena);
    free(results);
}

struct search_results *
search_results_words(const struct search_results *results)
{
    struct search_results *copy = mem_calloc(1, sizeof *copy);
    size_t n = results->n_words;
    const char **words = arena_alloc(&copy->arena, (n + 1) * sizeof *words);
    double *worths = arena_alloc(&copy->arena, (n + 1) * sizeof *worths);
    for (size_t i = 0; i < n; i++) {
        words[i] = arena_strdup(&copy->arena, results->words[i]);
        worths[i] = results->worths[i];
    }
    copy->words = words;
    copy->worths = worths;
    copy->n_words = n;
    return copy;
}

/* From candidates to results: what a reader looks for first is the article
 * that is named, then the kind of section that is asked for. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "library/name.h"
#include "search/named.h"
#include "search/names.h"
#include "search/score.h"
#include "search/seek.h"
#include "search/translations.h"

/* An article that was met, for all its sections. */
struct met {
    int64_t id;
    struct search_result common; /* what its sections share */
    struct name_match match;
    int64_t n_sections;
    double text_of_name; /* the most that a section of it says the name */
};

/* What a result was made of. */
struct origin {
    const struct candidate *candidate;
    size_t met;
};

struct ranking {
    struct seek *seek;
    struct met *met;
    size_t n_met, capacity;
    struct origin *origins; /* of each result */
    struct db_query *section, *article;
    double best_text;
};

enum article_column {
    ARTICLE_PATH,
    ARTICLE_NAME,
    ARTICLE_LANG,
    ARTICLE_TITLE,
    ARTICLE_NAMES,
    ARTICLE_ORIGIN,
    ARTICLE_TYPE,
    ARTICLE_REVIEWED,
    ARTICLE_N_SECTIONS,
};

static const char article_sql[] =
    "SELECT path, name, lang, title, names, origin, type, reviewed,"
    " n_sections FROM article WHERE id=?1";
static const char section_sql[] =
    "SELECT article, ordinal, kind, heading, anchor, place"
    " FROM section WHERE id=?1";

static bool is_reviewed_then(const struct query *query, const char *reviewed)
{
    struct date date;
    if (!query->reviewed.year)
        return true;
    if (!date_parse(reviewed, &date))
        return false;
    if (!query->reviewed.month)
        date.month = date.day = 0;
    else if (!query->reviewed.day)
        date.day = 0;
    int order = date_compare(&date, &query->reviewed);
    return (order > 0) - (order < 0) == query->reviewed_order;
}

static const char *keep(struct ranking *ranking, int column)
{
    return arena_strdup(&ranking->seek->results->arena,
                        db_text(ranking->article, column));
}

static void read_article(struct ranking *ranking, struct met *met)
{
    struct db_query *query = ranking->article;
    met->common = (struct search_result){
        .path = keep(ranking, ARTICLE_PATH),
        .id = keep(ranking, ARTICLE_NAME),
        .lang = keep(ranking, ARTICLE_LANG),
        .title = keep(ranking, ARTICLE_TITLE),
        .origin = keep(ranking, ARTICLE_ORIGIN),
        .type = (enum article_type)db_long(query, ARTICLE_TYPE),
    };
    met->common.is_foreign =
        !name_same_language(met->common.lang, ranking->seek->lang);
    met->n_sections = db_long(query, ARTICLE_N_SECTIONS);
    names_match(ranking->seek, db_text(query, ARTICLE_NAMES), &met->match);
    if (!is_reviewed_then(&ranking->seek->query,
                          db_text(query, ARTICLE_REVIEWED)))
        met->common.path = NULL;
}

/* The article with an id; NULL if it is not there, or is not wanted. */
static struct met *meet(struct ranking *ranking, int64_t id)
{
    for (size_t i = ranking->n_met; i > 0; i--)
        if (ranking->met[i - 1].id == id)
            return ranking->met[i - 1].common.path ? &ranking->met[i - 1]
                                                   : NULL;
    ranking->met = mem_grow(ranking->met, ranking->n_met, &ranking->capacity,
                            sizeof *ranking->met);
    struct met *met = &ranking->met[ranking->n_met++];
    *met = (struct met){.id = id};
    db_bind_long(ranking->article, 1, id);
    if (db_step(ranking->article) == DB_ROW) {
        read_article(ranking, met);
        db_reset(ranking->article);
    }
    return met->common.path ? met : NULL;
}

/* False for a row that is dead or not wanted. */
static bool make_result(struct ranking *ranking,
                        const struct candidate *candidate,
                        struct search_result *result, struct origin *origin)
{
    struct db_query *query = ranking->section;
    struct arena *arena = &ranking->seek->results->arena;
    db_bind_long(query, 1, candidate->section);
    if (db_step(query) != DB_ROW)
        return false;
    struct met *met = meet(ranking, db_long(query, 0));
    if (met) {
        *result = met->common;
        result->section = (size_t)db_long(query, 1);
        result->kind = (enum kind)db_long(query, 2);
        result->heading = arena_strdup(arena, db_text(query, 3));
        result->anchor = arena_strdup(arena, db_text(query, 4));
        result->place = (size_t)db_long(query, 5);
        met->text_of_name = fmax(met->text_of_name, candidate->text_of_name);
        *origin = (struct origin){candidate, (size_t)(met - ranking->met)};
    }
    db_reset(query);
    return met;
}

static int by_score(const void *a, const void *b)
{
    const struct search_result *x = a, *y = b;
    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    int order = strcmp(x->path, y->path);
    return order ? order
                 : (x->section > y->section) - (x->section < y->section);
}

static void add_results(struct ranking *ranking,
                        const struct candidate *candidates, size_t n)
{
    struct search_results *results = ranking->seek->results;
    for (size_t i = 0; i < n; i++)
        results->n +=
            make_result(ranking, &candidates[i], &results->items[results->n],
                        &ranking->origins[results->n]);
}

static void score_results(struct ranking *ranking)
{
    struct search_results *results = ranking->seek->results;
    for (size_t i = 0; i < results->n; i++) {
        const struct origin *origin = &ranking->origins[i];
        const struct met *met = &ranking->met[origin->met];
        score_result(
            &(struct evidence){
                .seek = ranking->seek,
                .best_text = ranking->best_text,
                .text_of_name = met->text_of_name,
                .match = &met->match,
                .candidate = origin->candidate,
                .is_whole = met->n_sections == 1,
            },
            &results->items[i]);
    }
}

static void find_best_text(struct ranking *ranking,
                           const struct candidate *candidates, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ranking->best_text = fmax(ranking->best_text, candidates[i].text);
}

void rank_candidates(struct seek *seek)
{
    struct ranking ranking = {
        .seek = seek,
        .section = db_query(seek->db, section_sql),
        .article = db_query(seek->db, article_sql),
    };
    struct search_results *results = seek->results;
    if (!seek_has_filters(seek))
        named_find(seek);
    find_best_text(&ranking, seek->candidates, seek->n_candidates);
    find_best_text(&ranking, seek->named, seek->n_named);
    size_t n_most = seek->n_candidates + seek->n_named;
    results->items =
        arena_alloc(&results->arena, (n_most + 1) * sizeof *results->items);
    ranking.origins = mem_calloc(n_most + 1, sizeof *ranking.origins);
    add_results(&ranking, seek->candidates, seek->n_candidates);
    add_results(&ranking, seek->named, seek->n_named);
    score_results(&ranking);
    if (!seek->query.lang)
        translations_choose(seek);
    if (results->n > 1)
        qsort(results->items, results->n, sizeof *results->items, by_score);
    size_t n_max = seek->options->n_max ? seek->options->n_max : 50;
    if (seek->n_candidates < CANDIDATES_MAX)
        results->n_found = results->n;
    if (results->n > n_max)
        results->n = n_max;
    db_query_free(ranking.section);
    db_query_free(ranking.article);
    free(ranking.origins);
    free(ranking.met);
}

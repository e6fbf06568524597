/* Turns candidates into results, scores and sorts them. */
#include "search/ranking.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "index/terms.h"
#include "library/name.h"
#include "search/publishers.h"
#include "search/score.h"
#include "search/translations.h"

#define RESULTS_MAX 50
#define URGENT_SHARE 0.75
#define URGENT_SCORE 1.0

/* An article with a candidate, read once for all of its sections. */
struct ranked_article {
    int64_t id;
    struct search_result
        /* What the results of its sections share. The path is NULL if the
         * article is filtered out. */
        common;
    struct title_match match;
    int64_t n_sections;
    bool is_exact;        /* its title is the whole query */
    double text_of_names; /* highest of its sections */
};

/* What a result was made from. */
struct origin {
    const struct candidate *candidate;
    size_t article;
};

struct ranking {
    const struct candidates *candidates;
    struct search_results *results;
    struct ranked_article *articles;
    size_t n_articles, capacity;
    struct origin *origins; /* one for each result */
    struct kind_weights weights[TYPE_COUNT];
    bool has_weights[TYPE_COUNT];
    struct db_query *section, *article; /* statements that read one row */
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
    ARTICLE_PUBLISHER,
    ARTICLE_UPDATED,
};

static const char article_sql[] =
    "SELECT path, name, lang, title, names, origin, type, reviewed,"
    " n_sections, publisher, updated FROM article WHERE id=?1";
static const char section_sql[] =
    "SELECT article, ordinal, kind, heading, anchor, place"
    " FROM section WHERE id=?1";

static const char end_sql[] =
    "SELECT n.place FROM section s JOIN section n"
    " ON n.id=s.id+1 AND n.article=s.article WHERE s.id=?1";

static bool matches_review_date(const struct query *query, const char *reviewed)
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

/* Checks the publisher again: the MATCH expression leaves the filter out if too
 * many publishers match it. */
static bool is_published_by(const struct lookups *lookups,
                            const char *publisher)
{
    const char *part = lookups->query->publisher;
    return !part || publishers_has(lookups->context->db, publisher, part);
}

static const char *copy_column(struct ranking *ranking, int column)
{
    return arena_strdup(&ranking->results->arena,
                        db_text(ranking->article, column));
}

/* Returns whether the query has exactly the words of a title, in order. */
static bool is_exact_title(const struct query *query, const char *title)
{
    struct buf words, typed;
    buf_init(&words);
    buf_init(&typed);
    terms_add_words(title, strlen(title), &words);
    for (size_t i = 0; i < query->n_terms; i++)
        buf_printf(&typed, "%s%s", i ? " " : "", query->terms[i].text);
    bool is = words.n_bytes && !strcmp(words.data, typed.data);
    buf_finish(&words);
    buf_finish(&typed);
    return is;
}

static void read_article(struct ranking *ranking,
                         struct ranked_article *article)
{
    const struct lookups *lookups = ranking->candidates->lookups;
    struct db_query *query = ranking->article;
    article->common = (struct search_result){
        .path = copy_column(ranking, ARTICLE_PATH),
        .id = copy_column(ranking, ARTICLE_NAME),
        .lang = copy_column(ranking, ARTICLE_LANG),
        .title = copy_column(ranking, ARTICLE_TITLE),
        .origin = copy_column(ranking, ARTICLE_ORIGIN),
        .type = (enum article_type)db_long(query, ARTICLE_TYPE),
        .publisher = copy_column(ranking, ARTICLE_PUBLISHER),
        .year = atoi(db_text(query, ARTICLE_UPDATED)),
    };
    article->common.is_foreign =
        !name_same_language(article->common.lang, lookups->context->lang);
    article->n_sections = db_long(query, ARTICLE_N_SECTIONS);
    article->is_exact = is_exact_title(lookups->query, article->common.title);
    title_match(lookups, db_text(query, ARTICLE_NAMES), &article->match);
    if (!matches_review_date(lookups->query,
                             db_text(query, ARTICLE_REVIEWED)) ||
        !is_published_by(lookups, article->common.publisher))
        article->common.path = NULL;
}

/* Returns the article with an id, or NULL if it does not exist or is filtered
 * out. */
static struct ranked_article *find_article(struct ranking *ranking, int64_t id)
{
    for (size_t i = ranking->n_articles; i > 0; i--)
        if (ranking->articles[i - 1].id == id)
            return ranking->articles[i - 1].common.path
                       ? &ranking->articles[i - 1]
                       : NULL;
    ranking->articles = mem_grow(ranking->articles, ranking->n_articles,
                                 &ranking->capacity, sizeof *ranking->articles);
    struct ranked_article *article = &ranking->articles[ranking->n_articles++];
    *article = (struct ranked_article){.id = id};
    db_bind_long(ranking->article, 1, id);
    if (db_step(ranking->article) == DB_ROW) {
        read_article(ranking, article);
        db_reset(ranking->article);
    }
    return article->common.path ? article : NULL;
}

/* Returns false if the section no longer exists or its article is filtered
 * out. */
static bool make_result(struct ranking *ranking,
                        const struct candidate *candidate,
                        struct search_result *result, struct origin *origin)
{
    struct db_query *query = ranking->section;
    struct arena *arena = &ranking->results->arena;
    db_bind_long(query, 1, candidate->section);
    if (db_step(query) != DB_ROW)
        return false;
    struct ranked_article *article = find_article(ranking, db_long(query, 0));
    if (article) {
        *result = article->common;
        result->section = (size_t)db_long(query, 1);
        result->kind = (enum kind)db_long(query, 2);
        result->heading = arena_strdup(arena, db_text(query, 3));
        result->anchor = arena_strdup(arena, db_text(query, 4));
        result->place = (size_t)db_long(query, 5);
        result->row = candidate->section;
        article->text_of_names =
            fmax(article->text_of_names, candidate->text_of_names);
        *origin =
            (struct origin){candidate, (size_t)(article - ranking->articles)};
    }
    db_reset(query);
    return article;
}

int search_urgent_rank(const struct search_result *result)
{
    bool is_named = result->is_titled || result->parts[PART_EXACT] > 0;
    return is_named ? 0 : result->type == TYPE_CONDITION ? 1 : 2;
}

static int by_score(const void *a, const void *b)
{
    const struct search_result *x = a, *y = b;
    int rank = search_urgent_rank(x) - search_urgent_rank(y);
    if (x->is_urgent != y->is_urgent)
        return x->is_urgent ? -1 : 1;
    if (x->is_urgent && rank)
        return rank;
    if (x->is_titled != y->is_titled)
        return x->is_titled ? -1 : 1;
    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    int order = strcmp(x->path, y->path);
    return order ? order
                 : (x->section > y->section) - (x->section < y->section);
}

static void add_results(struct ranking *ranking,
                        const struct candidate *candidates, size_t n)
{
    struct search_results *results = ranking->results;
    for (size_t i = 0; i < n; i++) {
        ranking->best_text = fmax(ranking->best_text, candidates[i].text);
        results->n +=
            make_result(ranking, &candidates[i], &results->items[results->n],
                        &ranking->origins[results->n]);
    }
}

static const struct kind_weights *weights_for(struct ranking *ranking,
                                              enum article_type type)
{
    if (!ranking->has_weights[type])
        kind_weights_find(&ranking->weights[type], ranking->candidates->lookups,
                          type);
    ranking->has_weights[type] = true;
    return &ranking->weights[type];
}

static void score_results(struct ranking *ranking)
{
    struct search_results *results = ranking->results;
    for (size_t i = 0; i < results->n; i++) {
        const struct origin *origin = &ranking->origins[i];
        const struct ranked_article *article =
            &ranking->articles[origin->article];
        struct search_result *result = &results->items[i];
        score_result(
            &(struct evidence){
                .lookups = ranking->candidates->lookups,
                .candidate = origin->candidate,
                .match = &article->match,
                .weights = weights_for(ranking, result->type),
                .best_text = ranking->best_text,
                .text_of_names = article->text_of_names,
                .is_whole = article->n_sections == 1,
            },
            result);
    }
}

static bool says_what_to_do(const struct search_result *result)
{
    return result->kind == KIND_EMERGENCY || result->kind == KIND_SEE_DOCTOR;
}

/* Returns whether a section has most of the query, or its article is named. */
static bool is_on_topic(const struct lookups *lookups,
                        const struct candidate *candidate,
                        const struct title_match *match)
{
    uint64_t terms = candidate->terms | match->terms;
    double weight = 0;
    for (size_t i = 0; i < lookups->query->n_terms; i++)
        weight += terms >> i & 1 ? lookups->weights[i] : 0;
    return weight >= URGENT_SHARE * lookups->weight || match->exact > 0;
}

/* Marks the best section of each article whose title is the query, so that it
 * comes first. */
static void mark_titled(const struct ranking *ranking)
{
    struct search_results *results = ranking->results;
    for (size_t i = 0; i < ranking->n_articles; i++) {
        struct search_result *best = NULL;
        for (size_t k = 0; k < results->n && ranking->articles[i].is_exact; k++)
            if (ranking->origins[k].article == i &&
                (!best || results->items[k].score > best->score))
                best = &results->items[k];
        if (best)
            best->is_titled = true;
    }
}

/* In an emergency, marks the sections that say what to do, so that they come
 * first, with those on calling an ambulance before those on seeing a doctor. */
static void mark_urgent(const struct ranking *ranking)
{
    const struct lookups *lookups = ranking->candidates->lookups;
    struct search_results *results = ranking->results;
    if (!results->is_emergency || lookups->query->asked == KIND_TREATMENT)
        return;
    for (size_t i = 0; i < results->n; i++) {
        struct search_result *result = &results->items[i];
        const struct origin *origin = &ranking->origins[i];
        result->is_urgent =
            says_what_to_do(result) &&
            is_on_topic(lookups, origin->candidate,
                        &ranking->articles[origin->article].match);
        if (result->is_urgent && result->kind == KIND_EMERGENCY)
            result->score += URGENT_SCORE;
    }
}

/* Marks articles that share a title, so that their publisher and year are
 * shown. */
static void mark_namesakes(struct search_results *results)
{
    for (size_t i = 0; i < results->n; i++)
        for (size_t k = 0; k < results->n && !results->items[i].is_namesake;
             k++)
            results->items[i].is_namesake =
                !ascii_casecmp(results->items[i].title,
                               results->items[k].title) &&
                strcmp(results->items[i].path, results->items[k].path) != 0;
}

/* Sorts the results, best first, and cuts them to the number asked for. */
static void order_results(const struct lookups *lookups,
                          struct search_results *results)
{
    const struct search_options *options = lookups->context->options;
    size_t n_max = options->n_max ? options->n_max : RESULTS_MAX;
    if (!lookups->query->lang)
        translations_choose(lookups, results);
    if (results->n > 1)
        qsort(results->items, results->n, sizeof *results->items, by_score);
    results->n_found = results->n;
    if (results->n > n_max)
        results->n = n_max;
    mark_namesakes(results);
}

/* Finds where the sections of the results end: where the next ones begin. */
static void find_ends(struct db *db, struct search_results *results)
{
    struct db_query *query = db_query(db, end_sql);
    for (size_t i = 0; i < results->n; i++) {
        db_bind_long(query, 1, results->items[i].row);
        results->items[i].end =
            db_step(query) == DB_ROW ? (size_t)db_long(query, 0) : UINT32_MAX;
        db_reset(query);
    }
    db_query_free(query);
}

void ranking_run(const struct candidates *candidates,
                 struct search_results *results)
{
    const struct lookups *lookups = candidates->lookups;
    struct ranking ranking = {
        .candidates = candidates,
        .results = results,
        .section = db_query(lookups->context->db, section_sql),
        .article = db_query(lookups->context->db, article_sql),
    };
    size_t n_candidates = candidates->n + candidates->n_by_title;
    results->items = arena_alloc(&results->arena,
                                 (n_candidates + 1) * sizeof *results->items);
    ranking.origins = mem_calloc(n_candidates + 1, sizeof *ranking.origins);
    add_results(&ranking, candidates->items, candidates->n);
    add_results(&ranking, candidates->by_title, candidates->n_by_title);
    score_results(&ranking);
    mark_titled(&ranking);
    mark_urgent(&ranking);
    order_results(lookups, results);
    find_ends(lookups->context->db, results);
    if (candidates->n == CANDIDATES_MAX)
        results->n_found = candidates->n_found;
    db_query_free(ranking.section);
    db_query_free(ranking.article);
    free(ranking.origins);
    free(ranking.articles);
}

/* From candidates to results: what a reader looks for first is the article
 * that is named, then the kind of section that is asked for. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/named.h"
#include "search/names.h"
#include "search/seek.h"
#include "search/wanted.h"

#define SHARE_OF_MEANT 0.7
#define LINKS 0.5
#define SHARE_OF_WHOLE 0.5

static const struct {
    const char *name;
    double weight;
} parts[N_PARTS] = {
    [PART_TEXT] = {"text", 1.25},      [PART_NAME] = {"name", 1.5},
    [PART_COVERED] = {"covered", 0.5}, [PART_COVERS] = {"covers", 0.5},
    [PART_REST] = {"rest", 0.25},      [PART_EXACT] = {"exact", 0.25},
    [PART_KIND] = {"kind", 0.5},       [PART_OVERVIEW] = {"overview", 0.2},
    [PART_USUAL] = {"usual", 0.4},     [PART_LANG] = {"language", 0.1},
};

const char *search_part_name(enum search_part part)
{
    return parts[part].name;
}

/* An article that was met, for all its sections. */
struct met {
    int64_t id;
    struct search_result common; /* what its sections share */
    struct name_match match;
    int64_t n_sections;
};

struct ranking {
    struct seek *seek;
    struct met *met;
    size_t n_met, capacity;
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
    met->n_sections = db_long(query, ARTICLE_N_SECTIONS);
    names_match(ranking->seek, db_text(query, ARTICLE_NAMES), &met->match);
    if (!is_reviewed_then(&ranking->seek->query,
                          db_text(query, ARTICLE_REVIEWED)))
        met->common.path = NULL;
}

/* The article with an id; NULL if it is not there, or is not wanted. */
static const struct met *meet(struct ranking *ranking, int64_t id)
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

/* Of the words that the name has not, those that the section has. */
static double share_of_rest(const struct seek *seek, uint64_t in_name,
                            uint64_t in_text)
{
    double rest = 0, found = 0;
    for (size_t i = 0; i < seek->query.n_wants; i++) {
        if (in_name >> i & 1)
            continue;
        rest += seek->worths[i];
        found += in_text >> i & 1 ? seek->worths[i] : 0;
    }
    return rest > 0 ? found / seek->worth : 0;
}

/* A section that is a whole article may say anything of it. */
static double share_of_kind(const struct met *met, const struct wanted *wanted,
                            const struct candidate *candidate, enum kind kind)
{
    bool whole = met->n_sections == 1 && candidate->has_body && wanted->any;
    return whole ? fmax(wanted->kinds[kind], SHARE_OF_WHOLE)
                 : wanted->kinds[kind];
}

/* Do all words of the topic stand in one name of the article? */
static bool is_named_alone(const struct seek *seek, const struct met *met)
{
    for (size_t i = 0; i < seek->query.n_wants; i++)
        if (seek->worths[i] > 0 && !(met->match.wants >> i & 1))
            return false;
    return met->match.wants;
}

/* What one reads first of an article that was named. */
static bool is_overview(const struct seek *seek, const struct met *met,
                        enum kind kind)
{
    return kind == KIND_OVERVIEW ||
           (kind == KIND_USES && met->common.type == TYPE_MEDICINE &&
            is_named_alone(seek, met));
}

/* What is mostly asked, when the words say no kind: of a medicine much, of
 * addresses and links for themselves little. */
static double share_of_usual(const struct seek *seek, const struct met *met,
                             const struct wanted *wanted, enum kind kind)
{
    static const double usual[KIND_COUNT] = {
        [KIND_DOSAGE] = 1,
        [KIND_SIDE_EFFECTS] = 1,
        [KIND_WARNINGS] = 1,
        [KIND_USES] = 0.5,
    };
    if (kind == KIND_MORE_INFO)
        return wanted->kinds[kind] > 0 ? 0 : -LINKS;
    if (wanted->any || met->common.type != TYPE_MEDICINE ||
        is_named_alone(seek, met))
        return 0;
    return usual[kind] * (1 - met->match.name);
}

/* The section that was asked for, of the article that was named, need not say
 * either word. */
static double share_of_text(const struct ranking *ranking,
                            const struct met *met,
                            const struct candidate *candidate,
                            double share_of_kind)
{
    double share =
        ranking->best_text > 0 ? candidate->text / ranking->best_text : 0;
    bool meant = met->match.exact && share_of_kind == 1;
    return meant ? fmax(share, SHARE_OF_MEANT * met->match.covered) : share;
}

static void score(struct ranking *ranking, const struct met *met,
                  const struct candidate *candidate,
                  struct search_result *result)
{
    struct seek *seek = ranking->seek;
    const struct wanted *wanted = wanted_of(seek, met->common.type);
    double kind = share_of_kind(met, wanted, candidate, result->kind);
    bool overview = !wanted->any && is_overview(seek, met, result->kind);
    double values[N_PARTS] = {
        [PART_TEXT] = share_of_text(ranking, met, candidate, kind),
        [PART_NAME] = met->match.name,
        [PART_COVERED] = met->match.covered,
        [PART_COVERS] = met->match.covers,
        [PART_REST] = share_of_rest(seek, met->match.wants, candidate->wants),
        [PART_EXACT] = met->match.exact,
        [PART_KIND] = kind,
        [PART_OVERVIEW] = overview ? met->match.covered : 0,
        [PART_USUAL] = share_of_usual(seek, met, wanted, result->kind),
        [PART_LANG] = seek->options->lang &&
                      !strncmp(seek->options->lang, result->lang, 2),
    };
    for (int i = 0; i < N_PARTS; i++) {
        result->parts[i] = values[i] * parts[i].weight;
        result->score += result->parts[i];
    }
}

/* False for a row that is dead or not wanted. */
static bool make_result(struct ranking *ranking,
                        const struct candidate *candidate,
                        struct search_result *result)
{
    struct db_query *query = ranking->section;
    struct arena *arena = &ranking->seek->results->arena;
    db_bind_long(query, 1, candidate->section);
    if (db_step(query) != DB_ROW)
        return false;
    const struct met *met = meet(ranking, db_long(query, 0));
    if (met) {
        *result = met->common;
        result->section = (size_t)db_long(query, 1);
        result->kind = (enum kind)db_long(query, 2);
        result->heading = arena_strdup(arena, db_text(query, 3));
        result->anchor = arena_strdup(arena, db_text(query, 4));
        result->place = (size_t)db_long(query, 5);
        score(ranking, met, candidate, result);
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
            make_result(ranking, &candidates[i], &results->items[results->n]);
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
    results->items =
        arena_alloc(&results->arena, (seek->n_candidates + seek->n_named + 1) *
                                         sizeof *results->items);
    add_results(&ranking, seek->candidates, seek->n_candidates);
    add_results(&ranking, seek->named, seek->n_named);
    if (results->n > 1)
        qsort(results->items, results->n, sizeof *results->items, by_score);
    size_t n_max = seek->options->n_max ? seek->options->n_max : 50;
    if (seek->n_candidates < CANDIDATES_MAX)
        results->n_found = results->n;
    if (results->n > n_max)
        results->n = n_max;
    db_query_free(ranking.section);
    db_query_free(ranking.article);
    free(ranking.met);
}

/* Which kinds of sections answer what was asked: by words that ask for one
 * wherever they stand, and by reading the questions as headings are read. */
#include "search/kind_weights.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "library/name.h"

#define OTHERS 0.5 /* what is asked besides */
#define RELATED 0.5

/* What words for one kind mean where the article is of a type. */
static const struct {
    enum article_type type;
    enum kind asked, meant;
} meanings[] = {
    {TYPE_CONDITION, KIND_RISKS, KIND_RISK_FACTORS},
    {TYPE_CONDITION, KIND_SIDE_EFFECTS, KIND_RISKS},
    {TYPE_MEDICINE, KIND_CAUSES, KIND_SIDE_EFFECTS},
    {TYPE_MEDICINE, KIND_SYMPTOMS, KIND_SIDE_EFFECTS},
    {TYPE_MEDICINE, KIND_RISKS, KIND_SIDE_EFFECTS},
    {TYPE_MEDICINE, KIND_TREATMENT, KIND_USES},
    {TYPE_MEDICINE, KIND_OVERVIEW, KIND_USES},
    {TYPE_VACCINE, KIND_RISKS, KIND_SIDE_EFFECTS},
    {TYPE_VACCINE, KIND_CAUSES, KIND_SIDE_EFFECTS},
    {TYPE_VACCINE, KIND_AFTERCARE, KIND_SIDE_EFFECTS},
    {TYPE_VACCINE, KIND_SYMPTOMS, KIND_SIDE_EFFECTS},
    {TYPE_MEDICINE, KIND_AFTERCARE, KIND_SIDE_EFFECTS},
    {TYPE_VACCINE, KIND_OVERVIEW, KIND_USES},
    {TYPE_PROCEDURE, KIND_SIDE_EFFECTS, KIND_RISKS},
    {TYPE_PROCEDURE, KIND_TREATMENT, KIND_USES},
    {TYPE_TEST, KIND_SIDE_EFFECTS, KIND_RISKS},
};

/* Kinds that speak of the same: what one asks for, the other may say. */
static const enum kind related[][2] = {
    {KIND_INTERACTIONS, KIND_WARNINGS}, {KIND_CONTRAINDICATIONS, KIND_WARNINGS},
    {KIND_SIDE_EFFECTS, KIND_WARNINGS}, {KIND_SIDE_EFFECTS, KIND_RISKS},
    {KIND_RISKS, KIND_RISK_FACTORS},    {KIND_CAUSES, KIND_RISK_FACTORS},
    {KIND_TREATMENT, KIND_AFTERCARE},   {KIND_EFFECTIVENESS, KIND_BENEFITS},
    {KIND_SEE_DOCTOR, KIND_EMERGENCY},
};

static void add_kind(struct kind_weights *weights, enum kind kind, double share)
{
    weights->kinds[kind] = fmax(weights->kinds[kind], share);
    weights->any = true;
}

static void add_words(const struct query *query, struct kind_weights *weights)
{
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        if (term->asks == KIND_NONE || term->in_name)
            continue;
        if (term->asks == query->asked)
            add_kind(weights, term->asks, 1);
        if (term->asks_also != KIND_NONE)
            add_kind(weights, term->asks_also, 1);
        if (term->asks == query->asked)
            continue;
        if (term->asks != KIND_OVERVIEW)
            add_kind(weights, term->asks, OTHERS);
    }
}

/* The words of a name, as a heading would say it. */
static const char *name_of(const struct query *query,
                           const struct query_name *run, struct arena *arena)
{
    struct buf name;
    buf_init(&name);
    for (size_t i = run->start; i < run->start + run->n; i++)
        buf_printf(&name, "%s%s", i > run->start ? " " : "",
                   query->terms[i].text);
    const char *kept = arena_strdup(arena, name.data);
    buf_finish(&name);
    return kept;
}

/* As for an article that is called as what the query names. */
static struct kind_classifier *make_classifier(const struct query *query,
                                               enum article_type type,
                                               const char *lang,
                                               struct arena *arena)
{
    const char *names[QUERY_NAMES_MAX] = {NULL};
    for (size_t i = 0; i < query->n_names; i++)
        names[i] = name_of(query, &query->names[i], arena);
    return kind_classifier_new(&(struct kind_context){
        .lang = lang,
        .title = names[0],
        .synonyms = names + 1,
        .n_synonyms = query->n_names ? query->n_names - 1 : 0,
        .type = type == TYPE_NONE ? NULL : article_type_name(type),
    });
}

/* Whether sections of a kind rarely answer a question: links, for instance. */
static bool is_weak(const struct kind_weights *weights, enum kind kind)
{
    return kind == KIND_NONE || kind == KIND_MORE_INFO ||
           (kind == KIND_OVERVIEW && weights->any);
}

/* Whether several words in a row ask for a kind: they say it more clearly than
 * the sentence does ("how much is" is no dose). */
static bool is_asked_clearly(const struct query *query)
{
    for (size_t i = 0; i < query->n_terms; i++)
        if (query->terms[i].asks_clearly && !query->terms[i].in_name &&
            query->terms[i].asks == query->asked)
            return true;
    return false;
}

static void add_questions(const struct query *query, enum article_type type,
                          const char *lang, struct kind_weights *weights)
{
    struct arena arena = {0};
    struct kind_classifier *classifier =
        make_classifier(query, type, lang, &arena);
    bool is_clear = is_asked_clearly(query);
    for (size_t i = 0; i < query->n_questions; i++) {
        enum kind kind = kind_classify(classifier, query->questions[i]);
        if (!is_weak(weights, kind))
            add_kind(weights, kind, i || is_clear ? OTHERS : 1);
    }
    kind_classifier_free(classifier);
    arena_finish(&arena);
}

/* Whether it is safe is what the interactions say. */
static void add_drug_pair(const struct query *query,
                          struct kind_weights *weights)
{
    double share = 1;
    if (!query->asks_together)
        return;
    if (query->asked == KIND_INTERACTIONS)
        weights->kinds[KIND_WARNINGS] =
            fmin(weights->kinds[KIND_WARNINGS], OTHERS);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (kind != KIND_OVERVIEW && weights->kinds[kind] == 1)
            share = OTHERS;
    add_kind(weights, KIND_INTERACTIONS, share);
}

static void add_meanings(enum article_type type, struct kind_weights *weights)
{
    struct kind_weights said = *weights;
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (meanings[i].type == type && said.kinds[meanings[i].asked] > 0)
            add_kind(weights, meanings[i].meant,
                     KIND_WEIGHT_MEANT * said.kinds[meanings[i].asked]);
}

static void add_related(struct kind_weights *weights)
{
    struct kind_weights said = *weights;
    for (size_t i = 0; i < sizeof related / sizeof *related; i++) {
        enum kind a = related[i][0], b = related[i][1];
        weights->kinds[a] = fmax(weights->kinds[a], RELATED * said.kinds[b]);
        weights->kinds[b] = fmax(weights->kinds[b], RELATED * said.kinds[a]);
    }
}

void kind_weights_find(struct kind_weights *weights,
                       const struct lookups *lookups, enum article_type type)
{
    const struct query *query = lookups->query;
    const char *lang = lookups->context->lang;
    *weights = (struct kind_weights){0};
    add_words(query, weights);
    add_questions(query, type, lang, weights);
    if (!weights->any && !name_same_language(lang, "en"))
        add_questions(query, type, "en", weights);
    add_drug_pair(query, weights);
    add_meanings(type, weights);
    add_related(weights);
}

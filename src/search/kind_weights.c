/* How much a query asks for each kind of section: according to words that ask
 * for a kind anywhere in the query, and to the classifier of headings, which
 * reads its questions. */
#include "search/kind_weights.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "library/name.h"

#define SECONDARY_WEIGHT 0.5 /* for kinds other than the main one */
#define RELATED_WEIGHT 0.5

/* What asking for one kind means in an article of a given type. */
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

/* Related kinds: a section of one often answers a question for the other. */
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
            add_kind(weights, term->asks, SECONDARY_WEIGHT);
    }
}

/* Copies the words of a name, as they would appear in a heading. */
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

/* Makes the classifier for an article whose names are those in the query. */
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

/* Returns whether a kind found by the classifier is ignored, since its sections
 * rarely answer a question: links, or the overview if another kind is asked
 * for. */
static bool is_weak(const struct kind_weights *weights, enum kind kind)
{
    return kind == KIND_NONE || kind == KIND_MORE_INFO ||
           (kind == KIND_OVERVIEW && weights->any);
}

/* Returns whether words ask for the kind so clearly that they outweigh the
 * classifier's reading of the sentence, which takes "how much is" for the
 * dose. */
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
            add_kind(weights, kind, i || is_clear ? SECONDARY_WEIGHT : 1);
    }
    kind_classifier_free(classifier);
    arena_finish(&arena);
}

/* Questions about a medicine and something taken with it ask for
 * interactions. */
static void add_drug_pair(const struct query *query,
                          struct kind_weights *weights)
{
    double share = 1;
    if (!query->asks_interaction)
        return;
    if (query->asked == KIND_INTERACTIONS)
        weights->kinds[KIND_WARNINGS] =
            fmin(weights->kinds[KIND_WARNINGS], SECONDARY_WEIGHT);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (kind != KIND_OVERVIEW && weights->kinds[kind] == 1)
            share = SECONDARY_WEIGHT;
    add_kind(weights, KIND_INTERACTIONS, share);
}

static void add_meanings(enum article_type type, struct kind_weights *weights)
{
    struct kind_weights before = *weights;
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (meanings[i].type == type && before.kinds[meanings[i].asked] > 0)
            add_kind(weights, meanings[i].meant,
                     KIND_WEIGHT_MEANT * before.kinds[meanings[i].asked]);
}

static void add_related(struct kind_weights *weights)
{
    struct kind_weights before = *weights;
    for (size_t i = 0; i < sizeof related / sizeof *related; i++) {
        enum kind a = related[i][0], b = related[i][1];
        weights->kinds[a] =
            fmax(weights->kinds[a], RELATED_WEIGHT * before.kinds[b]);
        weights->kinds[b] =
            fmax(weights->kinds[b], RELATED_WEIGHT * before.kinds[a]);
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

/* Which kinds of sections answer what was asked: by words that ask for one
 * wherever they stand, and by reading the questions as headings are read. */
#include "search/wanted.h"

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

static void want_kind(struct wanted *wanted, enum kind kind, double share)
{
    wanted->kinds[kind] = fmax(wanted->kinds[kind], share);
    wanted->any = true;
}

static void want_words(const struct query *query, struct wanted *wanted)
{
    for (size_t i = 0; i < query->n_wants; i++) {
        const struct want *want = &query->wants[i];
        if (want->asks == KIND_NONE || want->in_name)
            continue;
        if (want->asks == query->asked)
            want_kind(wanted, want->asks, 1);
        else if (want->asks != KIND_OVERVIEW)
            want_kind(wanted, want->asks, OTHERS);
    }
}

/* The words of a name, as a heading would say it. */
static const char *name_of(const struct seek *seek, const struct run *run,
                           struct arena *arena)
{
    struct buf name;
    buf_init(&name);
    for (size_t i = run->start; i < run->start + run->n; i++)
        buf_printf(&name, "%s%s", i > run->start ? " " : "",
                   seek->query.wants[i].text);
    const char *kept = arena_strdup(arena, name.data);
    buf_finish(&name);
    return kept;
}

/* As for an article that is called as what the query names. */
static struct kind_classifier *make_classifier(const struct seek *seek,
                                               enum article_type type,
                                               const char *lang,
                                               struct arena *arena)
{
    const char *names[RUNS_MAX] = {NULL};
    for (size_t i = 0; i < seek->n_runs; i++)
        names[i] = name_of(seek, &seek->runs[i], arena);
    return kind_classifier_new(&(struct kind_context){
        .lang = lang,
        .title = names[0],
        .synonyms = names + 1,
        .n_synonyms = seek->n_runs ? seek->n_runs - 1 : 0,
        .type = type == TYPE_NONE ? NULL : article_type_name(type),
    });
}

/* Links answer little, and what it is may be asked besides. */
static bool is_weak(const struct wanted *wanted, enum kind kind)
{
    return kind == KIND_NONE || kind == KIND_MORE_INFO ||
           (kind == KIND_OVERVIEW && wanted->any);
}

static void want_questions(const struct seek *seek, enum article_type type,
                           const char *lang, struct wanted *wanted)
{
    struct arena arena = {0};
    struct kind_classifier *classifier =
        make_classifier(seek, type, lang, &arena);
    for (size_t i = 0; i < seek->query.n_questions; i++) {
        enum kind kind = kind_classify(classifier, seek->query.questions[i]);
        if (!is_weak(wanted, kind))
            want_kind(wanted, kind, i ? OTHERS : 1);
    }
    kind_classifier_free(classifier);
    arena_finish(&arena);
}

/* Whether it is safe is what the interactions say. */
static void want_together(const struct query *query, struct wanted *wanted)
{
    double share = 1;
    if (!query->asks_together)
        return;
    if (query->asked == KIND_INTERACTIONS)
        wanted->kinds[KIND_WARNINGS] =
            fmin(wanted->kinds[KIND_WARNINGS], OTHERS);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (kind != KIND_OVERVIEW && wanted->kinds[kind] == 1)
            share = OTHERS;
    want_kind(wanted, KIND_INTERACTIONS, share);
}

static void want_meanings(enum article_type type, struct wanted *wanted)
{
    struct wanted said = *wanted;
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (meanings[i].type == type && said.kinds[meanings[i].asked] > 0)
            want_kind(wanted, meanings[i].meant,
                      WANTED_MEANT * said.kinds[meanings[i].asked]);
}

static void want_related(struct wanted *wanted)
{
    struct wanted said = *wanted;
    for (size_t i = 0; i < sizeof related / sizeof *related; i++) {
        enum kind a = related[i][0], b = related[i][1];
        wanted->kinds[a] = fmax(wanted->kinds[a], RELATED * said.kinds[b]);
        wanted->kinds[b] = fmax(wanted->kinds[b], RELATED * said.kinds[a]);
    }
}

const struct wanted *wanted_of(struct seek *seek, enum article_type type)
{
    struct wanted *wanted = &seek->wanted[type];
    if (wanted->ready)
        return wanted;
    wanted->ready = true;
    want_words(&seek->query, wanted);
    want_questions(seek, type, seek->lang, wanted);
    if (!wanted->any && !name_same_language(seek->lang, "en"))
        want_questions(seek, type, "en", wanted);
    want_together(&seek->query, wanted);
    want_meanings(type, wanted);
    want_related(wanted);
    return wanted;
}

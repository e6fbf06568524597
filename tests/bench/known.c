/* Whether the search finds the section that one knows to be there: questions
 * made from the articles themselves.
 *
 *   MEDFAQ_MEDQUAD=FOLDER bench_known [-v]
 *
 * FOLDER holds articles; of some of them, each title and one synonym is typed
 * with what asks for a kind of section. The first result should be a section
 * of that kind, in that article or in another of the name. Without
 * MEDFAQ_MEDQUAD nothing is measured: status 77. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "article/article.h"
#include "base/fold.h"
#include "library/walk.h"
#include "search/search.h"

#define SKIPPED 77
#define ARTICLES 500
#define DEPTH 10

static bool verbose;

/* As somebody types it, and as somebody asks it; "" for none. */
static const struct {
    enum kind kind;
    const char *typed, *asked;
} forms[] = {
    {KIND_OVERVIEW, "%s", "what is %s?"},
    {KIND_TREATMENT, "%s treatment", "how is %s treated?"},
    {KIND_SYMPTOMS, "%s symptoms", "How do I know if I have %s?"},
    {KIND_CAUSES, "what causes %s", "why do people get %s?"},
    {KIND_OUTLOOK, "%s prognosis",
     "Hello, my mother has %s. What is her outlook?"},
    {KIND_DIAGNOSIS, "%s diagnosis", "how do doctors test for %s?"},
    {KIND_RISK_FACTORS, "%s inherited", "who is at risk of %s?"},
    {KIND_PREVALENCE, "how common is %s", "how many people have %s?"},
    {KIND_PREVENTION, "prevent %s", "How can I avoid getting %s?"},
    {KIND_RISKS, "%s complications", "what problems can %s lead to?"},
    {KIND_SIDE_EFFECTS, "%s side effects",
     "I take %s every day. Can it make me feel sick?"},
    {KIND_DOSAGE, "%s dosage", "how much %s should I take?"},
    {KIND_STORAGE, "%s storage", "where should I keep %s?"},
    {KIND_USES, "%s used for", "why did my doctor prescribe %s?"},
    {KIND_WARNINGS, "%s warnings", "is %s safe for me?"},
    {KIND_EMERGENCY, "%s overdose", "I took too much %s, what now?"},
};

#define N_FORMS (sizeof forms / sizeof *forms)

struct tally {
    size_t n, n_first, n_named; /* the article is right, if not the section */
    double reciprocal;
};

static bool is_same(const char *a, const char *b)
{
    struct buf x, y;
    buf_init(&x);
    buf_init(&y);
    fold_text(a, strlen(a), FOLD_ALL, &x);
    fold_text(b, strlen(b), FOLD_ALL, &y);
    bool same = !strcmp(x.data, y.data);
    buf_finish(&x);
    buf_finish(&y);
    return same;
}

static bool is_named(const struct search_result *result,
                     const struct article *article, const char *name)
{
    return !strcmp(result->path, article->path) ||
           is_same(result->title, article->title) ||
           is_same(result->title, name);
}

static void try_one(struct index *index, const struct article *article,
                    const char *name, enum kind kind, const char *form,
                    struct tally *tally)
{
    struct buf query;
    const char *at = strstr(form, "%s");
    buf_init(&query);
    buf_add_n(&query, form, (size_t)(at - form));
    buf_add(&query, name);
    buf_add(&query, at + 2);
    struct search_results *results =
        search_run(index, query.data, &(struct search_options){.n_max = DEPTH});
    size_t rank = 0;
    for (size_t i = 0; i < results->n && !rank; i++)
        if (results->items[i].kind == kind &&
            is_named(&results->items[i], article, name))
            rank = i + 1;
    tally->n++;
    tally->n_first += rank == 1;
    tally->n_named += results->n && is_named(&results->items[0], article, name);
    tally->reciprocal += rank ? 1 / (double)rank : 0;
    if (verbose && rank != 1)
        printf("# %s (%s): %zu; first %s | %s\n", query.data, article->title,
               rank, results->n ? results->items[0].title : "nothing",
               results->n ? results->items[0].heading : "");
    search_results_free(results);
    buf_finish(&query);
}

static bool has_kind(const struct article *article, enum kind kind)
{
    for (size_t i = 0; i < article->n_sections; i++)
        if (article->sections[i].kind == kind)
            return true;
    return false;
}

/* By title and synonym, typed and asked. */
struct tallies {
    struct tally tally[2][2];
};

static void try_article(struct index *index, const struct article *article,
                        size_t n, struct tallies *tallies)
{
    const struct meta *meta = &article->meta;
    const char *names[] = {
        article->title,
        meta->n_synonyms ? meta->synonyms[n % meta->n_synonyms] : NULL,
    };
    for (size_t i = 0; i < N_FORMS; i++) {
        size_t form = (i + n) % N_FORMS;
        if (!has_kind(article, forms[form].kind))
            continue;
        for (int k = 0; k < 2 && names[k]; k++) {
            try_one(index, article, names[k], forms[form].kind,
                    forms[form].typed, &tallies->tally[k][0]);
            try_one(index, article, names[k], forms[form].kind,
                    forms[form].asked, &tallies->tally[k][1]);
        }
        return;
    }
}

static void print_tallies(const struct tallies *tallies)
{
    static const char *const names[2] = {"title", "synonym"};
    static const char *const ways[2] = {"typed", "asked"};
    for (int name = 0; name < 2; name++)
        for (int way = 0; way < 2; way++) {
            const struct tally *tally = &tallies->tally[name][way];
            double n = tally->n ? (double)tally->n : 1;
            printf("%-8s %s  first %.3f  its article %.3f  MRR %.3f  (%zu)\n",
                   names[name], ways[way], (double)tally->n_first / n,
                   (double)tally->n_named / n, tally->reciprocal / n, tally->n);
        }
}

int main(int argc, char **argv)
{
    const char *folder = getenv("MEDFAQ_MEDQUAD");
    struct arena arena = {0};
    struct walk walk;
    struct error err;
    struct index_progress progress;
    struct tallies tallies = {0};
    (void)argv;
    verbose = argc > 1;
    if (!folder || access(folder, R_OK) != 0) {
        puts("nothing to measure: MEDFAQ_MEDQUAD names no folder");
        return SKIPPED;
    }
    struct index *index = index_open(&folder, 1, &err);
    if (!index || !index_update(index, NULL, &progress, &err)) {
        puts(err.message);
        return 1;
    }
    walk_init(&walk, &arena);
    walk_root(&walk, folder);
    size_t step = walk.n_found / ARTICLES + 1;
    for (size_t i = 0; i < walk.n_found; i += step) {
        struct article *article = article_open(walk.found[i].path, NULL);
        if (article)
            try_article(index, article, i / step, &tallies);
        article_free(article);
    }
    print_tallies(&tallies);
    walk_finish(&walk);
    arena_finish(&arena);
    index_close(index);
    return 0;
}

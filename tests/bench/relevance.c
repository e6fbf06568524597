/* How well the search finds what people asked for: judged questions and
 * misspelt names (see the README beside them).
 *
 *   MEDFAQ_MEDQUAD=FOLDER relevance JUDGED [-v]
 *
 * FOLDER holds MedQuAD as imported, all twelve parts, unanswered questions
 * kept; JUDGED holds queries.short.tsv, queries.full.tsv, qrels.full.txt,
 * typos.tsv, typos-one-word.tsv. Without them nothing is measured: status 77.
 * Prints nDCG@10 (linear gain) and P@1 (grade 2 and better) over the questions
 * that have a relevant answer. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "search/search.h"

#define DEPTH 10
#define ANSWER_BYTES 64
#define SKIPPED 77

struct judgement {
    int question, grade;
    char answer[ANSWER_BYTES];
};

struct judgements {
    struct judgement *items;
    size_t n, capacity;
};

static bool verbose;

static char *read_text(const char *folder, const char *name)
{
    struct buf text;
    char *path = file_join(folder, name);
    buf_init(&text);
    bool ok = file_read(path, 0, &text, NULL, NULL);
    free(path);
    if (ok)
        return buf_steal(&text);
    buf_finish(&text);
    return NULL;
}

static void read_judgements(struct judgements *all, char *text)
{
    char *rest = text;
    for (char *line; (line = strsep(&rest, "\n"));) {
        struct judgement one;
        if (sscanf(line, "%d 0 %63s %d", &one.question, one.answer,
                   &one.grade) != 3)
            continue;
        all->items =
            mem_grow(all->items, all->n, &all->capacity, sizeof *all->items);
        all->items[all->n++] = one;
    }
}

static int grade_of(const struct judgements *all, int question,
                    const char *answer)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].question == question &&
            !strcmp(all->items[i].answer, answer))
            return all->items[i].grade;
    return 0;
}

static int descending(const void *a, const void *b)
{
    return *(const int *)b - *(const int *)a;
}

/* The gain of the best order there can be; 0 if nothing is relevant. */
static double ideal_gain(const struct judgements *all, int question)
{
    int grades[4096];
    size_t n = 0;
    double gain = 0;
    for (size_t i = 0; i < all->n && n < 4096; i++)
        if (all->items[i].question == question)
            grades[n++] = all->items[i].grade;
    qsort(grades, n, sizeof *grades, descending);
    for (size_t i = 0; i < n && i < DEPTH; i++)
        gain += grades[i] / log2((double)i + 2);
    return n && grades[0] >= 2 ? gain : 0;
}

/* The answers of a run of results: a section may be several (qa-1-3: 1 and
 * 3). */
struct answers {
    char items[DEPTH][ANSWER_BYTES];
    size_t n;
};

static void add_answers(struct answers *answers,
                        const struct search_result *result)
{
    char file[ANSWER_BYTES / 2];
    const char *at = result->anchor;
    snprintf(file, sizeof file, "%s", result->origin);
    char *slash = strchr(file, '/');
    if (slash)
        *slash = '_';
    if (strncmp(at, "qa", 2) != 0)
        return;
    for (at += 2; *at == '-' && answers->n < DEPTH;) {
        long n = strtol(at + 1, (char **)&at, 10);
        bool known = false;
        char *answer = answers->items[answers->n];
        snprintf(answer, ANSWER_BYTES, "%s_Sec%ld.txt", file, n);
        for (size_t i = 0; i < answers->n; i++)
            known = known || !strcmp(answers->items[i], answer);
        answers->n += !known;
    }
}

struct measure {
    double ndcg, p1, seconds;
    size_t n;
};

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static bool is_judged(const struct judgements *all, int question,
                      const char *answer)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].question == question &&
            !strcmp(all->items[i].answer, answer))
            return true;
    return false;
}

/* Its grade first; ".": nobody judged it. */
static void print_result(const struct judgements *all, int question,
                         const struct search_result *result)
{
    struct answers answers = {.n = 0};
    char grade[12] = ".";
    add_answers(&answers, result);
    if (answers.n && is_judged(all, question, answers.items[0]))
        snprintf(grade, sizeof grade, "%d",
                 grade_of(all, question, answers.items[0]));
    printf("#   %s %.3f %s | %s (%s)\n", grade, result->score, result->title,
           result->heading, result->origin);
}

static void measure_question(struct index *index, const struct judgements *all,
                             int question, const char *text,
                             struct measure *sum)
{
    double ideal = ideal_gain(all, question), gain = 0;
    if (ideal <= 0)
        return;
    struct answers answers = {.n = 0};
    double start = now();
    struct search_results *results =
        search_run(index, text, &(struct search_options){.n_max = 3 * DEPTH});
    double seconds = now() - start;
    for (size_t i = 0; i < results->n && answers.n < DEPTH; i++)
        add_answers(&answers, &results->items[i]);
    for (size_t i = 0; i < answers.n; i++)
        gain += grade_of(all, question, answers.items[i]) / log2((double)i + 2);
    bool first = answers.n && grade_of(all, question, answers.items[0]) >= 2;
    if (verbose)
        printf("# %d %.3f %d %.1f ms %.60s\n", question, gain / ideal, first,
               seconds * 1000, text);
    for (size_t i = 0; verbose && i < results->n && i < 5; i++)
        print_result(all, question, &results->items[i]);
    sum->ndcg += gain / ideal;
    sum->p1 += first;
    sum->seconds += seconds;
    sum->n++;
    search_results_free(results);
}

static void measure_questions(struct index *index, const struct judgements *all,
                              char *text, const char *name)
{
    struct measure sum = {0};
    char *rest = text;
    for (char *line; rest && (line = strsep(&rest, "\n"));) {
        char *question = strchr(line, '\t');
        if (question)
            measure_question(index, all, atoi(line), question + 1, &sum);
    }
    double n = sum.n ? (double)sum.n : 1;
    printf("%-20s nDCG@10 %.3f  P@1 %.3f  %5.1f ms each  (%zu questions)\n",
           name, sum.ndcg / n, sum.p1 / n, 1000 * sum.seconds / n, sum.n);
}

/* Is one of the articles among the first five? They are written
 * SOURCE_FILE, with spaces between. */
static bool is_found(const struct search_results *results, const char *wanted)
{
    const char *seen[5];
    size_t n_seen = 0;
    for (size_t i = 0; i < results->n && n_seen < 5; i++) {
        char origin[ANSWER_BYTES];
        bool known = false;
        for (size_t k = 0; k < n_seen; k++)
            known = known || !strcmp(seen[k], results->items[i].path);
        if (known)
            continue;
        seen[n_seen++] = results->items[i].path;
        snprintf(origin, sizeof origin, "%s", results->items[i].origin);
        char *slash = strchr(origin, '/');
        if (slash)
            *slash = '_';
        if (strstr(wanted, origin))
            return true;
    }
    return false;
}

static void measure_names(struct index *index, char *text, const char *name)
{
    size_t n = 0, n_found = 0;
    char *rest = text;
    for (char *line; (line = strsep(&rest, "\n"));) {
        char *fields[4] = {0};
        for (size_t i = 0; i < 4; i++)
            fields[i] = strsep(&line, "\t");
        if (!fields[3])
            continue;
        struct search_results *results = search_run(
            index, fields[1], &(struct search_options){.n_max = 200});
        bool found = is_found(results, fields[3]);
        if (verbose && !found)
            printf("# %s is not found by %s\n", fields[2], fields[1]);
        n_found += found;
        n++;
        search_results_free(results);
    }
    printf("%-20s %zu of %zu in the first five articles\n", name, n_found, n);
}

static const struct {
    const char *file;
    bool names;
} sets[] = {
    {"queries.short.tsv", false}, {"queries.short-fixed.tsv", false},
    {"queries.full.tsv", false},  {"queries.summary.tsv", false},
    {"typos-one-word.tsv", true}, {"typos.tsv", true},
};

int main(int argc, char **argv)
{
    struct error err = {0};
    struct index_progress progress;
    struct judgements all = {0};
    char *judged = argc > 1 ? read_text(argv[1], "qrels.full.txt") : NULL;
    const char *folder = getenv("MEDFAQ_MEDQUAD");
    verbose = argc > 2;
    if (!judged || !folder || access(folder, R_OK) != 0) {
        puts("nothing to measure: no judged questions, or no articles");
        return SKIPPED;
    }
    struct index *index = index_open(&folder, 1, &err);
    if (!index || !index_update(index, NULL, &progress, &err)) {
        puts(err.message);
        return 1;
    }
    read_judgements(&all, judged);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        char *text = read_text(argv[1], sets[i].file);
        if (text && sets[i].names)
            measure_names(index, text, sets[i].file);
        else if (text)
            measure_questions(index, &all, text, sets[i].file);
        free(text);
    }
    free(all.items);
    free(judged);
    index_close(index);
    return 0;
}

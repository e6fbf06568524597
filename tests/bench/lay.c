/* How often the search answers lay questions: is a section that answers the
 * first result, and is one among the first three?
 *
 *   lay ARTICLES QUESTIONS.tsv even|odd|all [-v]
 *
 * A row of QUESTIONS is a question, a tab and the sections that answer it, as
 * article#kind with | between. Rows are counted from 1; # begins a comment. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "search/search.h"

#define AMONG 3

struct counts {
    size_t n, n_first, n_among;
};

/* Is "article#kind" of a result in the list? */
static bool answers(const struct search_result *result, const char *list)
{
    char name[128];
    snprintf(name, sizeof name, "%s#%s", result->id,
             kind_get(result->kind)->id);
    size_t n = strlen(name);
    for (const char *at = list; at; at = strchr(at, '|')) {
        at += *at == '|';
        if (!strncmp(at, name, n) && (!at[n] || at[n] == '|'))
            return true;
    }
    return false;
}

static void print_miss(const char *question, const char *list,
                       const struct search_results *results, bool among)
{
    printf("%s %s [%s]\n", among ? "later" : "MISS ", question, list);
    for (size_t i = 0; i < results->n && i < AMONG; i++)
        printf("        %s#%s %.2f\n", results->items[i].id,
               kind_get(results->items[i].kind)->id, results->items[i].score);
}

static void measure(struct index *index, const char *question, const char *list,
                    bool verbose, struct counts *counts)
{
    const struct search_options options = {.lang = "en", .whole = true};
    struct search_results *results = search_run(index, question, &options);
    bool first = results->n && answers(&results->items[0], list);
    bool among = false;
    for (size_t i = 0; i < results->n && i < AMONG; i++)
        among = among || answers(&results->items[i], list);
    if (verbose && !first)
        print_miss(question, list, results, among);
    counts->n++;
    counts->n_first += first;
    counts->n_among += among;
    search_results_free(results);
}

static void measure_rows(struct index *index, char *rows, const char *which,
                         bool verbose)
{
    struct counts counts = {0};
    size_t n_row = 0;
    for (char *line; (line = strsep(&rows, "\n"));) {
        char *list = strchr(line, '\t');
        if (*line == '#' || !list)
            continue;
        const char *half = ++n_row % 2 ? "odd" : "even";
        *list++ = '\0';
        if (!strcmp(which, "all") || !strcmp(which, half))
            measure(index, line, list, verbose, &counts);
    }
    double n = counts.n ? (double)counts.n : 1;
    printf("lay questions (%s): first %.1f%%, among %d %.1f%% (%zu)\n", which,
           100 * (double)counts.n_first / n, AMONG,
           100 * (double)counts.n_among / n, counts.n);
}

int main(int argc, char **argv)
{
    struct error err = {0};
    struct index_progress progress;
    struct buf rows;
    if (argc < 4) {
        fputs("usage: lay ARTICLES QUESTIONS even|odd|all [-v]\n", stderr);
        return 2;
    }
    buf_init(&rows);
    const char *folder = argv[1];
    struct index *index = index_open(&folder, 1, &err);
    if (!index || !index_update(index, NULL, &progress, &err) ||
        !file_read(argv[2], 0, &rows, NULL, &err)) {
        puts(err.message);
        return 1;
    }
    measure_rows(index, rows.data, argv[3], argc > 4);
    buf_finish(&rows);
    index_close(index);
    return 0;
}

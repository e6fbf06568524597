/* How long searching takes, and how much memory: a program of its own, so that
 * nothing else is in it.
 *
 *   bench_search_times FOLDER <QUERIES
 *
 * Each line is one that is typed key by key ("k"), or a whole question ("q"),
 * and its text. The index of FOLDER is taken as it is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "search/search.h"

#define TIMES_MAX 8000
#define LINE_BYTES 400

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct times {
    const char *what;
    double ms[TIMES_MAX];
    size_t n;
} letters = {.what = "first results of 1 or 2 letters"},
  quick = {.what = "first results of a key press"},
  full = {.what = "full ranking of a key press"},
  questions = {.what = "a whole question"};

static void search_once(struct index *index, const char *text, bool is_quick,
                        struct times *times)
{
    double start = now_ms();
    struct search_results *results = search_run(
        index, text, &(struct search_options){.n_max = 50, .quick = is_quick});
    if (times->n < TIMES_MAX)
        times->ms[times->n++] = now_ms() - start;
    search_results_free(results);
}

static void print_times(struct times *times)
{
    size_t n = times->n ? times->n : 1;
    qsort(times->ms, times->n, sizeof *times->ms, ascending);
    printf("  %-31s %6.1f ms median %6.1f ms 95th %6.1f ms most (%zu)\n",
           times->what, times->ms[n / 2], times->ms[n * 95 / 100],
           times->ms[n - 1], times->n);
}

static void type_keys(struct index *index, const char *text)
{
    char part[LINE_BYTES];
    for (size_t n = 1; n <= strlen(text); n++) {
        snprintf(part, n + 1, "%s", text);
        search_once(index, part, true, n <= 2 ? &letters : &quick);
        search_once(index, part, false, &full);
    }
}

int main(int argc, char **argv)
{
    struct error err;
    char line[LINE_BYTES];
    const char *folder = argc > 1 ? argv[1] : "";
    struct index *index = index_open(&folder, 1, &err);
    if (!index) {
        puts(err.message);
        return 1;
    }
    long before = memory_kb("VmRSS:");
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        if (*line == 'k')
            type_keys(index, line + 1);
        else if (*line == 'q')
            search_once(index, line + 1, false, &questions);
    }
    print_times(&letters);
    print_times(&quick);
    print_times(&full);
    print_times(&questions);
    printf("  memory while searching %ld KB, %ld KB at most, %ld KB before\n",
           memory_kb("VmRSS:"), memory_kb("VmHWM:"), before);
    index_close(index);
    return 0;
}

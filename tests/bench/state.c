/* What memory costs: at the start, with many articles and bookmarks, and how
 * often it survives being killed (test_state, 500 times).
 *
 * state FOLDER */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "data/db.h"
#include "state/annotation.h"
#include "state/remembered.h"
#include "state/setting.h"

#define N_STARTS 101
#define N_ARTICLES 2000
#define N_BOOKMARKS 100000

static double now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void ignore(void *context, const char *name, const char *value)
{
    (void)context;
    (void)name;
    (void)value;
}

/* What the reader does before its first screen, in a new process each time. */
static double start_us(const char *path)
{
    double took = 0;
    int pipes[2];
    if (pipe(pipes) != 0)
        return 0;
    if (fork() == 0) {
        struct remembered known;
        double before = now_us();
        struct state *state = state_new(STATE_ON);
        setting_read(state, ignore, NULL);
        remembered_find(state, path, &known);
        took = now_us() - before;
        _exit(write(pipes[1], &took, sizeof took) != sizeof took);
    }
    close(pipes[1]);
    if (read(pipes[0], &took, sizeof took) != sizeof took)
        took = 0;
    close(pipes[0]);
    wait(NULL);
    return took;
}

static void measure_start(const char *what, const char *path)
{
    double times[N_STARTS];
    for (int i = 0; i < N_STARTS; i++)
        times[i] = start_us(path);
    qsort(times, N_STARTS, sizeof *times, compare);
    printf("  %-38s median %4.0f us, 90%% %4.0f us\n", what,
           times[N_STARTS / 2], times[N_STARTS * 9 / 10]);
}

static void fill(const char *folder)
{
    char path[512], sql[1024];
    enum db_result result;
    struct error err;
    snprintf(path, sizeof path, "%s/medfaq/state.db", folder);
    struct db *db = db_open_kept(path, 1000, &result, &err);
    snprintf(
        sql, sizeof sql,
        "BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM"
        " n WHERE i<%d) INSERT INTO article(path, name, lang, title,"
        " digest, opened) SELECT '/x/'||i||'.md', i, 'en', 'Title '||i,"
        " i, i FROM n; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT"
        " i+1 FROM n WHERE i<%d) INSERT INTO annotation(article,"
        " motivation, created, modified, body, kind, exact, prefix,"
        " suffix, start, end, section, n_same) SELECT 1 + i %% %d, 0, i, i,"
        " 'note '||i, 0, 'quote', 'before', 'behind', 0, 5, 'Risks', 1"
        " FROM n; COMMIT",
        N_ARTICLES, N_BOOKMARKS, N_ARTICLES);
    if (db && db_run(db, sql) != DB_DONE)
        printf("  not filled: %s\n", db_message(db));
    db_close(db);
}

static void measure_list(void)
{
    struct annotation_list list;
    struct state *state = state_new(STATE_ON);
    double before = now_us();
    size_t n = annotation_count(state, ~0u);
    annotation_list_newest(state, ~0u, 0, 200, &list);
    double first = now_us();
    annotation_list_finish(&list);
    annotation_list_newest(state, ~0u, n - 200, 200, &list);
    double last = now_us();
    annotation_list_finish(&list);
    printf("  %zu bookmarks: first page %.1f ms, last page %.1f ms\n", n,
           (first - before) / 1e3, (last - first) / 1e3);
    state_free(state);
}

int main(int argc, char **argv)
{
    struct error err;
    if (argc < 2 || setenv("XDG_STATE_HOME", argv[1], 1) != 0)
        return 1;
    mkdir(argv[1], 0700);
    printf("memory\n");
    measure_start("nothing is kept yet", "/usr");
    struct state *state = state_new(STATE_ON);
    if (!setting_keep(state, "theme", "dark", &err))
        printf("  %s\n", err.message);
    state_free(state);
    measure_start("settings and a place", "/usr");
    fill(argv[1]);
    measure_start("2,000 articles, 100,000 bookmarks", "/usr");
    measure_list();
    return 0;
}

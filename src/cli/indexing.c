/* Progress of the index: a bar on a terminal, plain lines elsewhere. */
#include "cli/indexing.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "cli/target.h"

#define BAR_CELLS 30
#define BAR_NS (100 * 1000 * 1000)             /* between two drawings */
#define LINE_NS ((int64_t)10 * 1000000000)     /* between two lines */
#define SILENT_NS ((int64_t)300 * 1000 * 1000) /* what needs no bar */

static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
}

struct watching {
    struct cli *cli;
    bool terminal, loud;
    bool drawn;
    int64_t started, last; /* ns */
};

static void draw_bar(struct watching *watching,
                     const struct index_progress *progress)
{
    char bar[BAR_CELLS + 1], line[160];
    double seconds = (double)(clock_ns() - watching->started) / 1e9;
    double rate = seconds > 0 ? (double)progress->n_read / seconds : 0;
    size_t n_left = progress->n_to_read - progress->n_read;
    size_t full = progress->n_to_read
                      ? BAR_CELLS * progress->n_read / progress->n_to_read
                      : 0;
    memset(bar, '.', BAR_CELLS);
    memset(bar, '#', full);
    bar[BAR_CELLS] = '\0';
    int n = snprintf(line, sizeof line,
                     "\rindex [%s] %zu of %zu, %.0f a second, %.0f s left  ",
                     bar, progress->n_read, progress->n_to_read, rate,
                     rate > 0 ? (double)n_left / rate : 0);
    if (write(STDERR_FILENO, line, (size_t)n) == n)
        watching->drawn = true;
}

static bool show(void *context, const struct index_progress *progress)
{
    struct watching *watching = context;
    int64_t at = clock_ns();
    if (!progress->n_read || at - watching->started < SILENT_NS)
        return interrupted;
    if (watching->terminal && at - watching->last >= BAR_NS) {
        draw_bar(watching, progress);
        watching->last = at;
    } else if (!watching->terminal && watching->loud &&
               at - watching->last >= LINE_NS) {
        cli_complain(watching->cli, "index: %zu of %zu articles read",
                     progress->n_read, progress->n_to_read);
        watching->last = at;
    }
    return interrupted;
}

static bool update(struct cli *cli, struct index *index, bool loud,
                   struct index_progress *progress)
{
    struct error err;
    struct sigaction action = {.sa_handler = interrupt}, before;
    struct watching watching = {
        .cli = cli,
        .terminal = isatty(STDERR_FILENO),
        .loud = loud,
        .started = clock_ns(),
        .last = clock_ns(),
    };
    sigaction(SIGINT, &action, &before);
    bool ok = index_update(index, &(struct index_watch){show, &watching},
                           progress, &err);
    sigaction(SIGINT, &before, NULL);
    if (watching.drawn && write(STDERR_FILENO, "\r\033[K", 4) != 4)
        return false;
    if (ok)
        return true;
    cli_complain(cli, "index: %s after %zu of %zu articles", err.message,
                 progress->n_read, progress->n_to_read);
    return false;
}

struct index *indexing_open(struct cli *cli, bool loud,
                            struct index_progress *progress)
{
    struct error err = {0};
    size_t n;
    const char **folders = target_folders(cli, &n);
    struct index *index = index_open(folders, n, &err);
    if (!index) {
        cli_complain(cli, "%s", err.message);
        return NULL;
    }
    bool ok = update(cli, index, loud, progress);
    if (index_in_memory(index))
        cli_complain(cli, "the index is kept in memory: %s",
                     index_in_memory(index));
    if (ok && !index_n_articles(index)) {
        target_complain_empty(cli, folders, n);
        ok = false;
    }
    if (ok)
        return index;
    index_close(index);
    return NULL;
}

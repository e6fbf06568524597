/* Progress of the index: a bar on a terminal, plain lines elsewhere. */
#include "cli/indexing.h"

#include <signal.h>
#include <stdio.h>

#include "base/progress.h"
#include "cli/target.h"

static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
}

struct watching {
    struct cli *cli;
    bool loud;
    struct progress progress;
};

static void draw_bar(struct watching *watching, const struct index_progress *at)
{
    char text[120];
    double n_read = (double)at->n_read, n_to_read = (double)at->n_to_read;
    double rate = n_read / progress_seconds(&watching->progress);
    snprintf(text, sizeof text, "index: %zu of %zu, %.0f a second, %.0f s left",
             at->n_read, at->n_to_read, rate, (n_to_read - n_read) / rate);
    progress_draw(&watching->progress, n_read / n_to_read, text);
}

static bool show(void *context, const struct index_progress *at)
{
    struct watching *watching = context;
    if (!at->n_read || !progress_is_due(&watching->progress))
        return interrupted;
    if (watching->progress.terminal)
        draw_bar(watching, at);
    else if (watching->loud)
        cli_complain(watching->cli, "index: %zu of %zu articles read",
                     at->n_read, at->n_to_read);
    return interrupted;
}

static bool update(struct cli *cli, struct index *index, bool loud,
                   struct index_progress *progress)
{
    struct error err;
    struct sigaction action = {.sa_handler = interrupt}, before;
    struct watching watching = {.cli = cli, .loud = loud};
    progress_init(&watching.progress);
    sigaction(SIGINT, &action, &before);
    bool ok = index_update(index, &(struct index_watch){show, &watching},
                           progress, &err);
    sigaction(SIGINT, &before, NULL);
    progress_clear(&watching.progress);
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

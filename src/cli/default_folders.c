/* Finds the default folders, and updates their index. */
#include "cli/default_folders.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/platform.h"
#include "base/progress.h"
#include "base/strs.h"
#include "index/catalogue.h"

/* Returns the folder of the installed articles: relative to the program, or
 * where they were to be installed. */
static const char *installed_articles(struct cli *cli)
{
    static const char where[] = "/" MEDFAQ_BINDIR "/medfaq";
    const char *program = cli_program(cli);
    if (!str_ends(program, where))
        return MEDFAQ_PREFIX "/" MEDFAQ_ARTICLES;
    size_t n_prefix = strlen(program) - strlen(where);
    return arena_printf(&cli->arena, "%.*s/%s", (int)n_prefix, program,
                        MEDFAQ_ARTICLES);
}

const char **default_folders(struct cli *cli, size_t *n)
{
    return library_default_folders(&cli->arena, installed_articles(cli), n);
}

void default_folders_complain(struct cli *cli, const char *const *folders,
                              size_t n)
{
    for (size_t i = 0; i < n; i++)
        cli_complain(cli, "%s: %s", folders[i],
                     access(folders[i], R_OK) == 0 ? _("no articles")
                                                   : strerror(errno));
}

struct library *default_folders_library(struct cli *cli)
{
    size_t n;
    const char **folders = default_folders(cli, &n);
    return library_open(folders, n);
}

/* Reads the articles with the code of --code, else those with the words, else
 * all. */
static struct library *read_index(struct cli *cli, struct index *index,
                                  const char *words)
{
    const char *code = cli_code(cli, NULL);
    struct library *library = code ? catalogue_coded(index, code)
                              : words && *words
                                  ? catalogue_with_words(index, words)
                                  : catalogue_all(index);
    library->skipped =
        catalogue_skipped(index, &library->arena, catalogue_n_skipped(index),
                          &library->n_skipped);
    return library;
}

bool default_folders_are_current(struct cli *cli, struct index *index)
{
    return !cli_has(cli, OPTION_FRESH) && index_is_current(index);
}

/* Reads articles, and updates the index first if they may have changed. Returns
 * NULL after complaining if that fails. */
static struct library *read_fresh(struct cli *cli, struct index *index,
                                  const struct articles_wanted *wanted)
{
    struct index_progress progress;
    if (wanted->are_fresh && default_folders_are_current(cli, index)) {
        struct library *library = read_index(cli, index, wanted->words);
        if (wanted->are_fresh(wanted->context, index, library))
            return library;
        library_free(library);
    }
    return default_folders_update(cli, index, false, &progress)
               ? read_index(cli, index, wanted->words)
               : NULL;
}

void default_folders_close(struct cli *cli, struct index *index)
{
    if (index && index_was_replaced(index))
        cli_complain(cli, _("the index was damaged, out of date or open to "
                            "other users and is being rebuilt"));
    index_close(index);
}

struct library *default_folders_articles(struct cli *cli,
                                         const struct articles_wanted *wanted,
                                         bool *any)
{
    size_t n;
    const char **folders = default_folders(cli, &n);
    struct index *index =
        platform_is_secure() ? NULL : index_open_complete(folders, n);
    struct library *library = index ? read_fresh(cli, index, wanted) : NULL;
    *any = true;
    /* A damaged index has been emptied. */
    if (library && (index_mend(index, DB_DONE) || !index_n_articles(index))) {
        library_free(library);
        library = NULL;
    }
    default_folders_close(cli, index);
    if (!library) {
        library = default_folders_library(cli);
        *any = library->n_entries;
    }
    return library;
}

static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
}

/* What is shown while the index is updated. */
struct update_display {
    struct cli *cli;
    bool loud;
    struct progress progress;
};

static void draw_bar(struct update_display *display,
                     const struct index_progress *at)
{
    double n_read = (double)at->n_read, n_to_read = (double)at->n_to_read;
    double rate = n_read / progress_seconds(&display->progress);
    struct buf text;
    buf_init(&text);
    buf_printf(&text, _("indexing %zu of %zu, %.0f a second, %.0f s left"),
               at->n_read, at->n_to_read, rate, (n_to_read - n_read) / rate);
    progress_draw(&display->progress, n_read / n_to_read, text.data);
    buf_finish(&text);
}

static bool show_update(void *context, const struct index_progress *at)
{
    struct update_display *display = context;
    if (!at->n_read || !progress_is_due(&display->progress))
        return interrupted;
    if (display->progress.terminal)
        draw_bar(display, at);
    else if (display->loud)
        cli_complain(display->cli, _("indexing: %zu of %zu articles read"),
                     at->n_read, at->n_to_read);
    return interrupted;
}

bool default_folders_update(struct cli *cli, struct index *index, bool loud,
                            struct index_progress *progress)
{
    struct error err;
    struct sigaction action = {.sa_handler = interrupt}, before;
    struct update_display display = {.cli = cli, .loud = loud};
    progress_init(&display.progress);
    sigaction(SIGINT, &action, &before);
    bool done = index_update(
        index, &(struct index_watch){show_update, &display}, progress, &err);
    sigaction(SIGINT, &before, NULL);
    progress_clear(&display.progress);
    if (!done)
        cli_complain(cli, _("indexing: %s after %zu of %zu articles"),
                     err.message, progress->n_read, progress->n_to_read);
    return done;
}

struct index *default_folders_index(struct cli *cli, bool loud,
                                    struct index_progress *progress)
{
    struct error err = {0};
    size_t n;
    const char **folders = default_folders(cli, &n);
    bool is_secure = platform_is_secure();
    struct index *index = is_secure ? index_open_memory(folders, n, &err)
                                    : index_open(folders, n, &err);
    if (!index) {
        cli_complain(cli, "%s", err.message);
        return NULL;
    }
    *progress = (struct index_progress){0};
    bool done = (!loud && default_folders_are_current(cli, index)) ||
                default_folders_update(cli, index, loud, progress);
    if (index_why_temporary(index) && (loud || !is_secure))
        cli_complain(cli, _("cannot save the index: %s"),
                     index_why_temporary(index));
    bool any = done && index_n_articles(index);
    if (done && !any)
        default_folders_complain(cli, folders, n);
    if (any)
        return index;
    index_close(index);
    return NULL;
}

/* Starts the reader, runs its loop, and leaves. */
#include "ui/ui.h"

#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "ui/app.h"
#include "ui/article_view.h"
#include "ui/boxes.h"
#include "ui/library_view.h"
#include "ui/memory.h"
#include "ui/signals.h"

enum {
    POLL_TERMINAL,
    POLL_SIGNALS,
    POLL_WATCH,
    POLL_INDEX,
    POLL_TERMS,
    POLL_ARTICLE,
    POLL_COUNT
};

static void app_init(struct app *app, const struct ui_options *options)
{
    *app = (struct app){.options = options};
    buf_init(&app->message);
    strs_init(&app->history);
    strs_init(&app->picked);
    charset_init(&app->charset, nl_langinfo(CODESET));
    if (app->charset.type != CHARSET_UTF8)
        app->canvas.charset = &app->charset;
    keymap_init(&app->keymap);
    config_init(&app->config);
    config_load(&app->config, &app->keymap);
    memory_init(app);
    if (options->cells) {
        app->config.width = options->cells;
        app->chosen.width = 0;
    }
    app->text_cells = app->chosen.width ? app->chosen.width : app->config.width;
    app->linear = options->linear ||
                  app_is_chosen(app->chosen.linear, app->config.linear);
}

static void app_finish(struct app *app)
{
    app_leave(app, app->exit_status);
    library_index_finish(app);
    terms_finish(app);
    watch_close(&app->watch);
    memory_finish(app);
    config_finish(&app->config);
    charset_finish(&app->charset);
    strs_finish(&app->history);
    strs_finish(&app->picked);
    buf_finish(&app->message);
}

static void say_config(struct app *app)
{
    const struct diagnostics *problems = &app->config.problems;
    if (!problems->n)
        return;
    const struct diagnostic *first = &problems->items[0];
    char *path = paths_shorten_home(app->config.path);
    struct buf keys;
    buf_init(&keys);
    keymap_keys(&app->keymap, ACTION_PROBLEMS, 1, false, &keys);
    app_warn(app, _("%s:%u: %s (press %s to see all %zu)"), path, first->line,
             first->text, keys.data, problems->n);
    buf_finish(&keys);
    free(path);
}

static void open_first(struct app *app)
{
    const struct ui_options *options = app->options;
    if (options->path || options->content)
        article_view_continue(app, options->path, options->kind);
    else if (options->query)
        library_view_open_with(app, options->query);
    else
        library_view_open(app);
    if (options->note)
        app_say(app, "%s", options->note);
    say_config(app);
    memory_say_trouble(app);
}

static void open_screen(struct app *app)
{
    app->canvas.few_glyphs = app->terminal.is_linux;
    app_set_theme(app, app->chosen.theme ? app->chosen.theme
                                         : app_configured_theme(app));
    /* On the Linux console it would need gpm, and there the mouse is mostly for
     * selecting. */
    if (app_is_chosen(app->chosen.mouse, app->config.mouse) &&
        !app->terminal.is_linux)
        terminal_set_mouse(&app->terminal, true);
    watch_open(&app->watch);
    open_first(app);
}

static void suspend(struct app *app)
{
    terminal_leave(&app->terminal);
    signals_suspend();
    terminal_return(&app->terminal);
}

/* ^C leaves from everywhere. */
static void take_signals(struct app *app)
{
    struct signals_seen seen = signals_take();
    if (seen.leave) {
        app_leave(app, 128 + seen.leave);
        return;
    }
    if (seen.suspend)
        suspend(app);
    else if (seen.resumed)
        terminal_leave(&app->terminal), terminal_return(&app->terminal);
    else if (seen.resized)
        terminal_resize(&app->terminal);
}

/* Keys may come faster than screens are drawn. A burst of characters is
 * reported to the view once; any other event must find the view as drawn after
 * the events before it. */
static void take_event(struct app *app, const struct event *event)
{
    struct prompt *prompt = &app->top->prompt;
    bool is_key = !event->pasted && event->pointer == POINTER_NONE;
    if (!is_key || !prompt_takes(prompt, event->key)) {
        prompt_tell(prompt, app);
        if (app->top->stale)
            app_draw(app);
    }
    app_event(app, event);
}

static void take_keys(struct app *app)
{
    struct event event;
    while (app->top && terminal_read(&app->terminal, &event))
        take_event(app, &event);
    if (app->top)
        prompt_tell(&app->top->prompt, app);
}

/* True if the screen must be drawn again. */
static bool take_changes(struct app *app)
{
    if (!watch_take(&app->watch))
        return false;
    library_index_changed(app);
    for (struct view *view = app->top; view; view = view->below)
        if (view->ops->changed)
            view->ops->changed(view, app);
    return true;
}

/* Does work that waited for the first screen. */
static void work(struct app *app)
{
    struct view *view = app_reading(app);
    library_index_check(app);
    if (view && view->ops->work && view->ops->work(view, app))
        app_draw(app);
    if (!app_key_waits(app) && memory_write(app))
        app_draw(app);
}

/* Waits for the next event of any kind and handles it; true if the screen must
 * be drawn again. */
static bool take_next(struct app *app)
{
    struct pollfd fds[POLL_COUNT] = {
        [POLL_TERMINAL] = {terminal_fd(&app->terminal), POLLIN, 0},
        [POLL_SIGNALS] = {signals_fd(), POLLIN, 0},
        [POLL_WATCH] = {app->watch.fd, POLLIN, 0},
        [POLL_INDEX] = {library_index_fd(app), POLLIN, 0},
        [POLL_TERMS] = {terms_fd(app), POLLIN, 0},
        [POLL_ARTICLE] = {article_load_fd(app_reading(app)), POLLIN, 0},
    };
    bool changed = false;
    if (poll(fds, POLL_COUNT, -1) < 0)
        return errno == EINTR;
    /* After a stop, what poll reported of the terminal is out of date. */
    if (fds[POLL_SIGNALS].revents) {
        take_signals(app);
        return true;
    }
    if (fds[POLL_TERMINAL].revents) {
        if (terminal_is_gone(&app->terminal, fds[POLL_TERMINAL].revents))
            app_leave(app, app->exit_status);
        take_keys(app);
        changed = true;
    }
    if (app->top && fds[POLL_INDEX].revents) {
        if (library_index_take(app)) {
            library_view_progress(app);
            if (app->top->ops->is_box)
                app->top->stale = true; /* it may list articles */
        }
        changed = true;
    }
    if (app->top && fds[POLL_TERMS].revents) {
        terms_take(app);
        changed = true;
    }
    if (app->top && fds[POLL_ARTICLE].revents &&
        fds[POLL_ARTICLE].fd == article_load_fd(app_reading(app))) {
        article_load_whole(article_view_of(app_reading(app)), app);
        changed = true;
    }
    if (app->top && fds[POLL_WATCH].revents)
        changed = take_changes(app) || changed;
    return changed;
}

static void run(struct app *app)
{
    while (app->top) {
        app_draw(app);
        work(app);
        while (!take_next(app))
            ;
    }
}

int ui_run(const struct ui_options *options, struct error *err)
{
    struct app app;
    app_init(&app, options);
    int status = -1;
    if (terminal_open(&app.terminal, err)) {
        open_screen(&app);
        run(&app);
        terminal_close(&app.terminal);
        status = app.exit_status;
    }
    app_finish(&app);
    return status;
}

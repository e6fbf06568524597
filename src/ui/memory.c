/* Keeps settings, places and marks, and says what could not be kept. */
#include "ui/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/strs.h"
#include "state/mark.h"
#include "state/searches.h"
#include "state/setting.h"
#include "ui/article_keep.h"
#include "ui/article_view.h"
#include "ui/boxes.h"

static void take_theme(struct app *app, const char *value)
{
    app->chosen.theme = theme_find(value);
}

static void take_width(struct app *app, const char *value)
{
    long width;
    if (number_read(value, CONFIG_WIDTH_MIN, CONFIG_WIDTH_MAX, &width))
        app->chosen.width = (unsigned)width;
}

static void take_sort(struct app *app, const char *value)
{
    app->chosen.sort = config_sort(value);
}

static void take_linear(struct app *app, const char *value)
{
    app->chosen.linear = str_equal(value, "yes") ? CHOSEN_YES : CHOSEN_NO;
}

static void take_mouse(struct app *app, const char *value)
{
    app->chosen.mouse = str_equal(value, "yes") ? CHOSEN_YES : CHOSEN_NO;
}

static const struct {
    const char *name;
    void (*take)(struct app *app, const char *value);
} settings[] = {
    {"theme", take_theme},   {"width", take_width}, {"sort", take_sort},
    {"linear", take_linear}, {"mouse", take_mouse},
};

static void take_setting(void *context, const char *name, const char *value)
{
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (str_equal(settings[i].name, name))
            settings[i].take(context, value);
}

void memory_init(struct app *app)
{
    const struct ui_options *options = app->options;
    bool is_private = options->is_private || app->config.is_private;
    app->state = state_new(options->is_secure ? STATE_OFF
                           : is_private       ? STATE_PRIVATE
                                              : STATE_ON);
    setting_read(app->state, take_setting, app);
    if (app->config.keeps_searches)
        searches_read(app->state, &app->history);
    app->n_searches_kept = app->history.n;
}

void memory_finish(struct app *app)
{
    memory_write(app);
    article_keep_finish(app);
    free(app->visits);
    for (int i = 0; i < N_MARKS; i++)
        mark_finish(&app->marks[i]);
    state_free(app->state);
}

void memory_keep_setting(struct app *app, const char *name, const char *value)
{
    struct error err;
    if (!state_is_on(app->state))
        return;
    bool kept = setting_keep(app->state, name, value, &err);
    if (kept)
        buf_add(&app->message, _(". Saved"));
    else
        buf_printf(&app->message, _(". Not saved: %s"), err.message);
    app->message_is_error = !kept;
}

void memory_keep_number(struct app *app, const char *name, unsigned value)
{
    char text[16];
    snprintf(text, sizeof text, "%u", value);
    memory_keep_setting(app, name, text);
}

void memory_keep_yes_or_no(struct app *app, const char *name, bool value)
{
    memory_keep_setting(app, name, value ? "yes" : "no");
}

bool memory_say_trouble(struct app *app)
{
    if (app->message.n_bytes)
        return false;
    const char *trouble = state_take_trouble(app->state);
    if (trouble)
        app_warn(app, "%s", trouble);
    return trouble != NULL;
}

/* Only an article that was read whole is known by its content. */
static bool is_whole(const struct article_view *view)
{
    return view->path && view->article && !view->is_start;
}

void memory_visit(struct article_view *view, struct app *app)
{
    if (!view->opened && is_whole(view) && state_is_on(app->state))
        view->opened = (int64_t)time(NULL);
}

void memory_leave(struct article_view *view, struct app *app)
{
    if (!view->opened || !is_whole(view))
        return;
    struct remembered_visit *visit = remembered_visit_new(
        view->article, view->place, view->opened, view->asked);
    view->opened = 0;
    view->asked = 0;
    app->visits = mem_grow(app->visits, app->n_visits, &app->visits_capacity,
                           sizeof *app->visits);
    app->visits[app->n_visits++] = visit;
}

bool memory_write(struct app *app)
{
    struct error err;
    for (size_t i = 0; i < app->n_visits; i++) {
        remembered_visit_keep(app->state, app->visits[i], &err);
        remembered_visit_free(app->visits[i]);
    }
    app->n_visits = 0;
    if (app->config.keeps_searches && state_is_on(app->state) &&
        app->history.n > app->n_searches_kept)
        searches_keep(app->state, &app->history, app->n_searches_kept, &err);
    app->n_searches_kept = app->history.n;
    return memory_say_trouble(app);
}

char *memory_read_on(struct app *app, const char *path)
{
    struct remembered known;
    char day[16] = "";
    struct tm tm;
    if (!state_is_on(app->state) || !path)
        return NULL;
    if (remembered_find(app->state, path, &known) && known.opened) {
        time_t opened = (time_t)known.opened;
        strftime(day, sizeof day, "%Y-%m-%d", localtime_r(&opened, &tm));
    }
    remembered_finish(&known);
    return mem_strdup(day);
}

static void take_mark(void *context, const struct kept_mark *kept)
{
    struct app *app = context;
    int i = kept->letter - 'a';
    if (i < 0 || i >= N_MARKS || app->marks[i].label)
        return;
    app->marks[i] = (struct mark){
        .place = {.path = mem_strdup(kept->path),
                  .source_offset = kept->place.source_offset,
                  .focus = NO_FOCUS},
        .label = mem_strdup(kept->label),
        .slug = mem_strdup(kept->place.slug),
        .beyond = kept->place.beyond,
    };
}

void memory_load_marks(struct app *app)
{
    if (app->has_marks)
        return;
    app->has_marks = true;
    mark_read(app->state, take_mark, app);
}

bool memory_keep_mark(struct article_view *view, struct app *app, int mark)
{
    struct error err;
    if (!state_is_on(app->state) || !is_whole(view) ||
        mark_keep(app->state, (char)('a' + mark), view->article, view->place,
                  app->marks[mark].label, &err))
        return true;
    app_warn(app, _("Marked for this session only, not saved: %s"),
             err.message);
    return false;
}

/* The stack of views, the actions that every view has, messages. */
#include "ui/app.h"

#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <curses.h>

#include "base/i18n.h"
#include "ui/article_view.h"
#include "ui/bookmarks_view.h"
#include "ui/boxes.h"
#include "ui/list.h"
#include "ui/library_view.h"
#include "ui/memory.h"

bool app_remembers(const struct app *app)
{
    return !app->options->is_private && !app->options->is_secure &&
           !app->config.is_private;
}

void app_push(struct app *app, struct view *view)
{
    view->below = app->top;
    prompt_init(&view->prompt, view, app_remembers(app) ? &app->history : NULL);
    view->stale = true;
    app->top = view;
}

void app_pop(struct app *app)
{
    struct view *view = app->top;
    if (article_view_of(view))
        memory_leave(article_view_of(view), app);
    app->top = view->below;
    prompt_finish(&view->prompt);
    view->ops->close(view);
    if (app->top)
        app->top->stale = true;
}

void app_leave(struct app *app, int exit_status)
{
    app->exit_status = exit_status;
    while (app->top)
        app_pop(app);
}

struct view *app_reading(const struct app *app)
{
    struct view *view = app->top;
    while (view && view->ops->is_box)
        view = view->below;
    return view;
}

static void say(struct app *app, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

static void say(struct app *app, const char *format, va_list args)
{
    char text[1024];
    vsnprintf(text, sizeof text, format, args);
    buf_clear(&app->message);
    buf_add(&app->message, text);
}

void app_say(struct app *app, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(app, format, args);
    va_end(args);
    app->message_is_error = false;
}

void app_warn(struct app *app, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(app, format, args);
    va_end(args);
    app->message_is_error = true;
}

/* For views other than an article. */
static void say_emergency(struct view *view, struct app *app)
{
    (void)view;
    app_warn(app, _("If this may be an emergency, call your local emergency "
                    "number now. For advice on a topic, open its article "
                    "and press !"));
}

bool app_key_waits(void *context)
{
    struct app *app = context;
    struct pollfd fd = {terminal_fd(&app->terminal), POLLIN, 0};
    return poll(&fd, 1, 0) > 0;
}

bool app_may_write(struct app *app)
{
    if (app->options->is_secure)
        app_warn(app, _("Not allowed while MEDFAQ_SECURE is set"));
    return !app->options->is_secure;
}

void app_set_theme(struct app *app, const struct theme *theme)
{
    bool is_linux = app->terminal.is_linux;
    struct theme_screen screen = {COLORS, app->config.ground, is_linux};
    if (is_linux && screen.ground == GROUND_UNKNOWN)
        screen.ground = GROUND_DARK; /* the console's own */
    theme_resolve(theme, screen, &app->config.colors, &app->theme);
    app->canvas.theme = &app->theme;
    theme_use(&app->theme);
    clearok(curscr, TRUE);
}

const struct theme *app_configured_theme(const struct app *app)
{
    if (app->config.theme)
        return app->config.theme;
    return theme_find(app->terminal.colors ? "default" : "mono");
}

bool app_is_chosen(enum chosen_state chosen, bool configured)
{
    return chosen == CHOSEN_NEITHER ? configured : chosen == CHOSEN_YES;
}

static void close_top(struct view *view, struct app *app)
{
    (void)view;
    app_pop(app);
}

static void leave(struct view *view, struct app *app)
{
    (void)view;
    app_leave(app, 0);
}

/* Esc closes a box, an input or a highlight, and never leaves. */
static void stay(struct view *view, struct app *app)
{
    (void)view;
    (void)app;
}

static void toggle_mouse(struct view *view, struct app *app)
{
    bool on = !app->terminal.mouse;
    (void)view;
    terminal_set_mouse(&app->terminal, on);
    app_say(app, on ? _("Mouse on: scroll with the wheel, click to select")
                    : _("Mouse off: your terminal selects text"));
    memory_keep_yes_or_no(app, "mouse", on);
}

static void toggle_linear(struct view *view, struct app *app)
{
    (void)view;
    app->linear = !app->linear;
    app_say(app, app->linear ? _("Linear mode on") : _("Linear mode off"));
    memory_keep_yes_or_no(app, "linear", app->linear);
}

static void redraw(struct view *view, struct app *app)
{
    (void)view;
    terminal_resize(&app->terminal);
}

/* What every view can do, unless its own table says otherwise. */
static const struct view_action common[] = {
    {ACTION_CLOSE, close_top, true},
    {ACTION_QUIT, leave, true},
    {ACTION_ESCAPE, stay, true},
    {ACTION_HELP, help_open, true},
    {ACTION_PALETTE, palette_open, true},
    {ACTION_THEME, theme_open, true},
    {ACTION_MOUSE, toggle_mouse, true},
    {ACTION_REDRAW, redraw, true},
    {ACTION_PROBLEMS, problems_open, true},
    {ACTION_GO_TO_MARK, marks_open, true},
    {ACTION_SEARCH, library_view_ask, true},
    {ACTION_EMERGENCY, say_emergency, true},
    {ACTION_LINEAR, toggle_linear, true},
    {ACTION_BOOKMARKS, bookmarks_view_open, true},
    {ACTION_HISTORY, history_open, true},
    {ACTION_SHEET, article_view_open_sheet, true},
    {ACTION_NONE, NULL},
};

static const struct view_action *find_row(const struct view_action *rows,
                                          enum action action)
{
    while (rows->action != ACTION_NONE && rows->action != action)
        rows++;
    return rows->action == action ? rows : NULL;
}

const struct view_action *view_action(const struct view_ops *ops,
                                      enum action action)
{
    const struct view_action *row = find_row(ops->actions, action);
    if (!row && ops->list)
        row = find_row(list_actions, action);
    return row ? row : find_row(common, action);
}

void app_act(struct app *app, enum action action)
{
    struct view *view = app->top;
    const struct view_action *row = view_action(view->ops, action);
    bool is_empty = view->ops->is_empty && view->ops->is_empty(view);
    if (view->ops->renew)
        view->ops->renew(view, app, action);
    if (row && (!is_empty || row->when_empty))
        row->run(view, app);
    app->last_action = action;
}

static void say_unknown(struct app *app, uint32_t key)
{
    struct buf text, help;
    buf_init(&text);
    buf_init(&help);
    key_add_name(key, app->canvas.charset != NULL, &text);
    keymap_keys(&app->keymap, ACTION_HELP, 1, app->canvas.charset != NULL,
                &help);
    app_say(app, _("No action for %s here. Press %s for help"), text.data,
            help.data);
    buf_finish(&text);
    buf_finish(&help);
}

/* The prompt passes on the keys that it does not use: all of them if it filters
 * a list, otherwise only those that move. */
static void app_prompt_key(struct app *app, const struct event *event)
{
    struct view *view = app->top;
    buf_clear(&app->message);
    if (prompt_key(&view->prompt, app, event->key))
        return;
    enum action action =
        keymap_find(&app->keymap, event->key, view->ops->where);
    if (action == ACTION_NONE)
        return;
    if (view->prompt.ops->in_list ||
        (event->key & KEY_SPECIAL && action_get(action)->group == GROUP_MOVE))
        app_act(app, action);
}

static void app_key(struct app *app, const struct event *event)
{
    struct view *view = app->top;
    if (prompt_is_open(&view->prompt)) {
        app_prompt_key(app, event);
        return;
    }
    buf_clear(&app->message);
    enum action action =
        keymap_find(&app->keymap, event->key, view->ops->where);
    if (view->ops->key && view->ops->key(view, app, event->key))
        return;
    if (action != ACTION_NONE)
        app_act(app, action);
    else
        say_unknown(app, event->key);
    if (action == ACTION_NONE)
        app->last_action = ACTION_NONE;
}

/* Pasted text must not be taken for keys: its letters would run commands. */
static void take_pasted(struct app *app, const char *text)
{
    struct prompt *prompt = &app->top->prompt;
    if (!prompt_is_open(prompt) || !prompt_paste(prompt, app, text))
        app_say(app, _("Paste ignored. Press / or S first, then paste"));
}

static void take_pointer(struct app *app, const struct event *event)
{
    struct view *view = app->top;
    const struct prompt *prompt = &view->prompt;
    bool is_click = event->pointer == POINTER_CLICK;
    enum action hint =
        is_click ? app_hint_at(app, event->row, event->col) : ACTION_NONE;
    if (hint != ACTION_NONE)
        app_act(app, hint);
    if (hint != ACTION_NONE ||
        (is_click && prompt_is_open(prompt) && !prompt->ops->clicks))
        return;
    if (view->ops->renew)
        view->ops->renew(view, app, ACTION_NONE);
    if (view->ops->pointer)
        view->ops->pointer(view, app, event);
    else if (view->list)
        list_pointer(view, app, event);
}

void app_event(struct app *app, const struct event *event)
{
    app->key = event->key;
    if (event->pasted)
        take_pasted(app, event->pasted);
    else if (event->pointer == POINTER_NONE)
        app_key(app, event);
    else
        take_pointer(app, event);
}

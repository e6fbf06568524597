/* The view stack, actions that every view has, messages. */
#include "ui/app.h"

#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <curses.h>

#include "ui/boxes.h"
#include "ui/search_view.h"

void app_push(struct app *app, struct view *view)
{
    view->below = app->top;
    prompt_init(&view->prompt, view, &app->history);
    view->stale = true;
    app->top = view;
}

void app_pop(struct app *app)
{
    struct view *view = app->top;
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

/* Where no article is open. */
static void say_emergency(struct app *app)
{
    app_warn(app, "If this may be an emergency, call your local emergency "
                  "number now. Advice is in the articles: open one and press "
                  "! again.");
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
        app_warn(app, "not allowed here (MEDFAQ_SECURE)");
    return !app->options->is_secure;
}

void app_set_theme(struct app *app, const struct theme *theme)
{
    app->canvas.theme = theme;
    theme_use(theme);
    clearok(curscr, TRUE);
}

static void toggle_mouse(struct app *app)
{
    bool on = !app->terminal.mouse;
    terminal_set_mouse(&app->terminal, on);
    app_say(app, on ? "mouse on: wheel and click"
                    : "mouse off: select text with it as usual");
}

static void toggle_linear(struct app *app)
{
    app->linear = !app->linear;
    app_say(app, app->linear ? "linear: no boxes, no tables"
                             : "boxes and tables again");
}

static void redraw(struct app *app)
{
    terminal_resize(&app->terminal);
}

static void leave(struct app *app)
{
    app_leave(app, 0);
}

/* What any view leaves to the application. */
static const struct {
    enum action action;
    void (*run)(struct app *app);
} common[] = {
    {ACTION_CLOSE, app_pop},           {ACTION_QUIT, leave},
    {ACTION_HELP, help_open},          {ACTION_PALETTE, palette_open},
    {ACTION_THEME, theme_open},        {ACTION_MOUSE, toggle_mouse},
    {ACTION_REDRAW, redraw},           {ACTION_PROBLEMS, problems_open},
    {ACTION_GO_TO_MARK, marks_open},   {ACTION_SEARCH, search_view_open},
    {ACTION_EMERGENCY, say_emergency}, {ACTION_LINEAR, toggle_linear},
};

void app_act(struct app *app, enum action action, const struct event *event)
{
    struct view *view = app->top;
    if (view->ops->act(view, app, action, event))
        return;
    if (action == ACTION_ESCAPE && view->ops->is_box) {
        app_pop(app);
        return;
    }
    for (size_t i = 0; i < sizeof(common) / sizeof *common; i++)
        if (common[i].action == action) {
            common[i].run(app);
            return;
        }
}

static void say_unknown(struct app *app, uint32_t key)
{
    struct buf text, help;
    buf_init(&text);
    buf_init(&help);
    key_add_name(key, app->canvas.charset != NULL, &text);
    keymap_keys(&app->keymap, ACTION_HELP, 1, app->canvas.charset != NULL,
                &help);
    app_say(app, "%s does nothing here; %s shows the keys", text.data,
            help.data);
    buf_finish(&text);
    buf_finish(&help);
}

/* Keys that the prompt does not take are the view's: all of them in a list that
 * one types into, else those that move. */
static void app_prompt_key(struct app *app, const struct event *event)
{
    struct view *view = app->top;
    if (prompt_key(&view->prompt, app, event->key))
        return;
    enum action action =
        keymap_find(&app->keymap, event->key, view->ops->where);
    if (action == ACTION_NONE)
        return;
    if (view->prompt.ops->in_list)
        app_act(app, action, event);
    else if (event->key & KEY_SPECIAL &&
             action_get(action)->group == GROUP_MOVE)
        view->ops->act(view, app, action, event);
}

static void app_key(struct app *app, const struct event *event)
{
    struct view *view = app->top;
    if (prompt_is_open(&view->prompt)) {
        app_prompt_key(app, event);
        return;
    }
    buf_clear(&app->message);
    if (view->ops->key && view->ops->key(view, app, event))
        return;
    enum action action =
        keymap_find(&app->keymap, event->key, view->ops->where);
    if (action != ACTION_NONE)
        app_act(app, action, event);
    else
        say_unknown(app, event->key);
}

/* Pasted text is no keys: its letters would be commands. */
static void take_pasted(struct app *app, const char *text)
{
    struct prompt *prompt = &app->top->prompt;
    if (!prompt_is_open(prompt) || !prompt_paste(prompt, app, text))
        app_say(app, "pasted text goes into / and S; it was left out here");
}

bool app_cancel(struct app *app)
{
    if (prompt_is_open(&app->top->prompt))
        return prompt_key(&app->top->prompt, app, 27);
    if (!app->top->ops->is_box)
        return false;
    app_pop(app);
    return true;
}

void app_event(struct app *app, const struct event *event)
{
    struct view *view = app->top;
    bool clicks = event->pointer == POINTER_CLICK;
    enum action hint =
        clicks ? app_hint_at(app, event->row, event->col) : ACTION_NONE;
    if (event->pasted)
        take_pasted(app, event->pasted);
    else if (event->pointer == POINTER_NONE)
        app_key(app, event);
    else if (hint != ACTION_NONE)
        app_act(app, hint, &(struct event){0});
    else if (view->ops->pointer && (!clicks || !prompt_is_open(&view->prompt) ||
                                    view->prompt.ops->clicks))
        view->ops->pointer(view, app, event);
}

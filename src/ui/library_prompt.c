/* The prompt of the library: what is typed, and who has the focus. */
#include "ui/library_view.h"

#include "base/i18n.h"
#include "ui/boxes.h"

#define CONTROL_D 4

static void prompt_changed(struct view *base, struct app *app, const char *text)
{
    answers_look_for(library_view_of(base), app, text, false);
    library_show(library_view_of(base));
}

/* Enter waits for the answers to what has been typed. The text stays until the
 * next letter replaces it. */
static void prompt_done(struct view *base, struct app *app, const char *text)
{
    struct library_view *view = library_view_of(base);
    (void)text;
    library_bring_up(view, app);
    if (library_selected_path(view, app))
        base->prompt.replaces = true;
    list_choose(base, app);
}

/* Esc goes back one step: from the emergency advice to the text, from the text
 * to all articles, and from there to the list. */
static void prompt_cancelled(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    struct prompt *prompt = &base->prompt;
    if (view->answers.is_urgent) {
        prompt_changed(base, app, prompt->text.data);
    } else if (prompt->text.n_bytes) {
        prompt_keep(prompt, prompt->text.data);
        library_drop_text(view, app);
        library_focus_prompt(base, app);
    } else {
        library_focus_list(view);
    }
}

void library_emergency(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    const char *text = view->answers.typed ? view->answers.typed : "";
    answers_look_for(view, app, text, true);
    library_show(view);
}

/* On an empty prompt a few characters are keys, since no question begins with
 * them. */
static bool take_on_empty(struct view *base, struct app *app, uint32_t key)
{
    switch (key) {
    case '?': help_open(base, app); return true;
    case ':': palette_open(base, app); return true;
    case '/': return true;
    case CONTROL_D: app_leave(app, 0); return true;
    default: return false;
    }
}

static bool prompt_sees(struct view *base, struct app *app, uint32_t key)
{
    struct prompt *prompt = &base->prompt;
    library_view_of(base)->cursor_in_list = false;
    if (key == '!') {
        prompt_tell(prompt, app);
        library_emergency(base, app);
        return true;
    }
    return !prompt->text.n_bytes && take_on_empty(base, app, key);
}

static const struct prompt_ops ops = {
    .label = N_("Find: "),
    .placeholder = N_("type a word or a question"),
    .is_kept = true,
    .in_list = true,
    .in_view = true,
    .clicks = true,
    .stays = true,
    .key = prompt_sees,
    .changed = prompt_changed,
    .done = prompt_done,
    .cancelled = prompt_cancelled,
};

bool library_is_asking(const struct library_view *view)
{
    return view->view.prompt.ops == &ops;
}

void library_focus_prompt(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    (void)app;
    view->cursor_in_list = false;
    prompt_open(&base->prompt, &ops,
                view->answers.typed ? view->answers.typed : "");
}

void library_focus_list(struct library_view *view)
{
    struct prompt *prompt = &view->view.prompt;
    if (!prompt_is_open(prompt))
        return;
    prompt_keep(prompt, prompt->text.data);
    prompt_close(prompt);
}

void library_change_focus(struct view *base, struct app *app)
{
    if (prompt_is_open(&base->prompt))
        library_focus_list(library_view_of(base));
    else
        library_focus_prompt(base, app);
}

/* What follows the text in linear mode, so that it is heard with it. Brackets
 * set it apart from what is typed. */
static void add_spoken(const struct library_view *view, int n_left_out,
                       struct buf *out)
{
    const struct answers *answers = &view->answers;
    struct answer answer = answers_item(answers, answers->list.selected);
    const struct search_result *section = answers_section(answers, answer);
    const char *title = answers_title(answers, answer);
    size_t n = answers_n_found(answers);
    bool is_urgent = answers_are_urgent(answers);
    buf_add(out, "  [");
    if (is_urgent && n_left_out < 2)
        buf_add(out, _("For emergency advice, press !. "));
    buf_printf(out, n_("%zu result", "%zu results", n), n);
    if (title && !n_left_out)
        buf_printf(out, ". %zu: %s%s%s", answers->list.selected + 1, title,
                   section ? ", " : "", section ? section->heading : "");
    buf_add(out, "]");
}

/* Leaves out the parts that do not fit, so that nothing is cut. */
static void draw_spoken(struct library_view *view, struct app *app,
                        struct area area)
{
    struct buf text;
    int used = draw_cells(&app->canvas, _(ops.label));
    if (!answers_are_shown(&view->answers) || !view->answers.typed)
        return;
    used += draw_cells(&app->canvas, view->answers.typed);
    if (used >= area.cols)
        return;
    area = area_right_of(area, used);
    buf_init(&text);
    for (int n_left_out = 0; n_left_out < 3; n_left_out++) {
        buf_clear(&text);
        add_spoken(view, n_left_out, &text);
        if (draw_cells(&app->canvas, text.data) <= area.cols)
            break;
        buf_clear(&text);
    }
    draw_text(&app->canvas, area, STYLE_DIM, text.data);
    buf_finish(&text);
}

/* Without the focus, an empty prompt names the key that gives it the focus. */
static void draw_unfocused(struct library_view *view, struct app *app,
                           struct area area)
{
    const char *typed = view->answers.typed;
    struct buf key, text;
    buf_init(&key);
    buf_init(&text);
    keymap_keys(&app->keymap, ACTION_FIND, 1, app->canvas.charset != NULL,
                &key);
    if (!typed && key.n_bytes)
        buf_printf(&text, _("press %s to type"), key.data);
    int used = draw_text(&app->canvas, area, STYLE_DIM, _(ops.label));
    draw_text(&app->canvas, area_right_of(area, used),
              typed ? STYLE_TEXT : STYLE_DIM, typed ? typed : text.data);
    buf_finish(&key);
    buf_finish(&text);
}

void library_prompt_draw(struct library_view *view, struct app *app,
                         struct area area)
{
    const struct prompt *prompt = &view->view.prompt;
    if (library_is_asking(view)) {
        prompt_draw(prompt, app, area);
        if (app->linear)
            draw_spoken(view, app, area);
        return;
    }
    draw_unfocused(view, app, area);
}

/* The library: keys, focus, reading folders again. */
#include "ui/library_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_view.h"
#include "ui/boxes.h"
#include "ui/memory.h"

static struct answer selected_answer(const struct library_view *view)
{
    return answers_item(&view->answers, view->answers.list.selected);
}

void library_show(struct library_view *view)
{
    view->view.list =
        answers_are_shown(&view->answers) ? &view->answers.list : &view->list;
}

void library_bring_up(struct library_view *view, struct app *app)
{
    library_rows_renew(view, app);
    answers_complete(view, app);
    if (view->view.stale)
        app_draw(app);
}

void library_drop_text(struct library_view *view, struct app *app)
{
    char *path = mem_strdup(library_selected_path(view, app));
    answers_look_for(view, app, "", false);
    library_show(view);
    library_bring_up(view, app);
    if (path)
        library_rows_follow(view, app, path);
    view->cursor_in_list = false;
    free(path);
}

/* Completes a partial list before the selection passes its end. At the end of
 * the answers, "Show 30 more" is opened and gives way to the first of them. */
static bool list_more(struct view *base, struct app *app, bool all)
{
    struct library_view *view = library_view_of(base);
    const struct list *list = base->list;
    enum answer_type type = selected_answer(view).type;
    bool opens = type == ANSWER_MORE_TITLES || type == ANSWER_MORE_SECTIONS;
    if (!answers_are_shown(&view->answers)) {
        if (!view->catalogue.is_whole)
            library_rows_all(view, app);
        return false;
    }
    if (all || !opens || list->selected + 1 < list->n_items)
        return false;
    answers_show_more(view, app, type);
    library_bring_up(view, app);
    return true;
}

/* Opens the article at the section, with the words highlighted. */
static void open_section(struct library_view *view, struct app *app,
                         const struct search_result *result)
{
    article_view_open(app, result->path, KIND_NONE);
    struct article_view *reader = article_view_of(app->top);
    article_load_whole(reader, app);
    if (!reader->article)
        return;
    article_go(reader, result->place);
    article_words_set(reader, view->answers.results);
}

static void choose_answer(struct library_view *view, struct app *app)
{
    struct answer answer = selected_answer(view);
    const struct search_result *section =
        answers_section(&view->answers, answer);
    const char *path = answers_path(&view->answers, answer);
    if (section)
        open_section(view, app, section);
    else if (path)
        article_view_continue(app, path, KIND_NONE);
    else if (answer.type == ANSWER_AS_TYPED || answer.type == ANSWER_CORRECTED)
        answers_set_as_typed(view, app, answer.type == ANSWER_AS_TYPED);
    else if (answer.type == ANSWER_OTHER_UNITS)
        answers_add_units(view, app);
    else if (answer.type != ANSWER_NONE)
        answers_show_more(view, app, answer.type);
}

static void list_chosen(struct view *base, struct app *app, size_t item)
{
    struct library_view *view = library_view_of(base);
    (void)item;
    const struct entry *entry = answers_are_shown(&view->answers)
                                    ? NULL
                                    : library_selected_entry(view, app);
    if (entry)
        article_view_continue(app, entry->path, KIND_NONE);
    else if (answers_are_shown(&view->answers))
        choose_answer(view, app);
}

static void list_selected(struct view *base, struct app *app, size_t item)
{
    struct library_view *view = library_view_of(base);
    view->cursor_in_list = true;
    if (answers_are_shown(&view->answers)) {
        view->answers.has_moved = true;
        base->stale = true;
    } else {
        library_keep_selected(view, app, item);
    }
}

static void sort_next(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    view->sort = (view->sort + 1) % N_SORTS;
    library_rows_all(view, app);
    answers_renew(view, app);
    app_say(app, _("Sorted: %s"), _(library_sort_help(view->sort)));
    memory_keep_setting(app, "sort", library_sort_name(view->sort));
}

static void reload(struct view *base, struct app *app)
{
    (void)base;
    library_index_changed(app);
    app_say(app, _("Reloading"));
}

/* In the list, Esc goes from the answers back to all articles. */
static void escape(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    if (answers_are_shown(&view->answers))
        library_drop_text(view, app);
    else
        library_focus_list(view);
}

static void go_back(struct view *base, struct app *app)
{
    if (base->below)
        app_pop(app);
}

static const struct view_action actions[] = {
    {ACTION_FIND, library_focus_prompt},
    {ACTION_SEARCH, library_focus_prompt},
    {ACTION_NEXT_LINK, library_change_focus},
    {ACTION_PREVIOUS_LINK, library_change_focus},
    {ACTION_EMERGENCY, library_emergency},
    {ACTION_FIND_NEXT, list_next},
    {ACTION_FIND_PREVIOUS, list_previous},
    {ACTION_NEXT_SECTION, list_choose},
    {ACTION_PREVIOUS_SECTION, go_back},
    {ACTION_SORT, sort_next},
    {ACTION_SOURCES, library_show_info},
    {ACTION_EDIT, library_edit},
    {ACTION_LANGUAGE, library_next_language},
    {ACTION_RELOAD, reload},
    {ACTION_ESCAPE, escape},
    {ACTION_PICK, library_pick},
    {ACTION_COMPARE, library_compare},
    {ACTION_NONE, NULL},
};

/* After the first screen, watches the folders and completes what is shown. */
static bool library_work(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    library_index_follow(app);
    bool changed = answers_work(view, app);
    if ((view->catalogue.is_whole && !view->is_behind) || app_key_waits(app))
        return changed;
    return library_rows_catch_up(view, app) || changed;
}

static void library_close(struct view *base)
{
    struct library_view *view = library_view_of(base);
    answers_finish(&view->answers);
    leaf_finish(&view->preview);
    list_finish(&view->list);
    catalogue_finish(&view->catalogue);
    library_free(view->page);
    free(view->entries);
    free(view->preview_path);
    free(view->selected_path);
    free(view);
}

static void library_renew(struct view *base, struct app *app,
                          enum action action)
{
    (void)action;
    library_bring_up(library_view_of(base), app);
}

/* A click on the prompt gives it the focus; the wheel moves neither the focus
 * nor the selection. */
static void library_pointer(struct view *base, struct app *app,
                            const struct event *event)
{
    struct library_view *view = library_view_of(base);
    if (event->pointer != POINTER_CLICK)
        list_scroll(base->list, event->pointer == POINTER_WHEEL_UP ? -1 : 1);
    else if (event->row != view->prompt_area.row)
        list_pointer(base, app, event);
    else if (!prompt_is_open(&base->prompt))
        library_focus_prompt(base, app);
}

static void say_number(struct view *base, size_t item, struct buf *out)
{
    const struct library_view *view = library_view_of(base);
    /* Those of answers are part of their text. */
    if (!answers_are_shown(&view->answers))
        list_add_number(&view->list, item, out);
}

static const struct list_ops library_list = {
    .marks_head = true,
    .draw = library_draw_row,
    .select = list_selected,
    .more = list_more,
    .choose = list_chosen,
    .number = say_number,
};

const struct view_ops library_view_ops = {
    .name = "library",
    .where = IN_LIBRARY,
    .actions = actions,
    .list = &library_list,
    .draw = library_draw,
    .describe = library_describe,
    .renew = library_renew,
    .pointer = library_pointer,
    .work = library_work,
    .close = library_close,
};

struct library_view *library_view_of(struct view *view)
{
    return view && view->ops == &library_view_ops ? (struct library_view *)view
                                                  : NULL;
}

static enum catalogue_sort find_sort(const char *name)
{
    for (int i = 0; i < N_SORTS; i++)
        if (str_equal(library_sort_name((enum catalogue_sort)i), name))
            return (enum catalogue_sort)i;
    return SORT_TITLE;
}

static struct library_view *push(struct app *app)
{
    struct library_view *view = mem_calloc(1, sizeof *view);
    view->view.ops = &library_view_ops;
    view->sort =
        find_sort(app->chosen.sort ? app->chosen.sort : app->config.sort);
    view->view.list = &view->list;
    list_init(&view->list);
    answers_init(&view->answers);
    leaf_init(&view->preview, 1, NULL);
    app_push(app, &view->view);
    library_index_open(app);
    library_rows_first(view, app);
    return view;
}

void library_view_open(struct app *app)
{
    struct library_view *view = push(app);
    if (!app->config.starts_in_list)
        library_focus_prompt(&view->view, app);
}

void library_view_ask(struct view *from, struct app *app)
{
    (void)from;
    struct library_view *view = push(app);
    library_focus_prompt(&view->view, app);
}

void library_view_open_with(struct app *app, const char *text)
{
    struct library_view *view = push(app);
    answers_look_for(view, app, text, false);
    library_show(view);
    library_focus_prompt(&view->view, app);
    view->view.prompt.replaces = true;
    prompt_keep(&view->view.prompt, text);
    app_say(app, _("No article titled \"%s\". Searching the text"), text);
}

void library_view_progress(struct app *app)
{
    for (struct view *base = app->top; base; base = base->below) {
        struct library_view *view = library_view_of(base);
        if (!view)
            continue;
        view->is_behind = true;
        view->answers.is_behind = true;
    }
}

void library_view_follow(struct view *base, struct app *app, const char *path,
                         size_t section)
{
    struct library_view *view = library_view_of(base);
    if (!view || !path)
        return;
    if (answers_are_shown(&view->answers))
        answers_follow(view, app, path, section);
    else
        library_rows_follow(view, app, path);
}

bool library_view_articles(const struct library_view *view, struct app *app,
                           struct catalogue *out)
{
    const struct catalogue_options options = {.sort = view->sort};
    if (!answers_are_shown(&view->answers))
        return catalogue_list(app->library.index, &options, out);
    answers_articles(view, app, out);
    return true;
}

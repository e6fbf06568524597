/* Opening, loading and reloading articles; which action does what. */
#include "ui/article_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/strs.h"
#include "export/export.h"
#include "ui/boxes.h"

/* Of an article larger than this the start is parsed for the first screen,
 * the whole afterwards. */
#define START_BYTES ((size_t)16 * 1024)
#define HEAD_BYTES ((size_t)64 * 1024) /* front matter may take all of it */

static void forget_article(struct article_view *view)
{
    layout_free(view->layout);
    view->layout = NULL;
    find_text_free(view->find_text);
    view->find_text = NULL;
    article_focus_forget(view);
    article_free(view->article);
    view->article = NULL;
}

static void set_article(struct article_view *view, struct article *article)
{
    forget_article(view);
    view->article = article;
    view->problem.message[0] = '\0';
    if (view->query)
        article_find_again(view);
}

/* The start of a file, or all of a small one. */
static struct article *read_start(struct article_view *view, const char *path,
                                  struct error *err)
{
    struct buf head;
    struct file_stamp stamp;
    struct article *article = NULL;
    bool whole = true;
    buf_init(&head);
    if (file_read_head(path, HEAD_BYTES, &head, &stamp, err)) {
        article = article_parse_start(head.data, head.n_bytes, path,
                                      START_BYTES, &whole);
        article->stamp = stamp;
        view->is_start = !whole || stamp.size_bytes > (int64_t)head.n_bytes;
    }
    buf_finish(&head);
    return article;
}

static struct article *read_input_start(struct article_view *view,
                                        const struct ui_options *options)
{
    bool whole = true;
    struct article *article = article_parse_start(
        options->content, options->n_content_bytes, NULL, START_BYTES, &whole);
    view->is_start = !whole;
    return article;
}

static struct article *read_whole(const char *path,
                                  const struct ui_options *options,
                                  struct error *err)
{
    return path ? article_open(path, err)
                : article_parse(options->content, options->n_content_bytes,
                                NULL);
}

static void watch_file(struct app *app, const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder =
        slash ? mem_strndup(path, (size_t)(slash - path + 1)) : mem_strdup(".");
    watch_files(&app->watch, folder);
    free(folder);
}

/* What the author should know, in one line. */
static void say_problems(const struct article_view *view, struct app *app)
{
    size_t n = view->article->diagnostics.n;
    if (!n || app->message.n_bytes)
        return;
    struct buf keys;
    buf_init(&keys);
    keymap_keys(&app->keymap, ACTION_PROBLEMS, 1, false, &keys);
    app_say(app, "%zu %s in the file's front matter or text: %s shows %s", n,
            n == 1 ? "mistake" : "mistakes", keys.data, n == 1 ? "it" : "them");
    buf_finish(&keys);
}

/* Shows an article that was read, from its start. */
static void show(struct article_view *view, struct app *app, const char *path,
                 struct article *article)
{
    char *copy = mem_strdup(path);
    free(view->path);
    view->path = copy;
    article_find_clear(view);
    set_article(view, article);
    article_go(view, 0);
    if (path)
        watch_file(app, path);
    say_problems(view, app);
}

bool article_view_load(struct article_view *view, struct app *app,
                       const char *path, struct error *err)
{
    struct article *article = read_whole(path, app->options, err);
    if (!article)
        return false;
    view->is_start = false;
    show(view, app, path, article);
    return true;
}

static bool article_work(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    struct error err;
    if (!view->is_start)
        return false;
    view->is_start = false;
    struct article *article = read_whole(view->path, app->options, &err);
    if (!article) {
        app_warn(app, "%s: this is its start", err.message);
        return true;
    }
    set_article(view, article);
    if (view->wanted != KIND_NONE)
        article_jump_kind(view, app, view->wanted);
    view->wanted = KIND_NONE;
    return true;
}

/* The heading that the place stands under, by slug, keeps the place when text
 * before it changed. */
static size_t moved_place(const struct article *before, size_t place,
                          const struct article *after)
{
    const struct heading *here = NULL;
    for (size_t i = 0; i < before->n_headings; i++)
        if (before->headings[i].node->source_start <= place)
            here = &before->headings[i];
    for (size_t i = 0; here && i < after->n_headings; i++)
        if (strcmp(after->headings[i].slug, here->slug) == 0)
            return after->headings[i].node->source_start + place -
                   here->node->source_start;
    return place < after->n_source_bytes ? place : after->n_source_bytes;
}

/* True if there is a new article; what was wrong is said otherwise. */
static bool reload(struct article_view *view, struct app *app)
{
    struct error err = {0};
    struct article *article =
        view->path ? article_open(view->path, &err) : NULL;
    if (!view->path) {
        app_say(app, "this came from standard input: nothing to read again");
    } else if (article) {
        size_t place = view->article
                           ? moved_place(view->article, view->place, article)
                           : 0;
        set_article(view, article);
        article_go(view, place);
        return true;
    } else if (view->article) {
        app_warn(app, "%s: this is what was read before", err.message);
    } else {
        view->problem = err;
    }
    return false;
}

static void article_changed(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    struct file_stamp stamp;
    if (!view->path)
        return;
    bool there = file_stamp_get(view->path, &stamp);
    if (!there && view->article && view->article->stamp.inode) {
        app_warn(app, "%s is gone: this is what was read before", view->path);
        view->article->stamp = (struct file_stamp){0};
    }
    if (!there ||
        (view->article && file_stamp_equal(&stamp, &view->article->stamp)))
        return;
    reload(view, app);
    app_say(app, "the file has changed: read again");
}

static void change_width(struct article_view *view, struct app *app, int by)
{
    int cells = (int)app->text_cells;
    if (by < 0 && cells > view->text.cols && view->text.cols > 0)
        cells = view->text.cols;
    cells = by ? cells + by : (int)app->config.width;
    if (cells < CONFIG_WIDTH_MIN)
        cells = CONFIG_WIDTH_MIN;
    if (cells > CONFIG_WIDTH_MAX)
        cells = CONFIG_WIDTH_MAX;
    app->text_cells = (unsigned)cells;
    app_say(app, "text at most %d cells wide", cells);
}

static void wider(struct article_view *view, struct app *app)
{
    change_width(view, app, 4);
}

static void narrower(struct article_view *view, struct app *app)
{
    change_width(view, app, -4);
}

static void width_default(struct article_view *view, struct app *app)
{
    change_width(view, app, 0);
}

static void toggle_linear(struct article_view *view, struct app *app)
{
    (void)view;
    app->linear = !app->linear;
    app_say(app, app->linear ? "linear: no boxes, no tables"
                             : "boxes and tables again");
}

static void find_next_here(struct article_view *view, struct app *app)
{
    article_find_step(view, app, true);
}

static void find_previous_here(struct article_view *view, struct app *app)
{
    article_find_step(view, app, false);
}

static void next_link(struct article_view *view, struct app *app)
{
    article_focus_step(view, app, true);
}

static void previous_link(struct article_view *view, struct app *app)
{
    article_focus_step(view, app, false);
}

static void back(struct article_view *view, struct app *app)
{
    history_step(view, app, false);
}

static void forward(struct article_view *view, struct app *app)
{
    history_step(view, app, true);
}

static void next_article(struct article_view *view, struct app *app)
{
    article_next_of_kind(view, app, true);
}

static void previous_article(struct article_view *view, struct app *app)
{
    article_next_of_kind(view, app, false);
}

/* A highlight goes first, then the focus; a third Esc does nothing. */
static void escape(struct article_view *view, struct app *app)
{
    (void)app;
    if (view->query)
        article_find_clear(view);
    else
        view->focus = NO_FOCUS;
}

static void sources(struct article_view *view, struct app *app)
{
    info_open(app, view, NULL);
}

/* What needs an article; moving is article_move's. */
static void (*const runs[ACTION_COUNT])(struct article_view *view,
                                        struct app *app) = {
    [ACTION_OUTLINE] = outline_open,
    [ACTION_KINDS] = kinds_open,
    [ACTION_NEXT_ARTICLE] = next_article,
    [ACTION_PREVIOUS_ARTICLE] = previous_article,
    [ACTION_FIND] = article_find_open,
    [ACTION_FIND_NEXT] = find_next_here,
    [ACTION_FIND_PREVIOUS] = find_previous_here,
    [ACTION_NEXT_LINK] = next_link,
    [ACTION_PREVIOUS_LINK] = previous_link,
    [ACTION_ENTER] = article_follow,
    [ACTION_BACK] = back,
    [ACTION_FORWARD] = forward,
    [ACTION_MARK] = mark_open,
    [ACTION_SOURCES] = sources,
    [ACTION_COPY] = article_copy,
    [ACTION_WRITE] = article_write,
    [ACTION_PIPE] = article_pipe,
    [ACTION_LANGUAGE] = article_language,
    [ACTION_WIDER] = wider,
    [ACTION_NARROWER] = narrower,
    [ACTION_WIDTH_DEFAULT] = width_default,
    [ACTION_LINEAR] = toggle_linear,
    [ACTION_ESCAPE] = escape,
};

static bool article_act(struct view *base, struct app *app, enum action action,
                        const struct event *event)
{
    struct article_view *view = article_view_of(base);
    if (action == ACTION_RELOAD) {
        if (reload(view, app))
            app_say(app, "the article was read again");
        return true;
    }
    if (action == ACTION_EDIT && view->path) {
        article_edit(view, app);
        return true;
    }
    if (!view->article || !view->layout)
        return runs[action] != NULL;
    if (article_move(view, app, action, event))
        return true;
    if (!runs[action])
        return false;
    runs[action](view, app);
    return true;
}

/* After "s r" with several sections on risks, "r" is the next one. */
static bool article_key(struct view *base, struct app *app,
                        const struct event *event)
{
    struct article_view *view = article_view_of(base);
    enum kind repeat = view->repeat;
    view->repeat = KIND_NONE;
    if (repeat == KIND_NONE || !view->article ||
        event->key != (uint32_t)kind_get(repeat)->key)
        return false;
    article_jump_kind(view, app, repeat);
    return true;
}

static void click(struct article_view *view, struct app *app,
                  const struct event *event)
{
    const struct area *list = &view->sections;
    size_t section = view->sections_top + (size_t)(event->row - list->row);
    if (event->row < list->row || event->row >= list->row + list->rows ||
        event->col < list->col || event->col >= list->col + list->cols ||
        section >= view->article->n_sections)
        article_click(view, app, event);
    else
        article_jump(view, view->article->sections[section].source_start);
}

static bool article_pointer(struct view *base, struct app *app,
                            const struct event *event)
{
    struct article_view *view = article_view_of(base);
    static const struct event none = {0};
    if (!view->article || !view->layout)
        return true;
    if (event->pointer == POINTER_CLICK)
        click(view, app, event);
    for (int i = 0; i < 3 && event->pointer != POINTER_CLICK; i++)
        article_move(view, app,
                     event->pointer == POINTER_WHEEL_UP ? ACTION_UP
                                                        : ACTION_DOWN,
                     &none);
    return true;
}

static void article_close(struct view *base)
{
    struct article_view *view = article_view_of(base);
    article_find_clear(view);
    forget_article(view);
    history_finish(&view->history);
    free(view->before_jump.path);
    free(view->write_path);
    free(view->path);
    free(view);
}

static const struct view_ops article_ops = {
    .name = "article",
    .where = IN_ARTICLE,
    .draw = article_draw,
    .describe = article_describe,
    .act = article_act,
    .key = article_key,
    .pointer = article_pointer,
    .work = article_work,
    .changed = article_changed,
    .close = article_close,
};

struct article_view *article_view_of(struct view *view)
{
    return view && view->ops == &article_ops ? (struct article_view *)view
                                             : NULL;
}

/* Before the first screen there is no layout: the place decides. */
static void start_at_kind(struct article_view *view, struct app *app,
                          enum kind kind)
{
    size_t place = article_kind_place(view, kind);
    if (place != SIZE_MAX)
        article_go(view, place);
    else if (view->is_start)
        view->wanted = kind;
    else
        article_jump_kind(view, app, kind);
}

void article_view_open(struct app *app, const char *path, enum kind kind)
{
    struct article_view *view = mem_calloc(1, sizeof *view);
    view->view.ops = &article_ops;
    view->focus = NO_FOCUS;
    view->match = NO_MATCH;
    app_push(app, &view->view);
    struct article *article = path ? read_start(view, path, &view->problem)
                                   : read_input_start(view, app->options);
    if (article) {
        show(view, app, path, article);
        if (kind != KIND_NONE)
            start_at_kind(view, app, kind);
    } else {
        view->path = mem_strdup(path);
        watch_file(app, path);
    }
    view->before_jump = place_here(view);
}

struct layout *article_view_layout(struct article_view *view, struct app *app,
                                   unsigned cells)
{
    struct layout_options options = {
        .cells = cells,
        .charset = app->canvas.charset,
        .kind_labels = true,
        .linear = app->linear,
        .title = view->title_in_text,
        .ending = true,
        .sources = true,
    };
    if (!view->article)
        return NULL;
    const struct layout_options *old =
        view->layout ? layout_options(view->layout) : NULL;
    if (old && old->cells == options.cells && old->linear == options.linear &&
        old->title == options.title)
        return view->layout;
    layout_free(view->layout);
    view->layout = layout_new(view->article, &options);
    article_go(view, view->place);
    return view->layout;
}

/* Reads articles into the view: first the start, then the whole, and again when
 * the file changes. */
#include "ui/article_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "state/kept.h"
#include "ui/article_keep.h"
#include "ui/article_notes.h"
#include "ui/article_rest.h"
#include "ui/memory.h"

/* Of a larger article only so much is parsed for the first screen, and the rest
 * afterwards. */
#define START_BYTES ((size_t)16 * 1024)
#define HEAD_BYTES ((size_t)64 * 1024) /* front matter can be that long */

void article_forget(struct article_view *view)
{
    if (view->rest)
        article_rest_abandon(view->rest);
    view->rest = NULL;
    layout_free(view->layout);
    view->layout = NULL;
    find_text_free(view->find_text);
    view->find_text = NULL;
    article_focus_forget(view);
    article_notes_forget(view);
    article_terms_forget(view);
    article_walk_end(view);
    article_keep_forget(view);
    article_free(view->article);
    view->article = NULL;
}

/* Boxes above the view may show parts of the old article. */
static void set_article(struct article_view *view, struct app *app,
                        struct article *article)
{
    article_forget(view);
    struct view *above = app->top;
    for (; above && above->ops->is_box; above = above->below)
        above->stale = true;
    view->view.stale = true;
    view->article = article;
    view->problem.message[0] = '\0';
    article_find_again(view);
}

/* Reads the start of a file, or all of a small one. */
static struct article *read_start(struct article_view *view, const char *path,
                                  struct error *err)
{
    struct buf head;
    struct file_stamp stamp;
    struct article *article = NULL;
    bool whole = true;
    size_t before = view->continued.slug ? view->continued.source_offset : 0;
    buf_init(&head);
    if (file_read_head(path, HEAD_BYTES + before, &head, &stamp, err)) {
        article = article_parse_start(head.data, head.n_bytes, path,
                                      START_BYTES + before, &whole);
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

static struct article *read_whole(const struct article_view *view,
                                  struct app *app, const char *path,
                                  struct error *err)
{
    const struct ui_options *options = app->options;
    if (path)
        return article_open(path, err);
    return view->is_sheet ? kept_sheet(app->state, &app->picked)
                          : article_parse(options->content,
                                          options->n_content_bytes, NULL);
}

/* Says in one line what has happened, and how many problems the file has. */
static void say_problems(const struct article_view *view, struct app *app,
                         const char *happened)
{
    size_t n = view->article->diagnostics.n;
    struct buf text;
    buf_init(&text);
    buf_add(&text, happened);
    if (n) {
        struct buf keys;
        buf_init(&keys);
        keymap_keys(&app->keymap, ACTION_PROBLEMS, 1, false, &keys);
        buf_add(&text, *happened ? ". " : "");
        buf_printf(&text,
                   n_("%zu problem in this file. Press %s to see it",
                      "%zu problems in this file. Press %s to see them", n),
                   n, keys.data);
        buf_finish(&keys);
    }
    if (text.n_bytes)
        app_say(app, "%s", text.data);
    buf_finish(&text);
}

/* Goes to the place where the article was left; again when the whole of it has
 * been read, since the heading may have moved behind the start. */
static void go_on(struct article_view *view, struct app *app)
{
    if (!view->continued.slug)
        return;
    size_t at = remembered_place_in(view->article, &view->continued);
    size_t section = article_section_at(view->article, at);
    if (view->place == 0 || view->place == view->continued.source_offset)
        article_go(view, at);
    if (view->is_start)
        return;
    struct buf keys;
    buf_init(&keys);
    keymap_keys(&app->keymap, ACTION_START, 1, false, &keys);
    const char *title =
        section == NO_SECTION ? NULL : view->article->sections[section].title;
    if (view->place > 0 && !app->message.n_bytes)
        app_say(app, _("Continued at \"%s\". %s: go to the start"),
                title ? title : view->article->title, keys.data);
    buf_finish(&keys);
    free(view->continued.slug);
    view->continued.slug = NULL;
}

/* Shows an article from its start. */
static void show(struct article_view *view, struct app *app, const char *path,
                 struct article *article)
{
    memory_leave(view, app);
    char *copy = mem_strdup(path);
    free(view->path);
    view->path = copy;
    view->opened = 0;
    view->is_unwatched = path != NULL;
    set_article(view, app, article);
    article_go(view, 0);
    if (!app->message.n_bytes)
        say_problems(view, app, "");
}

bool article_view_load(struct article_view *view, struct app *app,
                       const char *path, struct error *err)
{
    struct article *article = read_whole(view, app, path, err);
    if (!article)
        return false;
    view->is_start = false;
    show(view, app, path, article);
    return true;
}

bool article_view_visit(struct article_view *view, struct app *app,
                        const char *path)
{
    struct error err;
    struct article_place before = article_place_here(view);
    if (article_view_load(view, app, path, &err)) {
        article_history_add(view, before);
        return true;
    }
    free(before.path);
    app_warn(app, "%s", err.message);
    return false;
}

/* Where a place has moved to. It keeps its distance from its heading, which is
 * found again by slug, so that changes above do not matter. */
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

/* True if the article was replaced; otherwise says why not. */
static bool reload(struct article_view *view, struct app *app)
{
    struct error err = {0};
    bool is_input = !view->path && !view->is_sheet;
    struct article *article =
        is_input ? NULL : read_whole(view, app, view->path, &err);
    if (is_input) {
        app_say(app, _("Standard input cannot be read again"));
    } else if (article) {
        size_t place = view->article
                           ? moved_place(view->article, view->place, article)
                           : 0;
        view->is_start = false;
        set_article(view, app, article);
        article_go(view, place);
        return true;
    } else if (view->article) {
        app_warn(app, _("%s; still showing the earlier version"), err.message);
    } else {
        view->problem = err;
    }
    return false;
}

void article_reload(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    terms_forget(app);
    if (reload(view, app))
        say_problems(view, app, _("Reloaded"));
}

/* True if the screen must be drawn again. */
static bool reload_changed(struct article_view *view, struct app *app)
{
    struct file_stamp stamp;
    if (!view->path)
        return view->is_sheet && reload(view, app);
    bool there = file_stamp_get(view->path, &stamp);
    if (!there && view->article && view->article->stamp.inode) {
        app_warn(app, _("%s is gone; still showing the earlier version"),
                 view->path);
        view->article->stamp = (struct file_stamp){0};
    }
    if (!there ||
        (view->article && file_stamp_equal(&stamp, &view->article->stamp)))
        return !there;
    if (reload(view, app))
        say_problems(view, app, _("The file has changed. Reloaded"));
    return true;
}

void article_reload_changed(struct article_view *view, struct app *app)
{
    reload_changed(view, app);
}

/* Shows the whole article in place of its start. */
static void take_whole(struct article_view *view, struct app *app,
                       struct article *article, const struct error *err)
{
    view->is_start = false;
    if (!article) {
        app_warn(app, _("%s; showing only the start"), err->message);
        return;
    }
    set_article(view, app, article);
    go_on(view, app);
    if (view->wanted != KIND_NONE)
        article_jump_kind(view, app, view->wanted);
    view->wanted = KIND_NONE;
}

void article_load_whole(struct article_view *view, struct app *app)
{
    struct error err = {0};
    if (!view->is_start)
        return;
    struct article *article = view->rest
                                  ? article_rest_take(view->rest, &err)
                                  : read_whole(view, app, view->path, &err);
    view->rest = NULL;
    take_whole(view, app, article, &err);
}

/* Moving ends with the start that has been read; it need not wait far from
 * there. */
static bool is_near_end(const struct article_view *view)
{
    const struct article *article = view->article;
    return !article || article->n_leaves == 0 ||
           article->leaves[article->n_leaves - 1]->source_end <
               view->place + START_BYTES / 2;
}

/* Nobody waits for the rest of an article who only wants to leave it. */
static bool needs_whole(const struct article_view *view, enum action action)
{
    switch (action) {
    case ACTION_CLOSE:
    case ACTION_QUIT:
    case ACTION_ESCAPE:
    case ACTION_HELP:
    case ACTION_PALETTE:
    case ACTION_THEME:
    case ACTION_MOUSE:
    case ACTION_REDRAW: return false;
    case ACTION_DOWN:
    case ACTION_UP:
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP: return is_near_end(view);
    default: return true;
    }
}

void article_renew(struct view *base, struct app *app, enum action action)
{
    struct article_view *view = article_view_of(base);
    if (!view->is_start || !needs_whole(view, action))
        return;
    article_load_whole(view, app);
    app_draw(app); /* actions work on what is laid out */
}

int article_load_fd(struct view *base)
{
    const struct article_view *view = base ? article_view_of(base) : NULL;
    return view && view->rest ? article_rest_fd(view->rest) : -1;
}

/* True if the whole article was read at once. */
static bool begin_rest(struct article_view *view, struct app *app)
{
    if (!view->is_start || view->rest)
        return false;
    view->rest = article_rest_new(view->path, app->options->content,
                                  app->options->n_content_bytes);
    if (view->rest)
        return false;
    article_load_whole(view, app);
    return true;
}

/* Adding a watch takes longer the more files a folder has, so it waits for the
 * first screen. */
static void watch_file(struct app *app, const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder =
        slash ? mem_strndup(path, (size_t)(slash - path + 1)) : mem_strdup(".");
    watch_files(&app->watch, folder);
    free(folder);
}

bool article_load_rest(struct article_view *view, struct app *app)
{
    bool is_more = begin_rest(view, app);
    if (!view->is_unwatched)
        return is_more;
    view->is_unwatched = false;
    watch_file(app, view->path);
    /* It may have changed before the watch began. */
    return reload_changed(view, app) || is_more;
}

/* Before the first screen there is no layout; the place is enough. */
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

void article_load_first(struct article_view *view, struct app *app,
                        const char *path, enum kind kind)
{
    struct article *article = path ? read_start(view, path, &view->problem)
                              : view->is_sheet
                                  ? read_whole(view, app, NULL, &view->problem)
                                  : read_input_start(view, app->options);
    if (article) {
        show(view, app, path, article);
        go_on(view, app);
        if (kind != KIND_NONE)
            start_at_kind(view, app, kind);
    } else {
        view->path = mem_strdup(path);
        view->is_unwatched = path != NULL;
    }
}

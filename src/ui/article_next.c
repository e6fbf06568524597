/* The next or previous article with the same kind of section, in the list that
 * the article was opened from. */
#include "ui/article_view.h"
#include "base/i18n.h"
#include "ui/library_view.h"

/* The kind of the current section. */
static enum kind kind_here(const struct article_view *view)
{
    size_t section = article_section_here(view);
    return section == NO_SECTION ? KIND_NONE
                                 : view->article->sections[section].kind;
}

/* The articles of the list or search results below, or else of the whole
 * library, as numbers in the index. False, after saying why, if there are
 * none. */
static bool list_articles(struct article_view *view, struct app *app,
                          struct catalogue *out)
{
    const struct library_view *from = library_view_of(view->view.below);
    const struct catalogue_options options = {0};
    if (!library_index_open(app))
        return false;
    library_index_follow(app);
    if (from ? library_view_articles(from, app, out)
             : catalogue_list(app->library.index, &options, out))
        return true;
    app_warn(app, _("The library cannot be listed right now. Try again"));
    return false;
}

/* A search for the next article of a kind, and its result. */
struct of_kind {
    enum kind kind;
    bool ahead;
    int64_t article; /* 0: none */
    size_t n_skipped;
};

/* Finds the next article of the list with the kind, or the previous one. False,
 * after saying why, if the list is not available. */
static bool find_of_kind(struct article_view *view, struct app *app,
                         struct of_kind *sought)
{
    struct catalogue list = {0};
    if (!list_articles(view, app, &list))
        return false;
    struct index *index = app->library.index;
    size_t step = sought->ahead ? 1 : SIZE_MAX;
    size_t i = catalogue_place(
        index, &list, view->path ? catalogue_find(index, view->path) : 0);
    if (i == list.n && sought->ahead)
        i = SIZE_MAX;
    for (i += step; i < list.n && !sought->article; i += step) {
        if (catalogue_has_kind(index, list.articles[i], sought->kind))
            sought->article = list.articles[i];
        else
            sought->n_skipped++;
    }
    catalogue_finish(&list);
    return true;
}

/* Opens the article, in the current language if it has that translation. False,
 * after saying why, if it cannot be opened. */
static bool go_article(struct article_view *view, struct app *app,
                       const struct of_kind *found)
{
    const struct entry *entry;
    struct library *library =
        catalogue_read(app->library.index, &found->article, 1, &entry);
    const struct entry *listed = entry;
    const struct entry *ours =
        library_find_id(library, entry->id, view->article->lang);
    if (ours && !entry->shadowed_by && !entry->problem)
        entry = ours;
    bool done = article_view_visit(view, app, entry->path);
    size_t at = done ? article_kind_place(view, found->kind) : SIZE_MAX;
    if (at != SIZE_MAX)
        article_go(view, at);
    library_view_follow(view->view.below, app, done ? listed->path : view->path,
                        article_section_here(view));
    library_free(library);
    return done;
}

static void say_none(struct app *app, const struct of_kind *sought,
                     const char *label)
{
    struct buf text;
    buf_init(&text);
    buf_printf(&text,
               sought->ahead ? _("No later article has \"%s\"")
                             : _("No earlier article has \"%s\""),
               label);
    if (!index_is_complete(app->library.index))
        buf_add(&text, _(", but the library is still loading"));
    app_say(app, "%s", text.data);
    buf_finish(&text);
}

static void go_of_kind(struct article_view *view, struct app *app, bool ahead)
{
    struct of_kind found = {.kind = kind_here(view), .ahead = ahead};
    const char *label = article_kind_label(view->article, found.kind);
    if (found.kind == KIND_NONE) {
        app_say(app, _("Choose a kind of section first (s)"));
        return;
    }
    if (!find_of_kind(view, app, &found))
        return;
    if (!found.article)
        say_none(app, &found, label);
    else if (!go_article(view, app, &found))
        return;
    else if (found.n_skipped)
        app_say(app, _("%s; skipped %zu without it"), label, found.n_skipped);
    else
        app_say(app, "%s: %s", view->article->title, label);
}

void article_next_of_kind(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    go_of_kind(view, app, true);
}

void article_previous_of_kind(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    go_of_kind(view, app, false);
}

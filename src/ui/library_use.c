/* Actions on the selected article: showing its sources or next translation,
 * editing it, and picking it for a comparison. */
#include "ui/library_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/boxes.h"
#include "ui/compare_view.h"
#include "ui/edit.h"

const struct entry *library_selected_entry(struct library_view *view,
                                           struct app *app)
{
    const struct entry *entry = library_row(view, app, view->list.selected);
    return entry && *entry->path ? entry : NULL;
}

static struct answer selected_answer(const struct library_view *view)
{
    return answers_item(&view->answers, view->answers.list.selected);
}

const char *library_selected_path(struct library_view *view, struct app *app)
{
    if (answers_are_shown(&view->answers))
        return answers_path(&view->answers, selected_answer(view));
    const struct entry *entry = library_selected_entry(view, app);
    return entry ? entry->path : NULL;
}

static const char *selected_title(struct library_view *view, struct app *app)
{
    if (answers_are_shown(&view->answers))
        return answers_title(&view->answers, selected_answer(view));
    return library_selected_entry(view, app)->title;
}

void library_show_info(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    const char *path = library_selected_path(view, app);
    const struct entry *entry;
    int64_t article = path ? catalogue_find(app->library.index, path) : 0;
    if (!article)
        return;
    struct library *library =
        catalogue_read(app->library.index, &article, 1, &entry);
    info_open(app, NULL, entry);
    library_free(library);
}

static void edit_answered(struct view *base, struct app *app, const char *text)
{
    const char *path = library_selected_path(library_view_of(base), app);
    if (path && edit_is_yes(text))
        edit_run(app, path, 1);
}

void library_edit(struct view *base, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = "", .one_key = true, .done = edit_answered};
    struct library_view *view = library_view_of(base);
    const char *path = library_selected_path(view, app);
    if (!path || !app_may_write(app))
        return;
    library_focus_list(view);
    if (edit_must_ask(path))
        edit_ask(base, &ops, selected_title(view, app));
    else
        edit_run(app, path, 1);
}

/* Shows the next translation in the same row. */
void library_next_language(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    const struct entry *all[64], *entry = library_selected_entry(view, app);
    bool listed = !answers_are_shown(&view->answers) && entry;
    size_t n = listed ? library_translations(view->page, entry, all, 64) : 0;
    if (n < 2) {
        app_say(app,
                listed ? _("Only available in %s")
                       : _("Open the article first, then press L"),
                entry ? lang_own_name(entry->lang) : "");
        return;
    }
    size_t here = 0;
    while (here < n && !str_equal(all[here]->path, entry->path))
        here++;
    const struct entry *next = all[(here + 1) % n];
    view->entries[view->list.selected - view->first_entry] = next;
    view->catalogue.articles[view->list.selected] =
        catalogue_find(app->library.index, next->path);
    library_keep_selected(view, app, view->list.selected);
}

void library_pick(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    const char *path = library_selected_path(view, app);
    if (path)
        compare_pick(app, path, selected_title(view, app));
    base->stale = true;
}

void library_compare(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    char *path = mem_strdup(library_selected_path(view, app));
    compare_picked(app, path);
    free(path);
}

/* Which articles are compared: those picked in lists, or the one in view and
 * another, found by typing. */
#include "ui/compare_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "compare/compare.h"
#include "index/catalogue.h"
#include "ui/article_view.h"
#include "ui/box.h"

#define SHOWN_MAX 30 /* articles in the box: more are found by typing more */

/* ---- picked in lists ---- */

static size_t find_picked(const struct app *app, const char *path)
{
    size_t i = 0;
    while (i < app->picked.n && !str_equal(app->picked.items[i], path))
        i++;
    return i;
}

bool compare_is_picked(const struct app *app, const char *path)
{
    return find_picked(app, path) < app->picked.n;
}

static void drop_picked(struct app *app, size_t i)
{
    free(app->picked.items[i]);
    app->picked.n--;
    for (; i < app->picked.n; i++)
        app->picked.items[i] = app->picked.items[i + 1];
}

void compare_pick(struct app *app, const char *path, const char *title)
{
    size_t i = find_picked(app, path);
    if (i < app->picked.n) {
        drop_picked(app, i);
        app_say(app, _("No longer picked: %s"), title);
    } else if (app->picked.n == COMPARE_MAX) {
        app_say(app,
                _("You can compare at most %d articles. Press x on one to "
                  "drop it"),
                COMPARE_MAX);
    } else {
        strs_add(&app->picked, path);
        app_say(app,
                app->picked.n > 1
                    ? _("Picked: %s. Press c to compare")
                    : _("Picked: %s. Pick another, then press c to compare"),
                title);
    }
}

void compare_picked(struct app *app, const char *selected)
{
    const char *paths[COMPARE_MAX] = {NULL};
    size_t n = 0;
    for (; n < app->picked.n && n < COMPARE_MAX; n++)
        paths[n] = app->picked.items[n];
    if (n == 1 && selected && !str_equal(paths[0], selected))
        paths[n++] = selected;
    if (n > 1)
        compare_view_open(app, paths, n);
    else
        app_say(app, _("Pick two or three articles with x, then press c"));
}

/* ---- from an article ---- */

struct compare_box {
    struct box box;
    char *path;  /* of the article in view */
    char *title; /* of the box */
    enum article_type type;
    struct strs others; /* paths, by item */
};

static void add_article(struct compare_box *compare, struct leaf *leaf,
                        const struct entry *entry)
{
    if (!*entry->path || entry->problem ||
        str_equal(entry->path, compare->path))
        return;
    strs_add(&compare->others, entry->path);
    leaf_item(leaf);
    leaf_add(leaf, STYLE_TEXT, entry->title);
    if (entry->publisher) {
        leaf_add(leaf, STYLE_DIM, leaf->is_linear ? ", " : "  ");
        leaf_add(leaf, STYLE_DIM, entry->publisher);
    }
    leaf_right(leaf, STYLE_DIM, article_type_name(entry->type));
    leaf_end(leaf);
}

/* Like with like: articles of the same type come first. */
static void compare_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct compare_box *compare = (struct compare_box *)box;
    struct index *index = app->library.index;
    const struct catalogue_options options = {
        .filter = *box->filter.data ? box->filter.data : NULL,
        .n_max = SHOWN_MAX + 1,
    };
    const struct entry *entries[SHOWN_MAX + 1];
    struct catalogue list = {0};
    strs_finish(&compare->others);
    strs_init(&compare->others);
    if (index && catalogue_list(index, &options, &list) && list.n) {
        size_t n = list.n < SHOWN_MAX + 1 ? list.n : SHOWN_MAX + 1;
        struct library *library =
            catalogue_read(index, list.articles, n, entries);
        for (int pass = 0; pass < 2; pass++)
            for (size_t i = 0; i < n; i++)
                if ((entries[i]->type == compare->type) == (pass == 0))
                    add_article(compare, leaf, entries[i]);
        library_free(library);
    }
    catalogue_finish(&list);
    if (!leaf->n_items)
        leaf_line(leaf, STYLE_DIM,
                  app->library.is_complete ? _("No titles match")
                                           : _("Still loading the library…"));
}

static void compare_choose(struct box *box, struct app *app, size_t item)
{
    struct compare_box *compare = (struct compare_box *)box;
    char *paths[] = {mem_strdup(compare->path),
                     mem_strdup(compare->others.items[item])};
    app_pop(app);
    compare_view_open(app, (const char *const *)paths, 2);
    free(paths[0]);
    free(paths[1]);
}

static void compare_finish(struct box *box)
{
    struct compare_box *compare = (struct compare_box *)box;
    free(compare->path);
    free(compare->title);
    strs_finish(&compare->others);
}

void compare_open(struct view *base, struct app *app)
{
    static const struct box_ops ops = {
        .title = N_("Compare with"),
        .type = BOX_PICKER,
        .enter = N_("compare"),
        .build = compare_build,
        .choose = compare_choose,
        .finish = compare_finish,
    };
    const struct article_view *view = article_view_of(base);
    if (!view->path) {
        app_say(app, view->is_sheet
                         ? _("Only articles can be compared")
                         : _("An article from standard input cannot be "
                             "compared"));
        return;
    }
    if (!library_index_open(app))
        return;
    library_index_follow(app);
    struct compare_box *compare = box_open(app, &ops, sizeof *compare);
    struct buf title;
    buf_init(&title);
    buf_printf(&title, _("Compare %s with"), view->article->title);
    compare->path = mem_strdup(view->path);
    compare->type = view->article->meta.type;
    compare->title = buf_steal(&title);
    compare->box.title = compare->title;
    strs_init(&compare->others);
}

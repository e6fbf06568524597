/* Problems of the configuration, the article and the library. */
#include "ui/boxes.h"

#include "base/i18n.h"
#include "ui/article_view.h"
#include "ui/box.h"

#define SHOWN_MAX 1000 /* files listed of each kind */
_Static_assert(SHOWN_MAX == 1000 && WATCHED_MAX == 256, "said in words below");

static void add_diagnostics(struct leaf *leaf, const char *title,
                            const char *path,
                            const struct diagnostics *problems)
{
    struct buf place;
    if (!problems->n)
        return;
    buf_init(&place);
    leaf_heading(leaf, title);
    leaf_line(leaf, STYLE_DIM, path ? path : _("standard input"));
    for (size_t i = 0; i < problems->n; i++) {
        const struct diagnostic *one = &problems->items[i];
        buf_clear(&place);
        if (one->line)
            buf_printf(&place, _("Line %u: "), one->line);
        leaf_add(leaf, STYLE_LABEL, place.data);
        leaf_add(leaf, STYLE_TEXT, one->text);
        leaf_end(leaf);
    }
    buf_finish(&place);
}

static void add_glossary(struct leaf *leaf, const struct glossary *glossary)
{
    struct buf place;
    if (!glossary->n_problems)
        return;
    buf_init(&place);
    leaf_heading(leaf, _("Glossary"));
    for (size_t i = 0; i < glossary->n_problems && i < SHOWN_MAX; i++) {
        const struct glossary_problem *one = &glossary->problems[i];
        buf_clear(&place);
        buf_add(&place, one->path);
        if (one->line)
            buf_printf(&place, ":%u", one->line);
        buf_add(&place, ": ");
        leaf_add(leaf, STYLE_DIM, place.data);
        leaf_add(leaf, STYLE_TEXT, one->text);
        leaf_end(leaf);
    }
    buf_finish(&place);
}

static void add_files(struct leaf *leaf, const char *title,
                      const struct skipped *list, size_t n)
{
    if (n)
        leaf_heading(leaf, title);
    for (size_t i = 0; i < n && i < SHOWN_MAX; i++) {
        leaf_add(leaf, STYLE_DIM, list[i].path);
        leaf_add(leaf, STYLE_TEXT, ": ");
        leaf_add(leaf, STYLE_TEXT, list[i].reason);
        leaf_end(leaf);
    }
    if (n > SHOWN_MAX)
        leaf_line(leaf, STYLE_TEXT, _("Only the first 1000 are shown."));
}

static void add_unwatched(struct leaf *leaf)
{
    leaf_heading(leaf, _("Folders"));
    leaf_line(leaf, STYLE_TEXT,
              _("There are too many folders to watch. Changes in the first 256 "
                "appear at once; for the others, press R to reload the list."));
}

static void add_library(struct leaf *leaf, struct index *index)
{
    struct arena arena;
    struct skipped *list;
    size_t n;
    arena_init(&arena);
    list = catalogue_problems(index, &arena, SHOWN_MAX + 1, &n);
    add_files(leaf, _("Articles that cannot be opened"), list, n);
    list = catalogue_skipped(index, &arena, SHOWN_MAX + 1, &n);
    add_files(leaf, _("Skipped"), list, n);
    arena_finish(&arena);
}

static void problems_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct article_view *view = article_view_of(app_reading(app));
    (void)box;
    add_diagnostics(leaf, _("Settings"), app->config.path,
                    &app->config.problems);
    if (view && view->article)
        add_diagnostics(leaf, _("This article"), view->path,
                        &view->article->diagnostics);
    if (view && terms_get(app, view))
        add_glossary(leaf, terms_get(app, view));
    if (app->library.index)
        add_library(leaf, app->library.index);
    if (app->library.watches_some)
        add_unwatched(leaf);
    if (!leaf->n_rows)
        leaf_line(leaf, STYLE_TEXT, _("No problems found."));
}

void problems_open(struct view *from, struct app *app)
{
    (void)from;
    static const struct box_ops ops = {
        .title = N_("Problems"),
        .type = BOX_TEXT,
        .build = problems_build,
    };
    box_open(app, &ops, sizeof(struct box));
}

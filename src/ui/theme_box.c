/* The theme picker: each theme is tried on as it is selected. */
#include "ui/boxes.h"

#include "base/i18n.h"
#include "ui/box.h"

struct theme_box {
    struct box box;
    const struct theme *before;
    bool chosen;
    struct app *app;
};

static void theme_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct theme_box *themes_box = (struct theme_box *)box;
    for (const struct theme *theme = themes; theme->name; theme++) {
        size_t item = (size_t)leaf_item(leaf);
        if (box->list.selected == LIST_NONE && theme == themes_box->before)
            box->list.selected = item;
        leaf_add(leaf, STYLE_LABEL, theme->name);
        leaf_tab(leaf, 16);
        leaf_add(leaf, STYLE_TEXT, _(theme->help));
        leaf_end(leaf);
    }
    leaf_end(leaf);
    leaf_line(leaf, STYLE_DIM, _("To keep one: a line \"theme: dark\" in"));
    leaf_line(leaf, STYLE_DIM, app->config.path ? app->config.path : "");
}

static void try_on(struct box *box, struct app *app, size_t item)
{
    (void)box;
    app_set_theme(app, &themes[item]);
}

static void theme_choose(struct box *box, struct app *app, size_t item)
{
    ((struct theme_box *)box)->chosen = true;
    app_pop(app);
    app_set_theme(app, &themes[item]);
    app_say(app, _("theme: %s"), themes[item].name);
}

static void theme_finish(struct box *box)
{
    struct theme_box *themes_box = (struct theme_box *)box;
    if (!themes_box->chosen)
        app_set_theme(themes_box->app, themes_box->before);
}

void theme_open(struct view *from, struct app *app)
{
    (void)from;
    static const struct box_ops ops = {
        .title = N_("Theme"),
        .type = BOX_MENU,
        .build = theme_build,
        .select = try_on,
        .choose = theme_choose,
        .finish = theme_finish,
    };
    struct theme_box *themes_box = box_open(app, &ops, sizeof *themes_box);
    themes_box->before = app->canvas.theme;
    themes_box->app = app;
}

/* The theme picker: each is tried on as it is selected. */
#include "ui/boxes.h"

#include "ui/box.h"

struct picker {
    struct box box;
    const struct theme *before;
    bool chosen;
    struct app *app;
};

static void build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct picker *picker = (struct picker *)box;
    for (const struct theme *theme = themes; theme->name; theme++) {
        size_t item = (size_t)leaf_item(leaf);
        if (box->list.selected == LIST_NONE && theme == picker->before)
            box->list.selected = item;
        leaf_add(leaf, STYLE_LABEL, theme->name);
        leaf_tab(leaf, 16);
        leaf_add(leaf, STYLE_TEXT, theme->help);
        leaf_end(leaf);
    }
    leaf_end(leaf);
    leaf_line(leaf, STYLE_DIM, "To keep one: a line \"theme: dark\" in");
    leaf_line(leaf, STYLE_DIM, app->config.path ? app->config.path : "");
}

static void try_on(struct box *box, struct app *app, size_t item)
{
    (void)box;
    app_set_theme(app, &themes[item]);
}

static void choose(struct box *box, struct app *app, size_t item)
{
    ((struct picker *)box)->chosen = true;
    app_pop(app);
    app_set_theme(app, &themes[item]);
    app_say(app, "theme: %s", themes[item].name);
}

static void finish(struct box *box)
{
    struct picker *picker = (struct picker *)box;
    if (!picker->chosen)
        app_set_theme(picker->app, picker->before);
}

void theme_open(struct view *from, struct app *app)
{
    (void)from;
    static const struct box_ops ops = {
        .title = "Theme",
        .type = BOX_MENU,
        .build = build,
        .select = try_on,
        .choose = choose,
        .finish = finish,
    };
    struct picker *picker = box_open(app, &ops, sizeof *picker);
    picker->before = app->canvas.theme;
    picker->app = app;
}

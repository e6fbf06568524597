/* The theme picker: each is tried on as it is selected. */
#include "ui/boxes.h"

#include "ui/sheet.h"

struct picker {
    struct sheet sheet;
    const struct theme *before;
    bool chosen;
    struct app *app;
};

static void build(struct sheet *sheet, struct app *app, struct leaf *leaf)
{
    struct picker *picker = (struct picker *)sheet;
    for (const struct theme *theme = themes; theme->name; theme++) {
        int item = leaf_item(leaf);
        if (sheet->selected == NO_ITEM && theme == picker->before)
            sheet->selected = item;
        leaf_add(leaf, STYLE_LABEL, theme->name);
        leaf_tab(leaf, 16);
        leaf_add(leaf, STYLE_TEXT, theme->help);
        leaf_end(leaf);
    }
    leaf_end(leaf);
    leaf_line(leaf, STYLE_DIM, "To keep one: a line \"theme: dark\" in");
    leaf_line(leaf, STYLE_DIM, app->config.path ? app->config.path : "");
}

static void try_on(struct sheet *sheet, struct app *app, int item)
{
    (void)sheet;
    app_set_theme(app, &themes[item]);
}

static void choose(struct sheet *sheet, struct app *app, int item)
{
    ((struct picker *)sheet)->chosen = true;
    app_pop(app);
    app_set_theme(app, &themes[item]);
    app_say(app, "theme: %s", themes[item].name);
}

static void finish(struct sheet *sheet)
{
    struct picker *picker = (struct picker *)sheet;
    if (!picker->chosen)
        app_set_theme(picker->app, picker->before);
}

void theme_open(struct app *app)
{
    static const struct sheet_ops ops = {
        .title = "Theme",
        .type = SHEET_MENU,
        .build = build,
        .select = try_on,
        .choose = choose,
        .finish = finish,
    };
    struct picker *picker = sheet_open(app, &ops, sizeof *picker);
    picker->before = app->canvas.theme;
    picker->app = app;
}

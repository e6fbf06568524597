/* The theme picker: each theme is tried on as it is selected. */
#include "ui/boxes.h"

#include "base/i18n.h"
#include "ui/box.h"
#include "ui/memory.h"

#define HELP_COLUMN 14 /* the words beside a name */

struct theme_box {
    struct box box;
    const struct theme *before;
    bool chosen;
    struct app *app;
};

/* Which setting holds now. */
static const char *who_says(const struct app *app)
{
    return app->chosen.theme
               ? _("Chosen here. This overrides the configuration")
               : _("Set in the configuration");
}

static void theme_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct theme_box *themes_box = (struct theme_box *)box;
    for (const struct theme *theme = themes; theme->name; theme++) {
        size_t item = (size_t)leaf_item(leaf);
        if (box->list.selected == LIST_NONE && theme == themes_box->before)
            box->list.selected = item;
        leaf_add(leaf, STYLE_LABEL, theme->name);
        leaf_tab(leaf, HELP_COLUMN);
        leaf_add(leaf, STYLE_TEXT, _(theme->help));
        leaf_end(leaf);
    }
    if (!app->chosen.theme && !app->config.theme)
        return;
    leaf_item(leaf);
    leaf_add(leaf, STYLE_LABEL, _("as configured"));
    leaf_tab(leaf, HELP_COLUMN);
    leaf_add(leaf, STYLE_TEXT, app_configured_theme(app)->name);
    leaf_end(leaf);
    leaf_end(leaf);
    leaf_line(leaf, STYLE_DIM, who_says(app));
}

/* The theme of a row; the row behind all themes is that of the configuration.
 */
static const struct theme *theme_of(const struct app *app, size_t item)
{
    size_t n = 0;
    while (themes[n].name)
        n++;
    return item < n ? &themes[item] : app_configured_theme(app);
}

static void try_on(struct box *box, struct app *app, size_t item)
{
    (void)box;
    app_set_theme(app, theme_of(app, item));
}

static void theme_choose(struct box *box, struct app *app, size_t item)
{
    ((struct theme_box *)box)->chosen = true;
    const struct theme *theme = theme_of(app, item);
    bool is_chosen = theme == &themes[item];
    app_pop(app);
    app_set_theme(app, theme);
    app->chosen.theme = is_chosen ? theme : NULL;
    app_say(app, is_chosen ? _("Theme: %s") : _("Theme as configured: %s"),
            theme->name);
    memory_keep_setting(app, "theme", is_chosen ? theme->name : NULL);
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
        .title = N_("Colours"),
        .type = BOX_MENU,
        .enter = N_("use"),
        .build = theme_build,
        .select = try_on,
        .choose = theme_choose,
        .finish = theme_finish,
    };
    struct theme_box *themes_box = box_open(app, &ops, sizeof *themes_box);
    themes_box->box.view.keeps_behind = true;
    themes_box->before = theme_find(app->theme.name);
    themes_box->app = app;
}

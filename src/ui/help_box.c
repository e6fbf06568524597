/* Help and the palette: the actions of a view, by key and by name. */
#include "ui/boxes.h"

#include "base/i18n.h"
#include "ui/box.h"

#define KEYS_COLUMN 18

struct help {
    struct box box;
    unsigned where; /* of the view that help is about */
};

static void add_action(struct app *app, struct leaf *leaf, enum action action)
{
    struct buf keys;
    buf_init(&keys);
    /* A range says more than ten digits. */
    if (action == ACTION_DIGIT)
        buf_add(&keys, "1 ... 9");
    else
        keymap_keys(&app->keymap, action, 4, app->canvas.charset != NULL,
                    &keys);
    leaf_add(leaf, STYLE_KEY, keys.n_bytes ? keys.data : _("(no key)"));
    leaf_tab(leaf, KEYS_COLUMN);
    leaf_add(leaf, STYLE_TEXT, _(action_get(action)->help));
    leaf_end(leaf);
    buf_finish(&keys);
}

static void add_group(struct help *help, struct app *app, struct leaf *leaf,
                      enum action_group group)
{
    bool empty = true;
    for (int i = 1; i < ACTION_COUNT; i++) {
        const struct action_row *row = action_get((enum action)i);
        if (row->group != group || !(row->where & help->where))
            continue;
        if (empty)
            leaf_heading(leaf, action_group_name(group));
        empty = false;
        add_action(app, leaf, (enum action)i);
    }
}

static void help_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct help *help = (struct help *)box;
    for (int group = 0; group < GROUP_COUNT; group++)
        add_group(help, app, leaf, (enum action_group)group);
    leaf_end(leaf);
    if (help->where == IN_ARTICLE) {
        leaf_line(
            leaf, STYLE_TEXT,
            _("A number in brackets, such as [2], is a source: Tab selects "
              "it, Enter shows it. \"!\" beside a section: it is about "
              "safety."));
        leaf_end(leaf);
    }
    leaf_line(
        leaf, STYLE_TEXT,
        _("^C closes an input or a box, and leaves where there is none. A "
          "click on a key in the bottom line is that key."));
    leaf_end(leaf);
    if (app->config.path) {
        leaf_add(leaf, STYLE_TEXT, _("Keys, theme and width can be set in "));
        leaf_add(leaf, STYLE_CODE, app->config.path);
        leaf_end(leaf);
    }
}

void help_open(struct view *from, struct app *app)
{
    (void)from;
    static const struct box_ops ops = {
        .title = N_("Help"),
        .type = BOX_TEXT,
        .build = help_build,
    };
    unsigned where = app->top->ops->where;
    struct help *help;
    if (where == IN_BOX)
        where = app_reading(app)->ops->where;
    help = box_open(app, &ops, sizeof *help);
    help->where = where;
}

struct palette {
    struct box box;
    enum action actions[ACTION_COUNT]; /* by item */
};

/* Not offered: what makes no sense from a menu. */
static bool is_offered(enum action action, unsigned where)
{
    return action_get(action)->where & where && action != ACTION_DIGIT &&
           action != ACTION_PERCENT && action != ACTION_ESCAPE &&
           action != ACTION_PALETTE;
}

static void palette_add(struct palette *palette, struct app *app,
                        struct leaf *leaf, enum action action)
{
    struct buf keys;
    buf_init(&keys);
    palette->actions[leaf_item(leaf)] = action;
    leaf_add(leaf, STYLE_LABEL, action_get(action)->name);
    leaf_tab(leaf, 18);
    leaf_add(leaf, STYLE_TEXT, _(action_get(action)->help));
    if (keymap_keys(&app->keymap, action, 4, app->canvas.charset != NULL,
                    &keys)) {
        leaf_add(leaf, STYLE_TEXT, "  ");
        leaf_add(leaf, STYLE_KEY, keys.data);
    }
    leaf_end(leaf);
    buf_finish(&keys);
}

/* Matches of the name come before matches of the description. */
static void palette_build(struct box *box, struct app *app, struct leaf *leaf)
{
    unsigned where = app_reading(app)->ops->where;
    for (int pass = 0; pass < 2; pass++)
        for (int i = 1; i < ACTION_COUNT; i++) {
            const struct action_row *row = action_get((enum action)i);
            bool named = box_matches(box, row->name);
            bool described = !named && box_matches(box, _(row->help));
            if (is_offered((enum action)i, where) &&
                (pass == 0 ? named : described))
                palette_add((struct palette *)box, app, leaf, (enum action)i);
        }
    if (!leaf->n_items)
        leaf_line(leaf, STYLE_DIM, _("no action here is called so"));
}

static void palette_choose(struct box *box, struct app *app, size_t item)
{
    enum action action = ((struct palette *)box)->actions[item];
    app_pop(app);
    app_act(app, action);
}

void palette_open(struct view *from, struct app *app)
{
    (void)from;
    static const struct box_ops ops = {
        .title = N_("Do"),
        .type = BOX_PICKER,
        .build = palette_build,
        .choose = palette_choose,
    };
    box_open(app, &ops, sizeof(struct palette));
}

/* The palette: every action of the view by name, with its keys. */
#include "ui/boxes.h"

#include "ui/box.h"

struct palette {
    struct box box;
    enum action actions[ACTION_COUNT]; /* by item */
};

/* What makes no sense from a menu. */
static bool is_offered(enum action action, unsigned where)
{
    return action_get(action)->where & where && action != ACTION_DIGIT &&
           action != ACTION_PERCENT && action != ACTION_ESCAPE &&
           action != ACTION_PALETTE;
}

static void add(struct palette *palette, struct app *app, struct leaf *leaf,
                enum action action)
{
    struct buf keys;
    buf_init(&keys);
    palette->actions[leaf_item(leaf)] = action;
    leaf_add(leaf, STYLE_LABEL, action_get(action)->name);
    leaf_tab(leaf, 18);
    leaf_add(leaf, STYLE_TEXT, action_get(action)->help);
    if (keymap_keys(&app->keymap, action, 4, app->canvas.charset != NULL,
                    &keys)) {
        leaf_add(leaf, STYLE_TEXT, "  ");
        leaf_add(leaf, STYLE_KEY, keys.data);
    }
    leaf_end(leaf);
    buf_finish(&keys);
}

/* Those that are called so come before those that are described so. */
static void build(struct box *box, struct app *app, struct leaf *leaf)
{
    unsigned where = app_reading(app)->ops->where;
    for (int pass = 0; pass < 2; pass++)
        for (int i = 1; i < ACTION_COUNT; i++) {
            const struct action_row *row = action_get((enum action)i);
            bool named = box_matches(box, row->name);
            bool described = !named && box_matches(box, row->help);
            if (is_offered((enum action)i, where) &&
                (pass == 0 ? named : described))
                add((struct palette *)box, app, leaf, (enum action)i);
        }
    if (!leaf->n_items)
        leaf_line(leaf, STYLE_DIM, "no action here is called so");
}

static void choose(struct box *box, struct app *app, size_t item)
{
    enum action action = ((struct palette *)box)->actions[item];
    app_pop(app);
    app_act(app, action);
}

void palette_open(struct view *from, struct app *app)
{
    (void)from;
    static const struct box_ops ops = {
        .title = "Do",
        .type = BOX_PICKER,
        .build = build,
        .choose = choose,
    };
    box_open(app, &ops, sizeof(struct palette));
}

/* The palette: actions by name, and a few commands as users of vi type them. */
#include "ui/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_view.h"
#include "ui/box.h"

#define HELP_COLUMN 11    /* behind the key */
#define NAME_CELLS_MIN 56 /* narrower boxes do not show names */

struct palette {
    struct box box;
    enum action actions[ACTION_COUNT + 1]; /* by item */
    unsigned section;                      /* of ":12"; 0: none */
};

/* Not offered: what makes no sense from a menu. */
static bool is_offered(enum action action, unsigned where)
{
    return action_get(action)->where & where && action != ACTION_DIGIT &&
           action != ACTION_PERCENT && action != ACTION_ESCAPE &&
           action != ACTION_PALETTE;
}

/* How well an action fits what was typed; 0 is best. */
enum fit { FIT_EXACT, FIT_BEGINS, FIT_IN_NAME, FIT_IN_HELP, FIT_NONE };

/* The first letter stands for an action that users of vi call so. */
static bool is_called(enum action action, const char *typed)
{
    return action == ACTION_CLOSE
               ? strcmp(typed, "q") == 0
               : action == ACTION_QUIT &&
                     (strcmp(typed, "qa") == 0 || strcmp(typed, "q!") == 0 ||
                      strcmp(typed, "x") == 0 || strcmp(typed, "wq") == 0);
}

/* Whether a word of a name begins so, or the name has three letters or more of
 * what was typed anywhere: "mark" finds "bookmark". */
static bool has_word(const char *name, const char *typed)
{
    const char *at = strstr(name, typed);
    while (at && at > name && at[-1] != '-' && strlen(typed) < 3)
        at = strstr(at + 1, typed);
    return at != NULL;
}

static enum fit fit_of(const struct box *box, enum action action)
{
    const struct action_row *row = action_get(action);
    char *typed = fold_string(box->filter.data, FOLD_ALL);
    enum fit fit = strcmp(row->name, typed) == 0 || is_called(action, typed)
                       ? FIT_EXACT
                   : str_starts(row->name, typed)   ? FIT_BEGINS
                   : has_word(row->name, typed)     ? FIT_IN_NAME
                   : box_matches(box, _(row->help)) ? FIT_IN_HELP
                                                    : FIT_NONE;
    free(typed);
    return fit;
}

/* Key, what it does, and the name that the configuration has for it. */
static void add_action(struct palette *palette, struct app *app,
                       struct leaf *leaf, enum action action)
{
    const struct action_row *row = action_get(action);
    struct buf keys;
    buf_init(&keys);
    palette->actions[leaf_item(leaf)] = action;
    keymap_keys(&app->keymap, action, 1, app->canvas.charset != NULL, &keys);
    leaf_add(leaf, STYLE_KEY, keys.data);
    leaf_tab(leaf, HELP_COLUMN);
    leaf_add(leaf, STYLE_TEXT, _(row->help));
    if (leaf->cells >= NAME_CELLS_MIN)
        leaf_right(leaf, STYLE_DIM, row->name);
    leaf_end(leaf);
    buf_finish(&keys);
}

/* What moves is known by its keys, and comes last. */
static void add_fitting(struct palette *palette, struct app *app,
                        struct leaf *leaf, enum fit fit, bool moves)
{
    unsigned where = app_reading(app)->ops->where;
    for (int i = 1; i < ACTION_COUNT; i++) {
        enum action action = (enum action)i;
        if ((action_get(action)->group == GROUP_MOVE) == moves &&
            is_offered(action, where) && fit_of(&palette->box, action) == fit)
            add_action(palette, app, leaf, action);
    }
}

/* Where "w FILE" is typed, the name; else NULL. */
static const char *file_of(const struct box *box)
{
    const char *text = box->filter.data;
    return str_starts(text, "w ") && text[2] ? text + 2 : NULL;
}

/* A row for ":12" and ":w FILE", in an article. */
static void add_command(struct palette *palette, struct app *app,
                        struct leaf *leaf)
{
    const struct article_view *view = article_view_of(app_reading(app));
    const char *file = file_of(&palette->box);
    struct buf text;
    char *end;
    unsigned long number = strtoul(palette->box.filter.data, &end, 10);
    bool is_number = end > palette->box.filter.data && !*end;
    palette->section = 0;
    if (!view || !view->article || (!file && !is_number))
        return;
    buf_init(&text);
    if (file)
        buf_printf(&text, _("Save the article as %s"), file);
    else if (number < 1 || number > view->article->n_sections)
        buf_printf(&text, _("There are only %zu sections"),
                   view->article->n_sections);
    else
        buf_printf(&text, _("Go to section %lu"), number);
    if (file || (number >= 1 && number <= view->article->n_sections)) {
        palette->actions[leaf_item(leaf)] = file ? ACTION_WRITE : ACTION_DIGIT;
        palette->section = file ? 0 : (unsigned)number;
    }
    leaf_line(leaf, STYLE_TEXT, text.data);
    buf_finish(&text);
}

static void palette_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct palette *palette = (struct palette *)box;
    add_command(palette, app, leaf);
    for (enum fit fit = FIT_EXACT; fit < FIT_NONE; fit++) {
        if (fit == FIT_IN_HELP && leaf->n_items)
            break; /* "th" is in most sentences, but "theme" is meant */
        add_fitting(palette, app, leaf, fit, false);
        add_fitting(palette, app, leaf, fit, true);
    }
    if (!leaf->n_rows)
        leaf_line(leaf, STYLE_DIM, _("No matching action"));
}

static void palette_choose(struct box *box, struct app *app, size_t item)
{
    const struct palette *palette = (struct palette *)box;
    enum action action = palette->actions[item];
    unsigned section = palette->section;
    struct article_view *view = article_view_of(app_reading(app));
    char *file = file_of(box) ? mem_strdup(file_of(box)) : NULL;
    app_pop(app);
    if (action == ACTION_DIGIT)
        article_jump(view, view->article->sections[section - 1].source_start);
    else if (action == ACTION_WRITE && file)
        article_write_to(view, app, file);
    else
        app_act(app, action);
    free(file);
}

void palette_open(struct view *from, struct app *app)
{
    (void)from;
    static const struct box_ops ops = {
        .title = N_("Actions"),
        .type = BOX_PICKER,
        .enter = N_("run"),
        .build = palette_build,
        .choose = palette_choose,
    };
    box_open(app, &ops, sizeof(struct palette));
}

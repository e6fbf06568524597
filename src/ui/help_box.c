/* Help: the keys that matter most in a view, in plain words, then all. */
#include "ui/boxes.h"

#include "base/i18n.h"
#include "ui/box.h"

#define KEYS_COLUMN 14
#define TWO_COLUMNS 108 /* from this width on the keys stand in two columns */

struct help {
    struct box box;
    unsigned where; /* of the view that help is about */
};

struct help_page {
    struct app *app;
    struct leaf *leaf;
};

/* The first keys of one or two actions, and what they are for. */
static void add_first(struct help_page *page, enum action one, enum action two,
                      const char *text)
{
    const struct hint hint = {{one, two}};
    bool ascii = page->app->canvas.charset != NULL;
    struct buf keys;
    buf_init(&keys);
    hint_keys(&page->app->keymap, &hint, ascii, &keys);
    if (keys.n_bytes) {
        leaf_add(page->leaf, STYLE_KEY, keys.data);
        leaf_tab(page->leaf, KEYS_COLUMN);
        leaf_add(page->leaf, STYLE_TEXT, text);
        leaf_end(page->leaf);
    }
    buf_finish(&keys);
}

/* Ten of each kind of view. */
static void add_article_keys(struct help_page *page)
{
    add_first(page, ACTION_PAGE_DOWN, ACTION_NONE,
              _("Read on, one screen at a time"));
    add_first(page, ACTION_UP, ACTION_DOWN, _("Move one line"));
    add_first(page, ACTION_PREVIOUS_SECTION, ACTION_NEXT_SECTION,
              _("Go to the previous or next section"));
    add_first(page, ACTION_KINDS, ACTION_NONE,
              _("Jump to risks, side effects and so on"));
    add_first(page, ACTION_EMERGENCY, ACTION_NONE, _("See emergency advice"));
    add_first(page, ACTION_FIND, ACTION_NONE, _("Find a word in this article"));
    add_first(page, ACTION_SEARCH, ACTION_NONE, _("Search for something else"));
    add_first(page, ACTION_NEXT_LINK, ACTION_ENTER,
              _("Choose a link or source and open it"));
    add_first(page, ACTION_SOURCES, ACTION_NONE, _("See sources and dates"));
    add_first(page, ACTION_CLOSE, ACTION_NONE, _("Go back"));
}

static void add_list_keys(struct help_page *page)
{
    add_first(page, ACTION_UP, ACTION_DOWN, _("Choose an article"));
    add_first(page, ACTION_ENTER, ACTION_NONE, _("Open it"));
    add_first(page, ACTION_SEARCH, ACTION_NONE,
              _("Search: type a word or a question"));
    add_first(page, ACTION_EMERGENCY, ACTION_NONE, _("See emergency advice"));
    add_first(page, ACTION_SOURCES, ACTION_NONE, _("See sources and dates"));
    add_first(page, ACTION_LANGUAGE, ACTION_NONE,
              _("Read the article in another language"));
    add_first(page, ACTION_THEME, ACTION_NONE, _("Choose the colours"));
    add_first(page, ACTION_LINEAR, ACTION_NONE,
              _("Turn linear mode (for screen readers) on or off"));
    add_first(page, ACTION_ESCAPE, ACTION_NONE, _("Go back one step"));
    add_first(page, ACTION_CLOSE, ACTION_NONE, _("Leave"));
}

static void add_comparison_keys(struct help_page *page)
{
    add_first(page, ACTION_PAGE_DOWN, ACTION_NONE,
              _("Read on, one screen at a time"));
    add_first(page, ACTION_UP, ACTION_DOWN, _("Move one line"));
    add_first(page, ACTION_PREVIOUS_SECTION, ACTION_NEXT_SECTION,
              _("Go to the previous or next question"));
    add_first(page, ACTION_FIND, ACTION_NONE, _("Find a word"));
    add_first(page, ACTION_EMERGENCY, ACTION_NONE, _("See emergency advice"));
    add_first(page, ACTION_SEARCH, ACTION_NONE, _("Search for something else"));
    add_first(page, ACTION_THEME, ACTION_NONE, _("Choose the colours"));
    add_first(page, ACTION_LINEAR, ACTION_NONE,
              _("Turn linear mode (for screen readers) on or off"));
    add_first(page, ACTION_PROBLEMS, ACTION_NONE,
              _("See problems with files and settings"));
    add_first(page, ACTION_CLOSE, ACTION_NONE, _("Go back"));
}

/* A line of the list of all keys. */
struct help_line {
    enum action action;  /* ACTION_NONE: a heading or a blank line */
    const char *heading; /* NULL: blank */
};

struct help_lines {
    struct help_line items[ACTION_COUNT + 2 * GROUP_COUNT];
    size_t n;
};

static void add_group(struct help_lines *lines, unsigned where,
                      enum action_group group)
{
    bool empty = true;
    for (int i = 1; i < ACTION_COUNT; i++) {
        const struct action_row *row = action_get((enum action)i);
        if (row->group != group || !(row->where & where))
            continue;
        if (empty && lines->n)
            lines->items[lines->n++] = (struct help_line){ACTION_NONE, NULL};
        if (empty)
            lines->items[lines->n++] =
                (struct help_line){ACTION_NONE, action_group_name(group)};
        empty = false;
        lines->items[lines->n++] = (struct help_line){(enum action)i, NULL};
    }
}

static void add_line(struct app *app, struct leaf *leaf, unsigned column,
                     const struct help_line *line)
{
    struct buf keys;
    if (line->heading)
        leaf_add(leaf, STYLE_SUBHEADING, line->heading);
    if (line->action == ACTION_NONE)
        return;
    buf_init(&keys);
    /* A range says more than ten digits. */
    if (line->action == ACTION_DIGIT)
        buf_add(&keys, "1 ... 9");
    else
        keymap_keys(&app->keymap, line->action, 3, app->canvas.charset != NULL,
                    &keys);
    leaf_add(leaf, STYLE_KEY, keys.n_bytes ? keys.data : _("(no key)"));
    leaf_tab(leaf, column + KEYS_COLUMN);
    leaf_add(leaf, STYLE_TEXT, _(action_get(line->action)->help));
    buf_finish(&keys);
}

/* Where the second column begins: with the heading nearest to the middle. */
static size_t second_column(const struct help_lines *lines)
{
    size_t at = lines->n / 2;
    while (at < lines->n && !lines->items[at].heading)
        at++;
    return at;
}

static void add_all(struct help *help, struct app *app, struct leaf *leaf)
{
    struct help_lines lines = {.n = 0};
    for (int group = 0; group < GROUP_COUNT; group++)
        add_group(&lines, help->where, (enum action_group)group);
    bool two = leaf->cells >= TWO_COLUMNS;
    size_t n_left = two ? second_column(&lines) : lines.n;
    size_t n_right = lines.n - n_left;
    for (size_t i = 0; i < (n_left > n_right ? n_left : n_right); i++) {
        if (i < n_left)
            add_line(app, leaf, 0, &lines.items[i]);
        if (i < n_right) {
            leaf_tab(leaf, leaf->cells / 2 + 1);
            add_line(app, leaf, leaf->cells / 2 + 1, &lines.items[n_left + i]);
        }
        leaf_end(leaf);
    }
}

static void help_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct help *help = (struct help *)box;
    struct help_page page = {app, leaf};
    if (help->where & IN_ARTICLE)
        add_article_keys(&page);
    else if (help->where & IN_COMPARISON)
        add_comparison_keys(&page);
    else
        add_list_keys(&page);
    leaf_end(leaf);
    add_all(help, app, leaf);
    leaf_end(leaf);
    if (help->where == IN_ARTICLE) {
        leaf_line(
            leaf, STYLE_TEXT,
            _("A number in brackets, such as [2], is a source: press Tab to "
              "select it and Enter to show it. \"!\" next to a section "
              "means that it is about safety. Begin a search with \\v to "
              "use a regular expression."));
        leaf_end(leaf);
    }
    leaf_line(
        leaf, STYLE_TEXT,
        _("^C closes a prompt or a box; anywhere else it leaves medfaq."));
    if (app->config.path) {
        leaf_end(leaf);
        leaf_add(leaf, STYLE_TEXT,
                 _("You can set keys, colours and width "
                   "in "));
        leaf_add(leaf, STYLE_CODE, app->config.path);
        leaf_end(leaf);
    }
}

static const struct box_ops ops = {
    .title = N_("Help"),
    .type = BOX_TEXT,
    .max_cols = 140,
    .build = help_build,
};

static bool is_help(const struct view *view)
{
    return view->ops == &box_view_ops &&
           ((const struct box *)view)->ops == &ops;
}

/* The same key opens and closes it. */
void help_open(struct view *from, struct app *app)
{
    (void)from;
    unsigned where = app->top->ops->where;
    struct help *help;
    if (is_help(app->top)) {
        app_pop(app);
        return;
    }
    if (where == IN_BOX)
        where = app_reading(app)->ops->where;
    help = box_open(app, &ops, sizeof *help);
    help->where = where;
}

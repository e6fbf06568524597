/* Help: the keys that matter most in a view, in plain words, then all. */
#include "ui/boxes.h"

#include "base/i18n.h"
#include "ui/box.h"
#include "ui/library_view.h"

#define KEYS_COLUMN 14
#define FEW_KEYS_COLUMN 11 /* in a narrow box, with fewer keys */
#define NARROW 50          /* cells */
#define TWO_COLUMNS 108 /* from this width on the keys stand in two columns */

struct help {
    struct box box;
    unsigned where; /* of the view that help is about */
    bool is_asking; /* letters are text there */
};

/* The first keys of one or two actions, or a key of its own, and what they are
 * for. */
struct first_key {
    struct hint hint;
    const char *text;
};

/* About ten for each kind of view; each list ends with a row without text. */
static const struct first_key article_keys[] = {
    {{{ACTION_PAGE_DOWN}}, N_("Read on, one screen at a time")},
    {{{ACTION_UP, ACTION_DOWN}}, N_("Move one line")},
    {{{ACTION_PREVIOUS_SECTION, ACTION_NEXT_SECTION}},
     N_("Go to the previous or next section")},
    {{{ACTION_KINDS}}, N_("Jump to risks, side effects and so on")},
    {{{ACTION_EMERGENCY}}, N_("See emergency advice")},
    {{{ACTION_FIND}}, N_("Find a word in this article")},
    {{{ACTION_SEARCH}}, N_("Search for something else")},
    {{{ACTION_NEXT_LINK, ACTION_ENTER}},
     N_("Choose a link or source and open it")},
    {{{ACTION_SOURCES}}, N_("See sources and dates")},
    {{{ACTION_CLOSE}}, N_("Go back")},
    {{{ACTION_NONE}}, NULL},
};

static const struct first_key prompt_keys[] = {
    {{{ACTION_NONE}, .key = "a-z"},
     N_("Type a word or a question: answers appear as you type")},
    {{{ACTION_UP, ACTION_DOWN}}, N_("Choose an answer")},
    {{{ACTION_ENTER}}, N_("Open it")},
    {{{ACTION_EMERGENCY}, .key = "!"}, N_("See emergency advice")},
    {{{ACTION_ESCAPE}}, N_("Clear the text; then, go to the list")},
    {{{ACTION_NEXT_LINK}}, N_("Go to the list, where letters are keys")},
    {{{ACTION_NONE}, .key = "^P"}, N_("Bring back an earlier search")},
    {{{ACTION_HELP}, .key = "F1"}, N_("Close this help")},
    {{{ACTION_QUIT}, .key = "^C"}, N_("Leave medfaq")},
    {{{ACTION_NONE}}, NULL},
};

static const struct first_key list_keys[] = {
    {{{ACTION_UP, ACTION_DOWN}}, N_("Choose an article")},
    {{{ACTION_ENTER}}, N_("Open it")},
    {{{ACTION_SEARCH}}, N_("Search: type a word or a question")},
    {{{ACTION_EMERGENCY}}, N_("See emergency advice")},
    {{{ACTION_SOURCES}}, N_("See sources and dates")},
    {{{ACTION_LANGUAGE}}, N_("Read the article in another language")},
    {{{ACTION_THEME}}, N_("Choose the colours")},
    {{{ACTION_LINEAR}}, N_("Turn linear mode (for screen readers) on or off")},
    {{{ACTION_ESCAPE}}, N_("Go back one step")},
    {{{ACTION_CLOSE}}, N_("Close this view; from the first one, leave medfaq")},
    {{{ACTION_NONE}}, NULL},
};

static const struct first_key bookmark_keys[] = {
    {{{ACTION_UP, ACTION_DOWN}}, N_("Choose a bookmark or highlight")},
    {{{ACTION_ENTER}}, N_("Go to its place in the article")},
    {{{ACTION_RENAME}}, N_("Edit the note of a bookmark")},
    {{{ACTION_DELETE}}, N_("Delete a bookmark or highlight")},
    {{{ACTION_UNDO}}, N_("Undo the last deletion")},
    {{{ACTION_SHEET}},
     N_("Show the visit sheet: what to take to an "
        "appointment")},
    {{{ACTION_SEARCH}}, N_("Search for something else")},
    {{{ACTION_EMERGENCY}}, N_("See emergency advice")},
    {{{ACTION_CLOSE}}, N_("Go back")},
    {{{ACTION_NONE}}, NULL},
};

static const struct first_key comparison_keys[] = {
    {{{ACTION_PAGE_DOWN}}, N_("Read on, one screen at a time")},
    {{{ACTION_UP, ACTION_DOWN}}, N_("Move one line")},
    {{{ACTION_PREVIOUS_SECTION, ACTION_NEXT_SECTION}},
     N_("Go to the previous or next question")},
    {{{ACTION_FIND}}, N_("Find a word")},
    {{{ACTION_EMERGENCY}}, N_("See emergency advice")},
    {{{ACTION_SEARCH}}, N_("Search for something else")},
    {{{ACTION_THEME}}, N_("Choose the colours")},
    {{{ACTION_LINEAR}}, N_("Turn linear mode (for screen readers) on or off")},
    {{{ACTION_PROBLEMS}}, N_("See problems with files and settings")},
    {{{ACTION_CLOSE}}, N_("Go back")},
    {{{ACTION_NONE}}, NULL},
};

static const struct first_key *first_keys(const struct help *help)
{
    return help->is_asking               ? prompt_keys
           : help->where & IN_ARTICLE    ? article_keys
           : help->where & IN_COMPARISON ? comparison_keys
           : help->where & IN_BOOKMARKS  ? bookmark_keys
                                         : list_keys;
}

static bool is_narrow(const struct leaf *leaf)
{
    return leaf->cells < NARROW;
}

static unsigned keys_column(const struct leaf *leaf)
{
    return is_narrow(leaf) ? FEW_KEYS_COLUMN : KEYS_COLUMN;
}

static void add_first(const struct first_key *row, struct app *app,
                      struct leaf *leaf)
{
    struct buf keys;
    buf_init(&keys);
    hint_keys(&app->keymap, &row->hint, app->canvas.charset != NULL, &keys);
    if (keys.n_bytes) {
        leaf_add(leaf, STYLE_KEY, keys.data);
        leaf_tab(leaf, keys_column(leaf));
        leaf_add(leaf, STYLE_TEXT, _(row->text));
        leaf_end(leaf);
    }
    buf_finish(&keys);
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
        keymap_keys(&app->keymap, line->action, is_narrow(leaf) ? 2 : 3,
                    app->canvas.charset != NULL, &keys);
    leaf_add(leaf, STYLE_KEY, keys.n_bytes ? keys.data : _("(no key)"));
    leaf_tab(leaf, column + keys_column(leaf));
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
    bool two = leaf->cells >= TWO_COLUMNS && !leaf->is_linear;
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
    for (const struct first_key *row = first_keys(help); row->text; row++)
        add_first(row, app, leaf);
    leaf_end(leaf);
    if (help->is_asking) {
        leaf_line(leaf, STYLE_TEXT,
                  _("In the prompt, \u2190, \u2192, Home, End, ^A, ^E, ^U, ^K "
                    "and ^W edit the text. In the list, these are keys:"));
        leaf_end(leaf);
    }
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
    const struct library_view *library = library_view_of(app->top);
    bool is_asking = library && library_is_asking(library);
    struct help *help;
    if (is_help(app->top)) {
        app_pop(app);
        return;
    }
    if (where == IN_BOX)
        where = app_reading(app)->ops->where;
    help = box_open(app, &ops, sizeof *help);
    help->where = where;
    help->is_asking = is_asking;
}

/* Help: the keys that matter most in a view, in plain words, then all. */
#include "ui/boxes.h"

#include "base/i18n.h"
#include "ui/box.h"
#include "ui/library_view.h"

#define KEYS_COLUMN 14
#define FEW_KEYS_COLUMN 11 /* in a narrow box, with fewer keys */
#define NARROW 50          /* cells */
#define TWO_COLUMNS 108 /* from this width on the keys stand in two columns */
#define COLUMNS_GAP 4

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
    {{{ACTION_CLOSE}}, N_("Go back; from the first view, leave medfaq")},
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
    {{{ACTION_CLOSE}}, N_("Go back; from the first view, leave medfaq")},
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
    {{{ACTION_CLOSE}}, N_("Go back; from the first view, leave medfaq")},
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
    {{{ACTION_CLOSE}}, N_("Go back; from the first view, leave medfaq")},
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

/* Adds the keys of an action and what it does. */
static void add_action(struct app *app, struct leaf *leaf, enum action action)
{
    struct buf keys;
    buf_init(&keys);
    /* A range says more than ten digits. */
    if (action == ACTION_DIGIT)
        buf_add(&keys, "1 ... 9");
    else
        keymap_keys(&app->keymap, action, is_narrow(leaf) ? 2 : 3,
                    app->canvas.charset != NULL, &keys);
    leaf_add(leaf, STYLE_KEY, keys.n_bytes ? keys.data : _("(no key)"));
    leaf_tab(leaf, keys_column(leaf));
    leaf_add(leaf, STYLE_TEXT, _(action_get(action)->help));
    leaf_end(leaf);
    buf_finish(&keys);
}

/* Whether the first keys have said all about an action: its one key. */
static bool is_said(const struct help *help, const struct app *app,
                    enum action action)
{
    bool is_first = false;
    for (const struct first_key *row = first_keys(help); row->text; row++)
        is_first |= row->hint.actions[0] == action && !row->hint.key &&
                    row->hint.actions[1] == ACTION_NONE;
    return is_first && keymap_n_keys(&app->keymap, action) <= 1;
}

static void add_group(const struct help *help, struct app *app,
                      struct leaf *leaf, enum action_group group)
{
    bool empty = true;
    for (int i = 1; i < ACTION_COUNT; i++) {
        const struct action_row *row = action_get((enum action)i);
        if (row->group != group || !(row->where & help->where) ||
            is_said(help, app, (enum action)i))
            continue;
        if (empty)
            leaf_heading(leaf, action_group_name(group));
        empty = false;
        add_action(app, leaf, (enum action)i);
    }
}

/* How keys are written, and what has no key. */
static void add_notes(const struct help *help, struct app *app,
                      struct leaf *leaf)
{
    leaf_heading(leaf, _("How to read this"));
    leaf_line(leaf, STYLE_TEXT,
              _("^E means: hold Ctrl and press E. ^C closes a prompt or a box; "
                "anywhere else it leaves medfaq."));
    if (help->where == IN_ARTICLE)
        leaf_line(
            leaf, STYLE_TEXT,
            _("A number in brackets, such as [2], is a source: press Tab to "
              "select it and Enter to show it. \"!\" next to a section "
              "means that it is about safety. Begin a search with \\v to "
              "use a regular expression."));
    if (help->is_asking)
        leaf_line(leaf, STYLE_TEXT,
                  _("In the prompt, \u2190, \u2192, Home, End, ^A, ^E, ^U, ^K "
                    "and ^W edit the text. The other keys work in the "
                    "list."));
    if (app->config.path) {
        leaf_add(leaf, STYLE_TEXT,
                 _("You can set keys, colours and width "
                   "in "));
        leaf_add(leaf, STYLE_CODE, app->config.path);
        leaf_end(leaf);
    }
}

/* The parts of the help from one on, up to before another: the first keys, the
 * groups, the notes. */
static void add_parts(const struct help *help, struct app *app,
                      struct leaf *leaf, int from, int end)
{
    for (int part = from; part < end; part++) {
        if (part == 0)
            for (const struct first_key *row = first_keys(help); row->text;
                 row++)
                add_first(row, app, leaf);
        else if (part <= GROUP_COUNT)
            add_group(help, app, leaf, (enum action_group)(part - 1));
        else
            add_notes(help, app, leaf);
    }
}

#define N_PARTS (GROUP_COUNT + 2)

static size_t n_rows_of(const struct help *help, struct app *app,
                        unsigned cells, int end)
{
    struct leaf leaf;
    leaf_init(&leaf, cells, app->canvas.charset);
    add_parts(help, app, &leaf, 0, end);
    size_t n = leaf.n_rows;
    leaf_finish(&leaf);
    return n;
}

/* In two columns, of which the left one is no shorter. */
static void add_columns(const struct help *help, struct app *app,
                        struct leaf *leaf)
{
    struct leaf columns[2];
    unsigned cells = (leaf->cells - COLUMNS_GAP) / 2;
    size_t all = n_rows_of(help, app, cells, N_PARTS);
    int end = 1;
    while (end < N_PARTS && 2 * n_rows_of(help, app, cells, end) < all)
        end++;
    for (int i = 0; i < 2; i++) {
        leaf_init(&columns[i], cells, app->canvas.charset);
        add_parts(help, app, &columns[i], i ? end : 0, i ? N_PARTS : end);
    }
    leaf_add_beside(leaf, &columns[0], &columns[1], cells + COLUMNS_GAP);
    leaf_finish(&columns[0]);
    leaf_finish(&columns[1]);
}

static void help_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct help *help = (struct help *)box;
    if (leaf->cells >= TWO_COLUMNS && !leaf->is_linear)
        add_columns(help, app, leaf);
    else
        add_parts(help, app, leaf, 0, N_PARTS);
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

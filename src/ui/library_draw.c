/* The list of articles on the screen, its status line, and what to do without
 * any article. */
#include "ui/library_view.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "ui/compare_view.h"
#include "ui/leaf.h"

#define LANGUAGES_MAX 16
#define PUBLISHER_MIN_COLS 16
#define LIST_MAX_COLS                                                          \
    80 /* maximum beside a preview, unless the preview leaves more */

static const struct hint listed_hints[] = {
    {{ACTION_ENTER}, NULL},
    {{ACTION_FIND}, N_("filter")},
    {{ACTION_SEARCH}, N_("search all")},
    {{ACTION_UP, ACTION_DOWN}, N_("select"), 1},
    {{ACTION_SORT}, NULL},
    {{ACTION_SOURCES}, NULL},
    {{ACTION_THEME}, N_("theme")},
    {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint filtered_hints[] = {
    {{ACTION_ENTER}, NULL},        {{ACTION_ESCAPE}, N_("show all")},
    {{ACTION_FIND}, N_("filter")}, {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},        {{ACTION_NONE}, NULL},
};

static const struct hint empty_hints[] = {
    {{ACTION_RELOAD}, N_("read again")},
    {{ACTION_PROBLEMS}, N_("problems")},
    {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint *hints_for(const struct library_view *view)
{
    if (view->filter)
        return filtered_hints;
    return view->catalogue.n ? listed_hints : empty_hints;
}

void library_describe(struct view *base, struct app *app, struct status *out)
{
    const struct library_view *view = library_view_of(base);
    (void)app;
    if (view->catalogue.is_whole && view->catalogue.n)
        buf_printf(&out->place, _("%zu of %zu"), view->list.selected + 1,
                   view->catalogue.n);
    out->hints = hints_for(view);
}

void library_add_count(const struct library_view *view, struct buf *out)
{
    size_t n = view->catalogue.n;
    if (!n)
        buf_add(out, _("no articles"));
    else if (view->catalogue.is_whole)
        buf_printf(out, n_("%zu article", "%zu articles", n), n);
    else
        buf_printf(out, _("%zu+ articles"), n);
}

static void add_facts(const struct library_view *view, const struct app *app,
                      struct buf *out)
{
    const struct index_progress *progress = &app->library.progress;
    if (!progress->done && progress->n_to_read)
        buf_printf(out, _("reading %zu of %zu, "), progress->n_read,
                   progress->n_to_read);
    else if (!app->library.is_complete && progress->n_to_read)
        buf_printf(out, _("%zu of %zu read, "), progress->n_read,
                   progress->n_to_read);
    if (view->filter)
        buf_printf(out, _("filter: %s, "), view->filter);
    library_add_count(view, out);
    buf_printf(out, _(" by %s"), _(library_sort_name(view->sort)));
    if (view->n_passed_over)
        buf_printf(out, _(", %zu passed over"), view->n_passed_over);
}

static void draw_bar(struct library_view *view, struct app *app)
{
    struct buf facts;
    buf_init(&facts);
    add_facts(view, app, &facts);
    app_draw_bar(app, "medfaq", facts.data);
    buf_finish(&facts);
}

static void add_updated(const struct entry *entry, struct buf *out)
{
    char updated[11];
    date_format(&entry->updated, updated);
    buf_printf(out, "%.7s", updated);
}

static void add_type(const struct entry *entry, struct buf *out)
{
    buf_add(out, article_type_name(entry->type));
}

static void add_review(const struct entry *entry, struct buf *out)
{
    buf_add(out, entry->reviewed ? _("reviewed") : _("not reviewed"));
}

/* The columns to the right of titles, from the right. On narrow screens the
 * date goes first; all go before titles get too little room. */
static const struct {
    int cols,
        from_cols; /* its own width; the row width from which it is shown */
    void (*add)(const struct entry *entry, struct buf *out);
} columns[] = {
    {8, 76, add_updated},
    {11, 70, add_type},
    {14, 52, add_review},
};

static void draw_columns(struct app *app, struct area *area, bool here,
                         const struct entry *entry)
{
    enum theme_style style = here ? STYLE_SELECTED : STYLE_DIM;
    int row_cols = area->cols;
    struct buf text;
    buf_init(&text);
    for (size_t i = 0; i < sizeof(columns) / sizeof *columns; i++) {
        if (row_cols < columns[i].from_cols)
            continue;
        area->cols -= columns[i].cols;
        struct area column = area_right_of(*area, area->cols);
        column.cols = columns[i].cols;
        buf_clear(&text);
        columns[i].add(entry, &text);
        draw_text(&app->canvas, column, style, text.data);
    }
    area->cols--;
    buf_finish(&text);
}

static void add_languages(const struct library_view *view,
                          const struct entry *entry, struct buf *out)
{
    const struct entry *all[LANGUAGES_MAX];
    size_t n = library_translations(view->page, entry, all, LANGUAGES_MAX);
    for (size_t i = 0; i < n; i++)
        if (all[i] != entry)
            buf_printf(out, " [%s]", all[i]->lang);
}

/* Appends the publisher if it fits, or if enough of it fits to be
 * recognised. */
static void add_publisher(const struct app *app, const char *publisher,
                          int cols, struct buf *out)
{
    int room = cols - draw_cells(&app->canvas, out->data) - 2;
    if (room >= PUBLISHER_MIN_COLS ||
        room >= draw_cells(&app->canvas, publisher))
        buf_printf(out, "  %s", publisher);
}

/* The title, then languages and publisher, or why the article is not
 * available. */
static void draw_title(struct library_view *view, struct app *app,
                       struct area area, bool here, const struct entry *entry)
{
    struct buf extra;
    buf_init(&extra);
    if (entry->problem)
        buf_printf(&extra, " (%s)", entry->problem);
    else if (entry->shadowed_by)
        buf_printf(&extra, _(" (in %s; hidden by %s)"), entry->folder,
                   entry->shadowed_by->folder);
    else
        add_languages(view, entry, &extra);
    int used = draw_text(&app->canvas, area, here ? STYLE_SELECTED : STYLE_TEXT,
                         entry->title);
    if (entry->publisher)
        add_publisher(app, entry->publisher, area.cols - used, &extra);
    draw_text(&app->canvas, area_right_of(area, used),
              here             ? STYLE_SELECTED
              : entry->problem ? STYLE_WARNING
                               : STYLE_DIM,
              extra.data);
    buf_finish(&extra);
}

void library_draw_row(struct view *base, struct app *app, size_t row,
                      struct area area)
{
    struct library_view *view = library_view_of(base);
    const struct entry *entry = library_row(view, app, row);
    bool here = row == view->list.selected;
    enum theme_style style = here ? STYLE_SELECTED : STYLE_TEXT;
    if (here) {
        draw_fill(&app->canvas, area, style);
        draw_cursor(&app->canvas, area.row, area.col);
        draw_text(&app->canvas, area, style,
                  draw_glyph(&app->canvas, GLYPH_POINTER));
    }
    if (entry && compare_is_picked(app, entry->path))
        draw_text(&app->canvas, area_right_of(area, 1),
                  here ? STYLE_SELECTED : STYLE_KEY, "x");
    area = area_right_of(area, 2);
    draw_columns(app, &area, here, entry);
    draw_title(view, app, area, here, entry);
}

static void add_folders(const struct app *app, struct leaf *leaf)
{
    for (size_t i = 0; i < app->options->n_folders; i++) {
        const char *path = app->options->folders[i];
        struct file_stamp stamp;
        char *folder = paths_shorten_home(path);
        leaf_add(leaf, STYLE_TEXT, "  ");
        leaf_add(leaf, STYLE_CODE, folder);
        if (!file_stamp_get(path, &stamp))
            leaf_add(leaf, STYLE_WARNING, _(" (not there)"));
        leaf_end(leaf);
        free(folder);
    }
}

static void add_no_articles(const struct library_view *view,
                            const struct app *app, struct leaf *leaf)
{
    leaf_line(leaf, STYLE_TITLE, _("There are no articles yet"));
    leaf_end(leaf);
    leaf_line(leaf, STYLE_TEXT,
              _("Articles are Markdown files, NAME.md. These folders were "
                "looked in:"));
    add_folders(app, leaf);
    leaf_end(leaf);
    leaf_line(leaf, STYLE_TEXT,
              _("Put a file into one of them, and it appears here. Or leave "
                "(q) and name another folder: medfaq FOLDER"));
    if (view->n_passed_over)
        leaf_line(leaf, STYLE_TEXT,
                  _("Some files were passed over: P shows them."));
}

/* Says what to do about an empty library or list. A list that is not whole has
 * not been made yet. */
static void draw_empty(struct library_view *view, struct app *app,
                       struct area area)
{
    struct leaf leaf;
    bool is_read = view->catalogue.is_whole && app->library.is_complete;
    if (area.cols > 20)
        area = area_right_of(area, 2);
    leaf_init(&leaf, (unsigned)(area.cols > 78 ? 76 : area.cols - 1),
              app->canvas.charset);
    if (view->filter && view->catalogue.is_whole) {
        leaf_line(&leaf, STYLE_TEXT, _("No article has a name like that."));
        leaf_line(&leaf, STYLE_TEXT,
                  prompt_is_open(&view->view.prompt)
                      ? _("Esc, then S, searches their text.")
                      : _("S searches their text."));
        leaf_line(&leaf, STYLE_TEXT, _("Backspace or Esc shows more again."));
    }
    if (!is_read)
        leaf_line(&leaf, STYLE_TEXT, _("The library is being read."));
    else if (!view->filter)
        add_no_articles(view, app, &leaf);
    leaf_draw(&leaf, &app->canvas, area);
    leaf_finish(&leaf);
}

void library_draw(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    struct area body = app_body();
    base->stale = false;
    struct area list = body;
    library_rows_renew(view, app);
    draw_bar(view, app);
    if (!view->catalogue.n) {
        draw_empty(view, app, body);
        return;
    }
    if (app_is_wide(app)) {
        int cols = body.cols * 11 / 20;
        int left = body.cols - 1 - PREVIEW_MAX_COLS;
        int most = left > LIST_MAX_COLS ? left : LIST_MAX_COLS;
        list.cols = cols < most ? cols : most;
        struct area side = area_right_of(body, list.cols + 1);
        library_preview(view, app, library_row(view, app, view->list.selected),
                        side);
    }
    list_draw(base, app, list);
}

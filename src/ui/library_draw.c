/* Draws the library: the prompt, advice for an emergency, the list and a
 * preview; or what to do if there are no articles. */
#include "ui/library_view.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/paths.h"
#include "ui/leaf.h"

#define BESIDE_COLS 106  /* width from which the preview is beside the list */
#define LIST_MAX_COLS 90 /* beside a preview */
#define BELOW_ROWS 18    /* height from which it is below */
#define PREVIEW_ROWS 6   /* below; more where the list leaves more */
#define AIRY_ROWS 16     /* height from which rows stay blank between parts */
#define GAP_ROWS 12      /* and below the prompt */
#define ANSWER_COLS 100  /* maximum for reading */

static void add_folders(const struct app *app, struct leaf *leaf)
{
    for (size_t i = 0; i < app->options->n_folders; i++) {
        const char *path = app->options->folders[i];
        struct file_stamp stamp;
        char *folder = paths_shorten_home(path);
        leaf_add(leaf, STYLE_TEXT, "  ");
        leaf_add(leaf, STYLE_CODE, folder);
        if (!file_stamp_get(path, &stamp))
            leaf_add(leaf, STYLE_WARNING, _(" (does not exist)"));
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
              _("Articles are Markdown files (NAME.md). medfaq looked in "
                "these folders:"));
    add_folders(app, leaf);
    leaf_end(leaf);
    leaf_line(leaf, STYLE_TEXT,
              _("Put a file in one of them and it appears here. Or leave "
                "(q) and name another folder: medfaq FOLDER"));
    if (view->n_skipped)
        leaf_line(leaf, STYLE_TEXT,
                  _("Some files were skipped. Press P to see why"));
}

/* Says what to do about an empty library, unless it is still being read. */
static void draw_empty(struct library_view *view, struct app *app,
                       struct area area)
{
    struct leaf leaf;
    bool is_read = view->catalogue.is_whole && app->library.is_complete;
    leaf_init(&leaf, (unsigned)(area.cols > 78 ? 76 : area.cols - 1),
              app->canvas.charset);
    if (!is_read)
        leaf_line(&leaf, STYLE_TEXT, _("Reading the library"));
    else
        add_no_articles(view, app, &leaf);
    leaf_draw(&leaf, &app->canvas, area);
    leaf_finish(&leaf);
}

/* Draws the advice for an emergency above everything else. It is never cut: on
 * a screen with few rows, it only names the key that shows more. Returns the
 * number of rows used. */
static int draw_emergency(struct library_view *view, struct app *app,
                          struct area area)
{
    struct leaf leaf;
    struct area inside = area;
    bool is_short = !app_bar().rows && !view->answers.is_urgent;
    bool is_framed = !app->theme.colors && library_is_airy() && !app->linear;
    enum theme_style style = is_framed ? STYLE_ERROR : STYLE_BANNER;
    if (!answers_are_urgent(&view->answers))
        return 0;
    int cols = area.cols - (is_framed ? 4 : 0);
    leaf_init(&leaf, cols > 0 ? (unsigned)cols : 1, app->canvas.charset);
    leaf_add(&leaf, style, app->linear ? "" : "! ");
    leaf_add(&leaf, style,
             is_short ? _("Emergency? Press !") : search_emergency_text());
    if (library_is_airy() && !view->answers.is_urgent) {
        leaf_add(&leaf, style, " ");
        leaf_add(&leaf, style,
                 _("Do this first, whatever the articles below say."));
    }
    leaf_end(&leaf);
    inside.rows = number_min_int((int)leaf.n_rows, area.rows);
    /* Without colours a bar would look like the selected row. */
    if (is_framed) {
        inside.rows += 2;
        inside = draw_frame(&app->canvas, inside, _("Emergency"));
    } else if (!app->linear) {
        draw_fill(&app->canvas, inside, STYLE_BANNER);
    }
    leaf_draw(&leaf, &app->canvas, inside);
    int rows = (int)leaf.n_rows + library_is_airy() + (is_framed ? 2 : 0);
    leaf_finish(&leaf);
    return rows < area.rows ? rows : area.rows;
}

/* Draws how the question was understood. It stays above the results however far
 * they are scrolled. Returns the number of rows used. */
static int draw_notes(struct library_view *view, struct app *app,
                      struct area area)
{
    struct leaf leaf;
    if (!answers_pin_notes(&view->answers))
        return 0;
    leaf_init(&leaf, area.cols > 0 ? (unsigned)area.cols : 1,
              app->canvas.charset);
    leaf.is_linear = app->linear;
    answers_add_notes(&view->answers, &leaf);
    int rows = number_min_int((int)leaf.n_rows, area.rows / 2);
    area.rows = rows;
    leaf_draw(&leaf, &app->canvas, area);
    leaf_finish(&leaf);
    bool is_apart = library_is_airy() && rows > 0 &&
                    !answers_have_other_ways(&view->answers);
    return rows + is_apart;
}

/* Draws a preview of the selected section or article. */
static void draw_beside(struct library_view *view, struct app *app,
                        struct area area)
{
    const struct answers *answers = &view->answers;
    struct answer answer = answers_item(answers, answers->list.selected);
    const struct entry *entry =
        answers_are_shown(answers)
            ? answers_entry(answers, answer)
            : library_row(view, app, view->list.selected);
    if (entry)
        library_preview(view, app, entry, area);
    else
        answers_preview_draw(view, app, area);
}

/* The width of a list beside a preview. */
static int cols_beside(struct area area)
{
    return number_min_int(area.cols * 11 / 20, LIST_MAX_COLS);
}

static void draw_list(struct library_view *view, struct app *app,
                      struct area area)
{
    struct view *base = &view->view;
    bool previews = !app->linear && app_bar().rows;
    if (previews && app_body().cols >= BESIDE_COLS) {
        struct area list = area;
        list.cols = cols_beside(area);
        draw_beside(view, app, area_right_of(area, list.cols + 2));
        area = list;
    } else if (previews && !answers_are_shown(&view->answers) &&
               app_body().rows >= BELOW_ROWS) {
        int n = view->catalogue.n < (size_t)area.rows ? (int)view->catalogue.n
                                                      : area.rows;
        int rows = area.rows - n > PREVIEW_ROWS ? area.rows - n : PREVIEW_ROWS;
        area.rows -= rows;
        struct area below = {area.row + area.rows, area.col, rows, area.cols};
        library_preview_below(
            view, app, library_row(view, app, view->list.selected), below);
    }
    list_draw(base, app, area);
}

static void draw_answers(struct library_view *view, struct app *app,
                         struct area area)
{
    bool beside = !app->linear && app_body().cols >= BESIDE_COLS;
    int cols =
        beside ? cols_beside(area) : number_min_int(area.cols, ANSWER_COLS);
    unsigned cells = cols > 0 ? (unsigned)cols : 1;
    if (view->view.stale || view->answers.leaf.cells != cells ||
        view->answers.leaf.is_linear != app->linear ||
        view->answers.is_airy != library_is_airy())
        answers_build(view, app, cells);
    draw_list(view, app, area);
}

static void draw_below_prompt(struct library_view *view, struct app *app,
                              struct area area)
{
    if (answers_are_shown(&view->answers))
        draw_answers(view, app, area);
    else if (view->catalogue.n)
        draw_list(view, app, area);
    else
        draw_empty(view, app, area);
    view->view.stale = false;
}

/* Draws the prompt, which gets the cursor if the last key was for it. */
static void draw_prompt(struct library_view *view, struct app *app)
{
    struct canvas *canvas = &app->canvas;
    int row = canvas->cursor_row, col = canvas->cursor_col;
    library_prompt_draw(view, app, view->prompt_area);
    if (view->cursor_in_list && row > view->prompt_area.row)
        draw_cursor(canvas, row, col);
}

bool library_is_airy(void)
{
    return app_body().rows >= AIRY_ROWS;
}

/* Draws the row below the prompt: it says that the library is still being read,
 * names the columns, or stays blank. Returns the area below it. */
static struct area draw_gap(struct library_view *view, struct app *app,
                            struct area area)
{
    bool is_urgent = answers_are_urgent(&view->answers);
    view->has_heads = false;
    if (app_body().rows < GAP_ROWS || (is_urgent && !library_is_airy()))
        return area;
    view->has_heads = !library_draw_progress(app, area_row(area, 0)) &&
                      !answers_are_shown(&view->answers) && !app->linear;
    return area_below(area, 1);
}

void library_draw(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    struct area area = app_room();
    library_rows_renew(view, app);
    library_show(view);
    library_draw_bar(view, app);
    view->prompt_area = area_row(area, 0);
    area = draw_gap(view, app, area_below(area, 1));
    area = area_below(area, draw_emergency(view, app, area));
    area = area_below(area, draw_notes(view, app, area));
    draw_below_prompt(view, app, area);
    if (view->has_heads)
        library_draw_heads(view, app, area_row(view->prompt_area, 1));
    draw_prompt(view, app);
}

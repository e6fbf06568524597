/* A row of the list of all articles. */
#include "base/i18n.h"
#include "ui/compare_view.h"
#include "ui/list.h"
#include "ui/library_view.h"
#include "ui/publisher.h"

#define LANGUAGES_MAX 16

static void add_year(const struct entry *entry, struct buf *out)
{
    if (entry->updated.year)
        buf_printf(out, "%d", entry->updated.year);
}

static void add_type(const struct entry *entry, struct buf *out)
{
    buf_add(out, article_type_name(entry->type));
}

static void add_review(const struct entry *entry, struct buf *out)
{
    buf_add(out, library_review_words(entry));
}

/* The columns to the right of titles, from the right. On narrow screens the
 * year goes first; all go before titles get too little room. */
static const struct {
    int cols,
        from_cols;   /* its own width; the row width from which it is shown */
    bool if_differs; /* only where articles differ in it */
    void (*add)(const struct entry *entry, struct buf *out);
} columns[] = {
    {11, 50, false, add_type},
    {6, 60, false, add_year},
    {14, 52, true, add_review},
};

/* Whether some of the articles around the screen are reviewed, and some not. */
static bool reviews_differ(const struct library_view *view)
{
    for (size_t i = 1; i < view->n_entries; i++)
        if (view->entries[i]->reviewed != view->entries[0]->reviewed)
            return true;
    return false;
}

static void draw_columns(struct library_view *view, struct app *app,
                         struct area *area, const struct entry *entry)
{
    bool here = entry == view->entries[view->list.selected - view->first_entry];
    enum theme_style style = here ? STYLE_SELECTED : STYLE_DIM;
    int row_cols = area->cols;
    struct buf text;
    buf_init(&text);
    for (size_t i = 0; i < sizeof(columns) / sizeof *columns; i++) {
        if (row_cols < columns[i].from_cols ||
            (columns[i].if_differs && !reviews_differ(view)))
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

static bool is_overdue(const struct entry *entry)
{
    struct date today = date_today();
    return date_is_past(&entry->review_due, &today);
}

/* What stands after the title: why the article is not available, or what tells
 * it from others. */
static void add_extra(const struct library_view *view,
                      const struct entry *entry, struct buf *out)
{
    if (entry->problem)
        buf_printf(out, " (%s)", entry->problem);
    else if (entry->shadowed_by)
        buf_printf(out, _(" (in %s; hidden by %s)"), entry->folder,
                   entry->shadowed_by->folder);
    else
        add_languages(view, entry, out);
    if (entry->is_namesake && entry->publisher) {
        buf_add(out, "  ");
        publisher_add_short(entry->publisher, out);
    }
    if (is_overdue(entry))
        buf_add(out, _("  review overdue"));
}

/* A title that repeats leaves room for what tells it from the others. */
static void draw_title(struct library_view *view, struct app *app,
                       struct area area, const struct entry *entry)
{
    bool here = entry == library_row(view, app, view->list.selected);
    struct area title = area;
    struct buf extra;
    buf_init(&extra);
    add_extra(view, entry, &extra);
    int cells = draw_cells(&app->canvas, extra.data);
    if (entry->is_namesake && 2 * cells < area.cols)
        title.cols -= cells;
    int used = draw_text(&app->canvas, title,
                         here ? STYLE_SELECTED : STYLE_TEXT, entry->title);
    /* A language can be left out, not cut. */
    bool must_show = entry->problem || entry->shadowed_by ||
                     entry->is_namesake || is_overdue(entry);
    if (must_show || used + cells <= area.cols)
        draw_text(&app->canvas, area_right_of(area, used),
                  here             ? STYLE_SELECTED
                  : entry->problem ? STYLE_WARNING
                                   : STYLE_DIM,
                  extra.data);
    buf_finish(&extra);
}

static void add_part(struct buf *out, const char *text)
{
    if (*text)
        buf_printf(out, ", %s", text);
}

/* "1 of 16. Acne, condition, 2026": what the columns say, in words. */
static void draw_linear(struct library_view *view, struct app *app, size_t row,
                        struct area area)
{
    const struct entry *entry = library_row(view, app, row);
    bool here = row == view->list.selected;
    struct buf text, extra;
    buf_init(&text);
    buf_init(&extra);
    list_add_number(&view->list, row, &text);
    buf_add(&text, entry->title);
    for (size_t i = 0; i < sizeof(columns) / sizeof *columns; i++) {
        buf_clear(&extra);
        if (!columns[i].if_differs || reviews_differ(view))
            columns[i].add(entry, &extra);
        add_part(&text, extra.data);
    }
    add_extra(view, entry, &text);
    if (compare_is_picked(app, entry->path))
        add_part(&text, _("picked"));
    if (here)
        draw_cursor(&app->canvas, area.row, area.col);
    draw_text(&app->canvas, area, here ? STYLE_SELECTED : STYLE_TEXT,
              text.data);
    buf_finish(&text);
    buf_finish(&extra);
}

void library_draw_row(struct view *base, struct app *app, size_t row,
                      struct area area)
{
    struct library_view *view = library_view_of(base);
    const struct entry *entry = library_row(view, app, row);
    bool here = row == view->list.selected;
    enum theme_style style = here ? STYLE_SELECTED : STYLE_TEXT;
    if (app->linear) {
        draw_linear(view, app, row, area);
        return;
    }
    if (here) {
        draw_fill(&app->canvas, area, style);
        draw_cursor(&app->canvas, area.row, area.col);
        draw_text(&app->canvas, area, style,
                  draw_glyph(&app->canvas, GLYPH_POINTER));
    }
    area = area_right_of(area, 2);
    draw_columns(view, app, &area, entry);
    if (compare_is_picked(app, entry->path))
        area = area_right_of(area, draw_text(&app->canvas, area,
                                             here ? STYLE_SELECTED : STYLE_KEY,
                                             PICKED_SIGN));
    draw_title(view, app, area, entry);
}

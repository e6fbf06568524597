/* A row of the list of all articles. */
#include "base/i18n.h"
#include "base/lang.h"
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

static bool has_other_year(const struct entry *a, const struct entry *b)
{
    return a->updated.year != b->updated.year;
}

static bool has_other_review(const struct entry *a, const struct entry *b)
{
    return a->reviewed != b->reviewed;
}

/* The columns to the right of titles, from the right. On narrow screens the
 * year goes first; all go before titles get too little room. */
static const struct {
    int cols, from_cols; /* its width; the row width from which it is shown */
    /* Only where articles differ in it; NULL: always. */
    bool (*differs)(const struct entry *a, const struct entry *b);
    void (*add)(const struct entry *entry, struct buf *out);
    const char *head; /* NULL: it explains itself */
} columns[] = {
    {11, 50, NULL, add_type, NULL},
    {9, 60, has_other_year, add_year, N_("updated")},
    {14, 52, has_other_review, add_review, NULL},
};

#define N_COLUMNS (sizeof(columns) / sizeof *columns)

/* Whether a column helps to choose: the articles around the screen differ in
 * it. */
static bool is_told(const struct library_view *view, size_t column)
{
    if (!columns[column].differs)
        return true;
    for (size_t i = 1; i < view->n_entries; i++)
        if (columns[column].differs(view->entries[i], view->entries[0]))
            return true;
    return false;
}

/* Draws what the columns say of an entry, or their names; and leaves the area
 * of the title. */
static void draw_columns(struct library_view *view, struct app *app,
                         struct area *area, const struct entry *entry,
                         enum theme_style style)
{
    int row_cols = area->cols;
    struct buf text;
    buf_init(&text);
    for (size_t i = 0; i < N_COLUMNS; i++) {
        if (row_cols < columns[i].from_cols || !is_told(view, i))
            continue;
        area->cols -= columns[i].cols;
        struct area column = area_right_of(*area, area->cols);
        column.cols = columns[i].cols;
        buf_clear(&text);
        if (entry)
            columns[i].add(entry, &text);
        else if (columns[i].head)
            buf_add(&text, _(columns[i].head));
        draw_text(&app->canvas, column, style, text.data);
    }
    area->cols--;
    buf_finish(&text);
}

void library_draw_heads(struct library_view *view, struct app *app,
                        struct area area)
{
    area.cols = view->list.area.cols;
    if (view->n_entries && area.cols > 2) {
        area = area_right_of(area, 2);
        draw_columns(view, app, &area, NULL, STYLE_DIM);
    }
}

static void add_languages(const struct library_view *view,
                          const struct entry *entry, const char *before,
                          struct buf *out)
{
    const struct entry *all[LANGUAGES_MAX];
    size_t n = library_translations(view->page, entry, all, LANGUAGES_MAX);
    struct buf names;
    buf_init(&names);
    for (size_t i = 0; i < n; i++)
        if (all[i] != entry)
            buf_printf(&names, "%s%s", names.n_bytes ? ", " : "",
                       lang_own_name(all[i]->lang));
    if (names.n_bytes) {
        buf_add(out, before);
        buf_printf(out, _("also in %s"), names.data);
    }
    buf_finish(&names);
}

static bool is_overdue(const struct entry *entry)
{
    struct date today = date_today();
    return date_is_past(&entry->review_due, &today);
}

/* What stands after the title: why the article is not available, or what tells
 * it from others. */
static void add_extra(const struct library_view *view,
                      const struct entry *entry, bool is_linear,
                      struct buf *out)
{
    if (entry->problem)
        buf_printf(out, " (%s)", entry->problem);
    else if (entry->shadowed_by)
        buf_printf(out, _(" (in %s; hidden by %s)"), entry->folder,
                   entry->shadowed_by->folder);
    else
        add_languages(view, entry, is_linear ? ", " : "  ", out);
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
    add_extra(view, entry, false, &extra);
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

/* Appends a part if it fits whole: half a word is worse than none where it is
 * heard. */
static void add_part(const struct app *app, struct buf *out, const char *text,
                     int cols)
{
    size_t n_bytes = out->n_bytes;
    if (*text)
        buf_printf(out, ", %s", text);
    if (draw_cells(&app->canvas, out->data) > cols)
        buf_truncate(out, n_bytes);
}

static void add_column(const struct entry *entry, size_t column,
                       struct buf *out)
{
    struct buf text;
    buf_init(&text);
    columns[column].add(entry, &text);
    if (text.n_bytes && columns[column].head)
        buf_printf(out, "%s ", _(columns[column].head));
    buf_add(out, text.data);
    buf_finish(&text);
}

/* "1 of 16. Acne, condition, updated 2026": what the columns say, in words. */
static void draw_linear(struct library_view *view, struct app *app, size_t row,
                        struct area area)
{
    const struct entry *entry = library_row(view, app, row);
    bool here = row == view->list.selected;
    bool must_show = entry->problem || entry->shadowed_by;
    struct buf text, extra;
    buf_init(&text);
    buf_init(&extra);
    list_add_number(&view->list, row, &text);
    buf_add(&text, entry->title);
    if (compare_is_picked(app, entry->path))
        add_part(app, &text, _("picked"), area.cols);
    for (size_t i = 0; i < N_COLUMNS; i++) {
        buf_clear(&extra);
        if (is_told(view, i))
            add_column(entry, i, &extra);
        add_part(app, &text, extra.data, area.cols);
    }
    buf_clear(&extra);
    add_extra(view, entry, true, &extra);
    if (must_show || draw_cells(&app->canvas, text.data) +
                             draw_cells(&app->canvas, extra.data) <=
                         area.cols)
        buf_add(&text, extra.data);
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
    draw_columns(view, app, &area, entry, here ? style : STYLE_DIM);
    if (compare_is_picked(app, entry->path))
        area = area_right_of(area, draw_text(&app->canvas, area,
                                             here ? STYLE_SELECTED : STYLE_KEY,
                                             PICKED_SIGN));
    draw_title(view, app, area, entry);
}

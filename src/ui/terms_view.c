/* The list of all terms, each in a row, and below it the meaning of the
 * selected one in full. However many there are, only those on the screen are
 * drawn. */
#include "ui/terms_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "ui/app.h"
#include "ui/leaf.h"
#include "ui/list.h"

#define NAME_COLS_MAX 28
#define MEANING_ROWS_MIN 10 /* of a screen that has room for it */

struct terms_view {
    struct view view;
    struct list list;
    const struct glossary *glossary;
    const struct glossary_term **sorted; /* all, by name */
    char **folded;   /* names and forms of sorted, folded, to be filtered */
    size_t *matches; /* in sorted: what the list shows */
    char *filter;    /* NULL: all */
};

static struct terms_view *terms_view_of(struct view *view)
{
    return (struct terms_view *)view;
}

static const struct glossary_term *term_at(const struct terms_view *view,
                                           size_t item)
{
    return item < view->list.n_items ? view->sorted[view->matches[item]] : NULL;
}

static int by_name(const void *a, const void *b)
{
    const struct glossary_term *x = *(const struct glossary_term *const *)a;
    const struct glossary_term *y = *(const struct glossary_term *const *)b;
    return fold_compare(x->name, y->name);
}

/* Names and forms, in lines. */
static char *fold_names(const struct glossary_term *term)
{
    struct buf all;
    buf_init(&all);
    fold_text(term->name, strlen(term->name), FOLD_ALL, &all);
    for (size_t i = 0; i < term->n_forms; i++) {
        buf_add_char(&all, '\n');
        fold_text(term->forms[i], strlen(term->forms[i]), FOLD_ALL, &all);
    }
    return buf_steal(&all);
}

/* Those that begin with the text come first. */
static void filter(struct terms_view *view, const char *text)
{
    char *folded = fold_string(text, FOLD_ALL);
    size_t n_bytes = strlen(folded), n = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < view->glossary->n_terms; i++) {
            const char *found = strstr(view->folded[i], folded);
            bool starts = strncmp(view->folded[i], folded, n_bytes) == 0;
            if (found && starts == (pass == 0))
                view->matches[n++] = i;
        }
    free(folded);
    free(view->filter);
    view->filter = *text ? mem_strdup(text) : NULL;
    view->list.n_items = n;
    view->list.selected = 0;
    view->list.top = 0;
}

/* Shows all again; the selected term stays selected. */
static void drop_filter(struct terms_view *view)
{
    size_t item = view->list.selected;
    size_t selected = item < view->list.n_items ? view->matches[item] : 0;
    filter(view, "");
    view->list.selected = selected;
}

static void filter_changed(struct view *base, struct app *app, const char *text)
{
    (void)app;
    filter(terms_view_of(base), text);
}

static void filter_done(struct view *base, struct app *app, const char *text)
{
    (void)text;
    if (!terms_view_of(base)->list.n_items)
        app_say(app, _("Not in the glossary. Esc: show all"));
}

static void filter_cancelled(struct view *base, struct app *app)
{
    (void)app;
    drop_filter(terms_view_of(base));
}

static void add_count(const struct terms_view *view, struct buf *out)
{
    size_t n = view->list.n_items;
    buf_printf(out, n_("%zu term", "%zu terms", n), n);
}

static void filter_note(struct view *base, struct app *app, struct buf *out)
{
    (void)app;
    add_count(terms_view_of(base), out);
    buf_add(out, _("  Enter done  Esc cancel "));
}

static void filter_open(struct view *base, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = N_("Filter: "),
        .is_kept = true,
        .in_list = true,
        .changed = filter_changed,
        .done = filter_done,
        .cancelled = filter_cancelled,
        .note = filter_note,
    };
    const struct terms_view *view = terms_view_of(base);
    (void)app;
    prompt_open(&base->prompt, &ops, view->filter ? view->filter : "");
}

/* Esc shows all, and from there goes back, as from a box. */
static void escape(struct view *base, struct app *app)
{
    struct terms_view *view = terms_view_of(base);
    if (view->filter)
        drop_filter(view);
    else
        app_pop(app);
}

static const struct view_action actions[] = {
    {ACTION_FIND, filter_open},
    {ACTION_FIND_NEXT, list_next},
    {ACTION_FIND_PREVIOUS, list_previous},
    {ACTION_ESCAPE, escape},
    {ACTION_NONE, NULL},
};

/* ---- drawing ---- */

static void draw_term(struct view *base, struct app *app, size_t item,
                      struct area area)
{
    const struct terms_view *view = terms_view_of(base);
    const struct glossary_term *term = term_at(view, item);
    bool here = item == view->list.selected;
    int cols = area.cols / 3 < NAME_COLS_MAX ? area.cols / 3 : NAME_COLS_MAX;
    if (here) {
        draw_fill(&app->canvas, area, STYLE_SELECTED);
        draw_cursor(&app->canvas, area.row, area.col);
        draw_text(&app->canvas, area, STYLE_SELECTED,
                  draw_glyph(&app->canvas, GLYPH_POINTER));
    }
    area = area_right_of(area, 2);
    struct area name = {area.row, area.col, 1, cols};
    int used = draw_text(&app->canvas, name,
                         here ? STYLE_SELECTED : STYLE_LABEL, term->name);
    draw_text(&app->canvas,
              area_right_of(area, used < cols ? cols + 2 : used + 2),
              here ? STYLE_SELECTED : STYLE_TEXT, term->meaning);
}

/* Name, forms and meaning of the selected term at the end of the area. Returns
 * the rows that it takes. */
static int draw_meaning(struct terms_view *view, struct app *app,
                        struct area area)
{
    const struct glossary_term *term = term_at(view, view->list.selected);
    struct leaf leaf;
    int rows = 0;
    if (!term || area.rows < MEANING_ROWS_MIN)
        return 0;
    leaf_init(&leaf, area.cols > 4 ? (unsigned)area.cols - 4 : 1,
              app->canvas.charset);
    leaf_add(&leaf, STYLE_LABEL, term->name);
    for (size_t i = 0; i < term->n_forms; i++) {
        leaf_add(&leaf, STYLE_DIM, i ? ", " : "  ");
        leaf_add(&leaf, STYLE_DIM, term->forms[i]);
    }
    leaf_end(&leaf);
    leaf_line(&leaf, STYLE_TEXT, term->meaning);
    rows = (int)leaf.n_rows < area.rows / 2 ? (int)leaf.n_rows : area.rows / 2;
    struct area place = area_below(area, area.rows - rows);
    leaf_draw(&leaf, &app->canvas, area_right_of(place, 2));
    leaf_finish(&leaf);
    return rows + 1;
}

static void terms_draw(struct view *base, struct app *app)
{
    struct terms_view *view = terms_view_of(base);
    struct area body = app_body();
    struct buf count;
    base->stale = false;
    buf_init(&count);
    if (view->filter)
        buf_printf(&count, _("filter: %s, "), view->filter);
    add_count(view, &count);
    app_draw_bar(app, _("Glossary"), count.data);
    buf_finish(&count);
    struct area list = body;
    list.rows -= draw_meaning(view, app, body);
    list_draw(base, app, list);
}

static void terms_describe(struct view *base, struct app *app,
                           struct status *out)
{
    static const struct hint hints[] = {
        {{ACTION_FIND}, N_("filter")},
        {{ACTION_UP, ACTION_DOWN}, N_("select"), 1},
        {{ACTION_PAGE_DOWN}, NULL},
        {{ACTION_HELP}, NULL},
        {{ACTION_ESCAPE}, N_("close")},
        {{ACTION_NONE}, NULL},
    };
    const struct terms_view *view = terms_view_of(base);
    (void)app;
    if (view->list.n_items)
        buf_printf(&out->place, _("%zu of %zu"), view->list.selected + 1,
                   view->list.n_items);
    out->hints = hints;
}

static void terms_close(struct view *base)
{
    struct terms_view *view = terms_view_of(base);
    for (size_t i = 0; i < view->glossary->n_terms; i++)
        free(view->folded[i]);
    free(view->folded);
    free(view->sorted);
    free(view->matches);
    free(view->filter);
    list_finish(&view->list);
    free(view);
}

static const struct list_ops terms_list = {.draw = draw_term};

const struct view_ops terms_view_ops = {
    .name = "terms",
    .where = IN_BOX,
    .actions = actions,
    .list = &terms_list,
    .draw = terms_draw,
    .describe = terms_describe,
    .close = terms_close,
};

void terms_view_open(struct app *app, const struct glossary *glossary)
{
    struct terms_view *view = mem_calloc(1, sizeof *view);
    size_t n = glossary->n_terms;
    view->view.ops = &terms_view_ops;
    view->view.list = &view->list;
    view->glossary = glossary;
    list_init(&view->list);
    view->sorted = mem_calloc(n + 1, sizeof *view->sorted);
    view->folded = mem_calloc(n + 1, sizeof *view->folded);
    view->matches = mem_calloc(n + 1, sizeof *view->matches);
    if (n)
        memcpy(view->sorted, glossary->terms, n * sizeof *view->sorted);
    qsort(view->sorted, n, sizeof *view->sorted, by_name);
    for (size_t i = 0; i < n; i++)
        view->folded[i] = fold_names(view->sorted[i]);
    app_push(app, &view->view);
    filter(view, "");
}

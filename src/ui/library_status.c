/* The library's top line, and its place and keys in the status line. */
#include "article/risk.h"
#include "base/i18n.h"
#include "ui/library_view.h"

static const struct hint listed_hints[] = {
    {{ACTION_ENTER}, NULL},        {{ACTION_FIND}, N_("find")},
    {{ACTION_EMERGENCY}, NULL},    {{ACTION_UP, ACTION_DOWN}, N_("select"), 1},
    {{ACTION_SORT}, NULL},         {{ACTION_SOURCES}, NULL},
    {{ACTION_THEME}, N_("theme")}, {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},        {{ACTION_NONE}, NULL},
};

static const struct hint found_hints[] = {
    {{ACTION_ENTER}, NULL},
    {{ACTION_FIND}, N_("find")},
    {{ACTION_ESCAPE}, N_("show all")},
    {{ACTION_EMERGENCY}, NULL},
    {{ACTION_UP, ACTION_DOWN}, N_("select"), 1},
    {{ACTION_PICK}, NULL},
    {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

/* While letters are text: the keys that are not letters. */
static const struct hint asking_hints[] = {
    {{ACTION_ENTER}, NULL},         {{ACTION_UP, ACTION_DOWN}, N_("select"), 1},
    {{ACTION_ESCAPE}, N_("list")},  {{ACTION_EMERGENCY}, NULL, 0, "!"},
    {{ACTION_HELP}, NULL, 0, "F1"}, {{ACTION_QUIT}, N_("leave"), 0, "^C"},
    {{ACTION_NONE}, NULL},
};

static const struct hint typed_hints[] = {
    {{ACTION_ENTER}, NULL},
    {{ACTION_ESCAPE}, N_("clear")},
    {{ACTION_NEXT_LINK}, N_("list")},
    {{ACTION_EMERGENCY}, NULL, 0, "!"},
    {{ACTION_HELP}, NULL, 0, "F1"},
    {{ACTION_QUIT}, N_("leave"), 0, "^C"},
    {{ACTION_NONE}, NULL},
};

static const struct hint urgent_hints[] = {
    {{ACTION_ENTER}, NULL},        {{ACTION_UP, ACTION_DOWN}, N_("select"), 1},
    {{ACTION_ESCAPE}, N_("back")}, {{ACTION_HELP}, NULL, 0, "F1"},
    {{ACTION_NONE}, NULL},
};

static const struct hint empty_hints[] = {
    {{ACTION_RELOAD}, N_("reload")}, {{ACTION_PROBLEMS}, N_("problems")},
    {{ACTION_HELP}, NULL},           {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint *hints_for(const struct library_view *view)
{
    bool is_typed = answers_are_shown(&view->answers);
    if (library_is_asking(view))
        return view->answers.is_urgent ? urgent_hints
               : is_typed              ? typed_hints
                                       : asking_hints;
    if (is_typed)
        return found_hints;
    return view->catalogue.n ? listed_hints : empty_hints;
}

/* What Enter does, untranslated; NULL if nothing is selected. */
static const char *enter_label(const struct library_view *view)
{
    const struct answers *answers = &view->answers;
    if (!answers_are_shown(answers))
        return view->list.n_items ? N_("open") : NULL;
    switch (answers_item(answers, answers->list.selected).type) {
    case ANSWER_NONE: return NULL;
    case ANSWER_MORE_TITLES:
    case ANSWER_MORE_SECTIONS: return N_("show more");
    case ANSWER_AS_TYPED:
    case ANSWER_CORRECTED:
    case ANSWER_OTHER_UNITS: return N_("search");
    default: return N_("open");
    }
}

/* Leaves out the keys that act on a selected row where none is. */
static void choose_hints(struct library_view *view, const char *enter)
{
    const struct hint *hint = hints_for(view);
    size_t n = 0;
    for (; hint->actions[0] != ACTION_NONE && n + 1 < HINTS_MAX; hint++) {
        enum action action = hint->actions[0];
        bool needs_row = action == ACTION_ENTER || action == ACTION_UP ||
                         action == ACTION_NEXT_LINK || action == ACTION_PICK;
        if (enter || !needs_row)
            view->hints[n++] = *hint;
    }
    view->hints[n] = (struct hint){{ACTION_NONE}, NULL, 0, NULL};
}

void library_add_number(size_t number, struct buf *out)
{
    risk_add_number((long)number, i18n_lang(), out);
}

/* The number of the selected section, or of the selected article. */
static void add_place(const struct library_view *view, struct buf *out)
{
    const struct answers *answers = &view->answers;
    size_t number = answers_number(answers), n = answers_n_found(answers);
    bool more = answers->results && answers->results->is_cut;
    struct buf own, all;
    if (!answers_are_shown(answers)) {
        number = view->list.selected + 1;
        n = view->catalogue.is_whole ? view->catalogue.n : 0;
    }
    if (!n)
        return;
    buf_init(&own);
    buf_init(&all);
    library_add_number(number, &own);
    library_add_number(n, &all);
    buf_add(&all, more ? "+" : "");
    if (number)
        buf_printf(out, _("%s of %s"), own.data, all.data);
    else
        buf_printf(out, _("%s found"), all.data);
    buf_finish(&own);
    buf_finish(&all);
}

void library_describe(struct view *base, struct app *app, struct status *out)
{
    struct library_view *view = library_view_of(base);
    (void)app;
    if (!app_bar().rows)
        return;
    add_place(view, &out->place);
    out->enter = enter_label(view);
    choose_hints(view, out->enter);
    out->hints = view->hints;
}

static void add_count(const struct library_view *view, struct buf *out)
{
    size_t n = view->catalogue.n;
    struct buf number;
    buf_init(&number);
    library_add_number(n, &number);
    if (!n)
        buf_add(out, _("no articles"));
    else if (view->catalogue.is_whole)
        buf_printf(out, n_("%s article", "%s articles", n), number.data);
    else
        buf_printf(out, _("%s+ articles"), number.data);
    buf_finish(&number);
}

static bool is_loading(const struct app *app)
{
    const struct library_index *library = &app->library;
    return !library->is_complete && library->progress.n_to_read;
}

bool library_draw_progress(const struct app *app, struct area area)
{
    const struct index_progress *progress = &app->library.progress;
    struct buf read, all, text;
    if (!is_loading(app))
        return false;
    buf_init(&read);
    buf_init(&all);
    buf_init(&text);
    library_add_number(progress->n_read, &read);
    library_add_number(progress->n_to_read, &all);
    buf_printf(&text,
               _("Reading the library: %s of %s articles. Results may be "
                 "missing."),
               read.data, all.data);
    if (draw_cells(&app->canvas, text.data) > area.cols) {
        buf_clear(&text);
        buf_printf(&text, _("Incomplete: %s of %s read"), read.data, all.data);
    }
    draw_text(&app->canvas, area, STYLE_MESSAGE, text.data);
    buf_finish(&read);
    buf_finish(&all);
    buf_finish(&text);
    return true;
}

static void add_n_results(size_t n, struct buf *out)
{
    struct buf number;
    buf_init(&number);
    library_add_number(n, &number);
    buf_printf(out, n_("%s result", "%s results", n), number.data);
    buf_finish(&number);
}

/* How many sections were found, in how many articles; or how these are
 * sorted. */
static void add_facts(const struct library_view *view, const struct app *app,
                      struct buf *out)
{
    size_t n_found = answers_n_found(&view->answers);
    bool is_list = !answers_are_shown(&view->answers);
    const char *dot = draw_glyph(&app->canvas, GLYPH_DOT);
    /* While it is being read the row below the prompt says how far. */
    bool has_count = !is_loading(app) || !n_found;
    if (!is_list && n_found)
        add_n_results(n_found, out);
    if (!is_list && n_found && has_count)
        buf_printf(out, " %s ", dot);
    if (has_count)
        add_count(view, out);
    if (is_list)
        buf_printf(out, " %s %s", dot, _(library_sort_help(view->sort)));
    if (view->n_skipped)
        buf_printf(out, _(" %s %zu skipped"), dot, view->n_skipped);
}

void library_draw_bar(const struct library_view *view, struct app *app)
{
    struct buf facts;
    buf_init(&facts);
    add_facts(view, app, &facts);
    app_draw_bar(app, "medfaq", facts.data);
    buf_finish(&facts);
}

/* What the library says of itself: the top line, the place, the keys. */
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

/* Where letters are text, the keys that are not. */
static const struct hint asking_hints[] = {
    {{ACTION_ENTER}, NULL},
    {{ACTION_ESCAPE}, N_("list")},
    {{ACTION_EMERGENCY}, NULL, 0, "!"},
    {{ACTION_HELP}, NULL, 0, "F1"},
    {{ACTION_QUIT}, N_("leave"), 0, "^C"},
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

static const struct hint empty_hints[] = {
    {{ACTION_RELOAD}, N_("reload")}, {{ACTION_PROBLEMS}, N_("problems")},
    {{ACTION_HELP}, NULL},           {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint *hints_for(const struct library_view *view)
{
    bool is_typed = answers_are_shown(&view->answers);
    if (library_is_asking(view))
        return is_typed ? typed_hints : asking_hints;
    if (is_typed)
        return found_hints;
    return view->catalogue.n ? listed_hints : empty_hints;
}

/* The number of the selected section, or of the selected article. */
static void add_place(const struct library_view *view, struct buf *out)
{
    const struct answers *answers = &view->answers;
    size_t number = answers_number(answers), n = answers_n_found(answers);
    bool more = answers->results && answers->results->is_cut;
    if (!answers_are_shown(answers)) {
        if (view->catalogue.is_whole && view->catalogue.n)
            buf_printf(out, _("%zu of %zu"), view->list.selected + 1,
                       view->catalogue.n);
    } else if (number) {
        buf_printf(out, _("%zu of %zu%s"), number, n, more ? "+" : "");
    } else if (n) {
        buf_printf(out, _("%zu%s found"), n, more ? "+" : "");
    }
}

void library_describe(struct view *base, struct app *app, struct status *out)
{
    const struct library_view *view = library_view_of(base);
    (void)app;
    if (!app_bar().rows)
        return;
    add_place(view, &out->place);
    out->hints = hints_for(view);
}

static void add_count(const struct library_view *view, struct buf *out)
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
    const char *dot = draw_glyph(&app->canvas, GLYPH_DOT);
    if (!app->library.is_complete && progress->n_to_read)
        buf_printf(out, _("Loading %zu of %zu %s "), progress->n_read,
                   progress->n_to_read, dot);
    add_count(view, out);
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

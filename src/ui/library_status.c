/* The status line of the list of articles, and how much it lists: where one is,
 * and what to press next. */
#include "ui/library_view.h"

static const struct hint listed[] = {
    {{ACTION_ENTER}, NULL},          {{ACTION_FIND}, "filter"},
    {{ACTION_SEARCH}, "search all"}, {{ACTION_UP, ACTION_DOWN}, "select", 1},
    {{ACTION_SORT}, NULL},           {{ACTION_SOURCES}, NULL},
    {{ACTION_THEME}, "theme"},       {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},          {{ACTION_NONE}, NULL},
};

static const struct hint filtered[] = {
    {{ACTION_ENTER}, NULL},    {{ACTION_ESCAPE}, "show all"},
    {{ACTION_FIND}, "filter"}, {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},    {{ACTION_NONE}, NULL},
};

static const struct hint empty[] = {
    {{ACTION_RELOAD}, "read again"}, {{ACTION_PROBLEMS}, "problems"},
    {{ACTION_HELP}, NULL},           {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint *hints_for(const struct library_view *view)
{
    if (view->filter)
        return filtered;
    return view->catalogue.n ? listed : empty;
}

void library_describe(struct view *base, struct app *app, struct status *out)
{
    const struct library_view *view = library_view_of(base);
    (void)app;
    if (view->catalogue.is_whole && view->catalogue.n)
        buf_printf(&out->place, "%zu of %zu", view->list.selected + 1,
                   view->catalogue.n);
    out->hints = hints_for(view);
}

void library_add_count(const struct library_view *view, struct buf *out)
{
    size_t n = view->catalogue.n;
    if (!n)
        buf_add(out, "no articles");
    else
        buf_printf(out, "%zu%s %s", n, view->catalogue.is_whole ? "" : "+",
                   n == 1 ? "article" : "articles");
}

/* The status line of an article: where one is, and what to press next. */
#include "ui/article_view.h"

#include <stdio.h>

#define PAD_COLS 80

static const struct hint reading[] = {
    {{ACTION_PREVIOUS_SECTION, ACTION_NEXT_SECTION}, "section"},
    {{ACTION_PAGE_DOWN}, NULL},
    {{ACTION_KINDS}, NULL},
    {{ACTION_FIND}, NULL},
    {{ACTION_SEARCH}, "search all"},
    {{ACTION_OUTLINE}, NULL},
    {{ACTION_NEXT_LINK}, NULL},
    {{ACTION_SOURCES}, NULL},
    {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint one_section[] = {
    {{ACTION_PAGE_DOWN}, NULL}, {{ACTION_FIND}, NULL},
    {{ACTION_NEXT_LINK}, NULL}, {{ACTION_SOURCES}, NULL},
    {{ACTION_HELP}, NULL},      {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint found[] = {
    {{ACTION_FIND_NEXT, ACTION_FIND_PREVIOUS}, "next, previous"},
    {{ACTION_ESCAPE}, "clear"},
    {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint focused[] = {
    {{ACTION_ENTER}, NULL},  {{ACTION_NEXT_LINK}, "next link"},
    {{ACTION_BACK}, "back"}, {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},  {{ACTION_NONE}, NULL},
};

static const struct hint problem[] = {
    {{ACTION_RELOAD}, "try again"},
    {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint *hints_for(const struct article_view *view)
{
    if (!view->article)
        return problem;
    if (article_focused(view))
        return focused;
    if (view->query)
        return found;
    return view->article->n_sections > 1 ? reading : one_section;
}

void article_describe(struct view *base, struct app *app, struct status *out)
{
    struct article_view *view = article_view_of(base);
    const char *dot = draw_glyph(&app->canvas, GLYPH_DOT);
    out->hints = hints_for(view);
    if (!view->article)
        return;
    size_t section = article_section_here(view);
    if (section != NO_SECTION && view->article->n_sections > 1)
        buf_printf(&out->place, "%zu/%zu %s ", section + 1,
                   view->article->n_sections, dot);
    char percent[8];
    snprintf(percent, sizeof percent, "%u%%",
             article_at_end(view) ? 100
                                  : layout_percent(view->layout, view->top));
    /* As wide as 100%, so that the hints beside it are not drawn again; on
     * narrow screens the hints need the room. */
    bool pad = !view->query && app_body().cols >= PAD_COLS;
    buf_printf(&out->place, "%-*s", pad ? 4 : 0, percent);
    if (view->query && view->match != NO_MATCH)
        buf_printf(&out->place, " %s \"%s\" %zu of %zu", dot, view->query,
                   view->match + 1, view->find.n);
}

/* Moves in an article: by rows, screens, sections and numbers. */
#include "ui/article_view.h"

#include "base/i18n.h"

/* At the very start the title block is visible too. */
static bool is_start(const struct article *article, size_t source_offset)
{
    return !article->n_blocks ||
           source_offset <= article->blocks[0]->source_start;
}

void article_go(struct article_view *view, size_t source_offset)
{
    view->cursor_row = 0;
    view->place = source_offset;
    view->top = (struct position){0, 0};
    if (view->layout && !is_start(view->article, source_offset))
        view->top = layout_at_source(view->layout, source_offset);
}

static void go_row(struct article_view *view, struct position top)
{
    view->cursor_row = 0;
    view->top = top;
    view->place = layout_source_at(view->layout, top);
}

void article_jump(struct article_view *view, size_t source_offset)
{
    article_history_remember(view);
    article_go(view, source_offset);
}

size_t article_section_here(const struct article_view *view)
{
    return article_section_at(view->article, view->place);
}

static long n_rows(const struct article_view *view)
{
    return view->text.rows > 0 ? view->text.rows : 1;
}

/* Whether the last row is visible. */
bool article_at_end(struct article_view *view)
{
    struct position bottom =
        layout_move(view->layout, view->top, n_rows(view) - 1, NULL);
    return layout_position_compare(bottom, layout_last(view->layout)) >= 0;
}

/* The top row that puts the last row on the bottom line. */
static struct position last_top(struct article_view *view)
{
    return layout_move(view->layout, layout_last(view->layout),
                       -(n_rows(view) - 1), NULL);
}

/* Scrolling down stops when the last row is visible. */
void article_scroll(struct article_view *view, long rows)
{
    long below = 0;
    if (rows > 0 && article_at_end(view))
        return;
    struct position top = layout_move(view->layout, view->top, rows, NULL);
    layout_move(view->layout, top, n_rows(view) - 1, &below);
    if (rows > 0 && below < n_rows(view) - 1)
        top = last_top(view);
    go_row(view, top);
}

/* A screen less two rows, which stay visible so that readers do not lose the
 * line. */
static long page_rows(const struct article_view *view)
{
    long rows = n_rows(view);
    return rows > 4 ? rows - 2 : rows > 1 ? rows - 1 : 1;
}

void article_down(struct view *base, struct app *app)
{
    if (app->linear)
        article_read_on(article_view_of(base));
    else
        article_scroll(article_view_of(base), 1);
}

void article_up(struct view *base, struct app *app)
{
    if (app->linear)
        article_read_back(article_view_of(base));
    else
        article_scroll(article_view_of(base), -1);
}

void article_page_down(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    if (app->linear && article_at_end(view))
        article_read_last(view);
    else
        article_scroll(view, page_rows(view));
}

void article_page_up(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    article_scroll(view, -page_rows(view));
}

void article_half_down(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    article_scroll(view, (n_rows(view) + 1) / 2);
}

void article_half_up(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    article_scroll(view, -(n_rows(view) + 1) / 2);
}

void article_start(struct view *base, struct app *app)
{
    (void)app;
    article_jump(article_view_of(base), 0);
}

void article_end(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    struct position last = last_top(view);
    article_history_remember(view);
    if (layout_position_compare(last, view->top) > 0)
        go_row(view, last);
    if (app->linear)
        article_read_last(view);
}

void article_next_section(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    const struct article *article = view->article;
    size_t section = article_section_here(view);
    if (section != NO_SECTION && section + 1 < article->n_sections)
        article_go(view, article->sections[section + 1].source_start);
    else
        app_say(app, article->n_sections > 1
                         ? _("This is the last section")
                         : _("This article has only one section"));
}

/* First to the heading of the current section, then to the previous one. */
void article_previous_section(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    const struct article *article = view->article;
    size_t section = article_section_here(view);
    if (section == NO_SECTION) {
        article_go(view, 0);
        return;
    }
    struct position heading =
        layout_at_source(view->layout, article->sections[section].source_start);
    bool inside = layout_position_compare(view->top, heading) > 0;
    if (!inside && section == 0)
        app_say(app, _("This is the first section"));
    if (!inside && section > 0)
        section--;
    article_go(view, section ? article->sections[section].source_start : 0);
}

/* The first digit goes to a section at once; a second one right after it makes
 * the number two-digit. */
void article_digit(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    bool goes_on = app->last_action == ACTION_DIGIT;
    if (app->key < '0' || app->key > '9')
        return;
    unsigned typed = app->key - '0';
    unsigned number = goes_on ? view->digits * 10 + typed : typed;
    size_t n = view->article->n_sections;
    if (number > 100 && number > n)
        number = typed;
    if (!goes_on)
        article_history_remember(view);
    /* 3 then 4, of 15 sections: the 4th; 3 4 % is still a third. */
    unsigned section = number <= n ? number : typed;
    if (section >= 1 && section <= n)
        article_go(view, view->article->sections[section - 1].source_start);
    else
        app_say(app, _("There are only %zu sections (5 0 %% jumps to 50%%)"),
                n);
    view->digits = number;
}

void article_percent(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    const struct article *article = view->article;
    if (app->last_action != ACTION_DIGIT || view->digits > 100) {
        app_say(app, _("Type a number first, e.g. 50%%"));
        return;
    }
    size_t n_bytes = article->n_source_bytes - article->body_start;
    size_t offset = article->body_start + n_bytes * view->digits / 100;
    article_history_remember(view);
    if (view->digits == 100)
        go_row(view, last_top(view));
    else
        go_row(view, layout_at_source(view->layout, offset));
}

bool article_shows(struct article_view *view, uint32_t text_offset)
{
    struct position at = layout_at_text(view->layout, text_offset);
    struct position bottom =
        layout_move(view->layout, view->top, n_rows(view) - 1, NULL);
    return layout_position_compare(at, view->top) >= 0 &&
           layout_position_compare(at, bottom) <= 0;
}

void article_show_text(struct article_view *view, uint32_t text_offset)
{
    struct position at = layout_at_text(view->layout, text_offset);
    if (!article_shows(view, text_offset))
        go_row(view, layout_move(view->layout, at, -n_rows(view) / 3, NULL));
}

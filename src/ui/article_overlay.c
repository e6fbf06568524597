/* What lies over the text of an article: matches, the focus, passages that were
 * highlighted, explained terms, and the signs of what was kept. */
#include "ui/article_overlay.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "ui/article_keep.h"

/* A match may begin above the top line. In a table row, the text of the last
 * cell comes after that of the first cell on the next line. */
#define REACH_BYTES 4096

static void add_highlight(struct article_overlay *all, struct highlight one)
{
    size_t at = all->n;
    all->items =
        mem_grow(all->items, all->n, &all->capacity, sizeof *all->items);
    for (; at > 0 && all->items[at - 1].text_start > one.text_start; at--)
        all->items[at] = all->items[at - 1];
    all->items[at] = one;
    all->n++;
}

/* Terms that are explained, unless something else is marked there. */
static void add_terms(struct article_view *view, struct app *app,
                      struct article_overlay *all)
{
    struct term_mark_list list = {0};
    article_terms_shown(view, app, &list);
    for (size_t i = 0; i < list.n; i++) {
        const struct term_mark *mark = &list.items[i];
        bool is_free = mark->is_marked;
        for (size_t k = 0; is_free && k < all->n; k++)
            is_free = all->items[k].text_end <= mark->text_start ||
                      all->items[k].text_start >= mark->text_end;
        if (is_free)
            add_highlight(all, (struct highlight){mark->text_start,
                                                  mark->text_end, STYLE_TERM});
    }
    free(list.items);
}

/* A passage that was highlighted, where nothing else is. */
static void add_passage(struct article_overlay *all, struct text_range passage,
                        enum theme_style style)
{
    size_t n = all->n;
    for (size_t i = 0; i < n && passage.start < passage.end; i++) {
        struct highlight other = all->items[i];
        if (other.text_end <= passage.start || other.text_start >= passage.end)
            continue;
        if (other.text_start > passage.start) {
            add_highlight(all, (struct highlight){passage.start,
                                                  other.text_start, style});
            i++, n++;
        }
        passage.start = other.text_end;
    }
    if (passage.start < passage.end)
        add_highlight(all,
                      (struct highlight){passage.start, passage.end, style});
}

/* Whether part of a passage lies between two offsets. */
static bool meets(const struct attached *kept, uint32_t start, uint32_t end)
{
    return kept->range.start < end && start < kept->range.end;
}

/* There may be thousands: only those on the screen. */
static void add_kept(struct article_view *view, struct article_overlay *all,
                     uint32_t start, uint32_t end)
{
    const struct text_range *chosen = article_keep_chosen(view);
    if (chosen)
        add_passage(all, *chosen, STYLE_CHOSEN);
    for (size_t i = 0; i < view->attached.n; i++) {
        const struct attached *kept = &view->attached.items[i];
        if (kept->annotation.motivation == ANNOTATION_HIGHLIGHTING &&
            meets(kept, start, end))
            add_passage(all,
                        (struct text_range){kept->range.start, kept->range.end},
                        STYLE_HIGHLIGHT);
    }
}

struct article_overlay article_overlay_new(struct article_view *view,
                                           struct app *app)
{
    struct article_overlay all = {0};
    uint32_t start, end;
    const struct find_match *match = view->find.matches;
    const struct focus *focus = article_focused(view);
    article_shown_range(view, &start, &end);
    start = start > REACH_BYTES ? start - REACH_BYTES : 0;
    end = end < UINT32_MAX - REACH_BYTES ? end + REACH_BYTES : UINT32_MAX;
    size_t i = find_next(&view->find, start);
    for (; i < view->find.n && match[i].text_start < end; i++)
        add_highlight(&all,
                      (struct highlight){match[i].text_start, match[i].text_end,
                                         i == view->match ? STYLE_MATCH_HERE
                                                          : STYLE_MATCH});
    if (focus)
        add_highlight(&all, (struct highlight){focus->text_start,
                                               focus->text_end, STYLE_FOCUS});
    add_kept(view, &all, start, end);
    add_terms(view, app, &all);
    return all;
}

/* In linear mode words follow the line where something begins. */
static void draw_words(struct app *app, struct area row,
                       const struct line *line, const char *words)
{
    struct area body = app_body();
    row.cols = body.col + body.cols - row.col;
    draw_text(&app->canvas, area_right_of(row, line->cells), STYLE_DIM, words);
}

/* In the margin a star stands where a bookmark begins, and a bar beside what is
 * highlighted: colour alone would not tell. The star makes room for the bar if
 * the margin has two cells. */
void article_overlay_draw(const struct article_view *view, struct app *app,
                          struct area row, const struct line *line)
{
    const struct text_range range = layout_line_range(line);
    bool is_bookmark = false, is_highlight = false, has_bar = false;
    for (size_t i = 0; i < view->attached.n; i++) {
        const struct attached *kept = &view->attached.items[i];
        if (!meets(kept, range.start, range.end))
            continue;
        bool begins = layout_line_cell(line, kept->range.start) >= 0;
        switch (kept->annotation.motivation) {
        case ANNOTATION_BOOKMARKING: is_bookmark |= begins; break;
        case ANNOTATION_HIGHLIGHTING:
            is_highlight |= begins;
            has_bar = !app->linear;
            break;
        default: break;
        }
    }
    struct area bar = {row.row, row.col - 1, 1, 1};
    struct area star = bar;
    star.col -= has_bar && row.col > 1;
    if (row.col > 0 && has_bar)
        draw_text(&app->canvas, bar, STYLE_KEY,
                  draw_glyph(&app->canvas, GLYPH_VERTICAL));
    if (row.col > 0 && is_bookmark && !app->linear)
        draw_text(&app->canvas, star, STYLE_KEY, "*");
    if (app->linear && (is_bookmark || is_highlight))
        draw_words(app, row, line,
                   is_bookmark ? _(" (bookmark)") : _(" (highlight)"));
}

/* The results of a search: by article, each section with its heading, its
 * kind and the words that were found. */
#include "ui/search_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "search/snippet.h"

#define CELLS_MAX 100
#define SNIPPET_BYTES 150
#define ITEMS_MAX (sizeof((struct search_view *)0)->items / sizeof(size_t))
#define MARKS_MAX 5 /* a paragraph of a leaf has 16 runs */

static void draw_bar(struct search_view *view, struct app *app)
{
    struct area bar = app_bar();
    const struct index_progress *progress = &app->searching.progress;
    struct buf facts;
    if (!bar.rows)
        return;
    draw_fill(&app->canvas, bar, STYLE_BAR);
    bar = area_right_of(bar, 1);
    bar.cols--;
    buf_init(&facts);
    if (!progress->done && progress->n_to_read)
        buf_printf(&facts, "reading the library: %zu of %zu", progress->n_read,
                   progress->n_to_read);
    else
        buf_printf(&facts, "%lld articles",
                   (long long)index_n_articles(app->searching.index));
    int used = draw_text(&app->canvas, bar, STYLE_BAR_TITLE,
                         view->typed && *view->typed ? view->typed : "Search");
    draw_text_right(&app->canvas, area_right_of(bar, used + 2), STYLE_BAR,
                    facts.data);
    buf_finish(&facts);
}

static void add_piece(struct leaf *leaf, enum style style, const char *text,
                      size_t n_bytes)
{
    char *piece = mem_strndup(text, n_bytes);
    leaf_add(leaf, style, piece);
    free(piece);
}

static void add_snippet(struct leaf *leaf, const struct article *article,
                        const struct search_result *result,
                        const struct search_results *results)
{
    struct snippet snippet;
    size_t at = 0;
    snippet_init(&snippet, article, result, results,
                 &(struct snippet_options){SNIPPET_BYTES, leaf->charset});
    leaf_tab(leaf, 4);
    for (size_t i = 0; i < snippet.n_marks && i < MARKS_MAX; i++) {
        size_t start = snippet.marks[i].start, end = snippet.marks[i].end;
        add_piece(leaf, STYLE_DIM, snippet.text.data + at, start - at);
        add_piece(leaf, STYLE_MATCH, snippet.text.data + start, end - start);
        at = end;
    }
    leaf_add(leaf, STYLE_DIM, snippet.text.data + at);
    leaf_end(leaf);
    snippet_finish(&snippet);
}

/* Makes what is added next an item. */
static bool add_item(struct search_view *view, size_t result)
{
    if ((size_t)view->leaf.n_items == ITEMS_MAX)
        return false;
    view->items[leaf_item(&view->leaf)] = result;
    return true;
}

static void add_section(struct search_view *view, size_t i,
                        const struct article *article)
{
    const struct search_result *result = &view->results->items[i];
    const char *label = kind_label(result->kind, result->lang);
    struct leaf *leaf = &view->leaf;
    bool said =
        *result->heading &&
        (result->kind == KIND_NONE ||
         kind_label_is_said(result->kind, result->heading, result->lang));
    if (!add_item(view, i))
        return;
    leaf_tab(leaf, 2);
    leaf_add(leaf, STYLE_TEXT, result->heading);
    if (!said) {
        leaf_add(leaf, STYLE_TEXT, *result->heading ? "  " : "");
        leaf_add(leaf, STYLE_LABEL, result->kind ? label : "(the start)");
    }
    leaf_end(leaf);
    leaf->item = (int)leaf->n_items - 1;
    if (article)
        add_snippet(leaf, article, result, view->results);
}

/* The text of articles is read only when there is time for it. */
static void add_article(struct search_view *view, size_t first)
{
    const struct search_results *results = view->results;
    const struct search_result *best = &results->items[first];
    struct article *article =
        view->is_quick ? NULL : article_open(best->path, NULL);
    leaf_add(&view->leaf, STYLE_TITLE, best->title);
    if (best->type != TYPE_NONE) {
        leaf_add(&view->leaf, STYLE_DIM, "  ");
        leaf_add(&view->leaf, STYLE_DIM, article_type_name(best->type));
    }
    if (best->is_foreign) {
        leaf_add(&view->leaf, STYLE_DIM, "  [");
        leaf_add(&view->leaf, STYLE_DIM, best->lang);
        leaf_add(&view->leaf, STYLE_DIM, "]");
    }
    leaf_end(&view->leaf);
    for (size_t i = first; i < results->n; i++)
        if (str_equal(results->items[i].path, best->path))
            add_section(view, i, article);
    article_free(article);
}

static bool is_first_of_article(const struct search_results *results, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (str_equal(results->items[k].path, results->items[i].path))
            return false;
    return true;
}

static void add_change(struct search_view *view,
                       const struct search_change *change)
{
    struct search_piece pieces[SEARCH_PIECES_MAX];
    size_t n = search_change_say(change, pieces);
    struct leaf *leaf = &view->leaf;
    bool corrected = change->type == CHANGE_SPELLING;
    if (corrected && !add_item(view, AS_TYPED))
        return;
    for (size_t i = 0; i < n; i++)
        leaf_add(leaf, pieces[i].is_word ? STYLE_LABEL : STYLE_TEXT,
                 pieces[i].text);
    leaf_add(leaf, STYLE_DIM, corrected ? " (Enter: as typed)" : "");
    leaf_end(leaf);
}

static void add_nothing(struct search_view *view, struct app *app)
{
    struct leaf *leaf = &view->leaf;
    bool typed = view->typed && *view->typed;
    if (!typed) {
        leaf_line(leaf, STYLE_TEXT,
                  "Type words or a question; results come as you type.");
        leaf_end(leaf);
        leaf_field(leaf, "risks: keloid", "only sections of a kind");
        leaf_field(leaf, "\"a phrase\"", "the words in this order");
        leaf_field(leaf, "-word", "without a word");
        leaf_field(leaf, "type:medicine", "only articles of a type");
        return;
    }
    leaf_line(leaf, STYLE_TEXT, "Nothing found.");
    if (!app->searching.progress.done)
        leaf_line(leaf, STYLE_TEXT, "The library is still being read.");
    else if (view->results && view->results->widen)
        leaf_line(leaf, STYLE_TEXT, view->results->widen);
}

static void build(struct search_view *view, struct app *app, unsigned cells)
{
    const struct search_results *results = view->results;
    leaf_finish(&view->leaf);
    leaf_init(&view->leaf, cells, app->canvas.charset);
    view->view.stale = false;
    for (size_t i = 0; results && i < results->n_changes; i++)
        add_change(view, &results->changes[i]);
    if (!results || !results->n)
        add_nothing(view, app);
    for (size_t i = 0; results && i < results->n; i++)
        if (is_first_of_article(results, i))
            add_article(view, i);
    if (!view->has_moved) {
        /* The best result, past the line that says what was corrected. */
        view->selected = 0;
        while (view->selected + 1 < view->leaf.n_items &&
               view->items[view->selected] == AS_TYPED)
            view->selected++;
    } else if (view->selected >= view->leaf.n_items) {
        view->selected = view->leaf.n_items ? view->leaf.n_items - 1 : 0;
    }
}

/* Scrolls so that the selected item shows, with its title if it can. */
static void show_selected(struct search_view *view)
{
    size_t rows = view->list.rows > 0 ? (size_t)view->list.rows : 1;
    size_t first = 0, end;
    while (first < view->leaf.n_rows &&
           view->leaf.rows[first].item != view->selected)
        first++;
    for (end = first; end < view->leaf.n_rows &&
                      view->leaf.rows[end].item == view->selected;)
        end++;
    if (end > view->top + rows)
        view->top = end - rows;
    if (first < view->top + 1)
        view->top = first ? first - 1 : 0;
}

static void draw_row(struct search_view *view, struct app *app, size_t row)
{
    struct area area = area_row(view->list, (int)(row - view->top));
    const struct leaf_row *leaf_row = &view->leaf.rows[row];
    struct highlight all = {0, NO_TEXT - 1, STYLE_SELECTED};
    bool selected =
        leaf_row->item != NO_ITEM && leaf_row->item == view->selected;
    bool first = row == 0 || view->leaf.rows[row - 1].item != leaf_row->item;
    if (selected && first) {
        draw_fill(&app->canvas, area, STYLE_SELECTED);
        draw_cursor(&app->canvas, area.row, area.col);
    }
    draw_line(&app->canvas, area, &leaf_row->line, &all, selected && first);
}

void search_draw(struct view *base, struct app *app)
{
    struct search_view *view = search_view_of(base);
    struct area body = app_body();
    draw_bar(view, app);
    view->list = area_right_of(body, body.cols > 20 ? 1 : 0);
    if (view->list.cols > CELLS_MAX)
        view->list.cols = CELLS_MAX;
    unsigned cells = view->list.cols > 1 ? (unsigned)view->list.cols - 1 : 1;
    if (base->stale || view->leaf.cells != cells)
        build(view, app, cells);
    show_selected(view);
    for (size_t row = view->top;
         row < view->leaf.n_rows &&
         row < view->top + (size_t)(view->list.rows > 0 ? view->list.rows : 0);
         row++)
        draw_row(view, app, row);
}

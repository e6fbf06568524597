/* The rows of search results: changes to the query, then results by article,
 * each section with heading, kind and snippet. */
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "search/snippet.h"
#include "ui/compare_view.h"
#include "ui/search_view.h"

#define SNIPPET_COLUMN 4
#define SNIPPET_ROWS 2 /* three on narrow screens */
#define NARROW 60
#define SNIPPET_SLACK 6 /* cells that a row may lose to a word that wraps */
#define MARKS_MAX 5     /* in one snippet */
#define EXAMPLE_COLUMN 18

static void add_piece(struct leaf *leaf, enum theme_style style,
                      const char *text, size_t n_bytes)
{
    char *piece = mem_strndup(text, n_bytes);
    leaf_add(leaf, style, piece);
    free(piece);
}

static void add_marked(struct leaf *leaf, const struct snippet *snippet)
{
    const char *text = snippet->text.data;
    size_t at = 0;
    leaf_tab(leaf, SNIPPET_COLUMN);
    for (size_t i = 0; i < snippet->n_marks && i < MARKS_MAX; i++) {
        size_t start = snippet->marks[i].start, end = snippet->marks[i].end;
        add_piece(leaf, STYLE_DIM, text + at, start - at);
        add_piece(leaf, STYLE_MATCH, text + start, end - start);
        at = end;
    }
    leaf_add(leaf, STYLE_DIM, text + at);
    leaf_end(leaf);
}

/* As many bytes as fill the rows of a snippet without one more row for a last
 * word. */
static size_t snippet_bytes(const struct leaf *leaf)
{
    unsigned rows = leaf->cells < NARROW ? SNIPPET_ROWS + 1 : SNIPPET_ROWS;
    unsigned least = SNIPPET_COLUMN + 2 * SNIPPET_SLACK;
    unsigned cells = leaf->cells > least ? leaf->cells : least;
    return rows * (cells - SNIPPET_COLUMN - SNIPPET_SLACK);
}

/* Adds the snippet to the item before; nothing for a section without text. */
static void add_snippet(struct leaf *leaf, const struct article *article,
                        const struct search_result *result,
                        const struct search_results *results)
{
    struct snippet snippet;
    snippet_init(
        &snippet, article, result, results,
        &(struct snippet_options){snippet_bytes(leaf), leaf->flow.charset});
    if (snippet.text.n_bytes)
        add_marked(leaf, &snippet);
    leaf->item = NO_ITEM;
    snippet_finish(&snippet);
}

/* Makes the next paragraph an item. */
static void add_item(struct search_view *view, size_t result)
{
    size_t item = (size_t)leaf_item(&view->leaf);
    view->items =
        mem_grow(view->items, item, &view->items_capacity, sizeof *view->items);
    view->items[item] = result;
}

static void add_section(struct search_view *view, size_t i,
                        const struct article *article)
{
    const struct search_result *result = &view->results->items[i];
    const char *label =
        article_type_kind_label(result->type, result->kind, result->lang);
    struct leaf *leaf = &view->leaf;
    bool said = *result->heading && (result->kind == KIND_NONE ||
                                     kind_heading_says(result->heading, label));
    add_item(view, i);
    leaf_tab(leaf, 2);
    leaf_add(leaf, STYLE_TEXT, result->heading);
    if (!said) {
        leaf_add(leaf, STYLE_TEXT, *result->heading ? "  " : "");
        leaf_add(leaf, STYLE_DIM, result->kind ? label : _("(the start)"));
    }
    leaf_end(leaf);
    if (!article)
        return;
    leaf->item = leaf->n_items - 1;
    add_snippet(leaf, article, result, view->results);
}

static void add_title(struct leaf *leaf, const struct search_result *result,
                      bool is_picked)
{
    if (is_picked)
        leaf_add(leaf, STYLE_KEY, "x ");
    leaf_add(leaf, STYLE_TITLE, result->title);
    if (result->is_namesake) {
        struct buf origin;
        buf_init(&origin);
        buf_add(&origin, "  ");
        search_add_origin(result, &origin);
        leaf_add(leaf, STYLE_DIM, origin.data);
        buf_finish(&origin);
    }
    if (result->type != TYPE_NONE) {
        leaf_add(leaf, STYLE_DIM, "  ");
        leaf_add(leaf, STYLE_DIM, article_type_name(result->type));
    }
    if (result->is_foreign) {
        leaf_add(leaf, STYLE_DIM, "  [");
        leaf_add(leaf, STYLE_DIM, result->lang);
        leaf_add(leaf, STYLE_DIM, "]");
    }
    leaf_end(leaf);
}

/* Snippets need the text of articles, which quick results do without. */
static void add_group(struct search_view *view, size_t first)
{
    const struct search_results *results = view->results;
    const char *path = results->items[first].path;
    struct article *article = view->is_quick ? NULL : article_open(path, NULL);
    for (size_t i = first; i < results->n; i++)
        if (search_is_group(&results->items[first], &results->items[i]))
            add_section(view, i, article);
    article_free(article);
}

static void add_groups(struct search_view *view, struct app *app)
{
    const struct search_results *results = view->results;
    const char *path = "";
    for (size_t i = 0; i < results->n; i++) {
        if (!search_begins_group(results, i))
            continue;
        if (!str_equal(results->items[i].path, path))
            add_title(&view->leaf, &results->items[i],
                      compare_is_picked(app, results->items[i].path));
        add_group(view, i);
        path = results->items[i].path;
    }
}

static void add_change(struct search_view *view,
                       const struct search_note *change)
{
    struct search_piece pieces[SEARCH_PIECES_MAX];
    size_t n = search_note_say(change, pieces);
    struct leaf *leaf = &view->leaf;
    bool corrected = change->type == NOTE_SPELLING;
    if (corrected)
        add_item(view, AS_TYPED);
    for (size_t i = 0; i < n; i++)
        leaf_add(leaf, pieces[i].is_word ? STYLE_LABEL : STYLE_TEXT,
                 pieces[i].text);
    leaf_add(leaf, STYLE_DIM, corrected ? _(" (Enter here: as typed)") : "");
    leaf_end(leaf);
}

static void add_way_back(struct search_view *view)
{
    add_item(view, CORRECTED);
    leaf_add(&view->leaf, STYLE_TEXT, _("searched as typed"));
    leaf_add(&view->leaf, STYLE_DIM, _(" (Enter here: corrected)"));
    leaf_end(&view->leaf);
}

static void add_examples(struct leaf *leaf)
{
    static const struct {
        const char *typed, *finds;
    } examples[] = {
        {"risks: keloid", N_("one kind of section")},
        {"kind:", N_("what kinds there are")},
        {"type:medicine", N_("articles of a type")},
        {"lang:es", N_("in a language")},
        {"title:peel", N_("called so")},
        {"reviewed:>2025", N_("reviewed after that")},
        {"\"a phrase\"", N_("words in this order")},
        {"-word", N_("without the word")},
    };
    leaf_line(leaf, STYLE_TEXT,
              _("Type words or a question; results come as you type."));
    leaf_end(leaf);
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        leaf_tab(leaf, 2);
        leaf_add(leaf, STYLE_KEY, examples[i].typed);
        leaf_tab(leaf, EXAMPLE_COLUMN);
        leaf_add(leaf, STYLE_TEXT, _(examples[i].finds));
        leaf_end(leaf);
    }
}

/* Whether the notes above already say why nothing was found. */
static bool is_explained(const struct search_results *results)
{
    for (size_t i = 0; i < results->n_notes; i++)
        if (results->notes[i].type != NOTE_ALSO &&
            results->notes[i].type != NOTE_KIND &&
            results->notes[i].type != NOTE_NO_VALUE)
            return true;
    return false;
}

static bool is_unfinished(const struct search_results *results)
{
    for (size_t i = 0; i < results->n_notes; i++)
        if (results->notes[i].type == NOTE_NO_NAME ||
            results->notes[i].type == NOTE_VALUES ||
            results->notes[i].type == NOTE_MAY_BE)
            return true;
    return false;
}

static void add_nothing(struct search_view *view, struct app *app)
{
    struct leaf *leaf = &view->leaf;
    const struct search_results *results = view->results;
    if (!view->typed || !*view->typed) {
        add_examples(leaf);
        return;
    }
    if (!results || !is_explained(results))
        leaf_line(leaf, STYLE_TEXT, _("Nothing found."));
    if (!app->library.progress.done)
        leaf_line(leaf, STYLE_TEXT, _("The library is still being read."));
    else if (results && results->widen && !is_unfinished(results))
        leaf_line(leaf, STYLE_TEXT, results->widen);
}

/* The item of the best result, after the notes that change the search. */
static size_t best_item(const struct search_view *view)
{
    size_t item = 0;
    while (item + 1 < view->list.n_items && !search_view_result(view, item))
        item++;
    return item;
}

/* Selects the result that was selected before, or the best one. */
static void select_again(struct search_view *view)
{
    struct list *list = &view->list;
    list->home = best_item(view);
    if (!view->has_moved)
        list->selected = list->home;
    for (size_t i = 0; i < list->n_items && view->has_moved && view->kept_path;
         i++) {
        const struct search_result *result = search_view_result(view, i);
        if (result && result->section == view->kept_section &&
            str_equal(result->path, view->kept_path))
            list->selected = i;
    }
    if (list->selected >= list->n_items || (view->wants_end && !view->is_quick))
        list->selected = list->n_items ? list->n_items - 1 : 0;
    view->wants_end = view->wants_end && view->is_quick;
    free(view->kept_path);
    view->kept_path = NULL;
}

/* Above all else, and never selected: the sign says it without its colour. */
static void add_emergency(struct search_view *view)
{
    leaf_add(&view->leaf, STYLE_SAFETY, "! ");
    leaf_add(&view->leaf, STYLE_WARNING, search_emergency_text());
    leaf_end(&view->leaf);
}

void search_list_build(struct search_view *view, struct app *app,
                       unsigned cells)
{
    const struct search_results *results = view->results;
    leaf_finish(&view->leaf);
    leaf_init(&view->leaf, cells, app->canvas.charset);
    view->view.stale = false;
    if (results && results->is_emergency)
        add_emergency(view);
    if (view->as_typed)
        add_way_back(view);
    for (size_t i = 0; results && i < results->n_notes; i++)
        add_change(view, &results->notes[i]);
    if (!results || !results->n)
        add_nothing(view, app);
    else
        add_groups(view, app);
    list_set_page(&view->list, &view->leaf);
    select_again(view);
}

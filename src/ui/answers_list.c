/* The rows of the answers: changes to the question, then articles, then the
 * sections that answer, with the words that show why. */
#include "ui/answers.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/answers_rows.h"
#include "ui/compare_view.h"
#include "ui/library_view.h"
#include "ui/publisher.h"

#define NAMED_MAX 3
#define SAFETY_SIGN "!" /* as in the outline and the list of kinds */
#define TITLE_CELLS 10  /* that what stands at the right leaves at least */

/* Makes the next paragraph an item, and begins it. */
void answers_begin_item(struct library_view *view, struct answer answer)
{
    struct answers *answers = &view->answers;
    size_t item = (size_t)leaf_item(&answers->leaf);
    answers->items = mem_grow(answers->items, item, &answers->items_capacity,
                              sizeof *answers->items);
    answers->items[item] = answer;
}

/* One row: two parts of text, then what stands at the right. */
struct row_text {
    const char *first, *second;
    enum theme_style first_style, second_style;
    const char *aside; /* "" for none */
    enum theme_style aside_style;
    bool is_picked;
};

/* The same in one sentence: "Warfarin, Interactions, safety". */
static void add_linear_row(struct leaf *leaf, const struct row_text *row)
{
    leaf_add(leaf, row->first_style, row->first);
    leaf_add(leaf, row->second_style, row->second);
    if (*row->aside)
        leaf_add(leaf, STYLE_DIM, ", ");
    leaf_add(leaf, STYLE_DIM, row->aside);
    if (row->is_picked)
        leaf_add(leaf, STYLE_KEY, _(", picked"));
    leaf_end(leaf);
}

static void add_row(struct app *app, struct leaf *leaf,
                    const struct row_text *row)
{
    if (leaf->is_linear) {
        add_linear_row(leaf, row);
        return;
    }
    unsigned aside = (unsigned)draw_cells(&app->canvas, row->aside);
    unsigned room = leaf->cells > ITEM_COLUMN ? leaf->cells - ITEM_COLUMN : 1;
    bool is_wide = aside && room > aside + TITLE_CELLS;
    room -= is_wide ? aside + 2 : 0;
    leaf_add(leaf, STYLE_KEY, row->is_picked ? "  " PICKED_SIGN : "  ");
    unsigned sign = row->is_picked ? (unsigned)strlen(PICKED_SIGN) : 0;
    room -= sign < room ? sign : room;
    room -=
        leaf_add_cut(leaf, &app->canvas, row->first_style, row->first, room);
    if (room)
        leaf_add_cut(leaf, &app->canvas, row->second_style, row->second, room);
    if (is_wide)
        leaf_right(leaf, row->aside_style, row->aside);
    leaf_end(leaf);
}

static void add_more(struct library_view *view, enum answer_type type,
                     size_t n_left)
{
    struct leaf *leaf = &view->answers.leaf;
    struct buf text;
    buf_init(&text);
    buf_printf(&text, _("Show %zu more"),
               n_left < ANSWERS_STEP ? n_left : (size_t)ANSWERS_STEP);
    answers_begin_item(view, (struct answer){type, 0});
    leaf_add(leaf, STYLE_TEXT, leaf->is_linear ? "" : "  ");
    leaf_add(leaf, STYLE_LINK, text.data);
    leaf_end(leaf);
    buf_finish(&text);
}

/* What stands at the right of an article: what tells it from others of the same
 * title, its year and type. */
struct article_facts {
    const char *publisher; /* where the title repeats; NULL */
    int year;              /* 0: not stated */
    enum article_type type;
};

static void add_fact(const struct app *app, struct buf *out, const char *fact)
{
    const char *between = app->linear ? ", " : "  ";
    if (fact && *fact)
        buf_printf(out, "%s%s", out->n_bytes ? between : "", fact);
}

/* As much of it as leaves room for the title: the type goes before the
 * publisher, which tells articles apart. */
static void add_facts(struct app *app, const struct article_facts *facts,
                      unsigned cells, struct buf *out)
{
    char year[12] = "";
    struct buf publisher;
    buf_init(&publisher);
    if (facts->year)
        snprintf(year, sizeof year, "%d", facts->year);
    if (facts->publisher)
        publisher_add_short(facts->publisher, &publisher);
    for (int n_left_out = 0; n_left_out < 3; n_left_out++) {
        const char *type = n_left_out > 1 ? "" : article_type_name(facts->type);
        const char *when = n_left_out > 0 ? "" : year;
        buf_clear(out);
        add_fact(app, out, publisher.data);
        add_fact(app, out, app->linear ? type : when);
        add_fact(app, out, app->linear ? when : type);
        if (draw_cells(&app->canvas, out->data) <= (int)cells)
            break;
    }
    buf_finish(&publisher);
}

static void add_article(struct library_view *view, struct app *app,
                        struct answer answer, const struct article_facts *facts)
{
    const struct answers *answers = &view->answers;
    const char *path = answers_path(answers, answer);
    const char *title = answers_title(answers, answer);
    unsigned cells = answers->leaf.cells, title_cells = ITEM_COLUMN + 2;
    struct buf aside;
    buf_init(&aside);
    title_cells += (unsigned)draw_cells(&app->canvas, title);
    add_facts(app, facts, cells > title_cells ? cells - title_cells : 0,
              &aside);
    answers_begin_item(view, answer);
    add_row(app, &view->answers.leaf,
            &(struct row_text){
                .first = title,
                .second = "",
                .first_style = STYLE_TEXT,
                .aside = aside.data,
                .aside_style = STYLE_DIM,
                .is_picked = path && compare_is_picked(app, path),
            });
    buf_finish(&aside);
}

static bool is_named_before(const struct search_results *results, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (results->items[k].parts[PART_EXACT] > 0 &&
            str_equal(results->items[k].path, results->items[i].path))
            return true;
    return false;
}

/* Articles that a question names, where the names of none have all its
 * words. */
static void add_named(struct library_view *view, struct app *app)
{
    const struct search_results *results = view->answers.results;
    size_t n = 0;
    for (size_t i = 0; results && i < view->answers.n_near && n < NAMED_MAX;
         i++) {
        const struct search_result *result = &results->items[i];
        if (!(result->parts[PART_EXACT] > 0) || is_named_before(results, i))
            continue;
        const struct article_facts facts = {
            result->is_namesake ? result->publisher : NULL, result->year,
            result->type};
        if (!n++)
            leaf_heading(&view->answers.leaf, _("Articles"));
        add_article(view, app, (struct answer){ANSWER_NAMED, i}, &facts);
    }
}

static void add_titles(struct library_view *view, struct app *app)
{
    struct answers *answers = &view->answers;
    size_t n = answers->n_titles, n_more = answers->titles.n - n;
    if (n)
        leaf_heading(&answers->leaf, _("Articles"));
    for (size_t i = 0; i < n; i++) {
        const struct entry *entry = answers->entries[i];
        const struct article_facts facts = {
            entry->is_namesake ? entry->publisher : NULL, entry->updated.year,
            entry->type};
        add_article(view, app, (struct answer){ANSWER_TITLE, i}, &facts);
    }
    if (n_more)
        add_more(view, ANSWER_MORE_TITLES, n_more);
    if (!n && !answers->is_urgent)
        add_named(view, app);
}

static void add_title_of(const struct search_result *result, struct buf *out)
{
    buf_add(out, result->title);
    if (result->is_namesake) {
        bool has_year = result->year, has_publisher = *result->publisher;
        buf_add(out, has_year || has_publisher ? " (" : "");
        publisher_add_short(result->publisher, out);
        buf_add(out, has_year && has_publisher ? ", " : "");
        if (has_year)
            buf_printf(out, "%d", result->year);
        buf_add(out, has_year || has_publisher ? ")" : "");
    }
    if (result->is_foreign)
        buf_printf(out, " [%s]", result->lang);
}

/* Safety first; the kind where the heading does not say it. */
static const char *section_aside(const struct search_result *result,
                                 bool is_linear)
{
    const char *label =
        article_type_kind_label(result->type, result->kind, result->lang);
    if (kind_get(result->kind)->safety)
        return is_linear ? _("safety") : SAFETY_SIGN;
    return !*result->heading || result->kind == KIND_NONE ||
                   kind_heading_says(result->heading, label)
               ? ""
               : label;
}

static void add_section(struct library_view *view, struct app *app, size_t i,
                        struct answers_opened *opened)
{
    struct answers *answers = &view->answers;
    const struct search_result *result = &answers->results->items[i];
    const char *label =
        article_type_kind_label(result->type, result->kind, result->lang);
    struct buf title, heading;
    buf_init(&title);
    buf_init(&heading);
    add_title_of(result, &title);
    buf_printf(&heading, answers->leaf.is_linear ? "%s %s" : " %s %s",
               answers->leaf.is_linear ? ","
                                       : draw_glyph(&app->canvas, GLYPH_DOT),
               *result->heading ? result->heading
               : result->kind   ? label
                                : _("(start)"));
    answers_begin_item(view, (struct answer){ANSWER_SECTION, i});
    int item = answers->leaf.item;
    add_row(app, &answers->leaf,
            &(struct row_text){
                .first = title.data,
                .second = heading.data,
                .first_style = STYLE_LABEL,
                .second_style = STYLE_TEXT,
                .aside = section_aside(result, answers->leaf.is_linear),
                .aside_style =
                    kind_get(result->kind)->safety ? STYLE_SAFETY : STYLE_DIM,
                .is_picked = compare_is_picked(app, result->path),
            });
    answers->leaf.item = item;
    bool here = (size_t)item == answers->list.selected;
    if (answers->stage == STAGE_WHOLE)
        answers_add_snippet(view, i, here, opened);
    else
        leaf_end(&answers->leaf);
    buf_finish(&title);
    buf_finish(&heading);
}

/* Adds a batch of results by article, the articles in order of their best,
 * those of one title together. A later batch never comes between the results of
 * an earlier one. */
static void add_batch(struct library_view *view, struct app *app, size_t first,
                      size_t end)
{
    const struct search_results *results = view->answers.results;
    size_t *order = mem_alloc((end - first + 1) * sizeof *order);
    struct answers_opened opened = {0};
    const char *path = NULL;
    search_order(results, first, end, order);
    for (size_t i = first; i < end; i++) {
        size_t at = order[i - first];
        if (i && !(path && str_equal(path, results->items[at].path)))
            leaf_end(&view->answers.leaf);
        path = results->items[at].path;
        add_section(view, app, at, &opened);
    }
    article_free(opened.article);
    free(order);
}

/* The sections that answer best, and as many more as were asked for. */
static void add_sections(struct library_view *view, struct app *app)
{
    struct answers *answers = &view->answers;
    const struct search_results *results = answers->results;
    size_t n = answers->n_near + answers->n_more;
    size_t first = 0, end = answers->n_near;
    n = n < results->n ? n : results->n;
    if (n)
        leaf_heading(&answers->leaf, answers->is_urgent
                                         ? _("What to do in an emergency")
                                         : _("In the text"));
    while (first < n) {
        end = end < n ? end : n;
        add_batch(view, app, first, end);
        first = end;
        end += ANSWERS_STEP;
    }
    if (n < results->n_found)
        add_more(view, ANSWER_MORE_SECTIONS, results->n_found - n);
}

/* A title that has all words; else the section that answers best. */
static size_t best_item(const struct answers *answers)
{
    size_t best = 0;
    int best_rank = 0;
    for (size_t i = 0; i < answers->list.n_items; i++) {
        enum answer_type type = answers->items[i].type;
        int rank = type == ANSWER_TITLE     ? 3
                   : type == ANSWER_SECTION ? 2
                                            : type == ANSWER_NAMED;
        if (rank > best_rank) {
            best_rank = rank;
            best = i;
        }
    }
    return best;
}

static bool is_kept(const struct answers *answers, size_t item)
{
    struct answer answer = answers_item(answers, item);
    const struct search_result *section = answers_section(answers, answer);
    return answer.type == answers->kept.type &&
           str_equal(answers_path(answers, answer), answers->kept_path) &&
           (section ? section->section : SIZE_MAX) == answers->kept_section;
}

/* Selects what was selected before, or the best. */
static void select_again(struct answers *answers)
{
    struct list *list = &answers->list;
    if (!answers->has_moved)
        list->selected = best_item(answers);
    for (size_t i = 0;
         i < list->n_items && answers->has_moved && answers->kept_path; i++)
        if (is_kept(answers, i))
            list->selected = i;
    if (list->selected >= list->n_items)
        list->selected = list->n_items ? list->n_items - 1 : LIST_NONE;
    free(answers->kept_path);
    answers->kept_path = NULL;
}

static void add_answers(struct library_view *view, struct app *app)
{
    struct answers *answers = &view->answers;
    const struct search_results *results = answers->results;
    answers_add_notes(view);
    add_titles(view, app);
    if (results && results->n)
        add_sections(view, app);
    else if (!answers->n_titles && answers->stage != STAGE_TITLES)
        answers_add_nothing(view, app);
}

static void build(struct library_view *view, struct app *app, unsigned cells)
{
    struct answers *answers = &view->answers;
    leaf_finish(&answers->leaf);
    leaf_init(&answers->leaf, cells, app->canvas.charset);
    answers->leaf.is_linear = app->linear;
    add_answers(view, app);
    list_set_page(&answers->list, &answers->leaf);
    answers->is_built = true;
}

void answers_build(struct library_view *view, struct app *app, unsigned cells)
{
    struct answers *answers = &view->answers;
    if (answers->leaf.cells != cells)
        answers_drop_snippets(answers);
    build(view, app, cells);
    size_t selected = answers->list.selected;
    select_again(answers);
    if (selected != answers->list.selected)
        build(view, app, cells);
}

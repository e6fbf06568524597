/* The rows of the answers: other ways to search, then articles, then the
 * sections that answer. */
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
#define TITLE_CELLS 10 /* least width of a title beside its facts */

static bool is_named(const struct search_results *results, size_t i)
{
    if (!(results->items[i].parts[PART_EXACT] > 0))
        return false;
    for (size_t k = 0; k < i; k++)
        if (results->items[k].parts[PART_EXACT] > 0 &&
            str_equal(results->items[k].path, results->items[i].path))
            return false;
    return true;
}

static size_t count_named(const struct answers *answers)
{
    size_t n = 0;
    for (size_t i = 0; i < answers->n_near && n < NAMED_MAX; i++)
        n += is_named(answers->results, i);
    return n;
}

/* In linear mode, adds what is said before an item: "3 of 85. ". */
static void add_number(struct answers *answers, size_t item)
{
    enum answer_type type = answers->items[item].type;
    size_t number = 0, n = type == ANSWER_TITLE     ? answers->n_titles
                           : type == ANSWER_NAMED   ? count_named(answers)
                           : type == ANSWER_SECTION ? answers_n_found(answers)
                                                    : 0;
    struct buf text;
    if (!n)
        return;
    for (size_t i = 0; i <= item; i++)
        number += answers->items[i].type == type;
    buf_init(&text);
    buf_printf(&text, _("%zu of %zu. "), number, n);
    leaf_add(&answers->leaf, STYLE_TEXT, text.data);
    buf_finish(&text);
}

/* Makes the next paragraph an item, and begins it. */
void answers_begin_item(struct library_view *view, struct answer answer)
{
    struct answers *answers = &view->answers;
    size_t item = (size_t)leaf_item(&answers->leaf);
    answers->items = mem_grow(answers->items, item, &answers->items_capacity,
                              sizeof *answers->items);
    answers->items[item] = answer;
    if (answers->leaf.is_linear)
        add_number(answers, item);
}

/* The same in one sentence: "Warfarin, Interactions (safety information)". */
static void add_linear_row(struct leaf *leaf, const struct answers_row *row)
{
    leaf_add(leaf, row->first_style, row->first);
    leaf_add(leaf, row->second_style, row->second);
    if (*row->aside)
        leaf_add(leaf, STYLE_DIM, *row->aside == '(' ? " " : ", ");
    leaf_add(leaf, STYLE_DIM, row->aside);
    if (row->is_picked)
        leaf_add(leaf, STYLE_KEY, _(", picked"));
    leaf_end(leaf);
}

void answers_add_row(struct app *app, struct leaf *leaf,
                     const struct answers_row *row)
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

void answers_add_heading(struct answers *answers, const char *text)
{
    if (answers->is_airy)
        leaf_heading(&answers->leaf, text);
    else
        leaf_line(&answers->leaf, STYLE_SUBHEADING, text);
}

void answers_add_more(struct library_view *view, enum answer_type type,
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

/* The facts at the right of a title: its type and, where several articles have
 * the title, what tells them apart. */
struct article_facts {
    const char *publisher; /* NULL: none */
    int year;              /* 0: none */
    enum article_type type;
};

static void add_fact(const struct app *app, struct buf *out, const char *fact)
{
    const char *between = app->linear ? ", " : "  ";
    if (fact && *fact)
        buf_printf(out, "%s%s", out->n_bytes ? between : "", fact);
}

/* Adds as many facts as leave room for the title. The publisher is kept
 * longest, since it tells articles apart. */
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
    answers_add_row(app, &view->answers.leaf,
                    &(struct answers_row){
                        .first = title,
                        .second = "",
                        .first_style = STYLE_TEXT,
                        .aside = aside.data,
                        .aside_style = STYLE_DIM,
                        .is_picked = path && compare_is_picked(app, path),
                    });
    buf_finish(&aside);
}

/* Adds articles that the question names, if no article's names have all its
 * words. */
static void add_named(struct library_view *view, struct app *app)
{
    const struct search_results *results = view->answers.results;
    size_t n = 0;
    for (size_t i = 0; results && i < view->answers.n_near && n < NAMED_MAX;
         i++) {
        const struct search_result *result = &results->items[i];
        if (!is_named(results, i))
            continue;
        const struct article_facts facts = {
            result->is_namesake ? result->publisher : NULL,
            result->is_namesake ? result->year : 0, result->type};
        if (!n++)
            answers_add_heading(&view->answers, _("Articles"));
        add_article(view, app, (struct answer){ANSWER_NAMED, i}, &facts);
    }
}

static void add_titles(struct library_view *view, struct app *app)
{
    struct answers *answers = &view->answers;
    size_t n = answers->n_titles, n_more = answers->titles.n - n;
    if (n)
        answers_add_heading(answers, _("Articles"));
    for (size_t i = 0; i < n; i++) {
        const struct entry *entry = answers->entries[i];
        const struct article_facts facts = {
            entry->is_namesake ? entry->publisher : NULL,
            entry->is_namesake ? entry->updated.year : 0, entry->type};
        add_article(view, app, (struct answer){ANSWER_TITLE, i}, &facts);
    }
    if (n_more)
        answers_add_more(view, ANSWER_MORE_TITLES, n_more);
    if (!n && !answers->is_urgent)
        add_named(view, app);
}

/* The first title that has all words, or else the best section. */
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
    /* While the library is being read, "no article mentions" may be wrong. */
    bool is_reading = !app->library.progress.done && !app->library.is_complete;
    if (!answers_pin_notes(answers) && !is_reading)
        answers_add_notes(answers, &answers->leaf);
    answers_add_other_ways(view, app);
    add_titles(view, app);
    if (results && results->n)
        answers_add_sections(view, app);
    else if (!answers->n_titles && answers->stage != STAGE_TITLES)
        answers_add_nothing(view, app);
}

static void build(struct library_view *view, struct app *app, unsigned cells)
{
    struct answers *answers = &view->answers;
    leaf_finish(&answers->leaf);
    leaf_init(&answers->leaf, cells, app->canvas.charset);
    answers->leaf.is_linear = app->linear;
    answers->is_airy = library_is_airy();
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

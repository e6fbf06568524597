/* The rows of the sections that answer, with the words that show why. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/answers.h"
#include "ui/answers_rows.h"
#include "ui/compare_view.h"
#include "ui/library_view.h"
#include "ui/publisher.h"

#define SAFETY_SIGN "!" /* as in the outline and the list of kinds */
#define NARROW_CELLS 50 /* below, long names of sections are shortened */

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
        buf_printf(out, " (%s)", lang_own_name(result->lang));
}

/* Heading of the rows of a result. */
static const char *heading_of(const struct answers *answers,
                              const struct search_result *result)
{
    return answers->is_urgent  ? _("Emergency advice by article, A-Z")
           : result->is_urgent ? _("Emergency advice in these articles")
                               : _("In the text");
}

/* With a heading that says so, no row needs a sign that it is about safety. */
static bool is_marked(const struct answers *answers,
                      const struct search_result *result)
{
    return kind_get(result->kind)->safety && !answers->is_urgent &&
           !result->is_urgent;
}

static bool has_marked(const struct answers *answers)
{
    for (size_t i = 0; i < answers->results->n; i++)
        if (is_marked(answers, &answers->results->items[i]))
            return true;
    return false;
}

/* Says once what the sign at the right of some rows means. */
static void add_results_heading(struct answers *answers,
                                const struct search_result *result)
{
    struct leaf *leaf = &answers->leaf;
    const char *text = heading_of(answers, result);
    if (leaf->is_linear || answers->is_urgent || result->is_urgent ||
        !has_marked(answers)) {
        answers_add_heading(answers, text);
        if (answers->is_urgent && !answers->typed && answers->is_airy) {
            leaf_line(leaf, STYLE_DIM,
                      _("Type a medicine, condition, test or procedure to see "
                        "its advice"));
            leaf_end(leaf);
        }
        return;
    }
    if (leaf->n_rows && answers->is_airy)
        leaf_end(leaf);
    leaf_add(leaf, STYLE_SUBHEADING, text);
    leaf_right(leaf, STYLE_DIM, _("! safety information"));
    leaf_end(leaf);
}

static bool has_other_emergency(const struct search_results *results, size_t i)
{
    for (size_t k = 0; k < results->n; k++)
        if (k != i && results->items[k].kind == KIND_EMERGENCY &&
            str_equal(results->items[k].path, results->items[i].path))
            return true;
    return false;
}

/* The name of a section: its heading, or the kind it is of. On a narrow screen
 * "When is it an emergency?" is shortened to the word that matters. */
static const char *section_name(const struct answers *answers, size_t i)
{
    const struct search_results *results = answers->results;
    const struct search_result *result = &results->items[i];
    if (!*result->heading)
        return result->kind ? article_type_kind_label(
                                  result->type, result->kind, result->lang)
                            : _("(start)");
    return answers->leaf.cells < NARROW_CELLS && !answers->leaf.is_linear &&
                   result->kind == KIND_EMERGENCY &&
                   !has_other_emergency(results, i)
               ? _("Emergency")
               : result->heading;
}

static void add_section(struct library_view *view, struct app *app, size_t i)
{
    struct answers *answers = &view->answers;
    const struct search_result *result = &answers->results->items[i];
    bool is_linear = answers->leaf.is_linear;
    struct buf title, heading;
    buf_init(&title);
    buf_init(&heading);
    add_title_of(result, &title);
    buf_printf(&heading, is_linear ? "%s %s" : " %s %s",
               is_linear ? "," : draw_glyph(&app->canvas, GLYPH_DOT),
               section_name(answers, i));
    answers_begin_item(view, (struct answer){ANSWER_SECTION, i});
    int item = answers->leaf.item;
    answers_add_row(app, &answers->leaf,
                    &(struct answers_row){
                        .first = title.data,
                        .second = heading.data,
                        .first_style = STYLE_LABEL,
                        .second_style = STYLE_TEXT,
                        .aside = !is_marked(answers, result) ? ""
                                 : is_linear ? _("(safety information)")
                                             : SAFETY_SIGN,
                        .aside_style = STYLE_SAFETY,
                        .is_picked = compare_is_picked(app, result->path),
                    });
    answers->leaf.item = item;
    bool here = (size_t)item == answers->list.selected;
    if (answers->stage == STAGE_WHOLE)
        answers_add_snippet(view, app, i, here);
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
    struct answers *answers = &view->answers;
    const struct search_result *items = answers->results->items;
    size_t *order = mem_alloc((end - first + 1) * sizeof *order);
    const struct search_result *before = first ? &items[first - 1] : NULL;
    search_order(answers->results, first, end, order);
    for (size_t i = first; i < end; i++) {
        const struct search_result *result = &items[order[i - first]];
        if (!before || before->is_urgent != result->is_urgent)
            add_results_heading(answers, result);
        else if (answers->is_airy)
            leaf_end(&answers->leaf);
        before = result;
        add_section(view, app, order[i - first]);
    }
    free(order);
}

void answers_add_sections(struct library_view *view, struct app *app)
{
    struct answers *answers = &view->answers;
    const struct search_results *results = answers->results;
    size_t n = answers->n_near + answers->n_more;
    size_t first = 0, end = answers->n_near;
    n = n < results->n ? n : results->n;
    while (first < n) {
        end = end < n ? end : n;
        add_batch(view, app, first, end);
        first = end;
        end += ANSWERS_STEP;
    }
    if (n < results->n_found && answers->is_airy)
        leaf_end(&answers->leaf);
    if (n < results->n_found)
        answers_add_more(view, ANSWER_MORE_SECTIONS, results->n_found - n);
}

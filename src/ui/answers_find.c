/* Finds the answers to a text: titles at once, then sections by a quick search,
 * then in their full ranking in idle time. */
#include "ui/answers.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/library_view.h"

#define TITLES_SHOWN 5
#define FAR_BELOW 0.5 /* of the best score */

void answers_init(struct answers *answers)
{
    *answers = (struct answers){.n_snippet = SIZE_MAX};
    list_init(&answers->list);
    leaf_init(&answers->leaf, 1, NULL);
}

static void drop_titles(struct answers *answers)
{
    answers->is_built = false;
    library_free(answers->page);
    free(answers->entries);
    answers->page = NULL;
    answers->entries = NULL;
    answers->n_titles = 0;
    catalogue_finish(&answers->titles);
}

static void drop_results(struct answers *answers)
{
    answers->is_built = false;
    answers_drop_snippets(answers);
    answers_preview_drop(&answers->preview);
    search_results_free(answers->results);
    answers->results = NULL;
}

void answers_finish(struct answers *answers)
{
    drop_results(answers);
    drop_titles(answers);
    leaf_finish(&answers->leaf);
    list_finish(&answers->list);
    free(answers->items);
    free(answers->kept_path);
    free(answers->typed);
}

/* Lists a step more titles than are shown, to say how many more there are. */
static void find_titles(struct library_view *view, struct app *app,
                        size_t n_most)
{
    struct answers *answers = &view->answers;
    struct index *index = app->library.index;
    const struct catalogue_options options = {
        .sort = view->sort,
        .filter = answers->typed,
        .n_max = n_most + ANSWERS_STEP,
        .context = app,
    };
    drop_titles(answers);
    if (answers->is_urgent || !index ||
        !catalogue_list(index, &options, &answers->titles))
        return;
    size_t n = answers->titles.n < n_most ? answers->titles.n : n_most;
    answers->n_titles = n;
    answers->entries = mem_calloc(n + 1, sizeof *answers->entries);
    answers->page =
        catalogue_read(index, answers->titles.articles, n, answers->entries);
}

/* Remembers what is selected, to select it again among new answers. */
static void keep_selected(struct library_view *view)
{
    struct answers *answers = &view->answers;
    if (!answers->is_built)
        return;
    struct answer answer = answers_item(answers, answers->list.selected);
    const char *path = answers_path(answers, answer);
    const struct search_result *section = answers_section(answers, answer);
    char *copy = mem_strdup(path);
    free(answers->kept_path);
    answers->kept_path = copy;
    answers->kept = answer;
    answers->kept_section = section ? section->section : SIZE_MAX;
}

/* The query: in an emergency, advice on what to do about the text. */
static char *question(const struct answers *answers, enum kind kind)
{
    struct buf text;
    buf_init(&text);
    if (answers->is_urgent)
        buf_printf(&text, "%s: ", kind_get(kind)->id);
    buf_add(&text, answers->typed ? answers->typed : "");
    return buf_steal(&text);
}

static struct search_results *run(struct library_view *view, struct app *app,
                                  enum kind kind,
                                  const struct search_options *options)
{
    char *text = question(&view->answers, kind);
    struct search_results *results =
        search_run(app->library.index, text, options);
    free(text);
    return results;
}

static struct search_results *search(struct library_view *view, struct app *app,
                                     bool quick, bool stops)
{
    const struct answers *answers = &view->answers;
    size_t n_max = answers->n_near + answers->n_more;
    const struct search_options options = {
        .n_max = n_max > ANSWERS_STEP ? n_max : ANSWERS_STEP,
        .as_typed = answers->as_typed,
        .other_units = answers->other_units,
        .quick = quick,
        .stop = stops ? app_key_waits : NULL,
        .context = app,
    };
    struct search_results *results = run(view, app, KIND_EMERGENCY, &options);
    if (!answers->is_urgent || results->n || results->stopped)
        return results;
    search_results_free(results);
    return run(view, app, KIND_SEE_DOCTOR, &options);
}

/* The results that are not far below the best. Urgent ones come first, and do
 * not count as the best of the others. */
static size_t count_near(const struct search_results *results)
{
    double best = 0;
    size_t n = 0;
    for (size_t i = 0; i < results->n; i++)
        if (!results->items[i].is_urgent && results->items[i].score > best)
            best = results->items[i].score;
    while (n < results->n && n < ANSWERS_STEP &&
           (results->items[n].is_urgent || results->items[n].is_titled ||
            results->items[n].score >= FAR_BELOW * best))
        n++;
    return n;
}

/* Without a question, advice for an emergency is in alphabetical order. */
static bool comes_before(const struct answers *answers,
                         const struct search_result *a,
                         const struct search_result *b)
{
    return answers->typed ? search_urgent_rank(a) < search_urgent_rank(b)
                          : ascii_casecmp(a->title, b->title) < 0;
}

/* A stable sort of what "!" found. */
static void sort_advice(const struct answers *answers,
                        struct search_results *results)
{
    struct search_result *items = results->items;
    for (size_t i = 1; i < results->n && answers->is_urgent; i++) {
        struct search_result moved = items[i];
        size_t at = i;
        for (; at > 0 && comes_before(answers, &moved, &items[at - 1]); at--)
            items[at] = items[at - 1];
        items[at] = moved;
    }
}

/* One step: false if it was stopped by a key. */
static bool advance(struct library_view *view, struct app *app, bool stops)
{
    struct answers *answers = &view->answers;
    bool quick = stops && answers->stage == STAGE_TITLES;
    if (!app->library.index) {
        answers->stage = STAGE_WHOLE;
        return true;
    }
    struct search_results *results = search(view, app, quick, stops);
    if (results->mended)
        library_index_changed(app);
    if (results->stopped) {
        search_results_free(results);
        return false;
    }
    keep_selected(view);
    drop_results(answers);
    sort_advice(answers, results);
    answers->results = results;
    answers->n_near = count_near(results);
    answers->stage = quick ? STAGE_QUICK : STAGE_WHOLE;
    view->view.stale = true;
    return true;
}

void answers_renew(struct library_view *view, struct app *app)
{
    struct answers *answers = &view->answers;
    size_t n_titles = answers->n_titles;
    answers->is_behind = false;
    if (!answers_are_shown(answers))
        return;
    keep_selected(view);
    find_titles(view, app, n_titles > TITLES_SHOWN ? n_titles : TITLES_SHOWN);
    answers->stage = STAGE_TITLES;
    view->view.stale = true;
}

bool answers_work(struct library_view *view, struct app *app)
{
    struct answers *answers = &view->answers;
    if (answers->is_behind)
        answers_renew(view, app);
    if (!answers_are_shown(answers) || answers->stage == STAGE_WHOLE ||
        app_key_waits(app) || !advance(view, app, true))
        return false;
    if (answers->stage == STAGE_QUICK) {
        app_draw(app);
        return !app_key_waits(app) && advance(view, app, true);
    }
    return true;
}

void answers_complete(struct library_view *view, struct app *app)
{
    struct answers *answers = &view->answers;
    if (answers_are_shown(answers) && answers->stage != STAGE_WHOLE)
        advance(view, app, false);
}

static void begin(struct library_view *view, struct app *app)
{
    struct answers *answers = &view->answers;
    answers->has_moved = false;
    answers->list.top = 0;
    answers->n_more = 0;
    answers->n_near = 0;
    answers->stage = STAGE_TITLES;
    find_titles(view, app, TITLES_SHOWN);
    view->view.stale = true;
}

static bool is_blank(const char *text)
{
    return !text[strspn(text, " ")];
}

void answers_look_for(struct library_view *view, struct app *app,
                      const char *text, bool is_urgent)
{
    struct answers *answers = &view->answers;
    char *copy = is_blank(text) ? NULL : mem_strdup(text);
    free(answers->typed);
    answers->typed = copy;
    answers->is_urgent = is_urgent;
    answers->as_typed = false;
    answers->other_units = false;
    if (answers_are_shown(answers))
        begin(view, app);
    else
        drop_results(answers), drop_titles(answers);
    view->view.stale = true;
}

void answers_set_as_typed(struct library_view *view, struct app *app, bool as)
{
    view->answers.as_typed = as;
    begin(view, app);
}

void answers_add_units(struct library_view *view, struct app *app)
{
    view->answers.other_units = true;
    begin(view, app);
}

void answers_show_more(struct library_view *view, struct app *app,
                       enum answer_type type)
{
    struct answers *answers = &view->answers;
    answers->has_moved = true;
    view->view.stale = true;
    if (type == ANSWER_MORE_TITLES) {
        find_titles(view, app, answers->n_titles + ANSWERS_STEP);
        return;
    }
    answers->n_more += ANSWERS_STEP;
    if (answers->results->n < answers->n_near + answers->n_more) {
        answers->stage = STAGE_QUICK;
        answers_complete(view, app);
    }
}

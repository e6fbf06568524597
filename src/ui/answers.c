/* What the items of the answers are, and the articles that they belong to. */
#include "ui/answers.h"

#include "base/mem.h"
#include "base/strs.h"
#include "ui/library_view.h"

bool answers_are_shown(const struct answers *answers)
{
    return answers->typed || answers->is_urgent;
}

bool answers_are_urgent(const struct answers *answers)
{
    return answers->is_urgent ||
           (answers->results && answers->results->is_emergency);
}

struct answer answers_item(const struct answers *answers, size_t item)
{
    return answers->is_built && item < answers->list.n_items
               ? answers->items[item]
               : (struct answer){ANSWER_NONE, 0};
}

/* The result that an answer is made of; NULL for titles and other items. */
static const struct search_result *result_of(const struct answers *answers,
                                             struct answer answer)
{
    bool is_result =
        answer.type == ANSWER_SECTION || answer.type == ANSWER_NAMED;
    return is_result ? &answers->results->items[answer.at] : NULL;
}

const struct entry *answers_entry(const struct answers *answers,
                                  struct answer answer)
{
    return answer.type == ANSWER_TITLE ? answers->entries[answer.at] : NULL;
}

const char *answers_path(const struct answers *answers, struct answer answer)
{
    const struct search_result *result = result_of(answers, answer);
    const struct entry *entry = answers_entry(answers, answer);
    return result ? result->path : entry && *entry->path ? entry->path : NULL;
}

const char *answers_title(const struct answers *answers, struct answer answer)
{
    const struct search_result *result = result_of(answers, answer);
    const struct entry *entry = answers_entry(answers, answer);
    return result ? result->title : entry ? entry->title : NULL;
}

const struct search_result *answers_section(const struct answers *answers,
                                            struct answer answer)
{
    return answer.type == ANSWER_SECTION ? result_of(answers, answer) : NULL;
}

size_t answers_n_found(const struct answers *answers)
{
    return answers->results && answers->stage != STAGE_TITLES
               ? answers->results->n_found
               : 0;
}

/* The number of an item among those of its type. */
static size_t number_of(const struct answers *answers, size_t item)
{
    enum answer_type type = answers_item(answers, item).type;
    size_t n = 0;
    for (size_t i = 0; i <= item && i < answers->list.n_items; i++)
        n += answers_item(answers, i).type == type;
    return n;
}

size_t answers_number(const struct answers *answers)
{
    size_t selected = answers->list.selected;
    return answers_item(answers, selected).type == ANSWER_SECTION
               ? number_of(answers, selected)
               : 0;
}

static bool has_article(const struct catalogue *list, int64_t article)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->articles[i] == article)
            return true;
    return false;
}

/* An article may be listed several times; its first place counts. */
static void add_article(struct catalogue *list, size_t *capacity,
                        int64_t article)
{
    if (!article || has_article(list, article))
        return;
    list->articles =
        mem_grow(list->articles, list->n, capacity, sizeof *list->articles);
    list->articles[list->n++] = article;
}

void answers_articles(const struct library_view *view, struct app *app,
                      struct catalogue *out)
{
    const struct answers *answers = &view->answers;
    const struct catalogue_options options = {.sort = view->sort,
                                              .filter = answers->typed};
    *out = (struct catalogue){.is_whole = true};
    if (answers->n_titles)
        catalogue_list(app->library.index, &options, out);
    size_t capacity = out->n;
    for (size_t i = 0; i < answers->list.n_items; i++) {
        const char *path = answers_path(answers, answers_item(answers, i));
        add_article(out, &capacity,
                    path ? catalogue_find(app->library.index, path) : 0);
    }
    /* those far below the best too */
    for (size_t i = 0; answers->results && i < answers->results->n; i++)
        add_article(out, &capacity,
                    catalogue_find(app->library.index,
                                   answers->results->items[i].path));
}

/* How well an item matches a section of an article; 0: not at all. */
static int fits(const struct answers *answers, struct answer answer,
                const char *path, size_t section)
{
    const struct search_result *result = answers_section(answers, answer);
    if (!str_equal(answers_path(answers, answer), path))
        return 0;
    return !result ? 1 : result->section == section ? 3 : 2;
}

void answers_follow(struct library_view *view, struct app *app,
                    const char *path, size_t section)
{
    const struct answers *answers = &view->answers;
    size_t found = LIST_NONE;
    int best = 0;
    for (size_t i = 0; i < answers->list.n_items; i++) {
        int fit = fits(answers, answers_item(answers, i), path, section);
        if (fit > best) {
            best = fit;
            found = i;
        }
    }
    if (found != LIST_NONE)
        list_select(&view->view, app, found);
}

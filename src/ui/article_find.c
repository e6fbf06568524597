/* Finding in an article: "/", and the words of the search that led to it. */
#include "ui/article_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "search/marks.h"

static bool is_first_of_word(const struct search_mark *marks, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (marks[k].word == marks[i].word)
            return false;
    return true;
}

/* Appends a word; a line break inside it becomes a space. */
static void add_word(struct buf *out, const char *text, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++)
        buf_add_char(out, text[i] == '\n' ? ' ' : text[i]);
}

/* The words, each spelt as at its first match. */
static char *name_words(const struct article *article,
                        const struct search_mark *marks, size_t n)
{
    struct buf names;
    buf_init(&names);
    for (size_t i = 0; i < n; i++) {
        if (!is_first_of_word(marks, i))
            continue;
        buf_add(&names, names.n_bytes ? ", " : "");
        add_word(&names, article->text + marks[i].text_start,
                 marks[i].text_end - marks[i].text_start);
    }
    return buf_steal(&names);
}

void article_words_run(struct article_view *view)
{
    struct article_query *looked_for = &view->looked_for;
    size_t n;
    struct search_mark *marks =
        search_marks(view->article, looked_for->words, &n);
    free(looked_for->query);
    looked_for->query = n ? name_words(view->article, marks, n) : NULL;
    view->find.n = n;
    view->find.matches = mem_calloc(n + 1, sizeof *view->find.matches);
    for (size_t i = 0; i < n; i++)
        view->find.matches[i] =
            (struct find_match){marks[i].text_start, marks[i].text_end};
    free(marks);
}

/* The end of the current section. */
static size_t section_end(const struct article_view *view)
{
    const struct article *article = view->article;
    size_t next = article_section_here(view) + 1;
    return next && next < article->n_sections
               ? article_text_at(article, article->sections[next].source_start)
               : article->n_text_bytes;
}

void article_words_set(struct article_view *view,
                       const struct search_results *results)
{
    article_query_finish(&view->looked_for);
    view->looked_for.words = search_results_words(results);
    article_find_again(view);
    size_t match = find_next(
        &view->find, (uint32_t)article_text_at(view->article, view->place));
    if (match != SIZE_MAX &&
        view->find.matches[match].text_start < section_end(view))
        view->match = match;
}

static void run(struct article_view *view)
{
    const struct article_query *looked_for = &view->looked_for;
    find_finish(&view->find);
    view->match = NO_MATCH;
    if (looked_for->words) {
        article_words_run(view);
    } else if (looked_for->query) {
        if (!view->find_text)
            view->find_text = find_text_new(view->article);
        find_run(&view->find, view->find_text, looked_for->query);
    }
}

void article_query_finish(struct article_query *looked_for)
{
    free(looked_for->query);
    search_results_free(looked_for->words);
    *looked_for = (struct article_query){0};
}

static void look_for(struct article_view *view, const char *query)
{
    char *copy = mem_strdup(query);
    article_query_finish(&view->looked_for);
    view->looked_for.query = copy;
    run(view);
}

void article_find_clear(struct article_view *view)
{
    article_query_finish(&view->looked_for);
    run(view);
}

void article_find_again(struct article_view *view)
{
    run(view);
}

/* Restores what was looked for before "/" was pressed. */
static void restore(struct article_view *view)
{
    article_query_finish(&view->looked_for);
    view->looked_for = view->looked_for_before;
    view->looked_for_before = (struct article_query){0};
    run(view);
    view->match =
        view->match_before < view->find.n ? view->match_before : NO_MATCH;
}

static void show_match(struct article_view *view, size_t match)
{
    view->match = match;
    article_show_text(view, view->find.matches[match].text_start);
}

/* Each change searches from where "/" was pressed, so that a longer query can
 * match nearer. */
static void find_changed(struct view *base, struct app *app, const char *text)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    article_go(view, view->find_place);
    look_for(view, text);
    if (!view->find.n)
        return;
    size_t start = article_text_at(view->article, view->find_place);
    size_t match = find_next(&view->find, (uint32_t)start);
    show_match(view, match == SIZE_MAX ? 0 : match);
}

static void find_done(struct view *base, struct app *app, const char *text)
{
    struct article_view *view = article_view_of(base);
    size_t place = view->place;
    if (!*text) {
        restore(view);
        article_find_next(&view->view, app);
        return;
    }
    if (!view->find.n && *view->find.problem.message) {
        app_say(app, "%s", view->find.problem.message);
        restore(view);
        return;
    }
    if (!view->find.n) {
        app_say(app, _("No matches for \"%s\" in this article"), text);
        restore(view);
        return;
    }
    article_query_finish(&view->looked_for_before);
    view->place = view->find_place;
    article_history_remember(view);
    view->place = place;
}

static void find_cancelled(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    restore(view);
    article_go(view, view->find_place);
}

static void find_note(struct view *base, struct app *app, struct buf *out)
{
    struct article_view *view = article_view_of(base);
    const char *query = view->looked_for.query;
    (void)app;
    if (!query || !*query) {
        prompt_note_kept(&base->prompt, out);
        buf_add(out, _("Esc cancel "));
    } else if (*view->find.problem.message) {
        buf_printf(out, "%s  ", view->find.problem.message);
        buf_add(out, _("Esc cancel "));
    } else if (view->match != NO_MATCH) {
        buf_printf(out, _("%zu of %zu  Enter done  Esc cancel "),
                   view->match + 1, view->find.n);
    } else {
        buf_add(out, _("no matches  Esc cancel "));
    }
}

void article_find_open(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    static const struct prompt_ops ops = {
        .label = N_("Find: "),
        .is_kept = true,
        .changed = find_changed,
        .done = find_done,
        .cancelled = find_cancelled,
        .note = find_note,
    };
    view->find_place = view->place;
    view->match_before = view->match;
    view->looked_for_before = view->looked_for;
    view->looked_for = (struct article_query){0};
    view->focus = NO_FOCUS;
    article_walk_end(view);
    prompt_open(&view->view.prompt, &ops, "");
}

static void say_nothing(struct article_view *view, struct app *app)
{
    const struct article_query *looked_for = &view->looked_for;
    if (looked_for->words)
        app_say(app, _("No matches in this article. Press / to search"));
    else if (looked_for->query)
        app_say(app, _("No matches for \"%s\" in this article"),
                looked_for->query);
    else
        app_say(app, _("Nothing to repeat. Press / to search"));
}

static void step(struct article_view *view, struct app *app, bool ahead)
{
    if (view->walk.n) {
        article_walk_step(view, app, ahead);
        return;
    }
    if (!view->find.n) {
        say_nothing(view, app);
        return;
    }
    size_t from = article_text_at(view->article, view->place);
    if (view->match != NO_MATCH)
        from = view->find.matches[view->match].text_start + (ahead ? 1 : 0);
    size_t match = ahead ? find_next(&view->find, (uint32_t)from)
                         : find_previous(&view->find, (uint32_t)from);
    if (match == SIZE_MAX) {
        match = ahead ? 0 : view->find.n - 1;
        app_say(app, ahead ? _("Continued from the start")
                           : _("Continued from the "
                               "end"));
    }
    view->focus =
        NO_FOCUS; /* the cursor moves to the match, and Tab starts from there */
    show_match(view, match);
}

void article_find_next(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    step(view, app, true);
}

void article_find_previous(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    step(view, app, false);
}

/* Bookmarks and notes of the article on the screen, and undoing. */
#include "ui/article_keep.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <curses.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_sentence.h"
#include "ui/memory.h"

void article_keep_forget(struct article_view *view)
{
    attach_finish(&view->attached);
    revision_finish(&view->revision);
    view->read_at = 0;
    view->has_attached = false;
    view->highlight = (struct article_highlight){0};
}

/* Says what changed since the article was read. */
static void say_changes(const struct article_view *view, struct app *app)
{
    const struct revision *revision = &view->revision;
    size_t n_others = revision->n_of[REVISION_OTHER];
    size_t n = revision->n - n_others;
    struct buf keys, text;
    char day[16];
    struct tm tm;
    time_t read_at = (time_t)view->read_at;
    buf_init(&keys);
    buf_init(&text);
    keymap_keys(&app->keymap, ACTION_CHANGES, 1, false, &keys);
    strftime(day, sizeof day, "%Y-%m-%d", localtime_r(&read_at, &tm));
    buf_printf(&text, _("Changed since %s: "), day);
    if (n)
        buf_printf(&text,
                   n_("%zu number or safety statement",
                      "%zu numbers or safety statements", n),
                   n);
    buf_add(&text, n && n_others ? ", " : "");
    if (n_others)
        buf_printf(&text, n_("%zu other", "%zu others", n_others), n_others);
    buf_printf(&text, _(". %s: show them"), keys.data);
    app_say(app, "%s", text.data);
    app->message_is_error = n > 0;
    buf_finish(&keys);
    buf_finish(&text);
}

static void compare_with_reading(struct article_view *view, struct app *app)
{
    char *reading =
        remembered_reading(app->state, view->article, &view->read_at);
    if (!reading)
        return;
    revision_compare(reading, view->article, &view->revision);
    if (view->revision.n)
        say_changes(view, app);
    else
        view->read_at = 0;
    free(reading);
}

bool article_keep_load(struct article_view *view, struct app *app)
{
    size_t n_changed;
    if (view->has_attached || !view->article || view->is_start)
        return false;
    view->has_attached = true;
    attach_read(app->state, view->article, &view->attached, &n_changed);
    if (!view->read_at && view->opened)
        compare_with_reading(view, app);
    if (n_changed) {
        struct buf keys;
        buf_init(&keys);
        keymap_keys(&app->keymap, ACTION_BOOKMARKS, 1, false, &keys);
        app_warn(app,
                 n_("The text at %zu note has changed. %s: show notes",
                    "The text at %zu notes has changed. %s: show notes",
                    n_changed),
                 n_changed, keys.data);
        buf_finish(&keys);
    }
    return view->attached.n > 0 || view->read_at;
}

/* After something was kept or deleted. */
static void load_again(struct article_view *view, struct app *app)
{
    attach_finish(&view->attached);
    view->has_attached = false;
    article_keep_load(view, app);
}

bool article_keep_may(struct article_view *view, struct app *app)
{
    if (!state_is_on(app->state))
        app_warn(app, app->options->is_secure
                          ? _("Not allowed while MEDFAQ_SECURE is set")
                          : _("Nothing is saved in a private session"));
    else if (!view->path)
        app_warn(app,
                 view->is_sheet
                     ? _("You can only bookmark articles")
                     : _("You cannot bookmark or highlight standard input"));
    return state_is_on(app->state) && view->path;
}

static bool keep(struct article_view *view, struct app *app,
                 struct annotation *annotation, struct text_range passage)
{
    struct error err;
    struct anchor_text *text = anchor_text_new(view->article);
    anchor_make(text, passage.start, passage.end, &annotation->anchor);
    anchor_text_free(text);
    bool kept = annotation_keep(app->state, view->article, annotation, &err);
    if (kept)
        load_again(view, app);
    else
        app_warn(app, _("Not saved: %s"), err.message);
    return kept;
}

bool article_keep_passage(struct article_view *view, struct app *app,
                          enum annotation_motivation motivation,
                          struct text_range passage)
{
    struct annotation annotation = {.motivation = motivation,
                                    .body = mem_strdup("")};
    bool kept =
        article_keep_may(view, app) && keep(view, app, &annotation, passage);
    annotation_finish(&annotation);
    return kept;
}

/* The bookmark whose passage meets a range; NULL if there is none. */
static const struct annotation *bookmark_in(const struct article_view *view,
                                            struct text_range range)
{
    for (size_t i = 0; i < view->attached.n; i++) {
        const struct attached *attached = &view->attached.items[i];
        if (attached->annotation.motivation == ANNOTATION_BOOKMARKING &&
            attached->range.start < range.end &&
            range.start < attached->range.end)
            return &attached->annotation;
    }
    return NULL;
}

/* Where an annotation is now, by its id; NULL if it has gone. */
static const struct attached *find_attached(const struct article_view *view,
                                            int64_t id)
{
    for (size_t i = 0; i < view->attached.n; i++)
        if (view->attached.items[i].annotation.id == id)
            return &view->attached.items[i];
    return NULL;
}

static void note_done(struct view *base, struct app *app, const char *text)
{
    struct article_view *view = article_view_of(base);
    const struct attached *old = find_attached(view, view->noted_id);
    struct error err;
    if (old &&
        annotation_set_body(app->state, old->annotation.id, text, &err)) {
        load_again(view, app);
        app_say(app, _("Note saved"));
        return;
    }
    if (old) {
        app_warn(app, _("Not saved: %s"), err.message);
        return;
    }
    struct annotation annotation = {.motivation = ANNOTATION_BOOKMARKING,
                                    .body = mem_strdup(text)};
    struct buf keys;
    buf_init(&keys);
    keymap_keys(&app->keymap, ACTION_BOOKMARKS, 1, false, &keys);
    if (keep(view, app, &annotation, view->noted))
        app_say(app, _("Bookmark saved. %s: show all bookmarks"), keys.data);
    buf_finish(&keys);
    annotation_finish(&annotation);
}

/* What the prompt was opened with: the note of the bookmark, if it has one. */
static const char *noted_body(const struct article_view *view)
{
    const struct attached *old = find_attached(view, view->noted_id);
    return old ? old->annotation.body : "";
}

static bool note_key(struct view *base, struct app *app, uint32_t key);

static void note_keys(struct view *base, struct app *app, struct buf *out)
{
    (void)base;
    (void)app;
    buf_add(out, _("Enter save  Esc cancel  Up/Down other sentence "));
}

static const struct prompt_ops note_ops = {
    .label = N_("Note: "),
    .key = note_key,
    .done = note_done,
    .note = note_keys,
};

/* Opens the prompt for the note on a sentence, which is shown; in linear mode
 * its first words stand before the prompt. */
static void note_on(struct article_view *view, struct app *app,
                    struct text_range sentence)
{
    const struct annotation *old = bookmark_in(view, sentence);
    struct prompt *prompt = &view->view.prompt;
    view->noted = sentence;
    view->noted_id = old ? old->id : 0;
    prompt_open(prompt, &note_ops, old ? old->body : "");
    if (!app->linear)
        return;
    struct buf start, question;
    buf_init(&start);
    buf_init(&question);
    article_sentence_add_start(view->article, sentence,
                               (size_t)app_body().cols / 3, &start);
    buf_printf(&question, _("Note on \"%s\": "), start.data);
    prompt_ask(prompt, &note_ops, question.data);
    prompt_set_text(prompt, old ? old->body : "");
    buf_finish(&question);
    buf_finish(&start);
}

/* Up and Down go to another sentence, as long as nothing was typed into a note
 * that belongs to this one. */
static bool note_key(struct view *base, struct app *app, uint32_t key)
{
    struct article_view *view = article_view_of(base);
    struct prompt *prompt = &base->prompt;
    struct text_range next;
    bool is_up = key == (KEY_SPECIAL | KEY_UP);
    if (!is_up && key != (KEY_SPECIAL | KEY_DOWN))
        return false;
    bool is_typed = !str_equal(prompt->text.data, noted_body(view));
    if (is_typed && view->noted_id)
        return true;
    bool found =
        is_up ? article_sentence_before(view->article, view->noted.start, &next)
              : article_sentence_from(view->article, view->noted.end, &next);
    if (!found || !article_shows(view, next.start))
        return true;
    char *typed = is_typed ? mem_strdup(prompt->text.data) : NULL;
    note_on(view, app, next);
    if (typed) { /* a note of its own */
        view->noted_id = 0;
        prompt_set_text(prompt, typed);
    }
    free(typed);
    return true;
}

const struct text_range *article_keep_chosen(const struct article_view *view)
{
    if (view->view.prompt.ops == &note_ops)
        return &view->noted;
    return view->highlight.is_open ? &view->highlight.passage : NULL;
}

void article_bookmark(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    struct text_range sentence;
    if (!article_keep_may(view, app))
        return;
    article_keep_load(view, app);
    if (article_sentence_at(view->article, article_reading_line(view),
                            &sentence))
        note_on(view, app, sentence);
    else
        app_say(app, _("No text to bookmark here"));
}

static size_t section_place(const struct article *article, const char *title)
{
    for (size_t i = 0; i < article->n_sections; i++)
        if (str_equal(article->sections[i].title, title))
            return article->sections[i].source_start;
    return 0;
}

void article_keep_go(struct article_view *view, struct app *app,
                     const struct annotation *annotation)
{
    article_load_rest(view, app);
    if (!view->article)
        return;
    article_keep_load(view, app);
    const struct attached *now = find_attached(view, annotation->id);
    const char *quote = annotation->anchor.exact;
    bool is_there = now && now->range.end > 0;
    article_go(view,
               is_there
                   ? article_source_at(view->article, now->range.start)
                   : section_place(view->article, annotation->anchor.section));
    if (annotation->motivation == ANNOTATION_QUESTIONING)
        return;
    if (!is_there)
        app_warn(app, _("No longer in the article: \"%s\""), quote);
    else if (now->annotation.status == ANCHOR_CHANGED)
        app_warn(app, _("The text has changed. It was: \"%s\""), quote);
    else if (*annotation->body)
        app_say(app, "%s", annotation->body);
}

/* ---- deleting, and bringing back ---- */

void article_keep_tell(struct app *app)
{
    for (struct view *view = app->top; view; view = view->below) {
        struct article_view *article = article_view_of(view);
        view->stale = true;
        if (article && article->is_sheet)
            article_reload_changed(article, app);
        else if (article)
            load_again(article, app);
    }
}

bool article_keep_delete(struct app *app, struct annotation *annotation)
{
    struct error err;
    if (!annotation_delete(app->state, annotation->id, &err)) {
        app_warn(app, _("Not deleted: %s"), err.message);
        return false;
    }
    app->deleted = mem_grow(app->deleted, app->n_deleted,
                            &app->deleted_capacity, sizeof *app->deleted);
    app->deleted[app->n_deleted++] = *annotation;
    *annotation = (struct annotation){0};
    article_keep_tell(app);
    struct buf keys;
    buf_init(&keys);
    keymap_keys(&app->keymap, ACTION_UNDO, 1, false, &keys);
    app_say(app, _("Deleted. %s: undo"), keys.data);
    buf_finish(&keys);
    return true;
}

void article_keep_undo(struct view *base, struct app *app)
{
    struct error err;
    (void)base;
    if (!app->n_deleted) {
        app_say(app, _("Nothing to undo"));
        return;
    }
    struct annotation *last = &app->deleted[app->n_deleted - 1];
    if (!annotation_restore(app->state, last, &err)) {
        app_warn(app, _("Not saved: %s"), err.message);
        return;
    }
    annotation_finish(last);
    app->n_deleted--;
    article_keep_tell(app);
    app_say(app, _("Restored"));
}

void article_keep_finish(struct app *app)
{
    for (size_t i = 0; i < app->n_deleted; i++)
        annotation_finish(&app->deleted[i]);
    free(app->deleted);
}

/* Highlights: "x" on a sentence, "x" again on the next one, too. */
#include "ui/article_keep.h"

#include "base/i18n.h"
#include "ui/article_sentence.h"

/* A sentence is on the screen if its first line is. */
static bool is_shown(struct article_view *view, struct text_range sentence)
{
    return article_shows(view, sentence.start);
}

static void begin(struct article_view *view, struct app *app)
{
    struct text_range sentence;
    if (!article_keep_may(view, app))
        return;
    if (!article_sentence_from(view->article, article_reading_line(view),
                               &sentence)) {
        app_say(app, _("No sentence to highlight here"));
        return;
    }
    view->highlight = (struct article_highlight){true, sentence};
    article_show_text(view, sentence.start);
}

static void extend(struct article_view *view, struct app *app)
{
    struct text_range next;
    if (article_sentence_from(view->article, view->highlight.passage.end,
                              &next))
        view->highlight.passage.end = next.end;
    else
        app_say(app, _("This is the last sentence"));
}

static void move_to(struct article_view *view, bool found,
                    struct text_range sentence)
{
    if (found && is_shown(view, sentence))
        view->highlight.passage = sentence;
}

/* In linear mode: says what a screen reader does not see as marked, and the
 * keys, which stand in the status line otherwise. */
static void say_how(struct article_view *view, struct app *app)
{
    struct buf text, keys, undo;
    if (!view->highlight.is_open || app->message.n_bytes || !app->linear)
        return;
    buf_init(&text);
    buf_init(&keys);
    buf_init(&undo);
    buf_add(&text, _("Highlight"));
    buf_add(&text, ": \"");
    article_sentence_add_start(view->article, view->highlight.passage,
                               (size_t)app_body().cols, &text);
    buf_add_char(&text, '"');
    keymap_keys(&app->keymap, ACTION_HIGHLIGHT, 1, false, &keys);
    keymap_keys(&app->keymap, ACTION_UNDO, 1, false, &undo);
    app_say(app,
            _("%s. Up, Down: move. %s: add the next sentence. "
              "Esc: keep. %s: remove"),
            text.data, keys.data, undo.data);
    buf_finish(&text);
    buf_finish(&keys);
    buf_finish(&undo);
}

void article_highlight(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    if (view->highlight.is_open)
        extend(view, app);
    else
        begin(view, app);
    say_how(view, app);
}

void article_highlight_end(struct article_view *view, struct app *app)
{
    struct text_range passage = view->highlight.passage;
    if (!view->highlight.is_open)
        return;
    view->highlight.is_open = false;
    if (article_keep_passage(view, app, ANNOTATION_HIGHLIGHTING, passage))
        app_say(app, _("Highlight saved"));
}

bool article_highlight_takes(struct article_view *view, struct app *app,
                             enum action action)
{
    struct text_range next;
    struct text_range *passage = &view->highlight.passage;
    if (!view->highlight.is_open)
        return false;
    switch (action) {
    case ACTION_HIGHLIGHT: return false;
    case ACTION_DOWN:
        move_to(view, article_sentence_from(view->article, passage->end, &next),
                next);
        break;
    case ACTION_UP:
        move_to(view,
                article_sentence_before(view->article, passage->start, &next),
                next);
        break;
    case ACTION_UNDO:
        view->highlight.is_open = false;
        app_say(app, _("Highlight removed"));
        return true;
    case ACTION_ESCAPE: article_highlight_end(view, app); return true;
    default: article_highlight_end(view, app); return false;
    }
    say_how(view, app);
    return true;
}

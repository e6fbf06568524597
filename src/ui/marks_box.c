/* Marks: "m" and a letter stores a place, "'" and the letter returns to it. */
#include "ui/boxes.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_view.h"
#include "ui/box.h"
#include "ui/memory.h"

static int mark_of(uint32_t key)
{
    return key >= 'a' && key <= 'z' ? (int)(key - 'a') : -1;
}

static char *label_here(const struct article_view *view)
{
    const struct article *article = view->article;
    size_t section = article_section_here(view);
    struct buf label;
    buf_init(&label);
    buf_add(&label, *article->title ? article->title : _("standard input"));
    if (section != NO_SECTION && article->sections[section].title)
        buf_printf(&label, ": %s", article->sections[section].title);
    return buf_steal(&label);
}

void mark_finish(struct mark *mark)
{
    free(mark->place.path);
    free(mark->label);
    free(mark->slug);
}

static void set_mark(struct view *base, struct app *app, const char *text)
{
    struct article_view *view = article_view_of(base);
    int mark = mark_of((unsigned char)text[0]);
    if (mark < 0) {
        app_say(app, _("Use a letter from a to z"));
        return;
    }
    struct remembered_place place =
        remembered_place_of(view->article, view->place);
    memory_load_marks(app);
    mark_finish(&app->marks[mark]);
    app->marks[mark] = (struct mark){article_place_here(view), label_here(view),
                                     place.slug, place.beyond};
    if (memory_keep_mark(view, app, mark))
        app_say(app, _("Marked. Press ' %c to come back here"), 'a' + mark);
}

void mark_open(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    static const struct prompt_ops ops = {
        .label = N_("Mark this place with a letter: "),
        .one_key = true,
        .done = set_mark,
    };
    prompt_open(&view->view.prompt, &ops, "");
}

static void marks_build(struct box *box, struct app *app, struct leaf *leaf)
{
    (void)box;
    if (article_view_of(app_reading(app))) {
        leaf_item(leaf);
        leaf_line(leaf, STYLE_TEXT, _("'  Last position"));
    }
    for (int mark = 0; mark < N_MARKS; mark++) {
        char letter[] = {(char)('a' + mark), ' ', ' ', '\0'};
        if (!app->marks[mark].label)
            continue;
        leaf_item(leaf);
        leaf_add(leaf, STYLE_KEY, letter);
        leaf_add(leaf, STYLE_TEXT, app->marks[mark].label);
        leaf_end(leaf);
    }
    if (!leaf->n_items)
        leaf_line(
            leaf, STYLE_TEXT,
            _("No marks yet. In an article, press m and a letter to set one"));
}

static void go_to(struct app *app, const struct article_place *place)
{
    struct article_view *view = article_view_of(app_reading(app));
    if (!view) {
        article_view_open(app, place->path, KIND_NONE);
        view = article_view_of(app->top);
        article_go(view, place->source_offset);
        return;
    }
    /* article_history_remember overwrites before_jump, which may be the
     * target. */
    struct article_place to = *place;
    to.path = mem_strdup(place->path);
    article_history_remember(view);
    article_place_go(view, app, &to);
    free(to.path);
}

/* The article may have changed since the mark was set. */
static void go_to_mark(struct app *app, const struct mark *mark)
{
    go_to(app, &mark->place);
    struct article_view *view = article_view_of(app_reading(app));
    struct remembered_place place = {mark->place.source_offset, mark->slug,
                                     mark->beyond};
    if (view && view->article && str_equal(view->path, mark->place.path))
        article_go(view, remembered_place_in(view->article, &place));
}

static void go_before(struct app *app)
{
    struct article_view *view = article_view_of(app_reading(app));
    if (view)
        go_to(app, &view->before_jump);
}

static bool marks_letter(struct box *box, struct app *app, uint32_t key)
{
    int mark = mark_of(key);
    (void)box;
    if (key == '\'') {
        app_pop(app);
        go_before(app);
        return true;
    }
    if (mark < 0 || (key == 'q' && !app->marks[mark].label))
        return false;
    app_pop(app);
    if (app->marks[mark].label)
        go_to_mark(app, &app->marks[mark]);
    else
        app_say(app, _("No mark %c"), 'a' + mark);
    return true;
}

static void marks_choose(struct box *box, struct app *app, size_t item)
{
    (void)box;
    size_t before = article_view_of(app_reading(app)) ? 1 : 0;
    app_pop(app);
    if (item < before) {
        go_before(app);
        return;
    }
    for (int mark = 0; mark < N_MARKS; mark++)
        if (app->marks[mark].label && item-- == before) {
            go_to_mark(app, &app->marks[mark]);
            return;
        }
}

void marks_open(struct view *from, struct app *app)
{
    (void)from;
    memory_load_marks(app);
    static const struct box_ops ops = {
        .title = N_("Go to a mark: press its letter"),
        .type = BOX_MENU,
        .enter = N_("go"),
        .build = marks_build,
        .letter = marks_letter,
        .choose = marks_choose,
    };
    box_open(app, &ops, sizeof(struct box));
}

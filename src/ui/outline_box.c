/* The outline: every heading, indented by level. */
#include "ui/boxes.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/article_view.h"
#include "ui/box.h"

struct outline {
    struct box box;
    struct article_view *view;
};

/* Text before the first heading is the first section, without a heading. */
static bool has_overview(const struct article *article)
{
    return article->n_headings && !article->sections[0].title;
}

static void add_row(struct leaf *leaf, const char *number, const char *title,
                    enum kind kind)
{
    bool spoken = leaf->is_linear && *number;
    leaf_item(leaf);
    if (!leaf->is_linear)
        leaf_add(leaf, STYLE_DIM, number);
    leaf_tab(leaf, *number ? 4 : 6);
    leaf_add(leaf, *number ? STYLE_TEXT : STYLE_DIM, title);
    if (spoken)
        leaf_add(leaf, STYLE_DIM, _(", section "));
    if (spoken)
        leaf_add(leaf, STYLE_DIM, number + strspn(number, " "));
    if (kind_get(kind)->safety)
        leaf_add_safety(leaf);
    leaf_end(leaf);
}

static void add_heading(struct leaf *leaf, const struct article *article,
                        const struct heading *heading)
{
    char number[24] = "";
    if (heading->section < article->n_sections &&
        heading ==
            &article->headings[article->sections[heading->section].heading])
        snprintf(number, sizeof number, "%2zu", heading->section + 1);
    add_row(leaf, number, heading->title, heading->kind);
}

/* The item of the last heading at or before the current place. */
static int item_here(const struct article_view *view)
{
    int here = 0, before = has_overview(view->article);
    for (size_t i = 0; i < view->article->n_headings; i++)
        if (view->article->headings[i].node->source_start <= view->place)
            here = (int)i + before;
    return here;
}

static void outline_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct outline *outline = (struct outline *)box;
    const struct article *article = outline->view->article;
    (void)app;
    if (box->list.selected == LIST_NONE)
        box->list.selected = (size_t)item_here(outline->view);
    if (has_overview(article))
        add_row(leaf, " 1", article_kind_label(article, KIND_OVERVIEW),
                KIND_OVERVIEW);
    for (size_t i = 0; i < article->n_headings; i++)
        add_heading(leaf, article, &article->headings[i]);
    if (!article->n_headings)
        leaf_line(leaf, STYLE_TEXT,
                  _("This article has no headings. Press Space to page "
                    "through it or / to search it."));
}

static void outline_choose(struct box *box, struct app *app, size_t item)
{
    struct article_view *view = ((struct outline *)box)->view;
    const struct article *article = view->article;
    int heading = (int)item - has_overview(article);
    app_pop(app);
    article_jump(view, heading < 0
                           ? article->sections[0].source_start
                           : article->headings[heading].node->source_start);
}

/* In place of the list of sections, where that is shown. */
static struct area place(struct box *box, struct app *app)
{
    (void)app;
    struct area list = ((struct outline *)box)->view->sections;
    box->view.keeps_behind = list.cols > 0;
    return list;
}

/* An action that the outline has not is the article's, which shows it then. */
static bool pass_on(struct box *box, struct app *app, uint32_t key,
                    enum action action)
{
    enum action own = keymap_find(&app->keymap, key, IN_BOX);
    bool has_own = own != ACTION_NONE && view_action(box->view.ops, own);
    if (action == ACTION_NONE || has_own)
        return false;
    app_pop(app);
    app_act(app, action);
    return true;
}

/* Digits are the same as in the article, where a second one may follow. The key
 * that opened the outline closes it; left and right leave and open. */
static bool letter(struct box *box, struct app *app, uint32_t key)
{
    struct article_view *view = ((struct outline *)box)->view;
    enum action action = keymap_find(&app->keymap, key, IN_ARTICLE);
    switch (action) {
    case ACTION_NEXT_SECTION: list_choose(&box->view, app); return true;
    case ACTION_OUTLINE:
    case ACTION_PREVIOUS_SECTION: app_pop(app); return true;
    case ACTION_DIGIT:
        if (!view->article->n_headings)
            return false;
        app_pop(app);
        app_act(app, action);
        return true;
    default: return pass_on(box, app, key, action);
    }
}

void outline_open(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    static const struct box_ops ops = {
        .title = N_("Outline"),
        .type = BOX_MENU,
        .enter = N_("go"),
        .build = outline_build,
        .choose = outline_choose,
        .place = place,
        .letter = letter,
    };
    struct outline *outline = box_open(app, &ops, sizeof *outline);
    outline->view = view;
}

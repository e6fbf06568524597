/* The outline: every heading, indented by level. */
#include "ui/boxes.h"

#include <stdio.h>

#include "ui/article_view.h"
#include "ui/sheet.h"

struct outline {
    struct sheet sheet;
    struct article_view *view;
};

static void add_heading(struct leaf *leaf, const struct article *article,
                        const struct heading *heading)
{
    char number[24];
    bool opens =
        heading->section < article->n_sections &&
        heading ==
            &article->headings[article->sections[heading->section].heading];
    snprintf(number, sizeof number, opens ? "%2zu " : "   ",
             heading->section + 1);
    leaf_item(leaf);
    leaf_add(leaf, STYLE_DIM, number);
    leaf_tab(leaf, opens ? 3 : 5);
    leaf_add(leaf, opens ? STYLE_LABEL : STYLE_TEXT, heading->title);
    if (kind_get(heading->kind)->safety)
        leaf_add(leaf, STYLE_SAFETY, " !");
    leaf_end(leaf);
}

/* The last heading at or above the place. */
static int heading_here(const struct article_view *view)
{
    int here = 0;
    for (size_t i = 0; i < view->article->n_headings; i++)
        if (view->article->headings[i].node->source_start <= view->place)
            here = (int)i;
    return here;
}

static void build(struct sheet *sheet, struct app *app, struct leaf *leaf)
{
    struct outline *outline = (struct outline *)sheet;
    const struct article *article = outline->view->article;
    (void)app;
    if (sheet->selected == NO_ITEM)
        sheet->selected = heading_here(outline->view);
    for (size_t i = 0; i < article->n_headings; i++)
        add_heading(leaf, article, &article->headings[i]);
    if (!article->n_headings)
        leaf_line(leaf, STYLE_TEXT,
                  "This article has no headings. Space pages through it, "
                  "/ finds in it.");
}

static void choose(struct sheet *sheet, struct app *app, int item)
{
    struct article_view *view = ((struct outline *)sheet)->view;
    app_pop(app);
    article_jump(view, view->article->headings[item].node->source_start);
}

void outline_open(struct article_view *view, struct app *app)
{
    static const struct sheet_ops ops = {
        .title = "Outline",
        .type = SHEET_MENU,
        .build = build,
        .choose = choose,
    };
    struct outline *outline = sheet_open(app, &ops, sizeof *outline);
    outline->view = view;
}

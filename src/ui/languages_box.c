/* The languages an article is there in. */
#include "ui/boxes.h"

#include <string.h>

#include "ui/article_view.h"
#include "ui/sheet.h"

#define LANGUAGES_MAX 64

struct languages {
    struct sheet sheet;
    struct article_view *view;
};

/* Sections of translations come in the same order. */
static void switch_to(struct article_view *view, struct app *app,
                      const struct entry *entry)
{
    size_t section = article_section_here(view);
    if (!article_view_visit(view, app, entry->path))
        return;
    if (section != NO_SECTION && section < view->article->n_sections && section)
        article_go(view, view->article->sections[section].source_start);
}

static size_t translations(const struct article_view *view, struct app *app,
                           const struct entry **out)
{
    const struct library *library = app_library(app);
    const struct entry *entry =
        library_find_id(library, view->article->id, view->article->lang);
    return entry ? library_translations(library, entry, out, LANGUAGES_MAX) : 0;
}

static void build(struct sheet *sheet, struct app *app, struct leaf *leaf)
{
    const struct article_view *view = ((struct languages *)sheet)->view;
    const struct entry *entries[LANGUAGES_MAX];
    size_t n = translations(view, app, entries);
    for (size_t i = 0; i < n; i++) {
        int item = leaf_item(leaf);
        if (sheet->selected == NO_ITEM &&
            strcmp(entries[i]->lang, view->article->lang) == 0)
            sheet->selected = item;
        leaf_add(leaf, STYLE_KEY, entries[i]->lang);
        leaf_tab(leaf, 8);
        leaf_add(leaf, STYLE_TEXT, entries[i]->title);
        leaf_end(leaf);
    }
}

static void choose(struct sheet *sheet, struct app *app, int item)
{
    struct article_view *view = ((struct languages *)sheet)->view;
    const struct entry *entries[LANGUAGES_MAX];
    size_t n = translations(view, app, entries);
    app_pop(app);
    if ((size_t)item < n)
        switch_to(view, app, entries[item]);
}

static void languages_open(struct article_view *view, struct app *app)
{
    static const struct sheet_ops ops = {
        .title = "Language",
        .type = SHEET_MENU,
        .build = build,
        .choose = choose,
    };
    struct languages *languages = sheet_open(app, &ops, sizeof *languages);
    languages->view = view;
}

/* With two languages there is nothing to choose. */
void article_language(struct article_view *view, struct app *app)
{
    const struct entry *entries[LANGUAGES_MAX];
    size_t n = translations(view, app, entries);
    if (n < 2) {
        app_say(app, "this article is there in one language (%s)",
                view->article->lang);
        return;
    }
    if (n > 2) {
        languages_open(view, app);
        return;
    }
    bool first = strcmp(entries[0]->lang, view->article->lang) == 0;
    switch_to(view, app, entries[first]);
}

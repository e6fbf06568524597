/* The translations of an article. */
#include "ui/boxes.h"

#include <string.h>

#include "base/i18n.h"
#include "base/lang.h"
#include "ui/article_view.h"
#include "ui/box.h"

#define LANGUAGES_MAX 64
#define NAME_CELLS 16

struct translations {
    struct article_view *view;
    struct library *library;
    const struct entry *entries[LANGUAGES_MAX]; /* of library */
    size_t n;
};

struct languages {
    struct box box;
    struct translations found;
};

/* Keeps the section by its number: translations have the same order. */
static void switch_to(struct article_view *view, struct app *app,
                      const struct entry *entry)
{
    size_t section = article_section_here(view);
    if (!article_view_visit(view, app, entry->path))
        return;
    if (section != NO_SECTION && section < view->article->n_sections && section)
        article_go(view, view->article->sections[section].source_start);
}

/* The file that is open, whose id may not be the one that its name gives. */
static const struct entry *entry_of(const struct library *library,
                                    const struct article_view *view)
{
    const struct article *article = view->article;
    for (size_t i = 0; view->path && i < library->n_entries; i++)
        if (!strcmp(library->entries[i].path, view->path))
            return &library->entries[i];
    return library_find_id(library, article->id, article->lang);
}

static struct translations find_translations(struct article_view *view,
                                             struct app *app)
{
    const struct article *article = view->article;
    struct translations found = {
        .view = view,
        .library = library_index_named(app, article->id),
    };
    const struct entry *entry = entry_of(found.library, view);
    if (entry)
        found.n = library_translations(found.library, entry, found.entries,
                                       LANGUAGES_MAX);
    return found;
}

static void languages_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct translations *found = &((struct languages *)box)->found;
    const char *lang = found->view->article->lang;
    (void)app;
    for (size_t i = 0; i < found->n; i++) {
        const struct entry *entry = found->entries[i];
        size_t item = (size_t)leaf_item(leaf);
        if (box->list.selected == LIST_NONE && !strcmp(entry->lang, lang))
            box->list.selected = item;
        leaf_add(leaf, STYLE_KEY, lang_own_name(entry->lang));
        leaf_tab(leaf, NAME_CELLS);
        leaf_add(leaf, STYLE_TEXT, entry->title);
        leaf_end(leaf);
    }
}

static void languages_choose(struct box *box, struct app *app, size_t item)
{
    struct translations *kept = &((struct languages *)box)->found;
    struct translations found = *kept;
    kept->library = NULL;
    app_pop(app);
    if (item < found.n)
        switch_to(found.view, app, found.entries[item]);
    library_free(found.library);
}

static void languages_finish(struct box *box)
{
    library_free(((struct languages *)box)->found.library);
}

static void languages_open(const struct translations *found, struct app *app)
{
    static const struct box_ops ops = {
        .title = N_("Language"),
        .type = BOX_MENU,
        .enter = N_("read"),
        .build = languages_build,
        .choose = languages_choose,
        .finish = languages_finish,
    };
    struct languages *languages = box_open(app, &ops, sizeof *languages);
    languages->found = *found;
}

/* With only two languages it switches at once. */
void article_language(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    struct translations found = find_translations(view, app);
    if (found.n > 2) {
        languages_open(&found, app);
        return;
    }
    if (found.n < 2)
        app_say(app, _("Only available in %s"), view->article->lang);
    else
        switch_to(view, app,
                  found.entries[!strcmp(found.entries[0]->lang,
                                        view->article->lang)]);
    library_free(found.library);
}

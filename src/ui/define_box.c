/* "K": what words and figures mean, those on the screen first. What one types
 * filters. */
#include "ui/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "library/glossary.h"
#include "text/frequency.h"
#include "ui/article_view.h"
#include "ui/box.h"

struct define {
    struct box box;
    struct glossary *glossary;
    bool *shown; /* by term: it is on the screen */
    const struct article *article;
    struct frequencies figures; /* on the screen */
};

/* The folder of the article comes first, then those of the library. */
static struct glossary *read_glossary(const struct article_view *view,
                                      const struct app *app)
{
    const struct ui_options *options = app->options;
    const char **folders = mem_calloc(options->n_folders + 1, sizeof *folders);
    const char *slash = view->path ? strrchr(view->path, '/') : NULL;
    char *own = slash ? mem_strndup(view->path, (size_t)(slash - view->path))
                      : mem_strdup(".");
    folders[0] = own;
    for (size_t i = 0; i < options->n_folders; i++)
        folders[i + 1] = options->folders[i];
    struct glossary *glossary =
        glossary_open(folders, options->n_folders + 1, view->article->lang);
    free(own);
    free(folders);
    return glossary;
}

static bool is_inside(const char *text, size_t at)
{
    return at && (ascii_is_alnum(text[at - 1]) ||
                  (unsigned char)text[at - 1] >= 0x80);
}

static void find_shown(struct define *define, struct article_view *view)
{
    const struct article *article = view->article;
    uint32_t start, end;
    article_shown_range(view, &start, &end);
    for (size_t at = start; at < end && at < article->n_text_bytes;) {
        size_t n_name = 1;
        const struct glossary_term *term =
            is_inside(article->text, at)
                ? NULL
                : glossary_at(define->glossary, article->text + at,
                              article->n_text_bytes - at, &n_name);
        if (term)
            define->shown[term - define->glossary->terms] = true;
        at += term ? n_name : 1;
    }
    define->article = article;
    frequency_find(article, (struct text_range){start, end}, &define->figures);
}

static bool is_wanted(const struct box *box, const struct glossary_term *term)
{
    bool wanted = box_matches(box, term->name);
    for (size_t i = 0; i < term->n_forms; i++)
        wanted = wanted || box_matches(box, term->forms[i]);
    return wanted;
}

static void add_terms(struct box *box, struct leaf *leaf, bool shown,
                      const char *heading)
{
    const struct define *define = (struct define *)box;
    int n_before = leaf->n_items;
    for (size_t i = 0; i < define->glossary->n_terms; i++) {
        const struct glossary_term *term = &define->glossary->terms[i];
        if (define->shown[i] != shown || !is_wanted(box, term))
            continue;
        if (leaf->n_items == n_before)
            leaf_heading(leaf, heading);
        leaf_item(leaf);
        leaf_hang(leaf, 3);
        leaf_add(leaf, STYLE_LABEL, term->name);
        leaf_add(leaf, STYLE_TEXT, ": ");
        leaf_add(leaf, STYLE_TEXT, term->meaning);
        leaf_end(leaf);
    }
}

/* "0.5%: That is 5 in 1,000 people." */
static void add_figures(struct box *box, struct leaf *leaf)
{
    const struct define *define = (struct define *)box;
    int n_before = leaf->n_items;
    for (size_t i = 0; i < define->figures.n; i++) {
        const struct frequency *figure = &define->figures.items[i];
        struct text_range shows = figure->shows;
        char *words = mem_strndup(define->article->text + shows.start,
                                  shows.end - shows.start);
        struct buf meaning;
        buf_init(&meaning);
        frequency_add_sentence(figure, define->article->lang, &meaning);
        if (box_matches(box, words)) {
            if (leaf->n_items == n_before)
                leaf_heading(leaf, _("Figures on the screen"));
            leaf_item(leaf);
            leaf_hang(leaf, 3);
            leaf_add(leaf, STYLE_LABEL, words);
            leaf_add(leaf, STYLE_TEXT, ": ");
            leaf_add(leaf, STYLE_TEXT, meaning.data);
            leaf_end(leaf);
        }
        buf_finish(&meaning);
        free(words);
    }
}

static void define_build(struct box *box, struct app *app, struct leaf *leaf)
{
    (void)app;
    add_figures(box, leaf);
    add_terms(box, leaf, true, _("On the screen"));
    add_terms(box, leaf, false, _("Other words"));
    if (!leaf->n_items)
        leaf_line(leaf, STYLE_DIM, _("the glossary has no such word"));
}

static void define_finish(struct box *box)
{
    struct define *define = (struct define *)box;
    frequency_finish(&define->figures);
    glossary_free(define->glossary);
    free(define->shown);
}

void define_open(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    static const struct box_ops ops = {
        .title = N_("What words mean"),
        .type = BOX_PICKER,
        .build = define_build,
        .finish = define_finish,
    };
    struct define found = {.glossary = read_glossary(view, app)};
    found.shown = mem_calloc(found.glossary->n_terms, sizeof *found.shown);
    find_shown(&found, view);
    if (!found.glossary->n_terms && !found.figures.n) {
        app_say(app,
                _("no glossary.yaml beside this article or in the library"));
        define_finish(&found.box);
        return;
    }
    struct define *define = box_open(app, &ops, sizeof *define);
    define->glossary = found.glossary;
    define->shown = found.shown;
    define->article = found.article;
    define->figures = found.figures;
}

/* "K": what words and figures on the screen mean. */
#include "ui/boxes.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "library/term_marks.h"
#include "text/frequency.h"
#include "ui/article_view.h"
#include "ui/box.h"
#include "ui/terms_view.h"

/* A term or a figure on the screen. */
struct explained {
    uint32_t start;    /* of the first place in the text */
    uint32_t distance; /* of the nearest place to the reading line */
    char *label, *meaning;
};

struct define_box {
    struct box box;
    const struct glossary *glossary;
    struct explained *items; /* in the order of the text */
    size_t n_items, capacity;
    size_t nearest;        /* to the reading line */
    uint32_t reading_line; /* in the text */
};

static void add_item(struct define_box *define, struct explained item)
{
    size_t at = define->n_items;
    define->items = mem_grow(define->items, define->n_items, &define->capacity,
                             sizeof *define->items);
    for (; at > 0 && define->items[at - 1].start > item.start; at--)
        define->items[at] = define->items[at - 1];
    define->items[at] = item;
    define->n_items++;
}

/* Is it the first place of its term in the list? */
static bool is_first(const struct term_mark_list *list, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (list->items[k].term == list->items[i].term)
            return false;
    return true;
}

static uint32_t distance(const struct define_box *define, uint32_t start,
                         uint32_t end)
{
    uint32_t line = define->reading_line;
    return line < start ? start - line : line > end ? line - end : 0;
}

/* The distance of the nearest place of a term. */
static uint32_t nearest_place(const struct define_box *define,
                              const struct term_mark_list *list, size_t i)
{
    uint32_t nearest = UINT32_MAX;
    for (size_t k = i; k < list->n; k++) {
        const struct term_mark *mark = &list->items[k];
        uint32_t here = distance(define, mark->text_start, mark->text_end);
        if (mark->term == list->items[i].term && here < nearest)
            nearest = here;
    }
    return nearest;
}

static void add_terms(struct define_box *define, struct article_view *view,
                      struct app *app)
{
    struct term_mark_list list = {0};
    article_terms_shown(view, app, &list);
    for (size_t i = 0; i < list.n; i++) {
        const struct term_mark *mark = &list.items[i];
        if (is_first(&list, i))
            add_item(define,
                     (struct explained){mark->text_start,
                                        nearest_place(define, &list, i),
                                        mem_strdup(mark->term->name),
                                        mem_strdup(mark->term->meaning)});
    }
    free(list.items);
}

/* "0.5%: That is 5 in 1,000." */
static void add_figures(struct define_box *define, struct article_view *view)
{
    const struct article *article = view->article;
    struct frequencies figures = {0};
    struct text_range shown;
    article_shown_range(view, &shown.start, &shown.end);
    frequency_find(article, shown, &figures);
    for (size_t i = 0; i < figures.n; i++) {
        struct text_range place = figures.items[i].shows;
        struct buf meaning;
        buf_init(&meaning);
        frequency_add_sentence(&figures.items[i], article->lang, &meaning);
        add_item(define,
                 (struct explained){place.start, place.end,
                                    mem_strndup(article->text + place.start,
                                                place.end - place.start),
                                    buf_steal(&meaning)});
    }
    frequency_finish(&figures);
}

static size_t find_nearest(const struct define_box *define)
{
    size_t nearest = 0;
    for (size_t i = 1; i < define->n_items; i++)
        if (define->items[i].distance < define->items[nearest].distance)
            nearest = i;
    return nearest;
}

static void define_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct define_box *define = (struct define_box *)box;
    size_t n = define->glossary->n_terms;
    struct buf all;
    (void)app;
    for (size_t i = 0; i < define->n_items; i++) {
        leaf_item(leaf);
        leaf_hang(leaf, 2);
        leaf_add(leaf, STYLE_LABEL, define->items[i].label);
        leaf_add(leaf, STYLE_TEXT, ": ");
        leaf_add(leaf, STYLE_TEXT, define->items[i].meaning);
        leaf_end(leaf);
    }
    if (box->list.selected == LIST_NONE)
        box->list.selected = define->nearest;
    if (!n)
        return;
    buf_init(&all);
    buf_printf(&all, n_("Show the glossary: %zu term", "Show all %zu terms", n),
               n);
    leaf_end(leaf);
    leaf_item(leaf);
    leaf_line(leaf, STYLE_LINK, all.data);
    buf_finish(&all);
}

/* The last item leads to all terms; on the others Enter closes the box. */
static void define_choose(struct box *box, struct app *app, size_t item)
{
    const struct define_box *define = (struct define_box *)box;
    const struct glossary *glossary = define->glossary;
    bool all = item == define->n_items;
    app_pop(app);
    if (all)
        terms_view_open(app, glossary);
}

static void define_selected(struct box *box, struct app *app, size_t item)
{
    (void)app;
    box->enter = item == ((struct define_box *)box)->n_items ? N_("open") : "";
}

static void define_finish(struct box *box)
{
    struct define_box *define = (struct define_box *)box;
    for (size_t i = 0; i < define->n_items; i++) {
        free(define->items[i].label);
        free(define->items[i].meaning);
    }
    free(define->items);
}

void define_open(struct view *base, struct app *app)
{
    static const struct box_ops ops = {
        .title = N_("Words on this screen"),
        .type = BOX_MENU,
        .enter = "",
        .build = define_build,
        .choose = define_choose,
        .select = define_selected,
        .finish = define_finish,
    };
    struct article_view *view = article_view_of(base);
    struct define_box found = {.glossary = terms_wait(app, view),
                               .reading_line = article_reading_line(view)};
    add_terms(&found, view, app);
    add_figures(&found, view);
    if (found.n_items) {
        struct define_box *define = box_open(app, &ops, sizeof *define);
        define->glossary = found.glossary;
        define->items = found.items;
        define->n_items = found.n_items;
        define->nearest = find_nearest(&found);
    } else if (found.glossary->n_terms) {
        terms_view_open(app, found.glossary);
    } else {
        app_say(app,
                _("No glossary.yaml next to this article or in the library"));
    }
}

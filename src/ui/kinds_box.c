/* "s": the kinds of section that the article has, each with its letter. */
#include "ui/boxes.h"

#include "base/i18n.h"
#include "ui/article_view.h"
#include "ui/box.h"

#define LABEL_COLUMN 3
#define SECTION_CELLS 56 /* from this width on the section is said */

struct kinds {
    struct box box;
    struct article_view *view;
    enum kind kinds[KIND_COUNT]; /* by item */
};

static bool has_kind(const struct article *article, enum kind kind)
{
    return article_section_of_kind(article, kind, NO_SECTION) != NO_SECTION ||
           article_find_kind(article, kind, SIZE_MAX) != SIZE_MAX;
}

/* The section that a jump to a kind leads to; NO_SECTION if that is none. */
static size_t section_of(const struct kinds *kinds, enum kind kind)
{
    const struct article *article = kinds->view->article;
    size_t place = article_kind_place(kinds->view, kind);
    size_t section = NO_SECTION;
    for (size_t i = 0; i < article->n_sections && place != SIZE_MAX; i++)
        if (article->sections[i].source_start <= place)
            section = i;
    return section;
}

/* "c  Who should not have it !   section 10": letter, label, section. */
static void add_kind(const struct kinds *kinds, struct leaf *leaf,
                     enum kind kind)
{
    const struct article *article = kinds->view->article;
    char key[] = {kind_get(kind)->key, '\0'};
    struct buf number;
    size_t section = section_of(kinds, kind);
    buf_init(&number);
    leaf_add(leaf, STYLE_KEY, key);
    leaf_tab(leaf, LABEL_COLUMN);
    leaf_add(leaf, STYLE_TEXT, article_kind_label(article, kind));
    if (kind_get(kind)->safety)
        leaf_add_safety(leaf);
    if (section != NO_SECTION && leaf->cells >= SECTION_CELLS) {
        buf_printf(&number, _("section %zu"), section + 1);
        leaf_right(leaf, STYLE_DIM, number.data);
    }
    leaf_end(leaf);
    buf_finish(&number);
}

/* Where the kind first comes in the text. */
static size_t start_of(const struct article *article, enum kind kind)
{
    size_t section = article_section_of_kind(article, kind, NO_SECTION);
    return section != NO_SECTION ? article->sections[section].source_start
                                 : article_find_kind(article, kind, SIZE_MAX);
}

/* The next kind in the order of the text: the first after a place, and of those
 * at one place after a kind. KIND_NONE: there is none. */
static enum kind next_kind(const struct article *article, size_t place,
                           enum kind after)
{
    enum kind next = KIND_NONE;
    for (int i = 1; i < KIND_COUNT; i++) {
        enum kind kind = (enum kind)i;
        size_t start = has_kind(article, kind) ? start_of(article, kind) : 0;
        bool is_later = start > place || (start == place && kind > after);
        if (has_kind(article, kind) && is_later &&
            (next == KIND_NONE || start < start_of(article, next)))
            next = kind;
    }
    return next;
}

/* The kind of the section that is being read. */
static enum kind kind_here(const struct article_view *view)
{
    size_t section = article_section_here(view);
    return section == NO_SECTION ? KIND_NONE
                                 : view->article->sections[section].kind;
}

static void add_item(struct kinds *kinds, struct leaf *leaf, enum kind kind)
{
    struct list *list = &kinds->box.list;
    size_t item = (size_t)leaf_item(leaf);
    if (list->selected == LIST_NONE && kind == kind_here(kinds->view))
        list->selected = item;
    kinds->kinds[item] = kind;
    add_kind(kinds, leaf, kind);
}

/* What to do in an emergency comes first, the others as in the text. */
static void kinds_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct kinds *kinds = (struct kinds *)box;
    const struct article *article = kinds->view->article;
    (void)app;
    if (has_kind(article, KIND_EMERGENCY))
        add_item(kinds, leaf, KIND_EMERGENCY);
    for (enum kind kind = next_kind(article, 0, KIND_NONE); kind != KIND_NONE;
         kind = next_kind(article, start_of(article, kind), kind))
        if (kind != KIND_EMERGENCY)
            add_item(kinds, leaf, kind);
    if (!leaf->n_items)
        leaf_line(
            leaf, STYLE_TEXT,
            _("No heading in this article matches a known kind of section. "
              "Press t for the outline or / to search."));
}

static void kinds_choose(struct box *box, struct app *app, size_t item)
{
    struct kinds *kinds = (struct kinds *)box;
    struct article_view *view = kinds->view;
    enum kind kind = kinds->kinds[item];
    app_pop(app);
    article_jump_kind(view, app, kind);
}

/* Accepts the letter of any kind; if the article lacks it, that is said. */
static bool kinds_letter(struct box *box, struct app *app, uint32_t key)
{
    struct article_view *view = ((struct kinds *)box)->view;
    enum kind kind = key < 0x80 ? kind_by_key((char)key) : KIND_NONE;
    if (kind == KIND_NONE)
        return false;
    app_pop(app);
    article_jump_kind(view, app, kind);
    return true;
}

void kinds_open(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    static const struct box_ops ops = {
        .title = N_("Jump to: press a letter"),
        .type = BOX_MENU,
        .enter = N_("go"),
        .build = kinds_build,
        .letter = kinds_letter,
        .choose = kinds_choose,
    };
    struct kinds *kinds = box_open(app, &ops, sizeof *kinds);
    kinds->view = view;
}

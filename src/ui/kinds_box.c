/* "s": the kinds of section that the article has, each with its letter. */
#include "ui/boxes.h"

#include <stdio.h>

#include "base/i18n.h"
#include "ui/article_view.h"
#include "ui/box.h"

#define NUMBER_COLUMN 48

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

/* "c  Who should not have it !   10": letter, label, number of the section. */
static void add_kind(struct leaf *leaf, const struct article *article,
                     enum kind kind)
{
    char key[] = {kind_get(kind)->key, ' ', ' ', '\0'}, number[24];
    size_t section = article_section_of_kind(article, kind, NO_SECTION);
    leaf_add(leaf, STYLE_KEY, key);
    leaf_add(leaf, STYLE_TEXT, article_kind_label(article, kind));
    if (kind_get(kind)->safety)
        leaf_add(leaf, STYLE_SAFETY, " !");
    if (section != NO_SECTION && leaf->cells > NUMBER_COLUMN + 8) {
        leaf_tab(leaf, NUMBER_COLUMN);
        snprintf(number, sizeof number, "%zu", section + 1);
        leaf_add(leaf, STYLE_DIM, number);
    }
    leaf_end(leaf);
}

static void kinds_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct kinds *kinds = (struct kinds *)box;
    const struct article *article = kinds->view->article;
    (void)app;
    for (int i = 1; i < KIND_COUNT; i++) {
        if (!has_kind(article, (enum kind)i))
            continue;
        kinds->kinds[leaf_item(leaf)] = (enum kind)i;
        add_kind(leaf, article, (enum kind)i);
    }
    if (!leaf->n_items)
        leaf_line(
            leaf, STYLE_TEXT,
            _("No heading of this article says what its section is about. "
              "t shows the outline, / finds words."));
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
        .title = N_("Jump to"),
        .type = BOX_MENU,
        .build = kinds_build,
        .letter = kinds_letter,
        .choose = kinds_choose,
    };
    struct kinds *kinds = box_open(app, &ops, sizeof *kinds);
    kinds->view = view;
}

/* What changed in an article since it was read: what matters first, before and
 * after, then the rest by section. */
#include "ui/boxes.h"

#include "base/i18n.h"
#include "ui/article_view.h"
#include "ui/box.h"

static const char *type_name(enum revision_type type)
{
    static const char *const names[REVISION_N_TYPES] = {
        [REVISION_DOSE] = N_("Doses"),
        [REVISION_NUMBER] = N_("Numbers"),
        [REVISION_NEGATION] = N_("\"Not\" added or removed"),
        [REVISION_SAFETY] = N_("Safety statements"),
        [REVISION_OTHER] = N_("Other sentences"),
    };
    return _(names[type]);
}

/* Of a sentence that was there, of which only a digest was kept, the negation
 * may be what changed: then its words were the same without it. */
static const char *before_of(const struct revision_change *change)
{
    if (change->before)
        return change->before;
    if (!change->was_there)
        return _("(not in the article)");
    return change->type == REVISION_NEGATION
               ? _("(the same words, with or without \"not\")")
               : _("(text not kept)");
}

static const char *after_of(const struct revision_change *change)
{
    return change->after ? change->after : _("(removed)");
}

static void add_change(const struct revision_change *change, struct leaf *leaf)
{
    if (*change->section)
        leaf_line(leaf, STYLE_LABEL, change->section);
    leaf_field(leaf, _("Before"), before_of(change));
    leaf_field(leaf, _("Now"), after_of(change));
    leaf_end(leaf);
}

static void changes_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct article_view *view = article_view_of(app_reading(app));
    (void)box;
    if (!view || !view->revision.n) {
        leaf_line(leaf, STYLE_TEXT,
                  _("Nothing has changed since you last read it, or you "
                    "have not read it before."));
        return;
    }
    int type = -1;
    for (size_t i = 0; i < view->revision.n; i++) {
        const struct revision_change *change = &view->revision.changes[i];
        if ((int)change->type != type)
            leaf_heading(leaf, type_name(change->type));
        type = (int)change->type;
        add_change(change, leaf);
    }
}

void changes_open(struct view *view, struct app *app)
{
    (void)view;
    static const struct box_ops ops = {
        .title = N_("Changes since you read it"),
        .type = BOX_TEXT,
        .build = changes_build,
    };
    box_open(app, &ops, sizeof(struct box));
}

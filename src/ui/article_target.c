/* Where the link leads that Tab selected, in a few words. */
#include "ui/article_view.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/reference.h"

#define HEAD_BYTES ((size_t)64 * 1024) /* looked at for title and heading */

/* The kind of the section, which is short, or its heading; the fragment itself
 * if the article, or the start that was read of it, has no such section. */
static void add_section(const struct article *article, const char *fragment,
                        struct buf *out)
{
    size_t at = article ? article_find_fragment(article, fragment) : SIZE_MAX;
    for (size_t i = 0; at != SIZE_MAX && i < article->n_headings; i++) {
        const struct heading *heading = &article->headings[i];
        if (heading->node->source_start != at)
            continue;
        buf_add(out, heading->kind == KIND_NONE
                         ? heading->title
                         : article_kind_label(article, heading->kind));
        return;
    }
    buf_add(out, fragment);
}

static void add_article(struct article_view *view, struct app *app,
                        const struct link *link, struct buf *out)
{
    char *path = article_link_path(view, app, link->target);
    struct article *article =
        path ? article_open_start(path, HEAD_BYTES) : NULL;
    buf_add(out, article && *article->title ? article->title : link->target);
    if (link->fragment && *link->fragment) {
        buf_add(out, ": ");
        add_section(article, link->fragment, out);
    }
    article_free(article);
    free(path);
}

static void add_link(struct article_view *view, struct app *app,
                     const struct link *link, struct buf *out)
{
    bool ascii = app->canvas.charset != NULL;
    if (link->type == LINK_WEB) {
        buf_add(out, link->url);
        return;
    }
    buf_add(out, ascii ? "-> " : "→ ");
    if (link->type == LINK_ARTICLE)
        add_article(view, app, link, out);
    else
        add_section(view->article, link->fragment ? link->fragment : "", out);
}

const char *article_target(struct article_view *view, struct app *app)
{
    const struct focus *focus = article_focused(view);
    struct buf out;
    if (!focus)
        return NULL;
    if (view->target && view->target_focus == view->focus)
        return view->target;
    buf_init(&out);
    if (focus->reference >= 0)
        reference_line(view->article, (size_t)focus->reference, &out);
    else
        add_link(view, app, &view->article->links[focus->link], &out);
    free(view->target);
    view->target = buf_steal(&out);
    view->target_focus = view->focus;
    return view->target;
}

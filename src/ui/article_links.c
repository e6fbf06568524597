/* Links and citations: Tab, Enter, clicks, and where they lead. */
#include "ui/article_view.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/boxes.h"
#include "ui/reference.h"

#define HEAD_BYTES                                                             \
    ((size_t)64 * 1024) /* read to find the title and the heading */

void article_focus_forget(struct article_view *view)
{
    free(view->focuses);
    view->focuses = NULL;
    view->n_focuses = 0;
    view->focus = NO_FOCUS;
    free(view->target);
    view->target = NULL;
}

static bool is_target(const struct node *node)
{
    return (node->type == NODE_LINK || node->type == NODE_IMAGE ||
            node->type == NODE_CITATION) &&
           node->index >= 0 && node->text_end > node->text_start;
}

static struct focus focus_of(const struct node *node)
{
    bool citation = node->type == NODE_CITATION;
    return (struct focus){
        .text_start = node->text_start,
        .text_end = node->text_end,
        .link = citation ? -1 : node->index,
        .reference = citation ? node->index : -1,
    };
}

static void collect(struct article_view *view)
{
    size_t capacity = 0;
    const struct node *root = view->article->root;
    if (view->focuses)
        return;
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        if (!is_target(node))
            continue;
        view->focuses = mem_grow(view->focuses, view->n_focuses, &capacity,
                                 sizeof *view->focuses);
        view->focuses[view->n_focuses++] = focus_of(node);
    }
}

void article_focus_set(struct article_view *view, size_t focus)
{
    view->focus = NO_FOCUS;
    if (focus == NO_FOCUS)
        return;
    collect(view);
    if (focus < view->n_focuses)
        view->focus = focus;
}

const struct focus *article_focused(const struct article_view *view)
{
    return view->focus < view->n_focuses ? &view->focuses[view->focus] : NULL;
}

void article_shown_range(struct article_view *view, uint32_t *start,
                         uint32_t *end)
{
    const struct line *line = layout_line(view->layout, view->top);
    struct position below =
        layout_move(view->layout, view->top, view->text.rows, NULL);
    const struct line *after = layout_line(view->layout, below);
    *start = line ? line->text_at : 0;
    *end = after && !article_at_end(view) ? after->text_at : UINT32_MAX;
}

/* The text of the row with the reading cursor of the linear mode, or else of
 * the screen. */
static void read_range(struct article_view *view, uint32_t *start,
                       uint32_t *end)
{
    article_shown_range(view, start, end);
    if (!layout_options(view->layout)->linear)
        return;
    struct position at =
        layout_move(view->layout, view->top, view->cursor_row, NULL);
    const struct line *here = layout_line(view->layout, at);
    const struct line *below =
        layout_line(view->layout, layout_move(view->layout, at, 1, NULL));
    if (here && here->n_spans)
        *start = here->text_at;
    if (here && below && below->text_at > here->text_at)
        *end = below->text_at;
}

uint32_t article_reading_line(struct article_view *view)
{
    const struct focus *focus = article_focused(view);
    uint32_t start, end;
    if (focus)
        return focus->text_start;
    read_range(view, &start, &end);
    if (view->match < view->find.n) {
        uint32_t found = view->find.matches[view->match].text_start;
        return found >= start && found < end ? found : start;
    }
    return start;
}

void article_terms_forget(struct article_view *view)
{
    term_marks_free(view->marks);
    view->marks = NULL;
}

void article_terms_shown(struct article_view *view, struct app *app,
                         struct term_mark_list *out)
{
    const struct glossary *glossary = terms_get(app, view);
    uint32_t start, end;
    if (!glossary || !glossary->n_terms || !view->layout)
        return;
    if (!view->marks)
        view->marks = term_marks_new(view->article, glossary);
    article_shown_range(view, &start, &end);
    term_marks_find(view->marks, start, end, out);
}

static size_t n_begin_before(const struct article_view *view, uint32_t at)
{
    size_t n = 0;
    while (n < view->n_focuses && view->focuses[n].text_start < at)
        n++;
    return n;
}

static size_t n_end_before(const struct article_view *view, uint32_t at)
{
    size_t n = 0;
    while (n < view->n_focuses && view->focuses[n].text_end <= at)
        n++;
    return n;
}

/* How many links lie before the place where a step starts: the focus if
 * visible, else the current match if visible, else the edge of the screen. From
 * a match inside a link, a step ahead leads to that link. */
static size_t n_before(struct article_view *view, bool ahead)
{
    uint32_t start, end;
    article_shown_range(view, &start, &end);
    const struct focus *now = article_focused(view);
    if (now && now->text_start >= start && now->text_start < end)
        return ahead ? view->focus + 1 : view->focus;
    if (view->match < view->find.n) {
        uint32_t found = view->find.matches[view->match].text_start;
        if (found >= start && found < end)
            return ahead ? n_end_before(view, found)
                         : n_begin_before(view, found);
    }
    return n_begin_before(view, ahead ? start : end);
}

static void focus_step(struct article_view *view, struct app *app, bool ahead)
{
    collect(view);
    if (!view->n_focuses) {
        app_say(app, _("No links in this article"));
        return;
    }
    size_t next = n_before(view, ahead);
    if (!ahead && next == 0) {
        app_say(app, _("This is the first link"));
        return;
    }
    if (ahead && next == view->n_focuses) {
        app_say(app, _("This is the last link"));
        return;
    }
    view->focus = ahead ? next : next - 1;
    article_show_text(view, view->focuses[view->focus].text_start);
}

/* A file next to this one is found without the library. */
char *article_link_path(const struct article_view *view, struct app *app,
                        const char *target)
{
    const char *from = view->path ? view->path : "";
    struct file_stamp stamp;
    char *beside = file_beside(from, target);
    if (view->path && str_ends(target, ".md") && file_stamp_get(beside, &stamp))
        return beside;
    free(beside);
    struct arena arena;
    const char *id, *lang;
    arena_init(&arena);
    article_name_split(&arena, target, &id, &lang);
    struct library *library = library_index_named(app, id);
    const struct entry *entry =
        library_resolve(library, from, target, view->article->lang);
    char *path = mem_strdup(entry ? entry->path : NULL);
    library_free(library);
    arena_finish(&arena);
    return path;
}

static void follow_article(struct article_view *view, struct app *app,
                           const struct link *link)
{
    char *path = article_link_path(view, app, link->target);
    char *fragment = mem_strdup(link->fragment);
    if (!path) {
        app_warn(app, _("No article \"%s\" in the library"), link->url);
    } else if (article_view_visit(view, app, path) && fragment) {
        size_t at = article_find_fragment(view->article, fragment);
        if (at != SIZE_MAX)
            article_go(view, at);
        else
            app_say(app, _("No section \"%s\" in this article"), fragment);
    }
    free(path);
    free(fragment);
}

static void follow_anchor(struct article_view *view, struct app *app,
                          const struct link *link)
{
    const char *fragment = link->fragment ? link->fragment : "";
    size_t at = article_find_fragment(view->article, fragment);
    if (at != SIZE_MAX)
        article_jump(view, at);
    else
        app_warn(app, _("No section \"%s\" in this article"), fragment);
}

/* A web address, or a file beside the article. */
static void follow_web(struct article_view *view, struct app *app,
                       const struct link *link)
{
    struct stat st;
    if (!link->target || !*link->target || !view->path) {
        link_open(app, link->url);
        return;
    }
    char *beside = file_beside(view->path, link->target);
    char *path = file_real_path(beside);
    if (path && stat(path, &st) == 0 && S_ISREG(st.st_mode))
        link_open(app, path);
    else
        app_warn(app, _("No file \"%s\" next to this article"), link->target);
    free(path);
    free(beside);
}

static void follow_focus(struct article_view *view, struct app *app,
                         const struct focus *focus)
{
    if (focus->reference >= 0) {
        reference_open(app, view->article, (size_t)focus->reference);
        return;
    }
    const struct link *link = &view->article->links[focus->link];
    switch (link->type) {
    case LINK_WEB: follow_web(view, app, link); break;
    case LINK_ARTICLE: follow_article(view, app, link); break;
    case LINK_ANCHOR: follow_anchor(view, app, link); break;
    }
}

void article_follow(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    const struct focus *focus = article_focused(view);
    if (focus)
        follow_focus(view, app, focus);
    else
        app_say(app, _("No link selected. Press Tab to pick one"));
}

void article_click(struct article_view *view, struct app *app,
                   const struct event *event)
{
    int row = event->row - view->text.row, col = event->col - view->text.col;
    if (row < 0 || row >= view->text.rows)
        return;
    long moved;
    struct position at = layout_move(view->layout, view->top, row, &moved);
    const struct line *line = layout_line(view->layout, at);
    if (moved != row || !line)
        return;
    for (uint32_t i = 0; i < line->n_spans && col >= 0; i++) {
        const struct span *span = &line->spans[i];
        struct focus focus = {.link = span->link, .reference = span->reference};
        if (col < span->cells && (span->link >= 0 || span->reference >= 0)) {
            follow_focus(view, app, &focus);
            return;
        }
        col -= span->cells;
    }
}

void article_focus_next(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    focus_step(view, app, true);
}

void article_focus_previous(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    focus_step(view, app, false);
}

/* Appends the kind of the section, which is short, or else its heading; the
 * fragment itself if the part of the article that was read has no such
 * section. */
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

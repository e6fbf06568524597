/* Boxes for a web address, a file and a source, with what can be done with
 * them: each is copied, or opened by another program. */
#include "ui/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/box.h"
#include "ui/program.h"
#include "ui/reference.h"

/* Everything is a copy: the article may be read again while the box is open. */
struct link_box {
    struct box box;
    char *text;   /* lines about a source; NULL: only a target */
    char *target; /* an address or a path; NULL: none */
};

/* What a target is, by the ending of its name. */
static const struct {
    const char *endings; /* separated by spaces */
    const char *title;
} titles[] = {
    {".pdf", N_("PDF")},
    {".png .jpg .jpeg .gif .svg .webp .bmp .tif .tiff .avif", N_("Picture")},
    {".md .markdown", N_("Article")},
};

static bool has_ending(const char *name, size_t n_bytes, const char *endings)
{
    while (*endings) {
        size_t n = strcspn(endings, " ");
        if (n_bytes > n && ascii_ncasecmp(name + n_bytes - n, endings, n) == 0)
            return true;
        endings += n + strspn(endings + n, " ");
    }
    return false;
}

/* The title of a box about a target, untranslated. */
static const char *title_of(const char *target)
{
    bool is_file = target[0] == '/';
    bool is_web =
        str_starts(target, "http://") || str_starts(target, "https://");
    size_t n_bytes = is_file ? strlen(target) : strcspn(target, "?#");
    const char *path = is_web ? strchr(strstr(target, "//") + 2, '/') : target;
    for (size_t i = 0; path && i < sizeof titles / sizeof *titles; i++)
        if ((is_file || is_web) &&
            has_ending(target, n_bytes, titles[i].endings))
            return titles[i].title;
    if (is_file)
        return N_("File");
    if (is_web)
        return N_("Web page");
    return str_starts(target, "mailto:") ? N_("E-mail address") : N_("Address");
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Adds "copy" and, where a program can, "open" as the first items. */
static void add_target_items(struct app *app, struct leaf *leaf,
                             const char *target)
{
    struct strs words;
    strs_init(&words);
    leaf_item(leaf);
    leaf_line(leaf, STYLE_TEXT,
              target[0] == '/' ? _("Copy the path") : _("Copy the address"));
    if (!app->options->is_secure)
        opener_words(target, &words);
    if (words.n) {
        struct buf text;
        buf_init(&text);
        buf_printf(&text, _("Open it in %s"), base_name(words.items[0]));
        leaf_item(leaf);
        leaf_line(leaf, STYLE_TEXT, text.data);
        buf_finish(&text);
    }
    strs_finish(&words);
}

void link_box_copy(struct app *app, const char *text, const char *message)
{
    struct error err;
    if (terminal_copy(&app->terminal, text, strlen(text), &err))
        app_say(app, "%s", message);
    else
        app_warn(app, "%s", err.message);
}

static void run_target_item(struct app *app, size_t item, const char *target)
{
    struct error err;
    if (item == 0)
        link_box_copy(app, target,
                      target[0] == '/' ? _("Path copied")
                                       : _("Address copied"));
    else if (app_may_write(app) && !opener_run(app, target, &err))
        app_warn(app, "%s", err.message);
}

static void target_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct link_box *link = (struct link_box *)box;
    leaf_line(leaf, STYLE_LINK, link->target);
    leaf_end(leaf);
    add_target_items(app, leaf, link->target);
}

static void source_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct link_box *link = (struct link_box *)box;
    char *copy = mem_strdup(link->text), *rest = copy, *line;
    leaf_line(leaf, STYLE_LABEL, strsep(&rest, "\n"));
    while ((line = strsep(&rest, "\n")))
        reference_line_add(leaf, line);
    free(copy);
    if (link->target)
        add_target_items(app, leaf, link->target);
    leaf_item(leaf);
    leaf_line(leaf, STYLE_TEXT, _("Copy the full reference"));
}

/* The last item of a source copies its text. The box is closed first, so that
 * the message appears in the view below. */
static void link_choose(struct box *box, struct app *app, size_t item)
{
    struct link_box *link = (struct link_box *)box;
    bool is_text = link->text && item + 1 == box->list.n_items;
    char *text = mem_strdup(is_text ? link->text : link->target);
    app_pop(app);
    if (is_text)
        link_box_copy(app, text, _("Reference copied"));
    else
        run_target_item(app, item, text);
    free(text);
}

/* The second of three items, or of two where there is no text, opens. */
static void link_selected(struct box *box, struct app *app, size_t item)
{
    const struct link_box *link = (struct link_box *)box;
    bool is_text = link->text && item + 1 == box->list.n_items;
    (void)app;
    box->enter = item == 0 || is_text ? N_("copy") : N_("open");
}

static void link_finish(struct box *box)
{
    struct link_box *link = (struct link_box *)box;
    free(link->text);
    free(link->target);
}

void link_open(struct app *app, const char *target)
{
    static const struct box_ops ops = {
        .title = N_("Web page"),
        .type = BOX_MENU,
        .enter = N_("copy"),
        .build = target_build,
        .choose = link_choose,
        .select = link_selected,
        .finish = link_finish,
    };
    struct link_box *link = box_open(app, &ops, sizeof *link);
    link->target = mem_strdup(target);
    link->box.title = title_of(target);
}

void reference_open(struct app *app, const struct article *article,
                    size_t reference)
{
    static const struct box_ops ops = {
        .title = N_("Source"),
        .type = BOX_MENU,
        .enter = N_("copy"),
        .build = source_build,
        .choose = link_choose,
        .select = link_selected,
        .finish = link_finish,
    };
    struct link_box *link = box_open(app, &ops, sizeof *link);
    struct buf text;
    buf_init(&text);
    reference_text(article, reference, &text);
    link->text = buf_steal(&text);
    link->target = reference_url(article, reference);
}

/* Boxes for a web address and for a source, with what can be done with an
 * address: it is copied, or opened in a browser. */
#include "ui/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "ui/box.h"
#include "ui/program.h"
#include "ui/reference.h"

/* Everything is a copy: the article may be read again while the box is open. */
struct link_box {
    struct box box;
    char *text; /* lines about a source; NULL: only an address */
    char *url;  /* NULL: none */
};

/* Adds "copy" and, where there is a browser, "open" as the first items. */
static void add_url_items(struct app *app, struct leaf *leaf, const char *url)
{
    const char *browser = browser_name(url);
    leaf_item(leaf);
    leaf_line(leaf, STYLE_TEXT, _("Copy the address"));
    if (browser && !app->options->is_secure) {
        leaf_item(leaf);
        leaf_add(leaf, STYLE_TEXT, _("Open it in "));
        leaf_add(leaf, STYLE_TEXT, browser);
        leaf_end(leaf);
    }
}

void link_box_copy(struct app *app, const char *text, const char *message)
{
    struct error err;
    if (terminal_copy(&app->terminal, text, strlen(text), &err))
        app_say(app, "%s", message);
    else
        app_warn(app, "%s", err.message);
}

static void run_url_item(struct app *app, size_t item, const char *url)
{
    struct error err;
    if (item == 0)
        link_box_copy(app, url,
                      _("the address was sent to the terminal's clipboard"));
    else if (app_may_write(app) && !browser_run(app, url, &err))
        app_warn(app, "%s", err.message);
}

static void link_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct link_box *link = (struct link_box *)box;
    leaf_line(leaf, STYLE_LINK, link->url);
    leaf_end(leaf);
    add_url_items(app, leaf, link->url);
}

static void source_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct link_box *link = (struct link_box *)box;
    char *copy = mem_strdup(link->text), *rest = copy, *line;
    while ((line = strsep(&rest, "\n")))
        leaf_line(leaf, STYLE_TEXT, line);
    free(copy);
    if (link->url)
        add_url_items(app, leaf, link->url);
    leaf_item(leaf);
    leaf_line(leaf, STYLE_TEXT, _("Copy all of this"));
}

/* The last item of a source copies its text. The box is closed first, so that
 * the message appears in the view below. */
static void link_choose(struct box *box, struct app *app, size_t item)
{
    struct link_box *link = (struct link_box *)box;
    bool is_text = link->text && item + 1 == box->list.n_items;
    char *text = mem_strdup(is_text ? link->text : link->url);
    app_pop(app);
    if (is_text)
        link_box_copy(app, text,
                      _("the source was sent to the terminal's clipboard"));
    else
        run_url_item(app, item, text);
    free(text);
}

static void link_finish(struct box *box)
{
    struct link_box *link = (struct link_box *)box;
    free(link->text);
    free(link->url);
}

void link_open(struct app *app, const char *url)
{
    static const struct box_ops ops = {
        .title = N_("Web address"),
        .type = BOX_MENU,
        .build = link_build,
        .choose = link_choose,
        .finish = link_finish,
    };
    struct link_box *link = box_open(app, &ops, sizeof *link);
    link->url = mem_strdup(url);
}

void reference_open(struct app *app, const struct article *article,
                    size_t reference)
{
    static const struct box_ops ops = {
        .title = N_("Source"),
        .type = BOX_MENU,
        .build = source_build,
        .choose = link_choose,
        .finish = link_finish,
    };
    struct link_box *link = box_open(app, &ops, sizeof *link);
    struct buf text;
    buf_init(&text);
    reference_text(article, reference, &text);
    link->text = buf_steal(&text);
    link->url = reference_url(article, reference);
}

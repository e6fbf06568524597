/* A web address, whole, with what can be done with it. */
#include "ui/boxes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/link_items.h"
#include "ui/sheet.h"

struct link_box {
    struct sheet sheet;
    char *url;
};

static void build(struct sheet *sheet, struct app *app, struct leaf *leaf)
{
    const struct link_box *box = (struct link_box *)sheet;
    leaf_line(leaf, STYLE_LINK, box->url);
    leaf_end(leaf);
    link_items_add(app, leaf, box->url);
}

static void choose(struct sheet *sheet, struct app *app, int item)
{
    char *url = mem_strdup(((struct link_box *)sheet)->url);
    app_pop(app);
    link_items_run(app, item, url);
    free(url);
}

static void finish(struct sheet *sheet)
{
    free(((struct link_box *)sheet)->url);
}

void link_open(struct app *app, const char *url)
{
    static const struct sheet_ops ops = {
        .title = "Web address",
        .type = SHEET_MENU,
        .build = build,
        .choose = choose,
        .finish = finish,
    };
    struct link_box *box = sheet_open(app, &ops, sizeof *box);
    box->url = mem_strdup(url);
}

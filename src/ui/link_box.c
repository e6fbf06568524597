/* A web address, whole, with what can be done with it. */
#include "ui/boxes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/link_items.h"
#include "ui/box.h"

struct link_box {
    struct box box;
    char *url;
};

static void build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct link_box *link = (struct link_box *)box;
    leaf_line(leaf, STYLE_LINK, link->url);
    leaf_end(leaf);
    link_items_add(app, leaf, link->url);
}

static void choose(struct box *box, struct app *app, size_t item)
{
    char *url = mem_strdup(((struct link_box *)box)->url);
    app_pop(app);
    link_items_run(app, item, url);
    free(url);
}

static void finish(struct box *box)
{
    free(((struct link_box *)box)->url);
}

void link_open(struct app *app, const char *url)
{
    static const struct box_ops ops = {
        .title = "Web address",
        .type = BOX_MENU,
        .build = build,
        .choose = choose,
        .finish = finish,
    };
    struct link_box *link = box_open(app, &ops, sizeof *link);
    link->url = mem_strdup(url);
}

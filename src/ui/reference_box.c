/* One source or note, whole, behind its number in brackets. */
#include "ui/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/mem.h"
#include "ui/link_items.h"
#include "ui/reference.h"
#include "ui/box.h"

/* Copies: the article may be read again while the box is open. */
struct reference_box {
    struct box box;
    char *text; /* lines: what is shown and copied */
    char *url;  /* NULL: none */
};

static void build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct reference_box *source = (struct reference_box *)box;
    char *copy = mem_strdup(source->text), *rest = copy, *line;
    while ((line = strsep(&rest, "\n")))
        leaf_line(leaf, STYLE_TEXT, line);
    free(copy);
    if (source->url)
        link_items_add(app, leaf, source->url);
    leaf_item(leaf);
    leaf_line(leaf, STYLE_TEXT, "Copy all of this");
}

static void choose(struct box *box, struct app *app, size_t item)
{
    struct reference_box *source = (struct reference_box *)box;
    bool last = item == box->list.n_items - 1;
    char *text = mem_strdup(last ? source->text : source->url);
    app_pop(app);
    if (last)
        link_items_copy(app, text, "the source");
    else
        link_items_run(app, item, text);
    free(text);
}

static void finish(struct box *box)
{
    struct reference_box *source = (struct reference_box *)box;
    free(source->text);
    free(source->url);
}

void reference_open(struct app *app, const struct article *article,
                    size_t reference)
{
    static const struct box_ops ops = {
        .title = "Source",
        .type = BOX_MENU,
        .build = build,
        .choose = choose,
        .finish = finish,
    };
    struct reference_box *source = box_open(app, &ops, sizeof *source);
    struct buf text;
    buf_init(&text);
    reference_text(article, reference, &text);
    source->text = buf_steal(&text);
    source->url = reference_url(article, reference);
}

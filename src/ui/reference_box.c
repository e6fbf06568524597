/* One source or note, whole, behind its number in brackets. */
#include "ui/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/mem.h"
#include "ui/link_items.h"
#include "ui/reference.h"
#include "ui/sheet.h"

/* Copies: the article may be read again while the box is open. */
struct reference_box {
    struct sheet sheet;
    char *text; /* lines: what is shown and copied */
    char *url;  /* NULL: none */
};

static void build(struct sheet *sheet, struct app *app, struct leaf *leaf)
{
    const struct reference_box *box = (struct reference_box *)sheet;
    char *copy = mem_strdup(box->text), *rest = copy, *line;
    while ((line = strsep(&rest, "\n")))
        leaf_line(leaf, STYLE_TEXT, line);
    free(copy);
    if (box->url)
        link_items_add(app, leaf, box->url);
    leaf_item(leaf);
    leaf_line(leaf, STYLE_TEXT, "Copy all of this");
}

static void choose(struct sheet *sheet, struct app *app, int item)
{
    struct reference_box *box = (struct reference_box *)sheet;
    bool last = item == sheet->leaf.n_items - 1;
    char *text = mem_strdup(last ? box->text : box->url);
    app_pop(app);
    if (last)
        link_items_copy(app, text, "the source");
    else
        link_items_run(app, item, text);
    free(text);
}

static void finish(struct sheet *sheet)
{
    struct reference_box *box = (struct reference_box *)sheet;
    free(box->text);
    free(box->url);
}

void reference_open(struct app *app, const struct article *article,
                    size_t reference)
{
    static const struct sheet_ops ops = {
        .title = "Source",
        .type = SHEET_MENU,
        .build = build,
        .choose = choose,
        .finish = finish,
    };
    struct reference_box *box = sheet_open(app, &ops, sizeof *box);
    struct buf text;
    buf_init(&text);
    reference_text(article, reference, &text);
    box->text = buf_steal(&text);
    box->url = reference_url(article, reference);
}

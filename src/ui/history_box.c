/* The articles that were opened last; Enter goes on where one was left. */
#include "ui/bookmarks_view.h"

#include <stdlib.h>
#include <time.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "state/remembered.h"
#include "ui/article_view.h"
#include "ui/box.h"
#include "ui/memory.h"

#define SHOWN_MAX 200

struct history_box {
    struct box box;
    struct remembered_list list;
};

static void add_when(int64_t seconds, struct leaf *leaf)
{
    char day[32] = "", today[32] = "", hour[32] = "";
    struct tm tm;
    time_t then = (time_t)seconds, now = time(NULL);
    if (localtime_r(&now, &tm))
        strftime(today, sizeof today, "%Y-%m-%d", &tm);
    if (localtime_r(&then, &tm)) {
        strftime(day, sizeof day, "%Y-%m-%d", &tm);
        strftime(hour, sizeof hour, " %H:%M", &tm);
    }
    leaf_add(leaf, STYLE_DIM, str_equal(day, today) ? _("today") : day);
    leaf_add(leaf, STYLE_DIM, hour);
}

static void history_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct history_box *history = (struct history_box *)box;
    const char *dot = draw_glyph(&app->canvas, GLYPH_DOT);
    for (size_t i = 0; i < history->list.n; i++) {
        const struct remembered *item = &history->list.items[i];
        struct buf text;
        buf_init(&text);
        buf_add(&text, item->title);
        if (*item->section)
            buf_printf(&text, " %s %s", dot, item->section);
        leaf_item(leaf);
        add_when(item->opened, leaf);
        leaf_tab(leaf, 18);
        leaf_add(leaf, STYLE_TEXT, text.data);
        leaf_end(leaf);
        buf_finish(&text);
    }
    if (history->list.n)
        return;
    leaf_line(leaf, STYLE_TEXT,
              state_is_on(app->state)
                  ? _("You have not opened any articles yet.")
                  : _("Nothing is remembered in this session."));
}

static void history_choose(struct box *box, struct app *app, size_t item)
{
    struct history_box *history = (struct history_box *)box;
    char *path = mem_strdup(history->list.items[item].path);
    app_pop(app);
    article_view_continue(app, path, KIND_NONE);
    free(path);
}

static void history_finish(struct box *box)
{
    remembered_list_finish(&((struct history_box *)box)->list);
}

void history_open(struct view *from, struct app *app)
{
    (void)from;
    static const struct box_ops ops = {
        .title = N_("Recently opened"),
        .type = BOX_MENU,
        .enter = N_("open"),
        .build = history_build,
        .choose = history_choose,
        .finish = history_finish,
    };
    memory_write(app);
    struct history_box *history = box_open(app, &ops, sizeof *history);
    remembered_list(app->state, SHOWN_MAX, &history->list);
}

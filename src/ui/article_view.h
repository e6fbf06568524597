/* The article on the screen: state that its files share.
 *
 * article_view.c dispatches; article_load.c reads files; article_draw.c draws;
 * article_move.c moves; article_find.c finds; article_links.c follows;
 * article_history.c goes back; article_use.c copies, writes, edits. */
#ifndef MEDFAQ_UI_ARTICLE_VIEW_H
#define MEDFAQ_UI_ARTICLE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "search/search.h"
#include "text/find.h"
#include "text/layout.h"
#include "ui/app.h"
#include "ui/hints.h"
#include "ui/view.h"

#define NO_FOCUS SIZE_MAX
#define NO_MATCH SIZE_MAX
#define HISTORY_MAX 100

/* What Tab goes to: a link or a citation. */
struct focus {
    uint32_t text_start, text_end;
    int32_t link;      /* in article->links; -1 */
    int32_t reference; /* in article->references; -1 */
};

/* What is looked for: it goes along from article to article. */
struct article_query {
    char *query; /* typed, or the words of a search as the article has them;
                    NULL: nothing, or none of the words */
    struct search_results *words; /* of that search; NULL: it was typed */
};

/* The places one came from, and those one came back from. */
struct article_history {
    struct article_place places[HISTORY_MAX];
    size_t n;  /* all */
    size_t at; /* those before it lie behind, the others ahead */
};

struct article_view {
    struct view view;
    char *path;              /* NULL: standard input */
    struct article *article; /* NULL: it cannot be read */
    struct error problem;    /* why */
    bool is_start;           /* only the start of it is parsed yet */
    bool is_unwatched;       /* its folder is not watched yet */
    struct layout *layout;   /* NULL: to be made when drawn */
    struct position top;     /* the row on the top line */
    size_t place;            /* the same as a source offset; outlives layouts */
    enum kind wanted;        /* to go to once the article is whole */
    struct area text, sections; /* where they were drawn; cols 0: not shown */
    size_t sections_top;        /* the first section listed at the side */
    bool title_in_text;         /* the top line has no room for all of it */

    unsigned digits;  /* the number that was typed last */
    enum kind repeat; /* the letter of this kind goes on to the next one */

    struct article_query looked_for;
    struct find_text *find_text;
    struct find find;
    size_t match; /* in find.matches; NO_MATCH */
    /* When "/" was pressed. */
    struct article_query looked_for_before;
    size_t match_before;
    size_t find_place;

    struct focus *focuses; /* NULL: not collected yet */
    size_t n_focuses;
    size_t focus; /* NO_FOCUS */
    char *target; /* where target_focus leads, in words; NULL: to be made */
    size_t target_focus;

    struct article_history history;
    struct hint hints[HINTS_MAX];     /* of the status line */
    struct article_place before_jump; /* for '' */
    char *write_path;                 /* that "w" asks about; NULL */
};

extern const struct view_ops article_view_ops;

/* Opens an article; path NULL: the content from standard input. One that
 * cannot be read gets a screen that says so. */
void article_view_open(struct app *app, const char *path, enum kind kind);
struct article_view *article_view_of(struct view *view); /* NULL if not one */

/* Shows another article in the same view; false, with the old one still
 * there, when it cannot be read. */
bool article_view_load(struct article_view *view, struct app *app,
                       const char *path, struct error *err);

/* The same, and remembers where one was; says why if it cannot. */
bool article_view_visit(struct article_view *view, struct app *app,
                        const char *path);

/* For the first screen: the start of a large article, at a kind of section;
 * after it the rest, and watching; true when there is more to show. */
void article_load_first(struct article_view *view, struct app *app,
                        const char *path, enum kind kind);
bool article_load_rest(struct article_view *view, struct app *app);
/* Reads the file again, with the place kept; only if it changed. */
void article_reload(struct view *view, struct app *app);
void article_reload_changed(struct article_view *view, struct app *app);
/* Frees the article and what was made from it. */
void article_forget(struct article_view *view);

/* The layout for the present width; NULL without an article. */
struct layout *article_view_layout(struct article_view *view, struct app *app,
                                   unsigned cells);

/* Moving: nothing is remembered by go, jump remembers where one was. */
void article_go(struct article_view *view, size_t source_offset);
void article_jump(struct article_view *view, size_t source_offset);
void article_jump_kind(struct article_view *view, struct app *app,
                       enum kind kind);
/* Where jumping to a kind leads; SIZE_MAX when nothing has it. */
size_t article_kind_place(const struct article_view *view, enum kind kind);
void article_scroll(struct article_view *view, long rows);
/* The actions that move. */
void article_down(struct view *view, struct app *app);
void article_up(struct view *view, struct app *app);
void article_page_down(struct view *view, struct app *app);
void article_page_up(struct view *view, struct app *app);
void article_half_down(struct view *view, struct app *app);
void article_half_up(struct view *view, struct app *app);
void article_start(struct view *view, struct app *app);
void article_end(struct view *view, struct app *app);
void article_next_section(struct view *view, struct app *app);
void article_previous_section(struct view *view, struct app *app);
void article_digit(struct view *view, struct app *app);
void article_percent(struct view *view, struct app *app);
void article_emergency(struct view *view, struct app *app);
/* Is a place in the text on the screen? */
bool article_shows(struct article_view *view, uint32_t text_offset);
/* Scrolls only if the text there is not on the screen. */
void article_show_text(struct article_view *view, uint32_t text_offset);
/* The range of the logical text that is on the screen. */
void article_shown_range(struct article_view *view, uint32_t *start,
                         uint32_t *end);
size_t article_section_here(const struct article_view *view);
bool article_at_end(struct article_view *view);

/* Finding. */
void article_find_open(struct view *view, struct app *app);
void article_find_next(struct view *view, struct app *app);
void article_find_previous(struct view *view, struct app *app);
void article_find_clear(struct article_view *view);
void article_find_again(struct article_view *view); /* after a change */
void article_query_finish(struct article_query *looked_for);
/* Looks for the words of a search from where one is; marks
 * those that are looked for, and makes of them what is called the query. */
void article_words_set(struct article_view *view,
                       const struct search_results *results);
void article_words_run(struct article_view *view);

/* Links. */
void article_focus_next(struct view *view, struct app *app);
void article_focus_previous(struct view *view, struct app *app);
void article_follow(struct view *view, struct app *app);
void article_click(struct article_view *view, struct app *app,
                   const struct event *event);
const struct focus *article_focused(const struct article_view *view);
void article_focus_forget(struct article_view *view);
/* The focus it was before; one that is no longer there is none. */
void article_focus_set(struct article_view *view, size_t focus);

/* The file that a link to an article means; NULL when nothing is meant. The
 * caller frees. */
char *article_link_path(const struct article_view *view, struct app *app,
                        const char *target);
/* Where the focus leads; NULL without one. Borrowed until
 * the next call; not safe. */
const char *article_target(struct article_view *view, struct app *app);

/* Where one was, and back. Adding takes the place's path. */
void article_history_add(struct article_view *view, struct article_place place);
void article_history_remember(struct article_view *view);
void article_history_forward(struct view *view, struct app *app);
void article_history_back(struct view *view, struct app *app);
void article_history_finish(struct article_history *history);
/* Does going back lead to another article? */
bool article_history_leads_elsewhere(const struct article_view *view);
struct article_place
article_place_here(const struct article_view *view); /* free its path */
void article_place_go(struct article_view *view, struct app *app,
                      const struct article_place *place);

/* Using. */
void article_copy(struct view *view, struct app *app);
void article_write(struct view *view, struct app *app);
void article_pipe(struct view *view, struct app *app);
void article_edit(struct view *view, struct app *app);
void article_language(struct view *view, struct app *app);
void article_next_of_kind(struct view *view, struct app *app);
void article_previous_of_kind(struct view *view, struct app *app);

/* Drawing; article_describe is article_status.c's. */
void article_draw(struct view *view, struct app *app);
void article_describe(struct view *view, struct app *app, struct status *out);

#endif

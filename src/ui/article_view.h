/* The article on the screen: state that its files share.
 *
 * article_view.c dispatches; article_load.c reads files; article_draw.c draws;
 * article_move.c moves, article_kinds.c to kinds of sections; article_find.c
 * finds; article_links.c follows;
 * article_history.c goes back; article_use.c copies, writes, edits. */
#ifndef MEDFAQ_UI_ARTICLE_VIEW_H
#define MEDFAQ_UI_ARTICLE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "library/term_marks.h"
#include "search/search.h"
#include "state/attach.h"
#include "state/remembered.h"
#include "state/revision.h"
#include "text/find.h"
#include "text/frequency.h"
#include "text/layout.h"
#include "ui/app.h"
#include "ui/hints.h"
#include "ui/view.h"

#define NO_FOCUS SIZE_MAX
#define NO_MATCH SIZE_MAX
#define HISTORY_MAX 100

/* A link or a citation, which Tab selects. */
struct focus {
    uint32_t text_start, text_end;
    int32_t link;      /* in article->links; -1 */
    int32_t reference; /* in article->references; -1 */
};

/* What is looked for; it stays when another article is opened. */
struct article_query {
    char *query; /* as typed, or the words of a search as this article spells
                    them; NULL: none */
    struct search_results
        *words; /* of the search; NULL if the query was typed */
};

/* The places of a kind that one walks with find-next and find-previous. */
struct article_walk {
    enum kind kind; /* KIND_NONE: no walk */
    size_t *places; /* offsets in the source */
    size_t n, capacity, at;
};

/* Places to go back and forward to. */
struct article_history {
    struct article_place places[HISTORY_MAX];
    size_t n;  /* all */
    size_t at; /* places before it lie behind, the others ahead */
};

/* A highlight that is being made. */
struct article_highlight {
    bool is_open;
    struct text_range passage;
};

struct article_view {
    struct view view;
    char *path;                /* NULL: standard input, or the visit sheet */
    bool is_sheet;             /* where path is NULL: the visit sheet */
    struct article *article;   /* NULL: it cannot be read */
    struct error problem;      /* why it cannot be read */
    bool is_start;             /* only its start has been parsed so far */
    struct article_rest *rest; /* reads the whole; NULL: not begun, or done */
    bool is_unwatched;         /* its folder is not watched yet */
    struct layout *layout;     /* NULL: to be made when drawn */
    struct position top;       /* the row on the top line */
    long cursor_row; /* in linear mode, the row on the screen that is read */
    size_t cursor_match, cursor_focus; /* that the cursor has followed */
    size_t
        place; /* the same as an offset in the source, which outlives layouts */
    enum kind wanted; /* kind to jump to once the article is whole */
    struct remembered_place continued; /* where it was left; slug NULL: not
                                          known, or gone to already */
    uint64_t asked; /* kinds that were asked for and not found, a bit each */
    int64_t opened; /* when it was on the screen; 0: not yet, or nothing is
                       remembered */
    struct area text,
        sections; /* where they were last drawn; cols is 0 if not shown */
    size_t sections_top; /* the first section listed at the side */
    bool title_in_text;  /* the top line is too narrow for the review state */

    unsigned digits; /* the number that was typed last */
    struct article_walk walk;

    struct article_query looked_for;
    struct find_text *find_text;
    struct find find;
    size_t match; /* in find.matches; NO_MATCH */
    /* When "/" was pressed. */
    struct article_query looked_for_before;
    size_t match_before;
    size_t find_place;

    struct frequencies notes; /* for the margin, once has_notes */
    bool has_notes;
    int notes_cols; /* beside the text, when it was last drawn */

    struct focus *focuses; /* NULL: not collected yet */
    size_t n_focuses;
    size_t focus;             /* NO_FOCUS */
    struct term_marks *marks; /* terms of the glossary; NULL: none yet */
    char *target; /* where target_focus leads, in words; NULL: not made yet */
    size_t target_focus;

    struct attached_list attached; /* bookmarks and highlights */
    bool has_attached;             /* they were read */
    struct revision revision;      /* what changed since it was read */
    int64_t read_at;               /* when that was; 0: nothing changed */
    struct text_range noted;       /* what the note being typed is about */
    int64_t noted_id; /* the bookmark it belongs to; 0: a new one */
    struct article_highlight highlight;

    struct article_history history;
    struct hint hints[HINTS_MAX];     /* of the status line */
    struct article_place before_jump; /* for '' */
    char *write_path;                 /* file that "w" asks about; NULL */
};

extern const struct view_ops article_view_ops;

/* Opens an article; with path NULL the content of standard input. If it cannot
 * be read the view says why. */
void article_view_open(struct app *app, const char *path, enum kind kind);
/* The same at the place where it was left, if that is remembered and no kind is
 * given. */
void article_view_continue(struct app *app, const char *path, enum kind kind);
/* Opens the visit sheet: of the articles that were picked in lists, or of
 * all. */
void article_view_open_sheet(struct view *from, struct app *app);
struct article_view *article_view_of(struct view *view); /* NULL if not one */

/* Shows another article in the same view. If it cannot be read returns false
 * and keeps the old one. */
bool article_view_load(struct article_view *view, struct app *app,
                       const char *path, struct error *err);

/* The same, but adds the current place to the history, and shows the error
 * itself. */
bool article_view_visit(struct article_view *view, struct app *app,
                        const char *path);

/* article_load_first reads what the first screen needs, at a kind of section;
 * article_load_rest begins to read the rest of a large article and to watch its
 * folder, true if there is more to draw; article_load_whole waits for the
 * rest. */
void article_load_first(struct article_view *view, struct app *app,
                        const char *path, enum kind kind);
bool article_load_rest(struct article_view *view, struct app *app);
void article_load_whole(struct article_view *view, struct app *app);
/* A descriptor to poll for the rest of the article in a view; -1: none. */
int article_load_fd(struct view *view);
/* Waits for the rest where an action needs it. */
void article_renew(struct view *view, struct app *app, enum action action);
/* Reads the file again and keeps the place; the second only if the file
 * changed. */
void article_reload(struct view *view, struct app *app);
void article_reload_changed(struct article_view *view, struct app *app);
/* Frees the article and what was made from it. */
void article_forget(struct article_view *view);

/* The layout for a width; NULL without an article. */
struct layout *article_view_layout(struct article_view *view, struct app *app,
                                   unsigned cells);

/* article_go moves without a trace; article_jump adds the place before to the
 * history. */
void article_go(struct article_view *view, size_t source_offset);
void article_jump(struct article_view *view, size_t source_offset);
void article_jump_kind(struct article_view *view, struct app *app,
                       enum kind kind);
/* The offset that jumping to a kind leads to; SIZE_MAX if the article has
 * none. */
size_t article_kind_place(const struct article_view *view, enum kind kind);
/* Goes to the next place of a walk, or the one before. */
void article_walk_step(struct article_view *view, struct app *app, bool ahead);
void article_walk_end(struct article_view *view);
void article_scroll(struct article_view *view, long rows);
/* article_read.c: in linear mode, moves the reading cursor to the next row with
 * text, or the one before, and scrolls where it leaves the screen; to the last
 * row; and says on its row which match it is. */
void article_read_on(struct article_view *view);
void article_read_back(struct article_view *view);
void article_read_last(struct article_view *view);
void article_read_match(const struct article_view *view, struct app *app,
                        struct area row, const struct line *line);
/* Says on a row which of several places of a kind it is, after a jump there. */
void article_read_walk(const struct article_view *view, struct app *app,
                       struct area row, const struct line *line);
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
/* Whether an offset of the text is on the screen. */
bool article_shows(struct article_view *view, uint32_t text_offset);
/* Scrolls to an offset of the text, unless it is already on the screen. */
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
/* article_words_set takes over the words of a search, to be marked and stepped
 * through; article_words_run marks them in the current article. */
void article_words_set(struct article_view *view,
                       const struct search_results *results);
void article_words_run(struct article_view *view);

/* The terms of the glossary that are on the screen, appended to a list whose
 * items the caller frees; nothing while the glossary is being read. */
void article_terms_shown(struct article_view *view, struct app *app,
                         struct term_mark_list *out);
void article_terms_forget(struct article_view *view);
/* The offset in the text that is being read: that of the focus, of the current
 * match, or of the top line; in linear mode of the cursor's line. */
uint32_t article_reading_line(struct article_view *view);

/* Links. */
void article_focus_next(struct view *view, struct app *app);
void article_focus_previous(struct view *view, struct app *app);
void article_follow(struct view *view, struct app *app);
void article_click(struct article_view *view, struct app *app,
                   const struct event *event);
const struct focus *article_focused(const struct article_view *view);
void article_focus_forget(struct article_view *view);
/* Sets the focus, if the article still has that link. */
void article_focus_set(struct article_view *view, size_t focus);

/* The path of the article that a link leads to; NULL if there is none. The
 * caller frees. */
char *article_link_path(const struct article_view *view, struct app *app,
                        const char *target);
/* Where the focus leads, in words; NULL without a focus. Borrowed until the
 * next call, and not made safe. */
const char *article_target(struct article_view *view, struct app *app);

/* The history. article_history_add takes ownership of the path. */
void article_history_add(struct article_view *view, struct article_place place);
void article_history_remember(struct article_view *view);
void article_history_forward(struct view *view, struct app *app);
void article_history_back(struct view *view, struct app *app);
void article_history_finish(struct article_history *history);
/* Whether going back leads to another article. */
bool article_history_leads_elsewhere(const struct article_view *view);
struct article_place
article_place_here(const struct article_view *view); /* free its path */
void article_place_go(struct article_view *view, struct app *app,
                      const struct article_place *place);

/* Copy, write, pipe, edit, other languages, other articles. */
void article_copy(struct view *view, struct app *app);
void article_write(struct view *view, struct app *app);
/* Writes to a file; asks before it replaces one. */
void article_write_to(struct article_view *view, struct app *app,
                      const char *name);
void article_pipe(struct view *view, struct app *app);
void article_edit(struct view *view, struct app *app);
void article_language(struct view *view, struct app *app);
void article_next_of_kind(struct view *view, struct app *app);
void article_previous_of_kind(struct view *view, struct app *app);

/* The label of a section's kind, which is short, unless another section has the
 * same kind. */
const char *article_section_label(const struct article *article, size_t i);

/* Drawing and, in article_status.c, the status line. */
void article_draw(struct view *view, struct app *app);
void article_describe(struct view *view, struct app *app, struct status *out);

#endif

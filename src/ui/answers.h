/* The library's answers to the text of the prompt: articles whose names match,
 * then sections that answer it.
 *
 * answers_find.c searches, answers_list.c and answers_sections.c make the rows,
 * answers_notes.c says how the question was understood, answers.c what the rows
 * are, answers_preview.c shows the selected section beside them. */
#ifndef MEDFAQ_UI_ANSWERS_H
#define MEDFAQ_UI_ANSWERS_H

#include "index/catalogue.h"
#include "search/search.h"
#include "search/snippet.h"
#include "text/layout.h"
#include "ui/leaf.h"
#include "ui/list.h"

struct app;
struct library_view;

#define ANSWERS_STEP 30 /* that "Show 30 more" adds */

enum answer_type {
    ANSWER_NONE,
    ANSWER_TITLE,         /* an article whose names have all words */
    ANSWER_NAMED,         /* an article that the question names */
    ANSWER_SECTION,       /* a section that answers */
    ANSWER_MORE_TITLES,   /* shows more of these */
    ANSWER_MORE_SECTIONS, /* shows more of those */
    ANSWER_AS_TYPED,      /* searches for the words as typed */
    ANSWER_CORRECTED,     /* searches for the corrected words */
    ANSWER_OTHER_UNITS,   /* searches for amounts in other units, too */
};

struct answer {
    enum answer_type type;
    size_t at; /* in the titles, or in the results of the search */
};

/* What has been found so far; titles are found at once. */
enum answers_stage {
    STAGE_TITLES, /* the results are still those of an earlier text */
    STAGE_QUICK,  /* the full ranking and the snippets are missing */
    STAGE_WHOLE,
};

/* The section of a result, beside the list. */
struct answers_preview {
    char *path; /* of the article shown; NULL: none yet */
    size_t section;
    struct article *article; /* NULL: it cannot be read */
    struct layout *layout;   /* NULL: not made yet */
    struct highlight *marks;
    size_t n_marks;
};

struct answers {
    char *typed;      /* NULL: nothing */
    bool is_urgent;   /* "!": only what to do in an emergency */
    bool is_behind;   /* the index has changed since */
    bool as_typed;    /* no spelling, no synonyms */
    bool other_units; /* amounts in other units, too */

    struct catalogue titles; /* some more than are shown */
    size_t n_titles;         /* that are shown */
    struct library *page;    /* owns their entries; NULL: none */
    const struct entry **entries;

    enum answers_stage stage;
    struct search_results *results; /* NULL: nothing searched yet */
    size_t n_near;            /* results that are not far below the best */
    size_t n_more;            /* that were asked for beyond these */
    struct snippet *snippets; /* of the results, one row each; NULL */
    struct snippet snippet;   /* of the selected one, up to three rows */
    size_t n_snippet;         /* that result; SIZE_MAX: none */

    struct leaf leaf;
    struct answer *items; /* by item */
    size_t items_capacity;
    bool is_built; /* the items are those of titles and results */
    bool is_airy;  /* rows are blank between results */
    struct list list;
    bool has_moved; /* the user has moved; until then the best is selected */
    struct answer
        kept;        /* what was selected before the results were replaced, */
    char *kept_path; /* with its article and section; NULL: none */
    size_t kept_section;
    struct answers_preview preview;
};

void answers_init(struct answers *answers);
void answers_finish(struct answers *answers);
/* Whether answers are shown, rather than all articles. */
bool answers_are_shown(const struct answers *answers);

/* Searches for another text: finds titles at once, the rest in idle time.
 * is_urgent: only what to do in an emergency. */
void answers_look_for(struct library_view *view, struct app *app,
                      const char *text, bool is_urgent);
/* Finds what is still missing; slow, but then the answers are final. */
void answers_complete(struct library_view *view, struct app *app);
/* Does one step of that in idle time; true if there is more to draw. */
bool answers_work(struct library_view *view, struct app *app);
/* Searches for the same text again, after the order or the index has changed.
 */
void answers_renew(struct library_view *view, struct app *app);
/* Searches for the same text as typed, or corrected; shows more. */
void answers_set_as_typed(struct library_view *view, struct app *app, bool as);
/* Searches for amounts in other units, too, until the text changes. */
void answers_add_units(struct library_view *view, struct app *app);
void answers_show_more(struct library_view *view, struct app *app,
                       enum answer_type type);

/* What an item is; its path and title, NULL for items without an article; the
 * entry of a title, NULL for others. */
struct answer answers_item(const struct answers *answers, size_t item);
const char *answers_path(const struct answers *answers, struct answer answer);
const char *answers_title(const struct answers *answers, struct answer answer);
const struct entry *answers_entry(const struct answers *answers,
                                  struct answer answer);
/* The section of a result; NULL for other answers. */
const struct search_result *answers_section(const struct answers *answers,
                                            struct answer answer);

/* Whether the question may be about an emergency, or "!" was pressed. */
bool answers_are_urgent(const struct answers *answers);
/* Sections that were found, and the number of the selected one; 0: another
 * item is. */
size_t answers_n_found(const struct answers *answers);
size_t answers_number(const struct answers *answers);

/* All articles that were found, in order, as numbers in the index; the caller
 * finishes the catalogue. */
void answers_articles(const struct library_view *view, struct app *app,
                      struct catalogue *out);
/* Selects the answer for an article, preferably in a section. */
void answers_follow(struct library_view *view, struct app *app,
                    const char *path, size_t section);

/* answers_list.c: makes the rows. */
void answers_build(struct library_view *view, struct app *app, unsigned cells);
void answers_drop_snippets(struct answers *answers);

/* answers_notes.c: adds how the question was understood. It stands above the
 * rows where there are any, else among them. */
void answers_add_notes(const struct answers *answers, struct leaf *leaf);
bool answers_pin_notes(const struct answers *answers);
/* Whether the first rows search in another way. */
bool answers_have_other_ways(const struct answers *answers);

/* Draws the preview of the selected section; drops what it was made from. */
void answers_preview_draw(struct library_view *view, struct app *app,
                          struct area area);
void answers_preview_drop(struct answers_preview *preview);

#endif

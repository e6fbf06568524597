/* Articles that were opened: where the reader was in each, and when.
 *
 * An article is known by its path. One that was moved or renamed is known again
 * by its name, language and title, or by its content, if nothing is at its old
 * path any more. */
#ifndef MEDFAQ_STATE_REMEMBERED_H
#define MEDFAQ_STATE_REMEMBERED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "base/map.h"
#include "state/state.h"

/* A place that outlives changes of the article: so many bytes beyond the start
 * of a heading, which is known by its slug. */
struct remembered_place {
    size_t source_offset; /* where the heading has gone */
    char *slug;           /* "": before the first heading */
    size_t beyond;
};

struct remembered {
    int64_t id; /* of the row; 0: the article is not known */
    char *path; /* as it was opened last, absolute */
    char *name; /* its id */
    char *title;
    int64_t opened;  /* seconds since 1970 */
    int64_t read_at; /* when it was left last; 0: never */
    bool has_place;
    struct remembered_place place;
    char *section; /* of the place, as it was called then */
};

/* What is known of the article at a path, before it is read. False if nothing.
 * Free with remembered_finish. */
bool remembered_find(struct state *state, const char *path,
                     struct remembered *out);
/* The same for an article that has been read: also if it was moved. */
bool remembered_find_article(struct state *state, const struct article *article,
                             struct remembered *out);
void remembered_finish(struct remembered *remembered);

/* The place of a source offset, and the source offset of a place; the caller
 * frees the slug. Of an article whose start was read, an offset may lie
 * behind what was read. */
struct remembered_place remembered_place_of(const struct article *article,
                                            size_t source_offset);
size_t remembered_place_in(const struct article *article,
                           const struct remembered_place *place);

/* That an article was read up to a place: all that is to be kept of it, so that
 * it can be kept later, when the article has left the screen. */
struct remembered_visit;

/* opened is in seconds since 1970; asked are the kinds of sections, a bit each,
 * that were asked for and not found: open questions. NULL for an article
 * without a path, which is not kept. */
struct remembered_visit *remembered_visit_new(const struct article *article,
                                              size_t source_offset,
                                              int64_t opened, uint64_t asked);
void remembered_visit_free(struct remembered_visit *visit);
bool remembered_visit_keep(struct state *state,
                           const struct remembered_visit *visit,
                           struct error *err);

/* What was read of an article last, for revision_compare; the caller frees.
 * NULL if it is the article as it is now, or if nothing is known. *read_at:
 * when. */
char *remembered_reading(struct state *state, const struct article *article,
                         int64_t *read_at);

/* The id of an article's row, which is made if need be, within a change; 0 if
 * it failed. For the files of state/. */
int64_t remembered_row(struct state *state, const struct article *article);

/* The articles opened last, the newest first; free with
 * remembered_list_finish. */
struct remembered_list {
    struct remembered *items;
    size_t n, capacity;
};

void remembered_list(struct state *state, size_t n_max,
                     struct remembered_list *out);
void remembered_list_finish(struct remembered_list *list);

#endif

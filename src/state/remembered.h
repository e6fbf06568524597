/* Remembers articles that were opened: where the reader was in each, and when.
 *
 * An article is identified by its path. If it was moved or renamed, it is
 * identified by its name, language and title, or by its content, provided that
 * its old path no longer exists. */
#ifndef MEDFAQ_STATE_REMEMBERED_H
#define MEDFAQ_STATE_REMEMBERED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "base/map.h"
#include "state/state.h"

/* A place that survives changes of the article: a number of bytes after the
 * start of a heading, which is identified by its slug. */
struct remembered_place {
    size_t source_offset; /* used if the heading no longer exists */
    char *slug;           /* "": before the first heading */
    size_t beyond;
};

struct remembered {
    int64_t id; /* of the row; 0: unknown article */
    char *path; /* absolute, when it was last opened */
    char *name; /* its id */
    char *title;
    int64_t opened;  /* seconds since 1970 */
    int64_t read_at; /* when it was last left; 0: never */
    bool has_place;
    struct remembered_place place;
    char *section; /* title of the section of the place at that time */
};

/* Finds what is known of the article at a path, before it is opened. Returns
 * false if nothing is known. Free with remembered_finish(). */
bool remembered_find(struct state *state, const char *path,
                     struct remembered *out);
/* Does the same for an article that has been opened; also finds it if it was
 * moved. */
bool remembered_find_article(struct state *state, const struct article *article,
                             struct remembered *out);
void remembered_finish(struct remembered *remembered);

/* Convert between source offsets and places; the caller frees the slug. If only
 * the start of an article was read, an offset may be beyond that. */
struct remembered_place remembered_place_of(const struct article *article,
                                            size_t source_offset);
size_t remembered_place_in(const struct article *article,
                           const struct remembered_place *place);

/* A visit to an article: everything to be saved of it, so that it can be saved
 * when the article has been closed. */
struct remembered_visit;

/* Makes a visit. opened is in seconds since 1970; asked has one bit for each
 * kind of section that was looked for and not found, which is an open question.
 * Returns NULL for an article without a path, which is not remembered. */
struct remembered_visit *remembered_visit_new(const struct article *article,
                                              size_t source_offset,
                                              int64_t opened, uint64_t asked);
void remembered_visit_free(struct remembered_visit *visit);
bool remembered_visit_keep(struct state *state,
                           const struct remembered_visit *visit,
                           struct error *err);

/* Returns the last saved reading of an article, for revision_compare(), which
 * the caller frees, and sets *read_at to its time. Returns NULL if the article
 * has not changed since, or if there is none. */
char *remembered_reading(struct state *state, const struct article *article,
                         int64_t *read_at);

/* Returns the id of an article's row, which is added if necessary, or 0 on
 * failure. For the files of state/: call it within state_change(). */
int64_t remembered_row(struct state *state, const struct article *article);

/* A list of articles, last opened first. Free with remembered_list_finish(). */
struct remembered_list {
    struct remembered *items;
    size_t n, capacity;
};

void remembered_list(struct state *state, size_t n_max,
                     struct remembered_list *out);
void remembered_list_finish(struct remembered_list *list);

#endif

/* Annotations: bookmarks with or without notes, highlights, and questions that
 * an article did not answer. The terms are those of the W3C's Web Annotation
 * Data Model. */
#ifndef MEDFAQ_STATE_ANNOTATION_H
#define MEDFAQ_STATE_ANNOTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "state/anchor.h"
#include "state/state.h"

enum annotation_motivation {
    ANNOTATION_BOOKMARKING,  /* a place, with or without a note */
    ANNOTATION_HIGHLIGHTING, /* a passage */
    ANNOTATION_QUESTIONING,  /* a section that was looked for and not found */
    ANNOTATION_N_MOTIVATIONS
};

struct annotation {
    int64_t id;      /* 0: not saved yet */
    int64_t article; /* row of the article */
    enum annotation_motivation motivation;
    int64_t created, modified; /* seconds since 1970 */
    char *body;                /* the note; "" for none */
    enum kind kind;            /* the kind looked for, or KIND_NONE */
    struct anchor anchor;
    enum anchor_result status; /* result of the last anchor_find() */
    /* The article, as it was when it was last opened. */
    char *path, *name, *title;
};

void annotation_finish(struct annotation *annotation);

/* Returns whether it is a question: a note that ends with a question mark, or a
 * section that was not found. */
bool annotation_is_question(const struct annotation *annotation);

/* Saves a new annotation of an article, whose motivation, body, kind and anchor
 * are set. Sets id, article, created (unless it is set already) and modified.
 * Fails for standard input, which is not an article that can be found again. */
bool annotation_keep(struct state *state, const struct article *article,
                     struct annotation *annotation, struct error *err);
/* Saves an annotation that was deleted, unchanged. */
bool annotation_restore(struct state *state, struct annotation *annotation,
                        struct error *err);

bool annotation_set_body(struct state *state, int64_t id, const char *body,
                         struct error *err);
/* Saves anchor and status. For the files of state/: call it within
 * state_change(). */
bool annotation_attach(struct state *state,
                       const struct annotation *annotation);
bool annotation_delete(struct state *state, int64_t id, struct error *err);

/* Reads an annotation. Returns false if there is none with this id. */
bool annotation_find(struct state *state, int64_t id, struct annotation *out);

struct annotation_list {
    struct annotation *items;
    size_t n, capacity;
};

/* Lists the annotations of an article, in the order of its text. */
void annotation_list_article(struct state *state, int64_t article,
                             struct annotation_list *out);
/* Lists annotations with a motivation in the set (bits 1 << motivation), newest
 * first: at most n_max, after the first n_before. */
void annotation_list_newest(struct state *state, unsigned motivations,
                            size_t n_before, size_t n_max,
                            struct annotation_list *out);
/* Saves annotations of one article as annotation_keep() does: all or none. */
bool annotation_keep_list(struct state *state, const struct article *article,
                          struct annotation_list *list, struct error *err);
void annotation_list_finish(struct annotation_list *list);
size_t annotation_count(struct state *state, unsigned motivations);

#endif

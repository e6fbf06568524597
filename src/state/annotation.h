/* What the reader has made of articles: bookmarks with notes, highlights, and
 * questions that an article did not answer. The words are those of the W3C's
 * Web Annotation Data Model. */
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
    ANNOTATION_QUESTIONING,  /* a section that was asked for and not found */
    ANNOTATION_N_MOTIVATIONS
};

struct annotation {
    int64_t id;      /* 0: not kept yet */
    int64_t article; /* row of the article */
    enum annotation_motivation motivation;
    int64_t created, modified; /* seconds since 1970 */
    char *body;                /* the note; "" for none */
    enum kind kind;            /* that was asked for; else KIND_NONE */
    struct anchor anchor;
    enum anchor_result status; /* when it was last looked for */
    /* Of the article, as it was when it was opened last. */
    char *path, *name, *title;
};

void annotation_finish(struct annotation *annotation);

/* Whether it asks something: a note that ends with a question mark, or a
 * section that was not found. */
bool annotation_is_question(const struct annotation *annotation);

/* Keeps a new annotation of an article, with its motivation, body, kind and
 * anchor; sets id, article, created and modified, unless created is set
 * already. Of standard input nothing can be kept. */
bool annotation_keep(struct state *state, const struct article *article,
                     struct annotation *annotation, struct error *err);
/* Keeps one that was deleted, as it was. */
bool annotation_restore(struct state *state, struct annotation *annotation,
                        struct error *err);

bool annotation_set_body(struct state *state, int64_t id, const char *body,
                         struct error *err);
/* Keeps anchor and status, within a change: for the files of state/. */
bool annotation_attach(struct state *state,
                       const struct annotation *annotation);
bool annotation_delete(struct state *state, int64_t id, struct error *err);

/* Reads one; false if there is none. */
bool annotation_find(struct state *state, int64_t id, struct annotation *out);

struct annotation_list {
    struct annotation *items;
    size_t n, capacity;
};

/* Those of an article, in the order of the text. */
void annotation_list_article(struct state *state, int64_t article,
                             struct annotation_list *out);
/* Those with a motivation in the set (bits 1 << motivation), the newest first:
 * n_max from the n_before-th on. */
void annotation_list_newest(struct state *state, unsigned motivations,
                            size_t n_before, size_t n_max,
                            struct annotation_list *out);
/* Keeps those of one article as annotation_keep does, all or none. */
bool annotation_keep_list(struct state *state, const struct article *article,
                          struct annotation_list *list, struct error *err);
void annotation_list_finish(struct annotation_list *list);
size_t annotation_count(struct state *state, unsigned motivations);

#endif

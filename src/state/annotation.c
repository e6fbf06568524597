/* Stores bookmarks, highlights and questions. */
#include "state/annotation.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "state/remembered.h"
#include "state/state_data.h"

#define SELECT                                                                 \
    "SELECT annotation.id, article, motivation, created, modified, body,"      \
    " kind, exact, prefix, suffix, start, end, annotation.section, n_same,"    \
    " path, name, title, status FROM annotation JOIN article"                  \
    " ON article.id=annotation.article "

void annotation_finish(struct annotation *annotation)
{
    free(annotation->body);
    free(annotation->path);
    free(annotation->name);
    free(annotation->title);
    anchor_finish(&annotation->anchor);
    *annotation = (struct annotation){0};
}

/* Knows the question marks of ASCII, Chinese, Greek and Arabic. */
static bool ends_with_question_mark(const char *text)
{
    static const char *const marks[] = {"?", "？", "؟", "\u037E"};
    char *copy = mem_strdup(text);
    size_t n = strlen(copy);
    bool asks = false;
    while (n > 0 && (copy[n - 1] == ' ' || copy[n - 1] == '\n'))
        copy[--n] = '\0';
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        asks = asks || str_ends(copy, marks[i]);
    free(copy);
    return asks;
}

bool annotation_is_question(const struct annotation *annotation)
{
    return annotation->motivation == ANNOTATION_QUESTIONING ||
           (annotation->body && ends_with_question_mark(annotation->body));
}

static void read_row(struct db_query *query, struct annotation *out)
{
    *out = (struct annotation){
        .id = db_long(query, 0),
        .article = db_long(query, 1),
        .motivation = (enum annotation_motivation)state_number(
            query, 2, ANNOTATION_N_MOTIVATIONS - 1),
        .created = state_number(query, 3, STATE_TIME_MAX),
        .modified = state_number(query, 4, STATE_TIME_MAX),
        .body = mem_strdup(db_text(query, 5)),
        .kind = (enum kind)state_number(query, 6, KIND_COUNT - 1),
        .anchor = {.exact = mem_strdup(db_text(query, 7)),
                   .prefix = mem_strdup(db_text(query, 8)),
                   .suffix = mem_strdup(db_text(query, 9)),
                   .start = (uint32_t)state_number(query, 10, UINT32_MAX),
                   .end = (uint32_t)state_number(query, 11, UINT32_MAX),
                   .section = mem_strdup(db_text(query, 12)),
                   .n_same = (unsigned)state_number(query, 13, UINT32_MAX)},
        .path = mem_strdup(db_text(query, 14)),
        .name = mem_strdup(db_text(query, 15)),
        .title = mem_strdup(db_text(query, 16)),
        .status = (enum anchor_result)state_number(query, 17, ANCHOR_CHANGED),
    };
}

static const char *text_or_none(const char *text)
{
    return text ? text : "";
}

static void bind_anchor(struct db_query *query, int first,
                        const struct anchor *anchor)
{
    db_bind_text(query, first, text_or_none(anchor->exact));
    db_bind_text(query, first + 1, text_or_none(anchor->prefix));
    db_bind_text(query, first + 2, text_or_none(anchor->suffix));
    db_bind_long(query, first + 3, anchor->start);
    db_bind_long(query, first + 4, anchor->end);
    db_bind_text(query, first + 5, text_or_none(anchor->section));
    db_bind_long(query, first + 6, anchor->n_same);
}

/* Inserts a row. If id is 0, SQLite chooses one. */
static bool insert(struct state *state, struct annotation *annotation)
{
    struct db_query *query = db_query(
        state->db, "INSERT INTO annotation(id, article, motivation, created,"
                   " modified, body, kind, exact, prefix, suffix, start, end,"
                   " section, n_same, status) VALUES(nullif(?1, 0), ?2, ?3,"
                   " ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
    db_bind_long(query, 1, annotation->id);
    db_bind_long(query, 2, annotation->article);
    db_bind_long(query, 3, annotation->motivation);
    db_bind_long(query, 4, annotation->created);
    db_bind_long(query, 5, annotation->modified);
    db_bind_text(query, 6, text_or_none(annotation->body));
    db_bind_long(query, 7, annotation->kind);
    bind_anchor(query, 8, &annotation->anchor);
    db_bind_long(query, 15, annotation->status);
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    if (ok)
        annotation->id = db_number(state->db, "SELECT last_insert_rowid()", 0);
    return ok;
}

struct keeping {
    const struct article *article;
    struct annotation *items;
    size_t n;
};

static bool keep(struct state *state, void *context)
{
    struct keeping *keeping = context;
    int64_t row = remembered_row(state, keeping->article);
    bool ok = row;
    for (size_t i = 0; ok && i < keeping->n; i++) {
        struct annotation *annotation = &keeping->items[i];
        annotation->id = 0;
        annotation->article = row;
        annotation->status = ANCHOR_FOUND;
        if (!annotation->created)
            annotation->created = annotation->modified = state_time(state);
        ok = insert(state, annotation);
    }
    return ok;
}

bool annotation_keep(struct state *state, const struct article *article,
                     struct annotation *annotation, struct error *err)
{
    struct keeping keeping = {article, annotation, 1};
    return state_change(state, keep, &keeping, err);
}

bool annotation_keep_list(struct state *state, const struct article *article,
                          struct annotation_list *list, struct error *err)
{
    struct keeping keeping = {article, list->items, list->n};
    return state_change(state, keep, &keeping, err);
}

static bool restore(struct state *state, void *context)
{
    return insert(state, context);
}

bool annotation_restore(struct state *state, struct annotation *annotation,
                        struct error *err)
{
    return state_change(state, restore, annotation, err);
}

struct edit {
    int64_t id;
    const char *body;
};

static bool set_body(struct state *state, void *context)
{
    const struct edit *edit = context;
    struct db_query *query = db_query(
        state->db, "UPDATE annotation SET body=?2, modified=?3 WHERE id=?1");
    db_bind_long(query, 1, edit->id);
    db_bind_text(query, 2, edit->body);
    db_bind_long(query, 3, state_time(state));
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

bool annotation_set_body(struct state *state, int64_t id, const char *body,
                         struct error *err)
{
    struct edit edit = {.id = id, .body = body};
    return state_change(state, set_body, &edit, err);
}

bool annotation_attach(struct state *state, const struct annotation *annotation)
{
    struct db_query *query =
        db_query(state->db, "UPDATE annotation SET exact=?2, prefix=?3,"
                            " suffix=?4, start=?5, end=?6, section=?7,"
                            " n_same=?8, status=?9 WHERE id=?1");
    db_bind_long(query, 1, annotation->id);
    bind_anchor(query, 2, &annotation->anchor);
    db_bind_long(query, 9, annotation->status);
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

static bool drop(struct state *state, void *context)
{
    const struct edit *edit = context;
    struct db_query *query =
        db_query(state->db, "DELETE FROM annotation WHERE id=?1");
    db_bind_long(query, 1, edit->id);
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

bool annotation_delete(struct state *state, int64_t id, struct error *err)
{
    struct edit edit = {.id = id};
    return state_change(state, drop, &edit, err);
}

bool annotation_find(struct state *state, int64_t id, struct annotation *out)
{
    struct db *db = state_db(state);
    *out = (struct annotation){0};
    if (!db)
        return false;
    struct db_query *query = db_query(db, SELECT "WHERE annotation.id=?1");
    db_bind_long(query, 1, id);
    bool found = db_step(query) == DB_ROW;
    if (found)
        read_row(query, out);
    state_query_end(state, query);
    return found;
}

static void read_rows(struct state *state, struct db_query *query,
                      struct annotation_list *out)
{
    while (db_step(query) == DB_ROW) {
        out->items =
            mem_grow(out->items, out->n, &out->capacity, sizeof *out->items);
        read_row(query, &out->items[out->n++]);
    }
    state_query_end(state, query);
}

void annotation_list_article(struct state *state, int64_t article,
                             struct annotation_list *out)
{
    struct db *db = state_db(state);
    *out = (struct annotation_list){0};
    if (!db)
        return;
    struct db_query *query =
        db_query(db, SELECT "WHERE article=?1 ORDER BY start, annotation.id");
    db_bind_long(query, 1, article);
    read_rows(state, query, out);
}

void annotation_list_newest(struct state *state, unsigned motivations,
                            size_t n_before, size_t n_max,
                            struct annotation_list *out)
{
    struct db *db = state_db(state);
    *out = (struct annotation_list){0};
    if (!db)
        return;
    /* The inner query gets the ids of the page from an SQL index, so that a
     * distant page does not read every note before it. */
    struct db_query *query = db_query(
        db, SELECT "WHERE annotation.id IN (SELECT id FROM annotation"
                   " WHERE (1 << motivation) & ?1"
                   " ORDER BY created DESC, id DESC LIMIT ?3 OFFSET ?2)"
                   " ORDER BY created DESC, annotation.id DESC");
    db_bind_long(query, 1, motivations);
    db_bind_long(query, 2, (int64_t)n_before);
    db_bind_long(query, 3, (int64_t)n_max);
    read_rows(state, query, out);
}

void annotation_list_finish(struct annotation_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        annotation_finish(&list->items[i]);
    free(list->items);
    *list = (struct annotation_list){0};
}

size_t annotation_count(struct state *state, unsigned motivations)
{
    struct db *db = state_db(state);
    if (!db)
        return 0;
    struct db_query *query = db_query(db, "SELECT count(*) FROM annotation"
                                          " WHERE (1 << motivation) & ?1");
    db_bind_long(query, 1, motivations);
    int64_t n = db_step(query) == DB_ROW ? db_long(query, 0) : 0;
    state_query_end(state, query);
    return (size_t)n;
}

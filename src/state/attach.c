/* Finds the annotations of an article again, and saves what has become of
 * them. */
#include "state/attach.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "state/remembered.h"
#include "state/state_data.h"

/* The annotations to be saved. */
struct reattaching {
    struct annotation **items;
    size_t n, capacity;
};

static bool keep_all(struct state *state, void *context)
{
    const struct reattaching *moved = context;
    bool ok = true;
    for (size_t i = 0; ok && i < moved->n; i++)
        ok = annotation_attach(state, moved->items[i]);
    return ok;
}

static void replace_anchor(struct annotation *annotation,
                           const struct anchor_text *text,
                           struct anchor_range range)
{
    anchor_finish(&annotation->anchor);
    anchor_make(text, range.start, range.end, &annotation->anchor);
}

/* Finds an annotation. Returns true if it must be saved. The anchor of a
 * passage whose words have changed is not replaced, so that it still has the
 * words that the note was made for. */
static bool find_one(struct attached *attached, const struct anchor_text *text)
{
    struct annotation *annotation = &attached->annotation;
    const struct anchor *anchor = &annotation->anchor;
    enum anchor_result before = annotation->status;
    uint32_t start = anchor->start, end = anchor->end;
    annotation->status = anchor_find(text, anchor, &attached->range);
    if (annotation->status == ANCHOR_FOUND &&
        (attached->range.start != start || attached->range.end != end)) {
        replace_anchor(annotation, text, attached->range);
        return true;
    }
    return annotation->status != before;
}

static int compare(const void *a, const void *b)
{
    const struct attached *x = a, *y = b;
    if (x->range.start != y->range.start)
        return x->range.start < y->range.start ? -1 : 1;
    return x->annotation.id < y->annotation.id ? -1 : 1;
}

static void find_all(struct state *state, const struct article *article,
                     struct attached_list *out, size_t *n_changed)
{
    struct error err;
    struct reattaching moved = {0};
    struct anchor_text *text = anchor_text_new(article);
    for (size_t i = 0; i < out->n; i++) {
        struct annotation *annotation = &out->items[i].annotation;
        bool was_found = annotation->status == ANCHOR_FOUND;
        if (annotation->motivation == ANNOTATION_QUESTIONING ||
            !find_one(&out->items[i], text))
            continue;
        *n_changed += was_found && annotation->status != ANCHOR_FOUND;
        moved.items = mem_grow(moved.items, moved.n, &moved.capacity,
                               sizeof *moved.items);
        moved.items[moved.n++] = annotation;
    }
    anchor_text_free(text);
    if (moved.n)
        state_change(state, keep_all, &moved, &err);
    free(moved.items);
    qsort(out->items, out->n, sizeof *out->items, compare);
}

void attach_read(struct state *state, const struct article *article,
                 struct attached_list *out, size_t *n_changed)
{
    struct remembered known;
    struct annotation_list list = {0};
    *out = (struct attached_list){0};
    *n_changed = 0;
    if (!remembered_find_article(state, article, &known))
        return;
    annotation_list_article(state, known.id, &list);
    remembered_finish(&known);
    if (list.n) {
        out->items = mem_calloc(list.n, sizeof *out->items);
        out->n = list.n;
        for (size_t i = 0; i < list.n; i++)
            out->items[i].annotation = list.items[i];
        find_all(state, article, out, n_changed);
    }
    free(list.items); /* the annotations now belong to out */
}

void attach_finish(struct attached_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        annotation_finish(&list->items[i].annotation);
    free(list->items);
    *list = (struct attached_list){0};
}

/* Which articles the list shows, and in which order. */
#include "ui/library_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/strs.h"

static int by_title(const void *a, const void *b)
{
    const struct entry *x = *(const struct entry *const *)a;
    const struct entry *y = *(const struct entry *const *)b;
    int order = strcmp(x->title_folded, y->title_folded);
    return order ? order : strcmp(x->path, y->path);
}

static int by_date(const void *a, const void *b)
{
    const struct entry *x = *(const struct entry *const *)a;
    const struct entry *y = *(const struct entry *const *)b;
    int order = date_compare(&y->updated, &x->updated);
    return order ? order : by_title(a, b);
}

static int by_type(const void *a, const void *b)
{
    const struct entry *x = *(const struct entry *const *)a;
    const struct entry *y = *(const struct entry *const *)b;
    int order = (int)x->type - (int)y->type;
    return order ? order : by_title(a, b);
}

static const struct {
    const char *name;
    int (*compare)(const void *a, const void *b);
} sorts[] = {
    {"title", by_title},
    {"newest", by_date},
    {"type", by_type},
};

const char *library_sort_name(size_t sort)
{
    return sort < sizeof(sorts) / sizeof *sorts ? sorts[sort].name : NULL;
}

static void add_folded(struct buf *out, const char *text)
{
    fold_text(text, strlen(text), FOLD_ALL, out);
    buf_add_char(out, '\n');
}

/* Title, id, synonyms, publisher, type. */
static const char *folded_of(struct arena *arena, const struct entry *entry)
{
    struct buf text;
    buf_init(&text);
    buf_printf(&text, "%s\n%s\n", entry->title_folded, entry->id);
    for (size_t i = 0; i < entry->n_synonyms; i++)
        add_folded(&text, entry->synonyms[i]);
    if (entry->publisher)
        add_folded(&text, entry->publisher);
    buf_add(&text, article_type_name(entry->type));
    const char *folded = arena_strdup(arena, text.data);
    buf_finish(&text);
    return folded;
}

/* What is hidden by another folder, or broken, is listed with the reason. */
static bool is_preferred(const struct library *library,
                         const struct entry *entry)
{
    return entry->problem || entry->shadowed_by ||
           library_find_id(library, entry->id, NULL) == entry;
}

void library_rows_make(struct library_view *view, const struct library *library)
{
    arena_finish(&view->arena);
    arena_init(&view->arena);
    view->library = library;
    view->n_rows = library->n_entries;
    view->rows =
        arena_alloc(&view->arena, (view->n_rows + 1) * sizeof *view->rows);
    view->shown =
        arena_alloc(&view->arena, (view->n_rows + 1) * sizeof *view->shown);
    view->n_shown = 0;
    view->preview_of = NULL;
    for (size_t i = 0; i < view->n_rows; i++) {
        const struct entry *entry = &library->entries[i];
        view->rows[i] =
            (struct library_row){entry, NULL, is_preferred(library, entry)};
    }
    library_rows_show(view);
}

static bool matches(struct library_view *view, struct library_row *row,
                    const struct strs *words)
{
    if (!row->folded)
        row->folded = folded_of(&view->arena, row->entry);
    for (size_t i = 0; i < words->n; i++)
        if (!strstr(row->folded, words->items[i]))
            return false;
    return true;
}

static void filter_words(const char *filter, struct strs *words)
{
    char *folded = fold_string(filter, FOLD_ALL), *rest = folded, *word;
    while ((word = strsep(&rest, " ")))
        if (*word)
            strs_add(words, word);
    free(folded);
}

/* With a filter a translation shows when the preferred one has not its words.
 */
static void choose_rows(struct library_view *view, const struct strs *words)
{
    for (size_t i = 0; i < view->n_rows; i++) {
        struct library_row *row = &view->rows[i];
        if (row->preferred && matches(view, row, words))
            view->shown[view->n_shown++] = row->entry;
    }
    for (size_t i = 0; i < view->n_rows && words->n; i++) {
        struct library_row *row = &view->rows[i];
        bool there = row->preferred || !matches(view, row, words);
        for (size_t j = 0; j < view->n_shown && !there; j++)
            there = strcmp(view->shown[j]->id, row->entry->id) == 0;
        if (!there)
            view->shown[view->n_shown++] = row->entry;
    }
}

static size_t find_path(const struct library_view *view, const char *path)
{
    for (size_t i = 0; path && i < view->n_shown; i++)
        if (strcmp(view->shown[i]->path, path) == 0)
            return i;
    return 0;
}

void library_rows_show(struct library_view *view)
{
    struct strs words;
    strs_init(&words);
    filter_words(view->filter ? view->filter : "", &words);
    view->n_shown = 0;
    choose_rows(view, &words);
    strs_finish(&words);
    qsort(view->shown, view->n_shown, sizeof *view->shown,
          sorts[view->sort].compare);
    view->selected = find_path(view, view->selected_path);
    view->preview_of = NULL;
}

/* Makes the rows of a comparison. */
#include "compare/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "compare/labels.h"
#include "compare/nothing.h"
#include "compare/numbers.h"
#include "export/export.h"
#include "export/parts.h"

#define KINDS_MAX 4

/* The questions, in an order based on evidence of what people ask: options,
 * benefits, harms, how likely, what happens, who should not have it. Each kind
 * of the safety set belongs to a question. */
static const struct compare_question {
    const char *words;
    enum kind kinds[KINDS_MAX]; /* the first one names what is missing */
    bool is_nothing, is_numbers;
} questions[] = {
    {N_("What are the options?"), {KIND_TREATMENT}},
    {N_("What if I do nothing?"), {KIND_TREATMENT}, .is_nothing = true},
    {N_("What are the benefits?"),
     {KIND_BENEFITS, KIND_EFFECTIVENESS, KIND_USES}},
    {N_("What are the harms?"), {KIND_SIDE_EFFECTS, KIND_RISKS, KIND_WARNINGS}},
    {N_("How likely is it?"), {KIND_NONE}, .is_numbers = true},
    {N_("What happens?"), {KIND_PROCEDURE, KIND_DOSAGE, KIND_AFTERCARE}},
    {N_("Who should not have it?"), {KIND_CONTRAINDICATIONS}},
    {N_("What about other medicines?"), {KIND_INTERACTIONS}},
    {N_("What about pregnancy?"), {KIND_PREGNANCY, KIND_POPULATIONS}},
    {N_("What does it cost?"), {KIND_ACCESS}},
    {N_("When should I get help?"), {KIND_EMERGENCY, KIND_SEE_DOCTOR}},
};

/* A comparison being made. */
struct comparer {
    struct compare_table *comparison;
    const struct compare_options *options;
    size_t rows_capacity;
};

static struct compare_row *add_row(struct comparer *comparer,
                                   enum compare_row_type type,
                                   const char *question)
{
    struct compare_table *comparison = comparer->comparison;
    comparison->rows =
        mem_grow(comparison->rows, comparison->n_rows, &comparer->rows_capacity,
                 sizeof *comparison->rows);
    struct compare_row *row = &comparison->rows[comparison->n_rows++];
    *row = (struct compare_row){.type = type, .question = question};
    return row;
}

static bool has_risk(const struct node *block)
{
    for (const struct node *node = block; node; node = node_walk(block, node))
        if (node->type == NODE_RISK)
            return true;
    return false;
}

/* Marks the blocks of a kind; KIND_NONE marks all. */
static void mark_kind(const struct article *article, enum kind kind,
                      bool *marks)
{
    struct export_parts parts;
    parts_init(&parts, article, kind);
    for (size_t i = 0; i < parts.n; i++)
        for (size_t block = parts.items[i].blocks.first;
             block < parts.items[i].blocks.end; block++)
            marks[block] = true;
    parts_finish(&parts);
}

/* Stores the marked blocks as ranges in a cell. Risk blocks are left out, since
 * they have rows of their own; one within another block prevents the row from
 * being shown side by side. */
static void store_marked(struct compare_table *comparison,
                         struct compare_row *row, size_t i, const bool *marks)
{
    const struct article *article = comparison->articles[i];
    struct compare_cell *cell = &row->cells[i];
    bool any = false;
    cell->ranges = arena_alloc(&comparison->arena,
                               article->n_blocks * sizeof *cell->ranges);
    for (size_t block = 0; block < article->n_blocks; block++) {
        any = any || marks[block];
        if (marks[block] && article->blocks[block]->type == NODE_RISK)
            row->note = _("The numbers of risk blocks are under \"How likely "
                          "is it?\".");
        if (!marks[block] || article->blocks[block]->type == NODE_RISK)
            continue;
        row->is_stacked |= has_risk(article->blocks[block]);
        if (cell->n_ranges && cell->ranges[cell->n_ranges - 1].end == block)
            cell->ranges[cell->n_ranges - 1].end++;
        else
            cell->ranges[cell->n_ranges++] =
                (struct block_range){block, block + 1};
    }
    if (any && !cell->n_ranges)
        cell->words = _("Only numbers. See \"How likely is it?\".");
}

static void set_missing(struct compare_table *comparison,
                        struct compare_cell *cell,
                        const struct article *article, enum kind kind)
{
    struct buf words;
    buf_init(&words);
    export_kind_missing(article, kind, &words);
    cell->words = arena_strdup(&comparison->arena, words.data);
    cell->is_silent = true;
    buf_finish(&words);
}

static void fill_cell(struct compare_table *comparison, struct compare_row *row,
                      size_t i, const enum kind *kinds)
{
    const struct article *article = comparison->articles[i];
    bool *marks = mem_calloc(article->n_blocks + 1, sizeof *marks);
    for (size_t k = 0; k < KINDS_MAX && kinds[k] != KIND_NONE; k++)
        mark_kind(article, kinds[k], marks);
    store_marked(comparison, row, i, marks);
    free(marks);
    if (!row->cells[i].n_ranges && !row->cells[i].words)
        set_missing(comparison, &row->cells[i], article, kinds[0]);
}

static bool is_safety(const enum kind *kinds)
{
    for (size_t k = 0; k < KINDS_MAX && kinds[k] != KIND_NONE; k++)
        if (kind_get(kinds[k])->safety)
            return true;
    return false;
}

static void add_text_row(struct comparer *comparer, const char *question,
                         const enum kind *kinds)
{
    struct compare_row *row = add_row(comparer, COMPARE_TEXT, question);
    row->is_safety = is_safety(kinds);
    row->kind = kinds[0];
    for (size_t i = 0; i < comparer->comparison->n; i++)
        fill_cell(comparer->comparison, row, i, kinds);
    numbers_keep_apart(comparer->comparison, row);
}

/* Adds the row on doing nothing, with what each article says itself. It is left
 * out if no article says anything, since silence is not a statement. */
static void add_nothing_row(struct comparer *comparer, const char *question)
{
    struct compare_table *comparison = comparer->comparison;
    struct compare_cell cells[COMPARE_MAX] = {0};
    bool any = false;
    for (size_t i = 0; i < comparison->n; i++) {
        cells[i].words =
            nothing_find(comparison->articles[i], &comparison->arena);
        cells[i].is_silent = !cells[i].words;
        any = any || cells[i].words;
        if (!cells[i].words)
            cells[i].words =
                _("No paragraph about doing nothing found. Look under the "
                  "options, too.");
    }
    if (!any)
        return;
    struct compare_row *row = add_row(comparer, COMPARE_TEXT, question);
    memcpy(row->cells, cells, sizeof cells);
    numbers_keep_apart(comparison, row);
}

/* Lists the numbers of all articles, or those in sections of the kind asked
 * for. */
static struct compare_numbers list_numbers(const struct comparer *comparer)
{
    struct compare_table *comparison = comparer->comparison;
    struct compare_numbers list = {0};
    for (size_t i = 0; i < comparison->n; i++) {
        const struct article *article = comparison->articles[i];
        size_t n;
        struct compare_number *found =
            numbers_find(article, &comparison->arena, &n);
        bool *marks = mem_calloc(article->n_blocks + 1, sizeof *marks);
        mark_kind(article, comparer->options->kind, marks);
        for (size_t k = 0; k < n; k++)
            if (marks[found[k].block])
                numbers_add(&list, i, &found[k]);
        free(marks);
        free(found);
    }
    return list;
}

/* Fills a cell with a number. A top-level risk block is shown as it is, one
 * within another block by its sentences. */
static void set_number(struct compare_table *comparison,
                       struct compare_cell *cell,
                       const struct compare_number *number)
{
    const struct article *article = number->article;
    const struct node *node = number->node;
    if (article->blocks[number->block] == node) {
        cell->ranges = arena_alloc(&comparison->arena, sizeof *cell->ranges);
        cell->ranges[0] =
            (struct block_range){number->block, number->block + 1};
        cell->n_ranges = 1;
        return;
    }
    cell->words =
        arena_strndup(&comparison->arena, article->text + node->text_start,
                      node->text_end - node->text_start);
}

/* Returns the set of parts in which a number differs from numbers of other
 * articles. */
static unsigned differing_parts(const struct compare_numbers *list, size_t i)
{
    unsigned parts = 0;
    for (size_t owner = 0; owner < COMPARE_MAX; owner++) {
        if (owner == list->owners[i] || !list->n_of[owner])
            continue;
        for (int part = 0; part < NUMBERS_N_PARTS; part++) {
            const struct common_part *common = &list->common[owner][part];
            if (common->is_mixed || !*list->items[i].frame[part] ||
                !str_equal(common->value, list->items[i].frame[part]))
                parts |= 1u << part;
        }
    }
    return parts;
}

static const char *number_note(struct compare_table *comparison,
                               const struct compare_numbers *list, size_t i)
{
    struct buf words;
    unsigned parts = differing_parts(list, i);
    if (!parts)
        return NULL;
    buf_init(&words);
    numbers_add_parts(parts, &words);
    const char *note = arena_printf(
        &comparison->arena,
        numbers_is_stated(&list->items[i])
            ? _("Do not compare these with the numbers of the other "
                "articles: they differ in %s.")
            : _("Do not compare these with the numbers of the other "
                "articles: they differ in %s, or do not state it."),
        words.data);
    buf_finish(&words);
    return note;
}

/* Returns the row with the frame of a number, if its cell for this article is
 * free; otherwise a new row. rows maps the keys of frames to rows. */
static struct compare_row *row_of_frame(struct comparer *comparer,
                                        const struct compare_numbers *list,
                                        size_t i, struct map *rows,
                                        const char *question)
{
    struct compare_table *comparison = comparer->comparison;
    const char *key = numbers_key(&list->items[i], &comparison->arena);
    struct map_entry *entry = key ? map_put(rows, key, strlen(key)) : NULL;
    if (entry && entry->number) {
        struct compare_row *row = &comparison->rows[entry->number - 1];
        const struct compare_cell *cell = &row->cells[list->owners[i]];
        if (!cell->n_ranges && !cell->words) {
            row->note =
                _("Same people, period, denominator, study and outcome.");
            return row;
        }
    }
    struct compare_row *row = add_row(comparer, COMPARE_NUMBERS, question);
    row->note = number_note(comparison, list, i);
    if (entry)
        entry->number = comparison->n_rows;
    return row;
}

static void add_no_numbers_row(struct comparer *comparer, const char *question)
{
    struct compare_row *row = add_row(comparer, COMPARE_TEXT, question);
    for (size_t i = 0; i < comparer->comparison->n; i++)
        row->cells[i] = (struct compare_cell){
            .words = _("No numbers found in a risk block. Look under "
                       "benefits and harms, too."),
            .is_silent = true,
        };
}

static void add_number_rows(struct comparer *comparer, const char *question)
{
    struct compare_numbers list = list_numbers(comparer);
    struct map rows = {0};
    for (size_t i = 0; i < list.n; i++)
        set_number(comparer->comparison,
                   &row_of_frame(comparer, &list, i, &rows, question)
                        ->cells[list.owners[i]],
                   &list.items[i]);
    if (!list.n && comparer->options->kind == KIND_NONE)
        add_no_numbers_row(comparer, question);
    map_finish(&rows);
    free(list.items);
    free(list.owners);
}

static void add_rows(struct comparer *comparer)
{
    const enum kind kinds[KINDS_MAX] = {comparer->options->kind};
    if (kinds[0] != KIND_NONE) {
        add_text_row(comparer, kind_get(kinds[0])->label, kinds);
        add_number_rows(comparer, _("How likely is it?"));
        return;
    }
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        const struct compare_question *question = &questions[i];
        if (question->is_nothing)
            add_nothing_row(comparer, _(question->words));
        else if (question->is_numbers)
            add_number_rows(comparer, _(question->words));
        else
            add_text_row(comparer, _(question->words), question->kinds);
    }
}

static bool is_same_file(const struct article *a, const struct article *b)
{
    if (a == b)
        return true;
    return a->path && b->path && a->stamp.inode == b->stamp.inode &&
           a->stamp.device == b->stamp.device;
}

struct compare_table *compare_new(const struct article *const *articles,
                                  size_t n,
                                  const struct compare_options *options,
                                  struct error *err)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++)
            if (is_same_file(articles[i], articles[k])) {
                error_set(err, _("%s cannot be compared with itself"),
                          articles[i]->title);
                return NULL;
            }
    struct compare_table *comparison = mem_calloc(1, sizeof *comparison);
    struct comparer comparer = {comparison, options, 0};
    arena_init(&comparison->arena);
    comparison->n = n;
    for (size_t i = 0; i < n; i++) {
        comparison->articles[i] = articles[i];
        comparison->labels[i] =
            labels_make(&comparison->arena, articles[i], &options->today);
    }
    labels_warn(comparison, &options->today);
    add_rows(&comparer);
    return comparison;
}

void compare_free(struct compare_table *comparison)
{
    if (!comparison)
        return;
    free(comparison->rows);
    arena_finish(&comparison->arena);
    free(comparison);
}

/* Compares the frames of numbers: population, period, denominator, study, what
 * is counted, and how certain it is. */
#include "compare/numbers.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "article/risk.h"
#include "base/mem.h"
#include "base/strs.h"
#include "text/frequency.h"

void numbers_add(struct compare_numbers *list, size_t owner,
                 const struct compare_number *number)
{
    list->items =
        mem_grow(list->items, list->n, &list->capacity, sizeof *list->items);
    list->owners = mem_grow(list->owners, list->n, &list->owners_capacity,
                            sizeof *list->owners);
    list->owners[list->n] = owner;
    list->items[list->n++] = *number;
    list->n_of[owner]++;
    for (int part = 0; part < NUMBERS_N_PARTS; part++) {
        struct common_part *common = &list->common[owner][part];
        const char *value = number->frame[part];
        common->is_mixed |=
            !*value || (common->value && !str_equal(common->value, value));
        common->value = value;
    }
}

/* Stores in key the form of a text used for comparing frames. text may be
 * NULL. */
static void make_key(const char *text, struct buf *key)
{
    struct buf folded;
    buf_clear(key);
    if (!text)
        return;
    buf_init(&folded);
    fold_text(text, strlen(text), FOLD_ALL, &folded);
    for (const char *at = folded.data; *at; at++)
        if (!ascii_is_space(*at))
            buf_add_char(key, *at);
        else if (key->n_bytes && !buf_ends(key, " "))
            buf_add_char(key, ' ');
    if (buf_ends(key, " ") || buf_ends(key, "."))
        buf_truncate(key, key->n_bytes - 1);
    buf_finish(&folded);
}

static const char *add_key(struct arena *arena, const char *text)
{
    struct buf key;
    buf_init(&key);
    make_key(text, &key);
    const char *copy = arena_strndup(arena, key.data, key.n_bytes);
    buf_finish(&key);
    return copy;
}

static const char *skip_prefix(const char *text, const char *prefix)
{
    size_t n = strlen(prefix);
    return ascii_ncasecmp(text, prefix, n) ? text : text + n;
}

/* Returns a DOI without the address of its resolver. */
static const char *bare_doi(const char *doi)
{
    static const char *const prefixes[] = {"https://", "http://", "dx.",
                                           "doi.org/", "doi:"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        doi = skip_prefix(doi, prefixes[i]);
    return doi + strspn(doi, " ");
}

/* Returns what identifies the study of a figure: the DOI or else the address of
 * its source; "" if it states no source, or none that exists. */
static const char *study_of(const struct article *article,
                            const struct risk_row *row, struct arena *arena)
{
    const struct source *source =
        row->reference >= 0 ? article->references[row->reference].source : NULL;
    if (!source)
        return "";
    return add_key(arena, source->doi && *source->doi ? bare_doi(source->doi)
                                                      : source->url);
}

static int compare_strings(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Returns the studies of all figures, sorted and each once; "" if a figure has
 * none. */
static const char *studies_of(const struct article *article,
                              const struct risk *risk, struct arena *arena)
{
    const char *studies[RISK_MAX_ROWS];
    struct buf all;
    buf_init(&all);
    for (size_t i = 0; i < risk->n_rows; i++)
        studies[i] = study_of(article, &risk->rows[i], arena);
    qsort(studies, risk->n_rows, sizeof *studies, compare_strings);
    for (size_t i = 0; i < risk->n_rows && *studies[0]; i++)
        if (!i || !str_equal(studies[i], studies[i - 1]))
            buf_printf(&all, "%s\n", studies[i]);
    const char *text = arena_strndup(arena, all.data, all.n_bytes);
    buf_finish(&all);
    return text;
}

static void make_frame(struct compare_number *number, struct arena *arena)
{
    const struct risk *risk = number->node->risk;
    for (int part = 0; part < NUMBERS_N_PARTS; part++)
        number->frame[part] = "";
    if (!risk || risk->broken)
        return;
    number->frame[NUMBERS_POPULATION] = add_key(arena, risk->population);
    number->frame[NUMBERS_PERIOD] = add_key(arena, risk->period);
    number->frame[NUMBERS_PER] = arena_printf(arena, "%ld", risk->per);
    number->frame[NUMBERS_STUDY] = studies_of(number->article, risk, arena);
    number->frame[NUMBERS_EVENT] =
        add_key(arena, risk->event ? risk->event : risk->title);
    number->frame[NUMBERS_OUTCOME] = risk->benefit ? "benefit" : "harm";
    number->frame[NUMBERS_CERTAINTY] = arena_printf(
        arena, "%d", (int)risk->certainty); /* ungraded is like ungraded */
}

struct compare_number *numbers_find(const struct article *article,
                                    struct arena *arena, size_t *n)
{
    struct compare_number *numbers = NULL;
    size_t capacity = 0;
    *n = 0;
    for (size_t block = 0; block < article->n_blocks; block++) {
        const struct node *root = article->blocks[block];
        for (const struct node *node = root; node;
             node = node_walk(root, node)) {
            if (node->type != NODE_RISK)
                continue;
            numbers = mem_grow(numbers, *n, &capacity, sizeof *numbers);
            numbers[*n] = (struct compare_number){article, node, block, {0}};
            make_frame(&numbers[(*n)++], arena);
        }
    }
    return numbers;
}

unsigned numbers_differ(const struct compare_number *a,
                        const struct compare_number *b)
{
    unsigned parts = 0;
    for (int part = 0; part < NUMBERS_N_PARTS; part++)
        if (!*a->frame[part] || !str_equal(a->frame[part], b->frame[part]))
            parts |= 1u << part;
    return parts;
}

bool numbers_is_stated(const struct compare_number *number)
{
    for (int part = 0; part < NUMBERS_N_PARTS; part++)
        if (!*number->frame[part])
            return false;
    return true;
}

const char *numbers_key(const struct compare_number *number,
                        struct arena *arena)
{
    if (!numbers_is_stated(number))
        return NULL;
    struct buf key;
    buf_init(&key);
    for (int part = 0; part < NUMBERS_N_PARTS; part++)
        buf_printf(&key, "%s\n", number->frame[part]);
    const char *copy = arena_strndup(arena, key.data, key.n_bytes);
    buf_finish(&key);
    return copy;
}

void numbers_add_parts(unsigned parts, struct buf *out)
{
    static const char *const names[NUMBERS_N_PARTS] = {
        [NUMBERS_POPULATION] = N_("the people studied"),
        [NUMBERS_PERIOD] = N_("the period"),
        [NUMBERS_PER] = N_("the denominator"),
        [NUMBERS_STUDY] = N_("the study"),
        [NUMBERS_EVENT] = N_("what is counted"),
        [NUMBERS_OUTCOME] = N_("harm and benefit"),
        [NUMBERS_CERTAINTY] = N_("the certainty"),
    };
    const char *last = NULL;
    size_t n = 0;
    for (int part = 0; part < NUMBERS_N_PARTS; part++) {
        if (!(parts & 1u << part))
            continue;
        if (last)
            buf_printf(out, "%s%s", n++ ? ", " : "", last);
        last = _(names[part]);
    }
    if (last)
        buf_printf(out, "%s%s", n ? _(" and ") : "", last);
}

/* Whether a cell's text has a number of people. */
static bool has_figures(const struct article *article,
                        const struct compare_cell *cell)
{
    bool has = cell->words && !cell->is_silent &&
               frequency_is_in(cell->words, strlen(cell->words), article->lang);
    for (size_t i = 0; i < cell->n_ranges && !has; i++) {
        uint32_t start = article->blocks[cell->ranges[i].first]->text_start;
        uint32_t end = article->blocks[cell->ranges[i].end - 1]->text_end;
        has =
            frequency_is_in(article->text + start, end - start, article->lang);
    }
    return has;
}

void numbers_keep_apart(struct compare_table *comparison,
                        struct compare_row *row)
{
    const char *note = _("Do not compare the numbers in these texts: they may "
                         "be about other people, periods or studies.");
    size_t n = 0;
    for (size_t i = 0; i < comparison->n; i++)
        n += has_figures(comparison->articles[i], &row->cells[i]);
    if (n < 2)
        return;
    row->is_stacked = true;
    row->note = row->note
                    ? arena_printf(&comparison->arena, "%s %s", row->note, note)
                    : note;
}

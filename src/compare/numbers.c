/* Compares the frames of numbers: population, period, denominator, study. */
#include "compare/numbers.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"

/* Puts a text into key as frames are compared. */
static void make_key(const char *text, struct buf *key)
{
    struct buf folded;
    buf_init(&folded);
    buf_clear(key);
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

static bool is_same_text(const char *a, const char *b)
{
    struct buf x, y;
    buf_init(&x);
    buf_init(&y);
    make_key(a, &x);
    make_key(b, &y);
    bool same = x.n_bytes && str_equal(x.data, y.data);
    buf_finish(&x);
    buf_finish(&y);
    return same;
}

static bool is_stated(const char *text)
{
    return text && text[strspn(text, " \t\r\n")];
}

/* What two texts of a frame differ in: nothing, bit, or that one is missing. */
static unsigned differ_in(const char *a, const char *b, unsigned bit)
{
    if (!is_stated(a) || !is_stated(b))
        return bit | NUMBERS_UNSTATED;
    return is_same_text(a, b) ? 0 : bit;
}

static const char *skip_prefix(const char *text, const char *prefix)
{
    size_t n = strlen(prefix);
    return ascii_ncasecmp(text, prefix, n) ? text : text + n;
}

/* A DOI without the address of its resolver. */
static const char *bare_doi(const char *doi)
{
    static const char *const prefixes[] = {"https://", "http://", "dx.",
                                           "doi.org/", "doi:"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        doi = skip_prefix(doi, prefixes[i]);
    return doi + strspn(doi, " ");
}

/* The source of a figure; NULL: none is stated, or nothing has its id. */
static const struct source *source_of(const struct compare_number *number,
                                      const struct risk_row *row)
{
    return row->reference >= 0
               ? number->article->references[row->reference].source
               : NULL;
}

static bool is_same_study(const struct source *a, const struct source *b)
{
    if (!a || !b)
        return false;
    if (is_stated(a->doi) && is_stated(b->doi))
        return is_same_text(bare_doi(a->doi), bare_doi(b->doi));
    return !is_stated(a->doi) && !is_stated(b->doi) && is_stated(a->url) &&
           is_stated(b->url) && is_same_text(a->url, b->url);
}

/* Whether each figure of a comes from a study that b has figures of. */
static bool has_studies(const struct compare_number *a,
                        const struct compare_number *b)
{
    for (size_t i = 0; i < a->node->risk->n_rows; i++) {
        const struct source *source = source_of(a, &a->node->risk->rows[i]);
        bool found = false;
        for (size_t j = 0; j < b->node->risk->n_rows && !found; j++)
            found =
                is_same_study(source, source_of(b, &b->node->risk->rows[j]));
        if (!found)
            return false;
    }
    return true;
}

unsigned numbers_differ(const struct compare_number *a,
                        const struct compare_number *b)
{
    const struct risk *x = a->node->risk, *y = b->node->risk;
    if (!x || !y)
        return NUMBERS_UNSTATED | NUMBERS_STUDY;
    unsigned set = differ_in(x->population, y->population, NUMBERS_POPULATION) |
                   differ_in(x->period, y->period, NUMBERS_PERIOD);
    set |= x->per == y->per ? 0 : NUMBERS_PER;
    set |= x->benefit == y->benefit ? 0 : NUMBERS_OUTCOME;
    set |= has_studies(a, b) && has_studies(b, a) ? 0 : NUMBERS_STUDY;
    return set;
}

void numbers_add_differences(unsigned differences, struct buf *out)
{
    static const struct {
        unsigned bit;
        const char *words;
    } names[] = {
        {NUMBERS_POPULATION, N_("the people studied")},
        {NUMBERS_PERIOD, N_("the period")},
        {NUMBERS_PER, N_("the denominator")},
        {NUMBERS_STUDY, N_("the study")},
        {NUMBERS_OUTCOME, N_("harm and benefit")},
    };
    const char *last = NULL;
    size_t n = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(differences & names[i].bit))
            continue;
        if (last)
            buf_printf(out, "%s%s", n++ ? ", " : "", last);
        last = _(names[i].words);
    }
    if (last)
        buf_printf(out, "%s%s", n ? _(" and ") : "", last);
}

struct compare_number *numbers_find(const struct article *article, size_t *n)
{
    struct compare_number *numbers = NULL;
    size_t capacity = 0;
    *n = 0;
    for (size_t block = 0; block < article->n_blocks; block++) {
        const struct node *root = article->blocks[block];
        for (const struct node *node = root; node; node = node_walk(root, node))
            if (node->type == NODE_RISK) {
                numbers = mem_grow(numbers, *n, &capacity, sizeof *numbers);
                numbers[(*n)++] = (struct compare_number){article, node, block};
            }
    }
    return numbers;
}

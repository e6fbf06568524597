/* Rules for the text of a translation: its numbers, units and negations are
 * those of the original. */
#include "check/translation_align.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/negation.h"
#include "check/quantity.h"

/* ---- numbers ---- */

#define QUANTITIES_MAX 400 /* of a passage */

struct quantities {
    struct quantity items[QUANTITIES_MAX];
    size_t n;
    const struct translated_passage *passage;
};

static struct quantities *
find_quantities(const struct translated_passage *passage)
{
    struct quantities *found = mem_calloc(1, sizeof *found);
    struct quantity quantity;
    uint32_t at = passage->start;
    found->passage = passage;
    while (found->n < QUANTITIES_MAX &&
           quantity_find(passage->lang, passage->text, at, passage->end,
                         &quantity)) {
        found->items[found->n++] = quantity;
        at = quantity.end;
    }
    return found;
}

/* Does the word of a number stand there, and is it no quantity of its own? */
static bool has_word(const struct quantities *all, double value)
{
    const struct translated_passage *in = all->passage;
    uint32_t start = in->start;
    for (size_t i = 0; i <= all->n; i++) {
        bool last = i == all->n;
        if (!last && !all->items[i].in_words)
            continue;
        uint32_t end = last ? in->end : all->items[i].start;
        if (quantity_in_words(in->lang, value, in->text + start, end - start))
            return true;
        start = last ? end : all->items[i].end;
    }
    return false;
}

/* Is there one of the same value, and of a unit that may be the same? */
static bool has_quantity(const struct quantities *all,
                         const struct quantity *wanted)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].value == wanted->value &&
            (all->items[i].unit == wanted->unit || !all->items[i].unit ||
             !wanted->unit))
            return true;
    return has_word(all, wanted->value);
}

/* How often a value stands among the quantities. */
static size_t count_value(const struct quantities *all, double value)
{
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++)
        n += all->items[i].value == value;
    return n;
}

/* How many have a unit and, unless the value is below 0, this value. */
static size_t count_unit(const struct quantities *all, enum unit unit,
                         double value)
{
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++)
        n += all->items[i].unit == unit &&
             (value < 0 || all->items[i].value == value);
    return n;
}

/* "2 tablets every 6 hours" and "6 comprimidos cada 2 horas": as many hours,
 * but others. */
static bool is_swapped(const struct quantities *a, const struct quantities *b,
                       const struct quantity *quantity)
{
    enum unit unit = quantity->unit;
    return unit && count_unit(a, unit, -1) == count_unit(b, unit, -1) &&
           count_unit(a, unit, quantity->value) >
               count_unit(b, unit, quantity->value);
}

/* The first quantity of a that b lacks; NULL if b has them all. A number that
 * stands more often may be one that b has in words, or not at all. */
static const struct quantity *lacking(const struct quantities *a,
                                      const struct quantities *b)
{
    for (size_t i = 0; i < a->n; i++) {
        const struct quantity *quantity = &a->items[i];
        if (!has_quantity(b, quantity) || is_swapped(a, b, quantity))
            return quantity;
        if (count_value(a, quantity->value) > count_value(b, quantity->value) &&
            !has_word(b, quantity->value))
            return quantity;
    }
    return NULL;
}

/* Writes a number with the word behind it. */
static void say_quantity(const struct quantities *of,
                         const struct quantity *quantity, char out[48])
{
    const char *text = of->passage->text + quantity->start;
    size_t n = quantity->end - quantity->start;
    size_t word = n + (text[n] == ' ');
    word += strcspn(text + word, " \n.,;:()");
    if (quantity->unit)
        n = word;
    snprintf(out, 48, "%.*s", (int)(n < 47 ? n : 47), text);
}

static void report_numbers(struct check *check, const struct passage_pair *pair,
                           const char *mine, const char *theirs)
{
    unsigned line = translation_line_of(check->original, pair->other_offset);
    if (mine && theirs)
        report_at(check, pair->offset,
                  _("\"%s\" here, but \"%s\" in the original (line %u)"), mine,
                  theirs, line);
    else if (theirs)
        report_at(check, pair->offset,
                  _("\"%s\" is in the original (line %u), but not here"),
                  theirs, line);
    else
        report_at(check, pair->offset,
                  _("\"%s\" is here, but not in the original (line %u)"), mine,
                  line);
}

static bool numbers_differ(struct check *check, const struct passage_pair *pair)
{
    struct quantities *own = find_quantities(&pair->own);
    struct quantities *other = find_quantities(&pair->other);
    const struct quantity *missing = lacking(other, own);
    const struct quantity *added = lacking(own, other);
    char theirs[48], mine[48];
    if (missing)
        say_quantity(other, missing, theirs);
    if (added)
        say_quantity(own, added, mine);
    if (missing || added)
        report_numbers(check, pair, added ? mine : NULL,
                       missing ? theirs : NULL);
    free(own);
    free(other);
    return missing || added;
}

static void compare_numbers(struct check *check, struct translation_part own,
                            struct translation_part other)
{
    translation_align_parts(check, own, other, numbers_differ);
}

static bool knows_both(const struct check *check)
{
    return check->original && quantity_knows(check->article->lang) &&
           quantity_knows(check->original->lang);
}

void rule_translation_numbers(struct check *check)
{
    if (knows_both(check))
        translation_each_pair(check, compare_numbers);
}

/* ---- negations ---- */

static struct negations negations_in(const struct translated_passage *passage)
{
    return negation_count(passage->lang, passage->text + passage->start,
                          passage->end - passage->start);
}

/* "Do not chew" may become "avoid chewing", so what is like a negation counts
 * as one where one is missing. "Do not start without asking" may become "ask
 * before you start". */
static bool negations_differ(struct check *check,
                             const struct passage_pair *pair)
{
    struct negations own = negations_in(&pair->own);
    struct negations other = negations_in(&pair->other);
    unsigned line = translation_line_of(check->original, pair->other_offset);
    unsigned instead =
        own.n_like > other.n_like ? own.n_like - other.n_like : 0;
    bool forbids = other.forbids && other.n == other.n_verb;
    bool missing = (other.n > own.n + instead && (own.n || !instead)) ||
                   (forbids && !own.n_verb && !own.n_avoid) ||
                   (other.n_firm && !own.n && !own.n_like);
    bool added = own.n > 0 && other.n + other.n_like + other.n_weak == 0;
    if (missing)
        report_at(check, pair->offset,
                  _("The original denies something here (line %u) that the "
                    "translation does not"),
                  line);
    else if (added)
        report_at(check, pair->offset,
                  _("The translation denies something here that the original "
                    "(line %u) does not"),
                  line);
    return missing || added;
}

static void compare_negations(struct check *check, struct translation_part own,
                              struct translation_part other)
{
    translation_align_parts(check, own, other, negations_differ);
}

void rule_translation_negations(struct check *check)
{
    if (knows_both(check))
        translation_each_pair(check, compare_negations);
}

/* Rules for the text of a translation: its numbers, units and negations are
 * those of the original. Sections are compared block by block and sentence by
 * sentence, as far as there are as many on both sides. */
#include "check/translation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "check/negation.h"
#include "check/quantity.h"

/* A run of text in a language. */
struct translated_passage {
    const char *text;
    uint32_t start, end;
    enum lang lang;
};

/* What is compared at once, and where messages point to. */
struct passage_pair {
    struct translated_passage own, other;
    size_t offset, other_offset; /* in the sources */
};

/* Compares two passages; true if it has reported a difference. */
typedef bool passage_rule(struct check *check, const struct passage_pair *pair);

/* ---- blocks and sentences ---- */

static bool is_hidden(const struct node *node)
{
    return node->type == NODE_CITATION || node->type == NODE_CODE ||
           node->type == NODE_HTML;
}

/* Appends a text, as one line. */
static void add_line(struct buf *out, const char *text, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++)
        buf_add_char(out, text[i] == '\n' ? ' ' : text[i]);
}

/* Appends the text of a block but what is no statement. */
static void add_leaf(struct buf *out, const struct article *article,
                     const struct node *leaf)
{
    if (leaf->type == NODE_RISK || leaf->type == NODE_CODE_BLOCK)
        return;
    for (const struct node *node = leaf; node;) {
        bool hidden = is_hidden(node);
        if (node->type == NODE_TEXT)
            add_line(out, article->text + node->text_start,
                     node->text_end - node->text_start);
        else if (node->type != NODE_CITATION && !node->first)
            buf_add_char(out, ' ');
        node = hidden ? node_skip(leaf, node) : node_walk(leaf, node);
    }
    buf_add_char(out, '\n');
}

/* "Dr.", "p. ej.", "z. B.": their points end no sentence. */
static bool is_abbreviation(const char *text, uint32_t start, uint32_t end)
{
    static const char *const forms[] = {"dr",  "dra", "sr",  "sra",   "ej",
                                        "bzw", "ca",  "vs",  "nr",    "st",
                                        "mr",  "mrs", "bsp", "aprox", NULL};
    uint32_t word = end;
    while (word > start && (ascii_is_alpha(text[word - 1]) ||
                            (unsigned char)text[word - 1] >= 0x80))
        word--;
    for (const char *const *form = forms; *form; form++)
        if (strlen(*form) == end - word &&
            !ascii_ncasecmp(text + word, *form, end - word))
            return true;
    return end - word == 1;
}

/* The end of the sentence that begins at start. */
static uint32_t sentence_end(const struct translated_passage *of,
                             uint32_t start)
{
    static const char *const wide[] = {"\u3002", "\uFF01", "\uFF1F"};
    for (uint32_t at = start; at < of->end; at++) {
        for (size_t i = 0; i < 3; i++)
            if (of->end - at >= 3 && !memcmp(of->text + at, wide[i], 3))
                return at + 3;
        if (of->text[at] == '\n')
            return at + 1;
        bool ends = strchr(".!?", of->text[at]) && at + 2 < of->end &&
                    of->text[at + 1] == ' ' &&
                    !ascii_is_lower(of->text[at + 2]);
        if (ends && !is_abbreviation(of->text, start, at))
            return at + 1;
    }
    return of->end;
}

/* The next sentence of a passage, from *at on, which gets its end; false if
 * only blanks follow. */
static bool next_sentence(const struct translated_passage *of, uint32_t *at,
                          struct translated_passage *sentence)
{
    while (*at < of->end && strchr(" \n", of->text[*at]))
        ++*at;
    *sentence = *of;
    sentence->start = *at;
    sentence->end = *at = sentence_end(of, *at);
    return sentence->end > sentence->start;
}

#define SENTENCES_MAX 40     /* of a passage that is compared by sentences */
#define COST_OF_MERGING 0.03 /* as a share of the passage */

/* The sentences of two passages, and what it costs to align those from one of
 * each on: in pairs, or two with one. Sentences that translate each other are
 * about as long a share of their passages. */
struct sentence_alignment {
    struct translated_passage own[SENTENCES_MAX], other[SENTENCES_MAX];
    size_t n_own, n_other;
    double costs[SENTENCES_MAX + 1][SENTENCES_MAX + 1];
};

static const struct step {
    size_t own, other;
} steps[] = {{1, 1}, {1, 2}, {2, 1}};

#define IMPOSSIBLE 1e9

static size_t split(const struct translated_passage *of,
                    struct translated_passage *out)
{
    uint32_t at = of->start;
    size_t n = 0;
    while (n < SENTENCES_MAX && next_sentence(of, &at, &out[n]))
        n++;
    return n;
}

/* The sentences i to i + n of a list as one passage. */
static struct translated_passage
join(const struct translated_passage *sentences, size_t i, size_t n)
{
    struct translated_passage joined = sentences[i];
    joined.end = sentences[i + n - 1].end;
    return joined;
}

static double share_of(const struct translated_passage *sentences, size_t n_all,
                       size_t i, size_t n)
{
    struct translated_passage part = join(sentences, i, n),
                              all = join(sentences, 0, n_all);
    return (double)(part.end - part.start) / (double)(all.end - all.start);
}

static double step_cost(const struct sentence_alignment *at, size_t i, size_t j,
                        const struct step *step)
{
    if (i + step->own > at->n_own || j + step->other > at->n_other)
        return IMPOSSIBLE;
    double difference = share_of(at->own, at->n_own, i, step->own) -
                        share_of(at->other, at->n_other, j, step->other);
    return (difference < 0 ? -difference : difference) +
           (step->own == step->other ? 0 : COST_OF_MERGING) +
           at->costs[i + step->own][j + step->other];
}

/* The step that costs least from two sentences on. */
static const struct step *best_step(const struct sentence_alignment *at,
                                    size_t i, size_t j)
{
    const struct step *best = steps;
    for (size_t k = 1; k < sizeof steps / sizeof *steps; k++)
        if (step_cost(at, i, j, &steps[k]) < step_cost(at, i, j, best))
            best = &steps[k];
    return best;
}

/* Aligns the sentences of a pair; false if that cannot be. */
static bool align(struct sentence_alignment *at,
                  const struct passage_pair *pair)
{
    at->n_own = split(&pair->own, at->own);
    at->n_other = split(&pair->other, at->other);
    if (!at->n_own || !at->n_other || at->n_own == SENTENCES_MAX ||
        at->n_other == SENTENCES_MAX)
        return false;
    for (size_t i = at->n_own + 1; i-- > 0;)
        for (size_t j = at->n_other + 1; j-- > 0;)
            at->costs[i][j] = i == at->n_own && j == at->n_other
                                  ? 0
                                  : step_cost(at, i, j, best_step(at, i, j));
    return at->costs[0][0] < IMPOSSIBLE;
}

/* Compares passages sentence by sentence, or as a whole. */
static void compare_passages(struct check *check,
                             const struct passage_pair *pair,
                             passage_rule *rule)
{
    struct sentence_alignment *at = mem_calloc(1, sizeof *at);
    struct passage_pair one = *pair;
    bool aligned = align(at, pair), told = !aligned && rule(check, pair);
    for (size_t i = 0, j = 0; aligned && !told && i < at->n_own;) {
        const struct step *step = best_step(at, i, j);
        one.own = join(at->own, i, step->own);
        one.other = join(at->other, j, step->other);
        told = rule(check, &one);
        i += step->own;
        j += step->other;
    }
    free(at);
}

/* Compares blocks, each side joined to one text. */
static void compare_leaves(struct check *check,
                           const struct translation_leaves *own,
                           const struct translation_leaves *other,
                           passage_rule *rule)
{
    struct buf mine, theirs;
    if (!own->n || !other->n)
        return;
    buf_init(&mine);
    buf_init(&theirs);
    for (size_t i = 0; i < own->n; i++)
        add_leaf(&mine, check->article, own->items[i]);
    for (size_t i = 0; i < other->n; i++)
        add_leaf(&theirs, check->original, other->items[i]);
    struct passage_pair pair = {
        {mine.data, 0, (uint32_t)mine.n_bytes, lang_find(check->article->lang)},
        {theirs.data, 0, (uint32_t)theirs.n_bytes,
         lang_find(check->original->lang)},
        own->items[0]->source_start,
        other->items[0]->source_start};
    if (mine.n_bytes && theirs.n_bytes)
        compare_passages(check, &pair, rule);
    buf_finish(&mine);
    buf_finish(&theirs);
}

static void compare_parts(struct check *check, struct translation_part own,
                          struct translation_part other, passage_rule *rule)
{
    struct translation_leaves mine = translation_leaves_of(&own);
    struct translation_leaves theirs = translation_leaves_of(&other);
    if (!translation_leaves_match(&mine, &theirs)) {
        compare_leaves(check, &mine, &theirs, rule);
        return;
    }
    for (size_t i = 0; i < mine.n && !report_is_full(check); i++)
        compare_leaves(check, &(struct translation_leaves){&mine.items[i], 1},
                       &(struct translation_leaves){&theirs.items[i], 1}, rule);
}

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
    compare_parts(check, own, other, numbers_differ);
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
 * as one where one is missing. */
static bool negations_differ(struct check *check,
                             const struct passage_pair *pair)
{
    struct negations own = negations_in(&pair->own);
    struct negations other = negations_in(&pair->other);
    unsigned line = translation_line_of(check->original, pair->other_offset);
    unsigned instead =
        own.n_like > other.n_like ? own.n_like - other.n_like : 0;
    bool missing = other.n > own.n + instead && (own.n || !instead);
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
    compare_parts(check, own, other, negations_differ);
}

void rule_translation_negations(struct check *check)
{
    if (knows_both(check))
        translation_each_pair(check, compare_negations);
}

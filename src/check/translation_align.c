/* Blocks are compared in pairs where both sides have as many, and their
 * sentences by an alignment that costs least. */
#include "check/translation_align.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"

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

void translation_align_parts(struct check *check, struct translation_part own,
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

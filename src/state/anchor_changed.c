/* Finds passages in which a word, a number or a negation has changed. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/number.h"
#include "state/anchor_data.h"

/* share of the words that a changed passage has kept */
#define LIKENESS_MIN 0.5

/* One cell of Sellers' algorithm: the edit distance of the words looked for to
 * a run of the text, and the first token of that run. */
struct alignment {
    size_t distance, first;
};

static void align_next(struct alignment *column, const struct tokens *exact,
                       const struct token *token, size_t at)
{
    struct alignment diagonal = {0, at};
    column[0] = (struct alignment){0, at + 1};
    for (size_t i = 0; i < exact->n; i++) {
        struct alignment left = column[i + 1], best = diagonal;
        best.distance += exact->items[i].hash != token->hash;
        if (left.distance + 1 < best.distance)
            best = (struct alignment){left.distance + 1, left.first};
        if (column[i].distance + 1 < best.distance)
            best = (struct alignment){column[i].distance + 1, column[i].first};
        diagonal = left;
        column[i + 1] = best;
    }
}

/* Returns whether the passage found is rather one of the old neighbours of the
 * passage, which has taken its place. */
static bool is_neighbour(const struct anchor_text *text,
                         const struct anchor_wanted *wanted,
                         const struct anchor_passage *found)
{
    const struct token *items = text->tokens.items + found->first;
    size_t n = found->past - found->first;
    size_t n_behind = number_min(n, wanted->suffix.n);
    size_t n_before = number_min(n, wanted->prefix.n);
    size_t behind =
        anchor_common_words(items, n, wanted->suffix.items, n_behind);
    size_t before = anchor_common_words(
        items, n, wanted->prefix.items + wanted->prefix.n - n_before, n_before);
    double share = (double)number_max(before, behind) /
                   (double)number_min(n, CONTEXT_TOKENS);
    return share >= found->like;
}

/* Returns how many words of the passage are missing, apart from numbers and
 * negations. */
static size_t n_missing(const struct anchor_text *text,
                        const struct anchor_wanted *wanted,
                        const struct anchor_passage *found)
{
    size_t n = 0, at = found->first;
    for (size_t i = 0; i < wanted->exact.n; i++) {
        const struct token *word = &wanted->exact.items[i];
        if (!word->core || word->flags & TOKEN_NUMBER)
            continue;
        size_t next = at;
        while (next < found->past &&
               text->tokens.items[next].core != word->core)
            next++;
        if (next < found->past)
            at = next + 1;
        else
            n++;
    }
    return n;
}

/* Returns whether the passage found contains the words unchanged. The search
 * for exact matches has dealt with those. */
static bool holds_exact(const struct anchor_text *text,
                        const struct anchor_wanted *wanted,
                        const struct anchor_passage *found)
{
    for (size_t i = found->first; i + wanted->exact.n <= found->past; i++)
        if (anchor_is_run(&text->tokens, i, &wanted->exact))
            return true;
    return false;
}

static double changed_score(const struct anchor_passage *found)
{
    return 0.6 * found->like + 0.4 * anchor_context_score(found);
}

static void consider(struct anchor_changed *search,
                     const struct anchor_passage *found)
{
    double score = changed_score(found);
    bool overlaps = search->best.past && found->first < search->best.past &&
                    search->best.first < found->past;
    if (score > search->best_score) {
        if (!overlaps)
            search->second_score = search->best_score;
        search->best_score = score;
        search->best = *found;
    } else if (!overlaps && score > search->second_score) {
        search->second_score = score;
    }
}

struct anchor_changed anchor_find_changed(const struct anchor_text *text,
                                          const struct anchor_wanted *wanted)
{
    struct anchor_changed search = {.best_score = -1, .second_score = -1};
    size_t n = wanted->exact.n;
    struct alignment *column = mem_calloc(n + 1, sizeof *column);
    for (size_t i = 0; i <= n; i++)
        column[i] = (struct alignment){i, 0};
    for (size_t at = 0; at < text->tokens.n; at++) {
        align_next(column, &wanted->exact, &text->tokens.items[at], at);
        struct anchor_passage found = {column[n].first, at + 1, .like = 0};
        found.like = 1 - (double)column[n].distance / (double)n;
        if (found.like < LIKENESS_MIN || found.first >= found.past)
            continue;
        anchor_look_around(text, wanted, &found);
        if (anchor_is_in_place(&found) && !is_neighbour(text, wanted, &found) &&
            !holds_exact(text, wanted, &found))
            consider(&search, &found);
    }
    free(column);
    return search;
}

/* A word may differ only if the neighbours on both sides are unchanged. */
bool anchor_is_changed(const struct anchor_text *text,
                       const struct anchor *anchor,
                       const struct anchor_wanted *wanted,
                       const struct anchor_changed *search)
{
    const struct anchor_passage *best = &search->best;
    if (!best->past ||
        search->best_score - search->second_score < CONTEXT_MARGIN / 2)
        return false;
    bool between = anchor_is_between(best, SIDE_SURE);
    if (!anchor_has_title(text, anchor, best) &&
        !anchor_is_between(best, SIDE_ALL))
        return false;
    return n_missing(text, wanted, best) <= (between ? wanted->exact.n / 8 : 0);
}

/* Two texts read in step: an article and its source.
 *
 * Where they part, a piece of the ledger must begin
 * there, or at one of the last words that were the same ("Menu Menu uses" and
 * "Menu uses": either may be the one that was left out); it is passed over.
 * Where pieces leave a choice, all are tried, up to a number; what was tried
 * and failed is not tried again, or each of several tables that are alike would
 * multiply the tries. */
#include "import/conserve_step.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Words that two texts may have in common by chance where one has more. */
#define BACK_WORDS 40
#define MAX_TRIES 50000

/* Passes over what is the same on both sides. */
static void match(struct conserve_state *comparison, size_t at[N_SIDES])
{
    const char *source =
        conserve_letters_of(comparison, SIDE_SOURCE) + at[SIDE_SOURCE];
    const char *article =
        conserve_letters_of(comparison, SIDE_ARTICLE) + at[SIDE_ARTICLE];
    size_t n_source =
        conserve_n_letters(comparison, SIDE_SOURCE) - at[SIDE_SOURCE];
    size_t n_article =
        conserve_n_letters(comparison, SIDE_ARTICLE) - at[SIDE_ARTICLE];
    size_t end = n_source < n_article ? n_source : n_article, n = 0;
    while (n < end && source[n] == article[n])
        n++;
    size_t n_same = letters_signs_match(
        &comparison->texts[SIDE_SOURCE]->signs, at[SIDE_SOURCE],
        &comparison->texts[SIDE_ARTICLE]->signs, at[SIDE_ARTICLE], n);
    bool at_sign = n_same < n;
    n = n_same;
    comparison->matches =
        mem_grow(comparison->matches, comparison->n_matches,
                 &comparison->matches_capacity, sizeof *comparison->matches);
    comparison->matches[comparison->n_matches++] = (struct conserve_match){
        {at[SIDE_SOURCE], at[SIDE_ARTICLE]},
        n,
    };
    at[SIDE_SOURCE] += n;
    at[SIDE_ARTICLE] += n;
    if (at[SIDE_SOURCE] >= comparison->best[SIDE_SOURCE]) {
        comparison->best[SIDE_SOURCE] = at[SIDE_SOURCE];
        comparison->best[SIDE_ARTICLE] = at[SIDE_ARTICLE];
        comparison->best_at_sign = at_sign;
    }
}

static void add_choice(struct conserve_state *comparison,
                       const struct conserve_choice *choice)
{
    comparison->choices =
        mem_grow(comparison->choices, comparison->n_choices,
                 &comparison->choices_capacity, sizeof *comparison->choices);
    comparison->choices[comparison->n_choices++] = *choice;
}

/* Where the article's last piece stands in the ledger; SIZE_MAX: none yet. */
static size_t last_order(const struct conserve_state *comparison)
{
    return comparison->n_taken
               ? comparison->taken[comparison->n_taken - 1].order
               : SIZE_MAX;
}

static bool may_take(const struct conserve_state *comparison, enum side side,
                     const struct piece *piece)
{
    return piece->n_left > 0 &&
           (!comparison->in_order || side == SIDE_SOURCE ||
            pieces_may_follow(&comparison->pieces[side], piece,
                              last_order(comparison)));
}

/* The pieces that may be passed over on a side at n_back letters before
 * what has been read. The longest is to be tried first, so it goes last. */
static void add_choices(struct conserve_state *comparison, enum side side,
                        const size_t at[N_SIDES], size_t n_back)
{
    struct conserve_choice choice = {
        .at = {at[SIDE_SOURCE] - n_back, at[SIDE_ARTICLE] - n_back},
        .side = side,
        .n_taken = comparison->n_taken,
        .n_matches = comparison->n_matches};
    const char *text = conserve_letters_of(comparison, side) + choice.at[side];
    size_t n = conserve_n_letters(comparison, side) - choice.at[side];
    size_t first = comparison->n_choices;
    for (struct piece *piece = pieces_find(&comparison->pieces[side], text, n);
         piece; piece = pieces_shorter(&comparison->pieces[side], piece)) {
        choice.piece = piece;
        if (!may_take(comparison, side, piece) ||
            !letters_signs_have(&comparison->texts[side]->signs,
                                choice.at[side], piece->signs,
                                piece->n_letters))
            continue;
        choice.order = pieces_order(&comparison->pieces[side], piece);
        add_choice(comparison, &choice);
    }
    struct conserve_choice *from = &comparison->choices[first];
    for (size_t i = 0, n_new = comparison->n_choices - first; i < n_new / 2;
         i++) {
        struct conserve_choice kept = from[i];
        from[i] = from[n_new - 1 - i];
        from[n_new - 1 - i] = kept;
    }
}

/* An importer writes its ledger as it goes, so what stands first in it is to
 * be tried first and goes last; of equals the order stays. They are few. */
static void sort_choices(struct conserve_state *comparison, size_t first)
{
    struct conserve_choice *choices = comparison->choices;
    for (size_t i = first; i < comparison->n_choices; i++) {
        struct conserve_choice choice = choices[i];
        size_t at = i;
        for (; at > first && choices[at - 1].order < choice.order; at--)
            choices[at] = choices[at - 1];
        choices[at] = choice;
    }
}

/* Where a piece may begin: words of the last match, and what comes next. */
static void add_side(struct conserve_state *comparison, enum side side,
                     const size_t at[N_SIDES])
{
    const struct letters *letters = comparison->texts[side];
    const struct conserve_match *last =
        &comparison->matches[comparison->n_matches - 1];
    size_t word = letters_word_at(letters, at[side]);
    size_t n_back[BACK_WORDS], n = 0;
    for (; word < letters->n_words && n < BACK_WORDS &&
           letters->words[word] >= last->start[side];
         word--)
        n_back[n++] = at[side] - letters->words[word];
    while (n > 0)
        add_choices(comparison, side, at, n_back[--n]);
}

/* Of a piece: the sum of them tells what is left. */
static uint64_t digest_of(const struct conserve_state *comparison,
                          enum side side, const struct piece *piece)
{
    uint64_t n = (uint64_t)(piece - comparison->pieces[side].items);
    n = (n * 2 + side + 1) * 0x9E3779B97F4A7C15;
    n = (n ^ (n >> 32)) * 0xD6E8FEB86659FD93;
    return n ^ (n >> 32);
}

/* Was the comparison here before, with the same pieces left? */
static bool was_tried(struct conserve_state *comparison,
                      const size_t at[N_SIDES])
{
    const uint64_t state[] = {
        at[SIDE_SOURCE], at[SIDE_ARTICLE], comparison->left,
        comparison->matches[comparison->n_matches - 1].start[SIDE_SOURCE]};
    struct map_entry *entry =
        map_put(&comparison->tried, (const char *)state, sizeof state);
    if (entry->number++ > 0)
        return true;
    entry->key =
        arena_strndup(&comparison->arena, (const char *)state, sizeof state);
    return false;
}

/* Goes back to the last choice and takes it; false if there is none. */
static bool take_choice(struct conserve_state *comparison, size_t at[N_SIDES])
{
    if (comparison->n_choices == 0)
        return false;
    struct conserve_choice choice =
        comparison->choices[--comparison->n_choices];
    while (comparison->n_taken > choice.n_taken) {
        struct conserve_taken *last = &comparison->taken[--comparison->n_taken];
        last->piece->n_left++;
        comparison->left += digest_of(comparison, last->side, last->piece);
    }
    comparison->n_matches = choice.n_matches;
    struct conserve_match *last =
        &comparison->matches[comparison->n_matches - 1];
    last->n_letters = choice.at[SIDE_SOURCE] - last->start[SIDE_SOURCE];
    memcpy(at, choice.at, sizeof choice.at);
    at[choice.side] += choice.piece->n_letters;
    size_t order =
        choice.side == SIDE_ARTICLE ? choice.order : last_order(comparison);
    choice.piece->n_left--;
    comparison->left -= digest_of(comparison, choice.side, choice.piece);
    comparison->taken =
        mem_grow(comparison->taken, comparison->n_taken,
                 &comparison->taken_capacity, sizeof *comparison->taken);
    comparison->taken[comparison->n_taken++] =
        (struct conserve_taken){choice.side, choice.piece, order};
    return true;
}

static bool is_done(const struct conserve_state *comparison,
                    const size_t at[N_SIDES])
{
    const struct pieces *pieces = comparison->pieces;
    return at[SIDE_SOURCE] == conserve_n_letters(comparison, SIDE_SOURCE) &&
           at[SIDE_ARTICLE] == conserve_n_letters(comparison, SIDE_ARTICLE) &&
           pieces_are_found(&pieces[SIDE_SOURCE], &pieces[SIDE_ARTICLE]) &&
           pieces_are_found(&pieces[SIDE_ARTICLE], &pieces[SIDE_SOURCE]);
}

static void add_all_choices(struct conserve_state *comparison,
                            const size_t at[N_SIDES])
{
    size_t first = comparison->n_choices;
    add_side(comparison, SIDE_ARTICLE, at);
    add_side(comparison, SIDE_SOURCE, at);
    sort_choices(comparison, first);
}

/* Starts again. */
static void reset(struct conserve_state *comparison)
{
    while (comparison->n_taken > 0)
        comparison->taken[--comparison->n_taken].piece->n_left++;
    comparison->n_matches = comparison->n_choices = 0;
    comparison->left = 0;
    map_finish(&comparison->tried);
}

static bool read_in_step(struct conserve_state *comparison)
{
    size_t at[N_SIDES] = {0};
    for (size_t n_tries = 0;;) {
        match(comparison, at);
        if (is_done(comparison, at))
            return true;
        if (!was_tried(comparison, at)) {
            add_all_choices(comparison, at);
            n_tries++;
        }
        if (n_tries > MAX_TRIES + 4 * comparison->n_taken ||
            !take_choice(comparison, at))
            return false;
    }
}

bool conserve_step_through(struct conserve_state *comparison)
{
    comparison->in_order = true;
    if (read_in_step(comparison))
        return true;
    reset(comparison);
    comparison->in_order = false;
    return read_in_step(comparison);
}

void conserve_step_finish(struct conserve_state *comparison)
{
    pieces_finish(&comparison->pieces[SIDE_SOURCE]);
    pieces_finish(&comparison->pieces[SIDE_ARTICLE]);
    map_finish(&comparison->tried);
    arena_finish(&comparison->arena);
    free(comparison->taken);
    free(comparison->matches);
    free(comparison->choices);
}

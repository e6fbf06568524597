/* No word is lost on the way: an article compared with its source.
 *
 * Both are read in step. Where they part, a piece of the ledger must begin
 * there, or at one of the last words that were the same ("Menu Menu uses" and
 * "Menu uses": either may be the one that was left out); it is passed over.
 * Where pieces leave a choice, all are tried, up to a number; what was tried
 * and failed is not tried again, or each of several tables that are alike would
 * multiply the tries. */
#include "import/conserve.h"

#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "import/pieces.h"

/* Words that two texts may have in common by chance where one has more. */
#define BACK_WORDS 40
#define MAX_TRIES 50000
#define QUOTED_WORDS 8
#define FIND_LETTERS 24

enum side { SIDE_SOURCE, SIDE_ARTICLE, N_SIDES };

/* A stretch that is the same on both sides. */
struct conserve_match {
    size_t start[N_SIDES];
    size_t n_letters;
};

/* To pass over a piece on one side, from a place on both on. */
struct conserve_choice {
    size_t at[N_SIDES];
    enum side side;
    struct piece *piece;
    size_t n_taken, n_matches; /* before it */
    size_t order;              /* of the piece in the ledger */
};

/* A piece that was passed over. */
struct conserve_taken {
    enum side side;
    struct piece *piece;
    size_t order; /* in the ledger of the article's last piece so far, or
                     SIZE_MAX */
};

struct conserve_state {
    const struct letters *texts[N_SIDES];
    struct pieces pieces[N_SIDES];
    struct conserve_taken *taken; /* what was passed over so far */
    size_t n_taken, taken_capacity;
    struct conserve_match *matches;
    size_t n_matches, matches_capacity;
    struct conserve_choice *choices; /* not tried yet; the last is the next */
    size_t n_choices, choices_capacity;
    size_t best[N_SIDES]; /* where the comparison came farthest */
    bool in_order;        /* pieces of the article come in that of the ledger */
    uint64_t left;        /* a digest of the pieces that are left */
    struct arena arena;   /* for the keys of tried */
    struct map tried;     /* places, with the pieces that were left there */
};

/* ---- reading an article ---- */

static bool shows_words(const struct node *node)
{
    switch (node->type) {
    case NODE_TEXT:
    case NODE_CODE:
    case NODE_HTML:
    case NODE_CODE_BLOCK:
    case NODE_HTML_BLOCK:
    case NODE_RISK: return true;
    default: return false;
    }
}

static void read_tree(const struct article *article, const struct node *root,
                      struct letters *letters)
{
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        if (node->type < NODE_EMPH || node->type >= NODE_SOFT_BREAK)
            letters_divide(letters);
        if (node->type == NODE_HEADING)
            letters->heading = 1;
        else if (node->type < NODE_EMPH)
            letters->heading = node->parent != root;
        if (shows_words(node))
            letters_add(letters, article->text + node->text_start,
                        node->text_end - node->text_start);
    }
    letters->heading = 0;
    letters_divide(letters);
}

void conserve_read_body(const char *markdown, size_t n_bytes,
                        struct letters *letters)
{
    letters_reserve(letters, n_bytes);
    struct article *article = article_parse_tree(markdown, n_bytes);
    read_tree(article, article->root, letters);
    for (size_t i = 0; i < article->n_references; i++)
        if (article->references[i].note)
            read_tree(article, article->references[i].note, letters);
    article_free(article);
}

/* What has been read since the last piece. */
static void end_piece(struct letters *letters, struct ledger *ledger,
                      enum ledger_act act, const char *what)
{
    struct buf words;
    buf_init(&words);
    letters_quote(letters, 0, letters->n_words, &words);
    ledger_note(ledger, act, what, words.data, words.n_bytes);
    buf_finish(&words);
    letters_finish(letters);
    letters_init(letters);
}

/* A citation ends a piece: in the source a mark may stand there. */
void conserve_note(struct ledger *ledger, enum ledger_act act, const char *what,
                   const char *markdown, size_t n_bytes)
{
    if (!ledger)
        return;
    struct article *article = article_parse_tree(markdown, n_bytes);
    struct letters letters;
    letters_init(&letters);
    for (const struct node *node = article->root; node;
         node = node_walk(article->root, node)) {
        if (node->type < NODE_EMPH)
            letters_divide(&letters);
        if (node->type == NODE_CITATION)
            end_piece(&letters, ledger, act, what);
        if (shows_words(node))
            letters_add(&letters, article->text + node->text_start,
                        node->text_end - node->text_start);
    }
    end_piece(&letters, ledger, act, what);
    letters_finish(&letters);
    article_free(article);
}

/* ---- reading in step ---- */

static size_t n_letters(const struct conserve_state *comparison, enum side side)
{
    return comparison->texts[side]->text.n_bytes;
}

static const char *letters_of(const struct conserve_state *comparison,
                              enum side side)
{
    return comparison->texts[side]->text.data;
}

/* Passes over what is the same on both sides. */
static void match(struct conserve_state *comparison, size_t at[N_SIDES])
{
    const char *source = letters_of(comparison, SIDE_SOURCE) + at[SIDE_SOURCE];
    const char *article =
        letters_of(comparison, SIDE_ARTICLE) + at[SIDE_ARTICLE];
    size_t n_source = n_letters(comparison, SIDE_SOURCE) - at[SIDE_SOURCE];
    size_t n_article = n_letters(comparison, SIDE_ARTICLE) - at[SIDE_ARTICLE];
    size_t end = n_source < n_article ? n_source : n_article, n = 0;
    while (n < end && source[n] == article[n])
        n++;
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
    const char *text = letters_of(comparison, side) + choice.at[side];
    size_t n = n_letters(comparison, side) - choice.at[side];
    size_t first = comparison->n_choices;
    for (struct piece *piece = pieces_find(&comparison->pieces[side], text, n);
         piece; piece = pieces_shorter(&comparison->pieces[side], piece)) {
        choice.piece = piece;
        if (!may_take(comparison, side, piece))
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
    return at[SIDE_SOURCE] == n_letters(comparison, SIDE_SOURCE) &&
           at[SIDE_ARTICLE] == n_letters(comparison, SIDE_ARTICLE) &&
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

/* ---- what is wrong ---- */

static const char *find(const struct conserve_state *comparison, enum side side,
                        size_t from, const char *letters, size_t n)
{
    size_t n_text = n_letters(comparison, side);
    return n == 0 || from > n_text ? NULL
                                   : memmem(letters_of(comparison, side) + from,
                                            n_text - from, letters, n);
}

/* What comes next on one side, on the other one; SIZE_MAX if nowhere. */
static size_t find_next(const struct conserve_state *comparison, enum side side)
{
    enum side other = side == SIDE_SOURCE ? SIDE_ARTICLE : SIDE_SOURCE;
    size_t at = comparison->best[side], n = n_letters(comparison, side) - at;
    const char *found = find(comparison, other, comparison->best[other],
                             letters_of(comparison, side) + at,
                             n < FIND_LETTERS ? n : FIND_LETTERS);
    return found ? (size_t)(found - letters_of(comparison, other)) : SIZE_MAX;
}

static bool set_quoted(struct error *err, const char *fault,
                       const struct letters *letters, size_t start)
{
    struct buf words;
    buf_init(&words);
    letters_quote(letters, start, QUOTED_WORDS, &words);
    size_t word = letters_word_at(letters, start);
    unsigned line =
        word < letters->n_words ? letters_place(letters, word)->line : 0;
    if (line > 0)
        error_set(err, _("line %u: %s: \"%.200s\""), line, fault, words.data);
    else
        error_set(err, _("%s: \"%.200s\""), fault, words.data);
    buf_finish(&words);
    return false;
}

/* Where the heading ends that a word stands in, or the text without one. */
static size_t heading_end(const struct letters *letters, size_t word)
{
    const struct letters_place *place = letters_place(letters, word);
    const struct letters_place *end = letters->places + letters->n_places;
    uint32_t heading = place->heading;
    while (place < end && place->heading == heading)
        place++;
    return place < end && place->word < letters->n_words
               ? letters->words[place->word]
               : letters->text.n_bytes;
}

/* Letters enough to tell a text by, all of a heading or all of none. */
static size_t n_telling(const struct letters *letters, size_t start)
{
    size_t word = letters_word_at(letters, start);
    size_t n = (word < letters->n_words ? heading_end(letters, word)
                                        : letters->text.n_bytes) -
               start;
    return n < FIND_LETTERS ? n : FIND_LETTERS;
}

/* The words of the source where the two part are not in the article, or not
 * there. */
static bool explain_lost(const struct conserve_state *comparison,
                         struct error *err)
{
    const struct letters *source = comparison->texts[SIDE_SOURCE];
    size_t at = comparison->best[SIDE_SOURCE];
    size_t word = letters_word_at(source, at);
    if (word < source->n_words)
        at = source->words[word];
    bool elsewhere = find(comparison, SIDE_ARTICLE, 0, source->text.data + at,
                          n_telling(source, at));
    return set_quoted(err,
                      elsewhere
                          ? _("the article would have this text elsewhere")
                          : _("this text would be lost"),
                      source, at);
}

static bool explain_more(const struct conserve_state *comparison,
                         struct error *err)
{
    const struct letters *article = comparison->texts[SIDE_ARTICLE];
    size_t at = comparison->best[SIDE_ARTICLE];
    size_t n = article->text.n_bytes - at;
    bool twice = find(comparison, SIDE_SOURCE, 0, article->text.data + at,
                      n < FIND_LETTERS ? n : FIND_LETTERS);
    return set_quoted(err,
                      twice ? _("the article would have this text twice")
                            : _("this text is not in the source"),
                      article, at);
}

static bool explain_unused(const struct conserve_state *comparison,
                           struct error *err)
{
    for (int side = 0; side < N_SIDES; side++) {
        const struct pieces *pieces = &comparison->pieces[side];
        for (size_t i = 0; i < pieces->n; i++)
            if (pieces->items[i].n_left > pieces->items[i].n_moved)
                return error_set(
                    err, _("%s is not %s: \"%.*s\""), pieces->items[i].what,
                    side == SIDE_SOURCE ? "in the source" : "in the article",
                    (int)(pieces->items[i].n_letters < 200
                              ? pieces->items[i].n_letters
                              : 200),
                    pieces->items[i].letters);
    }
    return error_set(err, _("the article cannot be compared with its source"));
}

static bool explain(const struct conserve_state *comparison, struct error *err)
{
    size_t n_source = n_letters(comparison, SIDE_SOURCE);
    size_t n_article = n_letters(comparison, SIDE_ARTICLE);
    bool source_ends = comparison->best[SIDE_SOURCE] == n_source;
    bool article_ends = comparison->best[SIDE_ARTICLE] == n_article;
    if (source_ends && article_ends)
        return explain_unused(comparison, err);
    size_t source_next = find_next(comparison, SIDE_SOURCE);
    size_t article_next = find_next(comparison, SIDE_ARTICLE);
    size_t n_more = source_next - comparison->best[SIDE_ARTICLE];
    size_t n_lost = article_next - comparison->best[SIDE_SOURCE];
    bool more = source_ends || (source_next != SIZE_MAX && !article_ends &&
                                (article_next == SIZE_MAX || n_more < n_lost));
    return more ? explain_more(comparison, err) : explain_lost(comparison, err);
}

/* ---- headings ---- */

/* A heading whose text the ledger has may be a title or a name that stands in
 * running text now. */
static bool is_declared(const struct conserve_state *comparison, size_t word)
{
    const struct letters *source = comparison->texts[SIDE_SOURCE];
    const struct letters_place *first = letters_place(source, word);
    while (first > source->places && first[-1].heading == first->heading)
        first--;
    size_t start = source->words[first->word];
    size_t end = heading_end(source, word);
    const struct piece *piece =
        pieces_find(&comparison->pieces[SIDE_SOURCE], source->text.data + start,
                    end - start);
    return piece && piece->n_letters == end - start;
}

/* Is a heading's word in the source, in a stretch that is the same, one of a
 * heading in the article, or in a list, a quote or a table there? */
static bool keeps_heading(const struct conserve_state *comparison,
                          const struct conserve_match *same, size_t word)
{
    const struct letters *article = comparison->texts[SIDE_ARTICLE];
    size_t start = comparison->texts[SIDE_SOURCE]->words[word];
    if (start < same->start[SIDE_SOURCE])
        return true;
    size_t at = letters_word_at(article, start - same->start[SIDE_SOURCE] +
                                             same->start[SIDE_ARTICLE]);
    return letters_place(article, at)->heading || is_declared(comparison, word);
}

/* The words from one on, up to another, are a heading's; *match is the stretch
 * that the one before was looked for in. */
static bool keeps_words(const struct conserve_state *comparison, size_t word,
                        size_t end, size_t *match, struct error *err)
{
    const struct letters *source = comparison->texts[SIDE_SOURCE];
    for (; word < end; word++) {
        const struct conserve_match *same = comparison->matches;
        while (*match < comparison->n_matches &&
               same[*match].start[SIDE_SOURCE] + same[*match].n_letters <=
                   source->words[word])
            (*match)++;
        if (*match == comparison->n_matches)
            return true;
        if (!keeps_heading(comparison, &same[*match], word))
            return set_quoted(err, _("this heading would be lost"), source,
                              source->words[word]);
    }
    return true;
}

static bool keeps_headings(const struct conserve_state *comparison,
                           struct error *err)
{
    const struct letters *source = comparison->texts[SIDE_SOURCE];
    size_t match = 0;
    for (size_t i = 0; i < source->n_places; i++) {
        size_t end = i + 1 < source->n_places ? source->places[i + 1].word
                                              : source->n_words;
        if (source->places[i].heading &&
            !keeps_words(comparison, source->places[i].word, end, &match, err))
            return false;
    }
    return true;
}

static bool are_stated(const struct ledger *ledger,
                       const struct letters *stated, struct error *err)
{
    for (size_t i = 0; i < ledger->n; i++) {
        const struct ledger_entry *entry = &ledger->entries[i];
        if (entry->act == LEDGER_STATED &&
            !memmem(stated->text.data, stated->text.n_bytes, entry->letters,
                    entry->n_letters))
            return error_set(err, _("this text would be lost: \"%.200s\""),
                             entry->text);
    }
    return true;
}

/* Importers write the ledger as they write the article, but for some rules:
 * that order is tried first, since it leaves hardly a choice. */
static bool is_kept(struct conserve_state *comparison)
{
    comparison->in_order = true;
    if (read_in_step(comparison))
        return true;
    reset(comparison);
    comparison->in_order = false;
    return read_in_step(comparison);
}

bool conserve_compare(const struct letters *source,
                      const struct letters *articles,
                      const struct letters *stated, const struct ledger *ledger,
                      struct error *err)
{
    struct conserve_state comparison = {.texts = {source, articles}};
    pieces_init(&comparison.pieces[SIDE_SOURCE], ledger,
                1 << LEDGER_LEFT_OUT | 1 << LEDGER_STATED | 1 << LEDGER_MOVED);
    pieces_init(&comparison.pieces[SIDE_ARTICLE], ledger,
                1 << LEDGER_ADDED | 1 << LEDGER_REPEATED | 1 << LEDGER_MOVED);
    arena_init(&comparison.arena);
    bool good = are_stated(ledger, stated, err) &&
                (is_kept(&comparison) || explain(&comparison, err)) &&
                keeps_headings(&comparison, err);
    pieces_finish(&comparison.pieces[SIDE_SOURCE]);
    pieces_finish(&comparison.pieces[SIDE_ARTICLE]);
    map_finish(&comparison.tried);
    arena_finish(&comparison.arena);
    free(comparison.taken);
    free(comparison.matches);
    free(comparison.choices);
    return good;
}

/* Compares an article with its source, so that no word is lost on the way. */
#include "import/conserve.h"

#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/i18n.h"
#include "import/conserve_step.h"

#define QUOTED_WORDS 8
#define FIND_LETTERS 24

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

static void divide(const struct node *node, struct letters *letters)
{
    if (node->type < NODE_EMPH)
        letters_divide(letters);
    else if (node->type >= NODE_SOFT_BREAK)
        letters_add(letters, " ", 1);
}

static void read_tree(const struct article *article, const struct node *root,
                      struct letters *letters)
{
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        divide(node, letters);
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
    ledger_note_letters(ledger, act, what, letters);
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
        divide(node, &letters);
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

/* ---- what is wrong ---- */

static const char *find(const struct conserve_state *comparison, enum side side,
                        size_t from, const char *letters, size_t n)
{
    size_t n_text = conserve_n_letters(comparison, side);
    return n == 0 || from > n_text
               ? NULL
               : memmem(conserve_letters_of(comparison, side) + from,
                        n_text - from, letters, n);
}

/* What comes next on one side, on the other one; SIZE_MAX if nowhere. */
static size_t find_next(const struct conserve_state *comparison, enum side side)
{
    enum side other = side == SIDE_SOURCE ? SIDE_ARTICLE : SIDE_SOURCE;
    size_t at = comparison->best[side],
           n = conserve_n_letters(comparison, side) - at;
    const char *found = find(comparison, other, comparison->best[other],
                             conserve_letters_of(comparison, side) + at,
                             n < FIND_LETTERS ? n : FIND_LETTERS);
    return found ? (size_t)(found - conserve_letters_of(comparison, other))
                 : SIZE_MAX;
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
                return error_set(err, _("%s is not %s: \"%.*s\""),
                                 pieces->items[i].what,
                                 side == SIDE_SOURCE ? _("in the source")
                                                     : _("in the article"),
                                 (int)(pieces->items[i].n_letters < 200
                                           ? pieces->items[i].n_letters
                                           : 200),
                                 pieces->items[i].letters);
    }
    return error_set(err, _("the article cannot be compared with its source"));
}

static bool explain_sign(const struct conserve_state *comparison,
                         struct error *err)
{
    const struct letters *source = comparison->texts[SIDE_SOURCE];
    size_t at = comparison->best[SIDE_SOURCE];
    size_t word = letters_word_at(source, at);
    while (word > 0 && word < source->n_words &&
           letters_sign_joins(&source->signs, source->words[word]))
        at = source->words[--word];
    return set_quoted(err, _("this number would change"), source, at);
}

static bool explain(const struct conserve_state *comparison, struct error *err)
{
    size_t n_source = conserve_n_letters(comparison, SIDE_SOURCE);
    size_t n_article = conserve_n_letters(comparison, SIDE_ARTICLE);
    bool source_ends = comparison->best[SIDE_SOURCE] == n_source;
    bool article_ends = comparison->best[SIDE_ARTICLE] == n_article;
    if (source_ends && article_ends)
        return explain_unused(comparison, err);
    if (comparison->best_at_sign)
        return explain_sign(comparison, err);
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
    while (
        piece && piece->n_letters == end - start &&
        !letters_signs_have(&source->signs, start, piece->signs, end - start))
        piece = pieces_shorter(&comparison->pieces[SIDE_SOURCE], piece);
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

static bool is_stated(const struct ledger_entry *entry,
                      const struct letters *stated)
{
    const char *at = stated->text.data, *end = at + stated->text.n_bytes;
    while ((at = memmem(at, (size_t)(end - at), entry->letters,
                        entry->n_letters))) {
        size_t start = (size_t)(at++ - stated->text.data);
        if (letters_signs_have(&stated->signs, start, &entry->signs,
                               entry->n_letters))
            return true;
    }
    return false;
}

static bool are_stated(const struct ledger *ledger,
                       const struct letters *stated, struct error *err)
{
    for (size_t i = 0; i < ledger->n; i++) {
        const struct ledger_entry *entry = &ledger->entries[i];
        if (entry->act == LEDGER_STATED && !is_stated(entry, stated))
            return error_set(err, _("this text would be lost: \"%.200s\""),
                             entry->text);
    }
    return true;
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
    bool good =
        are_stated(ledger, stated, err) &&
        (conserve_step_through(&comparison) || explain(&comparison, err)) &&
        keeps_headings(&comparison, err);
    conserve_step_finish(&comparison);
    return good;
}

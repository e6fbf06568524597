/* Finds passages again after their article has changed. */
#include "state/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/number.h"
#include "base/strs.h"
#include "base/utf8.h"
#include "state/token.h"

#define CONTEXT_TOKENS 40
#define NEAR_TOKENS 10
#define CONTEXT_MAX_BYTES 1000
#define QUOTE_MAX_TOKENS                                                       \
    400 /* compared one by one; longer ones by their ends */

/* Shares of what could match. */
#define SIDE_SURE 0.5 /* of the nearest words on one side: the same place */
#define SIDE_ALL 0.9
#define SIDE_SOME 0.3      /* of all the words on the other side */
#define CONTEXT_MARGIN 0.1 /* better than the next */
#define LIKE_LEAST 0.5     /* of the words of a changed passage */
#define WORDS_THAT_TELL 16 /* so many in a row are no coincidence */

struct anchor_text {
    const struct article *article;
    struct tokens tokens;
};

struct anchor_text *anchor_text_new(const struct article *article)
{
    struct anchor_text *text = mem_calloc(1, sizeof *text);
    text->article = article;
    tokens_add(&text->tokens, article->text, article->n_text_bytes,
               lang_find(article->lang));
    return text;
}

void anchor_text_free(struct anchor_text *text)
{
    if (!text)
        return;
    tokens_finish(&text->tokens);
    free(text);
}

void anchor_finish(struct anchor *anchor)
{
    free(anchor->exact);
    free(anchor->prefix);
    free(anchor->suffix);
    free(anchor->section);
    *anchor = (struct anchor){0};
}

/* The first token that begins at or after an offset. */
static size_t token_at(const struct tokens *tokens, uint32_t offset)
{
    size_t first = 0, end = tokens->n;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (tokens->items[middle].start < offset)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

static const char *section_title(const struct anchor_text *text,
                                 uint32_t offset)
{
    const struct article *article = text->article;
    size_t section =
        article_section_at(article, article_source_at(article, offset));
    const char *title =
        section == NO_SECTION ? NULL : article->sections[section].title;
    return title ? title : "";
}

/* What is looked for, in tokens. */
struct wanted {
    struct tokens exact, prefix, suffix;
};

static void wanted_init(struct wanted *wanted, const struct anchor_text *text,
                        const struct anchor *anchor)
{
    enum lang lang = lang_find(text->article->lang);
    *wanted = (struct wanted){0};
    tokens_add(&wanted->exact, anchor->exact, strlen(anchor->exact), lang);
    tokens_add(&wanted->prefix, anchor->prefix, strlen(anchor->prefix), lang);
    tokens_add(&wanted->suffix, anchor->suffix, strlen(anchor->suffix), lang);
}

static void wanted_finish(struct wanted *wanted)
{
    tokens_finish(&wanted->exact);
    tokens_finish(&wanted->prefix);
    tokens_finish(&wanted->suffix);
}

static bool is_run(const struct tokens *tokens, size_t at,
                   const struct tokens *run)
{
    if (at + run->n > tokens->n)
        return false;
    for (size_t i = 0; i < run->n; i++)
        if (tokens->items[at + i].hash != run->items[i].hash)
            return false;
    return true;
}

void anchor_make(const struct anchor_text *text, uint32_t start, uint32_t end,
                 struct anchor *out)
{
    const struct article *article = text->article;
    const struct tokens *tokens = &text->tokens;
    size_t first = token_at(tokens, start), past = token_at(tokens, end);
    size_t before = first > CONTEXT_TOKENS ? first - CONTEXT_TOKENS : 0;
    size_t behind = number_min(past + CONTEXT_TOKENS, tokens->n);
    uint32_t from = first > before ? tokens->items[before].start : start;
    uint32_t to = behind > past ? tokens->items[behind - 1].end : end;
    if (start - from > CONTEXT_MAX_BYTES)
        from = (uint32_t)utf8_floor(article->text, article->n_text_bytes,
                                    start - CONTEXT_MAX_BYTES);
    if (to - end > CONTEXT_MAX_BYTES)
        to = (uint32_t)utf8_floor(article->text, article->n_text_bytes,
                                  end + CONTEXT_MAX_BYTES);
    *out = (struct anchor){
        .exact = mem_strndup(article->text + start, end - start),
        .prefix = mem_strndup(article->text + from, start - from),
        .suffix = mem_strndup(article->text + end, to - end),
        .start = start,
        .end = end,
        .section = mem_strdup(section_title(text, start)),
    };
    struct wanted wanted;
    wanted_init(&wanted, text, out);
    for (size_t i = 0; wanted.exact.n && i < tokens->n; i++)
        out->n_same += is_run(tokens, i, &wanted.exact);
    wanted_finish(&wanted);
}

/* The length of the longest common subsequence of the last n tokens, at most
 * CONTEXT_TOKENS, before a and b, or of the first ones from there on. */
static size_t common(const struct token *a, size_t n_a, const struct token *b,
                     size_t n_b)
{
    size_t row[CONTEXT_TOKENS + 1] = {0};
    n_a = number_min(n_a, CONTEXT_TOKENS);
    n_b = number_min(n_b, CONTEXT_TOKENS);
    for (size_t i = 0; i < n_a; i++) {
        size_t diagonal = 0;
        for (size_t j = 0; j < n_b; j++) {
            size_t above = row[j + 1];
            row[j + 1] = a[i].hash == b[j].hash ? diagonal + 1
                                                : number_max(above, row[j]);
            diagonal = above;
        }
    }
    return row[n_b];
}

/* What is still there on one side of a passage. */
struct side {
    double near; /* share of the NEAR_TOKENS nearest words, up to the first
                    that is another */
    double all;  /* share of all words, in order */
};

/* At the start or the end of an article nothing else tells the place than that
 * it is there: n_there is how many words stand there now. */
static struct side side_of(size_t run, size_t found, size_t n, size_t n_there)
{
    if (!n)
        return n_there ? (struct side){0, 1} : (struct side){1, 1};
    size_t near = number_min(n, NEAR_TOKENS);
    return (struct side){(double)number_min(run, near) / (double)near,
                         (double)found / (double)n};
}

static struct side side_before(const struct tokens *tokens,
                               const struct tokens *prefix, size_t first)
{
    size_t run = 0, n = number_min(first, prefix->n);
    const struct token *last = tokens->items + first;
    while (run < n && last[-1 - (ptrdiff_t)run].hash ==
                          prefix->items[prefix->n - 1 - run].hash)
        run++;
    size_t found = common(prefix->items, prefix->n, last - n, n);
    return side_of(run, found, prefix->n, first);
}

static struct side side_behind(const struct tokens *tokens,
                               const struct tokens *suffix, size_t past)
{
    size_t run = 0, n = number_min(tokens->n - past, suffix->n);
    const struct token *next = tokens->items + past;
    while (run < n && next[run].hash == suffix->items[run].hash)
        run++;
    size_t found = common(suffix->items, suffix->n, next, n);
    return side_of(run, found, suffix->n, tokens->n - past);
}

/* A passage that may be the one. */
struct passage_found {
    size_t first, past; /* tokens; past 0: none */
    struct side before, behind;
    double like; /* share of the words; 1: all */
};

static void look_around(const struct anchor_text *text,
                        const struct wanted *wanted,
                        struct passage_found *found)
{
    found->before = side_before(&text->tokens, &wanted->prefix, found->first);
    found->behind = side_behind(&text->tokens, &wanted->suffix, found->past);
}

static double context_score(const struct passage_found *found)
{
    return (found->before.near + found->before.all + found->behind.near +
            found->behind.all) /
           4;
}

/* Whether the neighbours of the passage are those that it had. */
static bool is_in_place(const struct passage_found *found)
{
    return (found->before.near >= SIDE_SURE &&
            found->behind.all >= SIDE_SOME) ||
           (found->behind.near >= SIDE_SURE && found->before.all >= SIDE_SOME);
}

static bool is_beside(const struct passage_found *found, double least)
{
    return found->before.near >= least || found->behind.near >= least;
}

static bool is_between(const struct passage_found *found, double least)
{
    return found->before.near >= least && found->behind.near >= least;
}

/* Does the section still have its title? */
static bool has_title(const struct anchor_text *text,
                      const struct anchor *anchor,
                      const struct passage_found *found)
{
    uint32_t at = text->tokens.items[found->first].start;
    return str_equal(section_title(text, at), anchor->section);
}

/* The surroundings count for more in the same section. */
static double place_score(const struct anchor_text *text,
                          const struct anchor *anchor,
                          const struct passage_found *found)
{
    bool same = has_title(text, anchor, found);
    return context_score(found) + (same ? CONTEXT_MARGIN : 0);
}

struct exact_search {
    struct passage_found best;
    bool has_title;
    double best_score, second_score;
    size_t n;
};

static struct exact_search find_exact(const struct anchor_text *text,
                                      const struct anchor *anchor,
                                      const struct wanted *wanted)
{
    struct exact_search search = {.best_score = -1, .second_score = -1};
    for (size_t i = 0; i < text->tokens.n; i++) {
        if (!is_run(&text->tokens, i, &wanted->exact))
            continue;
        struct passage_found found = {i, i + wanted->exact.n, .like = 1};
        look_around(text, wanted, &found);
        double score = place_score(text, anchor, &found);
        search.n++;
        if (score > search.best_score) {
            search.second_score = search.best_score;
            search.best_score = score;
            search.best = found;
            search.has_title = has_title(text, anchor, &found);
        } else if (score > search.second_score) {
            search.second_score = score;
        }
    }
    return search;
}

/* Edit distances of the wanted words to runs of the text that end at each
 * token, by Sellers' algorithm. */
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

/* Is it a neighbour of the passage that has taken its place? */
static bool is_neighbour(const struct anchor_text *text,
                         const struct wanted *wanted,
                         const struct passage_found *found)
{
    const struct token *items = text->tokens.items + found->first;
    size_t n = found->past - found->first;
    size_t n_behind = number_min(n, wanted->suffix.n);
    size_t n_before = number_min(n, wanted->prefix.n);
    size_t behind = common(items, n, wanted->suffix.items, n_behind);
    size_t before = common(
        items, n, wanted->prefix.items + wanted->prefix.n - n_before, n_before);
    double share = (double)number_max(before, behind) /
                   (double)number_min(n, CONTEXT_TOKENS);
    return share >= found->like;
}

/* How many words of the passage, numbers and negations aside, are missing. */
static size_t n_missing(const struct anchor_text *text,
                        const struct wanted *wanted,
                        const struct passage_found *found)
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

/* Does it hold the words as they were? Then they were looked at already. */
static bool holds_exact(const struct anchor_text *text,
                        const struct wanted *wanted,
                        const struct passage_found *found)
{
    for (size_t i = found->first; i + wanted->exact.n <= found->past; i++)
        if (is_run(&text->tokens, i, &wanted->exact))
            return true;
    return false;
}

static double changed_score(const struct passage_found *found)
{
    return 0.6 * found->like + 0.4 * context_score(found);
}

struct changed_search {
    struct passage_found best;
    double best_score, second_score;
};

static void consider(struct changed_search *search,
                     const struct passage_found *found)
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

/* The passage that is most like the one looked for, in its place. */
static struct changed_search find_changed(const struct anchor_text *text,
                                          const struct wanted *wanted)
{
    struct changed_search search = {.best_score = -1, .second_score = -1};
    size_t n = wanted->exact.n;
    struct alignment *column = mem_calloc(n + 1, sizeof *column);
    for (size_t i = 0; i <= n; i++)
        column[i] = (struct alignment){i, 0};
    for (size_t at = 0; at < text->tokens.n; at++) {
        align_next(column, &wanted->exact, &text->tokens.items[at], at);
        struct passage_found found = {column[n].first, at + 1, .like = 0};
        found.like = 1 - (double)column[n].distance / (double)n;
        if (found.like < LIKE_LEAST || found.first >= found.past)
            continue;
        look_around(text, wanted, &found);
        if (is_in_place(&found) && !is_neighbour(text, wanted, &found) &&
            !holds_exact(text, wanted, &found))
            consider(&search, &found);
    }
    free(column);
    return search;
}

/* A word may be another one only between neighbours that are both the same. */
static bool is_changed(const struct anchor_text *text,
                       const struct anchor *anchor, const struct wanted *wanted,
                       const struct changed_search *search)
{
    const struct passage_found *best = &search->best;
    if (!best->past ||
        search->best_score - search->second_score < CONTEXT_MARGIN / 2)
        return false;
    bool between = is_between(best, SIDE_SURE);
    if (!has_title(text, anchor, best) && !is_between(best, SIDE_ALL))
        return false;
    return n_missing(text, wanted, best) <= (between ? wanted->exact.n / 8 : 0);
}

/* Do the same words stand near by? Then one side alone does not tell them
 * apart. */
static bool has_twin(const struct wanted *wanted)
{
    const struct tokens *sides[] = {&wanted->prefix, &wanted->suffix};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i + wanted->exact.n <= sides[k]->n; i++)
            if (is_run(sides[k], i, &wanted->exact))
                return true;
    return false;
}

/* Whether the words found are those that were meant. Elsewhere than in their
 * place they are only if they stood once before and are enough. */
static bool is_certain(const struct exact_search *exact,
                       const struct wanted *wanted, const struct anchor *anchor)
{
    if (exact->n == 0 ||
        exact->best_score - exact->second_score < CONTEXT_MARGIN)
        return false;
    bool certain = is_in_place(&exact->best);
    if (has_twin(wanted))
        certain = is_between(&exact->best, SIDE_SURE);
    else if (anchor->n_same > 1 &&
             (exact->n != anchor->n_same || !exact->has_title))
        certain =
            is_between(&exact->best, SIDE_SURE) ||
            (certain && exact->has_title && is_beside(&exact->best, SIDE_ALL));
    if (certain)
        return true;
    return anchor->n_same <= 1 && exact->n == 1 &&
           (wanted->exact.n >= WORDS_THAT_TELL ||
            (wanted->exact.n >= WORDS_THAT_TELL / 4 &&
             is_beside(&exact->best, SIDE_SURE) &&
             (exact->has_title || wanted->exact.n >= WORDS_THAT_TELL / 2)));
}

static enum anchor_result found_at(const struct anchor_text *text,
                                   const struct passage_found *found,
                                   enum anchor_result result,
                                   struct anchor_range *out)
{
    out->start = text->tokens.items[found->first].start;
    out->end = text->tokens.items[found->past - 1].end;
    return result;
}

static enum anchor_result find(const struct anchor_text *text,
                               const struct anchor *anchor,
                               const struct wanted *wanted,
                               struct anchor_range *out)
{
    struct exact_search exact = find_exact(text, anchor, wanted);
    bool certain = is_certain(&exact, wanted, anchor);
    if (certain && is_in_place(&exact.best))
        return found_at(text, &exact.best, ANCHOR_FOUND, out);
    if (wanted->exact.n > QUOTE_MAX_TOKENS)
        return certain ? found_at(text, &exact.best, ANCHOR_FOUND, out)
                       : ANCHOR_LOST;
    struct changed_search changed = find_changed(text, wanted);
    bool in_place =
        is_changed(text, anchor, wanted, &changed) && changed.best.like < 1;
    /* The words have gone elsewhere, and others stand in their place. */
    if (certain && in_place)
        return ANCHOR_LOST;
    if (certain)
        return found_at(text, &exact.best, ANCHOR_FOUND, out);
    return in_place ? found_at(text, &changed.best, ANCHOR_CHANGED, out)
                    : ANCHOR_LOST;
}

/* Does the passage stand where it stood, between the same neighbours? */
static bool is_unmoved(const struct anchor_text *text,
                       const struct anchor *anchor)
{
    const struct article *article = text->article;
    size_t n = strlen(anchor->exact), n_before = strlen(anchor->prefix),
           n_behind = strlen(anchor->suffix);
    return anchor->end - anchor->start == n && anchor->start >= n_before &&
           anchor->end + n_behind <= article->n_text_bytes &&
           memcmp(article->text + anchor->start - n_before, anchor->prefix,
                  n_before) == 0 &&
           memcmp(article->text + anchor->start, anchor->exact, n) == 0 &&
           memcmp(article->text + anchor->end, anchor->suffix, n_behind) == 0;
}

/* Takes in the punctuation that stood at the ends of the passage, where it
 * still does. */
static void take_ends(const struct anchor_text *text,
                      const struct anchor *anchor, const struct wanted *wanted,
                      struct anchor_range *out)
{
    const struct article *article = text->article;
    size_t n_head = wanted->exact.items[0].start;
    const char *tail =
        anchor->exact + wanted->exact.items[wanted->exact.n - 1].end;
    if (out->start >= n_head &&
        memcmp(article->text + out->start - n_head, anchor->exact, n_head) == 0)
        out->start -= (uint32_t)n_head;
    if (str_starts(article->text + out->end, tail))
        out->end += (uint32_t)strlen(tail);
}

enum anchor_result anchor_find(const struct anchor_text *text,
                               const struct anchor *anchor,
                               struct anchor_range *out)
{
    struct wanted wanted;
    enum anchor_result result = ANCHOR_LOST;
    if (is_unmoved(text, anchor)) {
        *out = (struct anchor_range){anchor->start, anchor->end};
        return ANCHOR_FOUND;
    }
    wanted_init(&wanted, text, anchor);
    if (wanted.exact.n)
        result = find(text, anchor, &wanted, out);
    if (result != ANCHOR_LOST)
        take_ends(text, anchor, &wanted, out);
    wanted_finish(&wanted);
    return result;
}

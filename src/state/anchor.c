/* Finds passages again after their article has changed. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/number.h"
#include "base/strs.h"
#include "base/utf8.h"
#include "state/anchor_data.h"

#define CONTEXT_MAX_BYTES 1000
/* Longer passages are only found unchanged, since comparing them word by word
 * would take too long. */
#define QUOTE_MAX_TOKENS 400

/* a run of so many equal words is no coincidence */
#define DISTINCTIVE_WORDS 16

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

/* Returns the first token that begins at or after an offset. */
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

static void wanted_init(struct anchor_wanted *wanted,
                        const struct anchor_text *text,
                        const struct anchor *anchor)
{
    enum lang lang = lang_find(text->article->lang);
    *wanted = (struct anchor_wanted){0};
    tokens_add(&wanted->exact, anchor->exact, strlen(anchor->exact), lang);
    tokens_add(&wanted->prefix, anchor->prefix, strlen(anchor->prefix), lang);
    tokens_add(&wanted->suffix, anchor->suffix, strlen(anchor->suffix), lang);
}

static void wanted_finish(struct anchor_wanted *wanted)
{
    tokens_finish(&wanted->exact);
    tokens_finish(&wanted->prefix);
    tokens_finish(&wanted->suffix);
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
        .section = mem_strdup(anchor_section_title(text, start)),
    };
    struct anchor_wanted wanted;
    wanted_init(&wanted, text, out);
    for (size_t i = 0; wanted.exact.n && i < tokens->n; i++)
        out->n_same += anchor_is_run(tokens, i, &wanted.exact);
    wanted_finish(&wanted);
}

/* Scores the surroundings of a passage, with a bonus for the same section
 * title. */
static double place_score(const struct anchor_text *text,
                          const struct anchor *anchor,
                          const struct anchor_passage *found)
{
    bool same = anchor_has_title(text, anchor, found);
    return anchor_context_score(found) + (same ? CONTEXT_MARGIN : 0);
}

struct exact_search {
    struct anchor_passage best;
    bool has_title;
    double best_score, second_score;
    size_t n;
};

static struct exact_search find_exact(const struct anchor_text *text,
                                      const struct anchor *anchor,
                                      const struct anchor_wanted *wanted)
{
    struct exact_search search = {.best_score = -1, .second_score = -1};
    for (size_t i = 0; i < text->tokens.n; i++) {
        if (!anchor_is_run(&text->tokens, i, &wanted->exact))
            continue;
        struct anchor_passage found = {i, i + wanted->exact.n, .like = 1};
        anchor_look_around(text, wanted, &found);
        double score = place_score(text, anchor, &found);
        search.n++;
        if (score > search.best_score) {
            search.second_score = search.best_score;
            search.best_score = score;
            search.best = found;
            search.has_title = anchor_has_title(text, anchor, &found);
        } else if (score > search.second_score) {
            search.second_score = score;
        }
    }
    return search;
}

/* Returns whether the same words also occurred nearby, so that the surroundings
 * on one side do not tell the two apart. */
static bool has_twin(const struct anchor_wanted *wanted)
{
    const struct tokens *sides[] = {&wanted->prefix, &wanted->suffix};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i + wanted->exact.n <= sides[k]->n; i++)
            if (anchor_is_run(sides[k], i, &wanted->exact))
                return true;
    return false;
}

/* Returns whether the words found are surely the passage. Away from their
 * surroundings they are only if they occurred once before and there are enough
 * of them. */
static bool is_certain(const struct exact_search *exact,
                       const struct anchor_wanted *wanted,
                       const struct anchor *anchor)
{
    if (exact->n == 0 ||
        exact->best_score - exact->second_score < CONTEXT_MARGIN)
        return false;
    bool certain = anchor_is_in_place(&exact->best);
    if (has_twin(wanted))
        certain = anchor_is_between(&exact->best, SIDE_SURE);
    else if (anchor->n_same > 1 &&
             (exact->n != anchor->n_same || !exact->has_title))
        certain = anchor_is_between(&exact->best, SIDE_SURE) ||
                  (certain && exact->has_title &&
                   anchor_is_beside(&exact->best, SIDE_ALL));
    if (certain)
        return true;
    return anchor->n_same <= 1 && exact->n == 1 &&
           (wanted->exact.n >= DISTINCTIVE_WORDS ||
            (wanted->exact.n >= DISTINCTIVE_WORDS / 4 &&
             anchor_is_beside(&exact->best, SIDE_SURE) &&
             (exact->has_title || wanted->exact.n >= DISTINCTIVE_WORDS / 2)));
}

static enum anchor_result found_at(const struct anchor_text *text,
                                   const struct anchor_passage *found,
                                   enum anchor_result result,
                                   struct anchor_range *out)
{
    out->start = text->tokens.items[found->first].start;
    out->end = text->tokens.items[found->past - 1].end;
    return result;
}

static enum anchor_result find(const struct anchor_text *text,
                               const struct anchor *anchor,
                               const struct anchor_wanted *wanted,
                               struct anchor_range *out)
{
    struct exact_search exact = find_exact(text, anchor, wanted);
    bool certain = is_certain(&exact, wanted, anchor);
    if (certain && anchor_is_in_place(&exact.best))
        return found_at(text, &exact.best, ANCHOR_FOUND, out);
    if (wanted->exact.n > QUOTE_MAX_TOKENS)
        return certain ? found_at(text, &exact.best, ANCHOR_FOUND, out)
                       : ANCHOR_LOST;
    struct anchor_changed changed = anchor_find_changed(text, wanted);
    bool in_place = anchor_is_changed(text, anchor, wanted, &changed) &&
                    changed.best.like < 1;
    /* The words have moved elsewhere, and others are in their place. */
    if (certain && in_place)
        return ANCHOR_LOST;
    if (certain)
        return found_at(text, &exact.best, ANCHOR_FOUND, out);
    return in_place ? found_at(text, &changed.best, ANCHOR_CHANGED, out)
                    : ANCHOR_LOST;
}

/* Returns whether the passage is at the same position, with the same text
 * before and after it. */
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

/* Extends the range by the punctuation at the ends of the passage, if that is
 * still there. */
static void extend_to_punctuation(const struct anchor_text *text,
                                  const struct anchor *anchor,
                                  const struct anchor_wanted *wanted,
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
    struct anchor_wanted wanted;
    enum anchor_result result = ANCHOR_LOST;
    if (is_unmoved(text, anchor)) {
        *out = (struct anchor_range){anchor->start, anchor->end};
        return ANCHOR_FOUND;
    }
    wanted_init(&wanted, text, anchor);
    if (wanted.exact.n)
        result = find(text, anchor, &wanted, out);
    if (result != ANCHOR_LOST)
        extend_to_punctuation(text, anchor, &wanted, out);
    wanted_finish(&wanted);
    return result;
}

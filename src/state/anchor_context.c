/* Compares the surroundings of a passage with those that it had. */
#include <string.h>

#include "base/number.h"
#include "base/strs.h"
#include "state/anchor_data.h"

#define NEAR_TOKENS 10
#define SIDE_SOME 0.3 /* of all words on the other side */

const char *anchor_section_title(const struct anchor_text *text,
                                 uint32_t offset)
{
    const struct article *article = text->article;
    size_t section =
        article_section_at(article, article_source_at(article, offset));
    const char *title =
        section == NO_SECTION ? NULL : article->sections[section].title;
    return title ? title : "";
}

bool anchor_is_run(const struct tokens *tokens, size_t at,
                   const struct tokens *run)
{
    if (at + run->n > tokens->n)
        return false;
    for (size_t i = 0; i < run->n; i++)
        if (tokens->items[at + i].hash != run->items[i].hash)
            return false;
    return true;
}

size_t anchor_common_words(const struct token *a, size_t n_a,
                           const struct token *b, size_t n_b)
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

/* Scores one side. At the start or end of an article there are no words to
 * compare: the passage is in place if it is still there. n_there is the number
 * of words that precede or follow it now. */
static struct anchor_side side_of(size_t run, size_t found, size_t n,
                                  size_t n_there)
{
    if (!n)
        return n_there ? (struct anchor_side){0, 1}
                       : (struct anchor_side){1, 1};
    size_t near = number_min(n, NEAR_TOKENS);
    return (struct anchor_side){(double)number_min(run, near) / (double)near,
                                (double)found / (double)n};
}

static struct anchor_side side_before(const struct tokens *tokens,
                                      const struct tokens *prefix, size_t first)
{
    size_t run = 0, n = number_min(first, prefix->n);
    const struct token *last = tokens->items + first;
    while (run < n && last[-1 - (ptrdiff_t)run].hash ==
                          prefix->items[prefix->n - 1 - run].hash)
        run++;
    size_t found = anchor_common_words(prefix->items, prefix->n, last - n, n);
    return side_of(run, found, prefix->n, first);
}

static struct anchor_side side_behind(const struct tokens *tokens,
                                      const struct tokens *suffix, size_t past)
{
    size_t run = 0, n = number_min(tokens->n - past, suffix->n);
    const struct token *next = tokens->items + past;
    while (run < n && next[run].hash == suffix->items[run].hash)
        run++;
    size_t found = anchor_common_words(suffix->items, suffix->n, next, n);
    return side_of(run, found, suffix->n, tokens->n - past);
}

void anchor_look_around(const struct anchor_text *text,
                        const struct anchor_wanted *wanted,
                        struct anchor_passage *found)
{
    found->before = side_before(&text->tokens, &wanted->prefix, found->first);
    found->behind = side_behind(&text->tokens, &wanted->suffix, found->past);
}

double anchor_context_score(const struct anchor_passage *found)
{
    return (found->before.near + found->before.all + found->behind.near +
            found->behind.all) /
           4;
}

bool anchor_is_in_place(const struct anchor_passage *found)
{
    return (found->before.near >= SIDE_SURE &&
            found->behind.all >= SIDE_SOME) ||
           (found->behind.near >= SIDE_SURE && found->before.all >= SIDE_SOME);
}

bool anchor_is_beside(const struct anchor_passage *found, double min_share)
{
    return found->before.near >= min_share || found->behind.near >= min_share;
}

bool anchor_is_between(const struct anchor_passage *found, double min_share)
{
    return found->before.near >= min_share && found->behind.near >= min_share;
}

bool anchor_has_title(const struct anchor_text *text,
                      const struct anchor *anchor,
                      const struct anchor_passage *found)
{
    uint32_t at = text->tokens.items[found->first].start;
    return str_equal(anchor_section_title(text, at), anchor->section);
}

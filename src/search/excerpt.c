/* Which stretch of a text says most of the words that were searched. */
#include "search/excerpt.h"

#include <math.h>

#include "base/ascii.h"

#define LEAD 4               /* a part of the window, before the first hit */
#define TOGETHER 0.3         /* for words in one sentence, of their weight */
#define BEGINS 0.15          /* for the start of a sentence, of the best word */
#define WORDS_COUNTED_MAX 64 /* that are told from each other */

/* The start of the sentence that a place is in. */
static size_t sentence_of(const struct section_line *line, size_t at)
{
    size_t low = 0, high = line->n_starts;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (line->starts[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return line->n_starts ? line->starts[low] : 0;
}

/* What adds up in a run of hits: each word once. */
struct sum {
    uint64_t words;
    double weight;
};

static void count(struct sum *sum, const struct matches *hits, size_t word)
{
    uint64_t bit = (uint64_t)1 << word % WORDS_COUNTED_MAX;
    if (!(sum->words & bit))
        sum->weight += hits->weights[word];
    sum->words |= bit;
}

/* Does a hit end before a place, with the marks behind it? It is cut off with
 * them; but not the first, since the window begins later for it. */
static bool ends_before(const struct section_line *line,
                        const struct match *hit, size_t end)
{
    size_t at = hit->end;
    while (at < line->text.n_bytes && ascii_is_punct(line->text.data[at]))
        at++;
    return at < end || (at == end && at == line->text.n_bytes);
}

/* Of the window from start on, whose first hit is i. */
static double value_of(const struct section_line *line,
                       const struct matches *hits, size_t i, size_t start,
                       size_t n_bytes)
{
    struct sum all = {0}, here = {0};
    double most = 0;
    size_t sentence = SIZE_MAX;
    for (size_t k = i; k < hits->n; k++) {
        const struct match *hit = &hits->items[k];
        if (k == i ? hit->end > start + n_bytes
                   : !ends_before(line, hit, start + n_bytes))
            break;
        size_t its = sentence_of(line, hit->start);
        if (its != sentence)
            here = (struct sum){0};
        sentence = its;
        count(&all, hits, hit->word);
        count(&here, hits, hit->word);
        most = fmax(most, here.weight);
    }
    return all.weight + TOGETHER * most;
}

static double best_weight(const struct matches *hits)
{
    double best = 0;
    for (size_t i = 0; i < hits->n; i++)
        best = fmax(best, hits->weights[hits->items[i].word]);
    return best;
}

/* At the end there is room for what stands before. */
static void move_back(const struct section_line *line, struct excerpt *window,
                      size_t n_bytes)
{
    size_t n_text = line->text.n_bytes;
    if (n_text - window->start >= n_bytes)
        return;
    for (size_t i = 0; i < line->n_starts; i++) {
        size_t start = line->starts[i];
        if (start + n_bytes >= n_text && start < window->start) {
            window->start = start;
            window->is_start = true;
            return;
        }
    }
}

struct excerpt excerpt_choose(const struct section_line *line,
                              const struct matches *hits, size_t n_bytes)
{
    struct excerpt best = {.is_start = true};
    double most = 0, begins = BEGINS * best_weight(hits);
    if (line->text.n_bytes <= n_bytes)
        return best;
    for (size_t i = 0; i < hits->n; i++) {
        const struct match *hit = &hits->items[i];
        size_t lead = n_bytes / LEAD, sentence = sentence_of(line, hit->start);
        bool fits = ends_before(line, hit, sentence + n_bytes);
        struct excerpt window = {
            .start = fits                ? sentence
                     : hit->start > lead ? hit->start - lead
                                         : 0,
            .hit = hit->start,
            .is_start = fits,
        };
        double value = value_of(line, hits, i, window.start, n_bytes) +
                       (fits ? begins : 0);
        if (value > most) {
            most = value;
            best = window;
        }
    }
    move_back(line, &best, n_bytes);
    return best;
}

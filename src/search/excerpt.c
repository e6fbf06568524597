/* Chooses the excerpt of a text that has most of the words of a search. It
 * tries a window for each match, beginning at the match's sentence or a little
 * before the match. */
#include "search/excerpt.h"

#include <math.h>

#include "base/ascii.h"

#define LEAD_DIVISOR 4 /* 1/4 of the window may precede the first match */
/* for words in the same sentence, of their weight */
#define SENTENCE_BONUS 0.3
/* for beginning at a sentence, of the highest weight */
#define START_BONUS 0.15
/* for the sentence with the highest weight being whole, of that weight */
#define WHOLE_BONUS 0.4
#define DISTINCT_WORDS_MAX 64 /* bits in a set of words */

/* Returns the start of the sentence that contains a position. */
static size_t sentence_start(const struct section_line *line, size_t at)
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

static size_t sentence_end(const struct section_line *line, size_t start)
{
    for (size_t i = 0; i < line->n_starts; i++)
        if (line->starts[i] > start)
            return line->starts[i];
    return line->text.n_bytes;
}

/* A set of words and their total weight: each word counts once, however often
 * it matches. */
struct word_set {
    uint64_t words;
    double weight;
};

static void add_word(struct word_set *word_set, const struct matches *hits,
                     size_t word)
{
    uint64_t bit = (uint64_t)1 << word % DISTINCT_WORDS_MAX;
    if (!(word_set->words & bit))
        word_set->weight += hits->weights[word];
    word_set->words |= bit;
}

/* Returns whether a match, with the punctuation after it, ends before a
 * position. Otherwise it is cut off, since a snippet is cut between words. */
static bool ends_before(const struct section_line *line,
                        const struct match *hit, size_t end)
{
    size_t at = hit->end;
    while (at < line->text.n_bytes && ascii_is_punct(line->text.data[at]))
        at++;
    return at < end || (at == end && at == line->text.n_bytes);
}

/* Returns the value of the window that begins at start and whose first match is
 * i. That match need only fit without its punctuation: the snippet begins at a
 * word, which may be a little later. */
static double window_value(const struct section_line *line,
                           const struct matches *hits, size_t i, size_t start,
                           size_t n_bytes)
{
    struct word_set all = {0}, in_sentence = {0};
    double best_weight = 0;
    size_t sentence = SIZE_MAX, best_sentence = 0;
    for (size_t k = i; k < hits->n; k++) {
        const struct match *hit = &hits->items[k];
        if (k == i ? hit->end > start + n_bytes
                   : !ends_before(line, hit, start + n_bytes))
            break;
        size_t its = sentence_start(line, hit->start);
        if (its != sentence)
            in_sentence = (struct word_set){0};
        sentence = its;
        add_word(&all, hits, hit->word);
        add_word(&in_sentence, hits, hit->word);
        if (in_sentence.weight > best_weight) {
            best_weight = in_sentence.weight;
            best_sentence = sentence;
        }
    }
    bool is_whole = best_sentence >= start &&
                    sentence_end(line, best_sentence) <= start + n_bytes;
    return all.weight +
           (SENTENCE_BONUS + (is_whole ? WHOLE_BONUS : 0)) * best_weight;
}

static double best_weight(const struct matches *hits)
{
    double best = 0;
    for (size_t i = 0; i < hits->n; i++)
        best = fmax(best, hits->weights[hits->items[i].word]);
    return best;
}

/* If the window reaches beyond the end of the text, moves it back to begin at
 * an earlier sentence. */
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

/* Returns whether only words of the article's names match. They say nothing of
 * what the section answers, and a sentence that has one may be the exception to
 * the first: "but ibuprofen can often be used". */
static bool are_names_only(const struct matches *hits)
{
    for (size_t i = 0; i < hits->n; i++)
        if (!hits->are_names[hits->items[i].word])
            return false;
    return true;
}

struct excerpt excerpt_choose(const struct section_line *line,
                              const struct matches *hits, size_t n_bytes)
{
    struct excerpt best = {.is_start = true};
    double best_value = 0, begins = START_BONUS * best_weight(hits);
    if (line->text.n_bytes <= n_bytes || are_names_only(hits))
        return best;
    for (size_t i = 0; i < hits->n; i++) {
        const struct match *hit = &hits->items[i];
        size_t lead = n_bytes / LEAD_DIVISOR,
               sentence = sentence_start(line, hit->start);
        bool fits = ends_before(line, hit, sentence + n_bytes);
        struct excerpt window = {
            .start = fits                ? sentence
                     : hit->start > lead ? hit->start - lead
                                         : 0,
            .hit = hit->start,
            .is_start = fits,
        };
        double value = window_value(line, hits, i, window.start, n_bytes) +
                       (fits ? begins : 0);
        if (value > best_value) {
            best_value = value;
            best = window;
        }
    }
    move_back(line, &best, n_bytes);
    return best;
}

/* What sentences say of a medicine: so many of so many people, so long, or that
 * something is so or not. */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "check/fact_reading.h"
#include "check/fraction.h"
#include "check/negation.h"

static const char *const small_words[] = {
    "a",      "about",  "all",   "also", "an",    "and",   "any",     "are",
    "as",     "at",     "be",    "been", "but",   "by",    "can",     "come",
    "came",   "did",    "do",    "does", "each",  "every", "for",     "from",
    "get",    "gets",   "had",   "has",  "have",  "if",    "in",      "is",
    "it",     "its",    "may",   "of",   "on",    "one",   "or",      "out",
    "people", "per",    "so",    "some", "such",  "take",  "takes",   "taking",
    "that",   "the",    "their", "them", "then",  "these", "they",    "this",
    "those",  "to",     "up",    "was",  "were",  "when",  "which",   "who",
    "will",   "with",   "you",   "your", "women", "men",   "happens", "comes",
    "must",   "should", NULL};

static bool is_negation(const struct prose *prose, size_t word)
{
    const struct prose_word *at = &prose->words[word];
    return negation_is_word(prose->text + at->start, at->end - at->start);
}

/* A word without its ending, hashed: "thins" and "thin" are one. */
static uint32_t stem_of(const struct prose *prose, size_t word)
{
    static const char *const endings[] = {"ing", "ed", "es", "s", "e", NULL};
    const char *text = prose->text + prose->words[word].start;
    size_t n_bytes = prose->words[word].end - prose->words[word].start;
    for (const char *const *ending = endings; *ending; ending++) {
        size_t n = strlen(*ending);
        bool doubled = **ending == 's' && text[n_bytes - 2] == 's';
        if (n_bytes >= n + 3 && !doubled &&
            !memcmp(text + n_bytes - n, *ending, n)) {
            n_bytes -= n;
            break;
        }
    }
    return (uint32_t)map_hash(text, n_bytes < 8 ? n_bytes : 8);
}

static int compare_hashes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool is_any_number(const struct prose *prose, size_t word)
{
    return fraction_number(prose, word) >= 0 || prose_is_number(prose, word);
}

/* Puts the words of the sentence that tell into the fact; a claim has its
 * numbers among them. */
static void add_words(struct fact_reading *reading, struct fact *fact)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = fact_reading_sentence(reading);
    uint32_t hashes[WORDS_MAX];
    size_t n = 0;
    for (size_t word = at->first_word; word < at->end_word && n < WORDS_MAX;
         word++)
        if ((fact->kind == FACT_CLAIM || !is_any_number(prose, word)) &&
            !(word - at->first_word < sizeof reading->is_name &&
              reading->is_name[word - at->first_word]) &&
            !prose_is_any(prose, word, small_words) &&
            !is_negation(prose, word))
            hashes[n++] = stem_of(prose, word);
    qsort(hashes, n, sizeof *hashes, compare_hashes);
    fact->words = arena_alloc(reading->out->arena, n * sizeof *hashes);
    for (size_t i = 0; i < n; i++)
        if (!i || hashes[i] != hashes[i - 1])
            fact->words[fact->n_words++] = hashes[i];
}

double facts_likeness(const struct fact *a, const struct fact *b)
{
    size_t i = 0, j = 0, n_both = 0;
    while (i < a->n_words && j < b->n_words) {
        n_both += a->words[i] == b->words[j];
        if (a->words[i] <= b->words[j])
            j += a->words[i++] == b->words[j];
        else
            j++;
    }
    size_t n_all = a->n_words + b->n_words - n_both;
    return n_all ? (double)n_both / (double)n_all : 0;
}

/* The number of fractions in the sentence; *found is the last. */
static size_t find_shares(const struct fact_reading *reading,
                          struct fraction *found)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = fact_reading_sentence(reading);
    struct fraction fraction;
    size_t n = 0;
    for (size_t word = at->first_word; word < at->end_word; word++)
        if (fraction_read(prose, word, at->end_word, &fraction) ||
            fraction_read_reversed(prose, word, at->end_word, &fraction)) {
            *found = fraction;
            n++;
        }
    return n;
}

static void add_share(struct fact_reading *reading, const char *subject,
                      const struct fraction *found)
{
    struct fact *fact = fact_reading_add(reading, FACT_SHARE, subject, "");
    fact->value = (double)found->n;
    fact->of = (double)found->of;
    add_words(reading, fact);
}

/* Words for a time, and the one that all its forms count as. */
static const struct {
    const char *word, *unit;
} times[] = {
    {"hour", "hours"},   {"hours", "hours"},   {"day", "days"},
    {"days", "days"},    {"week", "weeks"},    {"weeks", "weeks"},
    {"month", "months"}, {"months", "months"}, {"year", "years"},
    {"years", "years"},
};

static const char *time_at(const struct prose *prose, size_t word)
{
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (prose_is(prose, word, times[i].word))
            return times[i].unit;
    return NULL;
}

/* "Wait 1 month": the one time of a sentence without other numbers. */
static void read_time(struct fact_reading *reading, const char *subject)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = fact_reading_sentence(reading);
    const char *unit = NULL;
    long value = 0;
    size_t n = 0;
    for (size_t word = at->first_word; word < at->end_word; word++) {
        if (!is_any_number(prose, word))
            continue;
        n++;
        value = fraction_number(prose, word);
        unit = time_at(prose, word + 1);
    }
    if (n != 1 || !unit || value < 0)
        return;
    struct fact *fact = fact_reading_add(reading, FACT_TIME, subject, unit);
    fact->value = (double)value;
    add_words(reading, fact);
}

/* A statement that is not of how many people, with how often it denies. */
static void read_claim(struct fact_reading *reading, const char *subject)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = fact_reading_sentence(reading);
    if (!at->complete || at->end_word - at->first_word > 20 ||
        memchr(prose->text + at->start, '?', at->end - at->start))
        return;
    struct fact *fact = fact_reading_add(reading, FACT_CLAIM, subject, "");
    for (size_t word = at->first_word; word < at->end_word; word++)
        fact->negated ^= is_negation(prose, word);
    add_words(reading, fact);
}

/* Of several shares nobody knows which is which. */
void fact_claims_read(struct fact_reading *reading)
{
    const char *subject = fact_reading_subject(reading);
    struct fraction share;
    if (!subject)
        return;
    size_t n_shares = find_shares(reading, &share);
    if (n_shares == 1)
        add_share(reading, subject, &share);
    if (n_shares)
        return;
    read_time(reading, subject);
    read_claim(reading, subject);
}

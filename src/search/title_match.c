/* Compares the names of an article with a query. Names are written as " a b c
 * ", with a space before and after each stem. */
#include "search/title_match.h"

#include <math.h>
#include <string.h>

#include "search/question_words.h"
#include "index/terms.h"

#define PARTIAL_NAME_SHARE 0.5 /* for a name that is part of a longer one */
#define EXTRA_WORD_WEIGHT 5.0  /* of a word of a name that the query lacks */

/* Returns whether " a b c " contains the words in stems. */
static bool has_words(const struct buf *spaced, const char *stems,
                      size_t n_bytes)
{
    const char *at = spaced->data, *end = at + spaced->n_bytes;
    while ((at = memmem(at, (size_t)(end - at), stems, n_bytes))) {
        if (at > spaced->data && at[-1] == ' ' && at[n_bytes] == ' ')
            return true;
        at++;
    }
    return false;
}

/* Returns whether a word in " a b c " begins with a prefix. */
static bool has_prefix(const struct buf *spaced, const char *prefix)
{
    const char *at = spaced->data;
    size_t n_bytes = strlen(prefix);
    while ((at = strchr(at, ' ')))
        if (!strncmp(++at, prefix, n_bytes))
            return true;
    return false;
}

static bool is_among(const char *stems, const char *stem, size_t n_bytes)
{
    while (*stems) {
        size_t n = strcspn(stems, " ");
        if (n == n_bytes && !memcmp(stems, stem, n))
            return true;
        stems += n + (stems[n] == ' ');
    }
    return false;
}

/* Returns the weight of the words of a name that the query lacks, without stop
 * words. matched has one bit for each look-up found in the name. */
static double weight_of_extra_words(const struct lookups *lookups,
                                    const struct buf *spaced, uint64_t matched)
{
    double sum = 0;
    for (const char *at = spaced->data + 1; *at && *at != ' ';) {
        char stem[TERM_MAX_BYTES + 1] = "";
        size_t n = strcspn(at, " ");
        bool asked = false;
        for (size_t i = 0; i < lookups->n && !asked; i++)
            asked =
                (matched >> i & 1) && is_among(lookups->items[i].stems, at, n);
        memcpy(stem, at, n < TERM_MAX_BYTES ? n : TERM_MAX_BYTES);
        if (!asked && !question_words_is_stop_word(stem))
            sum += EXTRA_WORD_WEIGHT;
        at += n + (at[n] == ' ');
    }
    return sum;
}

/* Finds the weight of each term in a name. Returns one bit for each look-up
 * found in it. */
static uint64_t find_weights(const struct lookups *lookups,
                             const struct buf *spaced, double *weights)
{
    uint64_t matched = 0;
    memset(weights, 0, QUERY_TERMS_MAX * sizeof *weights);
    for (size_t i = 0; i < lookups->n; i++) {
        const struct lookup *lookup = &lookups->items[i];
        if (lookup->is_prefix
                ? !has_prefix(spaced, lookup->stems)
                : !has_words(spaced, lookup->stems, strlen(lookup->stems)))
            continue;
        matched |= (uint64_t)1 << i;
        weights[lookup->term] = fmax(weights[lookup->term], lookup->weight);
    }
    return matched;
}

/* Returns 1 if the query contains the whole name, but less if it does so within
 * a longer name of the library: "iron" in "iron overdose". */
static double exact_share(const struct lookups *lookups,
                          const struct buf *spaced)
{
    const struct query *query = lookups->query;
    const char *stems = spaced->data + 1;
    size_t n_bytes = spaced->n_bytes - 2;
    bool within = false;
    if (spaced->n_bytes <= 2 || !has_words(&lookups->spaced, stems, n_bytes))
        return 0;
    for (size_t i = 0; i < query->n_names && !within; i++) {
        struct buf run;
        buf_init(&run);
        buf_add_char(&run, ' ');
        for (size_t k = 0; k < query->names[i].n; k++)
            buf_printf(&run, "%s ", lookups->stems[query->names[i].start + k]);
        within =
            run.n_bytes > spaced->n_bytes && has_words(&run, stems, n_bytes);
        buf_finish(&run);
    }
    return within ? PARTIAL_NAME_SHARE : 1;
}

static void match_name(const struct lookups *lookups, const struct buf *spaced,
                       double *any, struct title_match *match)
{
    double weights[QUERY_TERMS_MAX], sum = 0;
    uint64_t matched = find_weights(lookups, spaced, weights);
    if (!matched)
        return;
    for (size_t i = 0; i < lookups->query->n_terms; i++) {
        any[i] = fmax(any[i], weights[i]);
        sum += weights[i];
    }
    double covered = fmin(sum / lookups->weight, 1);
    double covers =
        sum / (sum + weight_of_extra_words(lookups, spaced, matched));
    if (covered + covers > match->covered + match->covers) {
        match->covered = covered;
        match->covers = covers;
        match->terms = 0;
        for (size_t i = 0; i < lookups->n; i++)
            match->terms |=
                matched >> i & 1 ? lookup_terms(&lookups->items[i]) : 0;
    }
    match->exact = fmax(match->exact, exact_share(lookups, spaced));
}

void title_match(const struct lookups *lookups, const char *names,
                 struct title_match *match)
{
    double any[QUERY_TERMS_MAX] = {0}, sum = 0;
    struct buf spaced;
    *match = (struct title_match){0};
    buf_init(&spaced);
    while (*names && lookups->weight > 0) {
        size_t n = strcspn(names, "\n");
        buf_clear(&spaced);
        buf_add_char(&spaced, ' ');
        buf_add_n(&spaced, names, n);
        buf_add_char(&spaced, ' ');
        match_name(lookups, &spaced, any, match);
        names += n + (names[n] == '\n');
    }
    for (size_t i = 0; i < lookups->query->n_terms; i++)
        sum += any[i];
    if (lookups->weight > 0)
        match->any = fmin(sum / lookups->weight, 1);
    buf_finish(&spaced);
}

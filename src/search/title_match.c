/* Names of articles against the words of a query. */
#include "search/title_match.h"

#include <math.h>
#include <string.h>

#include "search/question_words.h"
#include "index/terms.h"

#define WITHIN 0.5           /* a name that stands in a longer one */
#define WEIGHT_OF_OTHERS 5.0 /* of a word that was not asked for */

/* Do the words of n_bytes stand in " a b c "? */
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

/* Does a word in " a b c " begin so? */
static bool has_start(const struct buf *spaced, const char *start)
{
    const char *at = spaced->data;
    size_t n_bytes = strlen(start);
    while ((at = strchr(at, ' ')))
        if (!strncmp(++at, start, n_bytes))
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

/* Weight of the words of a name that nobody asked for; matched has a bit for
 * each of lookup that the name has. */
static double weight_of_rest(const struct lookups *lookups,
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
        if (!asked && !question_word_is_common(stem))
            sum += WEIGHT_OF_OTHERS;
        at += n + (at[n] == ' ');
    }
    return sum;
}

/* Weight of each want that a name has; a bit for each of lookup that it
 * has. */
static uint64_t find_weights(const struct lookups *lookups,
                             const struct buf *spaced, double *weights)
{
    uint64_t matched = 0;
    memset(weights, 0, QUERY_TERMS_MAX * sizeof *weights);
    for (size_t i = 0; i < lookups->n; i++) {
        const struct lookup *lookup = &lookups->items[i];
        if (lookup->is_prefix
                ? !has_start(spaced, lookup->stems)
                : !has_words(spaced, lookup->stems, strlen(lookup->stems)))
            continue;
        matched |= (uint64_t)1 << i;
        weights[lookup->term] = fmax(weights[lookup->term], lookup->weight);
    }
    return matched;
}

/* Half, where it only stands in a longer name: "iron" in "iron overdose". */
static double share_of_exact(const struct lookups *lookups,
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
    return within ? WITHIN : 1;
}

static void match_one(const struct lookups *lookups, const struct buf *spaced,
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
    double covers = sum / (sum + weight_of_rest(lookups, spaced, matched));
    if (covered + covers > match->covered + match->covers) {
        match->covered = covered;
        match->covers = covers;
        match->terms = 0;
        for (size_t i = 0; i < lookups->n; i++)
            match->terms |=
                matched >> i & 1 ? lookup_terms(&lookups->items[i]) : 0;
    }
    match->exact = fmax(match->exact, share_of_exact(lookups, spaced));
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
        match_one(lookups, &spaced, any, match);
        names += n + (names[n] == '\n');
    }
    for (size_t i = 0; i < lookups->query->n_terms; i++)
        sum += any[i];
    if (lookups->weight > 0)
        match->any = fmin(sum / lookups->weight, 1);
    buf_finish(&spaced);
}

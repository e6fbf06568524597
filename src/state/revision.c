/* Compares the saved reading of an article with its current text. */
#include "state/revision.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/number.h"
#include "base/strs.h"
#include "state/reading.h"

#define TOKENS_MAX 200    /* tokens of a sentence that are compared */
#define LIKENESS_MIN 0.45 /* of two versions of a sentence */
/* share of equal sentences in a section with a new title */
#define SECTION_SHARE_MIN 0.5

void revision_read(const struct article *article, struct buf *out)
{
    struct kept_reading reading;
    reading_of(article, &reading);
    reading_write(&reading, out);
    reading_finish(&reading);
}

/* Two readings, and the changes found. */
struct comparison {
    struct kept_reading before, after;
    struct revision *out;
};

static struct tokens tokens_of(const char *text, enum lang lang)
{
    struct tokens tokens = {0};
    tokens_add(&tokens, text, strlen(text), lang);
    return tokens;
}

/* ---- types of changes ---- */

/* Returns whether the tokens with a flag are the same, in the same order. */
static bool same_flagged(const struct tokens *a, const struct tokens *b,
                         uint32_t flag)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a->n && !(a->items[i].flags & flag))
            i++;
        while (k < b->n && !(b->items[k].flags & flag))
            k++;
        if (i == a->n || k == b->n)
            return i == a->n && k == b->n;
        if (a->items[i++].hash != b->items[k++].hash)
            return false;
    }
}

static bool has_unit(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->n; i++)
        if (tokens->items[i].flags & TOKEN_UNIT)
            return true;
    return false;
}

/* Returns whether one text is the negation of the other: their negations
 * differ, or their words differ but have the same cores, as "safe" and "unsafe"
 * do. */
static bool is_negated(const struct tokens *a, const struct tokens *b)
{
    if (!same_flagged(a, b, TOKEN_NEGATION))
        return true;
    if (a->n != b->n)
        return false;
    bool differs = false;
    for (size_t i = 0; i < a->n; i++) {
        if (a->items[i].core != b->items[i].core)
            return false;
        differs = differs || a->items[i].hash != b->items[i].hash;
    }
    return differs;
}

static enum revision_type type_of_texts(const char *before, const char *after,
                                        enum lang lang)
{
    struct tokens a = tokens_of(before, lang), b = tokens_of(after, lang);
    enum revision_type type = REVISION_OTHER;
    if (!same_flagged(&a, &b, TOKEN_NUMBER | TOKEN_UNIT))
        type = has_unit(&a) || has_unit(&b) ? REVISION_DOSE : REVISION_NUMBER;
    else if (is_negated(&a, &b))
        type = REVISION_NEGATION;
    tokens_finish(&a);
    tokens_finish(&b);
    return type;
}

/* Returns the type of change for a sentence without a counterpart, or whose
 * counterpart has no text. */
static enum revision_type type_alone(const struct reading_sentence *sentence)
{
    if (sentence->flags & TOKEN_NUMBER)
        return sentence->flags & TOKEN_UNIT ? REVISION_DOSE : REVISION_NUMBER;
    return sentence->flags & TOKEN_NEGATION ? REVISION_NEGATION
                                            : REVISION_OTHER;
}

/* ---- pairs ---- */

static void add(struct comparison *comparison,
                const struct reading_section *section,
                const struct reading_sentence *before,
                const struct reading_sentence *after)
{
    struct revision *out = comparison->out;
    enum revision_type type;
    if (before && after && before->text)
        type = type_of_texts(before->text, after->text, comparison->after.lang);
    else if (before && after)
        type =
            before->core == after->core ? REVISION_NEGATION : type_alone(after);
    else
        type = type_alone(after ? after : before);
    if (type == REVISION_OTHER && kind_get(section->kind)->safety)
        type = REVISION_SAFETY;
    out->changes =
        mem_grow(out->changes, out->n, &out->capacity, sizeof *out->changes);
    out->n_of[type]++;
    out->changes[out->n++] = (struct revision_change){
        .type = type,
        .section = mem_strdup(section->title),
        .before = mem_strdup(before ? before->text : NULL),
        .after = mem_strdup(after ? after->text : NULL),
        .was_there = before != NULL,
    };
}

static void add_pair(struct comparison *comparison,
                     const struct reading_section *section,
                     struct reading_sentence *before,
                     struct reading_sentence *after)
{
    before->is_matched = after->is_matched = true;
    add(comparison, section, before, after);
}

/* Marks the sentences that both sections have. */
static void match_equal(struct comparison *comparison,
                        const struct reading_section *old,
                        const struct reading_section *new)
{
    for (size_t i = old->first; i < old->end; i++) {
        struct reading_sentence *before = &comparison->before.sentences[i];
        for (size_t k = new->first; k < new->end && !before->is_matched; k++) {
            struct reading_sentence *after = &comparison->after.sentences[k];
            if (!after->is_matched && after->hash == before->hash)
                before->is_matched = after->is_matched = true;
        }
    }
}

/* Returns the similarity of two sentences: twice the length of their longest
 * common subsequence, divided by the number of their words. */
static double likeness(const char *a, const char *b, enum lang lang)
{
    size_t row[TOKENS_MAX + 1] = {0};
    struct tokens x = tokens_of(a, lang), y = tokens_of(b, lang);
    size_t n = number_min(x.n, TOKENS_MAX), m = number_min(y.n, TOKENS_MAX);
    for (size_t i = 0; i < n; i++) {
        size_t diagonal = 0;
        for (size_t k = 0; k < m; k++) {
            size_t above = row[k + 1];
            row[k + 1] = x.items[i].hash == y.items[k].hash
                             ? diagonal + 1
                             : number_max(above, row[k]);
            diagonal = above;
        }
    }
    tokens_finish(&x);
    tokens_finish(&y);
    return n + m ? 2 * (double)row[m] / (double)(n + m) : 0;
}

/* Returns the new version of a sentence, or NULL if it was removed. */
static struct reading_sentence *
counterpart(struct comparison *comparison,
            const struct reading_sentence *before,
            const struct reading_section *new)
{
    struct reading_sentence *best = NULL;
    double best_like = LIKENESS_MIN;
    for (size_t k = new->first; k < new->end; k++) {
        struct reading_sentence *after = &comparison->after.sentences[k];
        if (after->is_matched)
            continue;
        if (after->core == before->core)
            return after;
        double like = before->text ? likeness(before->text, after->text,
                                              comparison->after.lang)
                                   : 0;
        if (like > best_like) {
            best_like = like;
            best = after;
        }
    }
    return best;
}

/* Compares two sections. Sentences without a counterpart are left to
 * add_unmatched(). */
static void compare_section(struct comparison *comparison,
                            const struct reading_section *old,
                            const struct reading_section *new)
{
    match_equal(comparison, old, new);
    for (size_t i = old->first; i < old->end; i++) {
        struct reading_sentence *before = &comparison->before.sentences[i];
        struct reading_sentence *after =
            before->is_matched ? NULL : counterpart(comparison, before, new);
        if (after)
            add_pair(comparison, new, before, after);
    }
}

/* ---- sections ---- */

static bool has_hash(const struct kept_reading *reading,
                     const struct reading_section *section, uint64_t hash)
{
    for (size_t i = section->first; i < section->end; i++)
        if (reading->sentences[i].hash == hash)
            return true;
    return false;
}

static double share_of_sentences(const struct comparison *comparison,
                                 const struct reading_section *old,
                                 const struct reading_section *new)
{
    size_t n = 0, n_old = old->end - old->first, n_new = new->end - new->first;
    for (size_t i = old->first; i < old->end; i++)
        n += has_hash(&comparison->after, new,
                      comparison->before.sentences[i].hash);
    size_t n_smaller = number_min(n_old, n_new);
    return n_smaller ? (double)n / (double)n_smaller : 0;
}

/* Returns the section with the same slug if by_slug, else the one with the most
 * equal sentences. Returns NULL if there is none. */
static struct reading_section *find_section(struct comparison *comparison,
                                            const struct reading_section *old,
                                            bool by_slug)
{
    struct reading_section *best = NULL;
    double best_share = SECTION_SHARE_MIN;
    for (size_t i = 0; i < comparison->after.n_sections; i++) {
        struct reading_section *new = &comparison->after.sections[i];
        if (new->is_matched)
            continue;
        if (by_slug && str_equal(new->slug, old->slug))
            return new;
        double share = by_slug ? 0 : share_of_sentences(comparison, old, new);
        if (share >= best_share) {
            best_share = share;
            best = new;
        }
    }
    return best;
}

static void match_all(struct kept_reading *reading,
                      const struct reading_section *section)
{
    for (size_t i = section->first; i < section->end; i++)
        reading->sentences[i].is_matched = true;
}

static void compare_pair(struct comparison *comparison,
                         struct reading_section *old,
                         struct reading_section *new)
{
    static const struct reading_sentence unknown = {0};
    old->is_matched = new->is_matched = true;
    if (old->hash != new->hash && old->end > old->first) {
        compare_section(comparison, old, new);
        return;
    }
    /* For very long articles all that is known is that a section has
     * changed. */
    if (old->hash != new->hash)
        add(comparison, new, &unknown, NULL);
    match_all(&comparison->before, old);
    match_all(&comparison->after, new);
}

static void compare_matched(struct comparison *comparison, bool by_slug)
{
    for (size_t i = 0; i < comparison->before.n_sections; i++) {
        struct reading_section *old = &comparison->before.sections[i];
        struct reading_section *new =
            old->is_matched ? NULL : find_section(comparison, old, by_slug);
        if (new)
            compare_pair(comparison, old, new);
    }
}

/* Looks for the negation of a sentence in all sections, since it may have
 * moved. Returns whether there is one. */
static bool add_negated(struct comparison *comparison,
                        struct reading_sentence *before)
{
    struct kept_reading *after = &comparison->after;
    for (size_t i = 0; i < after->n_sections; i++) {
        const struct reading_section *new = &after->sections[i];
        for (size_t k = new->first; k < new->end; k++) {
            struct reading_sentence *sentence = &after->sentences[k];
            if (sentence->is_matched || sentence->hash == before->hash ||
                sentence->core != before->core)
                continue;
            add_pair(comparison, new, before, sentence);
            return true;
        }
    }
    return false;
}

/* Adds the sentences that were removed, and the new ones. */
static void add_unmatched(struct comparison *comparison)
{
    struct kept_reading *before = &comparison->before,
                        *after = &comparison->after;
    for (size_t i = 0; i < before->n_sections; i++) {
        const struct reading_section *old = &before->sections[i];
        for (size_t k = old->first; k < old->end; k++)
            if (!before->sentences[k].is_matched &&
                !add_negated(comparison, &before->sentences[k]))
                add(comparison, old, &before->sentences[k], NULL);
    }
    for (size_t i = 0; i < after->n_sections; i++) {
        const struct reading_section *new = &after->sections[i];
        for (size_t k = new->first; k < new->end; k++)
            if (!after->sentences[k].is_matched)
                add(comparison, new, NULL, &after->sentences[k]);
    }
}

/* A stable sort, so that changes of one type stay in the order of the
 * article. */
static void sort_by_type(struct revision *out)
{
    struct revision_change *sorted =
        mem_alloc((out->n ? out->n : 1) * sizeof *sorted);
    size_t n = 0;
    for (int type = 0; type < REVISION_N_TYPES; type++)
        for (size_t i = 0; i < out->n; i++)
            if ((int)out->changes[i].type == type)
                sorted[n++] = out->changes[i];
    free(out->changes);
    out->changes = sorted;
    out->capacity = out->n;
}

void revision_compare(const char *reading, const struct article *article,
                      struct revision *out)
{
    struct comparison comparison = {.out = out};
    *out = (struct revision){0};
    reading_parse(reading, &comparison.before);
    reading_of(article, &comparison.after);
    compare_matched(&comparison, true);
    compare_matched(&comparison, false);
    add_unmatched(&comparison);
    sort_by_type(out);
    reading_finish(&comparison.before);
    reading_finish(&comparison.after);
}

void revision_finish(struct revision *revision)
{
    for (size_t i = 0; i < revision->n; i++) {
        free(revision->changes[i].section);
        free(revision->changes[i].before);
        free(revision->changes[i].after);
    }
    free(revision->changes);
    *revision = (struct revision){0};
}

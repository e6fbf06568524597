/* Words that stand side by side and are one thing: "heart attack" is no heart
 * and no attack. The table of lay words has them; to do the same with all names
 * of the index was measured, and finds less: texts seldom say a name whole. */
#include <math.h>
#include <string.h>

#include "search/change.h"
#include "search/lay.h"
#include "search/seek.h"
#include "index/terms.h"

#define SYNONYM_FACTOR 0.8
#define ALONE 0.25 /* what is left to the words of a phrase by themselves */

/* The words of the query from start on, as typed or as stems. */
static void add_words(const struct seek *seek, size_t start, size_t n,
                      bool stems, struct buf *out)
{
    for (size_t i = start; i < start + n; i++) {
        const struct want *want = &seek->query.wants[i];
        buf_printf(out, "%s%s", i > start ? " " : "",
                   stems ? want->stems : want->text);
    }
}

static double worth_of(const struct seek *seek, size_t want)
{
    double worth = 0;
    for (size_t i = 0; i < seek->n_sought; i++)
        if (seek->sought[i].want == want)
            worth = fmax(worth, seek->sought[i].worth);
    return worth;
}

static double worth_of_all(const struct seek *seek, size_t start, size_t n)
{
    double sum = 0;
    for (size_t i = start; i < start + n; i++)
        sum += worth_of(seek, i);
    return sum;
}

/* What the words are worth goes to the phrase in part: together they are worth
 * as much as before. */
static void add_phrase(struct seek *seek, size_t start, size_t n)
{
    double sum = worth_of_all(seek, start, n);
    size_t n_before = seek->n_sought;
    struct buf stems;
    buf_init(&stems);
    add_words(seek, start, n, true, &stems);
    int64_t n_sections = seek_count_phrase(seek, stems.data);
    if (sum > 0 && n_sections > 0)
        seek_add(seek, start, stems.data, n_sections, 1);
    buf_finish(&stems);
    if (seek->n_sought == n_before)
        return;
    for (size_t i = 0; i < n_before; i++)
        if (seek->sought[i].want >= start && seek->sought[i].want < start + n)
            seek->sought[i].worth *= ALONE;
    struct sought *sought = &seek->sought[n_before];
    sought->n_wants = n;
    sought->worth = (1 - ALONE) * sum + worth_of(seek, start);
}

void phrases_add(struct seek *seek)
{
    size_t start, n;
    for (size_t at = 0; lay_find(&seek->query, at, &start, &n); at = start + n)
        if (n > 1 && !seek->query.wants[start].again)
            add_phrase(seek, start, n);
}

/* One more name for what stands in the query from start on; false if it is
 * nowhere, or stands there. */
static bool add_synonym(struct seek *seek, size_t start, size_t n,
                        const char *name)
{
    struct buf stems;
    buf_init(&stems);
    terms_add_stems(name, strlen(name), &stems);
    double worth = worth_of_all(seek, start, n);
    int64_t n_sections = lay_is_said(&seek->query, start, n, stems.data)
                             ? 0
                             : seek_count_phrase(seek, stems.data);
    bool added = n_sections > 0 && seek->n_sought < SOUGHT_MAX;
    if (added) {
        seek_add(seek, start, stems.data, n_sections, SYNONYM_FACTOR);
        struct sought *sought = &seek->sought[seek->n_sought - 1];
        sought->n_wants = n;
        sought->worth = fmax(sought->worth, SYNONYM_FACTOR * worth);
        /* Rarer or not, it says no more than what was typed. */
        if (worth > 0)
            sought->worth = fmin(sought->worth, worth);
    }
    buf_finish(&stems);
    return added;
}

static void add_group(struct seek *seek, const struct lay_group *group,
                      size_t start, size_t n)
{
    struct buf typed, names;
    buf_init(&typed);
    buf_init(&names);
    for (size_t i = 0; i < LAY_NAMES_MAX && group->names[i]; i++)
        if (add_synonym(seek, start, n, group->names[i]))
            change_add_word(&names, group->names[i]);
    add_words(seek, start, n, false, &typed);
    if (names.n_bytes)
        change_add(seek->results, CHANGE_ALSO, typed.data, names.data);
    buf_finish(&typed);
    buf_finish(&names);
}

void phrases_add_synonyms(struct seek *seek)
{
    const struct lay_group *group;
    size_t start, n;
    for (size_t at = 0; (group = lay_find(&seek->query, at, &start, &n));
         at = start + n)
        if (!seek->query.wants[start].again)
            add_group(seek, group, start, n);
}

/* What makes a section come first: the article that is named, the kind that
 * is asked for, the words. */
#include "search/score.h"

#include <math.h>
#include <string.h>

#define SHARE_OF_MEANT 0.7
#define SHARE_OF_WHOLE 0.5
#define LINKS 2.0
#define MEETING_ALONE 2.5 /* times as much as beside other words */
#define MEETING_ASKED 4.0 /* for the kind that was asked for */

static const struct {
    const char *name;
    double weight;
} parts[N_PARTS] = {
    [PART_TEXT] = {"text", 1.25},      [PART_NAME] = {"name", 1.5},
    [PART_COVERED] = {"covered", 0.5}, [PART_COVERS] = {"covers", 0.5},
    [PART_REST] = {"rest", 0.25},      [PART_EXACT] = {"exact", 0.25},
    [PART_KIND] = {"kind", 0.5},       [PART_OVERVIEW] = {"overview", 0.2},
    [PART_USUAL] = {"usual", 0.4},     [PART_LANG] = {"language", 0.1},
    [PART_MEET] = {"meet", 0.4},
};

const char *search_part_name(enum search_part part)
{
    return parts[part].name;
}

/* Of the words that the name has not, those that the section has. */
static double share_of_rest(const struct lookups *lookups, uint64_t in_name,
                            uint64_t in_text)
{
    double rest = 0, found = 0;
    for (size_t i = 0; i < lookups->query->n_terms; i++) {
        if (in_name >> i & 1)
            continue;
        rest += lookups->weights[i];
        found += in_text >> i & 1 ? lookups->weights[i] : 0;
    }
    return rest > 0 ? found / lookups->weight : 0;
}

/* A section that is a whole article may say anything of it. */
static double share_of_kind(const struct evidence *evidence,
                            const struct kind_weights *weights, enum kind kind)
{
    bool whole = evidence->is_whole && evidence->candidate->has_body;
    return whole && weights->any ? fmax(weights->kinds[kind], SHARE_OF_WHOLE)
                                 : weights->kinds[kind];
}

/* Do all words of the topic stand in one name of the article? */
static bool is_named_alone(const struct evidence *evidence)
{
    const struct lookups *lookups = evidence->lookups;
    for (size_t i = 0; i < lookups->query->n_terms; i++)
        if (lookups->weights[i] > 0 && !(evidence->match->terms >> i & 1))
            return false;
    return evidence->match->terms;
}

/* What one reads first of an article that was named. */
static bool is_overview(const struct evidence *evidence,
                        const struct search_result *result)
{
    return result->kind == KIND_OVERVIEW ||
           (result->kind == KIND_USES && result->type == TYPE_MEDICINE &&
            is_named_alone(evidence));
}

/* What is mostly asked, when the words say no kind: of a medicine much, of
 * addresses and links for themselves little. */
static double share_of_usual(const struct evidence *evidence,
                             const struct kind_weights *weights,
                             const struct search_result *result)
{
    static const double usual[KIND_COUNT] = {
        [KIND_DOSAGE] = 1,
        [KIND_SIDE_EFFECTS] = 1,
        [KIND_WARNINGS] = 1,
        [KIND_USES] = 0.5,
    };
    if (result->kind == KIND_MORE_INFO)
        return weights->kinds[KIND_MORE_INFO] > 0 ? 0 : -LINKS;
    if (weights->any || result->type != TYPE_MEDICINE ||
        is_named_alone(evidence))
        return 0;
    return usual[result->kind] * (1 - evidence->match->any);
}

/* The section that was asked for need not say what its article is called, nor
 * all else that a long question says; there the name is one word of many. */
static double share_of_text(const struct evidence *evidence,
                            double share_of_kind)
{
    const struct title_match *match = evidence->match;
    const struct candidate *candidate = evidence->candidate;
    double text = candidate->text, least = 0;
    if (share_of_kind >= KIND_WEIGHT_MEANT) {
        bool long_one = evidence->lookups->query->n_terms >= QUERY_LONG;
        text += (evidence->text_of_names - candidate->text_of_names) *
                (long_one ? match->covered : 1);
        least = match->exact != 0 ? SHARE_OF_MEANT * sqrt(match->covered) : 0;
    }
    double share = evidence->best_text > 0 ? text / evidence->best_text : 0;
    return fmax(share, least);
}

/* Whether a short query says nothing but two things and how they go together:
 * "gout and kidney disease", "asthma while pregnant". */
static bool is_of_two_things(const struct query *query)
{
    uint64_t in_things = 0;
    bool are_linked = false;
    for (size_t i = 0; i < query->n_things; i++)
        in_things |= query->things[i];
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        bool is_other = !term->is_common && term->asks == KIND_NONE;
        bool is_in = in_things >> i & 1;
        if (is_other && !is_in)
            return false;
        are_linked =
            are_linked || (!is_in && in_things >> i && in_things << (63 - i));
    }
    return are_linked && query->n_things == 2 && query->n_terms < QUERY_LONG &&
           !query->asks_together;
}

/* Whether a section speaks of two things that were named, unless those are a
 * medicine and what one takes with it, which ask for interactions; and of which
 * its article is called as one at most: 1, or more where nothing else was
 * asked. Then a section of the kind that was asked for speaks of both, whatever
 * its words. */
static double share_of_meeting(const struct evidence *evidence,
                               const struct search_result *result)
{
    const struct query *query = evidence->lookups->query;
    uint64_t in_text = evidence->candidate->terms;
    uint64_t anywhere = in_text | evidence->match->terms;
    size_t n_in_text = 0, n = 0;
    for (size_t i = 0; i < query->n_things; i++) {
        n_in_text += !(query->things[i] & ~in_text);
        n += !(query->things[i] & ~anywhere);
    }
    bool is_alone = is_of_two_things(query);
    bool is_asked = is_alone && result->is_asked && evidence->match->exact > 0;
    if (query->asks_together || result->kind == KIND_MORE_INFO ||
        (!is_asked && (n < 2 || !n_in_text)))
        return 0;
    return is_asked ? MEETING_ASKED : is_alone ? MEETING_ALONE : 1;
}

void score_result(const struct evidence *evidence, struct search_result *result)
{
    const struct lookups *lookups = evidence->lookups;
    const struct title_match *match = evidence->match;
    result->terms = match->terms | evidence->candidate->terms;
    const struct kind_weights *weights = evidence->weights;
    double kind = share_of_kind(evidence, weights, result->kind);
    result->is_asked = kind >= KIND_WEIGHT_MEANT;
    bool overview = !weights->any && is_overview(evidence, result) &&
                    !is_of_two_things(lookups->query);
    double values[N_PARTS] = {
        [PART_TEXT] = share_of_text(evidence, kind),
        [PART_NAME] = match->any,
        [PART_COVERED] = match->covered,
        [PART_COVERS] = match->covers,
        [PART_REST] =
            share_of_rest(lookups, match->terms, evidence->candidate->terms),
        [PART_EXACT] = match->exact,
        [PART_KIND] = kind,
        [PART_OVERVIEW] = overview ? match->covered : 0,
        [PART_USUAL] = share_of_usual(evidence, weights, result),
        [PART_LANG] = !result->is_foreign,
        [PART_MEET] = share_of_meeting(evidence, result),
    };
    for (int i = 0; i < N_PARTS; i++) {
        result->parts[i] = values[i] * parts[i].weight;
        result->score += result->parts[i];
    }
}

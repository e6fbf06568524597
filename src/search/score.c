/* The score of a section: what counts most is that its article is named in the
 * query, then that it is of the kind asked for, then its words. */
#include "search/score.h"

#include <math.h>
#include <string.h>

#define ASKED_TEXT_MIN 0.7
#define WHOLE_KIND_MIN 0.5
#define LINKS_PENALTY 2.0
#define ENTITIES_ONLY_FACTOR 2.5 /* if the query names nothing else */
/* if, in addition, the section is of the kind asked for */
#define ENTITIES_ASKED_FACTOR 4.0

static const struct {
    const char *name;
    double weight;
} parts[N_PARTS] = {
    [PART_TEXT] = {"text", 1.25},
    [PART_NAME] = {"name", 1.5},
    [PART_QUERY_COVERAGE] = {"covered", 0.5},
    [PART_NAME_COVERAGE] = {"covers", 0.5},
    [PART_OTHER_TERMS] = {"rest", 0.25},
    [PART_EXACT] = {"exact", 0.25},
    [PART_KIND] = {"kind", 0.5},
    [PART_OVERVIEW] = {"overview", 0.2},
    [PART_USUAL] = {"usual", 0.4},
    [PART_LANG] = {"language", 0.1},
    [PART_BOTH_ENTITIES] = {"meet", 0.4},
};

const char *search_part_name(enum search_part part)
{
    return parts[part].name;
}

/* Returns the weight of the terms that are in the text, but not in the best
 * name, as a share of the weight of all terms. */
static double other_terms_share(const struct lookups *lookups, uint64_t in_name,
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

/* Returns how much a section's kind is asked for. The only section of an
 * article may cover any kind. */
static double kind_share(const struct evidence *evidence,
                         const struct kind_weights *weights, enum kind kind)
{
    bool whole = evidence->is_whole && evidence->candidate->has_body;
    return whole && weights->any ? fmax(weights->kinds[kind], WHOLE_KIND_MIN)
                                 : weights->kinds[kind];
}

/* Returns whether the article's best name contains all terms that are looked
 * up. */
static bool names_only_article(const struct evidence *evidence)
{
    const struct lookups *lookups = evidence->lookups;
    for (size_t i = 0; i < lookups->query->n_terms; i++)
        if (lookups->weights[i] > 0 && !(evidence->match->terms >> i & 1))
            return false;
    return evidence->match->terms;
}

/* Returns whether the section is what people read first if they ask for the
 * article only. */
static bool is_overview(const struct evidence *evidence,
                        const struct search_result *result)
{
    return result->kind == KIND_OVERVIEW ||
           (result->kind == KIND_USES && result->type == TYPE_MEDICINE &&
            names_only_article(evidence));
}

/* If the query asks for no kind, sections on what people usually want to know
 * about a medicine score higher. Sections that consist of links or addresses
 * score lower, unless they are asked for. */
static double usual_share(const struct evidence *evidence,
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
        return weights->kinds[KIND_MORE_INFO] > 0 ? 0 : -LINKS_PENALTY;
    if (weights->any || result->type != TYPE_MEDICINE ||
        names_only_article(evidence))
        return 0;
    return usual[result->kind] * (1 - evidence->match->any);
}

/* Returns the text's score relative to the best candidate. A section of the
 * kind asked for need not repeat its article's name, so its score for the terms
 * in names is raised to that of the article's best section; in a long query
 * only in proportion to how much of the query the best name covers. If the
 * query contains a whole name of the article, the score has a minimum, since
 * the section need not contain the other words of the query either. */
static double text_share(const struct evidence *evidence, double kind_share)
{
    const struct title_match *match = evidence->match;
    const struct candidate *candidate = evidence->candidate;
    double text = candidate->text, least = 0;
    if (kind_share >= KIND_WEIGHT_MEANT) {
        bool is_long = evidence->lookups->query->n_terms >= QUERY_LONG;
        text += (evidence->text_of_names - candidate->text_of_names) *
                (is_long ? match->covered : 1);
        least = match->exact != 0 ? ASKED_TEXT_MIN * sqrt(match->covered) : 0;
    }
    double share = evidence->best_text > 0 ? text / evidence->best_text : 0;
    return fmax(share, least);
}

/* Returns whether a short query names two entities, with a word between them,
 * and nothing else: "gout and kidney disease", "asthma while pregnant". */
static bool names_only_two_entities(const struct query *query)
{
    uint64_t in_entities = 0;
    bool are_linked = false;
    for (size_t i = 0; i < query->n_entities; i++)
        in_entities |= query->entities[i];
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        bool is_other = !term->is_stop_word && term->asks == KIND_NONE;
        bool is_in = in_entities >> i & 1;
        if (is_other && !is_in)
            return false;
        are_linked = are_linked ||
                     (!is_in && in_entities >> i && in_entities << (63 - i));
    }
    return are_linked && query->n_entities == 2 &&
           query->n_terms < QUERY_LONG && !query->asks_interaction;
}

/* Returns 1 if the section and its article's name cover two of the entities
 * that the query names, at least one of them in the text, and more if the query
 * names nothing else. In that case, in an article that is named, a section of
 * the kind asked for is taken to cover both, whatever its words. Pairs of a
 * medicine and something taken with it are left out: they ask for the section
 * on interactions. */
static double entities_share(const struct evidence *evidence,
                             const struct search_result *result)
{
    const struct query *query = evidence->lookups->query;
    uint64_t in_text = evidence->candidate->terms;
    uint64_t anywhere = in_text | evidence->match->terms;
    size_t n_in_text = 0, n = 0;
    for (size_t i = 0; i < query->n_entities; i++) {
        n_in_text += !(query->entities[i] & ~in_text);
        n += !(query->entities[i] & ~anywhere);
    }
    bool is_alone = names_only_two_entities(query);
    bool is_asked = is_alone && result->is_asked && evidence->match->exact > 0;
    if (query->asks_interaction || result->kind == KIND_MORE_INFO ||
        (!is_asked && (n < 2 || !n_in_text)))
        return 0;
    return is_asked   ? ENTITIES_ASKED_FACTOR
           : is_alone ? ENTITIES_ONLY_FACTOR
                      : 1;
}

void score_result(const struct evidence *evidence, struct search_result *result)
{
    const struct lookups *lookups = evidence->lookups;
    const struct title_match *match = evidence->match;
    result->terms = match->terms | evidence->candidate->terms;
    const struct kind_weights *weights = evidence->weights;
    double kind = kind_share(evidence, weights, result->kind);
    result->is_asked = kind >= KIND_WEIGHT_MEANT;
    bool overview = !weights->any && is_overview(evidence, result) &&
                    !names_only_two_entities(lookups->query);
    double values[N_PARTS] = {
        [PART_TEXT] = text_share(evidence, kind),
        [PART_NAME] = match->any,
        [PART_QUERY_COVERAGE] = match->covered,
        [PART_NAME_COVERAGE] = match->covers,
        [PART_OTHER_TERMS] = other_terms_share(lookups, match->terms,
                                               evidence->candidate->terms),
        [PART_EXACT] = match->exact,
        [PART_KIND] = kind,
        [PART_OVERVIEW] = overview ? match->covered : 0,
        [PART_USUAL] = usual_share(evidence, weights, result),
        [PART_LANG] = !result->is_foreign,
        [PART_BOTH_ENTITIES] = entities_share(evidence, result),
    };
    for (int i = 0; i < N_PARTS; i++) {
        result->parts[i] = values[i] * parts[i].weight;
        result->score += result->parts[i];
    }
}

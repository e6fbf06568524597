/* Rules about how likely something is said to be: relative risks, and "common",
 * "rare" and the like (CONTRIBUTING.md, "Numbers"). English only. */
#include "check/fraction.h"

#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"

static const char *const comparisons[] = {
    "higher", "lower",   "more",     "less",      "fewer",    "greater",
    "bigger", "smaller", "likelier", "reduction", "increase", "decrease",
    "rise",   "drop",    "fall",     NULL};

static const char *const outcomes[] = {"risk",    "risks",      "chance",
                                       "chances", "rate",       "rates",
                                       "odds",    "likelihood", NULL};

static const char *const changes[] = {
    "cut",      "cuts",      "cutting",   "reduce", "reduces", "reduced",
    "lower",    "lowers",    "lowered",   "raise",  "raises",  "raised",
    "increase", "increases", "increased", "fell",   "fall",    "rise",
    "drop",     "decrease",  "falls",     "drops",  "dropped", "rose",
    "rises",    "decreases", "decreased", NULL};

/* "30% higher", "a 30% lower risk", "cuts the risk by 30%". */
static bool is_relative_percent(const struct prose *prose, size_t word)
{
    size_t after = word + 1;
    if (!fraction_is_percent(prose, word))
        return false;
    if (prose_is(prose, after, "percent"))
        after++;
    else if (prose_is(prose, after, "per"))
        after += 2;
    if (prose_is_any(prose, after, comparisons))
        return true;
    if (word < 1 || !prose_is(prose, word - 1, "by"))
        return false;
    for (size_t back = 2; back <= 6 && back <= word; back++)
        if (prose_is_any(prose, word - back, changes))
            return true;
    return false;
}

/* "three times as likely", "5 times the risk", "twice as high". */
static bool is_multiple(const struct prose *prose, size_t word)
{
    size_t after = word + 1;
    if (!prose_is(prose, word, "times") && !prose_is(prose, word, "twice"))
        return false;
    if (prose_is(prose, after, "the") || prose_is(prose, after, "your"))
        return prose_is_any(prose, after + 1, outcomes);
    if (prose_is(prose, after, "as"))
        return prose_is(prose, after + 1, "likely") ||
               prose_is(prose, after + 1, "high") ||
               prose_is(prose, after + 1, "common");
    return prose_is(prose, after, "likelier") ||
           (prose_is_any(prose, after, comparisons) &&
            (prose_is(prose, after + 1, "likely") ||
             prose_is(prose, after, "higher") ||
             prose_is(prose, after, "lower")));
}

/* "doubles the risk", "half the risk", "odds ratio". */
static bool is_relative_phrase(const struct prose *prose, size_t word)
{
    static const char *const factors[] = {
        "double", "doubles", "doubled", "triple", "triples",    "tripled",
        "halve",  "halves",  "halved",  "half",   "quadruples", NULL};
    static const char *const ratios[] = {"odds", "risk", "hazard", "rate",
                                         NULL};
    if (prose_is_any(prose, word, factors) &&
        (prose_is(prose, word + 1, "the") ||
         prose_is(prose, word + 1, "your") ||
         prose_is(prose, word + 1, "their")))
        return prose_is_any(prose, word + 2, outcomes);
    return (prose_is_any(prose, word, ratios) &&
            prose_is(prose, word + 1, "ratio")) ||
           (prose_is(prose, word, "relative") &&
            prose_is(prose, word + 1, "risk"));
}

/* What a treatment may make more or fewer of. */
static const char *const harms[] = {
    "deaths",       "death",         "strokes",    "stroke", "bleeds",
    "bleeding",     "attacks",       "infections", "cases",  "cancers",
    "clots",        "fractures",     "relapses",   "flares", "admissions",
    "miscarriages", "complications", NULL};

/* Does one of these stand from word on, before end? */
static bool stands_among(const struct prose *prose, size_t word, size_t end,
                         const char *const *list)
{
    while (word < end && !prose_is_any(prose, word, list))
        word++;
    return word < end;
}

static bool is_outcome_among(const struct prose *prose, size_t word, size_t end)
{
    return stands_among(prose, word, end, outcomes) ||
           stands_among(prose, word, end, harms);
}

/* "fourfold", "two-fold". */
static bool is_fold(const struct prose *prose, size_t word)
{
    static const char *const numbers[] = {"two",     "three", "four",  "five",
                                          "six",     "seven", "eight", "ten",
                                          "several", "many",  NULL};
    const struct prose_word *at = &prose->words[word];
    const char *text = prose->text + at->start;
    size_t n_bytes = at->end - at->start;
    if (n_bytes < 5 || memcmp(text + n_bytes - 4, "fold", 4))
        return false;
    for (const char *const *number = numbers; *number; number++)
        if (n_bytes >= strlen(*number) &&
            !memcmp(text, *number, strlen(*number)))
            return true;
    return ascii_is_digit(*text);
}

/* "by two thirds", "by a half". */
static bool is_by_a_part(const struct prose *prose, size_t word)
{
    static const char *const parts[] = {"half",    "third",    "thirds",
                                        "quarter", "quarters", "fifth",
                                        "fifths",  "tenth",    NULL};
    size_t at = word + 1;
    at += prose_is(prose, at, "about") || prose_is(prose, at, "up") ||
          prose_is(prose, at, "over") || prose_is(prose, at, "nearly");
    at += prose_is(prose, at, "a") || prose_is(prose, at, "one") ||
          prose_is(prose, at, "two") || prose_is(prose, at, "three");
    return prose_is(prose, word, "by") && prose_is_any(prose, at, parts);
}

/* "is doubled", "has halved": what it was said of stands before. */
static bool is_changed_by_factor(const struct prose *prose, size_t word)
{
    static const char *const factors[] = {"doubled",    "halved",  "tripled",
                                          "quadrupled", "doubles", "triples",
                                          NULL};
    return prose_is_any(prose, word, factors);
}

/* "more than halves deaths". */
static bool is_factor_of_harm(const struct prose *prose, size_t word,
                              size_t end)
{
    static const char *const factors[] = {
        "halves",  "halve",   "halved",     "doubles", "double",
        "doubled", "triples", "quadruples", "triple",  NULL};
    return prose_is_any(prose, word, factors) &&
           is_outcome_among(prose, word + 1, word + 4 < end ? word + 4 : end);
}

/* A change by a factor or a part in a sentence that begins with the word
 * first. */
static bool is_relative_change(const struct prose *prose, size_t first,
                               size_t word)
{
    size_t end = prose->n_words;
    if (is_factor_of_harm(prose, word, end))
        return true;
    if (is_fold(prose, word))
        return is_outcome_among(prose, first, end) ||
               stands_among(prose, first, word, changes);
    if (is_by_a_part(prose, word))
        return is_outcome_among(prose, first, word) &&
               stands_among(prose, first, word, changes);
    return is_changed_by_factor(prose, word) &&
           is_outcome_among(prose, first, word);
}

/* "30% higher than normal" is a level in the blood, no risk. */
static bool is_of_a_measure(const struct prose *prose, size_t word)
{
    static const char *const levels[] = {"normal", "usual", "average", NULL};
    for (size_t after = word + 1; after < word + 5; after++)
        if (prose_is(prose, after, "than") &&
            prose_is_any(prose, after + 1, levels))
            return true;
    return false;
}

/* Most words begin no such statement; the first letters tell. */
static bool may_be_relative(const struct prose *prose, size_t word)
{
    const struct prose_word *at = &prose->words[word];
    const char *text = prose->text + at->start;
    size_t n_bytes = at->end - at->start;
    switch (*text) {
    case 'b': return n_bytes == 2;
    case 'd': return text[1] == 'o';
    case 'h': return text[1] == 'a';
    case 'o': return text[1] == 'd';
    case 'r':
    case 'q': return true;
    case 't':
        if (text[1] == 'i' || text[1] == 'w' || text[1] == 'r')
            return true;
        break;
    }
    return ascii_is_digit(*text) || (n_bytes > 4 && text[n_bytes - 4] == 'f' &&
                                     text[n_bytes - 1] == 'd');
}

static bool is_relative(const struct prose *prose, size_t first, size_t word)
{
    return may_be_relative(prose, word) &&
           (is_relative_change(prose, first, word) ||
            is_relative_percent(prose, word) || is_multiple(prose, word) ||
            is_relative_phrase(prose, word)) &&
           !is_of_a_measure(prose, word);
}

static void look_for_relative(struct check *check, size_t i,
                              struct block_fact *fact)
{
    const struct prose *prose = &check->prose;
    const struct sentence *sentence = &prose->sentences[i];
    struct prose start = *prose; /* without the words that follow */
    size_t word = sentence->first_word;
    start.n_words = sentence->end_word;
    while (word < sentence->end_word &&
           !is_relative(&start, sentence->first_word, word))
        word++;
    if (word < sentence->end_word &&
        !fraction_block(fact, prose, i, fraction_stands_in) &&
        !fraction_has_risk_block(check, sentence->block))
        report_word(check, word,
                    _("Relative risk without its baseline. Say from how "
                      "many of 100 or 1,000 people to how many"));
}

void rule_relative_risk(struct check *check)
{
    fraction_each_sentence(check, look_for_relative);
}

/* ---- "common", "rare" ---- */

static const char *const frequencies[] = {
    "common",  "commonly", "uncommon",   "uncommonly",   "rare",
    "rarely",  "seldom",   "infrequent", "infrequently", "occasionally",
    "unusual", "usual",    NULL};

/* "An unusual smell", "the usual dose" are none: "very unusual" and "the most
 * usual" are. */
static bool is_plain_adjective(const struct prose *prose, size_t word)
{
    static const char *const before[] = {"very", "is",    "are",
                                         "be",   "quite", NULL};
    if (prose_is(prose, word, "usual"))
        return !word || !prose_is(prose, word - 1, "most");
    return (prose_is(prose, word, "unusual") ||
            prose_is(prose, word, "infrequent")) &&
           (!word || !prose_is_any(prose, word - 1, before) ||
            prose_is(prose, word + 1, "for"));
}

/* "common cold", "in common", "how common", "a rare inherited disease". */
static bool is_other_meaning(const struct prose *prose, size_t word)
{
    static const char *const before[] = {"in",   "how", "less",
                                         "more", "its", NULL};
    static const char *const after[] = {
        "cold",     "colds",     "name",       "names",     "use",
        "uses",     "cause",     "causes",     "reason",    "disease",
        "diseases", "condition", "conditions", "inherited", "disorder",
        "genetic",  "form",      "type",       "types",     "illness",
        "problem",  "sense",     NULL};
    if (word && prose_is_any(prose, word - 1, before))
        return true;
    if (word && prose_is(prose, word - 1, "most") &&
        !prose_is(prose, word, "usual"))
        return true;
    bool attribute = prose_is(prose, word, "rare") ||
                     prose_is(prose, word, "common") ||
                     prose_is(prose, word, "uncommon");
    for (size_t i = word + 1; attribute && i <= word + 3; i++)
        if (prose_is_any(prose, i, after))
            return true;
    return is_plain_adjective(prose, word);
}

/* Does a block give a number, or say that there is none? */
static bool is_quantified(const struct prose *prose, size_t word, size_t end)
{
    static const char *const unknown[] = {"known",  "unknown", "unclear",
                                          "figure", "figures", "unsure",
                                          "count",  "counts",  NULL};
    for (; word < end; word++)
        if (fraction_number(prose, word) > 1 ||
            prose_is_any(prose, word, unknown))
            return true;
    return false;
}

static bool is_about_harm(const struct check *check, const struct node *block)
{
    const struct section *section = check_section_of(check->article, block);
    return section && section->kind != KIND_SEE_DOCTOR &&
           section->kind != KIND_EMERGENCY && kind_get(section->kind)->safety;
}

static void look_for_frequency(struct check *check, size_t i,
                               struct block_fact *fact)
{
    const struct prose *prose = &check->prose;
    const struct sentence *sentence = &prose->sentences[i];
    size_t word = sentence->first_word;
    if (!is_about_harm(check, sentence->block))
        return;
    while (word < sentence->end_word &&
           !(prose_is_any(prose, word, frequencies) &&
             !is_other_meaning(prose, word)))
        word++;
    if (word < sentence->end_word &&
        !fraction_block(fact, prose, i, is_quantified) &&
        !fraction_has_risk_block(check, sentence->block))
        report_word(check, word,
                    _("Everybody understands \"%.*s\" differently. Add how "
                      "many of how many people, or say that no figure is "
                      "known"),
                    (int)(prose->words[word].end - prose->words[word].start),
                    prose->text + prose->words[word].start);
}

void rule_verbal_frequency(struct check *check)
{
    fraction_each_sentence(check, look_for_frequency);
}

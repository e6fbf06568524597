/* Rules about numbers that people misread: DESIGN.md, section 5. English
 * wording only, but for the risk blocks. */
#include <stdlib.h>
#include <string.h>

#include "article/risk.h"
#include "check/rule.h"

/* "5 of 100", "1 in 1,000", "3 out of every 10", "one in five". */
struct fraction {
    size_t word, end; /* in the prose; end is past it */
    long n, of;
    bool in; /* told with "in" */
};

static const struct {
    const char *word;
    long number;
} number_words[] = {
    {"one", 1},       {"two", 2},         {"three", 3},         {"four", 4},
    {"five", 5},      {"six", 6},         {"seven", 7},         {"eight", 8},
    {"nine", 9},      {"ten", 10},        {"twenty", 20},       {"fifty", 50},
    {"hundred", 100}, {"thousand", 1000}, {"million", 1000000},
};

/* A whole number in digits, with commas; -1 if it is none. */
static long digits_of(const char *text, size_t n_bytes)
{
    long number = 0;
    for (size_t i = 0; i < n_bytes; i++) {
        if (text[i] == ',')
            continue;
        if (text[i] < '0' || text[i] > '9' || number > 100000000)
            return -1;
        number = number * 10 + text[i] - '0';
    }
    return n_bytes ? number : -1;
}

static long number_of(const struct prose *prose, size_t word)
{
    if (word >= prose->n_words)
        return -1;
    if (prose_is_number(prose, word))
        return digits_of(prose->text + prose->words[word].start,
                         prose->words[word].end - prose->words[word].start);
    char first = prose->text[prose->words[word].start];
    for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++)
        if (*number_words[i].word == first &&
            prose_is(prose, word, number_words[i].word))
            return number_words[i].number;
    return -1;
}

static bool is_year(const struct prose *prose, size_t word, long number)
{
    return number >= 1900 && number <= 2100 &&
           prose->words[word].end - prose->words[word].start == 4;
}

/* Only a space stands between a word and the next. */
static bool is_joined(const struct prose *prose, size_t word)
{
    return word + 1 < prose->n_words &&
           prose->words[word + 1].start - prose->words[word].end == 1;
}

/* Reads a fraction that begins with a word, within its sentence. */
static bool read_fraction(const struct prose *prose, size_t word, size_t end,
                          struct fraction *fraction)
{
    size_t at = word + 1;
    if (!is_joined(prose, word))
        return false;
    *fraction = (struct fraction){.word = word, .n = number_of(prose, word)};
    if (fraction->n < 0)
        return false;
    if (prose_is(prose, at, "people") || prose_is(prose, at, "women") ||
        prose_is(prose, at, "men") || prose_is(prose, at, "children"))
        at++;
    if (prose_is(prose, at, "out"))
        at++;
    fraction->in = prose_is(prose, at, "in");
    if (!fraction->in && !prose_is(prose, at, "of"))
        return false;
    at++;
    if (prose_is(prose, at, "every") || prose_is(prose, at, "each") ||
        prose_is(prose, at, "a") || prose_is(prose, at, "the"))
        at++;
    fraction->of = at < end ? number_of(prose, at) : -1;
    fraction->end = at + 1;
    return fraction->of > 1 && fraction->of >= fraction->n &&
           !is_year(prose, at, fraction->of);
}

static bool is_percent(const struct prose *prose, size_t word)
{
    const char *after = prose->text + prose->words[word].end;
    if (!prose_is_number(prose, word))
        return false;
    return *after == '%' || (*after == ' ' && after[1] == '%') ||
           prose_is(prose, word + 1, "percent") ||
           (prose_is(prose, word + 1, "per") &&
            prose_is(prose, word + 2, "cent"));
}

/* Absolute numbers among the words of a range: fractions that are not "1 in
 * X", or two and more percentages. */
static bool holds_absolute(const struct prose *prose, size_t word, size_t end)
{
    unsigned n_percents = 0;
    struct fraction fraction;
    for (; word < end; word++) {
        if (read_fraction(prose, word, end, &fraction) &&
            !(fraction.in && fraction.n == 1))
            return true;
        n_percents += is_percent(prose, word);
    }
    return n_percents > 1;
}

/* The words of the block of a sentence. */
struct range {
    size_t start, end;
};

static struct range block_words(const struct prose *prose, size_t sentence)
{
    size_t first = sentence, end = prose_block_end(prose, sentence);
    while (first && prose->sentences[first - 1].block ==
                        prose->sentences[sentence].block)
        first--;
    return (struct range){prose->sentences[first].first_word,
                          prose->sentences[end - 1].end_word};
}

/* What the block of a sentence holds, found out once a block: sentences come
 * block by block. */
struct facts {
    const struct node *block;
    bool holds;
};

static bool
block_holds(struct facts *facts, const struct prose *prose, size_t sentence,
            bool (*look)(const struct prose *prose, size_t word, size_t end))
{
    if (facts->block != prose->sentences[sentence].block) {
        struct range words = block_words(prose, sentence);
        facts->block = prose->sentences[sentence].block;
        facts->holds = look(prose, words.start, words.end);
    }
    return facts->holds;
}

static bool section_has_risk_block(const struct check *check,
                                   const struct node *block)
{
    const struct section *section = check_section_of(check->article, block);
    for (size_t i = section ? section->first_block : 0;
         section && i < section->end_block; i++)
        if (check->article->blocks[i]->type == NODE_RISK)
            return true;
    return false;
}

static const char *const comparisons[] = {
    "higher", "lower",   "more",     "less",      "fewer",    "greater",
    "bigger", "smaller", "likelier", "reduction", "increase", "decrease",
    "rise",   "drop",    "fall",     NULL};

static const char *const outcomes[] = {"risk",    "risks",      "chance",
                                       "chances", "rate",       "rates",
                                       "odds",    "likelihood", NULL};

static const char *const changes[] = {
    "cut",      "cuts",      "cutting",   "reduce",    "reduces",   "reduced",
    "lower",    "lowers",    "lowered",   "raise",     "raises",    "raised",
    "increase", "increases", "increased", "fell",      "falls",     "drops",
    "dropped",  "rose",      "rises",     "decreases", "decreased", NULL};

/* "30% higher", "a 30% lower risk", "cuts the risk by 30%". */
static bool is_relative_percent(const struct prose *prose, size_t word)
{
    size_t after = word + 1;
    if (!is_percent(prose, word))
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
        "double", "doubles", "doubled", "triples", "tripled",
        "halve",  "halves",  "halved",  "half",    NULL};
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

static bool is_relative(const struct prose *prose, size_t word)
{
    return (is_relative_percent(prose, word) || is_multiple(prose, word) ||
            is_relative_phrase(prose, word)) &&
           !is_of_a_measure(prose, word);
}

void rule_relative_risk(struct check *check)
{
    const struct prose *prose = &check->prose;
    struct facts facts = {0};
    for (size_t i = 0;
         check->english && i < prose->n_sentences && !report_is_full(check);
         i++) {
        const struct sentence *sentence = &prose->sentences[i];
        struct prose start = *prose; /* without the words that follow */
        size_t word = sentence->first_word;
        start.n_words = sentence->end_word;
        while (word < sentence->end_word && !is_relative(&start, word))
            word++;
        if (word == sentence->end_word)
            continue;
        if (!block_holds(&facts, prose, i, holds_absolute) &&
            !section_has_risk_block(check, sentence->block))
            report_word(check, word,
                        "a relative risk without its baseline: say from how "
                        "many of 100 or 1,000 people to how many");
    }
}

void rule_one_in(struct check *check)
{
    const struct prose *prose = &check->prose;
    struct fraction fraction;
    struct facts facts = {0};
    for (size_t i = 0;
         check->english && i < prose->n_sentences && !report_is_full(check);
         i++) {
        const struct sentence *sentence = &prose->sentences[i];
        for (size_t word = sentence->first_word; word < sentence->end_word;
             word++) {
            if (!read_fraction(prose, word, sentence->end_word, &fraction) ||
                !fraction.in || fraction.n != 1)
                continue;
            if (!block_holds(&facts, prose, i, holds_absolute))
                report_word(check, word,
                            "\"1 in %ld\" alone misleads: say how many of "
                            "100, 1,000, 10,000 or 100,000",
                            fraction.of);
        }
    }
}

/* The denominators of risk blocks. Others are counts of people in studies;
 * "1 of 1,000,000" cannot be said with a smaller one. */
static bool is_denominator(long number)
{
    return number == 100 || number == 1000 || number == 10000 ||
           number == 100000;
}

/* The denominators of one section: the first counts. */
struct denominators {
    const struct section *section;
    long first;
    bool told;
};

/* Is this one other than the first of its section? Tells only once. */
static bool is_mixed(struct denominators *seen, const struct section *section,
                     long of)
{
    if (seen->section != section)
        *seen = (struct denominators){.section = section};
    if (!seen->first)
        seen->first = of;
    bool mixed = of != seen->first && !seen->told;
    seen->told = seen->told || mixed;
    return mixed;
}

static void check_risk_blocks(struct check *check)
{
    struct denominators seen = {0};
    const struct article *article = check->article;
    for (size_t i = 0; i < article->n_blocks; i++) {
        const struct node *block = article->blocks[i];
        if (block->type != NODE_RISK || !block->risk)
            continue;
        if (is_mixed(&seen, check_section_of(article, block), block->risk->per))
            report_at(check, block->source_start,
                      "%ld here and %ld before it, in one section: give both "
                      "risk blocks the same \"per\"",
                      block->risk->per, seen.first);
    }
}

void rule_denominators(struct check *check)
{
    const struct prose *prose = &check->prose;
    struct denominators seen = {0};
    struct fraction fraction;
    check_risk_blocks(check);
    for (size_t i = 0; check->english && i < prose->n_sentences; i++) {
        const struct sentence *sentence = &prose->sentences[i];
        for (size_t word = sentence->first_word; word < sentence->end_word;
             word++)
            if (read_fraction(prose, word, sentence->end_word, &fraction) &&
                is_denominator(fraction.of) &&
                is_mixed(&seen,
                         check_section_of(check->article, sentence->block),
                         fraction.of))
                report_word(check, word,
                            "of %ld here and of %ld before it, in one "
                            "section: people compare the first numbers; use "
                            "one denominator",
                            fraction.of, seen.first);
    }
}

static const char *const frequencies[] = {
    "common", "commonly", "uncommon", "rare", "rarely", "uncommonly", NULL};

/* "common cold", "in common", "how common", "rare disease". */
static bool is_other_meaning(const struct prose *prose, size_t word)
{
    static const char *const before[] = {"in",   "how", "less", "more",
                                         "most", "its", NULL};
    static const char *const after[] = {
        "cold",     "colds",     "name",       "names",     "use",
        "uses",     "cause",     "causes",     "reason",    "disease",
        "diseases", "condition", "conditions", "inherited", NULL};
    return (word && prose_is_any(prose, word - 1, before)) ||
           prose_is_any(prose, word + 1, after);
}

/* Does a block give a number, or say that there is none? */
static bool is_quantified(const struct prose *prose, size_t word, size_t end)
{
    static const char *const unknown[] = {"known",  "unknown", "unclear",
                                          "figure", "figures", "unsure",
                                          "count",  "counts",  NULL};
    for (; word < end; word++)
        if (number_of(prose, word) > 1 || prose_is_any(prose, word, unknown))
            return true;
    return false;
}

static bool is_about_harm(const struct check *check, const struct node *block)
{
    const struct section *section = check_section_of(check->article, block);
    return section &&
           (section->kind == KIND_RISKS || section->kind == KIND_SIDE_EFFECTS);
}

void rule_verbal_frequency(struct check *check)
{
    const struct prose *prose = &check->prose;
    struct facts facts = {0};
    for (size_t i = 0;
         check->english && i < prose->n_sentences && !report_is_full(check);
         i++) {
        const struct sentence *sentence = &prose->sentences[i];
        size_t word = sentence->first_word;
        while (word < sentence->end_word &&
               !(prose_is_any(prose, word, frequencies) &&
                 !is_other_meaning(prose, word)))
            word++;
        if (word < sentence->end_word &&
            is_about_harm(check, sentence->block) &&
            !block_holds(&facts, prose, i, is_quantified) &&
            !section_has_risk_block(check, sentence->block))
            report_word(
                check, word,
                "\"%.*s\" alone means something else to everybody: "
                "add how many of how many people, or say that no "
                "figure is known",
                (int)(prose->words[word].end - prose->words[word].start),
                prose->text + prose->words[word].start);
    }
}

/* Rules about denominators (CONTRIBUTING.md, "Numbers"), in English text and in
 * the risk blocks of every language, and about risk blocks beside each other.
 * What is wrong within one block is found when it is parsed. */
#include "article/risk.h"
#include "base/ascii.h"
#include "base/i18n.h"
#include "check/fraction.h"
#include "text/frequency.h"

/* "50% (1 in 2)": said in both ways. */
static bool has_percent(const struct prose *prose,
                        const struct sentence *sentence)
{
    for (size_t word = sentence->first_word; word < sentence->end_word; word++)
        if (fraction_is_percent(prose, word))
            return true;
    return false;
}

static void look_for_one_in(struct check *check, size_t i,
                            struct block_fact *fact)
{
    const struct prose *prose = &check->prose;
    const struct sentence *sentence = &prose->sentences[i];
    struct fraction fraction;
    for (size_t word = sentence->first_word; word < sentence->end_word;
         word++) {
        if (!fraction_read(prose, word, sentence->end_word, &fraction) ||
            !fraction_is_one_in(&fraction))
            continue;
        if (!fraction_block(fact, prose, i, fraction_stands_in) &&
            !has_percent(prose, sentence))
            report_word(check, word,
                        _("\"1 in %ld\" alone misleads. Say how many of "
                          "100, 1,000, 10,000 or 100,000"),
                        fraction.of);
    }
}

void rule_one_in(struct check *check)
{
    fraction_each_sentence(check, look_for_one_in);
}

/* The denominators of risk blocks. Others are counts of people in studies;
 * "1 of 1,000,000" cannot be said with a smaller one. */
static bool is_denominator(long number)
{
    return frequency_is_natural(number) && number < 1000000;
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
        if (block->type != NODE_RISK || block->risk->broken)
            continue;
        if (is_mixed(&seen, check_section_of(article, block), block->risk->per))
            report_at(check, block->source_start,
                      _("Per %ld here, but per %ld earlier in this section. "
                        "Give both risk blocks the same \"per\""),
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
            if ((fraction_read(prose, word, sentence->end_word, &fraction) ||
                 fraction_read_reversed(prose, word, sentence->end_word,
                                        &fraction)) &&
                is_denominator(fraction.of) && !fraction_is_one_in(&fraction) &&
                is_mixed(&seen,
                         check_section_of(check->article, sentence->block),
                         fraction.of))
                report_word(check, word,
                            _("Of %ld here, but of %ld earlier in this "
                              "section. People compare the first numbers, "
                              "so use one denominator"),
                            fraction.of, seen.first);
    }
}

/* ---- titles of risk blocks ---- */

#define RISKS_MAX 200 /* each is compared with those before it */

/* The title of a risk block; NULL where there is none. */
static const char *risk_title(const struct node *block)
{
    return block->type == NODE_RISK ? block->risk->title : NULL;
}

void rule_risk_titles(struct check *check)
{
    const struct article *article = check->article;
    const char *titles[RISKS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < article->n_blocks && n < RISKS_MAX; i++) {
        const char *title = risk_title(article->blocks[i]);
        if (!title)
            continue;
        size_t same = 0;
        while (same < n && ascii_casecmp(titles[same], title))
            same++;
        if (same < n)
            report_at(check, article->blocks[i]->source_start,
                      _("An earlier risk block has the title \"%s\", too. "
                        "Say in the titles how they differ"),
                      title);
        titles[n++] = title;
    }
}

/* ---- what a risk block needs ---- */

static void check_risk_rows(struct check *check, const struct node *block)
{
    const struct risk *risk = block->risk;
    for (size_t i = 0; i < risk->n_rows; i++)
        if (!risk->rows[i].source && risk->rows[i].label)
            report_at(check, block->source_start,
                      _("The row \"%s\" has no source. Add source: and the "
                        "id of one"),
                      risk->rows[i].label);
}

void rule_risk_fields(struct check *check)
{
    const struct article *article = check->article;
    for (size_t i = 0; i < article->n_blocks; i++) {
        const struct node *block = article->blocks[i];
        if (block->type != NODE_RISK || !block->risk->n_rows)
            continue;
        if (!block->risk->title)
            report_at(check, block->source_start,
                      _("The risk block has no title. Say what the figures "
                        "count"));
        if (block->risk->benefit && block->risk->n_rows == 1)
            report_at(check, block->source_start,
                      _("A benefit needs a second row, without the "
                        "treatment, to show what it changes"));
        check_risk_rows(check, block);
    }
}

/* ---- percentages of people ---- */

/* "a 5% cream", "70% alcohol", "10% of the dose". */
static bool is_of_people(const struct prose *prose, size_t word, size_t end)
{
    static const char *const verbs[] = {
        "get",       "gets",       "got",         "feel",  "feels",  "felt",
        "have",      "has",        "had",         "die",   "died",   "develop",
        "developed", "experience", "experienced", "vomit", "report", "reported",
        "stopped",   "notice",     "noticed",     NULL};
    static const char *const others[] = {"of the", NULL};
    const char *after = prose->text + prose->words[word].end;
    size_t at = word + 1;
    if (word && prose_is(prose, word - 1, "by"))
        return false;
    after += *after == ' ';
    if (*after == '%' && after[1] == ')')
        return prose->text[prose->words[word].start - 1] == '(';
    at += prose_is(prose, at, "percent");
    at += prose_is(prose, at, "per") ? 2 : 0;
    if (at < end && (wording_at(prose, at, end, others[0]) ||
                     fraction_is_people(prose, at)))
        return false;
    for (size_t i = at; i < end && i < at + 4; i++)
        if (fraction_is_people(prose, i) ||
            (i == at && (prose_is_any(prose, i, verbs) ||
                         wording_at(prose, i, end, "of those"))))
            return true;
    return false;
}

static void look_for_percent(struct check *check, size_t i,
                             struct block_fact *fact)
{
    const struct prose *prose = &check->prose;
    const struct sentence *sentence = &prose->sentences[i];
    const struct section *section =
        check_section_of(check->article, sentence->block);
    size_t word = sentence->first_word;
    if (!section ||
        (section->kind != KIND_RISKS && section->kind != KIND_SIDE_EFFECTS))
        return;
    while (word < sentence->end_word &&
           !(fraction_is_percent(prose, word) &&
             is_of_people(prose, word, sentence->end_word)))
        word++;
    if (word < sentence->end_word &&
        !fraction_block(fact, prose, i, fraction_of_people_stands_in))
        report_word(check, word,
                    _("%.*s per cent: people understand \"of 100 people\" "
                      "better. Write a whole number of 100, 1,000 or 10,000"),
                    (int)(prose->words[word].end - prose->words[word].start),
                    prose->text + prose->words[word].start);
}

void rule_percentages(struct check *check)
{
    fraction_each_sentence(check, look_for_percent);
}

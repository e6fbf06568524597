/* Fractions and percentages in prose. */
#include "check/fraction.h"

#include <string.h>

#include "text/frequency.h"

long fraction_number(const struct prose *prose, size_t word)
{
    return word < prose->n_words ? prose->words[word].number : -1;
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

static const char *const people[] = {
    "people",   "person", "women",    "woman",   "men",         "man",
    "children", "child",  "patients", "patient", "adults",      "adult",
    "babies",   "baby",   "users",    "others",  "pregnancies", NULL};

bool fraction_is_people(const struct prose *prose, size_t word)
{
    return prose_is_any(prose, word, people);
}

/* "in", "of", "out of", "per" between the two numbers; false if it is none. */
static bool read_relation(const struct prose *prose, size_t *at,
                          struct fraction *fraction)
{
    bool out = prose_is(prose, *at, "out");
    *at += out;
    fraction->in =
        out || prose_is(prose, *at, "in") || prose_is(prose, *at, "per");
    if (!prose_is(prose, *at, "in") && !prose_is(prose, *at, "of") &&
        !prose_is(prose, *at, "per"))
        return false;
    ++*at;
    *at += prose_is(prose, *at, "every") || prose_is(prose, *at, "each") ||
           prose_is(prose, *at, "a") || prose_is(prose, *at, "the");
    return true;
}

bool fraction_read(const struct prose *prose, size_t word, size_t end,
                   struct fraction *fraction)
{
    size_t at = word + 1;
    if (prose->words[word].number < 0 || !is_joined(prose, word))
        return false;
    *fraction =
        (struct fraction){.word = word, .n = fraction_number(prose, word)};
    if (fraction->n < 0)
        return false;
    at += fraction_is_people(prose, at);
    if (!read_relation(prose, &at, fraction))
        return false;
    fraction->of = at < end ? fraction_number(prose, at) : -1;
    if (fraction->of > 0 && fraction->of < 1000 && at + 1 < end &&
        (prose_is(prose, at + 1, "million") ||
         prose_is(prose, at + 1, "thousand")))
        fraction->of *= fraction_number(prose, ++at);
    fraction->end = at + 1;
    return fraction->of > 1 && fraction->of >= fraction->n &&
           !is_year(prose, at, fraction->of);
}

bool fraction_read_reversed(const struct prose *prose, size_t word, size_t end,
                            struct fraction *fraction)
{
    size_t at = word + 1;
    if (!prose_is(prose, word, "of") ||
        (word && (fraction_number(prose, word - 1) >= 0 ||
                  fraction_is_people(prose, word - 1))))
        return false;
    at += prose_is(prose, at, "every") || prose_is(prose, at, "each");
    *fraction = (struct fraction){
        .word = word, .of = at < end ? fraction_number(prose, at) : -1};
    if (fraction->of < 2 || !fraction_is_people(prose, at + 1))
        return false;
    for (at += 2; at < end; at++)
        if ((fraction->n = fraction_number(prose, at)) >= 0)
            break;
    fraction->end = at + 1;
    return at < end && fraction->n <= fraction->of;
}

bool fraction_is_one_in(const struct fraction *fraction)
{
    return fraction->n == 1 &&
           (fraction->in ||
            (fraction->out && !frequency_is_natural(fraction->of)));
}

bool fraction_is_percent(const struct prose *prose, size_t word)
{
    const char *after = prose->text + prose->words[word].end;
    if (!prose_is_number(prose, word))
        return false;
    return *after == '%' || (*after == ' ' && after[1] == '%') ||
           prose_is(prose, word + 1, "percent") ||
           (prose_is(prose, word + 1, "per") &&
            prose_is(prose, word + 2, "cent"));
}

bool fraction_of_people_stands_in(const struct prose *prose, size_t word,
                                  size_t end)
{
    struct fraction fraction;
    for (; word < end; word++)
        if ((fraction_read(prose, word, end, &fraction) &&
             !fraction_is_one_in(&fraction)) ||
            fraction_read_reversed(prose, word, end, &fraction))
            return true;
    return false;
}

bool fraction_stands_in(const struct prose *prose, size_t word, size_t end)
{
    unsigned n_percents = 0;
    for (size_t at = word; at < end; at++)
        n_percents += fraction_is_percent(prose, at);
    return n_percents > 1 || fraction_of_people_stands_in(prose, word, end);
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

bool fraction_block(struct block_fact *facts, const struct prose *prose,
                    size_t sentence,
                    bool (*look)(const struct prose *prose, size_t word,
                                 size_t end))
{
    if (facts->block != prose->sentences[sentence].block) {
        struct range words = block_words(prose, sentence);
        facts->block = prose->sentences[sentence].block;
        facts->holds = look(prose, words.start, words.end);
    }
    return facts->holds;
}

void fraction_each_sentence(struct check *check,
                            void (*look)(struct check *check, size_t sentence,
                                         struct block_fact *fact))
{
    struct block_fact fact = {0};
    for (size_t i = 0; check->english && i < check->prose.n_sentences &&
                       !report_is_full(check);
         i++)
        look(check, i, &fact);
}

bool fraction_has_risk_block(const struct check *check,
                             const struct node *block)
{
    const struct section *section = check_section_of(check->article, block);
    for (size_t i = section ? section->first_block : 0;
         section && i < section->end_block; i++)
        if (check->article->blocks[i]->type == NODE_RISK)
            return true;
    return false;
}

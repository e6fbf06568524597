#include "check/reading.h"

#include <math.h>
#include <string.h>

#include "../unit.h"

/* Examples that others published, with their counts and grades. */
static const struct {
    const char *text;
    double flesch_kincaid, smog; /* 0: not published */
} examples[] = {
    /* 13 words, 26 syllables: 13.08 by github.com/words/flesch-kincaid;
     * 1 sentence, 4 words of three and more syllables: 14.55 by
     * github.com/words/smog-formula, both in their README. */
    {"The Australian platypus is seemingly a hybrid of a mammal and reptilian "
     "creature.",
     13.08, 14.55},
    /* Lincoln at Gettysburg: 10.9 by read-able.com and readability-score.com,
     * as told in the tests of Readability-iOS by Bracken Spencer. */
    {"Four score and seven years ago our fathers brought forth on this "
     "continent a new nation, conceived in liberty, and dedicated to the "
     "proposition that all men are created equal. Now we are engaged in a "
     "great civil war, testing whether that nation, or any nation so conceived "
     "and so dedicated, can long endure. We are met on a great battlefield of "
     "that war. We have come to dedicate a portion of that field, as a final "
     "resting place for those who here gave their lives that that nation might "
     "live. It is altogether fitting and proper that we should do this. But, "
     "in a larger sense, we can not dedicate, we can not consecrate, we can "
     "not hallow this ground. The brave men, living and dead, who struggled "
     "here, have consecrated it, far above our poor power to add or detract. "
     "The world will little note, nor long remember what we say here, but it "
     "can never forget what they did here. It is for us the living, rather, to "
     "be dedicated here to the unfinished work which they who fought here have "
     "thus far so nobly advanced. It is rather for us to be here dedicated to "
     "the great task remaining before us -- that from these honored dead we "
     "take increased devotion to that cause for which they gave the last full "
     "measure of devotion -- that we here highly resolve that these dead shall "
     "not have died in vain -- that this nation, under God, shall have a new "
     "birth of freedom -- and that government of the people, by the people, "
     "for the people, shall not perish from the earth.",
     10.9, 0},
};

static struct reading read_text(const char *text)
{
    struct article *article = article_parse(text, strlen(text), NULL);
    struct prose prose;
    struct reading reading = {0};
    prose_init(&prose, article);
    for (size_t i = 0; i < prose.n_sentences; i++)
        reading_add(&reading, &prose, &prose.sentences[i]);
    prose_finish(&prose);
    article_free(article);
    return reading;
}

static void agrees_with_published_examples(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(examples); i++) {
        struct reading reading = read_text(examples[i].text);
        double grade = reading_flesch_kincaid(&reading);
        print_message("%u words, %u syllables, %u sentences: %.2f, %.2f\n",
                      reading.n_words, reading.n_syllables, reading.n_sentences,
                      grade, reading_smog(&reading));
        assert_true(fabs(grade - examples[i].flesch_kincaid) < 0.5);
        if (examples[i].smog > 0)
            assert_true(fabs(reading_smog(&reading) - examples[i].smog) < 0.5);
    }
}

/* McLaughlin's own example: 95 words of three and more syllables in 30
 * sentences are grade 13. */
static void agrees_with_mclaughlin(void **state)
{
    (void)state;
    struct reading reading = {.n_sentences = 30, .n_polysyllables = 95};
    assert_true(fabs(reading_smog(&reading) - 13) < 0.5);
}

static void counts_syllables(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        unsigned n;
    } rows[] = {
        {"a", 1},          {"the", 1},       {"skin", 1},
        {"needle", 2},     {"needles", 2},   {"treatment", 2},
        {"disease", 2},    {"diseases", 3},  {"used", 1},
        {"treated", 2},    {"being", 2},     {"playing", 2},
        {"area", 3},       {"reaction", 3},  {"infection", 3},
        {"medicine", 3},   {"patient", 2},   {"special", 2},
        {"people", 2},     {"diet", 2},      {"piece", 1},
        {"science", 2},    {"something", 2}, {"careful", 2},
        {"orgasm", 3},     {"ibuprofen", 4}, {"paracetamol", 5},
        {"well-being", 3}, {"created", 3},   {"guide", 1},
        {"boxes", 2},      {"tables", 2},    {"colonoscopy", 5},
    };
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        unsigned n = reading_syllables(rows[i].word, strlen(rows[i].word));
        if (n != rows[i].n)
            print_message("%s: %u\n", rows[i].word, n);
        assert_int_equal(n, rows[i].n);
    }
}

static void splits_sentences(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned n_sentences, n_words;
    } rows[] = {
        {"One two. Three four!", 2, 4},
        {"Take 2.5 mg, e.g. at night.", 1, 7},
        {"One.[^a] Two.[^a][^b]\n\n[^a]: x", 3, 3},
        {"He said \"no.\" She left.", 2, 5},
        {"(It is so.) It isn't well-known.", 2, 6},
        {"- one\n- two three\n\n## Not counted\n", 2, 3},
        {"| a | b |\n|---|---|\n| c | d |\n", 4, 4},
        {"", 0, 0},
    };
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        struct reading reading = read_text(rows[i].text);
        if (reading.n_sentences != rows[i].n_sentences)
            print_message("%s\n", rows[i].text);
        assert_int_equal(reading.n_sentences, rows[i].n_sentences);
        assert_int_equal(reading.n_words, rows[i].n_words);
    }
}

static void nothing_has_grade_0(void **state)
{
    (void)state;
    struct reading none = {0};
    assert_true(reading_flesch_kincaid(&none) == 0);
    assert_true(reading_smog(&none) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_published_examples),
        cmocka_unit_test(agrees_with_mclaughlin),
        cmocka_unit_test(counts_syllables),
        cmocka_unit_test(splits_sentences),
        cmocka_unit_test(nothing_has_grade_0),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "shelf.h"

#include "search/snippet.h"

static const struct shelved articles[] = {
    {"microneedling.md",
     "title: Microneedling\nlang: en\ntype: procedure\n"
     "synonyms: [collagen induction therapy]\nreviewed: 2026-03-01\n"
     "reviewers: [{name: Ada}]",
     "Needles prick the skin.\n\n"
     "## What are the risks?\n\nRedness, and keloid scars.\n\n"
     "## Who should not have it?\n\nPeople with keloid scars.\n\n"
     "## When to get help\n\nFever after the session.\n"},
    {"keloid.md", "title: Keloids\nlang: en\ntype: condition",
     "## What is a keloid?\n\nA scar that grows.\n\n"
     "## Treatment\n\nSteroid injections into the scar.\n"},
    {"gout.md", "title: Gout\nlang: en\ntype: condition\nsynonyms: [podagra]",
     "## Symptoms\n\nA painful toe.\n\n"
     "## Treatment\n\nColchicine or ibuprofen.\n"},
    {"ampicillin.md", "title: Ampicillin\nlang: en\ntype: medicine",
     "## Side effects\n\nA rash.\n\n## How to take it\n\nWith water.\n"},
    {"heart.md", "title: Myocardial infarction\nlang: en",
     "## Symptoms\n\nPain in the chest.\n"},
    {"dau.md", "title: Đau đầu\nlang: vi", "## Nguyên nhân\n\nCăng thẳng.\n"},
    {"tou.md", "title: 偏头痛\nlang: zh",
     "## 什么是偏头痛？\n\n一种头痛，常伴恶心。\n"},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, N_ELEMENTS(articles));
}

static void finds_the_section(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *found;
    } cases[] = {
        {"keloid", "keloid/0"},
        {"keloids treatment", "keloid/1"},
        {"risks of microneedling", "microneedling/1"},
        {"microneed", "microneedling/0"},
        {"collagen induction", "microneedling/0"},
        {"contraindications: keloid", "microneedling/2"},
        {"kind:risks keloid", "microneedling/1"},
        {"kind:emergency keloid", ""},
        {"type:condition scar", "keloid/0"},
        {"type:procedure scar", "microneedling/1"},
        {"title:gout", "gout/0"},
        {"\"painful toe\"", "gout/0"},
        {"\"toe painful\"", ""},
        {"keloid -steroid -grows -redness", "microneedling/2"},
        {"reviewed:>2025 scars", "microneedling/1"},
        {"reviewed:<2026 scars", ""},
        {"lang:vi dau", "dau/0"},
        {"đau dau", "dau/0"},
        {"头痛", "tou/0"},
        {"恶", "tou/0"},
        {"how do you treat gout in the foot?", "gout/1"},
        {"kind:symptoms", "gout/0"},
        {"zzzz", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_string_equal(shelf_first(cases[i].typed), cases[i].found);
}

static void says_what_it_changed(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        int type;
        const char *from, *to, *found;
    } cases[] = {
        {"microneedlign", NOTE_SPELLING, "microneedlign", "microneedling",
         "microneedling/0"},
        {"goutt", NOTE_SPELLING, "goutt", "gout", "gout/0"},
        {"heart attack", NOTE_ALSO, "heart attack", "myocardial infarction",
         "heart/0"},
        {"ampicilin", NOTE_SPELLING, "ampicilin", "ampicillin", "ampicillin/0"},
        /* Another medicine, which the library does not have. */
        {"amoxicillin", NOTE_MAYBE, "amoxicillin", "ampicillin", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct search_results *results =
            search_run(the_index, cases[i].typed, &(struct search_options){0});
        assert_int_equal(results->n_notes, 1);
        assert_int_equal(results->notes[0].type, cases[i].type);
        assert_string_equal(results->notes[0].typed, cases[i].from);
        assert_string_equal(results->notes[0].searched, cases[i].to);
        search_results_free(results);
        assert_string_equal(shelf_first(cases[i].typed), cases[i].found);
    }
}

static void searches_as_typed(void **state)
{
    (void)state;
    struct search_results *results = search_run(
        the_index, "microneedlign", &(struct search_options){.as_typed = true});
    assert_int_equal(results->n, 0);
    assert_int_equal(results->n_notes, 1);
    assert_int_equal(results->notes[0].type, NOTE_UNMATCHED);
    search_results_free(results);
}

static void explains_the_score(void **state)
{
    (void)state;
    struct search_results *results =
        search_run(the_index, "gout treatment", &(struct search_options){0});
    assert_true(results->n > 0);
    for (size_t i = 0; i < results->n; i++) {
        double sum = 0;
        for (int part = 0; part < N_PARTS; part++)
            sum += results->items[i].parts[part];
        assert_true(sum - results->items[i].score < 1e-9 &&
                    results->items[i].score - sum < 1e-9);
    }
    assert_true(results->items[0].parts[PART_KIND] > 0);
    assert_string_equal(search_part_name(PART_KIND), "kind");
    search_results_free(results);
}

static void shows_why(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *shown, *marked;
        size_t n_bytes;
    } cases[] = {
        {"gout colchicine", "Colchicine or ibuprofen.", "Colchicine", 100},
        {"gout ibuprofen", "… ibuprofen.", "ibuprofen", 12},
        {"đau căng", "Căng thẳng.", "Căng", 100},
        {"头痛", "一种头痛，常伴恶心。", "头痛", 100},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct snippet snippet;
        struct search_results *results =
            search_run(the_index, cases[i].typed, &(struct search_options){0});
        assert_true(results->n > 0);
        size_t k = 0; /* the section that has the word */
        for (; k < results->n; k++) {
            snippet_open(&snippet, &results->items[k], results,
                         &(struct snippet_options){cases[i].n_bytes, NULL});
            if (snippet.n_marks)
                break;
            snippet_finish(&snippet);
        }
        assert_true(k < results->n);
        assert_string_equal(snippet.text.data, cases[i].shown);
        assert_memory_equal(snippet.text.data + snippet.marks[0].start,
                            cases[i].marked, strlen(cases[i].marked));
        assert_int_equal(snippet.marks[0].end - snippet.marks[0].start,
                         strlen(cases[i].marked));
        snippet_finish(&snippet);
        search_results_free(results);
    }
}

static bool always(void *context)
{
    (void)context;
    return true;
}

static void can_be_stopped(void **state)
{
    (void)state;
    /* Long enough for stop to be called, every few thousand steps. */
    struct search_results *results =
        search_run(the_index, "keliod microneedlign amoxicillin goutt scar",
                   &(struct search_options){.stop = always});
    assert_true(results->stopped);
    search_results_free(results);
    assert_string_equal(shelf_first("gout"), "gout/0");
}

/* None of these is an error, and each leaves the index unchanged. */
static void takes_anything(void **state)
{
    (void)state;
    static const char *const hostile[] = {
        "\"",
        "\"\"\"",
        "*",
        "a*",
        "^a",
        "a OR",
        "NOT",
        "NOT a",
        "AND",
        "a AND",
        "NEAR(a b)",
        "NEAR(",
        "{names} : a",
        "names:a",
        "-",
        "-a",
        "- a",
        "(",
        "a)(",
        "';--",
        "a\"b",
        "a'b",
        "\\",
        "%s%n",
        "\xFF\xFE",
        "\x1b[31m",
        "👩‍⚕️",
        "\u202E\u200B",
        "\uE000k1",
        "kind:",
        "kind:\"",
        "title:\"",
        "reviewed:>",
        "reviewed:>9999999999",
        "lang:",
        "lang:....",
        "SELECT * FROM section",
        "0",
        "00000000000000000000000000000000000",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h",
    };
    for (size_t i = 0; i < N_ELEMENTS(hostile); i++) {
        shelf_first(hostile[i]);
        assert_string_equal(shelf_first("gout"), "gout/0");
    }
}

static void takes_a_hundred_kilobytes(void **state)
{
    (void)state;
    static const char words[] =
        "gout \"keloid -scar kind:risks ( NEAR * é 头痛 ";
    struct buf text;
    buf_init(&text);
    while (text.n_bytes < 100 * 1000)
        buf_add(&text, words);
    shelf_first(text.data);
    buf_finish(&text);
    assert_string_equal(shelf_first("gout"), "gout/0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_section),
        cmocka_unit_test(says_what_it_changed),
        cmocka_unit_test(searches_as_typed),
        cmocka_unit_test(explains_the_score),
        cmocka_unit_test(shows_why),
        cmocka_unit_test(can_be_stopped),
        cmocka_unit_test(takes_anything),
        cmocka_unit_test(takes_a_hundred_kilobytes),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}

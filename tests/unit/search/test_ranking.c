/* Which section comes first, and why. */
#include "shelf.h"

#include <limits.h>

static const struct shelved articles[] = {
    {"iron.md", "title: Iron\nlang: en\ntype: other",
     "## What is iron?\n\nA metal in food and pills. Much of it is in red "
     "meat; iron makes blood.\n\n"
     "## Overdose\n\nCall for help at once.\n"},
    {"iron-overdose.md", "title: Iron overdose\nlang: en\ntype: condition",
     "## What is it?\n\nToo many pills.\n\n## Treatment\n\nIn hospital.\n"},
    {"warfarin.md", "title: Warfarin\nlang: en\ntype: medicine",
     "## What is it for?\n\nIt thins the blood.\n\n## How to take "
     "it\n\nOnce a day.\n\n## Side effects\n\nBruises.\n\n## Storage\n"
     "\nIn a dry place.\n"},
    {"mmr.md", "title: MMR vaccine (measles, mumps)\nlang: en\ntype: vaccine",
     "## How does the MMR vaccine work?\n\nIt teaches the "
     "body.\n\n## Side effects\n\nA sore arm.\n\n"
     "## More information\n\nThe body and the MMR vaccine\n"},
    {"gout.md", "title: Gouty attack\nlang: en\ntype: condition",
     "## What is it?\n\nAn attack of gout, and attack after "
     "attack.\n\n## Risks\n\nThe heart. More attacks.\n"},
    {"aspirin.md", "title: Aspirin\nlang: en\ntype: medicine",
     "## What is it for?\n\nAn attack of pain, and the heart.\n\n## "
     "Who should not have it?\n\nThose who have had many "
     "other illnesses, and some who had a heart attack of late, or bleed.\n"},
    {"eye.md", "title: Eye surgery\nlang: en\ntype: procedure",
     "## Can I have eye surgery while pregnant?\n\nIt can wait.\n\n"
     "## What is recovery like?\n\n- a day: the pad comes off\n- a "
     "week: light things at home, and no rubbing\n- six weeks: sight "
     "is clear\n\n## How do I get eye surgery?\n\nA doctor refers "
     "you to an eye doctor, long before surgery.\n"},
    {"marrow.md", "title: Leukemia\nlang: en\ntype: condition",
     "## What is leukemia?\n\nBad cells.\n\n## Treatment of "
     "leukemia\n\nDrips.\n\n## Living with leukemia\n\nRest.\n\n## "
     "Children with leukemia\n\nPlay.\n\n## Costs of leukemia\n\nMuch.\n"},
    {"bone.md",
     "title: Leukemia of bones with mutated genes\nlang: en\n"
     "type: condition\nsynonyms: [leukaemia of bones]",
     "## What is it?\n\nLeukemia of bones is leukemia.\n"},
    {"throat.md", "title: Sore throat\nlang: en\ntype: condition",
     "## What is it?\n\nWarm drinks and rest help.\n"},
    {"cold.md", "title: Common cold\nlang: en\ntype: condition",
     "## What is it?\n\nA runny nose.\n\n## Causes\n\nA virus.\n\n## "
     "Who is at risk?\n\nChildren.\n\n## Complications\n\nPneumonia.\n"
     "\n## Treatment\n\nRest.\n"},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, N_ELEMENTS(articles));
}

static void puts_first(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *found;
    } cases[] = {
        /* A red flag: what to do comes before the article of the name. */
        {"iron overdose", "iron/1"},
        {"overdose", "iron/1"},
        /* A word of a name does not ask for a kind. */
        {"iron overdose treatment", "iron-overdose/1"},
        {"what to do for iron overdose?", "iron/1"},
        {"overdose of iron", "iron/1"},
        /* For a medicine, the same words ask for something else. */
        {"can warfarin cause headaches?", "warfarin/2"},
        {"warfarin causes", "warfarin/2"},
        {"common cold risk", "cold/3"},
        {"who is at risk of the common cold", "cold/2"},
        {"common cold causes", "cold/1"},
        {"what makes people get the common cold?", "cold/1"},
        /* The question counts, not the story before it. */
        {"My son had treatment. What causes the common cold?", "cold/1"},
        {"He has the common cold and its symptoms. How is it treated?",
         "cold/4"},
        {"where should i keep warfarin?", "warfarin/3"},
        /* What people read first, and what they mostly ask. */
        {"warfarin", "warfarin/0"},
        {"common cold", "cold/0"},
        {"warfarin pneumonia", "warfarin/1"},
        /* "How long" is not a topic, and the section says neither eye nor
           surgery. */
        {"how long does it take to recover from eye surgery", "eye/1"},
        {"My mum had eye surgery last friday, and her sight is a mist of "
         "grey. How long until she has recovered?",
         "eye/1"},
        /* A heart attack is not an attack of something else. */
        {"heart attack", "aspirin/1"},
        {"myocardial infarction", "aspirin/1"},
        /* A title is also a name without what is in brackets. */
        {"mmr vaccine side effects", "mmr/1"},
        /* Nobody asks for links. */
        {"mmr vaccine body", "mmr/0"},
        {"coumadin", "warfarin/0"},
        {"coumadin side effects", "warfarin/2"},
        /* One or two letters are prefixes of names, as they are typed. */
        {"w", "warfarin/0"},
        {"W", "warfarin/0"},
        {"ir", "iron/0"},
        {"co", "cold/0"},
        {"common c", "cold/0"},
        /* They do not affect what the other words find. */
        {"side effects w", "warfarin/2"},
        {"side effects wa", "warfarin/2"},
        {"side effects zz", "warfarin/2"},
        {"w ", ""},
        {"zz", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_string_equal(shelf_first(cases[i].typed), cases[i].found);
}

static void looks_for_substances(void **state)
{
    (void)state;
    struct search_results *sold =
        search_run(the_index, "coumadin", &(struct search_options){0});
    assert_int_equal(sold->n_notes, 1);
    assert_int_equal(sold->notes[0].type, NOTE_ALSO);
    assert_string_equal(sold->notes[0].searched, "warfarin");
    search_results_free(sold);
    struct search_results *substance =
        search_run(the_index, "warfarin", &(struct search_options){0});
    assert_int_equal(substance->n_notes, 0);
    search_results_free(substance);
}

static void takes_a_whole_article_for_any_kind(void **state)
{
    (void)state;
    struct search_results *results = search_run(
        the_index, "sore throat drinks treatment", &(struct search_options){0});
    assert_true(results->n > 0);
    assert_string_equal(results->items[0].id, "throat");
    assert_true(results->items[0].parts[PART_KIND] > 0);
    search_results_free(results);
}

/* A rarer spelling of a word is worth no more. */
static void takes_the_title_for_all_that_was_typed(void **state)
{
    (void)state;
    struct search_results *results =
        search_run(the_index, "leukemia", &(struct search_options){0});
    assert_true(results->n > 0);
    assert_string_equal(results->items[0].id, "marrow");
    assert_true(results->items[0].parts[PART_QUERY_COVERAGE] > 0.49);
    search_results_free(results);
}

#define N_LARGE_ARTICLES 8
#define N_LARGE_SECTIONS 100
#define N_KEPT 500

/* Returns how often section i has the word. */
static unsigned n_zebras(unsigned i)
{
    return 1 + i * 7 % 37;
}

static void put_large_library(void)
{
    struct buf text;
    buf_init(&text);
    for (unsigned i = 0; i < N_LARGE_ARTICLES; i++) {
        char path[32];
        snprintf(path, sizeof path, "large/large%u.md", i);
        buf_clear(&text);
        buf_add(&text, "---\ntitle: Large\nlang: en\n---\n");
        for (unsigned k = 0; k < N_LARGE_SECTIONS; k++) {
            unsigned section = i * N_LARGE_SECTIONS + k;
            buf_printf(&text, "\n## %u\n\n", section);
            for (unsigned n = 0; n < 40; n++)
                buf_add(&text, n < n_zebras(section) ? "zebra " : "lion ");
            buf_add(&text, "\n");
        }
        put(path, text.data);
    }
    buf_finish(&text);
}

/* More sections match than are ranked: none that is left out has the word more
 * often than one that is kept. */
static void ranks_the_best_of_many(void **state)
{
    (void)state;
    bool kept[N_LARGE_ARTICLES * N_LARGE_SECTIONS] = {false};
    unsigned least = UINT_MAX, most_left_out = 0;
    struct index *shared = the_index;
    put_large_library();
    shelf_index("large");
    struct search_results *results = search_run(
        the_index, "zebra", &(struct search_options){.n_max = N_KEPT});
    assert_int_equal(results->n_found, N_ELEMENTS(kept));
    assert_int_equal(results->n, N_KEPT);
    for (size_t i = 0; i < N_KEPT; i++)
        kept[atoi(results->items[i].heading)] = true;
    for (unsigned i = 0; i < N_ELEMENTS(kept); i++)
        if (kept[i] && n_zebras(i) < least)
            least = n_zebras(i);
        else if (!kept[i] && n_zebras(i) > most_left_out)
            most_left_out = n_zebras(i);
    assert_true(most_left_out <= least);
    search_results_free(results);
    index_close(the_index);
    the_index = shared;
}

/* Shows publisher, year and language if titles repeat, and a filter for the
 * first. */
static void tells_namesakes_apart(void **state)
{
    (void)state;
    struct index *shared = the_index;
    put("same/a.md", "---\ntitle: Gout\nlang: en\nupdated: 2024-02-01\norigin: "
                     "{publisher: Blue Clinic, url: \"https://a.example\"}\n"
                     "---\n\n## Risks\n\nSome.\n");
    put("same/b.md", "---\ntitle: gout\nlang: en\n---\n\n## Risks\n\nSome.\n");
    put("same/c.md",
        "---\ntitle: Gout diet\nlang: en\n---\n\n## Risks\n\nNo.\n");
    shelf_index("same");
    struct search_results *results =
        search_run(the_index, "gout", &(struct search_options){0});
    assert_int_equal(results->n, 3);
    for (size_t i = 0; i < results->n; i++) {
        struct buf origin;
        buf_init(&origin);
        const struct search_result *result = &results->items[i];
        search_add_origin(result, &origin);
        assert_int_equal(result->is_namesake, strcmp(result->id, "c") != 0);
        if (!strcmp(result->id, "a"))
            assert_string_equal(origin.data, "Blue Clinic, 2024, en");
        buf_finish(&origin);
    }
    search_results_free(results);
    index_close(the_index);
    the_index = shared;
}

/* Results are shown by article, in the order of the best result of each;
 * articles with the same title are adjacent. */
static void shows_namesakes_together(void **state)
{
    (void)state;
    static const struct {
        const char *path, *title;
        bool is_asked;
    } rows[] = {
        {"a", "Gout", true},  {"b", "Acne", true}, {"a", "Gout", false},
        {"c", "gout", true},  {"b", "Acne", true}, {"c", "gout", false},
        {"d", "Gouty", true}, {"a", "Gout", true},
    };
    static const size_t wanted[] = {0, 7, 3, 1, 4, 2, 5, 6};
    struct search_result items[N_ELEMENTS(rows)];
    size_t order[N_ELEMENTS(rows)];
    for (size_t i = 0; i < N_ELEMENTS(rows); i++)
        items[i] = (struct search_result){.path = rows[i].path,
                                          .title = rows[i].title,
                                          .is_asked = rows[i].is_asked};
    const struct search_results results = {.items = items,
                                           .n = N_ELEMENTS(rows)};
    search_order(&results, 0, results.n, order);
    assert_memory_equal(order, wanted, sizeof wanted);
    search_order(&results, 1, 3, order);
    assert_int_equal(order[0], 1);
    assert_int_equal(order[1], 2);
}

/* Words of a title that elsewhere ask for a kind still match the title. */
static void puts_an_exact_title_first(void **state)
{
    (void)state;
    struct index *shared = the_index;
    put("exact/a.md", "---\ntitle: Zedol\ntype: medicine\n---\n\n"
                      "## Side effects\n\nZedol has side effects.\n");
    put("exact/b.md", "---\ntitle: Coping with side effects of Zedol\n---\n\n"
                      "## Note\n\nRest.\n");
    put("exact/c.md", "---\ntitle: Zedol, side effects\n---\n\n"
                      "## Note\n\nRest.\n");
    put("exact/d.md", "---\ntitle: Earache\nsynonyms: [Otalgia]\n---\n\n"
                      "Otalgia, which is an otalgia.\n");
    put("exact/e.md", "---\ntitle: Otalgia\n---\n\n## Note\n\nRest.\n");
    shelf_index("exact");
    assert_string_equal(shelf_first("otalgia"), "e/0");
    assert_string_equal(shelf_first("earache"), "d/0");
    assert_string_equal(shelf_first("zedol side effects"), "c/0");
    assert_string_equal(shelf_first("Zedol: Side Effects"), "c/0");
    assert_string_equal(shelf_first("coping with side effects of zedol"),
                        "b/0");
    assert_string_equal(shelf_first("side effects of zedol"), "a/0");
    assert_string_equal(shelf_first("zedol"), "a/0");
    index_close(the_index);
    the_index = shared;
}

/* If two topics are in a query, the sections about both come first, then the
 * best of each article. */
static void puts_first_where_two_things_meet(void **state)
{
    (void)state;
    struct index *shared = the_index;
    put("meet/gout.md",
        "---\ntitle: Gout\ntype: condition\n---\n\nGout is a pain in a toe.\n\n"
        "## Treatment\n\nRest, and tablets.\n\n"
        "## Who is at risk?\n\nMen, and people with psoriasis.\n");
    put("meet/skin.md",
        "---\ntitle: Psoriasis\ntype: condition\n---\n\nPsoriasis is a "
        "rash.\n\n"
        "## Treatment\n\nCream, and light. None of it in pregnancy.\n\n"
        "## Complications\n\nSome get gout.\n");
    put("meet/scan.md", "---\ntitle: Bone scan\ntype: test\n---\n\nA bone scan "
                        "is a picture.\n\n"
                        "## How is it done?\n\nWith gout, a cushion helps.\n\n"
                        "## Before it\n\nSay if you may be pregnant.\n");
    shelf_index("meet");
    assert_string_equal(shelf_first("gout and psoriasis"), "skin/2");
    assert_string_equal(shelf_first("psoriasis and gout"), "skin/2");
    assert_string_equal(shelf_first("bone scan with gout"), "scan/1");
    assert_string_equal(shelf_first("bone scan while pregnant"), "scan/2");
    assert_string_equal(shelf_first("psoriasis while pregnant"), "skin/1");
    assert_string_equal(shelf_first("can psoriasis cause gout"), "skin/2");
    assert_string_equal(shelf_first("gout"), "gout/0");
    assert_string_equal(shelf_first("bone scan"), "scan/0");
    index_close(the_index);
    the_index = shared;
}

/* Filters by a part of a publisher's name or its initials, alone or with words,
 * and says whose articles these are. */
static void filters_by_publisher(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *found, *told;
    } searches[] = {
        {"gout pub:clinic", "a", "Only articles published by Blue Clinic"},
        {"pub:clinic", "a", "Only articles published by Blue Clinic"},
        {"pub:B", "ab",
         "Only articles published by Blue Clinic, Board of Green Health"},
        {"pub:bgh gout", "b",
         "Only articles published by Board of Green Health"},
        {"pub:\"green health\"", "b",
         "Only articles published by Board of Green Health"},
        {"pub:red", "",
         "No publisher called \"red\". Publishers are Blue Clinic, Board of "
         "Green "
         "Health"},
        {"pub: gout", "abc", "pub: can be Blue Clinic, Board of Green Health"},
        {"gout lang:", "abc", "lang: can be en, vi"},
    };
    struct index *shared = the_index;
    put("house/a.md", "---\ntitle: Gout\norigin: {publisher: Blue Clinic}\n"
                      "---\n\n## Risks\n\nSome.\n");
    put("house/b.md", "---\ntitle: Gout\nlang: vi\norigin: "
                      "{publisher: Board of Green Health}\n"
                      "---\n\n## Risks\n\nSome.\n");
    put("house/c.md", "---\ntitle: Gout\n---\n\n## Risks\n\nSome.\n");
    shelf_index("house");
    for (size_t i = 0; i < N_ELEMENTS(searches); i++) {
        struct search_results *results = search_run(
            the_index, searches[i].typed, &(struct search_options){0});
        struct buf told;
        buf_init(&told);
        assert_int_equal(results->n, strlen(searches[i].found));
        for (size_t k = 0; k < results->n; k++)
            assert_non_null(strchr(searches[i].found, *results->items[k].id));
        assert_int_equal(results->n_notes, 1);
        for (size_t k = 0; k < results->notes[0].n_pieces; k++)
            buf_add(&told, results->notes[0].pieces[k].text);
        assert_string_equal(told.data, searches[i].told);
        buf_finish(&told);
        search_results_free(results);
    }
    index_close(the_index);
    the_index = shared;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(puts_first),
        cmocka_unit_test(looks_for_substances),
        cmocka_unit_test(takes_a_whole_article_for_any_kind),
        cmocka_unit_test(takes_the_title_for_all_that_was_typed),
        cmocka_unit_test(ranks_the_best_of_many),
        cmocka_unit_test(tells_namesakes_apart),
        cmocka_unit_test(shows_namesakes_together),
        cmocka_unit_test(puts_an_exact_title_first),
        cmocka_unit_test(puts_first_where_two_things_meet),
        cmocka_unit_test(filters_by_publisher),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}

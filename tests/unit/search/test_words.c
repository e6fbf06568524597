/* Different words for the same thing: forms, spellings, names, compounds,
 * amounts, languages, scripts. */
#include "shelf.h"

#include "search/dictionary.h"
#include "search/kind_words.h"
#include "search/synonyms.h"

static const struct shelved articles[] = {
    {"mouth.md", "title: Mouth care\nlang: en\ntype: condition",
     "## Care\n\nBrush the teeth of children. Women clean lenses.\n"},
    {"uk.md", "title: Ward words\nlang: en\ntype: other",
     "## Notes\n\nA tumour, fibre, litres, anaemia, and a paediatrician who "
     "was organising a labelled tray.\n"},
    {"us.md", "title: Clinic words\nlang: en\ntype: other",
     "## Notes\n\nEsophagus, sulfur, hemorrhage and an orthopedic center.\n"},
    {"doses.md", "title: Zelorin\nlang: en\ntype: medicine",
     "## Dose\n\nTake 25 mg at night. The syrup has 2.5 ml for a child and 500 "
     "micrograms in all; 1,000 units a week. Pressure was 120 mmHg.\n"},
    {"joined.md", "title: Joined\nlang: en\ntype: other",
     "## Notes\n\nGLP-1 and COVID-19, a follow-up, an x-ray, and pre-exposure "
     "care. A checkup.\n"},
    {"drug.md", "title: Glyceryl trinitrate\nlang: en\ntype: medicine",
     "## Use\n\nFor angina.\n"},
    {"drug2.md", "title: Rifampicin\nlang: en\ntype: medicine",
     "## Use\n\nFor tuberculosis.\n"},
    {"sick.md", "title: Upset\nlang: en\ntype: condition",
     "## Signs\n\nVomiting, fatigue and painful urination.\n"},
    {"knie.md", "title: Knie\nlang: de\ntype: condition",
     "## Zeichen\n\nBlutungen, Müdigkeit, die Übelkeit.\n"},
    {"lesion.md", "title: Rodilla\nlang: es\ntype: condition",
     "## Signos\n\nLesiones y lápices.\n"},
    {"hopital.md", "title: Genou\nlang: fr\ntype: condition",
     "## Signes\n\nDes hôpitaux et des douleurs.\n"},
    {"thai.md", "title: ยา\nlang: th\ntype: medicine",
     "## ใช้\n\nกินแอสไพรินวันละครั้ง\n"},
    {"arabic.md", "title: أعراض\nlang: ar\ntype: condition",
     "## علامات\n\nالحمى والسعال\n"},
    {"hebrew.md", "title: סימנים\nlang: he\ntype: condition",
     "## סימנים\n\nחום והשיעול\n"},
    {"end.md", "title: Last days\nlang: en\ntype: other",
     "## Care\n\nHe died at home.\n"},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, sizeof articles / sizeof *articles);
}

/* A text as long as its field would lose its NUL without a compiler warning. */
static void rows_of_tables_fit(void **state)
{
    (void)state;
    static const struct synonym_group *const tables[] = {
        synonyms_lay, synonyms_medicines, synonyms_official,
        synonyms_abbreviations};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (const struct synonym_group *row = tables[i]; *row->names; row++) {
            assert_non_null(memchr(row->names, '\0', sizeof row->names));
            assert_non_null(memchr(row->brands, '\0', sizeof row->brands));
        }
    for (const struct kind_word *row = kind_words; *row->words; row++)
        assert_non_null(memchr(row->words, '\0', sizeof row->words));
}

static void finds_by_other_words(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *first;
    } cases[] = {
        /* irregular forms */
        {"tooth", "mouth/0"},
        {"woman", "mouth/0"},
        {"lens", "mouth/0"},
        {"die", "end/0"},
        /* British and American */
        {"tumor", "uk/0"},
        {"fiber", "uk/0"},
        {"liter", "uk/0"},
        {"anemia", "uk/0"},
        {"pediatrician", "uk/0"},
        {"organizing", "uk/0"},
        {"labeled", "uk/0"},
        {"oesophagus", "us/0"},
        {"sulphur", "us/0"},
        {"haemorrhage", "us/0"},
        {"orthopaedic", "us/0"},
        {"centre", "us/0"},
        /* amounts */
        {"25mg", "doses/0"},
        {"25 mg", "doses/0"},
        {"25 milligrams", "doses/0"},
        {"\"25mg\"", "doses/0"},
        {"0.025 g", ""},
        {"\"5 ml\"", ""},
        {"\"2.5 ml\"", "doses/0"},
        {"2,5 ml", "doses/0"},
        {"500 mcg", "doses/0"},
        {"500µg", "doses/0"},
        {"1000 IU", "doses/0"},
        {"120mmHg", "doses/0"},
        /* compounds */
        {"glp1", "joined/0"},
        {"glp-1", "joined/0"},
        {"covid19", "joined/0"},
        {"followup", "joined/0"},
        {"xray", "joined/0"},
        {"x ray", "joined/0"},
        {"preexposure", "joined/0"},
        {"check up", "joined/0"},
        {"check-up", "joined/0"},
        /* names */
        {"GTN", "drug/0"},
        {"nitroglycerin", "drug/0"},
        {"rifampin", "drug2/0"},
        /* lay words */
        {"throwing up", "sick/0"},
        {"tired", "sick/0"},
        {"hurts to pee", "sick/0"},
        /* languages */
        {"Blutung", "knie/0"},
        {"muedigkeit", "knie/0"},
        {"uebelkeit", "knie/0"},
        {"lesión", "lesion/0"},
        {"lápiz", "lesion/0"},
        {"hôpital", "hopital/0"},
        {"แอสไพริน", "thai/0"},
        {"السعال", "arabic/0"},
        {"שיעול", "hebrew/0"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const struct search_options options = {.whole = true, .lang = "en"};
        struct search_results *results =
            search_run(the_index, cases[i].typed, &options);
        char first[64] = "";
        if (results->n)
            snprintf(first, sizeof first, "%s/%zu", results->items[0].id,
                     results->items[0].section);
        if (strcmp(first, cases[i].first) != 0)
            fail_msg("%s: %s, not %s", cases[i].typed, first, cases[i].first);
        search_results_free(results);
    }
}

/* Stems depend on the language: a word of several languages is found in each,
 * the user's first, and an ending is only removed in its own language. */
static void keeps_languages_apart(void **state)
{
    (void)state;
    const struct search_options options = {.whole = true, .lang = "en"};
    struct search_results *results = search_run(the_index, "die", &options);
    assert_string_equal(results->items[0].id, "end");
    search_results_free(results);
    results = search_run(the_index, "dies", &options);
    assert_int_equal(results->n, 1);
    search_results_free(results);
}

/* The same amount in another unit is mentioned, but not searched for. */
static void tells_amounts_in_other_units(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *told;
    } cases[] = {
        {"0.5 mg", "500 mcg"},
        {"0.025 g", "25 mg"},
        {"25000 micrograms", "25 mg"},
        {"0.0025 l", "2.5 ml"},
    };
    const struct search_options options = {.whole = true, .lang = "en"};
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct search_results *results =
            search_run(the_index, cases[i].typed, &options);
        assert_int_equal(results->n, 0);
        assert_true(results->n_notes > 0);
        assert_int_equal(results->notes[0].type, NOTE_AMOUNT);
        assert_string_equal(results->notes[0].searched, cases[i].told);
        search_results_free(results);
    }
}

/* If the user asks for it, the same amount in another unit is searched for. */
static void finds_amounts_in_other_units(void **state)
{
    (void)state;
    const struct search_options options = {
        .whole = true, .lang = "en", .other_units = true};
    struct search_results *results = search_run(the_index, "0.5 mg", &options);
    assert_true(results->n > 0);
    assert_int_equal(results->n_unmatched, 0);
    assert_int_equal(results->notes[0].type, NOTE_ALSO);
    assert_string_equal(results->notes[0].searched, "500 mcg");
    search_results_free(results);
    results = search_run(the_index, "0.025 mg", &options);
    assert_int_equal(results->n, 0);
    search_results_free(results);
}

/* Words that occur only in the texts of three articles, and names of
 * medicines. */
static void corrects_words_of_texts(void **state)
{
    (void)state;
    struct index *shared = the_index;
    for (int i = 0; i < 3; i++) {
        char path[32];
        snprintf(path, sizeof path, "texts/t%d.md", i);
        put(path, "---\ntitle: Advice\nlang: en\n---\n\n## Note\n\n"
                  "Ibuprofen and aspirin for a nosebleed; metformin.\n");
    }
    put("texts/one.md", "---\ntitle: Once\nlang: en\n---\n\n## Note\n\n"
                        "A zymogram.\n");
    shelf_index("texts");
    static const struct {
        const char *typed, *told;
    } cases[] = {
        {"ibuprofin", "ibuprofen"},
        {"asprin", "aspirin"},
        {"metformn", "metformin"},
        {"nosebled", "nosebleed"},
    };
    const struct search_options options = {.whole = true, .lang = "en"};
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct search_results *results =
            search_run(the_index, cases[i].typed, &options);
        assert_true(results->n > 0);
        assert_int_equal(results->notes[0].type, NOTE_SPELLING);
        assert_string_equal(results->notes[0].searched, cases[i].told);
        search_results_free(results);
    }
    /* A word of a single article is not used as a correction. */
    struct search_results *once = search_run(the_index, "zymogrem", &options);
    assert_int_equal(once->n, 0);
    search_results_free(once);
    /* A word in the system's list is correct; without a list, this is unknown.
     */
    struct search_results *right =
        search_run(the_index, "metforming aspiring", &options);
    for (size_t i = 0; i < right->n_notes && dictionary_is_there(); i++)
        assert_false(right->notes[i].type == NOTE_SPELLING &&
                     !strcmp(right->notes[i].typed, "aspiring"));
    search_results_free(right);
    /* Names of medicines are correct, even if no article has them. */
    static const char *const medicines[] = {
        "ketoprofen", "fenoprofen", "flurbiprofen", "buformin", "phenformin"};
    for (size_t i = 0; i < N_ELEMENTS(medicines); i++) {
        struct search_results *results =
            search_run(the_index, medicines[i], &options);
        assert_int_equal(results->n, 0);
        search_results_free(results);
    }
    index_close(the_index);
    the_index = shared;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_tables_fit),
        cmocka_unit_test(finds_by_other_words),
        cmocka_unit_test(keeps_languages_apart),
        cmocka_unit_test(tells_amounts_in_other_units),
        cmocka_unit_test(finds_amounts_in_other_units),
        cmocka_unit_test(corrects_words_of_texts),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}

/* Correct words, words that sound alike, and corrections of misspelt words. */
#include "search/dictionary.h"
#include "search/sound.h"
#include "shelf.h"

static const struct shelved articles[] = {
    {"piles.md", "title: Hemorrhoids\nlang: en\ntype: condition",
     "## What is it?\n\nSwollen veins. An infection is rare.\n"},
    {"asthma.md", "title: Asthma\nlang: en\ntype: condition",
     "## What is it?\n\nTight airways, not diarrhea. No infection.\n"},
    {"runs.md", "title: Diarrhea\nlang: en\ntype: condition",
     "## What is it?\n\nLoose stools, after an infection.\n"},
    {"gout.md", "title: Gout\nlang: en\ntype: condition",
     "## What is it?\n\nA sore toe.\n"},
    {"crohn.md", "title: Crohn's disease\nlang: en\ntype: condition",
     "## What is it?\n\nA sore bowel.\n"},
    {"skin.md", "title: Dermoids\nlang: en\ntype: condition",
     "## What is it?\n\nLumps between two bones; a choice of care.\n"},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, sizeof articles / sizeof *articles);
}

static void hears_what_sounds_alike(void **state)
{
    static const struct {
        const char *a, *b;
        bool alike;
    } pairs[] = {
        {"hemroids", "hemorrhoids", true},
        {"diarea", "diarrhea", true},
        {"soriasis", "psoriasis", true},
        {"numonia", "pneumonia", true},
        {"sirosis", "cirrhosis", true},
        {"flem", "phlegm", true},
        {"infekshun", "infection", true},
        {"exema", "eczema", true},
        {"coff", "cough", true},
        {"thum", "thumb", true},
        {"alerjy", "allergy", true},
        {"zanax", "xanax", true},
        {"light", "lid", false},
        {"farinx", "pharynx", true},
        {"kolitis", "colitis", true},
        {"reumatism", "rheumatism", true},
        {"athsma", "asthma", true},
        {"crohn", "chron", true},
        {"hemroids", "dermoids", false},
        {"asthma", "stoma", false},
        {"colitis", "colonic", false},
        {"fever", "", false},
        {"", "", true},
    };
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(pairs); i++) {
        if (sound_alike(pairs[i].a, pairs[i].b) != pairs[i].alike ||
            sound_alike(pairs[i].b, pairs[i].a) != pairs[i].alike)
            fail_msg("%s, %s", pairs[i].a, pairs[i].b);
    }
}

static void knows_right_words(void **state)
{
    static const char *const right[] = {"abridged", "kitchen",  "kitchens",
                                        "wives",    "abiding",  "zoology",
                                        "thief",    "prostate", "penicillin"};
    static const char *const wrong[] = {
        "abridgd",    "kichen",     "kitchenses", "hemroids",  "diarea",
        "athsma",     "asprin",     "ibuprofin",  "nosebled",  "surgary",
        "colonscopy", "psoriosis",  "bronkitis",  "alergy",    "vacine",
        "cholestrol", "tonsilitis", "",           "infectoin", "arthritus"};
    (void)state;
    if (!dictionary_is_there()) {
        print_message("# skipped: built without a list of words\n");
        return;
    }
    for (size_t i = 0; i < N_ELEMENTS(right); i++)
        if (!dictionary_has(right[i]))
            fail_msg("%s is right", right[i]);
    for (size_t i = 0; i < N_ELEMENTS(wrong); i++)
        if (dictionary_has(wrong[i]))
            fail_msg("%s is wrong", wrong[i]);
}

/* Checks what a word is corrected to, and the best result. */
static void corrects(void **state)
{
    static const struct {
        const char *typed, *first, *searched;
    } words[] = {
        {"hemroids", "piles/0", "hemorrhoids"},
        {"hemorroids", "piles/0", "hemorrhoids"},
        {"athsma", "asthma/0", "asthma"},
        {"diarea", "runs/0", "diarrhea"},
        {"gowt", "gout/0", "gout"},
        {"chrons", "crohn/0", "crohn"},
        {"chron", "crohn/0", "crohn"},
        {"infectoin", NULL, "infection"},
        /* names of substances, similar to words with other endings */
        {"betaine", "", NULL},
        {"choline", "", NULL},
    };
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(words); i++) {
        const struct search_options options = {.whole = true, .lang = "en"};
        struct search_results *results =
            search_run(the_index, words[i].typed, &options);
        struct buf first;
        buf_init(&first);
        if (results->n)
            shelf_add_name(&results->items[0], &first);
        if (words[i].first)
            assert_string_equal(first.data, words[i].first);
        assert_true(results->n_notes > 0);
        assert_int_equal(results->notes[0].type,
                         words[i].searched ? NOTE_SPELLING : NOTE_UNMATCHED);
        if (words[i].searched)
            assert_string_equal(results->notes[0].searched, words[i].searched);
        buf_finish(&first);
        search_results_free(results);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hears_what_sounds_alike),
        cmocka_unit_test(knows_right_words),
        cmocka_unit_test(corrects),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}

/* Searches the bundled articles as a user would: the name of an article, with
 * words that ask for a kind of section, brings the section of that kind. */
#include "shelf.h"

#include "article/article.h"

/* The text as typed, with "@" for the name. */
static const struct {
    enum kind kind;
    const char *forms[4];
} asked[] = {
    {KIND_OVERVIEW, {"what is @"}},
    {KIND_HOW_IT_WORKS, {"how does @ work", "how @ works"}},
    {KIND_USES, {"what is @ used for", "@ uses"}},
    {KIND_BENEFITS, {"@ benefits", "what are the benefits of @?"}},
    {KIND_EFFECTIVENESS, {"@ effectiveness", "how well does @ work?"}},
    {KIND_CAUSES, {"@ causes", "what causes @?"}},
    {KIND_RISK_FACTORS, {"@ risk factors", "who is at risk of @?"}},
    {KIND_PREVALENCE, {"how common is @"}},
    {KIND_SYMPTOMS, {"@ symptoms", "signs of @"}},
    {KIND_DIAGNOSIS, {"@ diagnosis", "how is @ diagnosed?"}},
    {KIND_OUTLOOK, {"@ outlook", "@ prognosis"}},
    {KIND_TREATMENT, {"@ treatment", "how is @ treated?"}},
    {KIND_PROCEDURE, {"what happens during @"}},
    {KIND_DOSAGE, {"@ dosage", "how do i take @?"}},
    {KIND_CONTRAINDICATIONS, {"@ contraindications", "who should not have @"}},
    {KIND_WARNINGS, {"@ warnings", "@ precautions"}},
    {KIND_INTERACTIONS, {"@ interactions", "@ drug interactions"}},
    {KIND_PREGNANCY,
     {"@ pregnancy", "@ while pregnant", "@ breastfeeding",
      "is @ safe in pregnancy?"}},
    {KIND_SIDE_EFFECTS,
     {"@ side effects", "side effects of @",
      "what are the side effects of @?"}},
    {KIND_RISKS, {"@ risks", "@ complications", "what are the risks of @?"}},
    {KIND_EMERGENCY, {"@ emergency", "@ overdose", "when is @ an emergency?"}},
    {KIND_SEE_DOCTOR, {"@ when to see a doctor"}},
    {KIND_AFTERCARE, {"@ aftercare", "@ recovery"}},
    {KIND_PREVENTION, {"@ prevention", "prevent @"}},
    {KIND_ACCESS, {"@ cost", "how much does @ cost?"}},
    {KIND_STORAGE, {"@ storage", "how should I store @?"}},
};

static const struct {
    const char *id;
    const char *names[4];
} articles[] = {
    {"acne", {"acne", "pimples"}},
    {"cataract-surgery", {"cataract surgery", "cataract"}},
    {"chemical-peel", {"chemical peel", "chemical peels"}},
    {"colonoscopy", {"colonoscopy"}},
    {"dermabrasion", {"dermabrasion"}},
    {"gout", {"gout"}},
    {"ibuprofen", {"ibuprofen", "advil"}},
    {"influenza-vaccine", {"flu vaccine", "flu jab", "influenza vaccine"}},
    {"isotretinoin", {"isotretinoin", "accutane"}},
    {"laser-resurfacing", {"laser resurfacing"}},
    {"mammogram", {"mammogram", "mammography"}},
    {"microneedling", {"microneedling", "derma roller"}},
    {"mmr-vaccine", {"mmr", "mmr vaccine"}},
    {"mri-scan", {"mri", "mri scan"}},
    {"paracetamol", {"paracetamol", "tylenol", "acetaminophen"}},
    {"warfarin", {"warfarin", "coumadin"}},
};

static int fill(void **state)
{
    enter_folder_with_cache(state);
    shelf_index(getenv("MEDFAQ_ARTICLES"));
    return 0;
}

static bool has_kind(const struct article *article, enum kind kind)
{
    for (size_t i = 0; i < article->n_sections; i++)
        if (article->sections[i].kind == kind)
            return true;
    return false;
}

/* Searches, and prints what came first if it is wrong. Returns the number of
 * failures. */
static size_t ask(const struct article *article, const char *name,
                  const char *form, enum kind kind)
{
    struct buf typed;
    const char *at = strchr(form, '@');
    buf_init(&typed);
    buf_add_n(&typed, form, (size_t)(at - form));
    buf_printf(&typed, "%s%s", name, at + 1);
    struct search_results *results = search_run(
        the_index, typed.data, &(struct search_options){.lang = "en"});
    const struct search_result *first = results->n ? results->items : NULL;
    bool right =
        first && first->kind == kind && !strcmp(first->id, article->id);
    if (!right)
        print_error("%s: %s: %s\n", typed.data, first ? first->id : "nothing",
                    first ? first->heading : "");
    search_results_free(results);
    buf_finish(&typed);
    return !right;
}

static size_t ask_all(const struct article *article, const char *name)
{
    size_t n_wrong = 0;
    for (size_t i = 0; i < N_ELEMENTS(asked); i++)
        for (size_t k = 0; k < N_ELEMENTS(asked[i].forms); k++)
            if (asked[i].forms[k] && has_kind(article, asked[i].kind))
                n_wrong += ask(article, name, asked[i].forms[k], asked[i].kind);
    return n_wrong;
}

static void brings_the_kind_of_the_article(void **state)
{
    (void)state;
    size_t n_wrong = 0;
    for (size_t i = 0; i < N_ELEMENTS(articles); i++) {
        char path[300];
        snprintf(path, sizeof path, "%s/%s.md", getenv("MEDFAQ_ARTICLES"),
                 articles[i].id);
        struct article *article = article_open(path, NULL);
        assert_non_null(article);
        for (size_t k = 0; k < N_ELEMENTS(articles[i].names); k++)
            if (articles[i].names[k])
                n_wrong += ask_all(article, articles[i].names[k]);
        article_free(article);
    }
    assert_int_equal(n_wrong, 0);
}

/* Questions with more than a name and a kind. */
static const struct {
    const char *typed;
    const char *id; /* NULL: either */
    enum kind kind;
} questions[] = {
    {"can warfarin cause headaches?", "warfarin", KIND_SIDE_EFFECTS},
    {"warfarin headache side effects", "warfarin", KIND_SIDE_EFFECTS},
    {"can colonoscopy cause bleeding?", "colonoscopy", KIND_RISKS},
    /* what is compatible with what */
    {"warfarin ibuprofen", NULL, KIND_INTERACTIONS},
    {"warfarin with ibuprofen", NULL, KIND_INTERACTIONS},
    {"is ibuprofen safe with warfarin", "ibuprofen", KIND_INTERACTIONS},
    {"warfarin paracetamol", "paracetamol", KIND_INTERACTIONS},
    {"coumadin and aleve", "warfarin", KIND_INTERACTIONS},
    {"warfarin alcohol", "warfarin", KIND_INTERACTIONS},
    {"isotretinoin dermabrasion", "dermabrasion", KIND_INTERACTIONS},
    {"warfarin ibuprofen side effects", "warfarin", KIND_SIDE_EFFECTS},
    /* two names for the same thing */
    {"tylenol acetaminophen side effects", "paracetamol", KIND_SIDE_EFFECTS},
    {"coumadin warfarin", "warfarin", KIND_OVERVIEW},
};

static void brings_what_was_asked(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(questions); i++) {
        struct search_results *results =
            search_run(the_index, questions[i].typed,
                       &(struct search_options){.lang = "en"});
        assert_true(results->n > 0);
        if (results->items[0].kind != questions[i].kind)
            print_error("%s: %s\n", questions[i].typed,
                        results->items[0].heading);
        if (questions[i].id)
            assert_string_equal(results->items[0].id, questions[i].id);
        assert_int_equal(results->items[0].kind, questions[i].kind);
        search_results_free(results);
    }
}

/* The sections that have both come first, and links last. */
static void puts_both_before_either(void **state)
{
    (void)state;
    struct search_results *results =
        search_run(the_index, "is ibuprofen safe with warfarin",
                   &(struct search_options){.lang = "en"});
    assert_true(results->n > 2);
    assert_string_equal(results->items[1].id, "warfarin");
    assert_int_equal(results->items[1].kind, KIND_INTERACTIONS);
    /* and are shown in this order, each under its article */
    assert_false(search_is_group(&results->items[0], &results->items[1]));
    assert_false(search_is_group(&results->items[0], &results->items[2]));
    for (size_t i = 0; i < 5; i++)
        assert_int_not_equal(results->items[i].kind, KIND_MORE_INFO);
    search_results_free(results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brings_the_kind_of_the_article),
        cmocka_unit_test(brings_what_was_asked),
        cmocka_unit_test(puts_both_before_either),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}

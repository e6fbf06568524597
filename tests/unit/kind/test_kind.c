#include "kind/kind.h"

#include <string.h>

#include "../unit.h"

static void names_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum kind kind;
    } cases[] = {
        {"side-effects", KIND_SIDE_EFFECTS},
        {"side effects", KIND_SIDE_EFFECTS},
        {"Side_Effects", KIND_SIDE_EFFECTS},
        {"Contraindications", KIND_CONTRAINDICATIONS},
        {"contraindication", KIND_CONTRAINDICATIONS},
        {"When to get help", KIND_SEE_DOCTOR},
        {"Who should not have it", KIND_CONTRAINDICATIONS},
        {"", KIND_NONE},
        {"side", KIND_NONE},
        {"risky", KIND_NONE},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(kind_find(cases[i].name), cases[i].kind);
}

static void the_beginning_is_enough(void **state)
{
    (void)state;
    static const struct {
        const char *beginning;
        size_t n;
        enum kind first;
    } cases[] = {
        {"contra", 1, KIND_CONTRAINDICATIONS},
        {"Side_e", 1, KIND_SIDE_EFFECTS},
        {"risks and", 1, KIND_RISKS},
        {"ris", 2, KIND_RISK_FACTORS},
        {"x", 0, KIND_NONE},
        {"", 0, KIND_NONE},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        enum kind kinds[KIND_COUNT] = {KIND_NONE};
        assert_int_equal(kind_find_beginning(cases[i].beginning, kinds),
                         cases[i].n);
        assert_int_equal(kinds[0], cases[i].first);
    }
}

static void keys_and_ids_are_unique(void **state)
{
    (void)state;
    for (enum kind kind = 1; kind < KIND_COUNT; kind++) {
        const struct kind_row *row = kind_get(kind);
        assert_int_equal(kind_by_key(row->key), kind);
        assert_int_equal(kind_find(row->id), kind);
        assert_int_equal(kind_find(row->label), kind);
        assert_true(strlen(row->definition) > 0);
    }
    assert_int_equal(kind_by_key('\0'), KIND_NONE);
    assert_int_equal(kind_by_key('z'), KIND_NONE);
    assert_string_equal(kind_get(KIND_NONE)->id, "");
}

static void codes_are_found(void **state)
{
    (void)state;
    assert_int_equal(kind_by_loinc("34070-3"), KIND_CONTRAINDICATIONS);
    assert_int_equal(kind_by_loinc("34084-4"), KIND_SIDE_EFFECTS);
    assert_int_equal(kind_by_loinc("43678-2"), KIND_TYPES);
    assert_int_equal(kind_by_loinc("42229-5"), KIND_NONE);
    assert_int_equal(kind_by_loinc("34070"), KIND_NONE);
    assert_int_equal(kind_by_loinc(""), KIND_NONE);
    assert_int_equal(kind_by_medquad("side effects"), KIND_SIDE_EFFECTS);
    assert_int_equal(kind_by_medquad("considerations"), KIND_TREATMENT);
    assert_int_equal(kind_by_medquad("brand names"), KIND_COMPOSITION);
    assert_int_equal(kind_by_medquad("names"), KIND_NONE);
}

static void the_safety_set_is_complete(void **state)
{
    (void)state;
    static const enum kind safety[] = {
        KIND_CONTRAINDICATIONS, KIND_WARNINGS,     KIND_INTERACTIONS,
        KIND_PREGNANCY,         KIND_SIDE_EFFECTS, KIND_RISKS,
        KIND_EMERGENCY,         KIND_SEE_DOCTOR,
    };
    size_t n = 0;
    for (enum kind kind = 1; kind < KIND_COUNT; kind++)
        n += kind_get(kind)->safety;
    assert_int_equal(n, N_ELEMENTS(safety));
    for (size_t i = 0; i < N_ELEMENTS(safety); i++)
        assert_true(kind_get(safety[i])->safety);
}

static void labels_come_in_six_languages(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "es", "fr", "de", "vi", "zh"};
    for (enum kind kind = 1; kind < KIND_COUNT; kind++) {
        for (size_t i = 0; i < N_ELEMENTS(langs); i++)
            assert_true(strlen(kind_label(kind, langs[i])) > 0);
    }
    assert_string_equal(kind_label(KIND_SYMPTOMS, "es"), "Síntomas");
    assert_string_equal(kind_label(KIND_SYMPTOMS, "es-MX"), "Síntomas");
    assert_string_equal(kind_label(KIND_SYMPTOMS, "zh-Hant"), "症状");
    assert_string_equal(kind_label(KIND_SYMPTOMS, "est"), "Symptoms");
    assert_string_equal(kind_label(KIND_SYMPTOMS, NULL), "Symptoms");
    assert_string_equal(kind_label(KIND_NONE, "de"), "");
}

static void labels_are_not_repeated(void **state)
{
    (void)state;
    static const struct {
        enum kind kind;
        const char *heading, *lang;
        bool said;
    } cases[] = {
        {KIND_SIDE_EFFECTS, "What side effects can it have?", "en", true},
        {KIND_SIDE_EFFECTS, "Undesirable effects", "en", false},
        {KIND_RISKS, "What are the risks of microneedling?", "en", true},
        {KIND_RISKS, "Complications", "en", true},
        {KIND_CONTRAINDICATIONS, "Contraindications", "en", false},
        {KIND_CONTRAINDICATIONS, "Who should not have X?", "en", true},
        {KIND_OVERVIEW, "What is gout?", "en", true},
        {KIND_OVERVIEW, "Summary", "en", false},
        {KIND_RISKS, "Những rủi ro của lăn kim", "vi", true},
        {KIND_SIDE_EFFECTS, "疫苗有哪些副作用？", "zh", true},
        {KIND_SIDE_EFFECTS, "不良反应", "zh", false},
        {KIND_WARNINGS, "Advertencias", "es", true},
        {KIND_NONE, "Anything", "en", false},
        {KIND_RISKS, "", "en", false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(
            kind_heading_says(cases[i].heading,
                              kind_label(cases[i].kind, cases[i].lang)),
            cases[i].said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found),
        cmocka_unit_test(the_beginning_is_enough),
        cmocka_unit_test(keys_and_ids_are_unique),
        cmocka_unit_test(codes_are_found),
        cmocka_unit_test(the_safety_set_is_complete),
        cmocka_unit_test(labels_come_in_six_languages),
        cmocka_unit_test(labels_are_not_repeated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

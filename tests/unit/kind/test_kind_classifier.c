#include "kind/kind.h"

#include <string.h>

#include "../unit.h"

static enum kind kind_in(const char *lang, const char *heading)
{
    return kind_of_heading(heading, &(struct kind_context){.lang = lang});
}

static void check_kind(const char *heading, const struct kind_context *context,
                       enum kind expected)
{
    enum kind kind = kind_of_heading(heading, context);
    if (kind != expected)
        fail_msg("\"%s\" is %s, not %s", heading, kind_get(kind)->id,
                 kind_get(expected)->id);
}

static void standard_headings(void **state)
{
    (void)state;
    static const struct {
        const char *heading;
        enum kind kind;
    } cases[] = {
        {"Symptoms", KIND_SYMPTOMS},
        {"4.3 Contraindications", KIND_CONTRAINDICATIONS},
        {"4.6 Fertility, pregnancy and lactation", KIND_PREGNANCY},
        {"6.4 Special precautions for storage", KIND_STORAGE},
        {"POSSIBLE SIDE EFFECTS", KIND_SIDE_EFFECTS},
        {"Causes and risk factors", KIND_CAUSES},
        {"Treatment risks", KIND_RISKS},
        {"Benefits and risks", KIND_RISKS},
        {"Clinical studies", KIND_EFFECTIVENESS},
        {"When to see a doctor", KIND_SEE_DOCTOR},
        {"What happens during the test?", KIND_PROCEDURE},
        {"Overdose", KIND_EMERGENCY},
        {"8.4 Pediatric Use", KIND_POPULATIONS},
        {"8 USE IN SPECIFIC POPULATIONS", KIND_POPULATIONS},
        {"15 REFERENCES", KIND_MORE_INFO},
        {"Ask a doctor before use if you have", KIND_WARNINGS},
        {"16 HOW SUPPLIED/STORAGE AND HANDLING", KIND_COMPOSITION},
        {"What is in this leaflet", KIND_MORE_INFO},
        {"Table of contents", KIND_MORE_INFO},
        {"6. Contents of the pack and other information", KIND_COMPOSITION},
        {"", KIND_NONE},
        {"Marigold", KIND_NONE},
        {"12", KIND_NONE},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        check_kind(cases[i].heading, &(struct kind_context){0}, cases[i].kind);
}

static void contraindications_come_before_uses(void **state)
{
    (void)state;
    static const struct {
        const char *heading;
        enum kind kind;
    } cases[] = {
        {"Who should have it?", KIND_USES},
        {"Who should not have it?", KIND_CONTRAINDICATIONS},
        {"Who shouldn't have it?", KIND_CONTRAINDICATIONS},
        {"Who can’t take it?", KIND_CONTRAINDICATIONS},
        {"Who can and cannot take it", KIND_CONTRAINDICATIONS},
        {"Who is not a candidate?", KIND_CONTRAINDICATIONS},
        {"Do not use", KIND_CONTRAINDICATIONS},
    };
    const struct kind_context context = {.type = "medicine"};
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        check_kind(cases[i].heading, &context, cases[i].kind);
}

static void the_title_is_masked(void **state)
{
    (void)state;
    const char *const synonyms[] = {"emergency contraception", "",
                                    "day-after tablet"};
    const struct kind_context pill = {
        .title = "Morning-after pill",
        .synonyms = synonyms,
        .n_synonyms = N_ELEMENTS(synonyms),
    };
    check_kind("Side effects of emergency contraception", &pill,
               KIND_SIDE_EFFECTS);
    check_kind("What is the morning-after pill?", &pill, KIND_OVERVIEW);
    check_kind("Emergency contraception", &pill, KIND_OVERVIEW);
    check_kind("Day-after tablet", &pill, KIND_OVERVIEW);

    const struct kind_context children = {.title = "Children's vaccines"};
    check_kind("What is a children’s vaccine?", &children, KIND_OVERVIEW);

    const struct kind_context needles = {.title =
                                             "Microneedling for acne scars"};
    check_kind("Microneedling", &needles, KIND_OVERVIEW);

    const struct kind_context acne = {.title = "Treatment for acne"};
    check_kind("Treatment", &acne, KIND_TREATMENT);
}

/* ".." in a phrase. */
static void a_gap_has_up_to_eight_words(void **state)
{
    (void)state;
    const struct kind_context none = {0};
    check_kind("What do these big round white tablets for pain contain", &none,
               KIND_COMPOSITION);
    check_kind("What else do these big round white tablets for pain contain",
               &none, KIND_NONE);
}

static void the_type_of_article_counts(void **state)
{
    (void)state;
    check_kind("How long does it last?",
               &(struct kind_context){.type = "condition"}, KIND_OUTLOOK);
    check_kind("How long does it last?",
               &(struct kind_context){.type = "medicine"}, KIND_EFFECTIVENESS);
}

static void the_topic_has_other_words(void **state)
{
    (void)state;
    const struct kind_context pill = {.title = "Ibuprofen", .type = "medicine"};
    check_kind("How should this medicine be used?", &pill, KIND_DOSAGE);
    check_kind("What is the medicine?", &pill, KIND_OVERVIEW);
    const struct kind_context test = {.title = "Blood culture", .type = "test"};
    check_kind("What is a blood culture test?", &test, KIND_OVERVIEW);
    const struct kind_context vaccine = {.title = "MMR vaccine (MMR)",
                                         .type = "vaccine"};
    check_kind("What is the MMR vaccine?", &vaccine, KIND_OVERVIEW);
}

static void the_first_question_counts(void **state)
{
    (void)state;
    const struct kind_context pill = {.title = "Ibuprofen", .type = "medicine"};
    check_kind("What is it and how does it work?", &pill, KIND_OVERVIEW);
    check_kind("What are the benefits and how long do they last?", &pill,
               KIND_BENEFITS);
    check_kind("Who should take it and who should not take it?", &pill,
               KIND_CONTRAINDICATIONS);
    check_kind("What is it and is it safe?", &pill, KIND_WARNINGS);
}

static void six_languages(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *heading;
        enum kind kind;
    } cases[] = {
        {"es", "¿Quién no debe vacunarse?", KIND_CONTRAINDICATIONS},
        {"fr", "Qu'est-ce que la goutte ?", KIND_OVERVIEW},
        {"fr", "Effets indésirables éventuels", KIND_SIDE_EFFECTS},
        {"de", "Wann sollte man einen Arzt aufsuchen?", KIND_SEE_DOCTOR},
        {"vi", "Ai không nên lăn kim?", KIND_CONTRAINDICATIONS},
        {"vi", "Ai khong nen lan kim?", KIND_CONTRAINDICATIONS},
        {"zh", "哪些人不能接种疫苗？", KIND_CONTRAINDICATIONS},
        {"zh", "【用法用量】", KIND_DOSAGE},
        {NULL, "Nebenwirkungen", KIND_SIDE_EFFECTS},
        {NULL, "Triệu chứng", KIND_SYMPTOMS},
        /* a phrase counts in its own language only */
        {"en", "Triệu chứng", KIND_NONE},
        {"en-GB", "Side effects", KIND_SIDE_EFFECTS},
        {"zh-CN", "不良反应", KIND_SIDE_EFFECTS},
        {"zh-CN", "Side effects", KIND_NONE},
        {"tlh", "Side effects", KIND_NONE},
        {"fr", "Maux de dos chroniques", KIND_NONE},
        {"fr", "Posologie", KIND_DOSAGE},
        {"pt", "Cuidados dos pais", KIND_NONE},
        {"gl", "Os dereitos dos doentes", KIND_NONE},
        {"en", "Dos and don'ts", KIND_NONE},
        {"en", "Dosing", KIND_DOSAGE},
        {"en", "Dosage and administration", KIND_DOSAGE},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(kind_in(cases[i].lang, cases[i].heading),
                         cases[i].kind);
}

static void hostile_headings_are_harmless(void **state)
{
    (void)state;
    char heading[5001];
    memset(heading, 'a', sizeof heading - 1);
    for (size_t i = 1; i < sizeof heading - 1; i += 2)
        heading[i] = ' ';
    heading[sizeof heading - 1] = '\0';
    assert_int_equal(kind_in("en", heading), KIND_NONE);
    assert_int_equal(kind_in("en", "\xff\xfe\xc3"), KIND_NONE);
    assert_int_equal(kind_in("en", "'t 's ' ’"), KIND_NONE);
    assert_int_equal(kind_in("", "?"), KIND_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standard_headings),
        cmocka_unit_test(contraindications_come_before_uses),
        cmocka_unit_test(the_title_is_masked),
        cmocka_unit_test(a_gap_has_up_to_eight_words),
        cmocka_unit_test(the_type_of_article_counts),
        cmocka_unit_test(the_topic_has_other_words),
        cmocka_unit_test(the_first_question_counts),
        cmocka_unit_test(six_languages),
        cmocka_unit_test(hostile_headings_are_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

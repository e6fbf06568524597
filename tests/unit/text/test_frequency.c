#include "text/frequency.h"

#include <string.h>

#include "../unit.h"

/* What is said beside an article's text: "words=numbers" for each frequency. */
static void explain(const char *lang, const char *markdown, struct buf *out)
{
    struct buf source;
    buf_init(&source);
    buf_init(out);
    buf_printf(&source, "---\nlang: %s\n---\n%s\n", lang, markdown);
    struct article *article = article_parse(source.data, source.n_bytes, NULL);
    struct frequencies found = {0};
    frequency_find(article, (struct text_range){0, UINT32_MAX}, &found);
    for (size_t i = 0; i < found.n; i++) {
        const struct text_range *shows = &found.items[i].shows;
        buf_add(out, i ? "|" : "");
        buf_add_n(out, article->text + shows->start, shows->end - shows->start);
        buf_add_char(out, '=');
        frequency_add_words(&found.items[i], lang, out);
    }
    frequency_finish(&found);
    article_free(article);
    buf_finish(&source);
}

struct frequency_case {
    const char *lang, *markdown, *said;
};

static void check(const struct frequency_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf said;
        explain(cases[i].lang, cases[i].markdown, &said);
        if (strcmp(said.data, cases[i].said) != 0)
            fail_msg("\"%s\": \"%s\", not \"%s\"", cases[i].markdown, said.data,
                     cases[i].said);
        buf_finish(&said);
    }
}

static void numbers_become_people(void **state)
{
    (void)state;
    static const struct frequency_case cases[] = {
        {"en", "0.5–2% have it", "0.5–2%=5 to 20 in 1,000"},
        {"en", "in 3 percent of men", "3 percent=3 in 100"},
        {"en", "12.5 % of men", "12.5 %=125 in 1,000"},
        {"en", "1 in 300 and 4% of women",
         "1 in 300=about 33 in 10,000|4%=4 in 100"},
        {"de", "1 von 200 und 0,5 % der Frauen",
         "1 von 200=5 von 1.000|0,5 %=5 von 1.000"},
        {"vi", "1 trong 200 người, 0,5% số người",
         "1 trong 200=5 trong 1.000|0,5%=5 trong 1.000"},
        {"en", "It happens to 1 in 200.", "1 in 200=5 in 1,000"},
        {"en", "It affects 0.5% of people.", "0.5%=5 in 1,000"},
        {"en", "It affects 0.05% of people.", "0.05%=5 in 10,000"},
        {"en", "It affects 0.005% of people.", "0.005%=5 in 100,000"},
        {"en", "1 in 3 women", "1 in 3=about 33 in 100"},
        {"en", "1 in 20 000 people", "1 in 20 000=5 in 100,000"},
        {"en", "1 in 20,000 people", "1 in 20,000=5 in 100,000"},
        {"en", "less than 1 in 200 people",
         "less than 1 in 200=fewer than 5 in 1,000"},
        {"en", "fewer than 0.1% of people",
         "fewer than 0.1%=fewer than 1 in 1,000"},
        {"en", "more than 1 in 10 people",
         "more than 1 in 10=more than 10 in 100"},
        {"en", "may affect up to 1 in 10 people",
         "up to 1 in 10=up to 10 in 100"},
        {"en", "at least 5% of people", "at least 5%=5 or more in 100"},
        {"en", "<0.1% of patients", "<0.1%=fewer than 1 in 1,000"},
        {"en", "≥10% of patients", "≥10%=10 or more in 100"},
        {"en", "over 30% of patients", "over 30%=more than 30 in 100"},
        {"en", "under 1 in 30 people",
         "under 1 in 30=fewer than about 33 in 1,000"},
        {"en", "2% to 5% of adults", "2% to 5%=2 to 5 in 100"},
        {"en", "between 2% and 5% of adults", "2% and 5%=2 to 5 in 100"},
        {"en", "2 to 5% of adults", "2 to 5%=2 to 5 in 100"},
        {"en", "3% of people (95% CI 2% to 5%)", "3%=3 in 100"},
        {"en", "20 per cent of women have it", "20 per cent=20 in 100"},
        {"en", "a 5% chance of bleeding", "5%=5 in 100"},
        {"en", "The chance of bleeding is 5%.", "5%=5 in 100"},
        {"en", "The risk is 0.5%.", "0.5%=5 in 1,000"},
        {"en", "It happens in 0.5%.", "0.5%=5 in 1,000"},
        {"en", "About 4% have it.", "4%=4 in 100"},
        {"en", "## Side effects\n\n- Rash (5%)", "5%=5 in 100"},
        {"en", "## Side effects\n\nRash: 1% to 2%", "1% to 2%=1 to 2 in 100"},
        {"en",
         "## Side effects\n\n| Effect | How often |\n|---|---|\n| Rash | 12% |",
         "12%=12 in 100"},
        {"en", "0.0001% of people", "0.0001%=1 in 1,000,000"},
        {"en", "33.3% of people", "33.3%=333 in 1,000"},
        {"en", "33.33% of people", "33.33%=3,333 in 10,000"},
        {"en", "99.9% of people", "99.9%=999 in 1,000"},
        {"en", "1 in 7 adults", "1 in 7=about 14 in 100"},
        {"en", "1 in 6 adults", "1 in 6=about 17 in 100"},
        {"en", "1 in 18 adults", "1 in 18=about 56 in 1,000"},
        {"en", "1 in 50 adults", "1 in 50=2 in 100"},
        {"en", "1 in 80 adults", "1 in 80=about 13 in 1,000"},
        {"en", "1 in 400 adults", "1 in 400=25 in 10,000"},
        {"en", "1 in 5,000 births", "1 in 5,000=2 in 10,000"},
        {"en", "1 in 50,000", "1 in 50,000=2 in 100,000"},
        {"en", "1 in 500,000", "1 in 500,000=2 in 1,000,000"},
        {"en", "One in 8 women.", "One in 8=about 13 in 100"},
        {"en", "1 out of 3 adults", "1 out of 3=about 33 in 100"},
        {"en", "1 in every 25 adults", "1 in every 25=4 in 100"},
        {"en", "80% of cases", "80%=80 in 100"},
        {"en", "2.5% of births", "2.5%=25 in 1,000"},
        {"en", "1,5% of people", "1,5%=15 in 1,000"},
        {"en", "3% die", "3%=3 in 100"},
        {"en", "12% of men and 8% of women", "12%=12 in 100|8%=8 in 100"},
        {"es", "En el 0,5 % de las personas", "0,5 %=5 de cada 1.000"},
        {"es", "En el 0.5% de los pacientes", "0.5%=5 de cada 1.000"},
        {"es", "1 de cada 20 000 personas",
         "1 de cada 20 000=5 de cada 100.000"},
        {"es", "1 de cada 20.000 personas",
         "1 de cada 20.000=5 de cada 100.000"},
        {"es", "menos de 1 de cada 200 personas",
         "menos de 1 de cada 200=menos de 5 de cada 1.000"},
        {"es", "hasta 1 de cada 10 personas",
         "hasta 1 de cada 10=hasta 10 de cada 100"},
        {"es", "entre el 2 % y el 5 % de las personas",
         "2 % y el 5 %=de 2 a 5 de cada 100"},
        {"fr", "1 personne sur 200", "1 personne sur 200=5 sur 1\u00A0000"},
        {"fr", "0,5 % des patients", "0,5 %=5 sur 1\u00A0000"},
        {"fr", "1 sur 20 000 personnes", "1 sur 20 000=5 sur 100\u00A0000"},
        {"fr", "moins de 1 personne sur 200",
         "moins de 1 personne sur 200=moins de 5 sur 1\u00A0000"},
        {"fr", "jusqu'à 1 personne sur 10",
         "jusqu'à 1 personne sur 10=jusqu'à 10 sur 100"},
        {"de", "1 von 200 Personen", "1 von 200=5 von 1.000"},
        {"de", "bei 0,5 % der Patienten", "0,5 %=5 von 1.000"},
        {"de", "1 von 20 000 Personen", "1 von 20 000=5 von 100.000"},
        {"de", "weniger als 1 von 200 Personen",
         "weniger als 1 von 200=weniger als 5 von 1.000"},
        {"de", "bis zu 1 von 10 Behandelten",
         "bis zu 1 von 10=bis zu 10 von 100"},
        {"vi", "1 trong 200 người", "1 trong 200=5 trong 1.000"},
        {"vi", "0,5% số người", "0,5%=5 trong 1.000"},
        {"vi", "0,5% bệnh nhân", "0,5%=5 trong 1.000"},
        {"vi", "ít hơn 1 trong 200 người",
         "ít hơn 1 trong 200=dưới 5 trong 1.000"},
        {"zh", "约0.5%的人", "0.5%=每1,000人中5人"},
        {"zh", "0.5%的患者会出现", "0.5%=每1,000人中5人"},
        {"zh", "不到0.1%的患者", "不到0.1%=每1,000人中不到1人"},
        {"zh", "每200人中有1人", "每200人中有1人=每1,000人中5人"},
        {"en", "## Side effects\n\n1 in 200 men. Rare: rash",
         "1 in 200=5 in 1,000|Rare=1 to 9 in 10,000"},
        {"en", "## Side effects\n\n- infections, rare (1 of 2,000)",
         "rare=1 to 9 in 10,000"},
        {"en", "## Side effects\n\nRare in women. Use it.",
         "Rare=1 to 9 in 10,000"},
    };
    check(cases, N_ELEMENTS(cases));
}

/* Those that are no people, and those that are plain already. */
static void other_numbers_are_left_alone(void **state)
{
    (void)state;
    static const struct frequency_case cases[] = {
        {"en", "5 in 1,000 have it.", ""},
        {"en", "1 in 100 and 1 in 10,000.", ""},
        {"en", "It cuts the risk by 50%.", ""},
        {"en", "The risk rose 20%.", ""},
        {"en", "The risk is 30% lower.", ""},
        {"en", "A 10% cream, 70% alcohol.", ""},
        {"en", "Take 1 in 2020% of it", ""},
        {"en", "version 1.0.5%", ""},
        {"en", "Call in 10 days.", ""},
        {"en", "## 1 in 200", ""},
        {"en", "`1 in 200` and [5% of people](https://a.org)", ""},
        {"en", "> [!EMERGENCY] 1 in 200 die.", ""},
        {"en", "```\n1 in 200\n```", ""},
        {"en", "It is common.", ""},
        {"en", "## Symptoms\n\nFever is common.", ""},
        {"en", "## Side effects\n\nHow common is it? As rare as a common cold.",
         ""},
        {"en", "## Side effects\n\nCommonly and rarely.", ""},
        {"en", "1 in 10 000 people", ""},
        {"en", "1 in 20'000 people", ""},
        {"en", "1 in 2 million people", ""},
        {"en", "1 in 10 thousand people", ""},
        {"en", "1 in 1.5 people", ""},
        {"en", "1 in 10 to 20 people", ""},
        {"en", "1 in 5–10 people", ""},
        {"en", "less than 1 in 10,000 people", ""},
        {"en", "a 50% increase", ""},
        {"en", "an increase in risk of up to 50%", ""},
        {"en", "The risk goes up by 50%.", ""},
        {"en", "50 percent increase in risk", ""},
        {"en", "5 percentage points", ""},
        {"en", "a rise of 5 percentage points in women", ""},
        {"en", "0.5% cream", ""},
        {"en", "0.5% hydrocortisone cream", ""},
        {"en", "a 0.5% topical hydrocortisone cream", ""},
        {"en", "Put on hydrocortisone 1% twice a day.", ""},
        {"en", "benzoyl peroxide 5% gel for people", ""},
        {"en", "minoxidil 5%", ""},
        {"en", "0.9% sodium chloride", ""},
        {"en", "5% dextrose", ""},
        {"en", "70% alcohol", ""},
        {"en", "blood oxygen of 92% in adults", ""},
        {"en", "SpO2 below 94%", ""},
        {"en", "oxygen saturation below 92% of people", ""},
        {"en", "HbA1c of 6.5%", ""},
        {"en", "HbA1c below 7% in most people", ""},
        {"en", "an A1C of 7% or less for most adults", ""},
        {"en", "20% off", ""},
        {"en", "a 20% discount", ""},
        {"en", "95% CI 2 to 5", ""},
        {"en", "95% confidence interval", ""},
        {"en", "The relative risk falls 25% in men.", ""},
        {"en", "30% lower in women", ""},
        {"en", "50% more likely", ""},
        {"en", "lose 5% of body weight", ""},
        {"en", "10% of calories", ""},
        {"en", "1% of the dose gets into milk", ""},
        {"en", "97% effective", ""},
        {"en", "a sensitivity of 90%", ""},
        {"en", "kills 99.9% of germs", ""},
        {"en", "## Side effects\n\nPeels of 30% acid burn.", ""},
        {"en", "## Side effects\n\nCreams (5%) burn.", ""},
        {"en", "Phase 1 in 20 patients", ""},
        {"en", "type 1 in 90 people", ""},
        {"en", "Day 1 in 20 people", ""},
        {"en", "one dose, then 1 in 12 hours", ""},
        {"en", "1 in 10 years", ""},
        {"en", "adrenaline 1 in 200,000", ""},
        {"en", "diluted 1 in 20", ""},
        {"en", "a 1 in 5 solution", ""},
        {"en", "1 in 5 tablets", ""},
        {"en", "11 in 200", ""},
        {"en", "1 in 100 people", ""},
        {"en", "1 in 1 people", ""},
        {"en", "1 in 0 people", ""},
        {"en", "100% of people", ""},
        {"en", "0% of people", ""},
        {"en", "120% of people", ""},
        {"en", "5% to 2% of people", ""},
        {"en", "0.00001% of people", ""},
        {"en", "1 in 3,000,000", ""},
        {"en", "one in twenty", ""},
        {"en", "humidity of 50%", ""},
        {"en", "Battery at 20%", ""},
        {"en", "an ejection fraction of 40% in patients", ""},
        {"en", "the solution is 3% and people use it", ""},
        {"en", "5% salicylic acid for people", ""},
        {"en", "25% fewer people", ""},
        {"en", "The death rate fell 20% in men", ""},
        {"en", "reduces the risk of stroke by 64% of people", ""},
        {"en", "twice a day, 5% ointment", ""},
        {"en", "sunscreen blocks 97% of rays", ""},
        {"en", "up to 10% of body fat in women", ""},
        {"en", "a body fat of 30% in women", ""},
        {"en", "a 10% solution for adults", ""},
        {"en", "10% povidone for babies", ""},
        {"es", "1 de cada 10 000 personas", ""},
        {"es", "1 de cada 10,000 personas", ""},
        {"es", "crema al 5 %", ""},
        {"es", "crema de hidrocortisona al 1 % para adultos", ""},
        {"es", "un 50 % más de riesgo", ""},
        {"es", "un aumento del riesgo del 50 %", ""},
        {"es", "una HbA1c del 7 % en adultos", ""},
        {"es", "suero al 5 % de glucosa", ""},
        {"es", "una saturación de oxígeno del 92 %", ""},
        {"es", "1 de cada 2 millones de personas", ""},
        {"es", "IC del 95 %", ""},
        {"es", "5 puntos porcentuales", ""},
        {"fr", "1 sur 10 000", ""},
        {"fr", "une crème à 5 %", ""},
        {"fr", "l'hydrocortisone à 1 % chez l'adulte", ""},
        {"fr", "une augmentation du risque de 50 %", ""},
        {"fr", "50 % de risque en plus", ""},
        {"fr", "une HbA1c de 7 %", ""},
        {"fr", "une saturation en oxygène de 92 %", ""},
        {"fr", "IC à 95 %", ""},
        {"fr", "un sur 2 millions", ""},
        {"de", "1 von 10 000 Personen", ""},
        {"de", "eine 5%ige Lösung", ""},
        {"de", "eine Creme mit 1 % Hydrocortison für Erwachsene", ""},
        {"de", "um 50 % höheres Risiko", ""},
        {"de", "das Risiko steigt um 50 %", ""},
        {"de", "ein HbA1c-Wert von 7 %", ""},
        {"de", "eine Sauerstoffsättigung von 92 %", ""},
        {"de", "95 %-Konfidenzintervall", ""},
        {"de", "1 von 2 Millionen", ""},
        {"vi", "kem 5%", ""},
        {"vi", "dung dịch natri clorid 0,9%", ""},
        {"vi", "HbA1c dưới 7% ở người lớn", ""},
        {"vi", "tăng nguy cơ lên 50%", ""},
        {"vi", "độ bão hòa oxy 92%", ""},
        {"vi", "1 trong 2 triệu người", ""},
        {"zh", "服用1/2片", ""},
        {"zh", "21/200", ""},
        {"zh", "血压120/80", ""},
        {"zh", "75%酒精", ""},
        {"zh", "1%氢化可的松乳膏", ""},
        {"zh", "风险增加50%", ""},
        {"zh", "糖化血红蛋白低于7%", ""},
        {"zh", "血氧饱和度92%", ""},
        {"zh", "95%置信区间", ""},
        {"zh", "0.9%氯化钠", ""},
        {"en", "In rash. Infections are rare.", ""},
        {"en", "70% of transient diabetes in newborns", ""},
        {"en", "80% of tumor cells tested", ""},
        {"en", "1 in 3,500 to 5,000 newborns", ""},
        {"es", "1 de cada 1 000 000 de personas", ""},
    };
    check(cases, N_ELEMENTS(cases));
}

static void words_of_leaflets_are_ranges(void **state)
{
    (void)state;
    static const struct frequency_case cases[] = {
        {"en", "## Side effects\n\n- Very common: rash\n- Uncommon: fits",
         "Very common=100 or more in 1,000|Uncommon=1 to 9 in 1,000"},
        {"en", "## Risks\n\nCommon, rare or very rare.",
         "Common=10 to 99 in 1,000|rare=1 to 9 in 10,000|very rare=fewer than "
         "1 in 10,000"},
        {"es", "## Efectos secundarios\n\nMuy frecuentes; poco frecuentes",
         "Muy frecuentes=100 o más de cada 1.000|poco frecuentes=de 1 a 9 de "
         "cada 1.000"},
        {"fr", "## Effets indésirables\n\nTrès fréquents, peu fréquente",
         "Très fréquents=100 ou plus sur 1\u00A0000|peu fréquente=1 à 9 sur "
         "1\u00A0000"},
        {"de", "## Nebenwirkungen\n\nHäufige und sehr seltene",
         "Häufige=10 bis 99 von 1.000|sehr seltene=weniger als 1 von "
         "10.000"},
        {"vi", "## Tác dụng phụ\n\nThường gặp, Ít gặp",
         "Thường gặp=10 đến 99 trong 1.000|Ít gặp=1 đến 9 trong 1.000"},
        {"zh", "## 副作用\n\n常见：头痛；十分罕见：皮疹",
         "常见=每1,000人中10到99人|十分罕见=每10,000人中不到1人"},
    };
    check(cases, N_ELEMENTS(cases));
}

static void a_word_in_a_sentence_is_loose(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool loose;
    } cases[] = {
        {"- Rare: fits", false},
        {"Rare side effects are fits.", false},
        {"- fits, rare (1 of 2,000)", false},
        {"Fits are rare, but nobody counted them.", true},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf source;
        buf_init(&source);
        buf_printf(&source, "## Side effects\n\n%s\n", cases[i].text);
        struct article *article =
            article_parse(source.data, source.n_bytes, NULL);
        struct frequencies found = {0};
        frequency_find(article, (struct text_range){0, UINT32_MAX}, &found);
        assert_int_equal(found.n, 1);
        assert_int_equal(found.items[0].loose, cases[i].loose);
        frequency_finish(&found);
        article_free(article);
        buf_finish(&source);
    }
}

static void says_it_in_a_sentence(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out);
    struct frequency one = {.low = 5, .high = 5, .per = 1000};
    struct frequency term = {.low = 1, .high = 9, .per = 1000, .term = true};
    frequency_add_sentence(&one, "en", &out);
    frequency_add_sentence(&term, "en", &out);
    assert_string_equal(out.data,
                        "That is 5 in 1,000.In European leaflets this "
                        "word means 1 to 9 in 1,000 people.");
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_become_people),
        cmocka_unit_test(other_numbers_are_left_alone),
        cmocka_unit_test(words_of_leaflets_are_ranges),
        cmocka_unit_test(a_word_in_a_sentence_is_loose),
        cmocka_unit_test(says_it_in_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "ui/publisher.h"

#include "../unit.h"

static void shortens_names(void **state)
{
    (void)state;
    static const struct {
        const char *name, *wanted;
    } cases[] = {
        {"NHS", "NHS"},
        {"NIH SeniorHealth", "NIH SeniorHealth"},
        {"First Institute", "First Institute"},
        {"National Heart, Lung, and Blood Institute", "NHLBI"},
        {"Centers for Disease Control and Prevention", "CDC"},
        {"US Centers for Disease Control and Prevention", "CDC"},
        {"Genetic and Rare Diseases Information Center", "GARD"},
        {"National Institute of Diabetes and Digestive and Kidney Diseases",
         "NIDDK"},
        {"US Food and Drug Administration", "FDA"},
        {"National Institute for Health and Care Excellence (NICE)", "NICE"},
        {"MedlinePlus, National Library of Medicine", "MedlinePlus"},
        {"Genetics Home Reference, National Library of Medicine", "GHR"},
        {"Organización (que no abrevia)", "Organización (que no abrevia)"},
        {"", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf out;
        buf_init(&out);
        publisher_add_short(cases[i].name, &out);
        assert_string_equal(out.data, cases[i].wanted);
        buf_finish(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shortens_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

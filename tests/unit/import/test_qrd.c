#include "import/qrd.h"

#include <stdlib.h>
#include <string.h>

#include "../unit.h"

static void knows_documents(void **state)
{
    (void)state;
    static const struct {
        const char *title, *rest;
        enum qrd_document document;
    } cases[] = {
        {"Package leaflet: Information for the user", "", QRD_LEAFLET},
        {"B. Package Leaflet", "", QRD_LEAFLET},
        {"Prospecto", "", QRD_LEAFLET},
        {"Notice : Information du patient", "", QRD_LEAFLET},
        {"Notice\u00A0: Information du patient", "", QRD_LEAFLET},
        {"Prospecting for gold", "Prospecting for gold", QRD_NONE},
        {"Pakningsvedlegg – Zorvex", "Zorvex", QRD_LEAFLET},
        {"Ficha técnica o resumen de las características del producto", "",
         QRD_SUMMARY},
        {"Résumé des caractéristiques du produit", "", QRD_SUMMARY},
        {"Zorvex 5 mg tablets", "Zorvex 5 mg tablets", QRD_NONE},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        assert_int_equal(qrd_document_by_title(cases[i].title),
                         cases[i].document);
        assert_string_equal(qrd_title_rest(cases[i].title), cases[i].rest);
    }
    assert_int_equal(qrd_document_by_code("100000155532"), QRD_SUMMARY);
    assert_int_equal(qrd_document_by_code("200000029897"), QRD_NONE);
}

static void tells_documents_by_numbers(void **state)
{
    (void)state;
    struct strs headings;
    strs_init(&headings);
    for (int i = 1; i <= 5; i++) {
        char heading[] = "0. Otsikko";
        heading[0] = (char)('0' + i);
        strs_add(&headings, heading);
    }
    assert_int_equal(qrd_document_by_numbers(&headings), QRD_NONE);
    strs_add(&headings, "6. Otsikko");
    assert_int_equal(qrd_document_by_numbers(&headings), QRD_LEAFLET);
    strs_add(&headings, "7. Otsikko");
    assert_int_equal(qrd_document_by_numbers(&headings), QRD_NONE);
    static const char *const more[] = {"4.1 A", "4.3 B", "4.8 C", "4.9. D"};
    for (size_t i = 0; i < N_ELEMENTS(more); i++)
        strs_add(&headings, more[i]);
    assert_int_equal(qrd_document_by_numbers(&headings), QRD_SUMMARY);
    strs_finish(&headings);
}

static void numbers_fix_kinds(void **state)
{
    (void)state;
    static const struct {
        enum qrd_document document;
        const char *heading;
        enum kind kind;
    } cases[] = {
        {QRD_LEAFLET, "2. Mitä sinun on tiedettävä", KIND_WARNINGS},
        {QRD_LEAFLET, "4 Mahdolliset haittavaikutukset", KIND_SIDE_EFFECTS},
        {QRD_LEAFLET, "7. Muuta", KIND_NONE},
        {QRD_LEAFLET, "5 mg tabletti", KIND_NONE},
        {QRD_SUMMARY, "4.3 Kontraindikasjoner", KIND_CONTRAINDICATIONS},
        {QRD_SUMMARY, "4.8.2. Melding", KIND_SIDE_EFFECTS},
        {QRD_SUMMARY, "4.9. Yliannostus", KIND_EMERGENCY},
        {QRD_SUMMARY, "4. Kliniske", KIND_NONE},
        {QRD_SUMMARY, "10. Dato", KIND_MORE_INFO},
        {QRD_NONE, "4.3 Kontraindikasjoner", KIND_NONE},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(
            qrd_kind_by_number(cases[i].document, cases[i].heading),
            cases[i].kind);
    assert_int_equal(qrd_kind_by_code("200000029805"), KIND_CONTRAINDICATIONS);
    assert_int_equal(qrd_kind_by_code("200000029902"), KIND_PREGNANCY);
    assert_int_equal(qrd_kind_by_code("100000155538"), KIND_NONE);
    assert_int_equal(qrd_kind_by_code(NULL), KIND_NONE);
}

static void finds_product(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "1. Hva Zorvex Forte er og hva det brukes mot",
        "2. Hva du må vite før du bruker Zorvex Forte",
        "3. Hvordan du bruker Zorvex Forte",
        "4. Mulige bivirkninger",
        "5. Hvordan du oppbevarer Zorvex Forte",
    };
    struct strs headings;
    strs_init(&headings);
    char *none = qrd_product(&headings);
    assert_string_equal(none, "");
    free(none);
    for (size_t i = 0; i < N_ELEMENTS(titles); i++)
        strs_add(&headings, titles[i]);
    char *product = qrd_product(&headings);
    assert_string_equal(product, "Zorvex Forte");
    free(product);
    strs_finish(&headings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_documents),
        cmocka_unit_test(tells_documents_by_numbers),
        cmocka_unit_test(numbers_fix_kinds),
        cmocka_unit_test(finds_product),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

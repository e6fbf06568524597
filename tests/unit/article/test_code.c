#include "article/code.h"

#include <string.h>

#include "../unit.h"

static void assert_key(const char *typed, const char *wanted)
{
    struct buf key;
    struct error err = {0};
    buf_init(&key);
    if (!code_parse(typed, &key, &err))
        fail_msg("%s: %s", typed, err.message);
    assert_string_equal(key.data, wanted);
    buf_finish(&key);
}

static void reads_codes_as_people_write_them(void **state)
{
    (void)state;
    assert_key("rxnorm:11289", "rxnorm:11289");
    assert_key("RxCUI:11289", "rxnorm:11289");
    assert_key("icd10:I48.9", "icd10:i489");
    assert_key("ICD-10:i489", "icd10:i489");
    assert_key("ICD-10-CM:S52.521A", "icd10:s52521a");
    assert_key("icd10:J45", "icd10:j45");
    assert_key("icd11:BC81.3", "icd11:bc813");
    assert_key("icd11:XM8TF3", "icd11:xm8tf3");
    assert_key("icd11:2C25/XA1B", "icd11:2c25xa1b");
    assert_key("atc:b01aa03", "atc:b01aa03");
    assert_key("atc:B01", "atc:b01");
    assert_key("mesh:D001281", "mesh:d001281");
    assert_key("mesh:C000619406", "mesh:c000619406");
    assert_key("umls:c0004238", "umls:c0004238");
    assert_key("snomed-ct:49436004", "snomed:49436004");
    assert_key("loinc:34714-6", "loinc:347146");
}

/* The messages for invalid codes. */
static void assert_says(const char *typed, const char *wanted)
{
    struct buf key;
    struct error err = {0};
    buf_init(&key);
    assert_false(code_parse(typed, &key, &err));
    assert_int_equal(key.n_bytes, 0);
    if (!strstr(err.message, wanted))
        fail_msg("%s: \"%s\" does not say \"%s\"", typed, err.message, wanted);
    buf_finish(&key);
}

static void says_what_would_be_right(void **state)
{
    (void)state;
    assert_says("11289", "SYSTEM:CODE");
    assert_says("", "SYSTEM:CODE");
    assert_says("ndc:0001", "umls, mesh, icd10, icd11, snomed, rxnorm");
    assert_says(":11289", "atc, loinc");
    assert_says("rxnorm:", "rxnorm:11289");
    assert_says("rxnorm:warfarin", "rxnorm:11289");
    assert_says("rxnorm:11289 ", "rxnorm:11289");
    assert_says("atc:B01AA3", "atc:B01AA03");
    assert_says("atc:B01AA033", "atc:B01AA03");
    assert_says("icd10:48.9", "icd10:I48.9");
    assert_says("icd11:48", "icd11:BC81.3");
    assert_says("umls:0004238", "umls:C0004238");
    assert_says("mesh:1281", "mesh:D001281");
    assert_says("snomed:49", "snomed:49436004");
    assert_says("loinc:34714", "loinc:34714-6");
}

/* Codes in front matter get keys of the same form, whether they are valid or
 * not. */
static void makes_keys_of_what_front_matter_says(void **state)
{
    static const char *const rows[][3] = {
        {"icd10", "I48.9", "icd10:i489"},
        {"loinc", "34714-6", "loinc:347146"},
        {"umls", " C1 ", "umls:c1"},
        {"atc", "", "atc:"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf key;
        buf_init(&key);
        code_add_key(rows[i][0], rows[i][1], &key);
        assert_string_equal(key.data, rows[i][2]);
        buf_finish(&key);
    }
}

/* Each system of front matter can be used in a query. */
static void knows_each_system(void **state)
{
    (void)state;
    for (const char *const *name = code_systems; *name; name++) {
        char typed[32];
        snprintf(typed, sizeof typed, "%s:?", *name);
        assert_says(typed, "look like");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_codes_as_people_write_them),
        cmocka_unit_test(says_what_would_be_right),
        cmocka_unit_test(makes_keys_of_what_front_matter_says),
        cmocka_unit_test(knows_each_system),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

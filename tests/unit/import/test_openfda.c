#include "import/openfda.h"

#include <string.h>

#include "convert.h"
#include "import/schema.h"
#include "import/xml.h"

/* Made by the list of fields on open.fda.gov; the corpora have no sample. */
static const char labels[] =
    "{\"meta\": {\"results\": {\"skip\": 0}}, \"results\": [\n"
    "{\"adverse_reactions_table\": [\"<table><tr><th>What</th><th>Of 100</th>"
    "</tr><tr><td>Cough</td><td>3</td></tr></table>\"],\n"
    "\"boxed_warning\": [\"WARNING: It may stop the heart.\"],\n"
    "\"adverse_reactions\": [\"The commonest: \\u2022 cough \\u2022 "
    "hiccups\"],\n"
    "\"contraindications\": [\"Asthma. Weight<40 kg.\"],\n"
    "\"keep_out_of_reach_of_children\": [\"One.\", \"Two.\"],\n"
    "\"set_id\": \"123\", \"effective_time\": \"20240301\",\n"
    "\"openfda\": {\"brand_name\": [\"Zorvex\"], \"generic_name\": "
    "[\"ZORVEXIL\"], \"manufacturer_name\": [\"Northbank\"],\n"
    "\"product_type\": [\"HUMAN OTC DRUG\"], \"rxcui\": [\"12\"]}},\n"
    "{\"warnings\": [\"Never.\"], \"set_id\": \"4\", \"effective_time\": \"x\","
    "\"spl_product_data_elements\": [\"Abc def ghi\"]},\n"
    "{\"warnings\": [\"Never.\"], \"set_id\": \"5\"}]}";

static void reads_labels(void **state)
{
    (void)state;
    struct given given;
    struct document document = {
        .name = "x", .data = labels, .n_bytes = strlen(labels)};
    given_init(&given);
    assert_ptr_equal(importer_recognise(&document), importer_find("openfda"));
    if (!convert_text(&given, "openfda", "x", labels))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 2);
    assert_string_equal(given.reason, "a label that names no product");
    assert_string_equal(
        given.files.data,
        "---\ntitle: Zorvex\nlang: en\ntype: medicine\nsynonyms:\n"
        "  - ZORVEXIL\nupdated: 2024-03-01\naudience: patient\ncodes:\n"
        "  rxnorm: \"12\"\norigin:\n  publisher: Northbank\n  url: "
        "\"https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=123\"\n"
        "  id: \"123\"\n  retrieved: 2026-11-22\n---\n\n"
        "> [!WARNING]\n> WARNING: It may stop the heart.\n\n"
        "## Adverse reactions\n\nThe commonest:\n\n- cough\n- hiccups\n\n"
        "| What | Of 100 |\n|---|---|\n| Cough | 3 |\n\n"
        "## Contraindications\n\nAsthma. Weight<40 kg.\n\n"
        "## Keep out of reach of children\n\nOne.\n\nTwo.\n");
    assert_non_null(strstr(last_file(&given), "title: Abc def\n"));
    assert_non_null(strstr(last_file(&given), "audience: clinician\n"));
    given_finish(&given);
}

static void says_where_it_stops(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "openfda", "x",
                              "{\"results\": [\n{\"warnings\": [\"Ne"));
    assert_non_null(strstr(given.err.message, "begins on line 2"));
    given_finish(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_labels),
        cmocka_unit_test(says_where_it_stops),
    };
    xml_init();
    schema_init();
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_finish();
    return n_failed;
}

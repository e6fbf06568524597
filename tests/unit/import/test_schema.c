#include "import/schema.h"

#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "import/schema_facts.h"
#include "import/xml.h"

static const char nhs[] =
    "{\"@context\": \"http://schema.org\", \"@type\": \"MedicalWebPage\",\n"
    "\"name\": \"Acne\", \"description\": \"About acne.\",\n"
    "\"url\": \"https://api.nhs.uk/conditions/acne/\",\n"
    "\"license\": \"https://a.example/terms\", \"genre\": [\"Condition\"],\n"
    "\"dateModified\": \"2024-05-06T10:00:00+00:00\",\n"
    "\"author\": {\"@type\": \"Organization\", \"name\": \"NHS website\"},\n"
    "\"about\": {\"@type\": \"MedicalCondition\", \"name\": \"Acne\",\n"
    "  \"alternateName\": [\"Spots\", \"Acne vulgaris\"], \"code\":\n"
    "  {\"codingSystem\": \"MeSH\", \"code\": \"D000152\"}},\n"
    "\"breadcrumb\": {\"name\": \"no\"},\n"
    "\"hasPart\": [\n"
    "{\"@type\": \"HealthTopicContent\", \"description\": \"not shown\",\n"
    " \"hasHealthAspect\": \"http://schema.org/OverviewHealthAspect\",\n"
    " \"hasPart\": [{\"@type\": \"WebPageElement\", \"text\":\n"
    "   \"<p>Acne is <b>common</b>.</p><ul><li>spots</li></ul>\"}]},\n"
    "{\"@type\": \"HealthTopicContent\", \"headline\": \"When to go\",\n"
    " \"hasHealthAspect\": \"http://schema.org/SeeDoctorHealthAspect\",\n"
    " \"hasPart\": [{\"headline\": \"At once\", \"text\": \"Pain &amp; "
    "fever\"}]},\n"
    "{\"@type\": \"HealthTopicContent\",\n"
    " \"hasHealthAspect\": \"http://schema.org/SymptomsHealthAspect\",\n"
    " \"description\": \"Spots.\"}]}";

static const char faq[] =
    "{\"@context\": \"https://schema.org\", \"@graph\": [\n"
    "{\"@type\": \"Organization\", \"name\": \"Nobody\"},\n"
    "{\"@type\": [\"WebPage\", \"FAQPage\"], \"name\": \"Gout\",\n"
    "\"mainEntity\": [{\"@type\": \"Question\", \"name\": \"What is it?\",\n"
    "\"acceptedAnswer\": {\"@type\": \"Answer\", \"text\": \"A pain.\"}},\n"
    "{\"@type\": \"Question\", \"name\": \"Why?\", \"acceptedAnswer\":\n"
    "{\"text\": \"<h4>Food</h4><p>Meat</p>\"}}]}]}";

static void writes_health_topics(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    struct document document = {
        .name = "acne.json", .data = nhs, .n_bytes = strlen(nhs)};
    assert_true(schema_recognise(&document));
    if (!convert_text(&given, "schema", "acne.json", nhs))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(
        last_file(&given),
        "---\ntitle: Acne\ntype: condition\nsynonyms:\n  - Spots\n"
        "  - Acne vulgaris\nsummary: About acne.\nupdated: 2024-05-06\n"
        "codes:\n  mesh: D000152\nlicence: \"https://a.example/terms\"\n"
        "origin:\n  publisher: NHS website\n"
        "  url: \"https://api.nhs.uk/conditions/acne/\"\n"
        "  retrieved: 2026-11-22\n---\n\n"
        "Acne is **common**.\n\n- spots\n\n"
        "## When to go {kind=see-doctor}\n\n### At once\n\nPain & fever\n\n"
        "## Symptoms\n\nSpots.\n");
    given_finish(&given);
}

static void writes_questions(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    assert_true(convert_text(&given, "schema", "gout.json", faq));
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(last_body(&given),
                        "## What is it?\n\nA pain.\n\n## Why?\n\n### Food\n\n"
                        "Meat\n");
    given_finish(&given);
}

/* A page's own words first; then the questions that it keeps for others. */
static void reads_data_in_pages(void **state)
{
    (void)state;
    struct given given;
    struct buf page;
    given_init(&given);
    buf_init(&page);
    buf_add(&page, "<html><head><script type=\"application/ld+json\">");
    buf_add(&page, faq);
    buf_add(&page, "</script><script type=\"application/ld+json\">");
    buf_add(&page, "{\"@type\": \"MedicalWebPage\", \"dateModified\": "
                   "\"2020-02-03\", \"about\": {\"@type\": \"Drug\"}}");
    buf_add(&page, "</script><body><h1>Gout</h1><h2>What is it?</h2><p>It "
                   "hurts.</body></html>");
    assert_true(convert_text(&given, "html", "x.html", page.data));
    assert_string_equal(last_body(&given),
                        "## What is it?\n\nIt hurts.\n\n## Why?\n\n### "
                        "Food\n\nMeat\n");
    assert_non_null(strstr(last_file(&given), "type: medicine\n"));
    assert_non_null(strstr(last_file(&given), "updated: 2020-02-03\n"));
    buf_finish(&page);
    given_finish(&given);
}

static void knows_aspects(void **state)
{
    (void)state;
    static const struct {
        const char *aspect;
        enum kind kind;
    } cases[] = {
        {"http://schema.org/SideEffectsHealthAspect", KIND_SIDE_EFFECTS},
        {"RisksOrComplicationsHealthAspect", KIND_RISKS},
        {"https://schema.org/UsageOrScheduleHealthAspect", KIND_DOSAGE},
        {"https://schema.org/ContraindicationsHealthAspect",
         KIND_CONTRAINDICATIONS},
        {"https://schema.org/StagesHealthAspect", KIND_TYPES},
        {"https://schema.org/NoHealthAspect", KIND_NONE},
        {"", KIND_NONE},
        {NULL, KIND_NONE},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(schema_kind(cases[i].aspect), cases[i].kind);
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    struct given given;
    struct buf deep;
    given_init(&given);
    buf_init(&deep);
    assert_false(convert_text(&given, "schema", "x", "{\n\"@type\": }"));
    assert_non_null(strstr(given.err.message, "line 2"));
    assert_true(convert_text(&given, "schema", "x", "{\"@type\": \"Person\"}"));
    assert_non_null(strstr(given.reason, "holds no page"));
    /* nesting: jansson's limit, and ours */
    buf_add_repeat(&deep, "[", 100000);
    assert_false(convert_text(&given, "schema", "x", deep.data));
    buf_clear(&deep);
    buf_add(&deep, "{\"@type\": \"FAQPage\", \"text\": \"a\"");
    buf_add_repeat(&deep, ", \"hasPart\": {\"text\": \"a\"", 1000);
    buf_add_repeat(&deep, "}", 1001);
    assert_true(convert_text(&given, "schema", "x", deep.data));
    assert_non_null(strstr(given.reason, "nested more than"));
    buf_finish(&deep);
    given_finish(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_health_topics),
        cmocka_unit_test(writes_questions),
        cmocka_unit_test(reads_data_in_pages),
        cmocka_unit_test(knows_aspects),
        cmocka_unit_test(says_what_is_wrong),
    };
    xml_init();
    schema_init();
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_finish();
    return n_failed;
}

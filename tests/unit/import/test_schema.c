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
    "\"lastReviewed\": [\"2024-01-03\"],\n"
    "\"author\": {\"@type\": \"Organization\", \"name\": \"NHS website\"},\n"
    "\"about\": {\"@type\": \"MedicalCondition\", \"name\": \"Acne\",\n"
    "  \"alternateName\": [\"Spots\", \"Acne vulgaris\"], \"code\":\n"
    "  {\"codingSystem\": \"MeSH\", \"code\": \"D000152\"}},\n"
    "\"breadcrumb\": {\"name\": \"no\"},\n"
    "\"hasPart\": [\n"
    "{\"@type\": \"HealthTopicContent\", \"description\": \"A skin "
    "condition.\",\n"
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
        "---\ntitle: Acne\nlang: en\ntype: condition\nsynonyms:\n  - Spots\n"
        "  - Acne vulgaris\nsummary: About acne.\nupdated: 2024-05-06\n"
        "reviewed: 2024-01-03\n"
        "codes:\n  mesh: D000152\nlicence: \"https://a.example/terms\"\n"
        "origin:\n  publisher: NHS website\n"
        "  url: \"https://www.nhs.uk/conditions/acne/\"\n"
        "  retrieved: 2026-11-22\n---\n\n"
        "A skin condition.\n\nAcne is **common**.\n\n- spots\n\n"
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
    assert_string_equal(
        last_body(&given),
        "## What is it?\n\nIt hurts.\n\nA pain.\n\n## Why?\n\n### "
        "Food\n\nMeat\n");
    assert_non_null(strstr(last_file(&given), "type: medicine\n"));
    assert_non_null(strstr(last_file(&given), "updated: 2020-02-03\n"));
    buf_finish(&page);
    given_finish(&given);
}

/* An answer in the page's data may be longer than what the page shows. */
static void completes_answers(void **state)
{
    (void)state;
    static const struct {
        const char *page, *answer, *body;
    } cases[] = {
        {"<h2>Is it safe?</h2><p>It hurts.<h2>Other</h2><p>Yes.",
         "<p>It hurts.</p><p>Yes.</p><ul><li>Do not drive.</li></ul>",
         "## Is it safe?\n\nIt hurts.\n\nYes.\n\n- Do not drive.\n\n"
         "## Other\n\nYes.\n"},
        {"<h2>Is it safe?</h2><p>It is safe for most people. Read on.",
         "It is safe for most people. Ask first if you are pregnant.",
         "## Is it safe?\n\nIt is safe for most people. Read on.\n\n"
         "Ask first if you are pregnant.\n"},
        {"<h2>Is it safe?</h2><h3>Mostly</h3><p>It <b>is</b> safe: see "
         "<a href=/x>the list</a>.",
         "It is safe: see the list.",
         "## Is it safe?\n\n### Mostly\n\nIt **is** safe: see the list.\n"},
        {"<p>Is it safe? Ask us.", "Not for all.",
         "Is it safe? Ask us.\n\n## Is it safe?\n\nNot for all.\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct given given;
        struct buf page;
        given_init(&given);
        buf_init(&page);
        buf_printf(&page,
                   "<html><head><script type=\"application/ld+json\">"
                   "{\"@type\": \"FAQPage\", \"mainEntity\": [{\"@type\": "
                   "\"Question\", \"name\": \"Is it safe?\", "
                   "\"acceptedAnswer\": {\"text\": \"%s\"}}]}</script></head>"
                   "<body><h1>Gout</h1>%s</body></html>",
                   cases[i].answer, cases[i].page);
        if (!convert_text(&given, "html", "x.html", page.data) ||
            given.n_failed > 0)
            fail_msg("%zu: %s", i, given.err.message);
        assert_string_equal(last_body(&given), cases[i].body);
        buf_finish(&page);
        given_finish(&given);
    }
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

/* Imports one page, and compares its body. */
static void assert_body(const char *json, const char *body)
{
    struct given given;
    given_init(&given);
    if (!convert_text(&given, "schema", "x.json", json))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(last_body(&given), body);
    given_finish(&given);
}

#define NHS_PAGE                                                               \
    "{\"@context\": \"http://schema.org\", \"@type\": \"MedicalWebPage\", "    \
    "\"name\": \"Hay\", "

/* The page by topics and the page by modules: nothing twice, nothing lost, and
 * nothing under the heading of another part. */
static void writes_one_of_two_forms(void **state)
{
    (void)state;
    assert_body(
        NHS_PAGE
        "\"hasPart\": [{\"@type\": \"HealthTopicContent\", \"headline\": "
        "\"Side effects\", \"description\": \"It may itch.\", \"hasPart\": ["
        "{\"@type\": \"WebPageElement\", \"text\": \"<p>Tell the ward if your "
        "skin itches for more than a day.</p>\"}]}],"
        "\"mainEntityOfPage\": [{\"@type\": \"WebPageElement\", \"name\": "
        "\"lead paragraph\", \"text\": \"Hay is dry grass.\"},"
        "{\"@type\": \"WebPageElement\", \"name\": \"section heading\", "
        "\"headline\": \"Side effects\", \"mainEntityOfPage\": [{\"@type\": "
        "\"WebPageElement\", \"name\": \"markdown\", \"text\": \"<p>Tell the "
        "ward if your skin itches for more than a day.</p>\"}]},"
        "{\"@type\": \"WebPageElement\", \"name\": \"keylinks\", "
        "\"mainEntityOfPage\": [{\"@type\": \"WebPageElement\", \"name\": "
        "\"link\", \"headline\": \"Straw\", \"text\": \"<p>All of it</p>\", "
        "\"url\": \"https://api.nhs.uk/straw/\"}]}]}",
        "Hay is dry grass.\n\n## Side effects\n\nIt may itch.\n\nTell the "
        "ward if your skin itches for more than a day.\n\n## More information, "
        "research, "
        "support\n\n- [Straw](https://www.nhs.uk/straw/): All of it\n");
}

static void writes_modules(void **state)
{
    (void)state;
    assert_body(
        NHS_PAGE
        "\"mainEntityOfPage\": [{\"@type\": \"WebPageElement\", \"name\": "
        "\"non-urgent\", \"headline\": \"Ask a nurse if:\", \"text\": "
        "\"<ul><li>you sneeze</li></ul>\"},{\"@type\": \"WebPageElement\", "
        "\"name\": \"immediate\", \"text\": \"<h2>Call 999 if:</h2><p>you "
        "choke</p>\"},{\"@type\": \"WebPageElement\", \"name\": \"Table\", "
        "\"mainEntity\": \"<table><tr><th>Age</th><th>Days</th></tr><tr><td>1"
        "</td><td>2</td></tr></table>\"},{\"@type\": \"WebPageElement\", "
        "\"name\": \"Reveal\", \"subjectOf\": \"Dry mouth\", \"mainEntity\": "
        "[{\"@type\": \"WebPageElement\", \"text\": \"Drink.\"}]},"
        "{\"@type\": \"ImageObject\", \"name\": \"A cow\", \"url\": "
        "\"https://a.example/cow.jpg\", \"description\": \"It grazes.\", "
        "\"license\": \"<p>By A</p>\"}]}",
        "> [!SEE-DOCTOR]\n> **Ask a nurse if:**\n>\n> - you sneeze\n\n"
        "> [!EMERGENCY]\n> **Call 999 if:**\n>\n> you choke\n\n"
        "| Age | Days |\n|---|---|\n| 1 | 2 |\n\n## Dry mouth\n\nDrink.\n\n"
        "![A cow](https://a.example/cow.jpg)\n\n*It grazes.*\n\n*By A*\n");
}

static void reads_dates_of_review(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    assert_true(convert_text(
        &given, "schema", "x.json",
        "{\"about\": {\"name\": \"Hay\", \"webpage\": "
        "\"https://a.example/hay\", \"url\": \"https://b.example/hay\"}, "
        "\"lastReviewed\": [\"2023-01-03T01:00:00+00:00\", "
        "\"2026-01-03T01:00:00+00:00\"], \"reviewedBy\": {\"@type\": "
        "\"Person\", \"name\": \"A B\"}, \"modules\": [{\"@type\": "
        "\"WebPageElement\", \"text\": \"Dry.\"}]}"));
    const char *file = last_file(&given);
    assert_non_null(strstr(file, "title: Hay\n"));
    assert_non_null(strstr(file, "reviewers:\n  - name: A B\n"));
    assert_non_null(strstr(file, "reviewed: 2023-01-03\n"));
    assert_non_null(strstr(file, "review_due: 2026-01-03\n"));
    assert_non_null(strstr(file, "url: \"https://a.example/hay\"\n"));
    given_finish(&given);
}

/* Nodes that name each other, and ones that name themselves. */
static void follows_references(void **state)
{
    (void)state;
    assert_body("{\"@context\": \"https://schema.org\", \"@graph\": ["
                "{\"@type\": \"FAQPage\", \"name\": \"P\", \"mainEntity\": "
                "[{\"@id\": \"#q\"}, {\"@id\": \"#gone\"}]},"
                "{\"@type\": \"Question\", \"@id\": \"#q\", \"name\": "
                "\"Why?\", \"acceptedAnswer\": {\"@id\": \"#a\"}},"
                "{\"@type\": \"Answer\", \"@id\": \"#a\", \"text\": [\"One.\", "
                "\"Two.\"], \"hasPart\": [{\"@id\": \"#a\"}, {\"@id\": "
                "\"#q\"}]}]}",
                "## Why?\n\nOne.\n\nTwo.\n");
    assert_body("[{\"@type\": \"Question\", \"name\": \"Why?\", "
                "\"acceptedAnswer\": {\"text\": \"So.\"}}]",
                "## Why?\n\nSo.\n");
}

/* Questions that no page of the graph holds: with the only page, otherwise as
 * an article; each once. */
static void reads_questions_beside_pages(void **state)
{
    (void)state;
    static const char beside[] =
        "{\"@type\": \"Question\", \"@id\": \"#q\", \"name\": \"Why?\", "
        "\"acceptedAnswer\": {\"@type\": \"Answer\", \"text\": \"So.\", "
        "\"parentItem\": {\"@id\": \"#q\"}}},"
        "{\"@type\": \"Question\", \"@id\": \"#r\", \"name\": \"When?\", "
        "\"acceptedAnswer\": {\"@type\": \"Answer\", \"text\": \"Now.\"}}";
    char json[900];
    snprintf(json, sizeof json,
             "{\"@context\": \"https://schema.org\", \"@graph\": [%s,"
             "{\"@type\": \"FAQPage\", \"name\": \"P\", \"mainEntity\": "
             "[{\"@id\": \"#r\"}]}]}",
             beside);
    assert_body(json, "## When?\n\nNow.\n\n## Why?\n\nSo.\n");
    snprintf(json, sizeof json,
             "{\"@context\": \"https://schema.org\", \"@graph\": ["
             "{\"@type\": \"FAQPage\", \"name\": \"P\", \"mainEntity\": "
             "[{\"@id\": \"#r\"}]}, {\"@type\": \"FAQPage\", \"name\": \"O\", "
             "\"mainEntity\": [{\"@id\": \"#r\"}]}, %s]}",
             beside);
    struct given given;
    given_init(&given);
    assert_true(convert_text(&given, "schema", "x.json", json));
    assert_int_equal(given.n_articles, 3);
    assert_string_equal(last_body(&given), "## Why?\n\nSo.\n");
    given_finish(&given);
}

/* The same in the data of a page, wherever a question stands in it. */
static void reads_lone_questions_of_pages(void **state)
{
    (void)state;
    static const char *const data[] = {
        "{\"@graph\": [{\"@type\": \"WebPage\"}, %s]}",
        "[%s, {\"@type\": \"Organization\", \"name\": \"O\"}]",
        "%s",
        "{\"@graph\": [{\"@type\": \"FAQPage\", \"mainEntity\": [{\"@id\": "
        "\"#q\"}]}, %s]}",
        "{\"@type\": \"ItemList\", \"itemListElement\": [{\"@type\": "
        "\"ListItem\", \"item\": %s}]}",
    };
    static const char question[] =
        "{\"@type\": \"Question\", \"@id\": \"#q\", \"name\": \"Is it safe?\", "
        "\"acceptedAnswer\": {\"@type\": \"Answer\", \"text\": "
        "\"Not if you are pregnant.\"}}";
    for (size_t i = 0; i < N_ELEMENTS(data); i++) {
        struct given given;
        struct buf page, block;
        given_init(&given);
        buf_init(&page);
        buf_init(&block);
        const char *at = strstr(data[i], "%s");
        buf_add_n(&block, data[i], (size_t)(at - data[i]));
        buf_add(&block, question);
        buf_add(&block, at + 2);
        for (int k = 0; k < 2; k++) /* some pages have their data twice */
            buf_printf(&page,
                       "<script type=\"application/ld+json\">%s</script>",
                       block.data);
        buf_add(&page, "<title>Gout</title><body><h1>Gout</h1><h2>Risks</h2>"
                       "<p>None are known.");
        assert_true(convert_text(&given, "html", "x.html", page.data));
        assert_string_equal(last_body(&given),
                            "## Risks\n\nNone are known.\n\n## Is it safe?\n\n"
                            "Not if you are pregnant.\n");
        buf_finish(&block);
        buf_finish(&page);
        given_finish(&given);
    }
}

/* Of a question in the page's other form nothing is left; "chq" is a word for
 * programs. */
static void reads_questions_of_modules(void **state)
{
    (void)state;
    static const char question[] =
        "[{\"@type\": \"Question\", \"name\": \"chq\", \"text\": \"Why?\", "
        "\"acceptedAnswer\": {\"@type\": \"Answer\", \"text\": \"So.\"}}]";
    char json[900];
    snprintf(json, sizeof json,
             NHS_PAGE "\"mainEntityOfPage\": [{\"@type\": \"WebPageElement\", "
                      "\"name\": \"section heading\", \"headline\": \"Asked\", "
                      "\"hasPart\": %s, \"mainEntityOfPage\": %s}]}",
             question, question);
    assert_body(json, "## Asked\n\n### Why?\n\nSo.\n");
}

static void reads_plain_text(void **state)
{
    (void)state;
    static const struct {
        const char *text, *body;
    } cases[] = {
        {"Stop at pulse<b on the chart; then call.",
         "Stop at pulse\\<b on the chart; then call.\n"},
        {"<p>Age<six weeks: call. Weight>3 kg: wait.</p>",
         "Age\\<six weeks: call. Weight>3 kg: wait.\n"},
        {"For:\\n- colds\\n- flu\\n\\nAsk first.",
         "For:\n\n- colds\n- flu\n\nAsk first.\n"},
        {"One.\\n\\nTwo &amp; three.", "One.\n\nTwo & three.\n"},
        {"1. wet\\n2. soap\\n4. rinse", "1. wet\n2. soap\n\n4\\. rinse\n"},
        {"&lt;p&gt;Rub &amp;amp; dry.&lt;/p&gt;", "Rub & dry.\n"},
        {"Take **two**.\\n\\n# Never\\n\\n1. three",
         "Take **two**.\n\n### Never\n\n1. three\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char json[500], body[500];
        snprintf(json, sizeof json,
                 "{\"@type\": \"FAQPage\", \"name\": \"P\", \"mainEntity\": "
                 "[{\"name\": \"Why?\", \"acceptedAnswer\": {\"text\": "
                 "\"%s\"}}]}",
                 cases[i].text);
        snprintf(body, sizeof body, "## Why?\n\n%s", cases[i].body);
        assert_body(json, body);
    }
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
    assert_non_null(strstr(given.reason, "no page with questions"));
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
        cmocka_unit_test(completes_answers),
        cmocka_unit_test(knows_aspects),
        cmocka_unit_test(writes_one_of_two_forms),
        cmocka_unit_test(writes_modules),
        cmocka_unit_test(reads_dates_of_review),
        cmocka_unit_test(follows_references),
        cmocka_unit_test(reads_questions_beside_pages),
        cmocka_unit_test(reads_lone_questions_of_pages),
        cmocka_unit_test(reads_questions_of_modules),
        cmocka_unit_test(reads_plain_text),
        cmocka_unit_test(says_what_is_wrong),
    };
    xml_init();
    schema_init();
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_finish();
    return n_failed;
}

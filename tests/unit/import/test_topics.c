#include "import/topics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "convert.h"
#include "import/source.h"
#include "import/xml.h"

static const char file[] =
    "<?xml version=\"1.0\"?>\n"
    "<!DOCTYPE health-topics SYSTEM \"https://a.example/mplus_topics.dtd\">\n"
    "<health-topics total=\"2\"><health-topic meta-desc=\"About gout.\" "
    "title=\"Gout\" url=\"https://medlineplus.gov/gout.html\" id=\"77\" "
    "language=\"English\" date-created=\"01/02/2015\">"
    "<also-called>Podagra</also-called>"
    "<full-summary>&lt;h3&gt;What is gout?&lt;/h3&gt;&lt;p&gt;A kind of "
    "&lt;a href=\"https://medlineplus.gov/arthritis.html\"&gt;arthritis"
    "&lt;/a&gt;.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;pain&lt;/li&gt;&lt;/ul&gt;"
    "</full-summary>"
    "<mesh-heading><descriptor id=\"D006073\">Gout</descriptor></mesh-heading>"
    "<related-topic url=\"https://medlineplus.gov/arthritis.html\" id=\"5\">"
    "Arthritis</related-topic>"
    "<site title=\"Diet\" url=\"https://b.example/\"><information-category>"
    "Nutrition</information-category><organization>Clinic</organization>"
    "</site></health-topic>\n"
    "<health-topic title=\"Gota\" url=\"https://medlineplus.gov/spanish/"
    "gout.html\" id=\"78\" language=\"Spanish\">"
    "<full-summary>&lt;p&gt;Duele.&lt;/p&gt;</full-summary>"
    "<language-mapped-topic url=\"https://medlineplus.gov/gout.html\" "
    "id=\"77\" language=\"English\">Gout</language-mapped-topic>"
    "</health-topic></health-topics>";

static void writes_topics(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    if (!convert_text(&given, "topics", "t.xml", file))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 2);
    assert_string_equal(
        given.files.data,
        "---\ntitle: Gout\nlang: en\nsynonyms:\n  - Podagra\n"
        "summary: About gout.\naudience: patient\ncodes:\n  mesh: D006073\n"
        "origin:\n  publisher: \"MedlinePlus, National Library of Medicine\"\n"
        "  url: \"https://medlineplus.gov/gout.html\"\n  id: \"77\"\n"
        "  retrieved: 2026-11-22\nrelated:\n  - mplus-5-arthritis\n---\n\n"
        "## What is gout?\n\nA kind of "
        "[arthritis](https://medlineplus.gov/arthritis.html).\n\n- pain\n\n"
        "## More information\n\n**Nutrition**\n\n"
        "- [Diet](https://b.example/), Clinic\n");
    assert_string_equal(last_body(&given), "Duele.\n");
    given_finish(&given);
}

struct ids {
    char names[2][40];
    size_t n;
};

static void note_id(void *user, struct draft *draft)
{
    struct ids *ids = user;
    if (ids->n < 2)
        snprintf(ids->names[ids->n], sizeof ids->names[0], "%s", draft->id);
    ids->n++;
}

static void skip_nothing(void *user, const struct document *document,
                         const char *reason)
{
    (void)user, (void)document;
    fail_msg("%s", reason);
}

static void translations_share_an_id(void **state)
{
    (void)state;
    struct ids ids = {.n = 0};
    struct sink sink = {.user = &ids, .take = note_id, .skip = skip_nothing};
    struct document document = {
        .name = "t.xml", .data = file, .n_bytes = strlen(file)};
    struct import_options options = {0};
    struct error err;
    assert_true(topics_recognise(&document));
    assert_true(topics_convert(&document, &options, &sink, &err));
    assert_string_equal(ids.names[0], "mplus-77-gout");
    assert_string_equal(ids.names[1], "mplus-77-gout.es");
}

#define TOPIC                                                                  \
    "<health-topic title=\"A\" url=\"u\" id=\"1\"><full-summary>a"             \
    "</full-summary></health-topic>"

/* Libxml2 reads ahead; what was far before the error is kept. */
static void keeps_what_came_before_an_error(void **state)
{
    (void)state;
    struct buf xml;
    struct given given;
    buf_init(&xml);
    given_init(&given);
    buf_add(&xml, "<health-topics>" TOPIC);
    buf_add_repeat(&xml, " ", 100000);
    buf_add(&xml, TOPIC "<health-topic");
    assert_false(convert_text(&given, "topics", "t.xml", xml.data));
    assert_true(given.n_articles > 0);
    assert_non_null(strstr(given.err.message, "line 1"));
    given_finish(&given);
    buf_finish(&xml);
}

static void refuses_entities(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "topics", "t.xml",
                              "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>"
                              "<health-topics>" TOPIC "</health-topics>"));
    assert_int_equal(given.n_articles, 0);
    assert_non_null(strstr(given.err.message, "entities"));
    given_finish(&given);
}

/* ---- a large file, as a stream ---- */

#define N_TOPICS 4000

static void write_large(FILE *out)
{
    fputs("<health-topics>", out);
    for (int i = 0; i < N_TOPICS; i++) {
        fprintf(out,
                "<health-topic title=\"T%d\" url=\"https://a.example/t%d.html\""
                " id=\"%d\" language=\"English\"><full-summary>",
                i, i, i);
        for (int j = 0; j < 50; j++)
            fputs("&lt;p&gt;Some words of a paragraph.&lt;/p&gt;\n", out);
        fputs("</full-summary></health-topic>\n", out);
    }
    fputs("</health-topics>", out);
}

static bool take_document(void *user, const struct document *document)
{
    struct ids *ids = user;
    struct sink sink = {.user = ids, .take = note_id, .skip = skip_nothing};
    struct import_options options = {0};
    struct error err;
    assert_non_null(document->stream);
    if (!topics_convert(document, &options, &sink, &err))
        fail_msg("%s", err.message);
    return true;
}

static void fail_on_skip(void *user, const char *name, const char *reason)
{
    (void)user;
    fail_msg("%s: %s", name, reason);
}

static bool go_on(void *user, uint64_t n_bytes)
{
    (void)user, (void)n_bytes;
    return true;
}

static void streams_a_large_file(void **state)
{
    (void)state;
    char path[] = "/tmp/medfaq-topics-XXXXXX";
    FILE *out = fdopen(mkstemp(path), "w");
    assert_non_null(out);
    write_large(out);
    fclose(out);
    struct ids ids = {.n = 0};
    struct source_walker walker = {.user = &ids,
                                   .document = take_document,
                                   .skip = fail_on_skip,
                                   .progress = go_on};
    struct error err;
    assert_true(source_walk(path, &walker, &err));
    assert_int_equal(ids.n, N_TOPICS);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_topics),
        cmocka_unit_test(translations_share_an_id),
        cmocka_unit_test(keeps_what_came_before_an_error),
        cmocka_unit_test(refuses_entities),
        cmocka_unit_test(streams_a_large_file),
    };
    xml_init();
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_finish();
    return n_failed;
}

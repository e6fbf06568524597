#include "import/medquad.h"

#include <stdlib.h>
#include <string.h>

#include "../unit.h"
#include "article/article.h"
#include "base/buf.h"
#include "import/source.h"
#include "import/xml.h"

static const char page[] =
    "<Document id=\"7\" source=\"GARD\" url=\"http://a.example/x\">\n"
    "<Focus>Perniosis</Focus><FocusAnnotations><UMLS><CUIs>"
    "<CUI>C0008058</CUI></CUIs></UMLS><Synonyms><Synonym>Chilblains"
    "</Synonym></Synonyms></FocusAnnotations><QAPairs>\n"
    "<QAPair pid=\"1\"><Question qtype=\"information\">What is (are) "
    "Perniosis ?</Question><Answer>It hurts.</Answer></QAPair>\n"
    "<QAPair pid=\"3\"><Question qtype=\"treatment\">How to treat?"
    "</Question><Answer> </Answer></QAPair>\n"
    "<QAPair pid=\"4\"><Question qtype=\"information\">What is (are) "
    "Perniosis ?</Question><Answer>It itches.</Answer></QAPair>\n"
    "</QAPairs></Document>";

/* What a sink was given. */
struct given {
    struct buf file; /* the last article, as a file */
    size_t n_articles, n_skipped, n_different;
    struct import_options options;
};

static void take(void *user, struct draft *draft)
{
    struct given *given = user;
    buf_clear(&given->file);
    draft_write(draft, &given->file);
    given->n_articles++;
}

static void omit(void *user, const struct document *document,
                 const char *reason)
{
    (void)document, (void)reason;
    ((struct given *)user)->n_skipped++;
}

static bool convert(struct given *given, const struct document *document)
{
    struct sink sink = {.user = given, .take = take, .skip = omit};
    struct error err;
    return medquad_convert(document, &given->options, &sink, &err);
}

static void converts_a_page(void **state)
{
    (void)state;
    struct given given = {0};
    buf_init(&given.file);
    struct document document = {.name = "7.xml",
                                .data = page,
                                .n_bytes = strlen(page),
                                .retrieved = {2020, 1, 1}};
    assert_true(medquad_recognise(&document));
    assert_true(convert(&given, &document));
    assert_string_equal(
        given.file.data,
        "---\n"
        "title: Perniosis\n"
        "lang: en\n"
        "type: condition\n"
        "synonyms:\n"
        "  - Chilblains\n"
        "audience: patient\n"
        "codes:\n"
        "  umls: C0008058\n"
        "licence: CC-BY-4.0\n"
        "origin:\n"
        "  publisher: Genetic and Rare Diseases Information Center\n"
        "  url: \"http://a.example/x\"\n"
        "  id: GARD/7\n"
        "  licence: CC-BY-4.0\n"
        "  retrieved: 2020-01-01\n"
        "---\n\n"
        "## What is Perniosis? {#qa-1-3}\n\n"
        "It hurts.\n\n"
        "It itches.\n\n");
    given.options.keep_unanswered = true;
    assert_true(convert(&given, &document));
    assert_non_null(strstr(given.file.data, "## How to treat? "));
    buf_finish(&given.file);
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *xml, *reason;
    } cases[] = {
        {"<Document id=\"1\" source=\"GARD\"><QAPairs>", "line 1"},
        {"<Document id=\"1\" source=\"GARD\"><QAPairs/></Document>",
         "no <Focus>"},
        {"<Document id=\"1\"><Focus>A</Focus><QAPairs/></Document>",
         "no source"},
        {"<!DOCTYPE x [<!ENTITY a SYSTEM \"/etc/passwd\">]>"
         "<Document source=\"GARD\"><Focus>A</Focus></Document>",
         "entities"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct given given = {0};
        struct document document = {
            .name = "x", .data = cases[i].xml, .n_bytes = strlen(cases[i].xml)};
        struct sink sink = {.user = &given, .take = take, .skip = omit};
        struct error err = {0};
        assert_false(medquad_convert(&document, &given.options, &sink, &err));
        if (!strstr(err.message, cases[i].reason))
            fail_msg("\"%s\" is not in \"%s\"", cases[i].reason, err.message);
    }
}

/* ---- nothing is lost: the corpus, where it is there ---- */

static bool is_word_byte(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || (byte & 0x80);
}

/* The words of a text in lower case, a line each. */
static void add_words(const char *text, struct buf *out)
{
    for (; *text; text++) {
        if (is_word_byte(*text))
            buf_add_char(out, *text >= 'A' && *text <= 'Z'
                                  ? (char)(*text - 'A' + 'a')
                                  : *text);
        else if (out->n_bytes > 0 && out->data[out->n_bytes - 1] != '\n')
            buf_add_char(out, '\n');
    }
    if (out->n_bytes > 0 && out->data[out->n_bytes - 1] != '\n')
        buf_add_char(out, '\n');
}

struct pair {
    struct buf question, answer; /* words */
    bool done;
};

static struct pair *read_pairs(const xmlNode *root, size_t *n)
{
    struct pair *pairs = NULL;
    const xmlNode *list = xml_child(root, "QAPairs");
    for (const xmlNode *node = list ? list->children : NULL; node;
         node = node->next) {
        if (!xml_is(node, "QAPair") && !xml_is(node, "pair"))
            continue;
        pairs = realloc(pairs, (*n + 1) * sizeof *pairs);
        struct pair *pair = &pairs[(*n)++];
        struct buf text;
        *pair = (struct pair){0};
        buf_init(&pair->question);
        buf_init(&pair->answer);
        buf_init(&text);
        xml_text(xml_child(node, "Question"), &text);
        add_words(text.data, &pair->question);
        buf_clear(&text);
        xml_text(xml_child(node, "Answer"), &text);
        add_words(text.data, &pair->answer);
        buf_finish(&text);
    }
    return pairs;
}

/* The deliberate exception: "What is (are) X" has lost its "are". */
static void drop_are(struct buf *words)
{
    static const char asked[] = "\nis\nare\n";
    char *at = strstr(words->data, asked);
    if (at) {
        memmove(at + 4, at + 8, strlen(at + 8) + 1);
        buf_truncate(words, words->n_bytes - 4);
    }
}

/* Each question with all its answers, in the order of the page. */
static void expected_words(const xmlNode *root, struct buf *out)
{
    size_t n = 0;
    struct pair *pairs = read_pairs(root, &n);
    for (size_t i = 0; i < n; i++) {
        size_t before = out->n_bytes, n_answers = 0;
        struct buf question;
        buf_init(&question);
        buf_add(&question, pairs[i].question.data);
        drop_are(&question);
        buf_add(out, question.data);
        buf_finish(&question);
        for (size_t j = i; !pairs[i].done && j < n; j++) {
            if (strcmp(pairs[j].question.data, pairs[i].question.data) != 0)
                continue;
            n_answers += pairs[j].answer.n_bytes > 0;
            buf_add(out, pairs[j].answer.data);
            pairs[j].done = j > i;
        }
        if (n_answers == 0)
            buf_truncate(out, before);
    }
    for (size_t i = 0; i < n; i++) {
        buf_finish(&pairs[i].question);
        buf_finish(&pairs[i].answer);
    }
    free(pairs);
}

static bool compare(void *user, const struct document *document)
{
    struct given *given = user;
    size_t before = given->n_articles;
    if (!medquad_recognise(document) || !convert(given, document) ||
        given->n_articles == before)
        return true;
    struct article *article =
        article_parse(given->file.data, given->file.n_bytes, "x.md");
    struct buf got, expected;
    buf_init(&got);
    buf_init(&expected);
    add_words(article->text, &got);
    xmlDoc *xml = xml_parse(document->data, document->n_bytes, NULL);
    expected_words(xmlDocGetRootElement(xml), &expected);
    xmlFreeDoc(xml);
    /* "What is (are) ?" of pages without a focus: the title was put in. */
    bool exception = strncmp(expected.data, "what\nis\non\n", 11) == 0;
    if (strcmp(got.data, expected.data) != 0 && !exception) {
        size_t at = 0;
        while (got.data[at] == expected.data[at])
            at++;
        at = at > 40 ? at - 40 : 0;
        print_message("%s: ...%.80s... became ...%.80s...\n", document->name,
                      expected.data + at, got.data + at);
        given->n_different++;
    }
    if (article->diagnostics.n > 0) {
        print_message("%s: %s\n", document->name,
                      article->diagnostics.items[0].text);
        given->n_different++;
    }
    buf_finish(&got);
    buf_finish(&expected);
    article_free(article);
    return true;
}

static void on_skip(void *user, const char *name, const char *reason)
{
    (void)user;
    fail_msg("%s: %s", name, reason);
}

static bool on_progress(void *user, uint64_t n_bytes)
{
    (void)user, (void)n_bytes;
    return true;
}

static void loses_no_word_of_the_corpus(void **state)
{
    (void)state;
    const char *shared = getenv("MEDFAQ_SHARED");
    char path[512];
    snprintf(path, sizeof path, "%s/corpus/medquad.tar.xz",
             shared ? shared : "");
    struct given given = {0};
    buf_init(&given.file);
    struct source_walker walker = {.user = &given,
                                   .document = compare,
                                   .skip = on_skip,
                                   .progress = on_progress};
    struct error err;
    assert_true(source_walk(path, &walker, &err));
    assert_int_equal(given.n_articles, 5490);
    assert_int_equal(given.n_different, 0);
    buf_finish(&given.file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(converts_a_page),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(loses_no_word_of_the_corpus),
    };
    xml_init();
    size_t n = tests_with("medquad.tar.xz", N_ELEMENTS(tests), 1);
    int n_failed = _cmocka_run_group_tests("medquad", tests, n, NULL, NULL);
    xml_finish();
    return n_failed;
}

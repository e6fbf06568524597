#include "import/format.h"

#include <string.h>

#include "../unit.h"

static struct document document_of(const char *name, const char *text)
{
    return (struct document){
        .name = name, .data = text, .n_bytes = strlen(text)};
}

static void tells_pages_from_other_xml(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        bool is_html;
    } cases[] = {
        {"a", "<!DOCTYPE html><p>x", true},
        {"a", "\xEF\xBB\xBF\n<!-- x --> <html><body>x", true},
        {"a", "<?xml version='1.0'?><html xmlns='x'><body>x", true},
        {"a", "<?xml version='1.0'?><x:html xmlns:x='y'>x", true},
        {"a", "<head><title>x</title>", true},
        {"a.htm", "<p>x", true},
        {"a", "<p>x", false},
        {"a.html", "<?xml version='1.0'?><topic><body>x</body></topic>", false},
        {"a.xml", "<!DOCTYPE article PUBLIC 'x' 'y'><article><body>x", false},
        {"a.xml", "<opml><head><title>x</title></head><body>", false},
        {"a.xml", "<record><page>&lt;html></page><html></html>", false},
        {"a.txt", "Write <html> at the start.", false},
        {"a.txt", "weight<40", false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct document document = document_of(cases[i].name, cases[i].text);
        if (format_is_html(&document) != cases[i].is_html)
            fail_msg("%s", cases[i].text);
    }
}

static void names_what_is_not_read(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *advice;
    } cases[] = {
        {"a", "\x89PNG\r\n\x1A\n", "picture (PNG)"},
        {"a", "<?xml version='1.0'?><topic id='x'>", "DITA"},
        {"a", "<FictionBook><body>", "pandoc -f fb2"},
        {"a", "<health-summaries>", "the root <health-summaries>"},
        {"a.adoc", "= Title", "AsciiDoc"},
        {"a", "\x01\x02", "not text"},
        {"a", "", "empty"},
        {"a.xyz", "words", "unknown format"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct document document = document_of(cases[i].name, cases[i].text);
        struct error err;
        assert_false(format_set_advice(&document, &err));
        if (!strstr(err.message, cases[i].advice))
            fail_msg("\"%s\" is not in \"%s\"", cases[i].advice, err.message);
    }
}

static void tells_office_documents_from_archives(void **state)
{
    (void)state;
    static const char zip[] = "PK\003\004rest";
    struct error err;
    assert_true(format_may_be_archive(zip, 8, "a/b.html", 8, &err));
    assert_false(format_may_be_archive(zip, 8, "ppt/presentation", 16, &err));
    assert_non_null(strstr(err.message, "PowerPoint"));
    assert_false(format_may_be_archive(zip, 8, "xl/workbook.xml", 15, &err));
    assert_non_null(strstr(err.message, "CSV"));
    assert_true(
        format_may_be_archive("\x1F\x8B", 2, "word/document", 13, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_pages_from_other_xml),
        cmocka_unit_test(names_what_is_not_read),
        cmocka_unit_test(tells_office_documents_from_archives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

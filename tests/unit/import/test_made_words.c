#include "import/made_words.h"

#include <string.h>

#include "../unit.h"

struct made_case {
    const char *name, *source, *html;
    const char *lost; /* what the message has; NULL: nothing is lost */
};

static void assert_lost(const struct made_case *it)
{
    const struct document document = {
        .name = it->name, .data = it->source, .n_bytes = strlen(it->source)};
    struct error err = {.message = ""};
    struct buf html;
    buf_init(&html);
    buf_add(&html, it->html);
    const struct converter *converter = converter_find(&document);
    assert_non_null(converter);
    bool good = made_words_compare(converter, &document, &html, &err);
    if (good != !it->lost || (it->lost && !strstr(err.message, it->lost)))
        fail_msg("%s: \"%s\", wanted %s in\n%s", it->name, err.message,
                 it->lost ? it->lost : "nothing", it->source);
    buf_finish(&html);
}

static void reads_org(void **state)
{
    (void)state;
    static const struct made_case cases[] = {
        {"a.org", "* Risks\nPain.\n", "<h1>Risks</h1><p>Pain.</p>", NULL},
        {"a.org", "* Risks\nPain.\n", "<h1>Risks</h1>",
         "line 2: this text would be lost: \"Pain\""},
        {"a.org", "Pain.\n\nPain.\n", "<p>Pain.</p>", "line 3: "},
        {"a.org", "- Do not swim.\n", "<p>Do swim. Not.</p>", "\"Do not swim"},
        {"a.org", "Swim not.\n", "<p>Swim nothing.</p>", "Swim not"},
        /* comments, planning, drawers, keywords, code and what is hidden */
        {"a.org",
         "#+TITLE: Ear\n#+OPTIONS: toc:nil\n# note to self\n* TODO [#A] Wax "
         ":ear:\n  SCHEDULED: <2026-01-01>\n  :PROPERTIES:\n  :ID: 7\n  "
         ":END:\n  Soft.\n#+BEGIN_COMMENT\nlater\n#+END_COMMENT\n"
         "#+BEGIN_EXPORT latex\nx\n#+END_EXPORT\n",
         "<h1>Ear</h1><h1>TODO Wax ear</h1><p>Soft.</p>", NULL},
        {"a.org",
         "* COMMENT Draft\nx\n** y\nz\n* Old :ARCHIVE:\nx\n* Mine "
         ":noexport:\nx\n* Shown\nThis.\n",
         "<h1>Old</h1><h1>Shown</h1><p>This.</p>", NULL},
        {"a.org", "* Mine :noexport:\nx\n* Shown\nThis.\n", "<h1>Shown</h1>",
         "line 4: this text would be lost: \"This\""},
        {"a.org", "#+BEGIN_QUOTE\nThis.\n#+END_QUOTE\n", "", "\"This\""},
        {"a.org", "#+CAPTION: Doses\n| A | <l> |\n| 1 | 2 |\n",
         "<table><tr><td>A</td></tr><tr><td>1</td><td>2</td></table>",
         "line 1: this text would be lost: \"Doses\""},
        {"a.org",
         "See [[http://a.example][this]], [fn:1] \\alpha $x$ H_2O *bold*.\n\n"
         "[fn:1] Note.\n",
         "<p>See <a>this</a>, 1 α x H<sub>2</sub>O <b>bold</b>. Note.", NULL},
        {"a.org", "1. [X] Wash\n2. [ ] Dry\n",
         "<ol><li>Wash</li><li>Dry</li></ol>", NULL},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_lost(&cases[i]);
}

static void reads_rst(void **state)
{
    (void)state;
    static const struct made_case cases[] = {
        {"a.rst", "Wax\n===\n\nPain.\n", "<h1>Wax</h1><p>Pain.</p>", NULL},
        {"a.rst", "Wax\n===\n\nPain.\n", "<h1>Wax</h1>",
         "line 4: this text would be lost: \"Pain\""},
        {"a.rst",
         "Wax\n===\n\n:Version: 2\n\n.. a comment\n   of lines\n\n.. _here: "
         "x\n\nSoft.\n\n.. figure:: x.png\n   :alt: ear\n\n   Shown.\n",
         "<h1>Wax</h1><p>Soft.</p><p>Shown.</p>", NULL},
        {"a.rst", "Soft.\n\n.. figure:: x.png\n   :alt: ear\n\n   Shown.\n",
         "<p>Soft.</p>", "line 6: this text would be lost: \"Shown\""},
        {"a.rst", ".. warning:: Do not swim.\n", "<p>Warning</p>",
         "\"Do not swim\""},
        {"a.rst", ".. warning::\n\n   Do not swim.\n", "<p>Warning</p>",
         "line 3: this text would be lost: \"Do not swim\""},
        {"a.rst", ".. comment\n\n   hidden\n\nShown.\n", "<p>Shown.</p>", NULL},
        {"a.rst",
         "See |x| and `this <a.html>`_ [1]_ H\\ :sub:`2`\\ O.\n\n.. "
         "|x| replace:: y\n.. [1] Note.\n",
         "<p>See y and this 1 H<sub>2</sub>O. Note.", NULL},
        {"a.rst",
         "=====  =====\nA      B\n=====  =====\nx y    z\n=====  "
         "=====\n",
         "<table><td>A<td>B<td>x y<td>z", NULL},
        {"a.rst", "+---+---+\n| a | b |\n|   | c |\n+---+---+\n",
         "<td>a</td><td>b</td>", "line 3: this text would be lost: \"c\""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_lost(&cases[i]);
}

static void reads_docbook(void **state)
{
    (void)state;
    static const struct made_case cases[] = {
        {"a.xml", "<book><title>Wax</title><para>It &lt; hurts.</para></book>",
         "<h1>Wax</h1><p>It &lt; hurts.</p>", NULL},
        {"a.xml",
         "<book><sidebar><title>Wax</title><para>Hurts.</para>"
         "</sidebar></book>",
         "<p>Hurts.</p>", "this text would be lost: \"Wax\""},
        {"a.xml",
         "<book><!-- x --><info><pubdate>2026</pubdate><author>"
         "<personname>A</personname></author></info><para>Hurts"
         "<indexterm><primary>pain</primary></indexterm>.</para>"
         "<![CDATA[a<b]]></book>",
         "<p>Hurts. a&lt;b", NULL},
        {"a.xml", "<book><para>a<![CDATA[b]]></para></book>", "<p>a", "\"b\""},
        {"a.xml", "<book><para>cut", "<p>c", "\"cut\""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_lost(&cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_org),
        cmocka_unit_test(reads_rst),
        cmocka_unit_test(reads_docbook),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "export/export.h"

#include <string.h>

#include "../unit.h"

/* Exports a source in a format. */
static void export(const char *format, const char *source, enum kind kind,
                   struct buf *out)
{
    const struct export_options options = {.cells = 60, .kind = kind};
    struct article *article = article_parse(source, strlen(source), "x.md");
    export_format_find(format)->write(article, &options, out);
    article_free(article);
}

static void assert_holds(const struct buf *out, const char *text)
{
    if (!strstr(out->data, text))
        fail_msg("\"%s\" is not in:\n%s", text, out->data);
}

struct conversion {
    const char *source, *result;
};

static void assert_converts(const char *format, const struct conversion *cases,
                            size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf out;
        buf_init(&out);
        export(format, cases[i].source, KIND_NONE, &out);
        assert_holds(&out, cases[i].result);
        buf_finish(&out);
    }
}

static void finds_formats(void **state)
{
    (void)state;
    assert_string_equal(export_format_find("html")->name, "html");
    assert_null(export_format_find("pdf"));
}

/* A source that was read as a copy. */
#define READING                                                                \
    "---\nsources: [{id: s, title: T, url: 'https://o.org', retrieved: "       \
    "2026-11-22, read_at: {url: 'https://c.org', date: 2026-11-23}, "          \
    "secondary: Out of print.}]\n---\n"

static void writes_html(void **state)
{
    (void)state;
    static const struct conversion cases[] = {
        {"a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> "
                            "<code>d</code></p>"},
        {"~~10 mg~~ 5 mg ~~c~~", "<p><del>10 mg</del> 5 mg <del>c</del></p>"},
        {"a ~~**b** `c~~` d~~", "a <del><strong>b</strong> "
                                "<code>c~~</code> d</del></p>"},
        {"a ~~*b~~*", "a ~~<em>b~~</em></p>"},
        {"a ~~ b~~ ~~c", "a ~~ b~~ ~~c</p>"},
        {"a ~~b\nc~~", "a <del>b\nc</del></p>"},
        {"1 < 2 & \"x\"", "<p>1 &lt; 2 &amp; &quot;x&quot;</p>"},
        {"a  \nb\nc", "<p>a<br>\nb\nc</p>"},
        {"3. x\n4. y", "<ol start=\"3\">\n<li>x\n</li>\n<li>y\n</li>\n</ol>"},
        {"- x\n\n- y", "<ul>\n<li><p>x</p>\n</li>"},
        {"> q", "<blockquote>\n<p>q</p>\n</blockquote>"},
        {"---\n\nx", "<hr>"},
        {"```c x\na\tb\n<\n```", "<code class=\"language-c\">a\tb\n&lt;"},
        {"| a | b |\n|--:|---|\n| 1 | 2 |",
         "<div class=\"table\" role=\"group\" tabindex=\"0\" "
         "aria-label=\"Table\">\n<table>\n<thead>\n"
         "<tr><th scope=\"col\" style=\"text-align: right\">a</th>"
         "<th scope=\"col\">b</th></tr>\n</thead>\n<tbody>\n"
         "<tr><td style=\"text-align: right\">1</td><td>2</td></tr>\n"
         "</tbody>\n</table>\n</div>"},
        {"| a |\n|---|", "<table>\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n"
                         "</thead>\n</table>\n</div>"},
        {"---\nlang: de\nlicence: CC-BY-4.0\norigin: {publisher: P, url: "
         "'https://o.org/?a&b'}\n---\na",
         "· Lizenz CC-BY-4.0 · P · https://o.org/?a&amp;b</p>"},
        {"---\nsources: [{id: s}]\n---\n```risk\nper: 100\noutcome: harm\n"
         "population: a\nperiod: p\nrows: [{label: a, n: 1, source: s}, "
         "{label: b, n: 2, source: s}]\n```\n",
         "time: p<sup><a href=\"#source-1\" "
         "role=\"doc-noteref\">[1]</a></sup></pre>"},
        {"<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"},
        {"[t](https://x.org/?a=1&b=\"2)",
         "<a href=\"https://x.org/?a=1&amp;b="},
        {"[t](gout.md#risks)", "<a href=\"gout.md#risks\">t</a>"},
        {"[t](javascript:x)", "<p>t (javascript:x)</p>"},
        {"[t](JavaScript&colon;x)", "<p>t (JavaScript:x)</p>"},
        {"![t](data:x)", "<p>t (data:x)</p>"},
        {"# Top\n\n## Risks", "<h2 id=\"risks\">Risks</h2>"},
        {"### Risks\n\n#### Deep", "<h2 id=\"risks\">Risks</h2>\n"
                                   "<h3 id=\"deep\">"},
        {"## X {#y}", "<h2 id=\"y\">X</h2>"},
        {"> [!URGENT] Now.", "<div class=\"alert URGENT\">"},
        {"a[^b]", "<p>a[^b]</p>"},
        {"a[^b]\n\n[^b]: c",
         "a<sup><a href=\"#source-1\" role=\"doc-noteref\">[1]</a></sup>"},
        {"a[^b]\n\n[^b]: c", "<li id=\"source-1\" value=\"1\"><p>c</p>"},
        {"a\033[1mb\342\200\256", "a^[[1mb&lt;U+202E&gt;"},
        {"---\nlang: de\nupdated: 2026-11\n---\na", "· aktualisiert 2026-11"},
        {"---\nlang: de\nsources: [{id: s}]\n---\na[^s]",
         "<h2 id=\"sources\">Quellen</h2>"},
        {READING "a[^s]",
         "T. Retrieved 2026-11-22. <a href=\"https://o.org\">https://o.org</a>"
         "<br>We read this copy (2026-11-23): <a "
         "href=\"https://c.org\">https://c.org"
         "</a><br>Secondary source: Out of print.</li>"},
        {"---\nlang: vi\nsources: [{id: s, read_at: {url: 'javascript:x'}}]\n"
         "---\na[^s]",
         "s.<br>Bản sao đã đọc:</li>"},
    };
    assert_converts("html", cases, N_ELEMENTS(cases));
}

static void writes_markdown(void **state)
{
    (void)state;
    static const struct conversion cases[] = {
        {"---\ntitle: T\n---\na", "# T\n\n*not medically reviewed*\n\na\n"},
        {"---\ntitle: T\nlicence: CC-BY-4.0\norigin: {publisher: A_B "
         "*}\n---\na",
         "*not medically reviewed · licence CC-BY-4.0 · A_B \\**\n\na\n"},
        {"a *b*\n\n\tcode\tx\n", "a *b*\n\n\tcode\tx\n"},
        {"[x][y]\n\n[y]: https://z.org\n", "[x][y]\n\n[y]: https://z.org\n"},
        {"a[^b]\n\n[^b]: c\n", "a[^b]\n\n[^b]: c\n"},
        {"a\r\nb\r\n", "a\nb\n"},
        {"\033[1m", "^[[1m\n"},
        {"---\nsources: [{id: s, title: T, doi: 10.1/x}]\n---\na[^s]\n",
         "a[^s]\n\n[^s]: T. <https://doi.org/10.1/x>\n"},
        {"---\nsources: [{id: s, title: Why?, publisher: P, year: 2018}]\n"
         "---\na[^s]\n",
         "a[^s]\n\n[^s]: Why? P, 2018.\n"},
        {"---\ntitle: ~~10~~ *5* mg\n---\na", "# \\~\\~10\\~\\~ \\*5\\* mg\n"},
        {"---\nsources: [{id: s, title: T, url: 'https://o.org/a<b>c d'}]\n"
         "---\na[^s]\n",
         "[^s]: T. <https://o.org/a%3Cb%3Ec%20d>\n"},
        {READING "a[^s]\n",
         "[^s]: T. Retrieved 2026-11-22. <https://o.org> We read this copy "
         "(2026-11-23): <https://c.org> Secondary source: Out of print.\n"},
    };
    assert_converts("markdown", cases, N_ELEMENTS(cases));
}

static void json_has_how_a_source_was_read(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out);
    export("json", READING "a[^s]\n", KIND_NONE, &out);
    assert_holds(&out, "\"retrieved\": \"2026-11-22\"");
    assert_holds(&out, "\"read_at\": {\n"
                       "        \"url\": \"https://c.org\",\n"
                       "        \"date\": \"2026-11-23\"\n"
                       "      }");
    assert_holds(&out, "\"secondary\": \"Out of print.\"");
    buf_finish(&out);
}

static void markdown_parts_keep_what_they_need(void **state)
{
    (void)state;
    static const char source[] = "[y]: https://z.org\n"
                                 "\n"
                                 "## Risks\n"
                                 "\n"
                                 "[x][y] a[^n]\n"
                                 "\n"
                                 "## Storage\n"
                                 "\n"
                                 "cool\n"
                                 "\n"
                                 "[^n]: note\n";
    struct buf out;
    buf_init(&out);
    export("markdown", source, KIND_RISKS, &out);
    assert_holds(&out, "## Risks\n\n[x][y] a[^n]\n\n");
    assert_holds(&out, "\n[y]: https://z.org\n");
    assert_holds(&out, "\n[^n]: note\n");
    assert_null(strstr(out.data, "cool"));
    buf_finish(&out);
}

/* Definitions outside a part are exported completely. */
/* Lines are the author's own: with what stands before a heading in its line. */
static void markdown_parts_keep_indentation(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out);
    export("markdown", "## Uses\n\nA.\n\n   ## Risks\n\nB.\n", KIND_RISKS,
           &out);
    assert_holds(&out, "\n\n   ## Risks\n\nB.\n");
    buf_finish(&out);
}

static void markdown_parts_keep_definitions(void **state)
{
    (void)state;
    static const struct conversion cases[] = {
        {"## Risks\n\n[x][y] [z]\n\n## Storage\n\n[y]:\n  https://y.org\n"
         "[z]: https://z.org\n",
         "\n[y]:\nhttps://y.org\n[z]: https://z.org\n"},
        {"## Risks\n\n[x][y]\n\n## Storage\n\n[y]: /u \"ti\ntle\"\n",
         "\n[y]: /u \"ti\ntle\"\n"},
        {"## Risks\n\n[x][y]\n\n## Storage\n\n[y]: <a b> 'on\ne\ntwo'\nx\n",
         "\n[y]: <a b> 'on\ne\ntwo'\n"},
        {"## Risks\n\n[x][y]\n\n## Storage\n\n> [y]:\n> /u\n", "\n[y]:\n/u\n"},
        {"## Risks\n\n[x][y]\n\n## Storage\n\n[y]: /u 'never\n\nclosed'\n",
         "\n[y]: /u 'never\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf out;
        buf_init(&out);
        export("markdown", cases[i].source, KIND_RISKS, &out);
        assert_holds(&out, cases[i].result);
        assert_null(strstr(out.data, "Storage"));
        assert_null(strstr(out.data, "closed"));
        buf_finish(&out);
    }
}

static void colours_only_if_asked(void **state)
{
    (void)state;
    static const char source[] = "## Risks\n\nplain **bold *both***\n";
    struct export_options options = {.cells = 60};
    struct article *article = article_parse(source, strlen(source), "x.md");
    const struct export_format *text = export_format_find("text");
    struct buf plain, color, stripped;
    buf_init(&plain);
    buf_init(&color);
    buf_init(&stripped);
    text->write(article, &options, &plain);
    options.color = true;
    text->write(article, &options, &color);
    assert_null(strchr(plain.data, '\033'));
    assert_holds(&color, "plain \033[0;1mbold \033[0;1;3mboth\033[0m\n");
    for (const char *at = color.data; *at; at++)
        if (*at == '\033')
            at = strchr(at, 'm');
        else
            buf_add_char(&stripped, *at);
    assert_string_equal(stripped.data, plain.data);
    buf_finish(&plain);
    buf_finish(&color);
    buf_finish(&stripped);
    article_free(article);
}

static void says_what_is_missing(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        enum kind kind;
        const char *words;
    } cases[] = {
        {"## Warnings\n\nx\n\n## Side effects\n\ny\n", KIND_CONTRAINDICATIONS,
         "No section headed Who should not have it found. Look also in: "
         "Warnings and precautions, Side effects."},
        {"x\n", KIND_STORAGE, "No section headed Storage and disposal found."},
        {"x\n", KIND_EMERGENCY,
         "No emergency advice found in this article. If this may be an "
         "emergency, call your local emergency number now."},
        {"## When to get help\n\nx\n", KIND_EMERGENCY,
         "No emergency advice found in this article. Look also in: When to "
         "get help. If this may be an emergency, call your local emergency "
         "number now."},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct article *article =
            article_parse(cases[i].source, strlen(cases[i].source), "x.md");
        struct buf words;
        buf_init(&words);
        assert_false(export_has_kind(article, cases[i].kind));
        export_kind_missing(article, cases[i].kind, &words);
        assert_string_equal(words.data, cases[i].words);
        buf_finish(&words);
        article_free(article);
    }
}

static void takes_any_article(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "", "\n", "---\n---\n", "#", "[^a]", "\377\376", "- - - 1. > x",
    };
    for (size_t i = 0; i < N_ELEMENTS(sources); i++)
        for (const struct export_format *format = export_formats; format->name;
             format++) {
            struct buf out;
            buf_init(&out);
            export(format->name, sources[i], KIND_NONE, &out);
            export(format->name, sources[i], KIND_RISKS, &out);
            assert_true(out.n_bytes > 0);
            buf_finish(&out);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_formats),
        cmocka_unit_test(writes_html),
        cmocka_unit_test(writes_markdown),
        cmocka_unit_test(json_has_how_a_source_was_read),
        cmocka_unit_test(markdown_parts_keep_what_they_need),
        cmocka_unit_test(markdown_parts_keep_indentation),
        cmocka_unit_test(markdown_parts_keep_definitions),
        cmocka_unit_test(colours_only_if_asked),
        cmocka_unit_test(says_what_is_missing),
        cmocka_unit_test(takes_any_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "import/html_page.h"

#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "import/xml.h"

#define PAGE(body)                                                             \
    "<!doctype html><html lang=\"en-GB\"><head><title>Acne - NHS</title>"      \
    "<link rel=\"canonical\" href=\"https://www.nhs.uk/conditions/acne/\">"    \
    "<meta name=\"description\" content=\"Find out about acne.\">"             \
    "</head><body>" body "</body></html>"

static void assert_body(const char *page, const char *expected)
{
    struct given given;
    given_init(&given);
    if (!convert_text(&given, "html", "x.html", page))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(last_body(&given), expected);
    given_finish(&given);
}

static void writes_rich_text(void **state)
{
    (void)state;
    static const struct {
        const char *body, *expected;
    } cases[] = {
        {"<h1>Acne</h1><p>It is <b>common</b> and <i>mild</i>.",
         "It is **common** and *mild*.\n"},
        {"<h1>Acne</h1><h2>Symptoms</h2><p>Spots</p><h3>Face</h3><p>Most",
         "## Symptoms\n\nSpots\n\n### Face\n\nMost\n"},
        {"<h3>A</h3><p>a<h5>B</h5><p>b", "## A\n\na\n\n#### B\n\nb\n"},
        {"<ul><li>one<ul><li>deep</ul><li><p>two<p>more</ul><p>end",
         "- one\n  - deep\n- two\n\n  more\n\nend\n"},
        {"<ol><li>a<li>b</ol>", "1. a\n2. b\n"},
        {"<dl><dt>Term<dd>What it is<dt>Other<dd>That</dl>",
         "**Term**\n\nWhat it is\n\n**Other**\n\nThat\n"},
        {"<dl><dt>What is it?<dd>This<dt>Why?<dd>That</dl>",
         "## What is it?\n\nThis\n\n## Why?\n\nThat\n"},
        {"<h2>A</h2><details><summary>More</summary><p>Text</details>"
         "<details><summary>Again</summary><p>Text</details>",
         "## A\n\n### More\n\nText\n\n### Again\n\nText\n"},
        {"<p><b>Is it safe?</b></p><p>Yes.</p><p><strong>Bold.</strong></p>",
         "## Is it safe?\n\nYes.\n\n**Bold.**\n"},
        {"<p>See <a href=\"../b/?x=1&amp;y=2\">this</a>, <a href=\"javascript:"
         "x\">that</a>!",
         "See [this](https://www.nhs.uk/conditions/b/?x=1\\&y=2), that!\n"},
        {"<p>Wow!<a href=\"https://a.example\">b</a>",
         "Wow\\![b](https://a.example)\n"},
        {"<p><img src=\"/a b.png\" alt=\"A *face*\"><img src=x>",
         "![A \\*face\\*](https://www.nhs.uk/a%20b.png)\n"},
        {"<p>a<br>b<br><br>c", "a\\\nb\n\nc\n"},
        {"<p>1. not<br>- a list<p># nor<p>*this* [a] &lt;b> &amp;amp; {#x}",
         "1\\. not\\\n\\- a list\n\n\\# nor\n\n"
         "\\*this\\* \\[a\\] \\<b> \\&amp; \\{#x}\n"},
        {"<blockquote><p>a<p>b<ul><li>c</ul></blockquote><p>d",
         "> a\n>\n> b\n>\n> - c\n\nd\n"},
        {"<div class=\"nhsuk-care-card nhsuk-care-card--immediate\"><h3>Call "
         "999 if:</h3><ul><li>you faint</ul></div>",
         "> [!EMERGENCY]\n> **Call 999 if:**\n>\n> - you faint\n"},
        {"<pre>a\n  b</pre>", "~~~~~~~~\na\n  b\n~~~~~~~~\n"},
        {"<table><tr><th>A<th>B<tr><td>1|2<td><ul><li>x<li>y</ul></table>",
         "| A | B |\n|---|---|\n| 1\\|2 | x; y |\n"},
        {"<table><tr><td><h2>A</h2><p>a</table>", "## A\n\na\n"},
        {"<p>un<b>der</b>stood <b>(x)</b>y a<b>.b</b>",
         "un**der**stood (x)y a.b\n"},
        {"<p>• a<br>• b", "- a\n- b\n"},
        {"<p>x<script>if (a<b) '</p>'</script><style>p{}</style><!-- > -->y",
         "xy\n"},
        {"<p>10&nbsp;mg &nbsp; x&nbsp;", "10\xC2\xA0mg x\n"},
        {"<p>a<input value=x><button>Send</button><select><option>o</select>",
         "a\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char page[2048];
        snprintf(page, sizeof page, PAGE("%s"), cases[i].body);
        assert_body(page, cases[i].expected);
    }
}

#define TEXT                                                                   \
    "<p>Acne is common. Most people get it, and most are better for washing "  \
    "their face twice a day, without scrubbing, with a mild soap.</p>"

static void finds_the_article(void **state)
{
    (void)state;
    static const char text[] =
        "Acne is common. Most people get it, and most are better for washing "
        "their face twice a day, without scrubbing, with a mild soap.\n";
    static const char *const bodies[] = {
        "<nav>Home</nav><div>Menu <a href=x>a</a></div><main>" TEXT
        "</main><p>Legal</p>",
        "<header>NHS</header><div role=\"main\">" TEXT
        "</div><footer>F</footer>",
        "<div class=\"site-nav\"><a href=x>Home</a></div><div><div>" TEXT
        "</div></div><div id=\"cookie-notice\">Cookies!</div>",
        "<div class=\"has-sidebar\"><div class=\"sidebar\"><a href=a>x</a> <a "
        "href=b>y</a> <a href=c>z</a></div>" TEXT "</div>",
        "<table><tr><td><a href=a>One</a> <a href=b>Two</a><td>" TEXT
        "</table>",
        "<p hidden>secret</p><aside><a href=a>Related</a></aside><article>" TEXT
        "</article>",
    };
    for (size_t i = 0; i < N_ELEMENTS(bodies); i++) {
        char page[2048];
        snprintf(page, sizeof page, PAGE("%s"), bodies[i]);
        assert_body(page, text);
    }
}

static void reads_the_head(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    assert_true(convert_text(&given, "html", "x.html", PAGE("<p>Text")));
    static const char expected[] =
        "---\ntitle: Acne\nlang: en-GB\nsummary: Find out about acne.\n"
        "origin:\n  publisher: nhs.uk\n"
        "  url: \"https://www.nhs.uk/conditions/acne/\"\n"
        "  retrieved: 2026-11-22\n---\n\nText\n";
    assert_string_equal(last_file(&given), expected);
    given_finish(&given);
}

static void reads_character_sets(void **state)
{
    (void)state;
    static const struct {
        const char *page, *text;
    } cases[] = {
        {"<html><meta charset=\"windows-1251\"><p>\xE0\xE1", "аб\n"},
        {"<html><meta http-equiv=Content-Type content=\"text/html; "
         "charset=Shift_JIS\"><p>\x93\xFA\x96\x7B",
         "日本\n"},
        {"<html><meta charset=iso-8859-1><p>\x93x\x94", "“x”\n"},
        {"<html><p>caf\xE9", "café\n"},
        {"<html><p>café", "café\n"},
        {"\xEF\xBB\xBF<html><meta charset=latin1><p>café", "café\n"},
        {"<html><meta charset=utf-8><p>a\xFF"
         "b",
         "a\uFFFDb\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_body(cases[i].page, cases[i].text);
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "html", "x.html",
                              "<html><meta charset=klingon><p>a"));
    assert_non_null(strstr(given.err.message, "klingon"));
    given_finish(&given);
}

static void assert_refused(const char *page, const char *reason)
{
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "html", "x.html", page));
    if (!strstr(given.err.message, reason))
        fail_msg("\"%s\" is not in \"%s\"", reason, given.err.message);
    given_finish(&given);
}

static void passes_over_pictures_within_tags(void **state)
{
    (void)state;
    struct buf page;
    buf_init(&page);
    buf_add(&page, "<html><p>a <img alt=x src=\"data:image/png;base64,");
    buf_add_repeat(&page, "AAAA", 1000000);
    buf_add(&page, "\"> b</html>");
    assert_body(page.data, "a x b\n");
    buf_finish(&page);
}

static void refuses_what_is_hostile(void **state)
{
    (void)state;
    struct buf page;
    buf_init(&page);
    buf_add(&page, "<html><p ");
    buf_add_repeat(&page, "a=1 ", 100000);
    buf_add(&page, ">x");
    assert_body(page.data, "x\n");
    buf_clear(&page);
    buf_add_repeat(&page, "<html><p>text", 200000);
    assert_refused(page.data, "more than 2 MB");
    buf_clear(&page);
    buf_add(&page, "<html>");
    buf_add_repeat(&page, "<div>", 100000);
    assert_refused(page.data, "more than 512 deep");
    buf_finish(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_rich_text),
        cmocka_unit_test(finds_the_article),
        cmocka_unit_test(reads_the_head),
        cmocka_unit_test(reads_character_sets),
        cmocka_unit_test(passes_over_pictures_within_tags),
        cmocka_unit_test(refuses_what_is_hostile),
    };
    xml_init();
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_finish();
    return n_failed;
}

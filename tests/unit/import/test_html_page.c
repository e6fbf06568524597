#include "import/html_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/strs.h"
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

struct body_case {
    const char *body, *expected;
};

static void writes_rich_text(void **state)
{
    (void)state;
    static const struct body_case cases[] = {
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

static void assert_bodies(const struct body_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char page[2048];
        snprintf(page, sizeof page, PAGE("%s"), cases[i].body);
        assert_body(page, cases[i].expected);
    }
}

/* What a page folds away is text, below what opens it. */
static void opens_what_is_folded(void **state)
{
    (void)state;
    static const struct body_case cases[] = {
        {"<h2>Risks</h2><div id=m><p>It may burn.</div><button aria-controls=m "
         "aria-expanded=false>Show more</button><p>Call if it swells.",
         "## Risks\n\nIt may burn.\n\nCall if it swells.\n"},
        {"<p><button aria-controls=a>Dose</button> <button aria-controls=b>"
         "Overdose</button></p><div id=b hidden>Call.</div><div id=a hidden>"
         "One.</div>",
         "## Overdose\n\nCall.\n\n## Dose\n\nOne.\n"},
        {"<ul><li><a href=\"#\" class=accordion-title>Storage</a><div>Keep it "
         "dry.</div><li><a class=accordion-title>Dose</a><div>One.</div></ul>",
         "## Storage\n\nKeep it dry.\n\n## Dose\n\nOne.\n"},
        {"<h2>Overdose</h2><div hidden>Call.</div><div "
         "style=\"display: none\">Now.</div><p aria-hidden=true>Go.",
         "## Overdose\n\nCall.\n\nNow.\n\nGo.\n"},
        {"<h2>Uses</h2><p>a<h2><button aria-expanded=false>Side "
         "effects</button></h2><div>b</div>",
         "## Uses\n\na\n\n## Side effects\n\nb\n"},
        {"<h2>Asked</h2><button aria-controls=p>Storage</button><div "
         "id=p>Keep it dry.</div><p>After all.",
         "## Asked\n\n### Storage\n\nKeep it dry.\n\n## Asked\n\n"
         "After all.\n"},
        {"<p>a<div><span role=button>Is it safe?</span></div><div "
         "hidden>Yes.</div><button>Print</button><p>b",
         "a\n\n## Is it safe?\n\nYes.\n\n## What it is\n\nb\n"},
        {"<h2>Overdose</h2><details><summary>More</summary><h2>Uses</h2>"
         "<p>a</details><p>Call.",
         "## Overdose\n\n### More\n\n## Uses\n\na\n\n## Overdose\n\nCall.\n"},
        {"<ul role=tablist><li role=tab>Risks<li role=tab>Uses</ul><div "
         "role=tabpanel><h2>Risks</h2>A clot.</div><div role=tabpanel "
         "hidden><p>Pain.</div>",
         "## Risks\n\nA clot.\n\n### Uses\n\nPain.\n"},
        {"<ul><li><a href=#one>Children</a><li><a href=#two>Adults</a></ul>"
         "<div class=tab-pane id=two>10 ml.</div><div class=tab-pane "
         "id=one>5 ml.</div>",
         "## Adults\n\n10 ml.\n\n## Children\n\n5 ml.\n"},
        {"<h2>Uses</h2><p>a</p><div class=title>Overdose</div><div "
         "hidden><p>Call.</div><p>Read on.</p><div hidden>More.</div>",
         "## Uses\n\na\n\n### Overdose\n\nCall.\n\n## Uses\n\nRead on.\n\n"
         "More.\n"},
        {"<h2>Uses</h2><p>a</p><input type=checkbox id=c><label "
         "for=c>Overdose</label><div>Call.</div><p>b",
         "## Uses\n\na\n\n### Overdose\n\nCall.\n\n## Uses\n\nb\n"},
        {"<input type=radio id=c><label for=c>Yes</label> <input type=radio "
         "id=d><label for=d>No</label><p>b",
         "Yes No\n\nb\n"},
        {"<h2>A</h2><ul><li><h3>Overdose</h3><p>Call.<li><h3>Storage</h3>Dry."
         "</ul>",
         "## A\n\n### Overdose\n\nCall.\n\n### Storage\n\nDry.\n"},
        {"<h2>A</h2><ul><li><input type=radio id=c><label for=c>Overdose"
         "</label><div>Call.</div></ul>",
         "## A\n\n### Overdose\n\nCall.\n"},
        {"<fieldset><legend>Storage</legend><p>Dry.</fieldset>",
         "## Storage\n\nDry.\n"},
        {"<a data-toggle=collapse href=#p>Storage</a><div id=p>Dry.</div>",
         "## Storage\n\nDry.\n"},
        {"<dl><dt><button>Lux</button><dd>A name.</dl>",
         "**Lux**\n\nA name.\n"},
        {"<h2>A</h2><details><summary>How?</summary>b</details><ul><li>c</ul>",
         "## A\n\n### How?\n\nb\n\n## A\n\n- c\n"},
        {"<h2>A</h2><details><summary>How?</summary>b</details><h2>C</h2>d",
         "## A\n\n### How?\n\nb\n\n## C\n\nd\n"},
    };
    assert_bodies(cases, N_ELEMENTS(cases));
}

static void finds_questions(void **state)
{
    (void)state;
    static const struct body_case cases[] = {
        {"<div role=heading aria-level=3>Risks</div>a", "## Risks\n\na\n"},
        {"<div itemscope itemtype=\"https://schema.org/Question\"><b "
         "itemprop=name>Does it sting</b><p>No.</div>",
         "## Does it sting\n\nNo.\n"},
        {"<div typeof=schema:Question><b property=schema:name>Does it "
         "sting</b><p>No.</div>",
         "## Does it sting\n\nNo.\n"},
        {"<p>Q: Does it sting?<p>A: No.<p>Q. Why?<p>b",
         "## Q: Does it sting?\n\nA: No.\n\nQ. Why?\n\nb\n"},
        {"<p class=faq__question>Sting</p><p>No.<p "
         "class=\"a question\">Why?</p>So.<p class=question-list>a",
         "## Sting\n\nNo.\n\n## Why?\n\nSo.\n\na\n"},
        {"<div class=faq-question><p>Sting</p></div><div>No.</div>",
         "## Sting\n\nNo.\n"},
        {"<dl><dt>Side effects<dd>Rash.<dt>Lux<dd>A name.</dl>",
         "## Side effects\n\nRash.\n\n**Lux**\n\nA name.\n"},
        {"<p><b>Can I drive?</b><br>No.<br><strong>Side "
         "effects</strong><br>Rash.<br><b>So</b><br>x",
         "## Can I drive?\n\nNo.\n\n## Side effects\n\nRash.\\\n**So**"
         "\\\nx\n"},
        {"<p><b>Do not use it if:</b></p><ul><li>a</ul><p><b>Overdose:</b><p>"
         "b<p><b>Mary Poppins:</b><p>c",
         "## Do not use it if:\n\n- a\n\n## Overdose:\n\nb\n\n**Mary "
         "Poppins:**\n\nc\n"},
        {"<div><p><b>Do not use it if:</b></p></div><ul><li>a</ul>",
         "## Do not use it if:\n\n- a\n"},
    };
    assert_bodies(cases, N_ELEMENTS(cases));
}

static void repeats_what_spans(void **state)
{
    (void)state;
    static const struct body_case cases[] = {
        {"<table><tr><th>A<th>B<th>C<tr><td rowspan=2>a<td colspan=2>b<tr><td>"
         "c<td>d</table>",
         "| A | B | C |\n|---|---|---|\n| a | b | b |\n| a | c | d |\n"},
        {"<table><thead><tr><th rowspan=2>A<th colspan=2>B<th>C<tr><th>x<th>y"
         "<th>z</thead><tfoot><tr><td>f<td>g<td>h<td>i</tfoot><tr><td>1<td>2"
         "<td>3<td>4</table>",
         "| A | B, x | B, y | C, z |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n"
         "| f | g | h | i |\n"},
        {"<table><tfoot><tr><td colspan=2>Foot.</tfoot><tr><td>1<td>2</table>"
         "<p>x",
         "| 1 | 2 |\n|---|---|\n\nFoot.\n\nx\n"},
        {"<table><tbody><tr><td rowspan=9>a<td>b</tbody><tbody><tr><td>c<td>d"
         "</table>",
         "| a | b |\n|---|---|\n| c | d |\n"},
        {"<table><tr><th>A<th>B<tr><td rowspan=0>a<td>b<tr><td>c</table>",
         "| A | B |\n|---|---|\n| a | b |\n| a | c |\n"},
        {"<table><tr><td rowspan=2>a<td>b<tr></tr><tr><td colspan=2>c</table>",
         "| a | b |\n|---|---|\n| a |\n\nc\n"},
        {"<table>stray<tr><td>a<td>b</tr>more</table>",
         "stray more\n\n| a | b |\n|---|---|\n"},
    };
    assert_bodies(cases, N_ELEMENTS(cases));
}

static void marks_what_is_raised(void **state)
{
    (void)state;
    static const struct body_case cases[] = {
        {"2<sup>1/2</sup> 10<sup>−8</sup> 10<sup>6–8</sup> m<sup>2</sup>",
         "2½ 10⁻⁸ 10^(6–8) m²\n"},
        {"Rash<sup>a</sup>, Itch<sup>b,c</sup>, 1<sup>st</sup>, x<sup>®</sup>",
         "Rash\\[a\\], Itch\\[b,c\\], 1st, x®\n"},
        {"2<sup>½</sup>, 1<sup>ª</sup>", "2½, 1ª\n"},
        {"C<sub>max</sub>, CO<sub>2</sub>, Z<sup>TM</sup>, n<sup>2 kg</sup>",
         "Cmax, CO₂, Z™, n^(2 kg)\n"},
    };
    assert_bodies(cases, N_ELEMENTS(cases));
}

/* "1" beside a half would be eleven halves, or 112. */
static void writes_formulas(void **state)
{
    (void)state;
    static const struct body_case cases[] = {
        {"<p>Take 1<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> tablets.",
         "Take 1 1/2 tablets.\n"},
        {"<p><math><mfrac><mi>kg</mi><msup><mi>m</mi><mn>2</mn></msup></mfrac>"
         "</math>",
         "kg/(m²)\n"},
        {"<p>10<sup>3</sup>, <math><msup><mn>10</mn><mrow><mo>-</mo><mn>3</mn>"
         "</mrow></msup><mn>5</mn></math> g",
         "10³, 10⁻³ 5 g\n"},
        {"<p><math><semantics><msqrt><mi>x</mi></msqrt><annotation>\\sqrt x"
         "</annotation></semantics></math> and <math><mroot><mn>8</mn><mn>3"
         "</mn></mroot></math>",
         "√(x) and √(8) (3)\n"},
        {"<p>H<math><msub><mrow></mrow><mn>2</mn></msub></math>O, <math>"
         "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>",
         "H₂O, x₁²\n"},
        {"<p><math><mfenced><mn>1</mn><mn>2</mn></mfenced><mover><mi>x</mi>"
         "<mo>~</mo></mover></math>",
         "(1, 2) x ~\n"},
    };
    assert_bodies(cases, N_ELEMENTS(cases));
}

static void lists_options_and_labels(void **state)
{
    (void)state;
    static const struct body_case cases[] = {
        {"<p>By weight:<select><optgroup label=Children><option>10 kg: 5 ml"
         "</optgroup><option>60 kg: 20 ml</select>",
         "By weight:\n\n- Children\n  - 10 kg: 5 ml\n- 60 kg: 20 ml\n"},
        {"<p>a<select><option>Vietnam<option>January 2024</select>", "a\n"},
        {"<p>a<select><option>Never with a torn eardrum at all.</select>",
         "a\n\n- Never with a torn eardrum at all.\n"},
        {"<p>a<svg><title>Chart</title><text>Dose 5 mg</text><g><text><tspan "
         "y=1>At most</tspan><tspan y=9>8 mg</tspan></text></g></svg>",
         "a\n\n- Dose 5 mg\n- At most 8 mg\n"},
        {"<p>a<a href=\"https://x.example\">b<svg><text>c</text></svg></a>",
         "a[b](https://x.example)\n"},
        {"<p>a<video><p>Hold the bottle upside down.</video><canvas>Your "
         "browser"
         " cannot draw this.</canvas>",
         "a\n\nHold the bottle upside down.\n"},
    };
    assert_bodies(cases, N_ELEMENTS(cases));
}

static void keeps_odd_text(void **state)
{
    (void)state;
    static const struct body_case cases[] = {
        {"<p>If weight<40 kg or pulse<b on the chart, age<two years: none.",
         "If weight<40 kg or pulse\\<b on the chart, age\\<two years: none.\n"},
        {"<p>Twice.<h2>Risks<p>Burns<ul><li>a</ul><h2>Dose<p>One",
         "Twice.\n\n## Risks\n\nBurns\n\n- a\n\n## Dose\n\nOne\n"},
        {"<p>10&#150;20 mg. Don&#146;t. &ccaron; &nosuchname;",
         "10–20 mg. Don’t. č \\&nosuchname;\n"},
        {"<p>a<!-- x --!>b<!-->c<!--->d<!-- never closed", "abcd\n"},
        {"<p>a<textarea>x <b>y</textarea><p>b<xmp>1 <2> &amp;</xmp><plaintext>"
         "c",
         "a\n\nb\n\n~~~~~~~~\n1 <2> &amp;\n~~~~~~~~\n\nc\n"},
        {"<p class='a\"b'>one<p title=\"it's\">two", "one\n\ntwo\n"},
        {"<ol><li>a<ol>b<li>c<li>d</ol></ol>",
         "1. a\n   b\n\n   1. c\n   2. d\n"},
        {"<p>one</p></body></html><html><body><h2>Risks</h2><p>two",
         "one\n\n## Risks\n\ntwo\n"},
        {"<div><section><header><p>A numb finger is an emergency.</header><p>"
         "one</section></div><header>Site</header>",
         "A numb finger is an emergency.\n\none\n"},
        {"<main><p>one</main></body><h2>Risks</h2>two",
         "one\n\n## Risks\n\ntwo\n"},
        {"<main><p>one</main><main><p>two</main>", "one\n\ntwo\n"},
        {"<main><article><h2>A</h2><header><p>Lead.</header>b<footer>c</footer>"
         "</article></main>",
         "## A\n\nLead.\n\nb\n\nc\n"},
        {"<main><div class=\"skip-ad banner\">Call 999.</div><section "
         "id=social>x</section></main>",
         "Call 999.\n\nx\n"},
    };
    assert_bodies(cases, N_ELEMENTS(cases));
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
        "</div></div><div id=\"legal\"><a href=x>Cookies</a></div>",
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

/* What a banner, a dialog or a footer says of safety is text; the rest of them
 * is not. */
static void keeps_what_furniture_says_of_safety(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "<div role=banner><p>Call 999 if you bleed.</p><a href=/>Us</a></div>",
        "<nav><a href=/a>Drops</a><p>Call 999 if you bleed.</p></nav>",
        "<footer>Call <b>999</b> if you bleed.<p>Follow us.</p></footer>",
        "<dialog><h3>Join us</h3>Call 999 if you bleed.</dialog>",
        "<aside><a href='tel:999'>Call 999 if you bleed.</a></aside>",
        "<p>Ward 7</p><p>Call 999 if you bleed.</p>",
    };
    for (size_t i = 0; i < N_ELEMENTS(parts); i++) {
        char html[400];
        snprintf(html, sizeof html,
                 "<html lang=en><body>%s<main><h1>Wax</h1><h2>Uses</h2><p>For "
                 "ears, in all weathers.</p></main></body></html>",
                 parts[i]);
        struct given given;
        given_init(&given);
        assert_true(convert_text(&given, "html", "a.html", html));
        const char *body = last_body(&given);
        const char *call = strstr(body, "if you bleed.");
        if (!call || call > strstr(body, "## Uses"))
            fail_msg("%s: %s", parts[i], body);
        if (strstr(body, "Home") || strstr(body, "Drops") ||
            strstr(body, "Follow") || strstr(body, "Join") ||
            strstr(body, "Ward"))
            fail_msg("%s: %s", parts[i], body);
        given_finish(&given);
    }
    assert_body("<html lang=en><main><h2>Uses</h2><p>Ears.</p>"
                "<button>Call 999 if you bleed.</button><button>Print</button>"
                "<p>Nose.</p></main>",
                "## Uses\n\nEars.\n\nCall 999 if you bleed.\n\nNose.\n");
    /* What is forbidden, though no section is headed so. */
    static const char *const forbidden[] = {
        "<aside>Never use with a hole in the eardrum.</aside>",
        "<footer>Do not put drops in a bleeding ear.</footer>",
        "<footer><p>No use las gotas si el o\u00eddo sangra.</footer>",
        "<dialog>Nicht anwenden bei verletztem Trommelfell.</dialog>",
    };
    for (size_t i = 0; i < N_ELEMENTS(forbidden); i++) {
        char html[400];
        snprintf(html, sizeof html,
                 "<html><body><main><h2>Uses</h2><p>For ears, in all "
                 "weathers.</p></main>%s</body></html>",
                 forbidden[i]);
        struct given given;
        given_init(&given);
        assert_true(convert_text(&given, "html", "a.html", html));
        if (!strstr(last_body(&given), " use") &&
            !strstr(last_body(&given), "ear.") &&
            !strstr(last_body(&given), "Trommelfell"))
            fail_msg("%s: %s", forbidden[i], last_body(&given));
        given_finish(&given);
    }
    assert_body("<html lang=en><body><main><h2>Uses</h2><p>Ears.</p></main>"
                "<footer>Do not use this information instead of advice. Do not "
                "use cookies.</footer></body></html>",
                "## Uses\n\nEars.\n");
    /* With the heading that it stands under. */
    static const char *const headed[] = {
        "</main><div><h3>Overdose</h3><p>Call 999 if you faint.<p>Us</div>",
        "</main><h3>Overdose</h3><p>Call 999 if you faint.",
        "</main><aside><h3>Overdose</h3><p>Call 999 if you faint.</aside>",
        "<dialog><h3>Overdose</h3><p>Call 999 if you faint.</dialog></main>",
    };
    for (size_t i = 0; i < N_ELEMENTS(headed); i++) {
        char html[400];
        snprintf(html, sizeof html,
                 "<html lang=en><body><main><h2>Uses</h2><p>For ears, in all "
                 "weathers.</p>%s</body></html>",
                 headed[i]);
        assert_body(html, "## Uses\n\nFor ears, in all weathers.\n\n"
                          "## Overdose\n\nCall 999 if you faint.\n");
    }
}

/* Where a page says when it was reviewed: below the article, or as a heading
 * with the day under it. */
static void reads_dates_wherever_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *html, *fact;
    } cases[] = {
        {"<main><h1>Wax</h1><p>Text.</p></main><p>Next review due: 6 May 2027",
         "review_due: 2027-05-06"},
        {"<main><h1>Wax</h1><dl><dt>Last reviewed</dt><dd>6 May 2024</dd></dl>"
         "<p>Text.</p></main>",
         "reviewed: 2024-05-06"},
        {"<main><h1>Wax</h1><p>Text.</p><p>Updated 6 May 2024</p></main>",
         "updated: 2024-05-06"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char html[300];
        snprintf(html, sizeof html, "<html lang=en><body>%s", cases[i].html);
        struct given given;
        given_init(&given);
        assert_true(convert_text(&given, "html", "a.html", html));
        if (!strstr(last_file(&given), cases[i].fact))
            fail_msg("%s: %s", html, last_file(&given));
        given_finish(&given);
    }
}

static void reads_what_style_says(void **state)
{
    (void)state;
    assert_body("<html><p>Take 2<span style='vertical-align: super'>1/2</span>"
                " or 10<span class=sup>9</span>.",
                "Take 2½ or 10⁹.\n");
    assert_body(
        "<html><p><span style='font-weight:700'>Risks</span></p><p>Wax.",
        "## Risks\n\nWax.\n");
    assert_body(
        "<html lang=de><p><b>Wax darf nicht eingenommen werden,</b></p>"
        "<ul><li>wenn Sie Gicht haben</li></ul>",
        "## Wax darf nicht eingenommen werden,\n\n- wenn Sie Gicht haben\n");
    assert_body("<html><div class=accordion-title>Can I swim?</div><div>Yes."
                "</div>",
                "## Can I swim?\n\nYes.\n");
    assert_body("<html><table><tr><td rowspan=2><b>Age</b></td><td colspan=2>"
                "<b>Dose</b></td></tr><tr><td><b>Day</b></td><td><b>Night</b>"
                "</td></tr><tr><td>2</td><td>1</td><td>3</td></tr></table>",
                "| **Age** | **Dose**, **Day** | **Dose**, **Night** |\n"
                "|---|---|---|\n| 2 | 1 | 3 |\n");
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
    buf_add_repeat(&page, "<html><p>text", 400000);
    assert_refused(page.data, "more than 4 MB");
    buf_clear(&page);
    buf_add(&page, "<html>");
    buf_add_repeat(&page, "<div>", 100000);
    assert_refused(page.data, "more than 512 levels deep");
    buf_finish(&page);
}

/* Dashes, hollow and symbol marks that writers type before their items. */
static void reads_typed_marks(void **state)
{
    (void)state;
    static const struct body_case cases[] = {
        {"<p>○ a new rash<p>□ gout<p>\uF0D8 a weak liver<p>✓ cramps",
         "- a new rash\n\n- gout\n\n- a weak liver\n\n- cramps\n"},
        {"<p>– swollen lips<p>- black stools",
         "- swollen lips\n\n- black stools\n"},
        {"<p>- 2 kg or more<p>– 5", "\\- 2 kg or more\n\n– 5\n"},
        {"<p>Rest – or ring us ○ now", "Rest – or ring us ○ now\n"},
        {"<p><b>Nie brac:</b><p>- w ciazy<p><b>Patrz:</b><p>strona 2",
         "## Nie brac:\n\n- w ciazy\n\n**Patrz:**\n\nstrona 2\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char page[1024];
        snprintf(page, sizeof page, PAGE("%s"), cases[i].body);
        assert_body(page, cases[i].expected);
    }
}

/* Bold lines with numbers, in a language whose headings give no kind. */
static void knows_bold_numbers(void **state)
{
    (void)state;
    assert_body(
        "<html lang=pl><title>Charakterystyka produktu leczniczego</title>"
        "<p>Tabletki</p><p><b>4.3 Przeciwwskazania</b><p>Dna moczanowa."
        "<p><b>4.6 Ciaza i laktacja</b><p>Nie."
        "<p><b>4.9 Przedawkowanie</b><p>Szpital.",
        "Tabletki\n\n## 4.3 Przeciwwskazania {kind=contraindications}\n\n"
        "Dna moczanowa.\n\n## 4.6 Ciaza i laktacja {kind=pregnancy}\n\nNie."
        "\n\n## 4.9 Przedawkowanie {kind=emergency}\n\nSzpital.\n");
}

#define FEW_WORDS                                                              \
    "<table><tr><th>n<th>no<th colspan=2>on<tr><th>on<th>on on<th>on<th>o"     \
    "<tr><td>no<td colspan=2>on<td rowspan=3>no<tr><td>no on<td rowspan=2>on"  \
    "<td rowspan=2>n<tr><td>on<tr><td colspan=2>no<td colspan=2>no</table>"

/* Tables of nothing but a few words: what was moved and repeated could be
 * anywhere. */
static void compares_tables_of_few_words(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    if (!convert_text(&given, "html", "x.html", PAGE(FEW_WORDS FEW_WORDS)))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_failed, 0);
    assert_int_equal(given.n_articles, 1);
    given_finish(&given);
}

/* The product and the numbers of a leaflet may be bold paragraphs. */
static void names_a_bold_product(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    assert_true(convert_text(
        &given, "html", "x.html",
        "<html lang=fi><title>Seloste</title><h1>Pakkausseloste: Tietoa "
        "kayttajalle</h1><p><b>Lorwex 5 mg tabletit</b><p><b>1. Mita Lorwex "
        "on</b><p>Kipuun.<p><b>4. Mahdolliset haittavaikutukset</b><p>Yska."));
    assert_non_null(strstr(last_file(&given), "title: Lorwex 5 mg tabletit\n"));
    assert_non_null(
        strstr(last_file(&given), "haittavaikutukset {kind=side-effects}"));
    given_finish(&given);
}

/* Numbers that are the same in each run. */
static unsigned next_number(unsigned *state, unsigned n)
{
    *state = *state * 1103515245 + 12345;
    return (*state >> 16) % n;
}

static void add_random_row(struct buf *out, const char *cell, unsigned *state)
{
    static const char *const words[] = {"yes", "no", "mg", "1", "2", "once"};
    buf_add(out, "<tr>");
    for (int i = 0; i < 3; i++) {
        buf_printf(out, "<%s%s%s>", cell,
                   next_number(state, 4) ? "" : " colspan=2",
                   next_number(state, 4) ? "" : " rowspan=2");
        for (unsigned n = 1 + next_number(state, 2); n > 0; n--)
            buf_printf(out, "%s ", words[next_number(state, 6)]);
        buf_printf(out, "</%s>", cell);
    }
    buf_add(out, "</tr>");
}

static void add_random_table(struct buf *out, unsigned *state)
{
    buf_add(out, "<table><thead>");
    for (unsigned n = 1 + next_number(state, 2); n > 0; n--)
        add_random_row(out, "th", state);
    buf_add(out, "</thead>");
    if (next_number(state, 3) == 0) {
        buf_add(out, "<tfoot>");
        add_random_row(out, "td", state);
        buf_add(out, "</tfoot>");
    }
    for (unsigned n = 1 + next_number(state, 4); n > 0; n--)
        add_random_row(out, "td", state);
    buf_add(out, "</table>");
}

/* Cells that span others, in few words: the comparison finds its way. */
static void keeps_tables_that_are_alike(void **state)
{
    (void)state;
    for (unsigned i = 1; i <= 150; i++) {
        struct buf table, page;
        unsigned seed = i;
        buf_init(&table);
        buf_init(&page);
        add_random_table(&table, &seed);
        buf_add(&page, "<!DOCTYPE html><main><h1>Doses</h1>");
        for (unsigned n = 2 + i % 7; n > 0; n--)
            buf_add(&page, table.data);
        struct given given;
        given_init(&given);
        if (!convert_text(&given, "html", "doses.html", page.data) ||
            given.n_failed > 0)
            fail_msg("%u: %s: %s", i, given.err.message, page.data);
        given_finish(&given);
        buf_finish(&page);
        buf_finish(&table);
    }
}

static void keep_body(void *user, struct draft *draft)
{
    buf_add(user, draft->body.data);
}

/* A page that medfaq made is read as XML, or as HTML where it is not. */
static void reads_pages_that_it_made(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head></head><body><main>\n"
        "<h1>Ears</h1><p>Wax &lt; 5 mg, or "
        "<b>more</b>.</p></main></body></html>",
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head></head><body><main>\n"
        "<h1>Ears</h1><p>Wax &lt; 5 mg, or <b>more</b>.</p><p>\x02",
    };
    for (size_t i = 0; i < N_ELEMENTS(pages); i++) {
        static const struct import_options options = {0};
        struct buf body;
        struct error err;
        buf_init(&body);
        const struct sink sink = {.user = &body, .take = keep_body};
        const struct document document = {.name = "ears.pdf",
                                          .data = pages[i],
                                          .n_bytes = strlen(pages[i]),
                                          .charset = "UTF-8",
                                          .well_formed = true};
        if (!html_page_convert(&document, &options, &sink, &err))
            fail_msg("%zu: %s", i, err.message);
        assert_true(str_starts(body.data, "Wax < 5 mg, or **more**.\n"));
        buf_finish(&body);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_pages_that_it_made),
        cmocka_unit_test(keeps_tables_that_are_alike),
        cmocka_unit_test(writes_rich_text),
        cmocka_unit_test(opens_what_is_folded),
        cmocka_unit_test(finds_questions),
        cmocka_unit_test(repeats_what_spans),
        cmocka_unit_test(marks_what_is_raised),
        cmocka_unit_test(writes_formulas),
        cmocka_unit_test(lists_options_and_labels),
        cmocka_unit_test(reads_typed_marks),
        cmocka_unit_test(knows_bold_numbers),
        cmocka_unit_test(names_a_bold_product),
        cmocka_unit_test(compares_tables_of_few_words),
        cmocka_unit_test(keeps_odd_text),
        cmocka_unit_test(finds_the_article),
        cmocka_unit_test(reads_the_head),
        cmocka_unit_test(reads_character_sets),
        cmocka_unit_test(passes_over_pictures_within_tags),
        cmocka_unit_test(keeps_what_furniture_says_of_safety),
        cmocka_unit_test(reads_dates_wherever_they_are),
        cmocka_unit_test(reads_what_style_says),
        cmocka_unit_test(refuses_what_is_hostile),
    };
    xml_init();
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_finish();
    return n_failed;
}

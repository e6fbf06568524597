/* Pages of known kinds: wikis, boards, leaflets, saved in one file. */
#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "import/xml.h"

#define START "<!doctype html><html lang=en><title>T - Site</title><body>"

static void assert_page(const char *importer, const char *page,
                        const char *expected)
{
    struct given given;
    given_init(&given);
    if (!convert_text(&given, importer, "x.html", page))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(last_body(&given), expected);
    given_finish(&given);
}

static void assert_front(const char *importer, const char *page,
                         const char *line)
{
    struct given given;
    given_init(&given);
    if (!convert_text(&given, importer, "x.html", page))
        fail_msg("%s", given.err.message);
    if (!strstr(last_file(&given), line))
        fail_msg("no %s in %s", line, last_file(&given));
    given_finish(&given);
}

static void makes_notes_of_citations(void **state)
{
    (void)state;
    static const char page[] =
        START "<div class=mw-body role=main><h1>Lux</h1><div id=siteSub>From "
              "a wiki</div><div class='mw-content mw-parser-output'><p>Lux "
              "helps.<sup class=reference><a href=#cite_note-a>[1]</a></sup>"
              "<div id=toc><h2>Contents</h2><a href=#Uses>1 Uses</a></div><h2>"
              "<span id=Uses>Uses</span><span class=mw-editsection>[<a href=x>"
              "edit</a>]</span></h2><p>Knees.<sup class=reference><a "
              "href='#cite_note-b'>[2]</a></sup><h2>References</h2><ol "
              "class=references><li id=cite_note-a><span "
              "class=mw-cite-backlink>^ <a href=#x>a</a></span> Ann. Lux. 2019."
              "<li id=cite_note-b>Bo. Knees.</ol><div class=navbox>Pills</div>"
              "</div><div id=catlinks>Categories</div></div><li "
              "id=footer-info-lastmod>Last edited on 3 April 2025.</li>";
    assert_page("html", page,
                "Lux helps.[^1]\n\n## Uses\n\nKnees.[^2]\n\n"
                "[^1]: Ann. Lux. 2019.\n\n[^2]: Bo. Knees.\n\n");
    assert_front("html", page, "\nupdated: 2025-04-03\n");
}

static void reads_threads(void **state)
{
    (void)state;
    static const struct {
        const char *page, *body;
    } cases[] = {
        /* XenForo */
        {START "<div class=p-body><h1 class=p-title-value>Itchy ear</h1>"
               "<article class='message message--post'><h4 class=message-name>"
               "ann</h4><time datetime=2025-02-03>Feb 3, 2025</time> #1<div "
               "class=bbWrapper><h2>What helps?</h2>Oil.</div>Like Reply"
               "</article><article class='message message--post'><h4 "
               "class=message-name>bo</h4><time datetime=2025-02-05>Feb 5, 2025"
               "</time><div class=bbWrapper><h2>No</h2>See a nurse.</div>"
               "</article></div>",
         "ann, Feb 3, 2025\n\n## What helps?\n\nOil.\n\n## bo, Feb 5, 2025\n\n"
         "### No\n\nSee a nurse.\n"},
        /* A post without a date; what a frame says of safety. */
        {START "<div class=p-body><h1 class=p-title-value>Itchy ear</h1>"
               "<article class='message message--post'><h4 class=message-name>"
               "ann</h4><time datetime=2025-02-03>Feb 3, 2025</time><div "
               "class=bbWrapper>Oil?</div></article><article "
               "class='message message--post'><h4 class=message-name>bo</h4>"
               "<div class=bbWrapper>See a nurse.</div></article></div>"
               "<div><p>Call 999 if you bleed.<p>Join us</div>",
         "Call 999 if you bleed.\n\nann, Feb 3, 2025\n\nOil?\n\n## bo\n\n"
         "See a nurse.\n"},
        /* phpBB */
        {START
         "<h1>The board</h1><h2 class=topic-title>Itchy ear</h2><div "
         "class='post bg1'><p class=author>Post by ann » Feb 3, 2025</p>"
         "<div class=content>Oil?</div><div class=signature>x</div></div>",
         "Post by ann » Feb 3, 2025\n\nOil?\n"},
        /* What only has such a class is a page. */
        {START "<h1>T</h1><div class=post><div class=content>One.</div></div>",
         "One.\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_page("html", cases[i].page, cases[i].body);
    assert_front("html", cases[0].page, "title: Itchy ear\n");
    assert_front("html", cases[0].page, "\nupdated: 2025-02-05\n");
    assert_front("html", cases[1].page, "title: Itchy ear\n");
}

static void keeps_places_of_links(void **state)
{
    (void)state;
    static const struct {
        const char *page, *body;
    } cases[] = {
        {START "<a href=#r>Risks</a> <a href=#gone>x</a><a name=r></a><h2>Bad "
               "things</h2>a",
         "[Risks](#r) x\n\n## Bad things {#r}\n\na\n"},
        {START "<a href=#b>b</a><h2 id=a>A</h2>1<p id=b>2",
         "[b](#b)\n\n## A {#b}\n\n1\n\n2\n"},
        {START "<a href=#side-effects>b</a><h2><span id=side-effects>Side "
               "effects</span></h2>1",
         "[b](#side-effects)\n\n## Side effects\n\n1\n"},
        {START "<a href=#a>a</a><a href=#b>b</a><div id=a><h2 id=b>Z</h2>1",
         "[a](#a)[b](#a)\n\n## Z {#a}\n\n1\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_page("html", cases[i].page, cases[i].body);
}

static void names_leaflets_after_products(void **state)
{
    (void)state;
    static const char leaflet[] =
        START "<h1>Package leaflet: Information for the user</h1><h2>Luxol 5 "
              "mg capsules</h2><h2>1. What Luxol is</h2>a<h2>2. Before you "
              "take Luxol</h2>b";
    assert_front("html", leaflet, "title: Luxol 5 mg capsules\n");
    assert_front("html", leaflet, "\ntype: medicine\n");
    assert_front("html",
                 START "<h1>Prospecto: información para el paciente</h1><h2>"
                       "Luxol cápsulas</h2>a",
                 "title: \"Luxol cápsulas\"\n");
    assert_front("html", START "<h1>Uses</h1>a", "title: Uses\n");
}

static void reads_dates(void **state)
{
    (void)state;
    static const struct {
        const char *page, *line;
    } cases[] = {
        {"<p>Page last reviewed: 6 May 2024<br>Next review due: 7 May 2027",
         "\nreviewed: 2024-05-06\nreview_due: 2027-05-07\n"},
        {"<p><b>Last updated</b> on March 2, 2023.", "\nupdated: 2023-03-02\n"},
        {"<p>Última actualización: 2 de marzo de 2023",
         "\nupdated: 2023-03-02\n"},
        {"a <time datetime=2022-01-02T03:04Z>then</time>",
         "\nupdated: 2022-01-02\n"},
        {"<p>Text.<footer>Stand: 2. März 2023<br>Nächste Prüfung: März 2026"
         "</footer>",
         "\nupdated: 2023-03-02\nreview_due: 2026-03\n"},
        {"<p>Last updated 3 May 2024.<footer>Last updated 1 May 2020</footer>",
         "\nupdated: 2024-05-03\n"},
        {"a<meta property=og:updated_time content=2021-05-06T01:02:03Z>",
         "\nupdated: 2021-05-06\n"},
        {"a<meta property=cdc:last_reviewed content='July 31, 2024'>",
         "\nreviewed: 2024-07-31\n"},
        {"a<meta name=DC.date content=2020-02-03><meta "
         "property=article:modified_time content=2021-02-03>",
         "\nupdated: 2021-02-03\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf page;
        buf_init(&page);
        buf_printf(&page, "%s%s", START, cases[i].page);
        assert_front("html", page.data, cases[i].line);
        buf_finish(&page);
    }
}

static void decodes_saved_files(void **state)
{
    (void)state;
    static const char quoted[] =
        "From: <Saved>\r\nSnapshot-Content-Location: https://a.example/lux\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text"
        "/html\";\r\n\tboundary=\"--x\"\r\n\r\n----x\r\nContent-Type: text/css"
        "\r\n\r\np{}\r\n----x\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html "
        "lang=3D\"en\">"
        "<h1>Lux</h1><p>1=E2=80=932 m=\r\nl, 5=2C6.\r\n----x--\r\n";
    assert_page("mhtml", quoted, "1–2 ml, 5,6.\n");
    assert_front("mhtml", quoted, "\n  url: \"https://a.example/lux\"\n");
    assert_page("mhtml",
                "MIME-Version: 1.0\nContent-Type: text/html\n"
                "Content-Transfer-Encoding: base64\n\n"
                "PGh0bWw+PHA+SGk8L3A+\n",
                "Hi\n");
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "mhtml", "x",
                              "MIME-Version: 1.0\nContent-Type: "
                              "multipart/related; boundary=x\n\nno parts"));
    given_finish(&given);
}

/* A page of a saved file, and what the frames in it show. */
static void puts_frames_in_their_places(void **state)
{
    (void)state;
    static const char frames[] =
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
        "--x\nContent-Type: text/html\n\n<html><h1>Lux</h1><h2>Uses</h2>"
        "<p>Knees.<iframe src='cid:1@a'></iframe><p>Feet.<!-- <iframe "
        "src='https://a.example/2'></iframe> --></html>\n"
        "--x\nContent-Type: text/html\nContent-ID: <1@a>\n\n<title>Ad</title>"
        "<h2>Never</h2><p>With \"pills\" &amp; <iframe "
        "src='https://a.example/2'></iframe>\n"
        "--x\nContent-Type: text/html; charset=iso-8859-1\n"
        "Content-Location: https://a.example/2\n\n<p>caf\xE9.\n"
        "--x\nContent-Type: text/html\n\n<p>Unseen.\n--x--\n";
    assert_page("mhtml", frames,
                "## Uses\n\nKnees.\n\n## Never\n\nWith \"pills\" &\n\n"
                "caf\xC3\xA9.\n\n## Uses\n\nFeet.\n");
    assert_page(
        "mhtml",
        "MIME-Version: 1.0\nContent-Type: multipart/related; "
        "boundary=x\n\n--x\nContent-Type: text/html\n\n<html><title>T"
        "</title><frameset><frame src=cid:1><frame src=cid:2></frameset>"
        "\n--x\nContent-Type: text/html\nContent-ID: <1>\n\n<p>One.\n"
        "--x\nContent-Type: text/html\nContent-ID: <2>\n\n<p>Two.\n",
        "One.\n\nTwo.\n");
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "html", "x.html",
                              "<html><title>T</title><frameset><frame "
                              "src=a.html><frame src=b.html></frameset>"));
    assert_non_null(strstr(given.err.message, "a.html, b.html"));
    given_finish(&given);
}

static void keeps_texts_of_attributes(void **state)
{
    (void)state;
    assert_page("html",
                START
                "<h1>T</h1><h2>Uses</h2><p>a<iframe srcdoc=\"<p>b &amp;lt; "
                "c<iframe srcdoc='<b>d</b>'></iframe>\"></iframe>e",
                "## Uses\n\na\n\nb < c\n\n**d**\n\ne\n");
    assert_page("html",
                START "<h1>T</h1><p>See <img src=a alt='The body' title='Press "
                      "where it hurts' usemap=#m><map name=m><area "
                      "href=https://a.example/k alt='The &lt;knee&gt;'><area "
                      "href=x></map>",
                "See The body (Press where it hurts)\\\n"
                "[The \\<knee>](https://a.example/k)\n");
    assert_page("html",
                START "<h1>T</h1><p>A<img alt='A toe' title='a toe.'> <img "
                      "alt=Foot title=IMG_2031> <img title='Two toes'>",
                "AA toe Foot (Two toes)\n");
}

static void keeps_what_scripts_would_show(void **state)
{
    (void)state;
    assert_page("html",
                START "<h1>T</h1><p>One.<noscript><p>Two more.</noscript>"
                      "<noscript>One.</noscript><noscript>Please switch on "
                      "JavaScript.</noscript><template><p>Three.</template>"
                      "<template>Hello {{name}}.</template><object "
                      "data=a.pdf>Never with milk.</object><object>Your "
                      "browser shows no PDF.</object>",
                "One.\n\nTwo more.\n\nThree.\n\nNever with milk.\n");
    assert_page("html",
                START "<h1>T</h1><ol start=4><li>a<li value=9>b<li>c</ol>",
                "4. a\n\n9) b\n10) c\n");
}

static void believes_letters_before_labels(void **state)
{
    (void)state;
    assert_page("html", "<html><meta charset=gb2312><p>Ruhe: drei Äpfel für Öl",
                "Ruhe: drei Äpfel für Öl\n");
    assert_page("html", "<html><meta charset=iso-8859-1><p>caf\xC3\xA9",
                "café\n");
    assert_page("html", "<html><meta charset=gbk><p>\xCF\xC2\xCE\xE7",
                "下午\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_notes_of_citations),
        cmocka_unit_test(reads_threads),
        cmocka_unit_test(keeps_places_of_links),
        cmocka_unit_test(names_leaflets_after_products),
        cmocka_unit_test(reads_dates),
        cmocka_unit_test(decodes_saved_files),
        cmocka_unit_test(puts_frames_in_their_places),
        cmocka_unit_test(keeps_texts_of_attributes),
        cmocka_unit_test(keeps_what_scripts_would_show),
        cmocka_unit_test(believes_letters_before_labels),
    };
    xml_init();
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_finish();
    return n_failed;
}

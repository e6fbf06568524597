/* Which part of its section a result shows. */
#include "search/snippet.h"

#include "../unit.h"

static const struct {
    const char *text; /* of the only section */
    size_t n_bytes;
    const char *words[4];
    double weights[4];
    const char *shown; /* marks in < > */
} cases[] = {
    /* the rare word, although the other occurs earlier and more often */
    {"The gut hurts. The gut aches. And the gut swells. Drink no alcohol.",
     30,
     {"gut", "alcohol"},
     {1, 4},
     "… Drink no <alcohol>."},
    /* words of the title count little */
    {"Gout hurts the toe. It hurts a lot at night. Wine brings it on.",
     30,
     {"gout", "wine"},
     {9, 2},
     "… <Wine> brings it on."},
    /* only words of the title: the start, and no exception to it */
    {"Do not take it in the last months. With a doctor, gout may be treated.",
     36,
     {"gout"},
     {9},
     "Do not take it in the last months. …"},
    /* words in one sentence before words in two */
    {"Salt is bad. Lime is good. There is more of it. Salt with lime is best.",
     28,
     {"salt", "lime"},
     {2, 2},
     "… <Salt> with <lime> is best."},
    /* a phrase is only marked as a whole */
    {"Blood is red. High blood pressure hurts.",
     60,
     {"high blood pressur"},
     {2},
     "Blood is red. <High blood pressure> hurts."},
    /* from the start of an item */
    {"Ask first if you:\n\n- have had keloids\n- took pills for a year\n"
     "- are not sure what your last doctor said",
     40,
     {"pill"},
     {2},
     "… took <pills> for a year · are not sure…"},
    /* a long sentence is cut to begin at a word */
    {"It may be that of all the many things that one can eat only beans hurt",
     24,
     {"bean"},
     {2},
     "… only <beans> hurt"},
    /* a whole sentence, with its full stop */
    {"Salt is a thing: it is bad with wine: never. Have wine.",
     36,
     {"salt", "wine"},
     {1, 4},
     "… Have <wine>."},
    /* cut after a sentence */
    {"Have wine. Salt is a thing.", 12, {"wine"}, {1}, "Have <wine>. …"},
    /* a whole sentence before a longer one that is cut */
    {"Ask about lime, salt or beer before this. With wine it can make you "
     "bleed for a long time.",
     66,
     {"lime", "wine"},
     {1, 4},
     "… With <wine> it can make you bleed for a long time."},
    /* never cut off before what negates it: before the clause ... */
    {"Untreated: 45 have a stroke; 955 probably do not have one at all.",
     44,
     {"stroke"},
     {1},
     "Untreated: 45 have a <stroke>; …"},
    /* ... or before the verb */
    {"People with a kidney stone should not take it for more than a day.",
     33,
     {"kidney"},
     {1},
     "People with a <kidney>…"},
    /* what comes after the clause does not count */
    {"Take one tablet a day for a long while. It is not for children.",
     30,
     {"tablet"},
     {1},
     "Take one <tablet> a day for a…"},
    /* without a word: the start */
    {"One two three four five six.", 12, {"zebra"}, {2}, "One two…"},
    /* headings, items, citations and cells */
    {"Ask if:\n\n- one.\n- two\n- three\n\n### Four\n\nFive.[^x]\nSix\n\n"
     "Seven.\n\n| a | b |\n|---|---|\n| c! | D |",
     200,
     {"zebra"},
     {2},
     "Ask if: one. · two · three · Four · Five. Six · Seven. · a · b · c! D"},
};

static void mark(const struct snippet *snippet, struct buf *out)
{
    size_t at = 0;
    for (size_t i = 0; i < snippet->n_marks; i++) {
        size_t start = snippet->marks[i].start, end = snippet->marks[i].end;
        buf_add_n(out, snippet->text.data + at, start - at);
        buf_add_char(out, '<');
        buf_add_n(out, snippet->text.data + start, end - start);
        buf_add_char(out, '>');
        at = end;
    }
    buf_add_n(out, snippet->text.data + at, snippet->text.n_bytes - at);
}

static void show(size_t i, const struct charset *charset, struct buf *out)
{
    struct buf source;
    struct snippet snippet;
    size_t n_words = 0;
    while (n_words < 4 && cases[i].words[n_words])
        n_words++;
    const struct search_results results = {
        .words = cases[i].words,
        .weights = cases[i].weights,
        .n_words = n_words,
    };
    buf_init(&source);
    buf_printf(&source, "---\ntitle: Gout\n---\n\n## Text\n\n%s\n",
               cases[i].text);
    struct article *article =
        article_parse(source.data, source.n_bytes, "gout.md");
    snippet_init(&snippet, article, article->sections, &results,
                 &(struct snippet_options){cases[i].n_bytes, charset});
    mark(&snippet, out);
    snippet_finish(&snippet);
    article_free(article);
    buf_finish(&source);
}

static void shows_what_was_searched(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf shown;
        buf_init(&shown);
        show(i, NULL, &shown);
        assert_string_equal(shown.data, cases[i].shown);
        buf_finish(&shown);
    }
}

static void is_plain_in_ascii(void **state)
{
    (void)state;
    struct charset charset;
    struct buf shown;
    charset_init(&charset, "ANSI_X3.4-1968");
    buf_init(&shown);
    show(5, &charset, &shown);
    assert_string_equal(shown.data,
                        "… took <pills> for a year - are not sure…");
    buf_finish(&shown);
    charset_finish(&charset);
}

static size_t snippet_length(const char *path, size_t place, size_t end)
{
    struct snippet snippet;
    const struct search_result result = {
        .path = path, .title = "", .place = place, .end = end};
    snippet_open(&snippet, &result, &(struct search_results){0},
                 &(struct snippet_options){99, NULL});
    size_t n = snippet.text.n_bytes;
    snippet_finish(&snippet);
    return n;
}

/* Rather nothing than the words of another section. */
static void bears_an_article_that_changed(void **state)
{
    (void)state;
    char path[] = "/tmp/medfaq-snippet-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "## One\n\nText\n\n## Two\n\nMore\n", 27), 27);
    close(fd);
    assert_int_equal(snippet_length(path, 0, 14), 4);
    assert_int_equal(snippet_length(path, 14, UINT32_MAX), 4);
    assert_int_equal(snippet_length(path, 13, UINT32_MAX), 0);
    assert_int_equal(snippet_length(path, 16, UINT32_MAX), 0);
    assert_int_equal(snippet_length(path, 999, UINT32_MAX), 0);
    unlink(path);
    assert_int_equal(snippet_length(path, 0, 14), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_was_searched),
        cmocka_unit_test(is_plain_in_ascii),
        cmocka_unit_test(bears_an_article_that_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

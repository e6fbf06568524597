#include "base/linebreak.h"

#include <string.h>

#include "base/buf.h"
#include "base/grapheme.h"

#include "../../samples.h"
#include "../unit.h"

/* Returns the text with "|" where a line may break and "\n" where it must. */
static void mark(const char *text, struct buf *out)
{
    char breaks[256];
    size_t n_bytes = strlen(text);
    assert_true(n_bytes <= sizeof breaks);
    memset(breaks, 0x55, sizeof breaks);
    linebreak_find(text, n_bytes, breaks);
    for (size_t i = 0; i < n_bytes; i++) {
        if (breaks[i] == LINE_BREAK_MAY)
            buf_add_char(out, '|');
        else if (breaks[i] == LINE_BREAK_MUST)
            buf_add_char(out, '!');
        else
            assert_int_equal(breaks[i], LINE_BREAK_NO);
        buf_add_char(out, text[i]);
    }
}

static void breaks_by_the_rules(void **state)
{
    (void)state;
    static const char *const marked[] = {
        "",
        "word",
        "two |words",
        " |leading",
        "two  |spaces ",
        "Yes, |no; |maybe: |(so) |\"what?\" |end.",
        "don't |say |'no'",
        "e.g. |1,000.5 |mg |(5%) |costs |$20 |+ |tax",
        "COVID-19 |anti-|inflammatory |X-|ray",
        "an |inhibitor |(-sartan, |-pril) |and |-5 |or |well-|known",
        "one\n!two\n!\n!four",
        "\n!x",
        "( a)",
        "a\u00A0b |c",
        "he\u2060llo |you",
        "5\u2013|10 |days",
        "either|\u2014|or",
        "caf\u00E9 |cr\u00E8me",
        "Ti\u1EBFng |Vi\u1EC7t",
        "\u75AB|\u82D7\u3002|\u63A5|\u79CD",
        "COVID-19|\u75AB|\u82D7",
        "\uBC31|\uC2E0",
        "\u0E27\u0E31\u0E04\u0E0B\u0E35\u0E19 |a",
        "see |https://example.org/side-effects?a=b&c |now",
        "\u89C1|https://a.org/b-c?d|\u83B7|\u53D6",
        "see |www.nhs.uk/a-b |and |/usr/share/doc-base |too",
        "and/|or",
        "100% |e.g. |a.b%",
        "the |\u201Ctoo-|long\u201D |(word)",
        "a |\U0001F468\u200D\U0001F469\u200D\U0001F467|\U0001F489",
        "\U0001F1FB\U0001F1F3|\U0001F1EB\U0001F1F7",
    };
    for (size_t i = 0; i < N_ELEMENTS(marked); i++) {
        struct buf text, again;
        buf_init(&text);
        buf_init(&again);
        for (const char *c = marked[i]; *c; c++)
            if (*c != '|' && *c != '!')
                buf_add_char(&text, *c);
        mark(text.data, &again);
        assert_string_equal(again.data, marked[i]);
        buf_finish(&text);
        buf_finish(&again);
    }
}

static void keeps_clusters_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(samples); i++) {
        const char *text = samples[i].text;
        char breaks[128];
        size_t n_bytes = strlen(text);
        linebreak_find(text, n_bytes, breaks);
        for (size_t at = 0, n; at < n_bytes; at += n) {
            n = grapheme_next(text + at, n_bytes - at);
            for (size_t j = 1; j < n; j++)
                if (breaks[at + j] != LINE_BREAK_NO)
                    fail_msg("%s", samples[i].name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_by_the_rules),
        cmocka_unit_test(keeps_clusters_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

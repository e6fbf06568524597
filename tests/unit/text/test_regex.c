#include "text/regex.h"

#include <stdlib.h>
#include <string.h>

#include "../unit.h"

/* Returns a text with all matches in brackets: "[ab]c". The caller frees it. */
static char *marked(const char *pattern, const char *text)
{
    struct error err;
    struct regex *regex = regex_new(pattern, strlen(pattern), &err);
    char *out = calloc(3, strlen(text) + 1);
    struct regex_range range = {0, strlen(text)};
    size_t at = 0;
    if (!regex)
        fail_msg("%s: %s", pattern, err.message);
    while (regex_find(regex, text, &range)) {
        strncat(out, text + at, range.start - at);
        strcat(out, "[");
        strncat(out, text + range.start, range.end - range.start);
        strcat(out, "]");
        at = range.end;
        range = (struct regex_range){at, strlen(text)};
    }
    strcat(out, text + at);
    regex_free(regex);
    return out;
}

static void finds_the_longest_of_the_first(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *text, *marked;
    } cases[] = {
        {"abc", "xabcabc", "x[abc][abc]"},
        {"wid.*le", "a widely wide people", "a [widely wide people]"},
        {"a|ab|abc", "abcd ab", "[abc]d [ab]"},
        {"a.c", "abc a\nc axc", "[abc] a\nc [axc]"},
        {"ab*", "a abbb b", "[a] [abbb] b"},
        {"ab+", "a abbb b", "a [abbb] b"},
        {"ab?c", "ac abc abbc", "[ac] [abc] abbc"},
        {"(ab)+", "ababx aab", "[abab]x a[ab]"},
        {"x{3}", "xx xxx xxxx", "xx [xxx] [xxx]x"},
        {"x{2,}", "x xx xxxx", "x [xx] [xxxx]"},
        {"x{1,2}", "x xx xxx", "[x] [xx] [xx][x]"},
        {"ax{0,2}b", "ab axb axxb axxxb", "[ab] [axb] [axxb] axxxb"},
        {"ax{0}b", "ab axb", "[ab] axb"},
        {"(ab|c){2}", "abc cab ac", "[abc] [cab] ac"},
        {"[0-9]+ mg", "20 mg, 5mg", "[20 mg], 5mg"},
        {"[^0-9 ]+", "20 mg, 5", "20 [mg,] 5"},
        {"[]a]+", "]a]b", "[]a]]b"},
        {"[^]a]+", "]ab]", "]a[b]]"},
        {"[a-]+", "a-b", "[a-]b"},
        {"[[:alpha:]_]+", "ab_1 \xC3\xA9t\xC3\xA9",
         "[ab_]1 [\xC3\xA9t\xC3\xA9]"},
        {"\\d+\\s\\w+", "take 20 mg", "take [20 mg]"},
        {"\\.\\*", "a.*b", "a[.*]b"},
        {"^take", "take\ntake take", "[take]\n[take] take"},
        {"day$", "day day\nday", "day [day]\n[day]"},
        {"^$", "\n\n", "\n\n"},
        {"a*", "baab", "b[aa]b"},
        {"(a*)*b", "aaab", "[aaab]"},
        {"(|a)b", "ab b", "[ab] [b]"},
        {"\xC3\xA9.", "x\xC3\xA9\xE2\x82\xAC", "x[\xC3\xA9\xE2\x82\xAC]"},
        {"(a+|b)*c|x", "aabac x", "[aabac] [x]"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char *out = marked(cases[i].pattern, cases[i].text);
        if (strcmp(out, cases[i].marked) != 0)
            fail_msg("%s in %s: %s, not %s", cases[i].pattern, cases[i].text,
                     out, cases[i].marked);
        free(out);
    }
}

static void tells_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *told;
    } cases[] = {
        {"(a", "Missing \")\""},       {"a)", "Missing \"(\""},
        {"[a", "Missing \"]\""},       {"[[:alfa:]]", "Unknown class"},
        {"[[:alpha", "Unknown class"}, {"*a", "Nothing to repeat"},
        {"a|+", "Nothing to repeat"},  {"a{", "needs numbers"},
        {"a{2", "needs numbers"},      {"a{3,2}", "needs numbers"},
        {"a{256}", "too long"},        {"((a{200}){200}){200}", "too long"},
        {"(a)\\1", "Back-references"}, {"a\\", "Nothing follows"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct error err = {0};
        struct regex *regex =
            regex_new(cases[i].pattern, strlen(cases[i].pattern), &err);
        assert_null(regex);
        if (!strstr(err.message, cases[i].told))
            fail_msg("%s: %s", cases[i].pattern, err.message);
    }
}

static void refuses_long_patterns(void **state)
{
    (void)state;
    static char pattern[REGEX_MAX_BYTES + 1];
    struct error err;
    memset(pattern, 'a', sizeof pattern);
    assert_null(regex_new(pattern, sizeof pattern, &err));
    struct regex *regex = regex_new(pattern, REGEX_MAX_BYTES, &err);
    assert_non_null(regex);
    regex_free(regex);
    memset(pattern, '(', sizeof pattern);
    assert_null(regex_new(pattern, REGEX_MAX_BYTES, &err));
}

/* Where a backtracking matcher would run forever, this one ends and says that
 * it stopped. */
static void ends_in_time(void **state)
{
    (void)state;
    static const char pattern[] = "(a|a?)*(a|aa)*([a-z]{1,20}){1,20}x";
    const size_t n_bytes = 1 << 20;
    struct error err;
    struct regex_range range = {0, n_bytes};
    char *text = malloc(n_bytes);
    memset(text, 'a', n_bytes);
    struct regex *regex = regex_new(pattern, sizeof pattern - 1, &err);
    assert_non_null(regex);
    assert_false(regex_find(regex, text, &range));
    assert_true(regex_is_exhausted(regex));
    /* later calls have no steps left */
    range = (struct regex_range){0, n_bytes};
    assert_false(regex_find(regex, text, &range));
    regex_free(regex);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_longest_of_the_first),
        cmocka_unit_test(tells_what_is_wrong),
        cmocka_unit_test(refuses_long_patterns),
        cmocka_unit_test(ends_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

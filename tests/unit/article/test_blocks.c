/* Small cases of CommonMark and of medfaq's additions to it. */
#include <string.h>

#include "../unit.h"
#include "tree.h"

static void reads_inlines(void **state)
{
    (void)state;
    static const struct tree_case cases[] = {
        {"plain", "(p plain)"},
        {"*a* **b** ***c***", "(p (em a) (strong b) (em (strong c)))"},
        {"*a **b** c*", "(p (em a (strong b) c))"},
        {"snake_case_word and __strong__",
         "(p snake_case_word and (strong strong))"},
        {"**open and *shut*", "(p **open and (em shut))"},
        {"a&amp;b &lt; &#x41; &eacute; &nbsp;| &nosuch;",
         "(p a&b < A é \u00A0| &nosuch;)"},
        {"\\*not\\* \\[a\\]", "(p *not* [a])"},
        {"`a  *b*` ``c ` d``", "(p (code a  *b*) (code c ` d))"},
        {"one\ntwo", "(p one(soft)two)"},
        {"one  \ntwo\\\nthree", "(p one(hard)two(hard)three)"},
        {"a <b>c</b> d<!-- e -->f", "(p a (html <b>)c(html </b>) df)"},
        {"a<br>b<br/>c", "(p a(hard)b(hard)c)"},
        {"<https://a.org/?b=c&d>",
         "(p (a=https://a.org/?b=c&d https://a.org/?b=c&d))"},
        {"[x *y*](z.md \"t\")", "(p (a=z.md x (em y)))"},
        {"![alt *text*](pic.png)", "(p (img=pic.png alt (em text)))"},
        {"[x][Y] [y] [z]\n\n[y]: /u\n", "(p (a=/u x) (a=/u y) [z])"},
        {"a[^b]c[^ d][^e](f)", "(p a(cite=-1 [^b])c[^ d](a=f ^e))"},
        {"\xFF\x80", "(p \uFFFD\uFFFD)"},
    };
    check_trees(cases, N_ELEMENTS(cases));
}

static void reads_blocks(void **state)
{
    (void)state;
    static const struct tree_case cases[] = {
        {"", ""},
        {"a\n\nb", "(p a)(p b)"},
        {"# a\n\nb\n===\n\n# c #", "(h1 b)(h1 c)"},
        {"## z\n\n# a\n\nb\n===", "(h2 z)(h1 a)(h1 b)"},
        {"## a\n### b", "(h2 a)(h3 b)"},
        {"a\n---\nb", "(h2 a)(p b)"},
        {"- a\n- b", "(list-tight (item (p a))(item (p b)))"},
        {"- a\n\n- b", "(list-loose (item (p a))(item (p b)))"},
        {"3) a\n4) b", "(list-tight-3) (item (p a))(item (p b)))"},
        {"1. a\n\n   b\n   - c",
         "(list-loose-1. (item (p a)(p b)(list-tight (item (p c)))))"},
        {"> a\n> > b\n\n> c", "(quote (p a)(quote (p b)))(quote (p c))"},
        {"\ta\tb\n\t\tc", "(pre a\tb\n\tc)"},
        {"- a\n\n\tb", "(list-loose (item (p a)(p b)))"},
        {"- a\n\n      b", "(list-loose (item (p a)(pre b)))"},
        {"```sh x\na\n\n  b\n```\nc", "(pre=sh x a\n\n  b)(p c)"},
        {"~~~\n```", "(pre ```)"},
        {"***\n- - -", "(rule)(rule)"},
        {"<div>\n*a*\n</div>", "(html-block <div>\n*a*\n</div>)"},
        {"<!-- a -->\n\nb", "(p b)"},
        {"a\n\n<!-- b -->\n\n<!-- c -->\n\nd", "(p a)(p d)"},
        {"<!-- a --> <p>b</p>", "(html-block  <p>b</p>)"},
        {"<!-- never closed\n\na", "(html-block <!-- never closed\n\na)"},
        {"a\r\nb\r\rc", "(p a(soft)b)(p c)"},
    };
    check_trees(cases, N_ELEMENTS(cases));
}

static void reads_alerts(void **state)
{
    (void)state;
    static const struct tree_case cases[] = {
        {"> [!EMERGENCY] Call **now**",
         "(alert-EMERGENCY (p Call (strong now)))"},
        {"> [!note]\n> a", "(alert-NOTE (p a))"},
        {"> [!SEE-DOCTOR]\n>\n> a\n>\n> b", "(alert-SEE-DOCTOR (p a)(p b))"},
        {"> [!TIP] *a*", "(alert-TIP (p (em a)))"},
        {"> [!WARNING]\n> - a", "(alert-WARNING (list-tight (item (p a))))"},
        {"> [!CAUTION]", "(alert-CAUTION)"},
        {"> [!NOTHING] a", "(quote (p [!NOTHING] a))"},
        {"> a [!NOTE] b", "(quote (p a [!NOTE] b))"},
        {"> a\n>\n> [!NOTE] b", "(quote (p a)(p [!NOTE] b))"},
        {"[!NOTE] a", "(p [!NOTE] a)"},
    };
    check_trees(cases, N_ELEMENTS(cases));
}

static void reads_risk_blocks(void **state)
{
    (void)state;
    static const struct tree_case cases[] = {
        {"```risk\ntitle: T\npopulation: adults\nperiod: a year\nper: 1000\n"
         "outcome: harm\nrows:\n- {label: With, n: 1}\n```",
         "(risk T\nWith. T: 1 in 1,000; not: 999.\nWho: adults; time: a year)"},
        {"```risky\na\n```", "(pre=risky a)"},
    };
    check_trees(cases, N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_inlines),
        cmocka_unit_test(reads_blocks),
        cmocka_unit_test(reads_alerts),
        cmocka_unit_test(reads_risk_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

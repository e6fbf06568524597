/* Hostile input and large input. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "../unit.h"
#include "article/article.h"
#include "article/effort.h"
#include "article/trial.h"
#include "base/buf.h"
#include "base/utf8.h"

/* A text, and how often it is repeated. */
struct part {
    const char *text;
    size_t times;
};

static struct article *parse_parts(const struct part *parts)
{
    struct buf source;
    buf_init(&source);
    for (; parts->text; parts++)
        buf_add_repeat(&source, parts->text, parts->times);
    struct article *article =
        article_parse(source.data, source.n_bytes, "x.md");
    buf_finish(&source);
    return article;
}

static unsigned depth_of(const struct node *node)
{
    unsigned depth = 0;
    for (; node->parent; node = node->parent)
        depth++;
    return depth;
}

/* Checks what must hold for every article. */
static void check_sound(const struct article *article)
{
    assert_int_equal(utf8_valid_prefix(article->text, article->n_text_bytes),
                     article->n_text_bytes);
    uint32_t text_at = 0;
    for (const struct node *node = article->root; node;
         node = node_walk(article->root, node)) {
        assert_true(node->text_start <= node->text_end);
        assert_true(node->text_end <= article->n_text_bytes);
        assert_true(node->text_start >= text_at);
        assert_true(node->source_start <= node->source_end);
        assert_true(node->source_end <= article->n_source_bytes);
        assert_true(depth_of(node) <= 2 * NODE_MAX_DEPTH + 3);
        text_at = node->text_start;
    }
}

/* Each of the first cases keeps libcmark busy for minutes. */
static void knows_what_takes_too_long(void **state)
{
    (void)state;
    static const struct {
        struct part parts[6];
        bool unformatted;
    } cases[] = {
        {{{"- ", 100000}, {"x\n", 1}, {"\n", 400000}}, true},
        {{{"1. ", 100000}, {"> x\n", 1}, {"\n", 400000}}, true},
        {{{"> ", 1}, {"+ ", 100000}, {"x\n", 1}, {">\n", 400000}}, true},
        {{{"z[^n]\n\n[^n]: ", 1},
          {"+ ", 60000},
          {"x\n", 1},
          {"    \n", 60000},
          {"    y\n", 1}},
         true},
        {{{">", 100000}, {"b*", 100000}}, true},
        {{{"- ", 50000}, {"*c* ", 50000}}, true},
        {{{"![", 100000}, {"[]()\n", 100000}}, true},
        {{{"- ", 50000}, {"\n", 50000}}, false}, /* a thematic break */
        {{{">", 1000}, {"x\n", 1}, {"\n", 5000}}, false},
        {{{"![a](b)\n\n", 20000}}, false},
        {{{"                    code\n\n", 20000}}, false},
        {{{"- a\n  - b\n\n    - c\n\n", 20000}}, false},
        {{{"| *a* | [b](c) |\n|---|---|\n", 1}, {"| *a* | [b](c) |\n", 5000}},
         false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct article *article = parse_parts(cases[i].parts);
        printf("# %zu\n", i);
        assert_int_equal(article->unformatted, cases[i].unformatted);
        check_sound(article);
        article_free(article);
    }
}

static void end_at_once(void *context)
{
    *(int *)context = 1;
}

static void go_on_for_ever(void *context)
{
    for (volatile int i = 0;; i = !i)
        *(volatile int *)context = i;
}

static void crash(void *context)
{
    (void)context;
    signal(SIGABRT, SIG_DFL);
    abort();
}

static long cpu_ms_of_children(void)
{
    struct rusage used;
    assert_int_equal(getrusage(RUSAGE_CHILDREN, &used), 0);
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
           (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
}

/* A trial leaves no trace, whether the work completes or not. */
static void tries_in_a_child(void **state)
{
    (void)state;
    int changed = 0;
    sigset_t before, after;
    sigprocmask(SIG_BLOCK, NULL, &before);
    assert_int_equal(trial_run(end_at_once, &changed, 10000), TRIAL_PASSED);
    long start_ms = cpu_ms_of_children();
    assert_int_equal(trial_run(go_on_for_ever, &changed, 20), TRIAL_FAILED);
    assert_true(cpu_ms_of_children() - start_ms < 200);
    assert_int_equal(trial_run(crash, &changed, 10000), TRIAL_FAILED);
    assert_int_equal(changed, 0);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    sigprocmask(SIG_BLOCK, NULL, &after);
    for (int i = 1; i < NSIG; i++)
        assert_int_equal(sigismember(&before, i), sigismember(&after, i));
}

/* Returns the bound of a text that opens containers, then has lines. Each
 * container may be walked for each line. */
static uint64_t bound_of(const char *marker, size_t depth, size_t n_lines)
{
    struct buf text;
    buf_init(&text);
    buf_add_repeat(&text, marker, depth);
    buf_add(&text, "x\n");
    buf_add_repeat(&text, "\n", n_lines - 1);
    uint64_t bound = effort_bound(text.data, text.n_bytes);
    buf_finish(&text);
    return bound;
}

static void counts_each_container(void **state)
{
    (void)state;
    static const char *const markers[] = {"> ",  "- ",  "+ ",  "* ",
                                          "1) ", "1. ", ">\t", "2.\t"};
    uint64_t least = bound_of(">", 1000, 1000);
    assert_true(least >= 1000 * 1000);
    for (size_t i = 0; i < N_ELEMENTS(markers); i++) {
        printf("# %s\n", markers[i]);
        assert_true(bound_of(markers[i], 1000, 1000) >= least);
    }
    assert_true(bound_of("  ", 1000, 1000) >= least); /* of items before it */
    assert_true(bound_of("\t", 1000, 1000) >= 2 * least);
}

static void shows_unformatted_text_whole(void **state)
{
    (void)state;
    static const struct part parts[] = {{"a\xFF b\nc [^n]\n\n", 1},
                                        {"[^n]: d\n\n", 1},
                                        {"- ", 100000},
                                        {"x\n", 1},
                                        {"\n", 400000},
                                        {"end", 1},
                                        {0}};
    struct article *article = parse_parts(parts);
    assert_true(article->unformatted);
    assert_int_equal(article->root->first->type, NODE_NOTICE);
    assert_int_equal(article->diagnostics.n, 1);
    assert_non_null(strstr(article->text, "a\uFFFD b\nc [^n]\n[^n]: d\n- - "));
    assert_non_null(strstr(article->text, "- x\nend\n"));
    assert_int_equal(article->n_sections, 1);
    article_free(article);
}

static void survives(void **state)
{
    (void)state;
    static const struct part cases[][4] = {
        {{">", 10000}, {"a\n\nb", 1}},
        {{"> ", 300}, {"- ", 300}, {"a\n", 1}},
        {{"*a **b ", 500}, {"c", 1}, {"** d*", 500}},
        {{"![", 500}, {"a", 1}, {"](b)", 500}},
        {{"word ", 200000}},
        {{"a", 1000000}},
        {{"\xFF", 100000}},
        {{"a\xE4\xB8\n", 1000}},
        {{"a\r", 10000}},
        {{"|a", 3000}, {"|\n", 1}, {"|-", 3000}, {"|\n|b|\n|c|\n", 1}},
        {{"[^a]: b\n", 10000}},
        {{"[^a", 10000}, {"]", 1}},
        {{"## a {kind=risks}\n", 3000}},
        {{"## ", 1}, {"{#a}", 10000}},
        {{"---\n", 1}, {"a: [\n", 1000}, {"---\n# b", 1}},
        {{"---\ntitle: \"\\e[31m\\0\"\n---\n\n&#27;[2J&#0;", 1}},
        {{"```risk\nrows: [", 1}, {"[", 100}},
        {{"<!--", 10000}},
        {{"[a]: b 'c\n", 10000}},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct article *article = parse_parts(cases[i]);
        assert_false(article->unformatted);
        check_sound(article);
        article_free(article);
    }
}

static void takes_nul_bytes(void **state)
{
    (void)state;
    static const char source[] = "a\0b\n\n## c\0d\n\n`e\0`";
    struct article *article = article_parse(source, sizeof source - 1, NULL);
    assert_string_equal(article->text, "a\uFFFDb\nc\uFFFDd\ne\uFFFD\n");
    assert_int_equal(article->n_source_bytes, sizeof source - 1);
    check_sound(article);
    article_free(article);
}

/* Returns the source of a large article with n headings. */
static struct buf large_source(size_t n)
{
    struct buf source;
    buf_init(&source);
    for (size_t i = 0; i < n; i++)
        buf_printf(&source,
                   "## Heading %zu\n\nText with [a link][x], a note[^n] and\n"
                   "more.\n\n- item\n\n```\n## code\n```\n\n| a | b "
                   "|\n|---|---|\n| [c][x] | d |\n\n",
                   i);
    buf_add(&source, "[x]: target.md\n[y]: unused.md\n\n[^n]: A note.\n");
    return source;
}

static void parses_parts_like_the_whole(void **state)
{
    (void)state;
    struct buf source = large_source(5000);
    struct article *article = article_parse(source.data, source.n_bytes, NULL);
    assert_int_equal(article->n_sections, 5000);
    assert_int_equal(article->n_links, 10000);
    assert_int_equal(article->references[0].n_citations, 5000);
    assert_int_equal(article->n_unused_definitions, 1);
    assert_string_equal(article->unused_definitions[0], "[y]: unused.md");
    check_sound(article);
    buf_finish(&source);
    article_free(article);
}

static void parses_the_start(void **state)
{
    (void)state;
    struct buf source = large_source(2000);
    bool whole;
    struct article *start =
        article_parse_start(source.data, source.n_bytes, NULL, 10000, &whole);
    assert_false(whole);
    struct article *article = article_parse(source.data, source.n_bytes, NULL);
    assert_true(start->n_sections > 10 && start->n_sections < 100);
    assert_int_equal(start->n_source_bytes, article->n_source_bytes);
    assert_int_equal(start->n_unused_definitions, 0);
    size_t n = start->root->text_end;
    assert_memory_equal(start->text, article->text, n);
    for (size_t i = 0; i < start->n_links; i++)
        assert_int_equal(start->links[i].node->source_start,
                         article->links[i].node->source_start);
    article_free(start);
    start = article_parse_start(source.data, 500, NULL, 10000, &whole);
    assert_true(whole);
    article_free(start);
    article_free(article);
    buf_finish(&source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_takes_too_long),
        cmocka_unit_test(tries_in_a_child),
        cmocka_unit_test(counts_each_container),
        cmocka_unit_test(shows_unformatted_text_whole),
        cmocka_unit_test(survives),
        cmocka_unit_test(takes_nul_bytes),
        cmocka_unit_test(parses_parts_like_the_whole),
        cmocka_unit_test(parses_the_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

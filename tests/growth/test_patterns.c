/* No text keeps the program busy: families of text that are known to be slow in
 * some reader of Markdown, in all that is done with an article.
 *
 * MEDFAQ_PATTERN_BYTES is the size of each, 1048576 for the whole promise. */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "../unit/unit.h"
#include "check/check.h"
#include "export/export.h"
#include "text/frequency.h"
#include "text/layout.h"

#define DEFAULT_BYTES ((size_t)96 << 10)
#define PARTS_MAX 5
#define MIB_SECONDS 2
/* The sanitizers and a slow machine. */
#define ALLOWANCE 5

/* Each part is repeated to its share of the size; a share of 0 is once. */
struct pattern {
    const char *name;
    struct {
        const char *text;
        unsigned share;
    } parts[PARTS_MAX];
};

static const struct pattern patterns[] = {
    {"quotes", {{">", 1}, {"x", 0}}},
    {"quotes, spaced", {{"> ", 1}, {"x", 0}}},
    {"quotes, then emphasis", {{">", 1}, {"b*", 2}}},
    {"bullets, then emphasis", {{"- ", 1}, {"*b* ", 2}}},
    {"bullets, then blank lines", {{"+ ", 2}, {"x\n", 0}, {"\n", 1}}},
    {"numbers, then blank lines", {{"7) ", 2}, {"x\n", 0}, {"\n", 1}}},
    {"bullets in a quote, then blank quotes",
     {{"> ", 0}, {"* ", 2}, {"x\n", 0}, {">\n", 2}}},
    {"bullets in a note, then blank lines",
     {{"x[^n]\n\n[^n]: ", 0},
      {"- ", 1},
      {"x\n", 0},
      {"    \n", 2},
      {"    y", 0}}},
    {"bullets after tabs", {{">\t-\t+\t", 1}, {"x\n", 0}, {">\n", 2}}},
    {"quotes and bullets by turns", {{"> - ", 1}, {"x\n", 0}, {"  >\n", 2}}},
    {"bullets, then lazy lines", {{"- ", 1}, {"x\n", 0}, {"y\n", 2}}},
    {"emphasis that opens", {{"*b ", 1}}},
    {"emphasis that closes", {{"b* ", 1}}},
    {"underscores that open", {{"_b ", 1}}},
    {"stars and underscores", {{"*b_ ", 1}}},
    {"stars of two lengths", {{"*b **b ", 1}, {"c** c* ", 1}}},
    {"stars within words", {{"b**c", 1}, {"d* ", 0}}},
    {"strong over links", {{"**x [b*c**d](e)", 1}}},
    {"stars alone", {{"*", 1}}},
    {"brackets that open", {{"[", 1}}},
    {"brackets that open, with text", {{"[b", 1}}},
    {"brackets that close", {{"]", 1}}},
    {"nested brackets", {{"[", 1}, {"b", 0}, {"]", 1}}},
    {"pictures that open", {{"![", 1}}},
    {"pictures and links", {{"![[]()", 1}}},
    {"pictures, then links", {{"![", 1}, {"[]()\n", 1}}},
    {"links that do not end", {{"[b](", 1}}},
    {"links with pointed addresses", {{"[b](<c", 1}}},
    {"links with titles", {{"[b](c \"d", 1}}},
    {"backticks", {{"`", 1}}},
    {"backticks of three lengths", {{"`b``c```d", 1}}},
    {"pointed brackets", {{"<", 1}}},
    {"tags that do not end", {{"<b ", 1}}},
    {"attributes that do not end", {{"<b c=\"", 1}}},
    {"instructions that do not end", {{"<?", 1}}},
    {"declarations that do not end", {{"<!B ", 1}}},
    {"comments that do not end", {{"<!--", 1}}},
    {"CDATA that does not end", {{"b <![CDATA[", 1}}},
    {"entities", {{"&b", 1}}},
    {"definitions with one label", {{"[b]: c\n", 1}}},
    {"definitions with open titles", {{"[b]: c 'd\n", 1}}},
    {"a long definition, used",
     {{"[b]: ", 0}, {"c", 1}, {"\n\n", 0}, {"[b] ", 1}}},
    {"notes that cite themselves", {{"[^b]: [^b]\n\n", 1}}},
    {"one note, cited", {{"[^b]: c\n\n", 0}, {"d[^b] ", 1}}},
    {"a row of a table", {{"|b|\n|-|\n", 0}, {"|c", 1}}},
    {"columns of a table",
     {{"|b", 1}, {"|\n", 0}, {"|-", 1}, {"|\n", 0}, {"|c", 1}}},
    {"rows of a table", {{"|b|c|\n|-|-|\n", 0}, {"|d|e|\n", 1}}},
    {"rows that lack their cells",
     {{"|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|\n", 0},
      {"|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n", 0},
      {"|q\n", 1}}},
    {"cells with backticks", {{"|b|\n|-|\n", 0}, {"|`c|`\n", 1}}},
    {"delimiter rows", {{"|-|\n", 1}}},
    {"headings of one name", {{"## Risks\n\n", 1}}},
    {"attributes of a heading", {{"## ", 0}, {"{#b}", 1}}},
    {"alerts", {{"> [!EMERGENCY]\n> b\n\n", 1}}},
    {"fences", {{"```\n", 1}}},
    {"broken figures", {{"```risk\nb: {\n```\n\n", 1}}},
    {"figures", {{"```risk\nper: 100\nrows: [{label: b, n: 1}]\n```\n\n", 1}}},
    {"rules", {{"* * * ", 1}}},
    {"backslashes", {{"\\", 1}}},
    {"tabs", {{"\t", 1}}},
    {"line ends", {{"\n", 1}}},
    {"one word", {{"b", 1}}},
    {"many words", {{"b cd ", 1}}},
    {"marks on one letter", {{"e", 0}, {"\xCC\x81", 1}}},
    {"joined emoji", {{"\xF0\x9F\x91\xA8\xE2\x80\x8D", 1}}},
    {"controls of direction", {{"\xE2\x80\xAE", 1}}},
    {"bytes that are no UTF-8", {{"\xFF", 1}}},
    {"Thai", {{"\xE0\xB8\x81\xE0\xB8\xB4", 1}}},
    {"Chinese", {{"\xE4\xB8\xAD", 1}}},
    {"frequencies", {{"1 in 200, 0.5% common ", 1}}},
    {"frequencies beside links", {{"5% of people [b](c) ", 1}}},
    {"frequencies in emphasis", {{"*5%* of people ", 1}}},
    {"doses", {{"Take 500 mg twice a day. ", 1}}},
    {"short sentences", {{"Do not take it. ", 1}}},
    {"front matter of lists", {{"---\nb: ", 0}, {"[", 1}, {"\n---\nc", 0}}},
    {"front matter of sources",
     {{"---\nsources:\n", 0},
      {"  - {id: b, title: c}\n", 1},
      {"---\nd[^b]", 0}}},
};

static size_t pattern_bytes(void)
{
    const char *bytes = getenv("MEDFAQ_PATTERN_BYTES");
    return bytes ? strtoul(bytes, NULL, 10) : DEFAULT_BYTES;
}

static void write_pattern(const struct pattern *pattern, struct buf *out)
{
    unsigned n_shares = 0;
    for (size_t i = 0; i < PARTS_MAX; i++)
        n_shares += pattern->parts[i].share;
    for (size_t i = 0; i < PARTS_MAX && pattern->parts[i].text; i++) {
        const char *text = pattern->parts[i].text;
        size_t n_bytes = pattern_bytes() / n_shares * pattern->parts[i].share;
        buf_add_repeat(out, text, n_bytes ? n_bytes / strlen(text) : 1);
    }
}

/* Of this process, and of its children that have ended. */
static double cpu_seconds(void)
{
    double seconds = 0;
    static const int who[] = {RUSAGE_SELF, RUSAGE_CHILDREN};
    for (size_t i = 0; i < N_ELEMENTS(who); i++) {
        struct rusage usage;
        getrusage(who[i], &usage);
        seconds +=
            (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
            (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }
    return seconds;
}

static void lay_out(const struct article *article, unsigned cells)
{
    const struct layout_options options = {
        .cells = cells, .title = true, .ending = true, .sources = true};
    struct layout *layout = layout_new(article, &options);
    for (size_t i = 0; i < layout_n_blocks(layout); i++) {
        size_t n_lines;
        layout_lines(layout, i, &n_lines);
    }
    layout_free(layout);
}

static void export(const struct article *article,
                   const struct export_format *format)
{
    static const struct export_options options = {.cells = 80};
    struct buf out;
    buf_init(&out);
    format->write(article, &options, &out);
    buf_finish(&out);
}

static void explain(const struct article *article)
{
    struct frequencies found = {0};
    frequency_find(article, (struct text_range){0, UINT32_MAX}, &found);
    frequency_finish(&found);
}

static void check(const struct article *article)
{
    static const struct check_context context = {.today = {2026, 11, 22}};
    struct arena arena;
    struct messages messages;
    arena_init(&arena);
    messages_init(&messages, &arena);
    check_article(article, &context, &messages);
    messages_finish(&messages);
    arena_finish(&arena);
}

/* A command parses once and does one thing. */
static void is_quick(const struct pattern *pattern, const char *what,
                     double parsing, double start)
{
    double seconds = parsing + cpu_seconds() - start;
    if (seconds >= MIB_SECONDS * ALLOWANCE)
        fail_msg("%s, %zu bytes, %s: %.1f s", pattern->name, pattern_bytes(),
                 what, seconds);
}

static void ends_in_time(void **state)
{
    const struct pattern *pattern = *state;
    struct buf text;
    buf_init(&text);
    write_pattern(pattern, &text);
    double start = cpu_seconds();
    struct article *article = article_parse(text.data, text.n_bytes, "p.md");
    double parsing = cpu_seconds() - start;
    is_quick(pattern, "parsing", parsing, cpu_seconds());
    static const unsigned widths[] = {20, 80, 200};
    for (size_t i = 0; i < N_ELEMENTS(widths); i++) {
        start = cpu_seconds();
        lay_out(article, widths[i]);
        is_quick(pattern, "laying out", parsing, start);
    }
    for (const struct export_format *format = export_formats; format->name;
         format++) {
        start = cpu_seconds();
        export(article, format);
        is_quick(pattern, format->name, parsing, start);
    }
    start = cpu_seconds();
    check(article);
    is_quick(pattern, "checking", parsing, start);
    start = cpu_seconds();
    explain(article);
    is_quick(pattern, "explaining figures", parsing, start);
    article_free(article);
    buf_finish(&text);
}

int main(void)
{
    struct CMUnitTest tests[N_ELEMENTS(patterns)];
    for (size_t i = 0; i < N_ELEMENTS(patterns); i++)
        tests[i] = (struct CMUnitTest){.name = patterns[i].name,
                                       .test_func = ends_in_time,
                                       .initial_state = (void *)&patterns[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

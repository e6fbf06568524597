/* Reads pictures back: counts the icons that are on and off, and gets the
 * number that the mark on a ruler shows. */
#include "article/risk.h"

#include <dirent.h>
#include <math.h>
#include <string.h>

#include "../unit.h"
#include "base/strs.h"
#include "text/layout.h"

struct picture {
    size_t n_on, n_off;
    size_t n_lines; /* with icons or a ruler */
    size_t mark;    /* cells before the last mark that was found */
};

static size_t count(const struct line *line, const char *glyph, size_t *at)
{
    size_t n = 0, cells = 0;
    for (uint32_t i = 0; i < line->n_spans; i++) {
        const struct span *span = &line->spans[i];
        const char *text = span->text, *end = text + span->n_bytes;
        for (; text < end; text++) {
            if (!strncmp(text, glyph, strlen(glyph))) {
                *at = cells;
                n++;
            }
            cells += ((unsigned char)*text & 0xC0) != 0x80;
        }
    }
    return n;
}

static bool has_braille(const struct line *line)
{
    for (uint32_t i = 0; i < line->n_spans; i++)
        for (uint32_t at = 0; at + 1 < line->spans[i].n_bytes; at++)
            if (line->spans[i].text[at] == '\xE2' &&
                (unsigned char)line->spans[i].text[at + 1] >= 0xA0 &&
                (unsigned char)line->spans[i].text[at + 1] <= 0xA3)
                return true;
    return false;
}

/* The key is words. */
static bool is_key(const struct line *line)
{
    for (uint32_t i = 0; i < line->n_spans; i++)
        if (memmem(line->spans[i].text, line->spans[i].n_bytes, " 1 person",
                   strlen(" 1 person")) ||
            memmem(line->spans[i].text, line->spans[i].n_bytes, " 1 ng",
                   strlen(" 1 ng")) ||
            memmem(line->spans[i].text, line->spans[i].n_bytes, "1人",
                   strlen("1人")))
            return true;
    return false;
}

/* Reads the pictures of one block of a layout. */
static struct picture read_picture(struct layout *layout, size_t block)
{
    struct picture picture = {0};
    size_t n_lines, unused;
    const struct line *lines = layout_lines(layout, block, &n_lines);
    for (size_t i = 0; i < n_lines; i++) {
        if (is_key(&lines[i]))
            continue;
        size_t n_on = count(&lines[i], "▮", &picture.mark);
        size_t n_off = count(&lines[i], "▯", &unused);
        assert_true(lines[i].cells <= layout_options(layout)->cells);
        assert_false(has_braille(&lines[i]));
        picture.n_on += n_on;
        picture.n_off += n_off;
        picture.n_lines += n_on + n_off > 0;
    }
    return picture;
}

static struct article *article_of_rows(long per, const long *n, size_t n_rows)
{
    struct buf source;
    buf_init(&source);
    buf_printf(&source,
               "```risk\npopulation: a\nperiod: b\noutcome: harm\nper: %ld\n"
               "rows:\n",
               per);
    for (size_t i = 0; i < n_rows; i++)
        buf_printf(&source, "- {label: The row of the number %zu, n: %ld}\n", i,
                   n[i]);
    buf_add(&source, "```\n");
    struct article *article = article_parse(source.data, source.n_bytes, NULL);
    buf_finish(&source);
    return article;
}

static struct picture picture_of(const struct article *article, unsigned cells)
{
    struct layout_options options = {.cells = cells, .pictures = true};
    struct layout *layout = layout_new(article, &options);
    struct picture picture = read_picture(layout, 0);
    layout_free(layout);
    return picture;
}

static void each_icon_is_one_person(void **state)
{
    (void)state;
    static const long counts[][4] = {
        {0}, {1}, {45}, {99}, {100}, {7, 93}, {1, 2, 3}, {0, 50, 100, 10}};
    static const size_t n_rows[] = {1, 1, 1, 1, 1, 2, 3, 4};
    static const unsigned widths[] = {24, 40, 66, 72, 80, 120, 200, 500};
    for (size_t i = 0; i < N_ELEMENTS(counts); i++)
        for (long per = 100; per <= 1000; per *= 10) {
            struct article *article =
                article_of_rows(per, counts[i], n_rows[i]);
            size_t sum = 0;
            for (size_t row = 0; row < n_rows[i]; row++)
                sum += (size_t)counts[i][row];
            for (size_t j = 0; j < N_ELEMENTS(widths); j++) {
                struct picture picture = picture_of(article, widths[j]);
                assert_int_equal(picture.n_on, sum);
                assert_int_equal(picture.n_off, n_rows[i] * (size_t)per - sum);
            }
            article_free(article);
        }
}

static void wide_pictures_stand_side_by_side(void **state)
{
    (void)state;
    static const struct {
        long per;
        unsigned cells;
        size_t n_rows, n_lines;
    } cases[] = {
        {100, 80, 2, 5},   {100, 40, 2, 10},   {100, 30, 2, 10},
        {100, 24, 2, 20},  {100, 120, 4, 5},   {1000, 80, 1, 20},
        {1000, 80, 2, 40}, {1000, 120, 2, 20}, {1000, 200, 1, 10},
        {1000, 40, 1, 40}, {1000, 40, 2, 80},
    };
    static const long n[] = {5, 10, 20, 40};
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct article *article =
            article_of_rows(cases[i].per, n, cases[i].n_rows);
        struct picture picture = picture_of(article, cases[i].cells);
        assert_int_equal(picture.n_lines, cases[i].n_lines);
        article_free(article);
    }
}

/* The box begins two cells from the left. */
static void a_mark_tells_its_number(void **state)
{
    (void)state;
    static const unsigned widths[] = {40, 66, 80, 200};
    for (long per = 10000; per <= 100000; per *= 10)
        for (long n = 1; n <= per; n *= 10) {
            struct article *article = article_of_rows(per, &n, 1);
            size_t decade = (size_t)lround(log10((double)n));
            for (size_t i = 0; i < N_ELEMENTS(widths); i++) {
                size_t n_decades = per == 10000 ? 4 : 5;
                size_t cells = (widths[i] - 5) / n_decades;
                struct picture picture = picture_of(article, widths[i]);
                assert_int_equal(picture.n_on, 1);
                assert_int_equal(picture.mark,
                                 2 + decade * (cells < 14 ? cells : 14));
            }
            article_free(article);
        }
}

/* An interval that reaches down to nobody begins where the ruler does. */
static void an_interval_may_begin_at_nobody(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "- {label: a, n: 0, low: 0, high: 100}\n",
        "- {label: a, n: 10, low: 0, high: 100}\n",
        "- {label: a, n: 10, low: 1, high: 100}\n",
    };
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        struct buf source;
        buf_init(&source);
        buf_printf(&source,
                   "```risk\npopulation: a\nperiod: b\noutcome: harm\n"
                   "per: 10000\nrows:\n%s```\n",
                   rows[i]);
        struct article *article =
            article_parse(source.data, source.n_bytes, NULL);
        struct layout_options options = {.cells = 80, .pictures = true};
        struct layout *layout = layout_new(article, &options);
        size_t n_lines, n_heavy = 0, at;
        const struct line *lines = layout_lines(layout, 0, &n_lines);
        for (size_t k = 0; k < n_lines; k++)
            n_heavy += count(&lines[k], "━", &at);
        assert_int_equal(n_heavy, 28); /* two decades, with or without a mark */
        layout_free(layout);
        article_free(article);
        buf_finish(&source);
    }
}

static void no_picture_without_figures(void **state)
{
    (void)state;
    const long n[] = {101}, good[] = {5};
    struct article *article = article_of_rows(100, n, 1);
    assert_int_equal(picture_of(article, 80).n_lines, 0);
    article_free(article);
    article = article_of_rows(100, good, 1);
    const struct layout_options kinds[] = {
        {.cells = 80},
        {.cells = 80, .pictures = true, .linear = true},
    };
    for (size_t i = 0; i < N_ELEMENTS(kinds); i++) {
        struct layout *layout = layout_new(article, &kinds[i]);
        assert_int_equal(read_picture(layout, 0).n_lines, 0);
        layout_free(layout);
    }
    assert_int_equal(picture_of(article, 12).n_lines, 0);
    article_free(article);
}

/* Returns the number of blocks. */
static size_t check_article(const char *path)
{
    static const unsigned widths[] = {40, 80, 120, 200};
    size_t n_blocks = 0;
    struct article *article = article_open(path, NULL);
    assert_non_null(article);
    for (size_t i = 0; i < N_ELEMENTS(widths); i++) {
        struct layout_options options = {.cells = widths[i], .pictures = true};
        struct layout *layout = layout_new(article, &options);
        for (size_t block = 0; block < article->n_blocks; block++) {
            const struct node *node = article->blocks[block];
            if (node->type != NODE_RISK)
                continue;
            const struct risk *risk = node->risk;
            size_t n_on = 0;
            for (size_t row = 0; row < risk->n_rows; row++)
                n_on += risk->per > 1000 ? 1 : (size_t)risk->rows[row].n;
            struct picture picture = read_picture(layout, block);
            assert_int_equal(picture.n_on, n_on);
            if (risk->per <= 1000)
                assert_int_equal(picture.n_off,
                                 risk->n_rows * (size_t)risk->per - n_on);
            n_blocks++;
        }
        layout_free(layout);
    }
    article_free(article);
    return n_blocks / N_ELEMENTS(widths);
}

static void pictures_of_the_library_are_right(void **state)
{
    (void)state;
    const char *folder = getenv("MEDFAQ_ARTICLES");
    size_t n_blocks = 0;
    DIR *dir = opendir(folder ? folder : "articles");
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));) {
        char path[1024];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (str_ends(entry->d_name, ".md"))
            n_blocks += check_article(path);
    }
    closedir(dir);
    assert_true(n_blocks > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_icon_is_one_person),
        cmocka_unit_test(wide_pictures_stand_side_by_side),
        cmocka_unit_test(a_mark_tells_its_number),
        cmocka_unit_test(an_interval_may_begin_at_nobody),
        cmocka_unit_test(no_picture_without_figures),
        cmocka_unit_test(pictures_of_the_library_are_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

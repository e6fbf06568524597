/* A section that is opened alone has the text that it has in its article. */
#include "index/section_text.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "../unit.h"
#include "base/file.h"

static void check_section(const char *path, const struct article *article,
                          size_t i)
{
    const struct section *section = &article->sections[i];
    struct buf expected, found;
    struct article *part = article_open_section(
        path, (struct source_range){section->source_start,
                                    i + 1 < article->n_sections
                                        ? section[1].source_start
                                        : UINT32_MAX});
    buf_init(&expected);
    buf_init(&found);
    section_add_text(article, section, &expected);
    if (!part)
        fail_msg("%s: section %zu is not there", path, i + 1);
    assert_int_equal(part->n_sections, 1);
    section_add_text(part, part->sections, &found);
    assert_string_equal(found.data, expected.data);
    if (section->title)
        assert_string_equal(part->sections->title, section->title);
    else
        assert_null(part->sections->title);
    buf_finish(&expected);
    buf_finish(&found);
    article_free(part);
}

static size_t check_article(const char *path)
{
    struct article *article = article_open(path, NULL);
    assert_non_null(article);
    size_t n = article->n_sections;
    for (size_t i = 0; i < n; i++)
        check_section(path, article, i);
    article_free(article);
    return n;
}

static void bundled_sections_are_the_same(void **state)
{
    (void)state;
    char pattern[512];
    glob_t files;
    size_t n = 0;
    snprintf(pattern, sizeof pattern, "%s/*.md", getenv("MEDFAQ_ARTICLES"));
    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++)
        n += check_article(files.gl_pathv[i]);
    globfree(&files);
    assert_true(n > 300);
}

/* What a section needs from elsewhere, and what must not be taken for its
 * boundary. */
static const char *const articles[] = {
    "Text before.\n\n# Title\n\nMore.\n\n## A\n\nOne.\n\n## B\n\nTwo.\n",
    "# Title\n\nStart.\n\n## A\n\n[link] to [it][b].\n\n## B\n\nTwo.\n\n"
    "[link]: https://example.org\n\n[b]: https://example.org/b\n",
    "# A\n\nOne.\n\n# B\n\nTwo.\n\n# Title\n\nThree.\n",
    "## A\n\nOne[^n].\n\n[^n]: The note.\n\n    Its second part.\n\n## B\n\n"
    "Two[^n] and[^m].\n\n[^m]: Another.\n",
    "A\n===\n\n- item\n\n  ## Not a section\n\n  text\n\nB\n===\n\n> # "
    "Quoted\n",
    "## A\n\n```\n## Code\n```\n\n<!--\n## Comment\n-->\n\n## B\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n## C\n",
    "## A {kind=risks}\n\nOne.\n\n## B {#b}\n\n> [!warning]\n> Two.\n",
    "No heading at all.\n\n- one\n- two\n",
    "---\ntitle: T\nlang: de\nsources:\n  - {id: a, title: S}\n---\n## A\n\n"
    "Eins[^a].\n## B\nZwei.\n",
    "## \n\nEmpty heading.\n\n## \n\nAnother.\n",
    "",
};

static void write_article(const char *path, size_t i, size_t n_times)
{
    struct buf text;
    buf_init(&text);
    buf_add(&text, articles[i]);
    /* Long enough to be cut into parts. */
    for (size_t k = 0; k < n_times; k++)
        buf_printf(&text, "\n## Section %zu\n\n%s\n", k,
                   "Words that fill a line so that parts are cut here. ");
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fwrite(text.data, 1, text.n_bytes, out);
    fclose(out);
    buf_finish(&text);
}

static void parts_need_the_whole(void **state)
{
    (void)state;
    char path[] = "/tmp/medfaq-section-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    for (size_t i = 0; i < N_ELEMENTS(articles); i++)
        for (size_t n = 0; n <= 100; n += 50) {
            write_article(path, i, n);
            check_article(path);
        }
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bundled_sections_are_the_same),
        cmocka_unit_test(parts_need_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

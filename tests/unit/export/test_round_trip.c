/* Markdown exports preserve articles: parsed again, an export gives the same
 * tree. Files named on the command line are tried, too: articles, or a
 * CommonMark specification with its examples. */
#include "export/export.h"

#include <stdio.h>
#include <string.h>

#include "../unit.h"

#include "../article/tree.h"
#include "base/file.h"
#include "base/strs.h"
#include "text/word.h"

static bool is_emptiness(const struct article *article, const struct node *node,
                         const char *lang)
{
    const char *words = word_in(WORD_EMPTY, lang);
    size_t n = node->text_end - node->text_start;
    return node->type == NODE_PARAGRAPH && node->first &&
           node->first->type == NODE_EMPH && n == strlen(words) &&
           !memcmp(article->text + node->text_start, words, n);
}

/* Tells whether an article has a footnote with an id. In exports, sources
 * become footnotes. */
static bool has_note(const struct article *article, const char *id)
{
    for (size_t i = 0; i < article->n_references; i++)
        if (article->references[i].note &&
            str_equal(article->references[i].id, id))
            return true;
    return false;
}

/* Appends the blocks from block on, without the export's remarks on empty
 * sections, and the footnotes that the original has. */
static void dump(const struct article *article, size_t block,
                 const struct article *original, struct buf *out)
{
    buf_printf(out, "<%s>", article->title);
    for (; block < article->n_blocks; block++)
        if (!is_emptiness(article, article->blocks[block], original->lang))
            tree_add(article, article->blocks[block], out);
    for (size_t i = 0; i < article->n_references; i++)
        if (has_note(original, article->references[i].id) &&
            article->references[i].note)
            tree_add(article, article->references[i].note, out);
}

static struct article *parse_export(const struct article *article,
                                    const char *path)
{
    const struct export_options options = {.cells = 60};
    struct buf out;
    buf_init(&out);
    export_format_find("markdown")->write(article, &options, &out);
    struct article *again = article_parse(out.data, out.n_bytes, path);
    buf_finish(&out);
    return again;
}

static bool is_same(const char *source, size_t n_bytes, const char *path)
{
    struct article *article = article_parse(source, n_bytes, path);
    struct article *again = parse_export(article, path);
    struct buf before, after;
    buf_init(&before);
    buf_init(&after);
    dump(article, 0, article, &before);
    dump(again, 1, article, &after);
    bool same = !strcmp(before.data, after.data);
    if (!same)
        fprintf(stderr, "%.400s\n was    %s\n became %s\n", source, before.data,
                after.data);
    buf_finish(&before);
    buf_finish(&after);
    article_free(article);
    article_free(again);
    return same;
}

static const char *const cases[] = {
#include "round_trip_cases.inc"
};

static void exports_say_the_same(void **state)
{
    (void)state;
    size_t n_other = 0;
    assert_true(N_ELEMENTS(cases) > 100);
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        n_other += !is_same(cases[i], strlen(cases[i]), "x.md");
    assert_int_equal(n_other, 0);
}

static size_t try_examples(const char *text, size_t *n)
{
    static const char fence[] = "\n```````````````````````````````` example";
    size_t n_other = 0;
    const char *at = text;
    while ((at = strstr(at, fence))) {
        at = strchr(at + 1, '\n') + 1;
        const char *end = strstr(at - 1, "\n.\n");
        struct buf source;
        buf_init(&source);
        for (; at <= end; at++)
            if (!strncmp(at, "\u2192", 3)) {
                buf_add_char(&source, '\t');
                at += 2;
            } else {
                buf_add_char(&source, *at);
            }
        n_other += !is_same(source.data, source.n_bytes, "x.md");
        ++*n;
        buf_finish(&source);
    }
    return n_other;
}

static int try_files(int n_files, char **files)
{
    size_t n = 0, n_other = 0;
    for (int i = 0; i < n_files; i++) {
        struct buf content;
        struct error err;
        buf_init(&content);
        if (!file_read(files[i], ARTICLE_MAX_BYTES, &content, NULL, &err))
            fprintf(stderr, "%s\n", err.message);
        else if (str_ends(files[i], "spec.txt"))
            n_other += try_examples(content.data, &n);
        else
            n_other += ++n && !is_same(content.data, content.n_bytes, files[i]);
        buf_finish(&content);
    }
    printf("%zu tried, %zu changed\n", n, n_other);
    return n_other > 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exports_say_the_same),
    };
    return argc > 1 ? try_files(argc - 1, argv + 1)
                    : cmocka_run_group_tests(tests, NULL, NULL);
}

/* Nothing is lost: each word of the text that libcmark finds is in the
 * article's text, or belongs to markup that medfaq shows in another way. */
#include <ctype.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "../unit.h"
#include "article/article.h"
#include "base/buf.h"
#include "base/strs.h"

static bool is_word_byte(char byte)
{
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static void add_words(struct strs *words, const char *text)
{
    while (*text) {
        size_t n = 0;
        while (is_word_byte(text[n]))
            n++;
        if (n) {
            char *word = strndup(text, n);
            strs_add(words, word);
            free(word);
        }
        text += n + (text[n] != '\0');
    }
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void sort(struct strs *words)
{
    if (words->n)
        qsort(words->items, words->n, sizeof *words->items, compare);
}

/* Returns text without comments; the caller frees it. */
static char *without_comments(const char *text)
{
    char *copy = strdup(text);
    for (char *open; (open = strstr(copy, "<!--"));) {
        char *close = strstr(open + 4, "-->");
        if (!close)
            break;
        memmove(open, close + 3, strlen(close + 3) + 1);
    }
    return copy;
}

/* Adds the words that libcmark finds, except risk blocks, which become
 * sentences. */
static void add_words_of_cmark(struct strs *words, const char *body)
{
    cmark_node *root =
        cmark_parse_document(body, strlen(body), CMARK_OPT_VALIDATE_UTF8);
    cmark_iter *iter = cmark_iter_new(root);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        const char *literal = cmark_node_get_literal(node);
        const char *info = cmark_node_get_fence_info(node);
        bool html = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK ||
                    cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE;
        if (!literal || cmark_iter_get_event_type(iter) != CMARK_EVENT_ENTER ||
            (info && str_starts(info, "risk")) ||
            (html && str_starts(literal, "<br")))
            continue;
        char *text = html ? without_comments(literal) : strdup(literal);
        add_words(words, text);
        free(text);
    }
    cmark_iter_free(iter);
    cmark_node_free(root);
}

/* Works node by node: to libcmark, "**bold**text" is two words. */
static void add_words_of_nodes(struct strs *words,
                               const struct article *article,
                               const struct node *root)
{
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        if (node->type == NODE_ALERT)
            add_words(words, alert_name(node->alert));
        if (node->first)
            continue;
        char *text = strndup(article->text + node->text_start,
                             node->text_end - node->text_start);
        add_words(words, text);
        free(text);
    }
}

/* Adds the article's text, and what is shown besides. */
static void add_words_of_article(struct strs *words,
                                 const struct article *article)
{
    add_words(words, article->title);
    add_words_of_nodes(words, article, article->root);
    for (size_t i = 0; i < article->n_references; i++) {
        const struct reference *reference = &article->references[i];
        add_words(words, reference->id);
        if (reference->note)
            add_words_of_nodes(words, article, reference->note);
    }
    for (size_t i = 0; i < article->n_headings; i++) {
        const struct heading *heading = &article->headings[i];
        if (heading->kind_by_author) {
            add_words(words, "kind");
            add_words(words, kind_get(heading->kind)->id);
        }
        if (heading->anchor)
            add_words(words, heading->anchor);
    }
}

static void check(const char *name, const char *source, size_t n_bytes)
{
    struct article *article = article_parse(source, n_bytes, name);
    struct strs of_cmark, of_article;
    strs_init(&of_cmark);
    strs_init(&of_article);
    add_words_of_cmark(&of_cmark, source + article->body_start);
    add_words_of_article(&of_article, article);
    sort(&of_cmark);
    sort(&of_article);
    size_t j = 0;
    for (size_t i = 0; i < of_cmark.n; i++, j++) {
        while (j < of_article.n &&
               strcmp(of_article.items[j], of_cmark.items[i]) < 0)
            j++;
        if (j == of_article.n || strcmp(of_article.items[j], of_cmark.items[i]))
            fail_msg("%s: \"%s\" is lost", name, of_cmark.items[i]);
    }
    strs_finish(&of_cmark);
    strs_finish(&of_article);
    article_free(article);
}

static void keeps_small_texts(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "# Title\n\ntext\n\n## One *two* `three` {kind=risks #four}",
        "> [!NOTE] one\n> two\n\n> [!OTHER] three",
        "one[^a] two\n\n[^a]: three *four*\n\n    five\n\n    - six\n\nseven",
        "[^a]: one\n[^a]: two\n[^b]: three [^c]",
        "| a | b |\n|---|---|\n| c \\| d | *e* | f | g |\nh",
        "one\n| a |\n|---|\n| b |\n===",
        "<div>one</div>\n\ntwo <b>three</b><br>four <!-- five --> six",
        "<!-- one --> two\n\n<!-- never closed\n\nthree",
        "- one\n\n  ```x y\n  [^z]: two\n  ```\n- [^w]: three\n- four",
        "```\n[^a]: one\n[b]: two\n```\n\n    [^c]: three",
        "![one *two* [three](a)](b \"c\") [four][nothing]",
        "1. one\n   > two\n   > - three\nlazy four\n\n  five",
        "one &amp; two&lt;three &#x66;our \\*five\\* six\\\nseven",
        "> > > > one\n> two\n>\n> ## three {#x}\n\n[!NOTE] four",
    };
    for (size_t i = 0; i < N_ELEMENTS(texts); i++)
        check(texts[i], texts[i], strlen(texts[i]));
}

static void keeps_our_articles(void **state)
{
    (void)state;
    char pattern[4096];
    snprintf(pattern, sizeof pattern, "%s/../articles/*.md",
             getenv("MEDFAQ_TESTS"));
    glob_t found;
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct buf source;
        struct error err;
        buf_init(&source);
        if (!file_read(found.gl_pathv[i], 0, &source, NULL, &err))
            fail_msg("%s", err.message);
        check(found.gl_pathv[i], source.data, source.n_bytes);
        buf_finish(&source);
    }
    globfree(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_small_texts),
        cmocka_unit_test(keeps_our_articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

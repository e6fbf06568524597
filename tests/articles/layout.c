/* Lays out every article in a folder at several widths: nothing of its text
 * may be lost, compared with libcmark's own view of it, and no line may be too
 * wide. [libcmark] */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CMARK_NO_SHORT_NAMES /* they are those of article/node.h */
#include <cmark.h>

#include "article/article.h"
#include "base/buf.h"
#include "base/grapheme.h"
#include "base/mem.h"
#include "base/safe.h"
#include "base/strs.h"
#include "base/utf8.h"
#include "text/layout.h"

static const struct layout_options modes[] = {
    {.cells = 1, .ending = true},
    {.cells = 20, .ending = true},
    {.cells = 40, .ending = true},
    {.cells = 80, .ending = true},
    {.cells = 200, .ending = true},
    {.cells = 500, .ending = true},
    {.cells = 40, .ending = true, .linear = true},
};

#define N_MODES (sizeof modes / sizeof *modes)

/* A word of visible text. */
struct word {
    const char *text;
    size_t n_bytes;
};

struct words {
    struct word *items;
    size_t n, capacity;
};

static bool is_word_byte(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

static int compare_words(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    size_t n_bytes = a->n_bytes < b->n_bytes ? a->n_bytes : b->n_bytes;
    int order = memcmp(a->text, b->text, n_bytes);
    return order ? order
                 : (a->n_bytes > b->n_bytes) - (a->n_bytes < b->n_bytes);
}

/* The words of a text, sorted. */
static struct words words_of(const char *text, size_t n_bytes)
{
    struct words words = {0};
    for (size_t i = 0; i < n_bytes;) {
        size_t start = i;
        while (i < n_bytes && is_word_byte(text[i]))
            i++;
        if (i > start) {
            words.items = mem_grow(words.items, words.n, &words.capacity,
                                   sizeof *words.items);
            words.items[words.n++] = (struct word){text + start, i - start};
        } else {
            i++;
        }
    }
    if (words.n)
        qsort(words.items, words.n, sizeof *words.items, compare_words);
    return words;
}

/* Does the article have each word as often as libcmark? */
static bool has_words(const struct words *found, const struct words *expected)
{
    size_t at = 0;
    for (size_t i = 0; i < expected->n; i++) {
        const struct word *word = &expected->items[i];
        while (at < found->n && compare_words(&found->items[at], word) < 0)
            at++;
        if (at == found->n || compare_words(&found->items[at], word)) {
            printf("# lost: %.*s\n", (int)word->n_bytes, word->text);
            return false;
        }
        at++;
    }
    return true;
}

/* What medfaq shows in another way: the suffix of a heading, the word of an
 * alert, where a link leads; and what is no visible text. */
static const struct {
    const char *start, *end;
} asides[] = {
    {"{kind=", "}"}, {"{#", "}"}, {"[!", "]"}, {"<!--", "-->"}, {"[[", "|"}};

static void blank_asides(struct buf *text)
{
    for (size_t i = 0; i < sizeof asides / sizeof *asides; i++) {
        char *start = strstr(text->data, asides[i].start);
        while (start) {
            char *end = strstr(start, asides[i].end);
            if (!end)
                break;
            memset(start, ' ', (size_t)(end - start));
            start = strstr(end, asides[i].start);
        }
    }
}

static bool is_risk(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK &&
           !strcmp(cmark_node_get_fence_info(node), "risk");
}

/* The visible text of libcmark's tree. */
static void text_of_tree(cmark_node *root, struct buf *out)
{
    cmark_iter *iter = cmark_iter_new(root);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        const char *literal = cmark_node_get_literal(node);
        if (literal && !is_risk(node))
            buf_add(out, literal);
        else if (cmark_node_get_type(node) < CMARK_NODE_FIRST_INLINE ||
                 cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK ||
                 cmark_node_get_type(node) == CMARK_NODE_LINEBREAK)
            buf_add_char(out, '\n');
    }
    cmark_iter_free(iter);
    blank_asides(out);
}

/* The text of the article, and what of libcmark's text has its own place: a
 * heading that repeats the title, the labels of notes. */
static void text_of_article(const struct article *article, struct buf *out)
{
    buf_add_n(out, article->text, article->n_text_bytes);
    buf_printf(out, "\n%s", article->title);
    for (size_t i = 0; i < article->n_references; i++)
        buf_printf(out, "\n%s", article->references[i].id);
}

static bool tree_is_kept(const struct article *article)
{
    cmark_node *root = cmark_parse_document(
        article->source + article->body_start,
        article->n_source_bytes - article->body_start, CMARK_OPT_VALIDATE_UTF8);
    struct buf text, own;
    buf_init(&text);
    buf_init(&own);
    text_of_tree(root, &text);
    text_of_article(article, &own);
    struct words expected = words_of(text.data, text.n_bytes);
    struct words found = words_of(own.data, own.n_bytes);
    bool kept = has_words(&found, &expected);
    free(expected.items);
    free(found.items);
    buf_finish(&text);
    buf_finish(&own);
    cmark_node_free(root);
    return kept;
}

/* Equal, but for white space, of which all is shown as spaces. */
static bool same_text(const char *text, const char *shown, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++)
        if (text[i] != shown[i] && !(shown[i] == ' ' && text[i] == '\t'))
            return false;
    return true;
}

/* Marks the bytes of article->text that the span shows; false if it shows
 * something else. */
static bool mark_span(const struct article *article, const struct span *span,
                      char *shown)
{
    if (span->text_start == NO_TEXT)
        return true;
    size_t n_bytes = span->text_end - span->text_start;
    memset(shown + span->text_start, 1, n_bytes);
    bool stands_for = span->role == ROLE_CITATION || span->role == ROLE_CONTROL;
    bool replaced =
        span->n_bytes == 3 && !memcmp(span->text, "\xEF\xBF\xBD", 3);
    return stands_for || replaced || n_bytes != span->n_bytes ||
           same_text(article->text + span->text_start, span->text, n_bytes);
}

static bool check_line(const struct article *article, const struct line *line,
                       unsigned cells, char *shown)
{
    size_t sum = 0;
    for (size_t i = 0; i < line->n_spans; i++) {
        const struct span *span = &line->spans[i];
        if (!mark_span(article, span, shown)) {
            printf("# a span differs: %.*s\n", (int)span->n_bytes, span->text);
            return false;
        }
        sum += grapheme_text_cells(span->text, span->n_bytes);
    }
    if (sum != line->cells || sum > cells) {
        printf("# at %u cells a line has %zu and says %u\n", cells, sum,
               line->cells);
        return false;
    }
    return true;
}

/* Is it white space, or one of those that are dropped, such as U+200B? */
static bool is_invisible(const char *text, size_t n_bytes)
{
    struct buf safe;
    buf_init(&safe);
    safe_text(text, n_bytes, NULL, &safe);
    bool invisible = !strcmp(safe.data, "") || !strcmp(safe.data, " ");
    buf_finish(&safe);
    return invisible;
}

static bool all_is_marked(const struct article *article, const char *shown)
{
    const char *text = article->text;
    for (size_t i = 0, n; i < article->n_text_bytes; i += n) {
        uint32_t code_point;
        n = utf8_decode(text + i, article->n_text_bytes - i, &code_point);
        if (shown[i] || is_invisible(text + i, n))
            continue;
        printf("# lost: %.40s\n", text + i);
        return false;
    }
    return true;
}

static bool all_is_shown(const struct article *article,
                         const struct layout_options *options)
{
    struct layout *layout = layout_new(article, options);
    char *shown = mem_calloc(article->n_text_bytes, 1);
    bool good = true;
    for (size_t i = 0; good && i < layout_n_blocks(layout); i++) {
        size_t n_lines;
        const struct line *lines = layout_lines(layout, i, &n_lines);
        for (size_t j = 0; good && j < n_lines; j++)
            good = check_line(article, &lines[j], options->cells, shown);
    }
    good = good && all_is_marked(article, shown);
    free(shown);
    layout_free(layout);
    return good;
}

static unsigned check(const char *path, const char *name, unsigned *n)
{
    struct error err = {0};
    struct article *article = article_open(path, &err);
    unsigned n_failed = 0;
    bool kept = article && tree_is_kept(article);
    if (!article)
        printf("# %s\n", err.message);
    printf("%sok %u - %s is whole\n", kept ? "" : "not ", ++*n, name);
    n_failed += !kept;
    for (size_t i = 0; article && i < N_MODES; i++) {
        bool good = all_is_shown(article, &modes[i]);
        printf("%sok %u - %s at %u cells%s\n", good ? "" : "not ", ++*n, name,
               modes[i].cells, modes[i].linear ? ", linear" : "");
        n_failed += !good;
    }
    article_free(article);
    return n_failed;
}

static int is_article(const struct dirent *entry)
{
    return str_ends(entry->d_name, ".md");
}

int main(int argc, char **argv)
{
    unsigned n = 0, n_failed = 0;
    for (int i = 1; i < argc; i++) {
        struct dirent **entries;
        int n_entries = scandir(argv[i], &entries, is_article, alphasort);
        for (int j = 0; j < n_entries; j++) {
            char *path = file_join(argv[i], entries[j]->d_name);
            n_failed += check(path, entries[j]->d_name, &n);
            free(path);
            free(entries[j]);
        }
        if (n_entries >= 0)
            free(entries);
    }
    printf("1..%u\n", n);
    return n_failed > 0 || !n;
}

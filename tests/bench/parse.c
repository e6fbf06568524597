/* Opening a large article beside libcmark's own parse of the same text, in
 * turn, each in a process of its own, as articles are opened: libcmark leaves
 * work for the next one who asks malloc.
 *
 * parse ARTICLE */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "article/article.h"
#include "base/buf.h"
#include "pair.h"

#define ROUNDS 9
#define START_BYTES ((size_t)64 << 10)

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void open_article(const struct buf *text)
{
    article_free(article_parse(text->data, text->n_bytes, "large.md"));
}

static void open_start(const struct buf *text)
{
    bool whole;
    article_free(article_parse_start(text->data, text->n_bytes, "large.md",
                                     START_BYTES, &whole));
}

static void parse_only(const struct buf *text)
{
    cmark_node_free(cmark_parse_document(text->data, text->n_bytes,
                                         CMARK_OPT_VALIDATE_UTF8));
}

/* CPU time of work on text in a new process. */
static double measure(void (*work)(const struct buf *), const struct buf *text)
{
    int ends[2];
    double ms = 0;
    if (pipe(ends) != 0)
        abort();
    pid_t child = fork();
    if (child == 0) {
        double start = now_ms();
        work(text);
        ms = now_ms() - start;
        _exit(write(ends[1], &ms, sizeof ms) != sizeof ms);
    }
    if (child < 0 || read(ends[0], &ms, sizeof ms) != sizeof ms)
        abort();
    waitpid(child, NULL, 0);
    close(ends[0]);
    close(ends[1]);
    return ms;
}

static void compare(const char *name, const struct buf *text)
{
    double ours[ROUNDS], starts[ROUNDS], cmarks[ROUNDS], ratios[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        ours[round] = measure(open_article, text);
        cmarks[round] = measure(parse_only, text);
        starts[round] = measure(open_start, text);
        ratios[round] = ours[round] / cmarks[round];
    }
    printf("parse, %s, %.2f MB: medfaq %.2f ms (its start %.2f), "
           "libcmark %.2f ms, ratio %.2f\n",
           name, (double)text->n_bytes / 1e6, median(ours, ROUNDS),
           median(starts, ROUNDS), median(cmarks, ROUNDS),
           median(ratios, ROUNDS));
}

static void add_table(struct buf *text)
{
    buf_add(text, "| Dose | How often | Note |\n|---|---:|---|\n");
    for (int row = 0; row < 10; row++)
        buf_printf(text, "| %d mg | %d times | with *food* and water |\n",
                   row * 100, row);
    buf_add(text, "\n");
}

/* The same with all headings different and a table in every section. */
static void add_varied(struct buf *text, const char *body, size_t number)
{
    while (*body) {
        size_t n = strcspn(body, "\n");
        bool heading = *body == '#';
        if (heading)
            add_table(text);
        buf_add_n(text, body, n);
        if (heading)
            buf_printf(text, " %zu", number);
        buf_add_char(text, '\n');
        body += n + (body[n] == '\n');
    }
}

static void compare_repeated(const char *body, size_t size)
{
    struct buf same, varied;
    buf_init(&same);
    buf_init(&varied);
    while (same.n_bytes < size) {
        buf_add(&same, body);
        buf_add_char(&same, '\n');
    }
    for (size_t i = 0; varied.n_bytes < size; i++)
        add_varied(&varied, body, i);
    compare("repeated", &same);
    compare("varied", &varied);
    buf_finish(&same);
    buf_finish(&varied);
}

int main(int argc, char **argv)
{
    struct buf article;
    struct error err;
    buf_init(&article);
    if (argc != 2 || !file_read(argv[1], 0, &article, NULL, &err)) {
        fprintf(stderr, "usage: parse ARTICLE\n");
        return 2;
    }
    const char *body = strstr(article.data, "\n---\n");
    body = body ? body + 5 : article.data;
    compare("as it is", &article);
    for (size_t size = 1000000; size <= 10000000; size *= 10)
        compare_repeated(body, size);
    buf_finish(&article);
    return 0;
}

/* Opening a large article beside libcmark's own parse of the same text, in
 * turn, in one process.
 *
 * parse ARTICLE */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "article/article.h"
#include "base/buf.h"
#include "pair.h"

#define ROUNDS 9

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void compare(const char *text, size_t n_bytes)
{
    double ours[ROUNDS], cmarks[ROUNDS], ratios[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        double start = now_ms();
        article_free(article_parse(text, n_bytes, "large.md"));
        ours[round] = now_ms() - start;
        start = now_ms();
        cmark_node_free(
            cmark_parse_document(text, n_bytes, CMARK_OPT_VALIDATE_UTF8));
        cmarks[round] = now_ms() - start;
        ratios[round] = ours[round] / cmarks[round];
    }
    printf("parse, %.1f MB: medfaq %.1f ms, libcmark %.1f ms, ratio %.2f\n",
           (double)n_bytes / 1e6, median(ours, ROUNDS), median(cmarks, ROUNDS),
           median(ratios, ROUNDS));
}

int main(int argc, char **argv)
{
    struct buf article, large;
    struct error err;
    buf_init(&article);
    buf_init(&large);
    if (argc != 2 || !file_read(argv[1], 0, &article, NULL, &err)) {
        fprintf(stderr, "usage: parse ARTICLE\n");
        return 2;
    }
    const char *body = strstr(article.data, "\n---\n");
    body = body ? body + 5 : article.data;
    for (size_t size = 1000000; size <= 10000000; size *= 10) {
        buf_clear(&large);
        while (large.n_bytes < size) {
            buf_add(&large, body);
            buf_add_char(&large, '\n');
        }
        compare(large.data, large.n_bytes);
    }
    buf_finish(&large);
    buf_finish(&article);
    return 0;
}

/* How long 1 MB of the articles' text takes in the loops that go through every
 * byte of it: folding for search, and line breaking. Prints the median of some
 * rounds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/fold.h"
#include "base/linebreak.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "measure.h"

#define N_BYTES ((size_t)1 << 20)
#define N_ROUNDS 21

static void fold(const struct buf *text)
{
    struct buf out;
    buf_init(&out);
    fold_text(text->data, text->n_bytes, FOLD_ALL, &out);
    buf_finish(&out);
}

static void fold_with_spaces(const struct buf *text)
{
    struct buf out;
    buf_init(&out);
    fold_text(text->data, text->n_bytes, FOLD_ALL | FOLD_SPACES, &out);
    buf_finish(&out);
}

static void validate(const struct buf *text)
{
    if (utf8_valid_prefix(text->data, text->n_bytes) < text->n_bytes)
        abort();
}

static void break_lines(const struct buf *text)
{
    char *breaks = mem_alloc(text->n_bytes);
    linebreak_find(text->data, text->n_bytes, breaks);
    free(breaks);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void report(const char *what, void (*run)(const struct buf *),
                   const struct buf *text)
{
    double rounds[N_ROUNDS];
    for (size_t i = 0; i < N_ROUNDS; i++) {
        double start = now_ms();
        run(text);
        rounds[i] = now_ms() - start;
    }
    qsort(rounds, N_ROUNDS, sizeof *rounds, compare);
    printf("%-12s %8.3f ms\n", what, rounds[N_ROUNDS / 2]);
}

int main(int argc, char **argv)
{
    struct buf text;
    buf_init(&text);
    for (int i = 1; i < argc; i++)
        if (!file_read(argv[i], 0, &text, NULL, NULL))
            return 1;
    size_t n_once = text.n_bytes;
    while (n_once > 0 && text.n_bytes < N_BYTES) {
        buf_reserve(&text, n_once);
        buf_add_n(&text, text.data, n_once);
    }
    printf("%zu bytes\n", text.n_bytes);
    report("fold", fold, &text);
    report("fold, spaces", fold_with_spaces, &text);
    report("valid UTF-8", validate, &text);
    report("line breaks", break_lines, &text);
    buf_finish(&text);
    return 0;
}

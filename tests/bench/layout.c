/* How long a large article takes to lay out: the articles of a folder, one
 * after the other until there is 1 MB. Prints the median of some rounds. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/strs.h"
#include "measure.h"
#include "text/layout.h"

#define N_BYTES ((size_t)1 << 20)
#define N_ROUNDS 9
#define N_SCREEN_ROWS 50

static int is_article(const struct dirent *entry)
{
    return str_ends(entry->d_name, ".md");
}

static void read_folder(const char *folder, struct buf *out)
{
    struct dirent **entries;
    int n = scandir(folder, &entries, is_article, alphasort);
    for (int i = 0; i < n; i++) {
        char *path = file_join(folder, entries[i]->d_name);
        struct buf content;
        buf_init(&content);
        if (file_read(path, 0, &content, NULL, NULL)) {
            struct meta_extent extent =
                meta_find(content.data, content.n_bytes);
            buf_add(out, content.data + extent.body_start);
        }
        buf_finish(&content);
        free(path);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
}

/* Lays out some rows, and stops; all of them with SIZE_MAX. */
static double time_rows(const struct article *article, size_t n_rows)
{
    double start = now_ms();
    struct layout_options options = {.cells = 80, .kind_labels = true};
    struct layout *layout = layout_new(article, &options);
    size_t n = 0;
    for (size_t i = 0; i < layout_n_blocks(layout) && n < n_rows; i++) {
        size_t n_lines;
        layout_lines(layout, i, &n_lines);
        n += n_lines;
    }
    double ms = now_ms() - start;
    layout_free(layout);
    return ms;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void report(const char *what, const struct article *article,
                   size_t n_rows)
{
    double rounds[N_ROUNDS];
    for (size_t i = 0; i < N_ROUNDS; i++)
        rounds[i] = time_rows(article, n_rows);
    qsort(rounds, N_ROUNDS, sizeof *rounds, compare);
    printf("%-12s %8.3f ms\n", what, rounds[N_ROUNDS / 2]);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    struct buf text;
    buf_init(&text);
    read_folder(argv[1], &text);
    size_t n_once = text.n_bytes;
    while (n_once > 0 && text.n_bytes < N_BYTES) {
        buf_reserve(&text, n_once);
        buf_add_n(&text, text.data, n_once);
    }
    struct article *article = article_parse(text.data, text.n_bytes, NULL);
    printf("%zu bytes\n", text.n_bytes);
    report("first screen", article, N_SCREEN_ROWS);
    report("all of it", article, SIZE_MAX);
    article_free(article);
    buf_finish(&text);
    return 0;
}

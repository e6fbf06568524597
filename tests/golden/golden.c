/* Lays out each NAME.md in a folder and compares with NAME.VARIANT.txt beside
 * it. With MEDFAQ_GOLDEN_WRITE=1 writes those instead: read the difference
 * before you commit it. */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/buf.h"
#include "base/charset.h"
#include "base/file.h"
#include "base/strs.h"
#include "text/layout.h"

/* How a case is laid out. Cases have the first two; the others where there is
 * a file. */
struct variant {
    const char *name;
    unsigned cells;
    bool linear, ascii, console;
};

static const struct variant variants[] = {
    {.name = "40", .cells = 40},
    {.name = "80", .cells = 80},
    {.name = "linear", .cells = 60, .linear = true},
    {.name = "ascii", .cells = 60, .ascii = true},
    {.name = "12", .cells = 12},
    {.name = "1", .cells = 1},
    {.name = "120", .cells = 120},
    {.name = "console", .cells = 60, .console = true},
};

#define N_VARIANTS (sizeof variants / sizeof *variants)
#define N_NEEDED 2

static void render(const struct article *article, const struct variant *variant,
                   struct buf *out)
{
    struct charset charset;
    charset_init(&charset, variant->ascii ? "ANSI_X3.4-1968" : "UTF-8");
    struct layout_options options = {
        .cells = variant->cells,
        .charset = &charset,
        .link_numbers = true,
        .kind_labels = true,
        .linear = variant->linear,
        .pictures = true,
        .few_glyphs = variant->console,
        .title = true,
        .ending = true,
        .sources = true,
    };
    struct layout *layout = layout_new(article, &options);
    struct position at = {0, 0};
    long moved = 1;
    for (const struct line *line; (line = layout_line(layout, at)) && moved;
         at = layout_move(layout, at, 1, &moved)) {
        for (size_t i = 0; i < line->n_spans; i++)
            buf_add_n(out, line->spans[i].text, line->spans[i].n_bytes);
        buf_add_char(out, '\n');
    }
    layout_free(layout);
    charset_finish(&charset);
}

/* Tells the first line that differs, in TAP's comments. */
static void tell_difference(const char *expected, const char *found)
{
    size_t line = 1;
    while (*expected && *found) {
        size_t n = strcspn(expected, "\n"), m = strcspn(found, "\n");
        if (n != m || memcmp(expected, found, n))
            break;
        expected += n + (expected[n] == '\n');
        found += m + (found[m] == '\n');
        line++;
    }
    printf("# line %zu\n# expected: %.*s\n# found:    %.*s\n", line,
           (int)strcspn(expected, "\n"), expected, (int)strcspn(found, "\n"),
           found);
}

static bool check(const char *path, const struct buf *found)
{
    struct buf expected;
    struct error err = {0};
    buf_init(&expected);
    bool same = false;
    if (!file_read(path, 0, &expected, NULL, &err))
        printf("# %s\n", err.message);
    else if (!(same = !strcmp(expected.data, found->data)))
        tell_difference(expected.data, found->data);
    buf_finish(&expected);
    return same;
}

static bool run(const struct article *article, const char *path,
                const struct variant *variant)
{
    struct buf found;
    struct error err = {0};
    buf_init(&found);
    render(article, variant, &found);
    bool good;
    if (!getenv("MEDFAQ_GOLDEN_WRITE"))
        good = check(path, &found);
    else if (!(good = file_write(path, found.data, found.n_bytes, &err)))
        printf("# %s\n", err.message);
    buf_finish(&found);
    return good;
}

/* One case in all its variants; returns how many failed. */
static unsigned run_case(const char *folder, const char *name, unsigned *n)
{
    char *path = file_join(folder, name);
    struct error err = {0};
    struct article *article = article_open(path, &err);
    unsigned n_failed = 0;
    if (!article) {
        printf("not ok %u - %s: %s\n", ++*n, name, err.message);
        n_failed++;
    }
    for (size_t i = 0; article && i < N_VARIANTS; i++) {
        struct buf expected;
        struct file_stamp stamp;
        buf_init(&expected);
        buf_printf(&expected, "%.*s.%s.txt", (int)strlen(path) - 3, path,
                   variants[i].name);
        if (i < N_NEEDED || file_stamp_get(expected.data, &stamp)) {
            bool good = run(article, expected.data, &variants[i]);
            printf("%sok %u - %s %s\n", good ? "" : "not ", ++*n, name,
                   variants[i].name);
            n_failed += !good;
        }
        buf_finish(&expected);
    }
    article_free(article);
    free(path);
    return n_failed;
}

static int is_case(const struct dirent *entry)
{
    return str_ends(entry->d_name, ".md");
}

int main(int argc, char **argv)
{
    struct dirent **entries;
    int n_entries =
        argc == 2 ? scandir(argv[1], &entries, is_case, alphasort) : -1;
    if (n_entries <= 0) {
        fputs("usage: golden FOLDER\n", stderr);
        return 2;
    }
    unsigned n = 0, n_failed = 0;
    for (int i = 0; i < n_entries; i++) {
        n_failed += run_case(argv[1], entries[i]->d_name, &n);
        free(entries[i]);
    }
    free(entries);
    printf("1..%u\n", n);
    return n_failed > 0;
}

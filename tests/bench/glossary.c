/* Finding the words of a glossary in an article, and turning its pages: with
 * the glossary of the articles, and with one of 50,000 terms. The times must be
 * alike.
 *
 * glossary MEDFAQ ARTICLE FOLDER */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "article/article.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "library/glossary.h"
#include "measure.h"
#include "pair.h"

#define ROUNDS 20
#define N_TERMS 50000
#define QUIET_MS 40

static size_t count_terms(const struct glossary *glossary,
                          const struct article *article)
{
    size_t n_found = 0;
    for (size_t at = 0; at < article->n_text_bytes;) {
        size_t n_bytes = 1;
        bool inside = at && ascii_is_alnum(article->text[at - 1]);
        if (!inside && glossary_at(glossary, article->text + at,
                                   article->n_text_bytes - at, &n_bytes))
            n_found++;
        at += n_bytes;
    }
    return n_found;
}

static void measure(const char *folder, const struct article *article)
{
    double best = 0, open = now_ms();
    size_t n_found = 0;
    struct glossary *glossary =
        glossary_open((const char *const[]){folder}, 1, article->lang);
    open = now_ms() - open;
    for (int i = 0; i < ROUNDS; i++) {
        double start = now_ms();
        n_found = count_terms(glossary, article);
        double ms = now_ms() - start;
        best = !i || ms < best ? ms : best;
    }
    printf("%6zu terms: opened in %.1f ms; %zu found in %zu bytes in %.2f ms\n",
           glossary->n_terms, open, n_found, article->n_text_bytes, best);
    glossary_free(glossary);
}

/* Terms of two words, the first of which is one of the article. */
static bool write_large(const char *path)
{
    static const char *const words[] = {"blood", "pain", "ibuprofen", "take",
                                        "medicine"};
    FILE *file = fopen(path, "w");
    for (int i = 0; file && i < N_TERMS; i++)
        fprintf(file, "- {term: %s x%d, means: One of many.}\n",
                words[i % (int)(sizeof words / sizeof *words)], i);
    return file && fclose(file) == 0;
}

static bool copy_into(const char *folder, const char *from, const char *name)
{
    char command[1024];
    snprintf(command, sizeof command, "cp '%s' '%s/%s'", from, folder, name);
    return system(command) == 0;
}

/* The first page is turned before the clock starts: the glossary is read in a
 * thread, and the first screen does not wait for it. */
static void measure_pages(const char *medfaq, const char *large,
                          const char *small)
{
    static const char *const titles[] = {"a page down", "a page up"};
    static const char *const keys[] = {" ", "b"};
    for (int i = 0; i < 2; i++)
        pair_compare(
            titles[i], QUIET_MS,
            (struct series[]){{"50,000 terms", {medfaq, large}, "  ", keys[i]},
                              {"own terms", {medfaq, small}, "  ", keys[i]}},
            2);
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/medfaq-bench-XXXXXX",
         own[] = "/tmp/medfaq-bench-XXXXXX";
    char path[sizeof folder + sizeof "/glossary.yaml"];
    char large[sizeof folder + sizeof "/article.md"], small[sizeof large];
    char glossary[512];
    struct article *article = argc == 4 ? article_open(argv[2], NULL) : NULL;
    if (!article || !mkdtemp(folder) || !mkdtemp(own))
        return 1;
    bench_environment();
    snprintf(path, sizeof path, "%s/glossary.yaml", folder);
    snprintf(large, sizeof large, "%s/article.md", folder);
    snprintf(small, sizeof small, "%s/article.md", own);
    snprintf(glossary, sizeof glossary, "%s/glossary.yaml", argv[3]);
    measure(argv[3], article);
    bool written = write_large(path) &&
                   copy_into(folder, argv[2], "article.md") &&
                   copy_into(own, argv[2], "article.md") &&
                   copy_into(own, glossary, "glossary.yaml");
    if (written) {
        measure(folder, article);
        measure_pages(argv[1], large, small);
    }
    char command[sizeof folder + sizeof own + sizeof "rm -r  "];
    snprintf(command, sizeof command, "rm -r %s %s", folder, own);
    article_free(article);
    return system(command) != 0 || !written;
}

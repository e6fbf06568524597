/* Finding the words of a glossary in an article: that of the articles, and one
 * of 50,000 terms. The times must be alike.
 *
 * glossary ARTICLE FOLDER */
#include <stdio.h>
#include <unistd.h>

#include "article/article.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "library/glossary.h"
#include "measure.h"

#define ROUNDS 20
#define N_TERMS 50000

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

int main(int argc, char **argv)
{
    char folder[] = "/tmp/medfaq-bench-XXXXXX";
    char path[sizeof folder + sizeof "/glossary.yaml"];
    struct article *article = argc == 3 ? article_open(argv[1], NULL) : NULL;
    if (!article || !mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/glossary.yaml", folder);
    measure(argv[2], article);
    if (write_large(path))
        measure(folder, article);
    unlink(path);
    rmdir(folder);
    article_free(article);
    return 0;
}

/* Checking articles beside parsing them, in turn, on one processor.
 *
 * check FOLDER [FOLDER OF GLOSSARY] */
#include <stdio.h>

#include "check/check.h"
#include "library/glossary.h"
#include "library/library.h"
#include "measure.h"
#include "pair.h"

#define ROUNDS 5

/* Milliseconds to read and parse all, and to check all of them besides.
 * Returns the number of messages. */
static size_t measure(const struct library *library,
                      const struct check_context *context, double *parse,
                      double *check)
{
    size_t n_messages = 0;
    *parse = *check = 0;
    for (size_t i = 0; i < library->n_entries; i++) {
        double start = now_ms();
        struct article *article = article_open(library->entries[i].path, NULL);
        *parse += now_ms() - start;
        if (!article)
            continue;
        struct messages messages;
        start = now_ms();
        messages_init(&messages, &article->arena);
        check_article(article, context, &messages);
        n_messages += messages.n;
        messages_finish(&messages);
        *check += now_ms() - start;
        article_free(article);
    }
    return n_messages;
}

int main(int argc, char **argv)
{
    size_t n_messages = 0;
    double parse[ROUNDS], check[ROUNDS], ratio[ROUNDS];
    struct library *library =
        library_open((const char *const *)argv + 1, argc > 1 ? 1 : 0);
    struct glossary *glossary =
        glossary_open((const char *const *)argv + 2, argc > 2 ? 1 : 0, NULL);
    const struct check_context context = {library, glossary, date_today()};
    for (int i = 0; i < ROUNDS; i++) {
        n_messages = measure(library, &context, &parse[i], &check[i]);
        ratio[i] = (parse[i] + check[i]) / parse[i];
    }
    printf("check, %zu articles: parsing %.0f ms, rules %.0f ms, "
           "ratio of both to parsing %.2f; %zu messages\n",
           library->n_entries, median(parse, ROUNDS), median(check, ROUNDS),
           median(ratio, ROUNDS), n_messages);
    glossary_free(glossary);
    library_free(library);
    return 0;
}

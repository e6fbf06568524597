/* The articles that come with medfaq pass their own check, and the glossary
 * explains words that stand in them. TAP.
 *
 * articles_check FOLDER */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/risk.h"
#include "base/mem.h"
#include "check/batch.h"
#include "check/reading.h"
#include "library/glossary.h"
#include "library/library.h"

#define WORDS_MIN 700
#define WORDS_MAX 2500

static int n_tests, n_failed;

static void result(bool ok, const char *name)
{
    printf("%sok %d - %s\n", ok ? "" : "not ", ++n_tests, name);
    n_failed += !ok;
}

static bool is_clean(const struct checked *file)
{
    if (file->problem)
        printf("# %s\n", file->problem);
    for (size_t i = 0; i < file->messages.n; i++)
        printf("# %u:%u %s: %s\n", file->messages.items[i].at.line,
               file->messages.items[i].at.column,
               file->messages.items[i].at.code,
               file->messages.items[i].at.text);
    return !file->problem && !file->messages.n;
}

static bool has_risk_block(const struct article *article)
{
    for (size_t i = 0; i < article->n_blocks; i++)
        if (article->blocks[i]->type == NODE_RISK &&
            !article->blocks[i]->risk->broken)
            return true;
    return false;
}

/* Length, sources and reading grade of each article, and how many have a risk
 * block. */
static void check_measures(const struct library *library)
{
    size_t n_with_risk = 0;
    for (size_t i = 0; i < library->n_entries; i++) {
        struct article *article = article_open(library->entries[i].path, NULL);
        struct prose prose;
        struct reading reading = {0};
        prose_init(&prose, article);
        for (size_t j = 0; j < prose.n_sentences; j++)
            if (prose.sentences[j].complete)
                reading_add(&reading, &prose, &prose.sentences[j]);
        bool english = !strcmp(article->lang, "en");
        double grade = reading_flesch_kincaid(&reading);
        printf("# %s: %zu words, %zu sources", article->id, prose.n_words,
               article->meta.n_sources);
        if (english)
            printf(", grade %.1f (Flesch-Kincaid), %.1f (SMOG)", grade,
                   reading_smog(&reading));
        printf("\n");
        result(prose.n_words >= WORDS_MIN && article->meta.n_sources >= 4 &&
                   (!english || (prose.n_words <= WORDS_MAX && grade <= 8)),
               article->path);
        n_with_risk += english && has_risk_block(article);
        prose_finish(&prose);
        article_free(article);
    }
    result(n_with_risk >= 8, "eight articles and more have a risk block");
}

static void check_articles(const struct library *library,
                           const struct glossary *glossary)
{
    /* No date: a test must not fail because time goes by. */
    const struct check_context context = {library, glossary, {0}};
    struct batch batch;
    const char **paths = mem_calloc(library->n_entries, sizeof *paths);
    for (size_t i = 0; i < library->n_entries; i++)
        paths[i] = library->entries[i].path;
    batch_init(&batch, &context, paths, library->n_entries);
    batch_run(&batch);
    for (size_t i = 0; i < batch.n_files; i++)
        result(is_clean(&batch.files[i]), batch.files[i].path);
    result(batch.n_files >= 16, "sixteen articles and more");
    batch_finish(&batch);
    free(paths);
}

/* Marks the terms that an article has. */
static void mark_terms(const char *path, const struct glossary *glossary,
                       bool *met)
{
    struct article *article = article_open(path, NULL);
    struct glossary_match match = {0};
    size_t from = 0;
    /* also those within a longer one */
    while (glossary_next(glossary, article->text, article->n_text_bytes, from,
                         &match)) {
        met[match.term->index] = true;
        from = match.start + strcspn(article->text + match.start, " \n-");
    }
    article_free(article);
}

/* One sentence: it ends with a full stop and has no other. */
static bool is_sentence(const char *text)
{
    size_t n_bytes = strlen(text);
    return !islower((unsigned char)*text) && n_bytes > 10 &&
           text[n_bytes - 1] == '.' && !strstr(text, ". ");
}

static void check_glossary(const struct library *library,
                           const struct glossary *glossary, const char *lang,
                           size_t n_least)
{
    printf("# the glossary in %s\n", lang);
    bool *met = mem_calloc(glossary->n_terms, sizeof *met);
    bool all_met = true, plain = true;
    for (size_t i = 0; i < library->n_entries; i++)
        if (!strcmp(library->entries[i].lang, lang))
            mark_terms(library->entries[i].path, glossary, met);
    for (size_t i = 0; i < glossary->n_terms; i++) {
        const struct glossary_term *term = glossary->terms[i];
        if (!met[i])
            printf("# line %u: %s is in no article\n", term->line, term->name);
        if (!is_sentence(term->meaning))
            printf("# line %u: %s\n", term->line, term->meaning);
        all_met = all_met && met[i];
        plain = plain && is_sentence(term->meaning);
    }
    for (size_t i = 0; i < glossary->n_problems; i++)
        printf("# line %u: %s\n", glossary->problems[i].line,
               glossary->problems[i].text);
    result(!glossary->n_problems, "the glossary is well formed");
    result(glossary->n_terms >= n_least, "it has terms enough");
    result(all_met, "each of them stands in an article");
    result(plain, "each is explained in one sentence");
    free(met);
}

/* The glossary of the articles that are translated into a language. */
static void check_translation(const struct library *library, const char *folder,
                              const char *lang)
{
    struct glossary *glossary = glossary_open(&folder, 1, lang);
    check_glossary(library, glossary, lang, 40);
    glossary_free(glossary);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const char *folder = argv[1];
    struct library *library = library_open(&folder, 1);
    struct glossary *glossary = glossary_open(&folder, 1, "en");
    check_articles(library, glossary);
    check_measures(library);
    check_glossary(library, glossary, "en", 150);
    glossary_free(glossary);
    check_translation(library, folder, "es");
    check_translation(library, folder, "vi");
    library_free(library);
    printf("1..%d\n", n_tests);
    return n_failed > 0;
}

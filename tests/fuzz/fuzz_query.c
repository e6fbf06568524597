/* Questions: whatever is typed is understood somehow, and what is found for it
 * exists and is said in words. */
#include <math.h>
#include <string.h>

#include "article/article.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "search/marks.h"
#include "search/query.h"
#include "search/search.h"
#include "search/snippet.h"

static struct index *the_index;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    const char *articles = getenv("MEDFAQ_ARTICLES");
    struct error err = {0};
    struct index_progress progress;
    REQUIRE(articles);
    the_index = index_open_memory(&articles, 1, &err);
    REQUIRE(the_index && index_update(the_index, NULL, &progress, &err));
    REQUIRE(index_n_articles(the_index) > 0);
    return 0;
}

static bool is_text(const char *text)
{
    return text && utf8_valid_prefix(text, strlen(text)) == strlen(text);
}

static void require_terms(const struct query *query)
{
    REQUIRE(query->n_terms <= QUERY_TERMS_MAX);
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        REQUIRE(is_text(term->text) && *term->text);
        REQUIRE(is_text(term->typed) && is_text(term->stems));
        REQUIRE(term->n_fixed <= query->n_terms - i);
        REQUIRE(term->asks < KIND_COUNT && term->asks_also < KIND_COUNT);
    }
    REQUIRE(query->n_names <= QUERY_NAMES_MAX);
    for (size_t i = 0; i < query->n_names; i++)
        REQUIRE(query->names[i].n > 0 &&
                query->names[i].start + query->names[i].n <= query->n_terms);
}

static void require_understood(const char *text, size_t n_bytes)
{
    struct query query;
    query_init(&query, text, n_bytes);
    require_terms(&query);
    REQUIRE(query.kind < KIND_COUNT && query.asked < KIND_COUNT);
    REQUIRE(query.n_questions <= QUERY_QUESTIONS_MAX);
    REQUIRE(query.n_misfits <= QUERY_MISFITS_MAX);
    REQUIRE(query.n_entities <= QUERY_NAMES_MAX);
    REQUIRE(query.reviewed_order >= -1 && query.reviewed_order <= 1);
    if (query_is_empty(&query))
        REQUIRE(!query_has_filters(&query));
    query_finish(&query);
}

static void require_shown(const struct search_result *result,
                          const struct search_results *results)
{
    static const struct snippet_options options = {.n_bytes = 120};
    struct error err = {0};
    struct article *article = article_open(result->path, &err);
    struct snippet snippet;
    size_t n;
    REQUIRE(article && result->section < article->n_sections);
    snippet_open(&snippet, result, results, &options);
    for (size_t i = 0; i < snippet.n_marks; i++)
        REQUIRE(snippet.marks[i].start < snippet.marks[i].end &&
                snippet.marks[i].end <= snippet.text.n_bytes);
    snippet_finish(&snippet);
    struct search_mark *marks = search_marks(article, results, &n);
    for (size_t i = 0; marks && i < n; i++)
        REQUIRE(marks[i].text_start < marks[i].text_end &&
                marks[i].text_end <= article->n_text_bytes &&
                marks[i].word < results->n_words);
    free(marks);
    article_free(article);
}

static void require_notes(const struct search_results *results)
{
    for (size_t i = 0; i < results->n_notes; i++) {
        struct search_piece pieces[SEARCH_PIECES_MAX];
        size_t n = search_note_pieces(&results->notes[i], pieces);
        REQUIRE(n > 0 && n <= SEARCH_PIECES_MAX);
        for (size_t j = 0; j < n; j++)
            REQUIRE(is_text(pieces[j].text));
    }
    for (size_t i = 0; i < results->n_unmatched; i++)
        REQUIRE(is_text(results->unmatched[i]));
}

/* Each result is shown once. */
static void require_order(const struct search_results *results)
{
    size_t *order = mem_calloc(results->n + 1, sizeof *order);
    bool *is_shown = mem_calloc(results->n + 1, sizeof *is_shown);
    search_order(results, 0, results->n, order);
    for (size_t i = 0; i < results->n; i++) {
        REQUIRE(order[i] < results->n && !is_shown[order[i]]);
        is_shown[order[i]] = true;
    }
    free(order);
    free(is_shown);
}

static void require_found(const char *text,
                          const struct search_options *options)
{
    struct search_results *results = search_run(the_index, text, options);
    REQUIRE(results->n <= options->n_max && results->n_found >= results->n);
    REQUIRE(!results->mended && !results->stopped);
    REQUIRE(results->asked < KIND_COUNT);
    for (size_t i = 0; i < results->n; i++) {
        const struct search_result *result = &results->items[i];
        REQUIRE(result->path && *result->title && is_text(result->heading));
        REQUIRE(result->kind < KIND_COUNT && isfinite(result->score));
    }
    if (results->n)
        require_shown(&results->items[0], results);
    require_notes(results);
    require_order(results);
    search_results_free(search_results_words(results));
    search_results_free(results);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    static const struct search_options searches[] = {
        {.n_max = 20, .whole = true, .lang = "en"},
        {.n_max = 5, .quick = true, .lang = "vi"},
        {.n_max = 50, .as_typed = true, .other_units = true, .lang = "es"},
    };
    char *text = mem_strndup((const char *)data, n_bytes);
    require_understood((const char *)data, n_bytes);
    require_found(text, &searches[n_bytes % 3]);
    free(text);
    return 0;
}

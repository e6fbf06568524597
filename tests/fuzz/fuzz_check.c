/* Rules for authors: every message names a place in the file, and what is put
 * right is an article again that keeps its text. */
#include <string.h>

#include "base/mem.h"
#include "check/check.h"
#include "check/names.h"
#include "fuzz.h"
#include "library/glossary.h"
#include "library/library.h"

static struct library *library;
static struct glossary *glossary;
static struct names *names;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    const char *articles = getenv("MEDFAQ_ARTICLES");
    REQUIRE(articles);
    library = library_open(&articles, 1);
    glossary = glossary_open(&articles, 1, NULL);
    names = names_new(library);
    return 0;
}

static void require_message(const struct article *article,
                            const struct message *message)
{
    REQUIRE(message->rule && *message->at.text);
    REQUIRE(message->at.line > 0 && message->at.column > 0);
    REQUIRE(check_rule_find(message->rule->code) == message->rule);
    if (message->remedy)
        REQUIRE(message->remedy_start <= message->remedy_end &&
                message->remedy_end <= article->n_source_bytes);
}

static void require_remedy(const struct article *article,
                           const struct messages *messages)
{
    struct buf out;
    buf_init(&out);
    size_t n = check_remedy(article, messages, &out);
    if (!n)
        REQUIRE(out.n_bytes == article->n_source_bytes &&
                !memcmp(out.data, article->source, out.n_bytes));
    article_free(article_parse(out.data, out.n_bytes, "fuzz.md"));
    buf_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    struct arena arena;
    struct messages messages;
    const struct check_context context = {.library = library,
                                          .glossary = glossary,
                                          .today = {2026, 11, 22},
                                          .names = names};
    struct article *article =
        article_parse((const char *)data, n_bytes, "fuzz.md");
    arena_init(&arena);
    messages_init(&messages, &arena);
    check_article(article, &context, &messages);
    for (size_t i = 0; i < messages.n; i++) {
        require_message(article, &messages.items[i]);
        REQUIRE(i == 0 ||
                messages.items[i].at.line >= messages.items[i - 1].at.line ||
                messages.items[i - 1].is_cause);
    }
    require_remedy(article, &messages);
    messages_finish(&messages);
    arena_finish(&arena);
    article_free(article);
    return 0;
}

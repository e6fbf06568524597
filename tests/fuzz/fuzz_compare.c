/* Comparisons: two articles, apart by a line of equals signs. Every block of
 * each is in a row, and every silence is said. */
#include <string.h>

#include "base/mem.h"
#include "compare/compare.h"
#include "fuzz.h"

#define BETWEEN "\n=====\n"

static void require_cell(const struct compare_cell *cell,
                         const struct article *article, bool *is_shown)
{
    REQUIRE(!cell->is_silent || (cell->words && *cell->words));
    for (size_t i = 0; i < cell->n_ranges; i++) {
        const struct block_range *range = &cell->ranges[i];
        REQUIRE(range->first <= range->end && range->end <= article->n_blocks);
        for (size_t block = range->first; block < range->end; block++)
            is_shown[block] = true;
    }
}

/* Headings are what rows are named after. */
static void require_blocks(const struct article *article, const bool *is_shown)
{
    for (size_t i = 0; i < article->n_blocks; i++)
        REQUIRE(is_shown[i] || article->blocks[i]->type == NODE_HEADING);
}

static void require_whole(const struct compare_table *table, size_t n)
{
    const struct article *article = table->articles[n];
    bool *is_shown = mem_calloc(article->n_blocks + 1, sizeof *is_shown);
    for (size_t i = 0; i < table->n_rows; i++)
        require_cell(&table->rows[i].cells[n], article, is_shown);
    require_blocks(article, is_shown);
    REQUIRE(table->labels[n]);
    free(is_shown);
}

static void require_sound(const struct article *const *articles, enum kind kind)
{
    const struct compare_options options = {kind, {2026, 11, 22}};
    struct error err = {0};
    struct compare_table *table = compare_new(articles, 2, &options, &err);
    if (!table)
        REQUIRE(*err.message);
    for (size_t i = 0; table && kind == KIND_NONE && i < table->n; i++)
        require_whole(table, i);
    for (size_t i = 0; table && i < table->n_rows; i++)
        REQUIRE(table->rows[i].question);
    compare_free(table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    const char *text = (const char *)data;
    const char *between = memmem(text, n_bytes, BETWEEN, sizeof BETWEEN - 1);
    size_t n_first = between ? (size_t)(between - text) : n_bytes / 2;
    const char *second = text + n_first + (between ? sizeof BETWEEN - 1 : 0);
    const struct article *articles[] = {
        article_parse(text, n_first, "one.md"),
        article_parse(second, n_bytes - (size_t)(second - text), "two.md")};
    require_sound(articles, KIND_NONE);
    require_sound(articles, KIND_RISKS);
    article_free((struct article *)articles[0]);
    article_free((struct article *)articles[1]);
    return 0;
}

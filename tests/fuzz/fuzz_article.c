/* Articles: any bytes open, and every place in what came of them exists. */
#include <string.h>

#include "article/article.h"
#include "base/utf8.h"
#include "fuzz.h"

static void require_nodes(const struct article *article)
{
    for (const struct node *node = article->root; node;
         node = node_walk(article->root, node)) {
        REQUIRE(node->source_start <= node->source_end);
        REQUIRE(node->source_end <= article->n_source_bytes);
        REQUIRE(node->text_start <= node->text_end);
        REQUIRE(node->text_end <= article->n_text_bytes);
        unsigned depth = 0;
        for (const struct node *up = node; up; up = up->parent)
            depth++;
        REQUIRE(depth <= 2 * NODE_MAX_DEPTH); /* blocks, then inlines */
        if (node->type == NODE_LINK || node->type == NODE_IMAGE)
            REQUIRE((size_t)node->index < article->n_links);
        if (node->type == NODE_CITATION && node->index >= 0)
            REQUIRE((size_t)node->index < article->n_references);
        if (node->type == NODE_HEADING)
            REQUIRE(node->heading.index < article->n_headings);
    }
}

static void require_sections(const struct article *article)
{
    size_t block = 0;
    for (size_t i = 0; i < article->n_sections; i++) {
        const struct section *section = &article->sections[i];
        REQUIRE(section->first_block == block);
        REQUIRE(section->end_block >= block);
        REQUIRE(section->source_start <= section->source_end);
        block = section->end_block;
    }
    REQUIRE(!article->n_sections || block == article->n_blocks);
    for (size_t i = 0; i < article->n_headings; i++) {
        const struct heading *heading = &article->headings[i];
        /* A heading in a note stands in no section. */
        REQUIRE(heading->section < article->n_sections ||
                heading->section == NO_SECTION);
        REQUIRE(heading->block < article->n_blocks ||
                heading->section == NO_SECTION);
        REQUIRE(article_find_fragment(article, heading->slug) != SIZE_MAX);
    }
}

static void require_places(const struct article *article)
{
    for (size_t i = 0; i < 16; i++) {
        size_t at = article->n_source_bytes * i / 15;
        REQUIRE(article_text_at(article, at) <= article->n_text_bytes);
        size_t section = article_section_at(article, at);
        REQUIRE(section == NO_SECTION || section < article->n_sections);
        at = article->n_text_bytes * i / 15;
        REQUIRE(article_source_at(article, at) <= article->n_source_bytes);
    }
}

static void require_sound(struct article *article)
{
    REQUIRE(article && article->title && article->lang);
    REQUIRE(utf8_valid_prefix(article->text, article->n_text_bytes) ==
            article->n_text_bytes);
    require_nodes(article);
    require_sections(article);
    require_places(article);
    REQUIRE(*article_review_state(article));
    article_free(article);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    const char *text = (const char *)data;
    bool whole;
    require_sound(article_parse(text, n_bytes, "fuzz.vi.md"));
    require_sound(
        article_parse_start(text, n_bytes, NULL, n_bytes / 2 + 1, &whole));
    return 0;
}

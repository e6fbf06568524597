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

/* Every place of a kind is one of its places, and comes after the one before;
 * all kinds are found that there are. */
static void require_kinds(const struct article *article)
{
    uint64_t kinds = 0;
    size_t n = 0;
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
        for (size_t at = SIZE_MAX, before = SIZE_MAX;
             (at = article_find_kind(article, (enum kind)kind, at)) != SIZE_MAX;
             before = at, n++) {
            REQUIRE(before == SIZE_MAX || at > before);
            REQUIRE(at >= article->body_start && at < article->n_source_bytes);
            kinds |= (uint64_t)1 << kind;
        }
    REQUIRE(kinds == article_kinds(article));
    REQUIRE(n <= article->n_kind_places);
    for (size_t i = 1; i < article->n_kind_places; i++)
        REQUIRE(article->kind_places[i].node->source_start >=
                article->kind_places[i - 1].node->source_start);
}

static void require_emergencies(const struct article *article)
{
    size_t places[8];
    size_t n = article_find_emergencies(article, places, 8);
    REQUIRE(n <= 8);
    REQUIRE((n > 0) == (article_kinds(article) >> KIND_EMERGENCY & 1));
    for (size_t i = 0; i < n; i++) {
        REQUIRE(places[i] < article->n_source_bytes);
        for (size_t j = 0; j < i; j++)
            REQUIRE(places[j] != places[i]);
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
    require_kinds(article);
    require_emergencies(article);
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

/* Finds sentences in the text of an article. */
#include "ui/article_sentence.h"

#include <string.h>

#include "article/sentence.h"
#include "base/ascii.h"
#include "base/grapheme.h"

/* The first block with text that ends behind an offset. */
static size_t leaf_at(const struct article *article, uint32_t offset)
{
    size_t i = 0;
    while (i < article->n_leaves && article->leaves[i]->text_end <= offset)
        i++;
    return i;
}

/* Calls take for the sentences from a block on, until it returns true. */
struct sentence_walk {
    bool (*take)(struct sentence_walk *walk, struct text_range sentence);
    uint32_t offset;
    struct text_range found;
    bool has_found;
};

static bool walk_leaf(struct sentence_walk *walk, const struct article *article,
                      const struct node *leaf)
{
    const char *text = article->text, *end = text + leaf->text_end;
    const char *at = text + leaf->text_start;
    while (at < end) {
        bool asks;
        while (at < end && ascii_is_space(*at))
            at++;
        const char *past = at < end ? sentence_end(at, end, &asks) : at;
        struct text_range sentence = {(uint32_t)(at - text),
                                      (uint32_t)(past - text)};
        if (past > at && walk->take(walk, sentence))
            return true;
        at = past;
    }
    return false;
}

static bool walk_from(struct sentence_walk *walk, const struct article *article,
                      size_t leaf)
{
    for (; leaf < article->n_leaves; leaf++)
        if (walk_leaf(walk, article, article->leaves[leaf]))
            return true;
    return walk->has_found;
}

static bool take_holding(struct sentence_walk *walk, struct text_range sentence)
{
    walk->found = sentence;
    return sentence.end > walk->offset;
}

static bool take_from(struct sentence_walk *walk, struct text_range sentence)
{
    walk->found = sentence;
    return sentence.start >= walk->offset;
}

static bool take_before(struct sentence_walk *walk, struct text_range sentence)
{
    if (sentence.start >= walk->offset)
        return true;
    walk->found = sentence;
    walk->has_found = true;
    return false;
}

bool article_sentence_at(const struct article *article, uint32_t offset,
                         struct text_range *out)
{
    struct sentence_walk walk = {take_holding, offset, .has_found = false};
    bool found = walk_from(&walk, article, leaf_at(article, offset));
    *out = walk.found;
    return found;
}

bool article_sentence_from(const struct article *article, uint32_t offset,
                           struct text_range *out)
{
    struct sentence_walk walk = {take_from, offset, .has_found = false};
    bool found = walk_from(&walk, article, leaf_at(article, offset));
    *out = walk.found;
    return found;
}

/* It is in the block that holds the offset, or in one before. */
bool article_sentence_before(const struct article *article, uint32_t offset,
                             struct text_range *out)
{
    struct sentence_walk walk = {take_before, offset, .has_found = false};
    size_t leaf = leaf_at(article, offset);
    do
        walk_from(&walk, article, leaf);
    while (!walk.has_found && leaf-- > 0);
    *out = walk.found;
    return walk.has_found;
}

void article_sentence_add_start(const struct article *article,
                                struct text_range sentence, size_t cells,
                                struct buf *out)
{
    const char *text = article->text + sentence.start;
    size_t n_bytes = 0; /* up to a citation */
    while (sentence.start + n_bytes < sentence.end &&
           strncmp(text + n_bytes, "[^", 2) != 0)
        n_bytes++;
    size_t fits = grapheme_text_fit(text, n_bytes, cells);
    buf_add_n(out, text, fits);
    buf_add(out, fits < n_bytes ? "..." : "");
}

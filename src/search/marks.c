/* Finds the words of a search in a whole article, to highlight them. */
#include "search/marks.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "search/excerpt.h"

/* Words below this share of the highest weight are not marked: they are single
 * words of a phrase that was not found as a whole. */
#define MARKED_SHARE_MIN 0.25

/* Appends the text with citations blanked out, since their ids are not read.
 * Offsets stay the same. */
static void add_text(const struct article *article, struct buf *out)
{
    const struct node *root = article->root;
    buf_add_n(out, article->text, article->n_text_bytes);
    for (const struct node *node = root; node; node = node_walk(root, node))
        if (node->type == NODE_CITATION)
            memset(out->data + node->text_start, ' ',
                   node->text_end - node->text_start);
}

static double best_weight(const struct matches *hits)
{
    double best = 0;
    for (size_t i = 0; i < hits->n; i++)
        if (!hits->are_names[hits->items[i].word])
            best = fmax(best, hits->weights[hits->items[i].word]);
    return best;
}

struct search_mark *search_marks(const struct article *article,
                                 const struct search_results *results,
                                 size_t *n)
{
    struct search_mark *marks = NULL;
    size_t capacity = 0;
    struct buf text;
    struct matches hits;
    *n = 0;
    buf_init(&text);
    add_text(article, &text);
    matches_init(&hits, &text, article, results);
    double least = MARKED_SHARE_MIN * best_weight(&hits);
    for (size_t i = 0; i < hits.n; i++) {
        const struct match *hit = &hits.items[i];
        uint32_t start = (uint32_t)hit->start, end = (uint32_t)hit->end;
        if (hits.are_names[hit->word] || hits.weights[hit->word] < least)
            continue;
        if (*n &&
            start < marks[*n - 1].text_end) { /* pairs of characters overlap */
            marks[*n - 1].text_end = end;
            continue;
        }
        marks = mem_grow(marks, *n, &capacity, sizeof *marks);
        marks[(*n)++] = (struct search_mark){start, end, hit->word};
    }
    matches_finish(&hits);
    buf_finish(&text);
    return marks;
}

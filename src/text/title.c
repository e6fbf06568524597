/* The title block: what the article is, who reviewed it, how old it is. */
#include "text/ending.h"

void title_add(struct page *page, const struct layout *layout)
{
    const struct article *article = layout->article;
    struct flow *flow = page_begin_flow(page);
    flow_add_words(flow, article->title, span_style(ROLE_TITLE));
    page_end_flow(page);

    flow = page_begin_flow(page);
    flow_add_words(flow, article_review_state(article), span_style(ROLE_DIM));
    if (article->meta.updated.year) {
        char date[11];
        date_format(&article->meta.updated, date);
        const char *words =
            arena_printf(page->arena, " %s %s %s", page->glyphs[GLYPH_DOT],
                         word_in(WORD_UPDATED, article->lang), date);
        flow_add_words(flow, words, span_style(ROLE_DIM));
    }
    page_end_flow(page);
}

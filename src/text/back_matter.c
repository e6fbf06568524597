/* Lays out the back matter: footnotes, links, unused link reference definitions
 * and sources. */
#include "text/back_matter.h"

#include <stdio.h>
#include <string.h>

#include "article/source.h"
#include "text/block.h"
#include "text/inline.h"

static bool is_cited(const struct layout *layout, size_t reference)
{
    return !layout->cited.references || layout->cited.references[reference];
}

static bool is_note(const struct layout *layout, size_t i)
{
    return layout->article->references[i].note && is_cited(layout, i);
}

static bool is_source(const struct layout *layout, size_t i)
{
    return layout->article->references[i].source && is_cited(layout, i);
}

static bool is_listed_link(const struct layout *layout, size_t i)
{
    return (!layout->cited.links || layout->cited.links[i]) &&
           inline_link_is_numbered(layout->article, &layout->article->links[i]);
}

static bool any(const struct layout *layout, size_t n,
                bool (*is)(const struct layout *layout, size_t i))
{
    for (size_t i = 0; i < n; i++)
        if (is(layout, i))
            return true;
    return false;
}

static bool wants_notes(const struct layout *layout)
{
    return layout->options.ending &&
           any(layout, layout->article->n_references, is_note);
}

static bool wants_links(const struct layout *layout)
{
    return layout->options.ending && layout->options.link_numbers &&
           any(layout, layout->article->n_links, is_listed_link);
}

static bool wants_unused(const struct layout *layout)
{
    return layout->options.ending && !layout->cited.references &&
           layout->article->n_unused_definitions;
}

static bool wants_sources(const struct layout *layout)
{
    return layout->options.sources &&
           any(layout, layout->article->n_references, is_source);
}

static void add_heading(struct page *page, enum word word)
{
    struct flow *flow = page_begin_flow(page);
    flow_add_words(flow, word_in(word, page->article->lang),
                   flow_style(ROLE_HEADING));
    size_t first = page->lines.n;
    page_end_flow(page);
    page->lines.items[first].type = LINE_SUBHEADING;
    page_add_blank(page);
}

/* How the entries of a list are numbered. Numbers are padded to the width of
 * the largest, n. */
struct numbers {
    const char *open, *close;
    size_t n;
    enum role role;
};

/* Opens a frame for an entry, with its number as the marker. */
static void open_entry(struct page *page, size_t index,
                       const struct numbers *numbers)
{
    char widest[48], number[48];
    snprintf(widest, sizeof widest, "%s%zu%s ", numbers->open, numbers->n,
             numbers->close);
    snprintf(number, sizeof number, "%s%zu%s ", numbers->open, index + 1,
             numbers->close);
    /* Padding by bytes is right: both strings have the same brackets. */
    const char *text =
        arena_printf(page->arena, "%-*s", (int)strlen(widest), number);
    struct span span = flow_span(text, strlen(text), numbers->role);
    page_open(page, (struct frame){.first = span,
                                   .rest = page_spaces(page, span.cells)});
}

/* Adds which copy was read instead of the original, and why. */
static void add_access(struct flow *flow, const struct source *source,
                       const char *lang)
{
    struct flow_style style = flow_style(ROLE_TEXT);
    struct buf words;
    buf_init(&words);
    if (source->read_at.url) {
        buf_add_char(&words, ' ');
        source_add_copy_words(source, lang, &words);
        buf_add_char(&words, ' ');
        flow_add_words(flow, words.data, style);
        flow_add_words(flow, source->read_at.url, flow_style(ROLE_LINK));
        buf_clear(&words);
    }
    if (source->secondary) {
        buf_add_char(&words, ' ');
        source_add_secondary(source, lang, &words);
        flow_add_words(flow, words.data, style);
    }
    buf_finish(&words);
}

static void add_source_words(struct page *page, const struct source *source)
{
    struct flow *flow = page_begin_flow(page);
    struct flow_style style = flow_style(ROLE_TEXT);
    struct buf words;
    buf_init(&words);
    source_add_words(source, page->article->lang, &words);
    flow_add_words(flow, words.data, style);
    buf_finish(&words);
    if (source->url) {
        flow_add_words(flow, " ", style);
        flow_add_words(flow, source->url, flow_style(ROLE_LINK));
    }
    if (source->doi && !(source->url && strstr(source->url, source->doi))) {
        flow_add_words(flow, " doi:", style);
        flow_add_words(flow, source->doi, style);
    }
    add_access(flow, source, page->article->lang);
    page_end_flow(page);
}

static void add_notes(struct page *page, const struct layout *layout)
{
    const struct article *article = layout->article;
    struct numbers numbers = {"[", "]", article->n_references, ROLE_CITATION};
    add_heading(page, WORD_NOTES);
    for (size_t i = 0; i < article->n_references; i++) {
        if (!is_note(layout, i))
            continue;
        open_entry(page, i, &numbers);
        block_add_children(page, article->references[i].note, false);
        page_close(page);
    }
}

static void add_sources(struct page *page, const struct layout *layout)
{
    (void)layout;
    add_heading(page, WORD_SOURCES);
}

static void add_source(struct page *page, const struct layout *layout,
                       size_t reference)
{
    const struct article *article = layout->article;
    struct numbers numbers = {"[", "]", article->n_references, ROLE_CITATION};
    open_entry(page, reference, &numbers);
    add_source_words(page, article->references[reference].source);
    page_close(page);
}

static void add_links(struct page *page, const struct layout *layout)
{
    const struct article *article = layout->article;
    struct numbers numbers = {page->glyphs[GLYPH_LINK_OPEN],
                              page->glyphs[GLYPH_LINK_CLOSE], article->n_links,
                              ROLE_LINK_NUMBER};
    add_heading(page, WORD_LINKS);
    for (size_t i = 0; i < article->n_links; i++) {
        if (!is_listed_link(layout, i))
            continue;
        struct flow_style style = flow_style(ROLE_LINK);
        style.link = (int32_t)i;
        open_entry(page, i, &numbers);
        flow_add_words(page_begin_flow(page), article->links[i].url, style);
        page_end_flow(page);
        page_close(page);
    }
}

static void add_unused(struct page *page, const struct layout *layout)
{
    const struct article *article = layout->article;
    add_heading(page, WORD_UNUSED);
    for (size_t i = 0; i < article->n_unused_definitions; i++) {
        flow_add_words(page_begin_flow(page), article->unused_definitions[i],
                       flow_style(ROLE_DIM));
        page_end_flow(page);
    }
}

const struct back_matter back_matter[BACK_MATTER_COUNT] = {
    {.is_wanted = wants_notes, .add = add_notes, .has_notes = true},
    {.is_wanted = wants_links, .add = add_links},
    {.is_wanted = wants_unused, .add = add_unused},
    {.is_wanted = wants_sources,
     .add = add_sources,
     .has_entry = is_source,
     .add_entry = add_source},
};

uint32_t back_matter_notes_start(const struct layout *layout)
{
    uint32_t start = NO_TEXT;
    for (size_t i = 0; i < layout->article->n_references; i++) {
        const struct node *note = layout->article->references[i].note;
        if (is_note(layout, i) && note->text_start < start)
            start = note->text_start;
    }
    return start;
}

/* Lays out blocks of HTML that begin or end <details>. Everything can be read,
 * so there is nothing to open: a dash and the summary, then the text, and a
 * dash where the details end. */
#include "text/details.h"

#include <string.h>

#include "base/ascii.h"

struct details {
    struct page *page;
    struct flow *flow; /* NULL: between paragraphs */
    struct flow_style style;
};

static const char *text_at(const struct details *details, uint32_t at)
{
    return details->page->article->text + at;
}

/* The end of a tag that begins at an offset; 0 if it is not this one. */
static uint32_t tag_end(const struct details *details, uint32_t at,
                        uint32_t end, const char *name)
{
    size_t n_bytes = strlen(name);
    const char *text = text_at(details, at);
    if (end - at <= n_bytes || ascii_ncasecmp(text, name, n_bytes) != 0 ||
        !strchr("> \t\n", text[n_bytes]))
        return 0;
    const char *close = memchr(text, '>', end - at);
    return close ? at + (uint32_t)(close - text) + 1 : 0;
}

static void begin(struct details *details)
{
    if (!details->flow)
        details->flow = page_begin_flow(details->page);
}

static void finish(struct details *details)
{
    if (details->flow)
        page_end_flow(details->page);
    details->flow = NULL;
}

/* Shows a dash for a tag, in a paragraph of its own. */
static void add_dash(struct details *details, struct text_range tag)
{
    finish(details);
    begin(details);
    flow_add_instead(details->flow, tag, details->page->glyphs[GLYPH_DASH],
                     flow_style(ROLE_DIM));
}

static uint32_t skip_blanks(const struct details *details,
                            struct text_range range)
{
    size_t n_bytes = strspn(text_at(details, range.start), " \t\n");
    uint32_t end = range.start + (uint32_t)n_bytes;
    return end < range.end ? end : range.end;
}

/* Takes <details>, <summary>, or the two together; returns where they end, or
 * 0. */
static uint32_t take_opening(struct details *details, struct text_range range)
{
    uint32_t end = tag_end(details, range.start, range.end, "<details");
    uint32_t at = range.start;
    if (end)
        at = skip_blanks(details, (struct text_range){end, range.end});
    uint32_t summary = tag_end(details, at, range.end, "<summary");
    if (!end && !summary)
        return 0;
    end = summary ? summary : end;
    add_dash(details, (struct text_range){range.start, end});
    flow_add_words(details->flow, " ", details->style);
    if (summary)
        details->style = flow_style(ROLE_LABEL);
    return end;
}

/* Takes the tag at the start of a range; returns where it ends, or 0. */
static uint32_t take_tag(struct details *details, struct text_range range)
{
    uint32_t end = take_opening(details, range);
    if (end)
        return end;
    end = tag_end(details, range.start, range.end, "</summary");
    if (end) {
        begin(details);
        flow_add_instead(details->flow, (struct text_range){range.start, end},
                         ":", details->style);
        finish(details);
        details->style = flow_style(ROLE_TEXT);
        return end;
    }
    end = tag_end(details, range.start, range.end, "</details");
    if (end) {
        add_dash(details, (struct text_range){range.start, end});
        finish(details);
    }
    return end;
}

/* Adds text up to the next tag or line end; returns where it ends. */
static uint32_t take_text(struct details *details, struct text_range range)
{
    const char *text = text_at(details, range.start);
    uint32_t n_bytes = 1;
    while (n_bytes < range.end - range.start && !strchr("<\n", text[n_bytes]))
        n_bytes++;
    begin(details);
    range.end = range.start + n_bytes;
    flow_add(details->flow, range, details->style);
    if (text[n_bytes] == '\n')
        flow_add_words(details->flow, " ", details->style);
    return range.end;
}

bool details_add(struct page *page, const struct node *block)
{
    struct text_range range = {block->text_start, block->text_end};
    struct details details = {page, NULL, flow_style(ROLE_TEXT)};
    uint32_t at =
        range.start + (uint32_t)strspn(text_at(&details, range.start), " \t\n");
    if (!tag_end(&details, at, range.end, "<details") &&
        !tag_end(&details, at, range.end, "</details"))
        return false;
    while (range.start < range.end) {
        uint32_t end = take_tag(&details, range);
        range.start = end ? end
                      : strchr(" \t\n", *text_at(&details, range.start))
                          ? skip_blanks(&details, range)
                          : take_text(&details, range);
    }
    finish(&details);
    return true;
}

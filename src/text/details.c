/* Lays out HTML blocks that begin or end <details>. All text is shown, so there
 * is nothing to open: a dash and the summary, then the text, and a dash where
 * the details end. */
#include "text/details.h"

#include <string.h>

#include "base/ascii.h"

struct details {
    struct page *page;
    struct flow *flow; /* the open paragraph, or NULL */
    struct flow_style style;
};

static const char *text_at(const struct details *details, uint32_t at)
{
    return details->page->article->text + at;
}

/* Returns the end of the tag at an offset if it has this name, or 0. */
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

static void begin_paragraph(struct details *details)
{
    if (!details->flow)
        details->flow = page_begin_flow(details->page);
}

static void end_paragraph(struct details *details)
{
    if (details->flow)
        page_end_flow(details->page);
    details->flow = NULL;
}

/* Begins a paragraph with a dash that stands for a tag. */
static void add_dash(struct details *details, struct text_range tag)
{
    end_paragraph(details);
    begin_paragraph(details);
    flow_add_replacement(details->flow, tag, details->page->glyphs[GLYPH_DASH],
                         flow_style(ROLE_DIM));
}

static uint32_t skip_blanks(const struct details *details,
                            struct text_range range)
{
    size_t n_bytes = strspn(text_at(details, range.start), " \t\n");
    uint32_t end = range.start + (uint32_t)n_bytes;
    return end < range.end ? end : range.end;
}

/* Handles <details>, <summary>, or the one followed by the other, at the start
 * of a range. Returns where they end, or 0 if there is neither. */
static uint32_t add_opening_tags(struct details *details,
                                 struct text_range range)
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

/* Handles a tag at the start of a range. Returns where it ends, or 0 if there
 * is none. */
static uint32_t add_tag(struct details *details, struct text_range range)
{
    uint32_t end = add_opening_tags(details, range);
    if (end)
        return end;
    end = tag_end(details, range.start, range.end, "</summary");
    if (end) {
        begin_paragraph(details);
        flow_add_replacement(details->flow,
                             (struct text_range){range.start, end}, ":",
                             details->style);
        end_paragraph(details);
        details->style = flow_style(ROLE_TEXT);
        return end;
    }
    end = tag_end(details, range.start, range.end, "</details");
    if (end) {
        add_dash(details, (struct text_range){range.start, end});
        end_paragraph(details);
    }
    return end;
}

/* Adds the text up to the next tag or line ending. Returns where it ends. */
static uint32_t add_text(struct details *details, struct text_range range)
{
    const char *text = text_at(details, range.start);
    uint32_t n_bytes = 1;
    while (n_bytes < range.end - range.start && !strchr("<\n", text[n_bytes]))
        n_bytes++;
    begin_paragraph(details);
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
        uint32_t end = add_tag(&details, range);
        range.start = end ? end
                      : strchr(" \t\n", *text_at(&details, range.start))
                          ? skip_blanks(&details, range)
                          : add_text(&details, range);
    }
    end_paragraph(&details);
    return true;
}

/* A table as records: for narrow screens and for the linear mode. */
#include "text/block.h"
#include "text/inline.h"
#include "text/table.h"

#define HANGING_CELLS 2

/* Cells that a row lacks are shown as empty ones, this many at most: n bytes of
 * table could lack n * n of them. */
#define MISSING_MAX 20

/* The column's name is the header's text in the first record only, so that a
 * place in the header is found there. */
static void add_name(struct page *page, const struct node *name, bool first)
{
    struct flow *flow = &page->flow;
    size_t n_runs = flow->n_runs;
    inline_add(page, name, flow_style(ROLE_LABEL));
    for (size_t i = n_runs; i < flow->n_runs && !first; i++)
        flow->runs[i].shows = (struct text_range){NO_TEXT, NO_TEXT};
}

/* "Column: value"; value is NULL where the row has no such cell. */
static void add_field(struct page *page, const struct node *name,
                      const struct node *value, bool first)
{
    struct flow *flow = page_begin_flow(page);
    if (name->first) {
        add_name(page, name, first);
        flow_add_words(flow, ": ", flow_style(ROLE_LABEL));
    }
    if (value && value->first)
        inline_add(page, value, flow_style(ROLE_TEXT));
    else
        flow_add_words(flow, page->glyphs[GLYPH_DASH], flow_style(ROLE_TEXT));
    page_open(page, (struct frame){.rest = page_spaces(page, HANGING_CELLS)});
    page_end_flow(page);
    page_close(page);
}

static void add_record(struct page *page, const struct node *header,
                       const struct node *row)
{
    bool first = row == header->next; /* it shows all column names */
    const struct node *value = row->first;
    unsigned n_missing = 0;
    for (const struct node *name = header->first; name; name = name->next) {
        n_missing += !value;
        if (n_missing > MISSING_MAX && !first)
            break;
        add_field(page, name, value, first);
        value = value ? value->next : NULL;
    }
}

/* Adds the column names of a table without rows. */
static void add_header(struct page *page, const struct node *header)
{
    for (const struct node *name = header->first; name; name = name->next) {
        page_begin_flow(page);
        add_name(page, name, true);
        page_end_flow(page);
    }
}

void table_add_records(struct page *page, const struct node *table)
{
    enum line_type type = page->type;
    const struct node *header = table->first;
    page->type = LINE_TABLE;
    page_announce(page, WORD_TABLE);
    if (!header->next)
        add_header(page, header);
    for (const struct node *row = header->next; row; row = row->next) {
        if (row != header->next)
            page_add_blank(page);
        add_record(page, header, row);
    }
    page->type = type;
}

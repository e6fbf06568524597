/* Lays out tables as records, for narrow screens and for linear mode. */
#include "base/number.h"
#include "text/block.h"
#include "text/inline.h"
#include "text/table.h"

#define HANGING_CELLS 2

/* Missing cells of a row are shown as empty, but only this many in a row and in
 * a table: a table of n bytes could lack n * n cells. */
#define ROW_MISSING_MAX 20
#define TABLE_MISSING_MAX 100000

/* Adds the name of a column. Only in the first record does it count as the text
 * of the header, so that a place in the header is found there. */
static void add_name(struct page *page, const struct node *name, bool first)
{
    struct flow *flow = &page->flow;
    size_t n_runs = flow->n_runs;
    inline_add(page, name, flow_style(ROLE_LABEL));
    for (size_t i = n_runs; i < flow->n_runs && !first; i++)
        flow->runs[i].shows = (struct text_range){NO_TEXT, NO_TEXT};
}

/* Adds "Column: value"; value is NULL if the row has no such cell. */
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

/* Adds a record. *n_left is the number of missing cells that the table may
 * still show. */
static void add_record(struct page *page, const struct node *header,
                       const struct node *row, size_t *n_left)
{
    bool first = row == header->next; /* shows all column names */
    const struct node *value = row->first;
    size_t n_missing_max = number_min(ROW_MISSING_MAX, *n_left), n_missing = 0;
    for (const struct node *name = header->first; name; name = name->next) {
        if (!value && n_missing == n_missing_max && !first)
            break;
        n_missing += !value;
        add_field(page, name, value, first);
        value = value ? value->next : NULL;
    }
    *n_left -= number_min(n_missing, *n_left);
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
    size_t n_missing_left = TABLE_MISSING_MAX;
    page->type = LINE_TABLE;
    page_announce(page, WORD_TABLE);
    if (!header->next)
        add_header(page, header);
    for (const struct node *row = header->next; row; row = row->next) {
        if (row != header->next)
            page_add_blank(page);
        add_record(page, header, row, &n_missing_left);
    }
    page_announce_end(page, WORD_END_OF_TABLE);
    page->type = type;
}

/* Rows at the edge of a PDF's pages that most pages repeat: heads, numbers. */
#include "import/pdf_furniture.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/map.h"
#include "base/strs.h"
#include "import/qrd.h"

#define EDGE_PERCENT 12 /* of a page's height, at the top and at the bottom */
#define EDGE_ROWS 3

/* Appends a row's text in lower case and without white space, with "#" for any
 * number, or for the page's own alone: no other number may be lost. */
static void add_key(const struct pdf_rows *rows, const struct pdf_row *row,
                    bool any_number, struct buf *key)
{
    struct buf text;
    buf_init(&text);
    pdf_rows_add_text(rows, row, &text);
    for (size_t i = 0; i < text.n_bytes;) {
        bool digit = ascii_is_digit(text.data[i]);
        size_t n = digit ? strspn(text.data + i, "0123456789") : 0;
        unsigned long number = digit ? strtoul(text.data + i, NULL, 10) : 0;
        if (n > 0 && (any_number || number == row->page))
            buf_add_char(key, '#');
        else if (n > 0)
            buf_add_n(key, text.data + i, n);
        else if (!ascii_is_space(text.data[i]))
            buf_add_char(key, ascii_lower(text.data[i]));
        i += n > 0 ? n : 1;
    }
    buf_finish(&text);
}

static bool is_page_number(const char *key)
{
    static const char *const forms[] = {
        "#",        "-#-",        "#/#",          "page#",
        "page#of#", "page#/#",    "#of#",         "#de#",
        "#von#",    "#sur#",      "p\u00E1gina#", "p\u00E1gina#de#",
        "seite#",   "seite#von#", "page#sur#",    "sivu#",
        "sida#",    "side#",      "trang#",       "trang#/#"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(key, forms[i]) == 0)
            return true;
    return false;
}

static bool is_at_edge(const struct pdf_rows *rows, size_t first, size_t i,
                       int page_height)
{
    const struct pdf_row *row = &rows->items[i];
    int edge = page_height * EDGE_PERCENT / 100;
    bool top = row->top < edge && i < first + EDGE_ROWS;
    bool bottom =
        row->top + row->height > page_height - edge && i + EDGE_ROWS >= rows->n;
    return top || bottom;
}

/* Rows of whole pages, for their edges alone. */
struct pdf_edges {
    struct strs keys;  /* of each row; "" within the page */
    struct map counts; /* how many rows have a key */
};

static void add_edge(const struct pdf_rows *rows, size_t row,
                     struct pdf_edges *edges, bool at_edge)
{
    struct buf key;
    buf_init(&key);
    if (at_edge) {
        add_key(rows, &rows->items[row], true, &key);
        if (!is_page_number(key.data)) {
            buf_clear(&key);
            add_key(rows, &rows->items[row], false, &key);
        }
    }
    const char *kept = strs_add(&edges->keys, key.data);
    map_put(&edges->counts, kept, strlen(kept))->number++;
    buf_finish(&key);
}

/* Margins are edges, too. */
static void read_edges(struct pdf_rows *rows, const struct pdf_page *page,
                       unsigned number, struct pdf_edges *edges)
{
    for (size_t i = 0; i < page->n_margin; i++) {
        pdf_rows_add(rows, number, page->first + i, 1);
        add_edge(rows, rows->n - 1, edges, true);
    }
    size_t first_row = rows->n, n = page->n_margin + page->n_turned;
    pdf_rows_add(rows, number, page->first + n, page->n - n);
    for (size_t i = first_row; i < rows->n; i++)
        add_edge(rows, i, edges, is_at_edge(rows, first_row, i, page->height));
}

static bool is_furniture(const struct pdf_rows *rows,
                         const struct pdf_edges *edges, size_t row)
{
    const char *key = edges->keys.items[row];
    size_t n = map_find(&edges->counts, key, strlen(key))->number;
    return key[0] && (is_page_number(key) || (n > 1 && n * 2 >= rows->n_pages));
}

/* A leaflet's name above its section 1: another leaflet may begin there, though
 * most pages have the row. */
static bool begins_leaflet(const struct pdf_rows *rows, size_t row)
{
    bool named = false, first = false;
    unsigned page = rows->items[row].page;
    for (size_t i = row; i < rows->n && rows->items[i].page == page && !first;
         i++) {
        struct buf text;
        buf_init(&text);
        pdf_rows_add_text(rows, &rows->items[i], &text);
        if (i == row)
            named = qrd_document_by_title(text.data) != QRD_NONE;
        size_t n = strspn(text.data, "0123456789");
        bool numbered = n > 0 && text.data[n] == '.';
        first = numbered && n == 1 && text.data[0] == '1';
        buf_finish(&text);
        if (!named || (numbered && !first))
            return false;
    }
    return first;
}

void pdf_furniture_mark(struct pdf_rows *rows, const struct pdf_page *pages)
{
    struct pdf_edges edges = {.counts = {0}};
    strs_init(&edges.keys);
    for (unsigned i = 0; i < rows->n_pages; i++)
        read_edges(rows, &pages[i], i + 1, &edges);
    for (size_t i = 0; i < rows->n; i++) {
        const struct pdf_row *row = &rows->items[i];
        if (is_furniture(rows, &edges, i) && !begins_leaflet(rows, i))
            for (size_t j = 0; j < row->n; j++)
                rows->runs[row->first + j].role = PDF_FURNITURE;
    }
    rows->n = 0;
    map_finish(&edges.counts);
    strs_finish(&edges.keys);
}
